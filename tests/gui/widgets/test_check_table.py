"""Tests of the table to tick off, worked with real keys."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from cgcounter.gui.theme import Scheme, apply_theme
from cgcounter.gui.widgets.check_table import CheckRow, CheckTable
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]

ROWS = (
    CheckRow("form", "Tờ khai", is_checked=True, counts=(1, 0)),
    CheckRow("card", "Căn cước công dân", is_checked=True, counts=(0, 1)),
    CheckRow("house", "Giấy tờ chứng minh nơi cư trú", is_checked=False, counts=(0, 0)),
)


class Window(QWidget):
    """The papers of a dossier between two fields."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.papers = CheckTable(("Giấy tờ", "Bản chính", "Bản sao", "Ghi chú"))
        self.papers.show_rows(ROWS)
        layout = QVBoxLayout(self)
        for field in (self.before, self.papers, self.after):
            layout.addWidget(field)
        self.told: list[tuple[CheckRow, ...]] = []
        self.papers.rows_changed.connect(self.told.append)
        self.resize(640, 400)


@pytest.fixture
def window(show: Show) -> Window:
    """The window, with the focus in the papers."""
    window = Window()
    show(window)
    window.papers.setFocus()
    return window


def test_the_model_keeps_qts_rules(window: Window) -> None:
    """Qt's own tester finds nothing wrong, also while rows change."""
    tester = QAbstractItemModelTester(
        window.papers.model(), QAbstractItemModelTester.FailureReportingMode.Warning
    )

    window.papers.show_rows(ROWS[:1])
    press(window, Qt.Key.Key_Space)

    assert tester.model() is window.papers.model()


def test_other_words_leave_the_place_and_an_open_cell(window: Window) -> None:
    """What comes to be known of a row while its note is typed takes nothing from who types."""
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(window, key)
    type_text(window, "đã")
    window.papers.retell(tuple(replace(row, text=f"{row.text} · mới") for row in window.papers.rows))
    type_text(window, " xem")
    press(window, Qt.Key.Key_Return)

    assert [row.text for row in window.papers.rows][1:2] == ["Căn cước công dân · mới"]
    assert window.papers.rows[1].note == "đã xem"
    assert window.papers.currentIndex().row() == 2


def test_longer_words_make_a_row_higher(window: Window) -> None:
    """And the table with it: who uses no mouse sees no tip."""
    row, table = window.papers.rowHeight(0), window.papers.height()
    window.papers.retell((replace(ROWS[0], text="Bản sao giấy tờ " * 12), *ROWS[1:]))
    QApplication.processEvents()
    assert window.papers.rowHeight(0) > row
    assert window.papers.height() > table


def test_space_ticks_and_unticks(window: Window) -> None:
    """The row of the cursor, whatever its column."""
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Space)

    assert [row.is_checked for row in window.papers.rows] == [False, False, True]
    assert window.told[-1] == window.papers.rows
    assert len(window.told) == 3


def test_enter_goes_down_and_on_to_the_next_field(window: Window) -> None:
    """Through all papers with one key."""
    for _ in range(2):
        press(window, Qt.Key.Key_Return)
    assert window.papers.currentIndex().row() == 2
    assert window.papers.hasFocus()

    press(window, Qt.Key.Key_Return)

    assert window.after.hasFocus()


def test_shift_and_enter_go_up_and_back(window: Window) -> None:
    """The same way backwards."""
    press(window, Qt.Key.Key_Down)

    press(window, "Shift+Return")
    assert window.papers.currentIndex().row() == 0
    press(window, "Shift+Return")
    assert window.before.hasFocus()


def test_tab_leaves_the_table(window: Window) -> None:
    """It does not walk through the cells."""
    press(window, Qt.Key.Key_Tab)

    assert window.after.hasFocus()


def test_a_digit_on_the_name_counts_originals(window: Window) -> None:
    """No need to go to the column first; Enter takes the count and goes down."""
    type_text(window, "2")
    press(window, Qt.Key.Key_Return)

    assert window.papers.rows[0].counts == (2, 0)
    assert window.papers.currentIndex().row() == 1
    assert window.papers.hasFocus()


def test_enter_in_the_last_count_goes_on_to_the_next_field(window: Window) -> None:
    """One Enter, not two; with Shift it goes up instead."""
    press(window, Qt.Key.Key_Down)
    type_text(window, "3")
    press(window, "Shift+Return")
    assert window.papers.currentIndex().row() == 0

    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    type_text(window, "4")
    press(window, Qt.Key.Key_Return)

    assert [row.counts[0] for row in window.papers.rows] == [1, 3, 4]
    assert window.after.hasFocus()


def test_counts_are_typed_in_their_column(window: Window) -> None:
    """Digits replace the count; letters do not get in."""
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Right)
    type_text(window, "1x2")
    press(window, Qt.Key.Key_Return)

    assert window.papers.rows[0].counts == (1, 12)


def test_escape_leaves_a_count_as_it_was(window: Window) -> None:
    """Begun by mistake, and nothing happened."""
    type_text(window, "7")
    press(window, Qt.Key.Key_Escape)

    assert window.papers.rows == ROWS
    assert window.told == []


def test_an_emptied_count_stays_as_it_was(window: Window) -> None:
    """No number is not zero."""
    press(window, Qt.Key.Key_Right)
    type_text(window, "3")
    press(window, Qt.Key.Key_Backspace)
    press(window, Qt.Key.Key_Return)

    assert window.papers.rows[0].counts == (1, 0)


def test_what_is_being_typed_can_be_taken_over(window: Window) -> None:
    """Who saves from within a cell does not lose its count; the cell stays open, and its change is told once."""
    type_text(window, "12")
    for _ in range(2):
        window.papers.take_edit()

    assert window.papers.rows[0].counts == (12, 0)
    assert len(window.told) == 1
    type_text(window, "3")
    press(window, Qt.Key.Key_Return)
    assert window.papers.rows[0].counts == (123, 0)


def test_without_an_open_cell_nothing_is_taken_over(window: Window) -> None:
    """The focus may be in the table or in another field."""
    window.papers.take_edit()
    window.before.setFocus()
    type_text(window, "7")
    window.papers.take_edit()

    assert window.papers.rows == ROWS
    assert window.told == []


def test_an_open_cell_can_be_closed(window: Window) -> None:
    """What was typed stays, and the focus is in its row; without an open cell nothing happens."""
    press(window, Qt.Key.Key_Down)
    type_text(window, "12")
    window.papers.end_edit()

    assert window.papers.hasFocus()
    assert window.papers.currentIndex().row() == 1
    assert window.papers.rows[1].counts == (12, 1)
    window.before.setFocus()
    window.papers.end_edit()
    assert window.before.hasFocus()


def test_a_note_is_typed_in_vietnamese(window: Window) -> None:
    """Its first letter begins the note."""
    for _ in range(3):
        press(window, Qt.Key.Key_Right)
    type_text(window, "mờ chữ")
    press(window, Qt.Key.Key_Return)

    assert window.papers.rows[0].note == "mờ chữ"


def test_other_rows_are_shown_in_silence(window: Window) -> None:
    """Another procedure brings other papers; the first is ready for the keys."""
    window.papers.show_rows(ROWS[1:])

    assert window.papers.rows == ROWS[1:]
    assert window.told == []
    assert window.papers.currentIndex().row() == 0


def test_no_rows_are_no_trouble(window: Window) -> None:
    """A procedure without papers: Enter goes on at once."""
    window.papers.show_rows(())
    press(window, Qt.Key.Key_Space)

    press(window, Qt.Key.Key_Return)

    assert window.after.hasFocus()


def test_a_long_name_is_shown_whole(app: QApplication, window: Window) -> None:
    """It takes more lines in a higher row, at the largest zoom too."""
    long = CheckRow(
        "long", "Giấy tờ chứng minh nơi cư trú của cha hoặc mẹ, hoặc của cả hai " * 2, counts=(0, 0)
    )
    apply_theme(app, Scheme.LIGHT, 160)
    window.papers.show_rows((*ROWS, long))
    app.processEvents()

    table = window.papers
    lines = table.rowHeight(3) // table.fontMetrics().height()
    assert table.fontMetrics().horizontalAdvance(long.text) < lines * table.columnWidth(0)
    assert table.rowHeight(3) > table.rowHeight(0)
