"""Tests of the help: the keys are the window's own, the words are the field's own."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from cgcounter.gui.help.presenter import HelpPresenter
from cgcounter.gui.help.screen import HelpPane
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


class Window(QWidget):
    """A window with two fields and a few keys."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1000, 600)
        self.number, self.name = QLineEdit(), QLineEdit()
        self.number.setAccessibleName("Số CCCD")
        self.number.setToolTip("12 chữ số trên thẻ căn cước.")
        rows = QVBoxLayout(self)
        rows.addWidget(self.number)
        rows.addWidget(self.name)
        self.heard: list[str] = []
        for text, keys in (("Khóa màn hình", ["Ctrl+L"]), ("Nhật ký", ["F6"]), ("Giới thiệu", [])):
            self._action(text, keys)
        self.back = self._action("Lùi một bước", ["Esc"])
        self.help = HelpPane(self)
        self._action("Trợ giúp", ["F1"]).triggered.connect(HelpPresenter(self.help, self).open)

    def _action(self, text: str, keys: list[str]) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(self._hear)
        self.addAction(action)
        return action

    def _hear(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.heard.append(action.text())

    @property
    def keys_listed(self) -> list[tuple[str, ...]]:
        """Text and keys of every line of the help."""
        return [(command.text, *command.keys) for command in self.help._keys.commands]


@pytest.fixture
def window(show: Show) -> Window:
    """The window, the focus in its first field."""
    window = Window()
    show(window)
    window.number.setFocus()
    type_text(window, "0011")
    return window


def test_the_keys_are_those_of_the_actions(window: Window) -> None:
    """Every action with a key is listed, function keys in their order first; one without a key is not."""
    press(window, "F1")
    assert window.keys_listed == [
        ("Trợ giúp", "F1"),
        ("Nhật ký", "F6"),
        ("Khóa màn hình", "Ctrl+L"),
        ("Lùi một bước", "Esc"),
    ]


def test_a_changed_key_is_told_as_it_is_now(window: Window) -> None:
    """There is no second list: a key that was changed stands in the help as changed."""
    window.back.setShortcut("F12")
    press(window, "F1")
    assert ("Lùi một bước", "F12") in window.keys_listed


def test_the_field_says_what_it_wants(window: Window) -> None:
    """The help names the field that had the focus, and gives the field's own words."""
    press(window, "F1")
    assert window.help._field.text() == "Số CCCD"
    assert window.help._words.text() == "12 chữ số trên thẻ căn cước."


def test_a_box_is_called_by_its_own_text(window: Window) -> None:
    """The letter that Alt jumps with is not marked in the help."""
    box = QCheckBox("Thê&m", window)
    box.setWhatsThis("Phím cách mở các mục ít khi cần đến.")
    box.show()
    box.setFocus()
    press(window, "F1")
    assert window.help._field.text() == "Thêm"


def test_a_field_without_words_leaves_no_empty_place(window: Window) -> None:
    """Where a field says nothing of itself, only the keys are shown."""
    window.name.setFocus()
    press(window, "F1")
    assert not window.help._words.isVisible()


def test_the_help_stays_beside_the_work(window: Window) -> None:
    """Going on with the next field leaves the help open, and it speaks of that field."""
    window.name.setFocus()
    press(window, "F1")
    window.number.setFocus()
    type_text(window, "9000")

    assert window.number.text() == "00119000"
    assert window.help.isVisible()
    assert window.help._words.text() == "12 chữ số trên thẻ căn cước."


@pytest.mark.parametrize("key", ["Esc", "F1"])
def test_it_goes_and_gives_the_focus_back(window: Window, key: str) -> None:
    """Esc within the help, or F1 again, put it away; the field has the focus again, and no one else hears Esc."""
    press(window, "F1")
    window.heard.clear()
    press(window, key)

    assert not window.help.isVisible()
    assert window.number.hasFocus()
    assert "Lùi một bước" not in window.heard
    type_text(window, "9000")
    assert window.number.text() == "00119000"
