"""Tests of the field for a count."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cgcounter.gui.widgets.count_edit import CountEdit
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


class Window(QWidget):
    """A count, and a field to go on to."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self.next = CountEdit(), QLineEdit()
        layout = QVBoxLayout(self)
        for field in (self.count, self.next):
            layout.addWidget(field)


@pytest.fixture
def window(show: Show) -> Window:
    """The window, with the focus in the count."""
    window = Window()
    show(window)
    window.count.setFocus()
    window.count.selectAll()
    return window


@pytest.mark.parametrize(("typed", "count"), [("3", 3), ("12", 12), ("0", 1), ("x", 1), ("20000", 2000)])
def test_a_count_is_at_least_one(window: Window, typed: str, count: int) -> None:
    """Digits only, four of them at most; what is no count counts as one, and leaving the field shows that."""
    type_text(window, typed)
    assert window.count.count == count

    press(window, Qt.Key.Key_Tab)
    assert window.count.text() == str(count)


def test_a_count_is_never_left_empty(window: Window) -> None:
    """Who empties it and goes on sees what is meant."""
    press(window, Qt.Key.Key_Delete)
    assert window.count.count == 1

    press(window, Qt.Key.Key_Tab)
    assert window.count.text() == "1"
