"""The working calendar over the real window: a leader is told in December, opens it by keys, and keeps a change."""

from __future__ import annotations

from datetime import date, datetime

from pytestqt.qtbot import QtBot

from cgcounter.app.opening import Office
from cgcounter.domain.calendar import TIME_ZONE, CalendarDay, DayKind
from cgcounter.gui.calendar.screen import CalendarScreen
from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.gui.settings.screen import SettingsScreen
from cgcounter.gui.widgets.commands import commands_of
from tests.journeys.conftest import Counter
from tests.journeys.test_tables import command, front

CLERK, SUPERVISOR, ADMINISTRATOR = 0, 3, 5
WARNING = "Lịch làm việc năm 2027 chưa có quyết định"


def days(counter: Counter) -> tuple[CalendarDay, ...]:
    """The calendar as the file has it."""

    def stored(office: Office) -> tuple[CalendarDay, ...]:
        with office.store.look() as reading:
            return reading.reference.calendar().days

    return counter.ask(stored)


def become(counter: Counter, place: int) -> None:
    """Another person takes the counter."""
    counter.hands.press("Ctrl+L")
    counter.sign_in(place)


def test_a_clerk_is_not_offered_the_calendar(counter: Counter) -> None:
    """Neither by palette nor by settings."""
    offered = {one.text: one.enabled for one in commands_of(counter.window)}
    assert not offered["Lịch làm việc"]
    counter.hands.press("Ctrl+,")
    assert not counter.window.findChildren(SettingsScreen)[0].form._calendar.isVisible()


def test_a_day_off_is_decided_by_keys(counter: Counter) -> None:
    """Palette, F2, the day, into the table, F9, Enter: the file has it, and the desk is back at Esc."""
    become(counter, ADMINISTRATOR)
    command(counter, "lich lam")
    assert front(counter) is CalendarScreen
    counter.hands.press("F2")
    counter.hands.type_text("25032022")
    counter.hands.press("Return", "Return")
    counter.hands.type_text("Nghỉ theo thông báo của tỉnh")
    counter.hands.press("Return")
    counter.hands.type_text("TB 15/2022")
    counter.hands.press("Return")
    counter.hands.press("F9", "Return")
    assert "Đã lưu lịch làm việc; lịch mới có hiệu lực từ lúc này." in counter.words
    added = CalendarDay(date(2022, 3, 25), DayKind.DAY_OFF, "Nghỉ theo thông báo của tỉnh", "TB 15/2022")
    assert added in days(counter)
    counter.hands.press("Esc")
    assert front(counter) is DeskScreen


def test_a_leader_is_told_in_december_and_led_to_the_calendar(counter: Counter, qtbot: QtBot) -> None:
    """2027 is a forecast until F7 confirms it with its decision; then the words on the desk are gone."""
    counter.clock.move_to(datetime(2026, 12, 1, 8, tzinfo=TIME_ZONE))
    become(counter, SUPERVISOR)
    assert WARNING in counter.words
    counter.hands.press("Alt+L")  # Qt shows the button pressed for a moment first
    qtbot.waitUntil(lambda: front(counter) is CalendarScreen)
    counter.hands.rest()
    counter.hands.press("F7")
    counter.hands.type_text("TB 6150/2026")
    counter.hands.press("Return", "F9", "Return")
    assert {day.source for day in days(counter) if day.date.year == 2027} == {"TB 6150/2026"}
    counter.hands.press("Esc")
    assert front(counter) is DeskScreen
    assert WARNING not in counter.words


def test_a_clerk_is_told_nothing_in_december(counter: Counter) -> None:
    """They can do nothing about it."""
    counter.clock.move_to(datetime(2026, 12, 1, 8, tzinfo=TIME_ZONE))
    become(counter, CLERK)
    assert WARNING not in counter.words
