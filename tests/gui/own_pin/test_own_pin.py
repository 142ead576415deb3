"""Tests of the page on which somebody changes their own PIN: real keys before the real use cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.gui.own_pin.presenter import OwnPinPresenter
from cgcounter.gui.own_pin.screen import OwnPinScreen
from cgcounter.services.sign_in import WrongPinError
from tests.gui.accessibility import nameless, too_small
from tests.gui.whole_office import WholeOffice
from tests.services.desk import CLERK
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


class OwnPin:
    """The page before the clerk of an office."""

    def __init__(self, resources: Path, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.office = WholeOffice(resources)
        self.office.sign_in()
        self.screen = OwnPinScreen()
        self.presenter = OwnPinPresenter(self.screen, self.office.stage)
        self.closings = 0
        self.presenter.closed.connect(self._note_closing)

    def _note_closing(self) -> None:
        self.closings += 1

    def answer(self, *pins: str) -> None:
        """Type PINs field by field; Enter goes on, and after the last one saves."""
        for pin in pins:
            type_text(self.screen, pin)
            press(self.screen, "Return")
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    @property
    def remarks(self) -> list[str]:
        """What stands beside the fields, hints left out."""
        labels = self.screen.findChildren(QLabel)
        return [
            label.text() for label in labels if label.isVisible() and label.property("textRole") == "error"
        ]

    @property
    def typed(self) -> list[str]:
        """What stands in the three fields."""
        return [field.text() for field in self.screen.findChildren(QLineEdit)]

    def lets_in(self, pin: str) -> bool:
        """Whether the clerk gets in with this PIN."""
        try:
            return self.office.cases.sign_in(CLERK.id, pin).id == CLERK.id
        except WrongPinError:
            return False


@pytest.fixture
def own_pin(qapp: object, resources: Path, qtbot: QtBot, show: Show) -> Iterator[OwnPin]:
    """The page, asking."""
    own_pin = OwnPin(resources, qtbot)
    own_pin.presenter.open()
    show(own_pin.screen)
    own_pin.screen.take_focus()
    yield own_pin
    own_pin.office.runner.close()


def test_the_pin_is_changed_by_keys_alone(own_pin: OwnPin) -> None:
    """The old one, the new one twice: it counts, is told, and stands nowhere any more."""
    own_pin.answer("1111", "7777", "7777")
    assert own_pin.screen.notice.words == "Your PIN is changed."
    assert own_pin.typed == ["", "", ""]
    assert own_pin.lets_in("7777")
    assert not own_pin.lets_in("1111")
    press(own_pin.screen, "Esc")
    assert own_pin.closings == 1


def test_a_wrong_old_pin_is_told_beside_it(own_pin: OwnPin) -> None:
    """With the tries that are left; the new PIN stays typed, the old one is typed again."""
    own_pin.answer("2222", "7777", "7777")
    assert own_pin.remarks == ["Mã PIN không đúng, còn 4 lần thử. Gõ lại mã PIN."]
    assert own_pin.typed == ["", "7777", "7777"]
    own_pin.answer("1111")
    press(own_pin.screen, "F9")
    own_pin.answer()
    assert own_pin.lets_in("7777")


def test_after_too_many_tries_one_waits(own_pin: OwnPin) -> None:
    """The same pause as at the door, told in seconds."""
    own_pin.answer("0000", "7777", "7777")
    for _ in range(4):
        type_text(own_pin.screen, "0000")
        press(own_pin.screen, "F9")
        own_pin.answer()
    assert own_pin.remarks == [
        "Sai mã PIN nhiều lần, người này phải chờ 60 giây. Chờ rồi thử lại, hoặc chọn người khác."
    ]


@pytest.mark.parametrize(
    ("pins", "remark"),
    [
        (("1111", "777", "777"), "Mã PIN gồm ít nhất 4 chữ số. Gõ mã PIN khác."),
        (("1111", "7777", "7778"), "The two PINs differ. Type the same PIN again."),
    ],
)
def test_a_wrong_new_pin_is_told_beside_it(own_pin: OwnPin, pins: tuple[str, ...], remark: str) -> None:
    """Nothing is changed, and no try at the old PIN is used up."""
    own_pin.answer(*pins)
    assert own_pin.remarks == [remark]
    assert own_pin.lets_in("1111")


def test_typed_digits_are_dropped_only_after_a_question(own_pin: OwnPin) -> None:
    """The first Esc asks, the second leaves."""
    type_text(own_pin.screen, "11")
    press(own_pin.screen, "Esc")
    assert own_pin.closings == 0
    press(own_pin.screen, "Esc")
    assert own_pin.closings == 1


def test_everything_has_a_name_and_can_be_hit(own_pin: OwnPin) -> None:
    """Fields and buttons say what they are and are large enough."""
    assert nameless(own_pin.screen) == []
    assert too_small(own_pin.screen) == []
