"""Tests of the made-up keyboard: what it sends takes the same road as a real key."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from tests.typing_keys import commit, compose, moment, press, scan, type_text

Show = Callable[[QWidget], None]


def window_with_fields(*fields: QLineEdit) -> QWidget:
    """A window of these fields, one under the other."""
    window = QWidget()
    layout = QVBoxLayout(window)
    for field in fields:
        layout.addWidget(field)
    return window


def test_vietnamese_letters_arrive(show: Show) -> None:
    """Typing reaches the focused field letter by letter, marks and capitals included."""
    field = QLineEdit()
    window = window_with_fields(field)
    show(window)
    field.setFocus()

    type_text(window, "Nguyễn Thị Đỗ Quyên ƯỚC 1990")

    assert field.text() == "Nguyễn Thị Đỗ Quyên ƯỚC 1990"


def test_keys_move_and_edit(show: Show) -> None:
    """Named keys do what they do on a keyboard."""
    first, second = QLineEdit(), QLineEdit()
    window = window_with_fields(first, second)
    show(window)
    first.setFocus()

    type_text(window, "abc")
    press(window, Qt.Key.Key_Backspace)
    press(window, Qt.Key.Key_Tab)
    type_text(window, "d")

    assert (first.text(), second.text()) == ("ab", "d")


def test_shortcuts_fire_but_letters_belong_to_the_field(show: Show) -> None:
    """A QAction hears its keys; a bare letter fires only while no text field has the focus."""
    field, fired = QLineEdit(), []
    window = window_with_fields(field)
    for keys in ("F9", "Ctrl+K", "Alt+1", "U"):
        action = QAction(keys, window)
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked, keys=keys: fired.append(keys))
        window.addAction(action)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    show(window)
    field.setFocus()

    for keys in ("F9", "Ctrl+K", "Alt+1"):
        press(window, keys)
    type_text(window, "u")
    assert fired == ["F9", "Ctrl+K", "Alt+1"]
    assert field.text() == "u"

    window.setFocus()
    press(window, "U")
    assert fired == ["F9", "Ctrl+K", "Alt+1", "U"]


def test_an_input_method_composes_and_commits(show: Show) -> None:
    """What is being composed is shown but not yet text; the commit makes it text."""
    field = QLineEdit()
    window = window_with_fields(field)
    show(window)
    field.setFocus()

    compose("Dươ")
    assert field.text() == ""
    commit("Dương")

    assert field.text() == "Dương"


def test_a_scan_is_faster_than_a_hand(show: Show) -> None:
    """The events say when they happened: a scanner's 2 ms apart, a hand's 80 ms."""
    field, times = QLineEdit(), []
    window = window_with_fields(field)
    field.textEdited.connect(lambda _: times.append(moment()))
    entered: list[str] = []
    field.returnPressed.connect(lambda: entered.append(field.text()))
    show(window)
    field.setFocus()

    type_text(window, "ab")
    scan(window, "cd")

    assert [late - early for early, late in pairwise(times)] == [80, 502, 2]
    assert entered == ["abcd"]


def test_keys_go_to_the_dialog_over_the_window(show: Show) -> None:
    """As with a real keyboard, a dialog that is open gets what is typed."""
    field, answer = QLineEdit(), QLineEdit()
    window = window_with_fields(field)
    show(window)
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(answer)
    dialog.setModal(True)
    show(dialog)

    type_text(window, "x")
    press(window, Qt.Key.Key_Escape)

    assert (field.text(), answer.text()) == ("", "x")
    assert not dialog.isVisible()
