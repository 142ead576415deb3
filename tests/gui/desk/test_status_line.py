"""The status line: what it says, and that what waits for its receipt is one key or click away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.gui.desk.status_line import StatusLine
from cgcounter.services.tell_state import DeskState
from tests.gui.counter_office import MORNING
from tests.typing_keys import press

STATE = DeskState(1, "Quầy 1", "Lê Thị Ẩn", "HP", MORNING, unprinted=3)


@pytest.fixture
def line(show: Callable[[QWidget], None]) -> StatusLine:
    """A status line at the foot of its window."""
    window, line = QWidget(), StatusLine()
    rows = QVBoxLayout(window)
    rows.addStretch(1)
    rows.addWidget(line)
    window.resize(900, 200)
    line.show_state(STATE)
    show(window)
    return line


def test_the_state_is_told_in_words(line: StatusLine) -> None:
    """Counter, clerk, printer, last backup; then what waits for its receipt, with its key."""
    assert line.words == "Quầy 1 · Lê Thị Ẩn · Printer: HP · Backup 10/03 08:15"
    assert line.unprinted_words == "Not printed: 3  Alt+5"


@pytest.mark.parametrize("way", ["click", "key", "palette"])
def test_what_is_not_printed_can_be_asked_for(line: StatusLine, qtbot: QtBot, way: str) -> None:
    """The words are a button, the key does the same, and so does the command."""
    with qtbot.waitSignal(line.unprinted_wanted):
        if way == "click":
            line.findChildren(QPushButton)[0].click()
        elif way == "key":
            press(line, "Alt+5")
        else:
            line.unprinted_action.trigger()


def test_when_all_is_printed_there_is_nothing_to_ask_for(line: StatusLine, qtbot: QtBot) -> None:
    """The words go, the command is greyed, and nothing above the line moves."""
    top = line.y()
    line.show_state(replace(STATE, unprinted=0))
    assert line.unprinted_words == ""
    assert not line.unprinted_action.isEnabled()
    QApplication.processEvents()
    assert line.y() == top
    with qtbot.assertNotEmitted(line.unprinted_wanted):
        press(line, "Alt+5")
