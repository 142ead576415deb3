"""The frame of the desk: where things stand, and where a notice lies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.commands import commands_of
from tests.gui.accessibility import nameless
from tests.typing_keys import press, type_text


class Frame(DeskScreen):
    """Two tasks, a list, and nothing behind them."""

    def __init__(self) -> None:
        super().__init__()
        self.plain, self.sheet, self.rows = QLineEdit(), QLabel("giấy"), QListWidget()
        self.plain.setAccessibleName("Hồ sơ")
        self.rows.setAccessibleName("Danh sách")
        self.place_task(self.plain)
        self.place_task(self.sheet)
        self.place_list(self.rows)
        self.resize(1000, 500)


@pytest.fixture
def frame(show: Callable[[QWidget], None]) -> Frame:
    """The frame with its first task in front."""
    frame = Frame()
    show(frame)
    frame.show_task(frame.plain)
    return frame


def ground_of(frame: Frame, widget: QWidget) -> QRect:
    """Where a widget stands in the frame."""
    return QRect(widget.mapTo(frame, QPoint(0, 0)), widget.size())


def test_a_notice_lies_over_the_foot_of_the_list(frame: Frame) -> None:
    """Not over the fields that somebody types in, and nothing moves for it."""
    task, rows = ground_of(frame, frame.plain), ground_of(frame, frame.rows)
    frame.notice.say(Tone.ALARM, "Máy in hết giấy")
    QApplication.processEvents()
    lies = frame.notice.geometry()
    assert rows.contains(lies)
    assert abs(lies.bottom() - rows.bottom()) <= 2
    assert not lies.intersects(task)
    assert (task, rows) == (ground_of(frame, frame.plain), ground_of(frame, frame.rows))


def test_where_the_list_is_away_it_lies_over_the_sheet(frame: Frame) -> None:
    """It is to be read, whatever is in front; and it goes back when the list does."""
    frame.notice.say(Tone.ALARM, "Máy in hết giấy")
    frame.show_task(frame.sheet, wide=True)
    QApplication.processEvents()
    assert frame.rows.isHidden()
    assert frame.notice.isVisible()
    assert frame.rect().contains(frame.notice.geometry())
    wide = frame.notice.width()
    frame.show_task(frame.plain)
    QApplication.processEvents()
    assert frame.notice.width() < wide


def test_a_notice_follows_the_window(frame: Frame, qtbot: QtBot) -> None:
    """A smaller window, and a splitter that was moved: it stays over the list."""
    frame.notice.say(Tone.ALARM, "Máy in hết giấy " * 8)
    frame.resize(700, 400)
    qtbot.waitUntil(lambda: ground_of(frame, frame.rows).contains(frame.notice.geometry()))


def test_what_has_the_focus_is_known(frame: Frame) -> None:
    """In the task, or in search field and list."""
    for widget, is_task in ((frame.plain, True), (frame.rows, False), (frame.strip.field, False)):
        widget.setFocus()
        assert frame.is_task_focused is is_task


def test_every_wish_has_a_command_and_its_key(frame: Frame, qtbot: QtBot) -> None:
    """Keys tell what is wished, palette and help know them by name."""
    wishes = {
        "F2": frame.intake_wanted,
        "F4": frame.return_wanted,
        "F6": frame.log_wanted,
        "Alt+6": frame.waiting_wanted,
        "Alt+7": frame.work_wanted,
        "Ctrl+F8": frame.last_receipt_wanted,
        "Ctrl+L": frame.lock_wanted,
        "Esc": frame.back_wanted,
    }
    named = {key for command in commands_of(frame) for key in command.keys}
    assert set(wishes) <= named
    frame.plain.setFocus()
    for key, wish in wishes.items():
        with qtbot.waitSignal(wish):
            press(frame, key)


def test_letters_go_to_the_field_and_no_further(frame: Frame) -> None:
    """Nothing at the desk is wished for by a bare letter."""
    frame.plain.setFocus()
    type_text(frame, "abmtu")
    assert frame.plain.text() == "abmtu"


def test_everything_has_a_name(frame: Frame) -> None:
    """For a screen reader."""
    assert nameless(frame) == []
