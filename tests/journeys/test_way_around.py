"""A clerk who looks something up, goes back or locks the window finds the intake pane as it was left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from cgcounter.app.demo.citizens import card_payload
from cgcounter.gui.intake.papers_part import PapersPart
from cgcounter.gui.intake.procedure_part import ProcedurePart
from tests.faults.real_window import focused
from tests.journeys.conftest import Counter, citizen


def _line(counter: Counter) -> QLineEdit:
    return counter.window.findChildren(ProcedurePart)[0].line


@pytest.mark.parametrize("keys", [("F1", "Esc"), ("F1", "F1"), ("Ctrl+K", "Esc"), ("Ctrl+K", "Ctrl+K")])
def test_help_and_palette_leave_a_half_typed_procedure_alone(counter: Counter, keys: tuple[str, str]) -> None:
    """Its letters still stand there, and the next ones are added to them."""
    counter.hands.press("F2")
    counter.hands.type_text("di")
    counter.hands.press(*keys)
    assert focused() is _line(counter)
    counter.hands.type_text(" ch")
    assert _line(counter).text() == "di ch"
    counter.hands.press("Return")
    assert _line(counter).text() == "Chứng thực di chúc"


def test_shift_and_enter_stay_in_the_first_field(counter: Counter) -> None:
    """Also while a notice stands above it, which Esc puts away."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return", "F9")
    assert "000.12.30.H23-220310-1001" in counter.words
    assert focused() is _line(counter)
    counter.hands.press("Shift+Return")
    assert focused() is _line(counter)


def test_who_locks_the_window_in_an_open_paper_cell_comes_back_to_its_row(counter: Counter) -> None:
    """What was typed into the cell is kept too."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return")
    table = counter.window.findChildren(PapersPart)[0].table
    assert table.hasFocus()
    counter.hands.press("Down")
    row = table.currentIndex().row()
    counter.hands.type_text("7")
    counter.hands.press("Ctrl+L")
    counter.sign_in()
    assert table.hasFocus()
    assert table.currentIndex().row() == row == 1
    assert table.rows[row].counts[0] == 7


@pytest.mark.parametrize("key", ["F1", "Ctrl+K"])
def test_help_and_palette_leave_a_paper_cell_open(counter: Counter, key: str) -> None:
    """The next digit is added to the count that was begun."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return")
    counter.hands.type_text("1")
    counter.hands.press(key, "Esc")
    counter.hands.type_text("2")
    counter.hands.press("Return")
    table = counter.window.findChildren(PapersPart)[0].table
    assert table.rows[0].counts[0] == 12
