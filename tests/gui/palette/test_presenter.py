"""Tests of the command palette: found with and without marks, run by Enter, gone with Esc."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cgcounter.gui.palette.presenter import PalettePresenter
from cgcounter.gui.palette.screen import Palette
from tests.typing_keys import commit, compose, press, type_text

Show = Callable[[QWidget], None]

COMMANDS = (
    ("Nhận hồ sơ mới", "F2"),
    ("&Trả kết quả", "F4"),
    ("Nhật ký ngày", "F6"),
    ("Sửa hồ sơ", "F5"),
    ("In lại giấy hẹn", "F8"),
    ("Khóa màn hình", "Ctrl+L"),
)


class Window(QWidget):
    """A window with a field, a pane that is not in view, and the commands above."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(800, 600)
        self.field, self.other, self.pane = QLineEdit(), QLineEdit(), QWidget()
        rows = QVBoxLayout(self)
        for widget in (self.field, self.other, self.pane):
            rows.addWidget(widget)
        self.pane.hide()
        self.heard: list[str] = []
        self.actions_by_text = {text: self._action(self, text, key) for text, key in COMMANDS}
        self.actions_by_text["Sửa hồ sơ"].setEnabled(False)
        self._action(self.pane, "Phóng to trang", "+")
        self.palette_shown = Palette(self)
        presenter = PalettePresenter(self.palette_shown, self)
        self._action(self, "Lệnh", "Ctrl+K").triggered.connect(presenter.open)
        self._action(self, "Lùi một bước", "Esc")

    def _action(self, owner: QWidget, text: str, key: str) -> QAction:
        action = QAction(text, owner)
        action.setShortcut(key)
        action.triggered.connect(self._hear)
        owner.addAction(action)
        return action

    def _hear(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.heard.append(action.text())

    @property
    def offered(self) -> list[str]:
        """The texts of the commands that the palette lists."""
        return [command.text for command in self.palette_shown._list.commands]


@pytest.fixture
def window(show: Show) -> Window:
    """The window, its palette open over a field with some text."""
    window = Window()
    show(window)
    window.field.setFocus()
    type_text(window, "Trần Thị D")
    press(window, "Ctrl+K")
    window.heard.clear()
    return window


@pytest.mark.parametrize("query", ["nhat ky", "Nhật ký", "NHAT K", "ngay", "f6"])
def test_a_command_is_found_with_or_without_marks(window: Window, query: str) -> None:
    """Beginnings of words find a command, marks or none; so does its key."""
    type_text(window, query)
    assert window.offered == ["Nhật ký ngày"]


def test_typed_marks_come_first(window: Window) -> None:
    """Who types the marks means them: of Trả and Tra the one typed leads."""
    window._action(window, "Tra cứu", "F3")
    press(window, "Esc")
    press(window, "Ctrl+K")
    type_text(window, "tra")
    assert window.offered == ["Tra cứu", "Trả kết quả"]
    for _ in "tra":
        press(window, "Backspace")
    type_text(window, "trả")
    assert window.offered[0] == "Trả kết quả"


def test_a_first_word_comes_before_a_later_one(window: Window) -> None:
    """A command that begins with what is typed leads those that only have it further on."""
    type_text(window, "h")
    assert window.offered == ["Nhận hồ sơ mới", "In lại giấy hẹn", "Khóa màn hình", "Sửa hồ sơ"]
    window._action(window, "Hủy", "F7")
    press(window, "Esc")
    press(window, "Ctrl+K")
    type_text(window, "h")
    assert window.offered[0] == "Hủy"


def test_the_two_enter_keys_bear_one_name(window: Window) -> None:
    """An action on both Enter keys shows Enter once."""
    action = window.actions_by_text["Nhật ký ngày"]
    action.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
    press(window, "Esc")
    press(window, "Ctrl+K")
    type_text(window, "nhat")
    assert [command.keys for command in window.palette_shown._list.commands] == [("Ctrl+Enter",)]


def test_enter_runs_and_gives_the_focus_back(window: Window) -> None:
    """Enter runs the marked command once the palette is gone and the field has its focus and text again."""
    type_text(window, "tra")
    press(window, "Return")

    assert window.heard == ["&Trả kết quả"]
    assert not window.palette_shown.isVisible()
    assert window.field.hasFocus()
    type_text(window, "ương")
    assert window.field.text() == "Trần Thị Dương"


def test_escape_closes_the_palette_only(window: Window) -> None:
    """Esc puts the palette away and nothing else hears it, the window's own Esc least of all."""
    press(window, "Esc")

    assert not window.palette_shown.isVisible()
    assert window.field.hasFocus()
    assert window.heard == []


def test_the_same_key_closes_it(window: Window) -> None:
    """Ctrl+K a second time puts the palette away."""
    press(window, "Ctrl+K")
    assert not window.palette_shown.isVisible()
    assert window.field.hasFocus()


def test_arrows_choose(window: Window) -> None:
    """Down and Up move the mark, which stops at both ends."""
    press(window, "Down")
    press(window, "Down")
    press(window, "Up")
    press(window, "Return")
    assert window.heard == ["&Trả kết quả"]


def test_what_is_not_valid_now_is_last_and_not_run(window: Window) -> None:
    """A disabled command is listed behind the others, says so, and Enter on it does nothing."""
    assert window.offered[-1] == "Sửa hồ sơ"
    type_text(window, "sua")
    press(window, "Return")

    assert window.heard == []
    assert window.palette_shown.isVisible()


def test_what_was_used_lately_comes_first(window: Window) -> None:
    """An empty palette begins with the commands run last, the newest first."""
    for query in ("khoa", "nhat"):
        type_text(window, query)
        press(window, "Return")
        press(window, "Ctrl+K")

    assert window.offered[:3] == ["Nhật ký ngày", "Khóa màn hình", "Nhận hồ sơ mới"]


def test_actions_of_panes_out_of_view_are_not_offered(window: Window) -> None:
    """A pane's actions count while the pane is in view."""
    assert "Phóng to trang" not in window.offered
    press(window, "Esc")
    window.pane.show()
    press(window, "Ctrl+K")
    assert "Phóng to trang" in window.offered


def test_a_word_being_composed_is_searched_for(window: Window) -> None:
    """An input method's unfinished word finds too, and finishing it neither breaks nor doubles it."""
    compose("nhâ")
    assert window.offered == ["Nhận hồ sơ mới", "Nhật ký ngày"]
    compose("nhật")
    assert window.offered == ["Nhật ký ngày"]
    commit("nhật")
    assert window.offered == ["Nhật ký ngày"]
    assert window.palette_shown._line.text() == "nhật"
    press(window, "Return")
    assert window.heard == ["Nhật ký ngày"]


def test_nothing_found_is_said(window: Window) -> None:
    """Where nothing matches a sentence stands in the list, and Enter does nothing."""
    type_text(window, "xyz")
    press(window, "Return")

    assert window.offered == []
    assert window.palette_shown._list.model().index(0, 0).data() == "Nothing matches"
    assert window.palette_shown.isVisible()


def test_going_on_elsewhere_closes_it(window: Window) -> None:
    """A palette that lost the focus to another field is in the way, and goes; the focus stays there."""
    window.other.setFocus()
    assert not window.palette_shown.isVisible()
    assert window.other.hasFocus()


def test_it_keeps_within_a_small_window(window: Window) -> None:
    """The palette is never larger than its window, also when the window changes while it is open."""
    window.resize(300, 260)
    assert window.rect().contains(window.palette_shown.geometry())
