"""The line keeps how a scan came: characters, gaps, prefix, ending, and whether an input method had a hand in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.scanning import Ending, Prefix, TrialScan
from cgcounter.gui.equipment.scan_line import ScanLine
from cgcounter.gui.scanner import ScannerFilter
from tests.typing_keys import commit, compose, moment, press, scan, strike, type_text

CODE = "H23.1-4|as.dd.a1"


class Window(QWidget):
    """A scan line with another field behind it, and the filter of the program over both."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        self.line, self.next_line = ScanLine(moment), QLineEdit()
        self.line.setAccessibleName("quét")
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.next_line)
        self.told: list[TrialScan] = []
        self.line.scan_arrived.connect(self.told.append)
        self.stolen: list[str] = []
        self._scanner = ScannerFilter(self, clock=moment)
        self._scanner.scanned.connect(self.stolen.append)

    def heard(self, count: int = 1) -> list[TrialScan]:
        """So many scans, once they are told; the program's own filter took none, and the line is ready again."""
        self._qtbot.waitUntil(lambda: len(self.told) >= count)
        assert self.stolen == []
        assert self.line.hasFocus()
        assert self.line.text() == ""
        return self.told


@pytest.fixture
def window(show: Callable[[QWidget], None], qtbot: QtBot) -> Window:
    """The window with the focus in the scan line."""
    window = Window(qtbot)
    show(window)
    window.line.setFocus()
    return window


@pytest.mark.parametrize(
    ("key", "ending"),
    [
        (Qt.Key.Key_Return, Ending.ENTER),
        (Qt.Key.Key_Enter, Ending.ENTER),
        (Qt.Key.Key_Tab, Ending.TAB),
    ],
)
def test_a_scan_is_told_whole(window: Window, key: Qt.Key, ending: Ending) -> None:
    """Text, gaps and ending; then the line is empty for the next, and Tab has led nowhere."""
    scan(window, CODE, terminator=key)
    assert window.heard() == [TrialScan(CODE, (2,) * 15, ending)]


def test_two_keys_at_the_end_are_one_ending(window: Window) -> None:
    """CR and LF come as two Enters; they are heard as one scan."""
    scan(window, CODE)
    press(window, Qt.Key.Key_Return, gap_ms=2)
    assert [one.ending for one in window.heard()] == [Ending.TWO_KEYS]


def test_a_scan_without_an_ending_is_told_after_a_while(window: Window) -> None:
    """Nothing more comes: it was a scan, for no hand types so fast."""
    type_text(window, CODE, gap_ms=10)
    assert window.heard() == [TrialScan(CODE, (10,) * 15, Ending.NOTHING)]


def test_a_hand_is_waited_for(window: Window, qtbot: QtBot) -> None:
    """What is typed stays until Enter, and its pace shows then."""
    type_text(window, CODE, gap_ms=90)
    qtbot.wait(700)  # longer than the line waits after a character
    assert window.told == []
    assert window.line.text() == CODE
    press(window, Qt.Key.Key_Return)
    assert window.heard() == [TrialScan(CODE, (90,) * 15, Ending.ENTER)]


@pytest.mark.parametrize(("key", "prefix"), [(Qt.Key.Key_F13, Prefix.F13), ("\x02", Prefix.STX)])
def test_a_prefix_is_heard(window: Window, key: Qt.Key | str, prefix: Prefix) -> None:
    """What a scanner sends before each code, and nothing of it in the text."""
    if isinstance(key, str):
        strike(window, key, gap_ms=500)
    else:
        press(window, key)
    type_text(window, CODE, gap_ms=2)
    press(window, Qt.Key.Key_Return, gap_ms=2)
    assert [(one.text, one.prefix) for one in window.heard()] == [(CODE, prefix)]


def test_an_input_method_that_erases_is_seen(window: Window) -> None:
    """UniKey takes the a back and sends á: a Backspace within a burst is no finger's."""
    type_text(window, "H23.1-4|a", gap_ms=2)
    press(window, Qt.Key.Key_Backspace, gap_ms=1)
    type_text(window, "á.đ.a1", gap_ms=2)
    press(window, Qt.Key.Key_Return, gap_ms=2)
    assert [(one.text, one.was_composed) for one in window.heard()] == [("H23.1-4|á.đ.a1", True)]


def test_what_an_input_method_commits_is_seen(window: Window) -> None:
    """On other systems the letters do not come as keys at all."""
    compose("H23.1-4|as")
    commit("H23.1-4|á.đ")
    press(window, Qt.Key.Key_Return, gap_ms=2)
    assert [(one.text, one.was_composed) for one in window.heard()] == [("H23.1-4|á.đ", True)]


def test_a_correction_by_hand_is_no_input_method(window: Window) -> None:
    """Who types and erases does so slowly."""
    type_text(window, "H23.1-4|ax")
    press(window, Qt.Key.Key_Backspace)
    type_text(window, "s.dd.a1")
    press(window, Qt.Key.Key_Return)
    assert [(one.text, one.was_composed) for one in window.heard()] == [(CODE, False)]


def test_two_scans_in_a_row_are_two(window: Window) -> None:
    """A hasty clerk loses neither."""
    scan(window, CODE)
    scan(window, "000.00.00.H00-000000-0581")
    assert [one.text for one in window.heard(2)] == [CODE, "000.00.00.H00-000000-0581"]


def test_what_arrives_is_nfc(window: Window) -> None:
    """A letter that comes as letter and mark is one letter."""
    scan(window, "H23.1-4|a\u0301")
    assert window.heard()[0].text == "H23.1-4|á"


def test_an_empty_line_lets_keys_pass(show: Callable[[QWidget], None], qtbot: QtBot) -> None:
    """Without a scan Tab leads on."""
    window = Window(qtbot)
    show(window)
    window.line.setFocus()
    press(window, Qt.Key.Key_Tab)
    assert window.next_line.hasFocus()
