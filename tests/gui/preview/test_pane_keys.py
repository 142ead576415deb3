"""Tests of a pane's keys beside those of its window."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cgcounter.gui.widgets.pane_keys import ActionButton, PaneKeys
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


class Window(QWidget):
    """A window whose own action has the same key as one of the pane in it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.outside, self.pane, self.inside = QLineEdit(), QWidget(), QLineEdit()
        self.pane.setFocusPolicy(self.inside.focusPolicy())
        rows = QVBoxLayout(self)
        rows.addWidget(self.outside)
        rows.addWidget(self.pane)
        QVBoxLayout(self.pane).addWidget(self.inside)
        close = QAction("Back", self)
        close.setShortcut("Esc")
        close.triggered.connect(self._hear_window)
        self.addAction(close)
        self.keys = PaneKeys(self.pane)
        self.close_pane = self.keys.add("Close", self._hear_pane, "Esc")
        self.print = self.keys.add("Print", self._hear_print, "P", "Return")
        self.enlarge = self.keys.add("Enlarge", self._hear_enlarge, "+")

    def _hear_window(self) -> None:
        self.heard.append("window")

    def _hear_pane(self) -> None:
        self.heard.append("pane")

    def _hear_print(self) -> None:
        self.heard.append("print")

    def _hear_enlarge(self) -> None:
        self.heard.append("enlarge")


@pytest.fixture
def window(show: Show) -> Window:
    """The window, shown."""
    window = Window()
    show(window)
    return window


def test_within_the_pane_its_own_action_comes_first(window: Window) -> None:
    """One key, two actions: within the pane the pane's is run, outside the window's."""
    window.inside.setFocus()
    press(window, "Esc")
    window.outside.setFocus()
    press(window, "Esc")

    assert window.heard == ["pane", "window"]


def test_a_disabled_action_leaves_its_key_to_the_window(window: Window) -> None:
    """What is not valid now hears nothing."""
    window.close_pane.setEnabled(False)
    window.inside.setFocus()
    press(window, "Esc")

    assert window.heard == ["window"]


def test_letters_belong_to_a_focused_field(window: Window) -> None:
    """A letter typed into a field of the pane is no shortcut; elsewhere in the pane it is."""
    window.inside.setFocus()
    type_text(window, "p+")
    assert (window.heard, window.inside.text()) == ([], "p+")

    window.pane.setFocus()
    type_text(window, "p+")
    assert window.heard == ["print", "enlarge"]


def test_a_letter_with_control_is_another_key(window: Window) -> None:
    """Ctrl+P is not P."""
    window.pane.setFocus()
    press(window, "Ctrl+P")
    assert window.heard == []


def test_a_button_shows_its_action(window: Window, show: Show) -> None:
    """The button bears text and key of its action, runs it, and is disabled with it."""
    button = ActionButton(window.print)
    show(button)
    assert button.text() == "Print  P"

    button.click()
    assert window.heard == ["print"]
    window.print.setEnabled(False)
    assert not button.isEnabled()
