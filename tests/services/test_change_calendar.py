"""The calendar is changed as a whole new version by those who keep it; what was promised stays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cgcounter.domain.calendar import CalendarDay, DayKind
from cgcounter.domain.staff import Role, RoleMissingError
from cgcounter.domain.tables import Confidence
from cgcounter.services.change_calendar import (
    CALENDAR_KEEPERS,
    CalendarChangedError,
    CalendarUnsoundError,
    PromisedDay,
)
from cgcounter.services.texts import TextTooLongError
from tests.services.desk import Desk, actor_of, at
from tests.services.small_catalogue import CALENDAR

DAY_OFF = CalendarDay(date(2022, 3, 14), DayKind.DAY_OFF, "Nghỉ theo lệnh", "QĐ 12")


def stored(desk: Desk) -> tuple[CalendarDay, ...]:
    """The days as the data file has them."""
    with desk.store.look() as reading:
        return reading.reference.calendar().days


def test_a_day_is_added_and_counts_from_then_on(desk: Desk) -> None:
    """What was received before keeps its due time; the hours of the office stay."""
    old = desk.receive()
    change = desk.cases.change_calendar(desk.administrator, CALENDAR.days, (*CALENDAR.days, DAY_OFF))
    assert (change.new, change.changed, change.gone) == ((DAY_OFF,), (), ())
    assert desk.stored(old.id).due_at == at(14, 17)
    assert desk.receive().due_at == at(15, 17)
    with desk.store.look() as reading:
        assert reading.reference.calendar().hours == CALENDAR.hours


def test_the_preview_tells_what_is_promised_for_a_day_off(desk: Desk) -> None:
    """Open dossiers that are due on a day that will be off are counted; nothing is written."""
    desk.receive()
    desk.receive()
    before = desk.store.commits
    change = desk.cases.change_calendar.preview(desk.supervisor, (*CALENDAR.days, DAY_OFF))
    assert change.promised == (PromisedDay(DAY_OFF.date, 2),)
    assert desk.store.commits == before


def test_new_changed_and_gone_are_told_apart(desk: Desk) -> None:
    """By date; a changed day as it will be."""
    first, *others = CALENDAR.days
    renamed = replace(first, name="Tên khác")
    change = desk.cases.change_calendar.preview(desk.administrator, (renamed, *others[1:], DAY_OFF))
    assert (change.new, change.changed, change.gone) == ((DAY_OFF,), (renamed,), (others[0],))


def test_the_same_days_are_no_new_version(desk: Desk) -> None:
    """Nothing differs, nothing is written."""
    before = desk.store.commits
    assert not desk.cases.change_calendar(desk.administrator, CALENDAR.days, CALENDAR.days).is_any
    assert desk.store.commits == before


def test_a_calendar_that_changed_meanwhile_is_not_written_over(desk: Desk) -> None:
    """Whoever looked at another one is told, and what came in stays."""
    desk.cases.change_calendar(desk.administrator, CALENDAR.days, (*CALENDAR.days, DAY_OFF))
    now = stored(desk)
    with pytest.raises(CalendarChangedError):
        desk.cases.change_calendar(desk.administrator, CALENDAR.days, ())
    assert stored(desk) == now


@pytest.mark.parametrize(
    "days", [(DAY_OFF, DAY_OFF), (replace(DAY_OFF, name="  "),)], ids=["twice", "no reason"]
)
def test_what_nobody_can_work_by_is_not_kept(desk: Desk, days: tuple[CalendarDay, ...]) -> None:
    """Neither looked at nor written."""
    with pytest.raises(CalendarUnsoundError):
        desk.cases.change_calendar.preview(desk.administrator, days)
    with pytest.raises(CalendarUnsoundError):
        desk.cases.change_calendar(desk.administrator, CALENDAR.days, days)
    assert stored(desk) == CALENDAR.days


def test_a_text_has_its_length(desk: Desk) -> None:
    """No form carries more."""
    with pytest.raises(TextTooLongError):
        desk.cases.change_calendar.preview(desk.administrator, (replace(DAY_OFF, name="x" * 501),))


@pytest.mark.parametrize("role", Role)
def test_leaders_and_administrators_keep_the_calendar(desk: Desk, role: Role) -> None:
    """Everybody else neither sees it as a table nor changes it."""
    actor = actor_of(role)
    if role in CALENDAR_KEEPERS:
        desk.cases.change_calendar(actor, desk.cases.change_calendar.days(actor), (DAY_OFF,))
        return
    with pytest.raises(RoleMissingError):
        desk.cases.change_calendar.days(actor)
    with pytest.raises(RoleMissingError):
        desk.cases.change_calendar.preview(actor, (DAY_OFF,))
    with pytest.raises(RoleMissingError):
        desk.cases.change_calendar(actor, CALENDAR.days, (DAY_OFF,))


def test_the_year_to_decide_is_that_of_the_clock(desk: Desk) -> None:
    """10 March 2022 is decided; a calendar of nothing is not."""
    assert desk.cases.change_calendar.year_to_decide() is None
    desk.cases.change_calendar(desk.administrator, CALENDAR.days, ())
    assert desk.cases.change_calendar.year_to_decide() == 2022


WORDS = st.text(st.characters(categories=("L", "N", "Zs", "Mn", "P")), max_size=30)
DAYS = st.builds(
    CalendarDay,
    date=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    kind=st.sampled_from(DayKind),
    name=WORDS.map(lambda words: f"Nghỉ {words}"),
    source=WORDS,
    confidence=st.none() | st.sampled_from(Confidence),
)


@given(st.lists(DAYS, unique_by=lambda day: day.date, max_size=12))
def test_what_is_kept_is_what_is_read_again(days: list[CalendarDay]) -> None:
    """Law: days that were kept are read back equal, and keeping what was read changes nothing."""
    desk = Desk()
    desk.set_up()
    keep = desk.cases.change_calendar
    keep(desk.administrator, CALENDAR.days, tuple(days))
    read = keep.days(desk.administrator)
    assert [(day.date, day.kind, day.confidence) for day in read] == [
        (day.date, day.kind, day.confidence) for day in sorted(days, key=lambda day: day.date)
    ]
    before = desk.store.commits
    assert not keep(desk.administrator, read, read).is_any
    assert (keep.days(desk.administrator), desk.store.commits) == (read, before)
