"""The drawer is counted on its page, by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.cash import CashCount, NoteCount
from cgcounter.gui.cash_up.presenter import CashUpPresenter
from cgcounter.gui.cash_up.screen import CashUpScreen
from cgcounter.gui.theme import Scheme, apply_theme
from tests.gui.accessibility import nameless, too_small
from tests.gui.whole_office import WholeOffice
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


class CashPage:
    """The page as it is used."""

    def __init__(self, office: WholeOffice, show: Show, qtbot: QtBot) -> None:
        self.office, self._qtbot = office, qtbot
        self.screen = CashUpScreen()
        self.presenter = CashUpPresenter(self.screen, office.stage)
        self.closed: list[bool] = []
        self.presenter.closed.connect(self._note_closing)
        show(self.screen)
        self.presenter.open()
        self.settle()

    def _note_closing(self) -> None:
        self.closed.append(True)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    def keys(self, *strokes: str) -> None:
        """Press keys; what stands in quotes is typed."""
        for stroke in strokes:
            if stroke.startswith("'"):
                type_text(self.screen, stroke.strip("'"))
            else:
                press(self.screen, stroke)
            self.settle()

    @property
    def words(self) -> str:
        """All that the page says."""
        return " ".join(label.text() for label in self.screen.findChildren(QLabel) if label.isVisible())

    def kept(self) -> CashCount | None:
        """The count that stands."""
        return self.office.cases.cash_up(self.office.clerk).count


@pytest.fixture
def page(qapp: object, resources: Path, show: Show, qtbot: QtBot) -> Iterator[CashPage]:
    """The page of a clerk who took 50.000 đồng."""
    office = WholeOffice(resources)
    office.sign_in()
    office.cases.acts.collect_fee(office.clerk, office.receive().id)
    yield CashPage(office, show, qtbot)
    office.runner.close()


def test_a_total_that_is_right_takes_one_number_and_one_key(page: CashPage) -> None:
    """The page waits in the total and says what should be there; F9 keeps it and prints the sheet."""
    assert "Taken 50.000, paid back 0, left in the drawer 50.000 đồng." in page.words
    page.keys("'50000'")
    assert "The cash is right" in page.words
    page.keys("F9")
    kept = page.kept()
    assert kept is not None
    assert (kept.counted_dong, kept.reason) == (50_000, "")
    assert [title[:10] for title in page.office.printed()] == ["CASH_SHEET"]
    assert page.screen.notice.words == "The count is saved and its sheet is printed."


def test_banknotes_add_up(page: CashPage) -> None:
    """Enter leads from value to value; the total follows, and what lay in the drawer before is told apart."""
    page.keys("Return", "Return", "Return", "Return", "'1'", "Return", "'1'")
    assert page.screen.answer().total_dong == 70_000
    assert "20.000 đồng too much" in page.words
    page.keys(*["Return"] * 5, "'20000'", "Ctrl+S")
    kept = page.kept()
    assert kept is not None
    assert (kept.notes, kept.opening_dong, kept.counted_dong) == (
        (NoteCount(50_000, 1), NoteCount(20_000, 1)),
        20_000,
        70_000,
    )
    assert page.office.printed() == []


def test_a_typed_total_stands_for_itself(page: CashPage) -> None:
    """Who types a total counted no banknotes."""
    page.keys("Return", "'1'")
    page.keys("Alt+O", "Ctrl+A", "'50000'")
    answer = page.screen.answer()
    assert (answer.total_dong, answer.notes) == (50_000, ())


def test_a_difference_asks_for_its_reason(page: CashPage) -> None:
    """Said beside the field, and nothing is kept before."""
    page.keys("'48000'", "F9")
    assert "2.000 đồng missing" in page.words
    assert page.kept() is None
    page.keys("'Trả thừa tiền lẻ'", "F9")
    kept = page.kept()
    assert kept is not None
    assert (kept.difference_dong, kept.reason) == (-2_000, "Trả thừa tiền lẻ")


def test_nothing_counted_is_not_nothing(page: CashPage) -> None:
    """An empty total is asked for; a drawer without money is a typed 0."""
    page.keys("F9")
    assert "Type what you counted, 0 if there is nothing." in page.words
    assert page.kept() is None


def test_a_printer_that_fails_loses_no_count(page: CashPage) -> None:
    """The page says both."""
    page.office.printers.printer.fails_with = "hết giấy"
    page.keys("'50000'", "F9")
    kept = page.kept()
    assert kept is not None
    assert page.screen.notice.words.startswith("The count is saved. ")


def test_what_was_counted_before_is_shown(page: CashPage) -> None:
    """It can be counted again; unchanged, Esc leaves at once."""
    page.keys("'50000'", "Ctrl+S")
    page.presenter.open()
    page.settle()
    assert page.screen.answer().total_dong == 50_000
    assert "Counted before at 08:15 10/03/2022." in page.words
    page.keys("Escape")
    assert page.closed == [True]


def test_what_is_typed_is_not_dropped_without_asking(page: CashPage) -> None:
    """The first Esc asks, the second drops."""
    page.keys("'5'", "Escape")
    assert page.closed == []
    page.keys("Escape")
    assert page.closed == [True]


@pytest.mark.parametrize("zoom", [100, 160])
def test_everything_has_a_name_fits_and_can_be_hit(page: CashPage, app: QApplication, zoom: int) -> None:
    """Also at the largest zoom on a small screen."""
    apply_theme(app, Scheme.LIGHT, zoom)
    assert nameless(page.screen) == []
    assert too_small(page.screen) == []
    least = page.screen.minimumSizeHint()
    assert (least.width() <= 1366, least.height() <= 700) == (True, True)
