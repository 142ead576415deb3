"""Tests of the notice bar."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.notice_bar import NoticeBar
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]

PRINTER = "Máy in không trả lời. Hồ sơ đã lưu; bấm F8 để in lại."


class Window(QWidget):
    """A bar over a field."""

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.field = NoticeBar(), QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.bar)
        layout.addWidget(self.field)


@pytest.fixture
def window(show: Show) -> Window:
    """A bar over a field that has the focus."""
    window = Window()
    show(window)
    window.field.setFocus()
    return window


def test_a_notice_does_not_interrupt_typing(window: Window) -> None:
    """It appears, and the focus stays where it is."""
    type_text(window, "An")
    window.bar.say(Tone.CAUTION, PRINTER)
    type_text(window, "h")

    assert window.bar.isVisible()
    assert window.bar.words == PRINTER
    assert window.field.text() == "Anh"


def test_a_notice_is_told_to_a_screen_reader(window: Window) -> None:
    """The bar is named by what it says; its icon button has a name."""
    window.bar.say(Tone.ALARM, PRINTER)

    assert window.bar.accessibleName() == PRINTER
    assert all(
        button.accessibleName() or button.text()
        for button in window.bar.findChildren(QPushButton)
        if button.isVisible()
    )


def test_its_button_is_there_only_with_something_to_do(window: Window) -> None:
    """And pressing it asks for that."""
    asked: list[str] = []
    window.bar.action_requested.connect(lambda: asked.append("again"))
    button = window.bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)

    window.bar.say(Tone.FINE, "Đã sao lưu.")
    assert not button.isVisible()

    window.bar.say(Tone.CAUTION, PRINTER, action="In lại")
    button.setFocus()
    press(window, Qt.Key.Key_Space)
    assert asked == ["again"]


def test_escape_within_the_bar_closes_it(window: Window) -> None:
    """The clerk is done with it."""
    closed: list[str] = []
    window.bar.closed.connect(lambda: closed.append("closed"))
    window.bar.say(Tone.CAUTION, PRINTER, action="In lại")
    press(window, "Shift+Tab")

    press(window, Qt.Key.Key_Escape)

    assert not window.bar.isVisible()
    assert closed == ["closed"]
    assert window.bar.words == ""


def test_dismissing_tells_whether_there_was_a_notice(window: Window) -> None:
    """The window's own Esc puts the notice away first, and goes one level back next time."""
    window.bar.say(Tone.FINE, "Đã lưu.")

    assert window.bar.dismiss() is True
    assert window.bar.dismiss() is False


def test_the_next_notice_takes_the_place_of_the_last(window: Window) -> None:
    """Words, colour and button are all of the new one."""
    window.bar.say(Tone.CAUTION, PRINTER, action="In lại")
    before = window.bar.grab().toImage()

    window.bar.say(Tone.FINE, "Đã in.")

    assert window.bar.words == "Đã in."
    assert window.bar.property("tone") == "fine"
    assert window.bar.grab().toImage() != before
