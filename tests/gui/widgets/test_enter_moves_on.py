"""Tests of Enter as the key to the next field."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import Shiboken

from cgcounter.gui.widgets.enter_moves_on import EnterMovesOn
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


class Window(QWidget):
    """A form of all kinds of fields, and a field outside it."""

    def __init__(self) -> None:
        super().__init__()
        self.form, self.outside = QWidget(), QLineEdit()
        self.name, self.hidden, self.sex = QLineEdit("An"), QLineEdit(), QComboBox()
        self.exempt, self.note, self.save = QCheckBox("Free"), QPlainTextEdit(), QPushButton("Save")
        self.sex.addItems(["Nữ", "Nam"])
        rows = QVBoxLayout(self.form)
        rows.addWidget(QLabel("Name"))
        for field in (self.name, self.hidden, self.sex, self.exempt, self.note, self.save):
            rows.addWidget(field)
        self.hidden.hide()
        EnterMovesOn(self.form)
        columns = QHBoxLayout(self)
        columns.addWidget(self.form)
        columns.addWidget(self.outside)


@pytest.fixture
def window(show: Show) -> Window:
    """The form, with the focus in its first field."""
    window = Window()
    show(window)
    window.name.setFocus()
    return window


def test_enter_goes_through_the_form_from_field_to_field(window: Window) -> None:
    """Labels and hidden fields are passed over."""
    order = []
    for _ in range(3):
        press(window, Qt.Key.Key_Return)
        order.append(window.focusWidget())

    assert order == [window.sex, window.exempt, window.note]


def test_shift_and_enter_go_back(window: Window) -> None:
    """And stop at the first field, instead of leaving the form."""
    window.exempt.setFocus()

    press(window, "Shift+Return")
    assert window.sex.hasFocus()
    press(window, "Shift+Return")
    press(window, "Shift+Return")
    assert window.name.hasFocus()


def test_the_enter_of_the_number_block_counts_too(window: Window) -> None:
    """Numbers are typed with the right hand; so is the Enter after them."""
    press(window, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)

    assert window.sex.hasFocus()


def test_the_text_of_a_field_arrived_at_is_selected(window: Window) -> None:
    """As with Tab, what is typed next replaces it."""
    window.sex.setFocus()

    press(window, "Shift+Return")
    type_text(window, "Bình")

    assert window.name.text() == "Bình"


def test_enter_on_a_button_presses_it(window: Window) -> None:
    """The last field's Enter leads to the button, the next one saves."""
    saved: list[str] = []
    window.save.clicked.connect(lambda: saved.append("saved"))
    window.save.setFocus()

    press(window, Qt.Key.Key_Return)

    assert saved == ["saved"]
    assert window.save.hasFocus()


def test_a_field_of_many_lines_keeps_its_enter(window: Window) -> None:
    """A note may have lines."""
    window.note.setFocus()

    type_text(window, "a")
    press(window, Qt.Key.Key_Return)

    assert window.note.toPlainText() == "a\n"
    assert window.note.hasFocus()


def test_enter_with_control_is_left_to_the_window(window: Window) -> None:
    """Ctrl+Enter saves."""
    press(window, "Ctrl+Return")

    assert window.name.hasFocus()


def test_fields_outside_the_form_are_left_alone(window: Window) -> None:
    """The search field's Enter searches."""
    window.outside.setFocus()

    press(window, Qt.Key.Key_Return)

    assert window.outside.hasFocus()


def test_a_widget_that_goes_takes_nothing_with_it(window: Window) -> None:
    """What Enter has walked past may be deleted; everything else of the form stays usable."""
    page = window.note.viewport()
    for _ in range(3):
        press(window, Qt.Key.Key_Return)

    window.name.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert Shiboken.isValid(page)


def test_enter_does_not_go_round_where_a_form_is_all_there_is(show: Show) -> None:
    """Enter stays in the last field and Shift+Enter in the first one."""
    form, first, last = QWidget(), QLineEdit(), QLineEdit()
    rows = QVBoxLayout(form)
    rows.addWidget(first)
    rows.addWidget(last)
    EnterMovesOn(form)
    show(form)
    first.setFocus()

    press(form, "Shift+Return")
    assert first.hasFocus()
    press(form, Qt.Key.Key_Return)
    press(form, Qt.Key.Key_Return)
    assert last.hasFocus()


def test_a_small_button_is_no_field(show: Show) -> None:
    """Shift+Enter does not lead from the first field to the button that closes a notice above it; Tab does."""
    form, close, first = QWidget(), QToolButton(), QLineEdit()
    rows = QVBoxLayout(form)
    rows.addWidget(close)
    rows.addWidget(first)
    EnterMovesOn(form)
    show(form)
    first.setFocus()

    press(form, "Shift+Return")
    assert first.hasFocus()
    press(form, "Shift+Tab")
    assert close.hasFocus()
