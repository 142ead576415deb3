"""A due time after a pause: moved by what the clock stood still, or counted anew (facts 3.2)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cgcounter.domain.calendar import TIME_ZONE, CalendarDay, DayKind, WorkingCalendar
from cgcounter.domain.deadlines import Duration, DurationKind, due_time
from cgcounter.domain.particulars import ResumeMode
from cgcounter.domain.pauses import due_after_pause, resumed_due

CALENDAR = WorkingCalendar(
    (
        CalendarDay(date(2022, 4, 11), DayKind.DAY_OFF, "Giỗ Tổ Hùng Vương (nghỉ bù)"),
        CalendarDay(date(2022, 4, 16), DayKind.MAKEUP_WORKDAY, "làm bù"),
    )
)
DAYS, HOURS, CALENDAR_DAYS = (
    Duration(DurationKind.WORKING_DAYS, 5),
    Duration(DurationKind.WORKING_HOURS, 8),
    Duration(DurationKind.CALENDAR_DAYS, 15),
)


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of 2022."""
    return datetime(2022, month, day, hour, minute, tzinfo=TIME_ZONE)


@pytest.mark.parametrize(
    ("due", "duration", "since", "resumed", "expected", "words"),
    [
        # Stopped on Monday 14/03, supplied on Thursday 17/03: three working days, from Friday 18/03 over a weekend.
        (at(3, 18, 17), DAYS, at(3, 14), at(3, 17), at(3, 23, 17), "đã cộng 3 ngày làm việc tạm dừng"),
        # The same morning: nothing is lost.
        (at(3, 18, 17), DAYS, at(3, 14, 8), at(3, 14, 11), at(3, 18, 17), "đã cộng 0 ngày làm việc tạm dừng"),
        # Friday to Tuesday over the day off of Monday 11/04: one working day.
        (at(4, 15, 17), DAYS, at(4, 8), at(4, 12), at(4, 16, 17), "đã cộng 1 ngày làm việc tạm dừng"),
        # A typed due time has no duration: it moves by working days and keeps its clock.
        (at(3, 18, 10), None, at(3, 14), at(3, 15), at(3, 21, 10), "đã cộng 1 ngày làm việc tạm dừng"),
        # Already late when the clock stopped: as late as before when it goes on.
        (at(3, 11, 17), DAYS, at(3, 14), at(3, 16), at(3, 15, 17), "đã cộng 2 ngày làm việc tạm dừng"),
        # Calendar days that then end on a Saturday go on to Monday.
        (at(3, 25, 17), CALENDAR_DAYS, at(3, 14), at(3, 22), at(4, 4, 17), "đã cộng 8 ngày tạm dừng"),
        # A pause within a day moves nothing, not even a due time that was typed on a Saturday.
        (at(3, 26, 17), CALENDAR_DAYS, at(3, 14, 8), at(3, 14, 11), at(3, 26, 17), "đã cộng 0 ngày tạm dừng"),
        # 09:00 to 14:00 are 2.5 and 0.5 office hours; from 16:00 one hour is left today, two are due tomorrow.
        (
            at(3, 15, 16),
            HOURS,
            at(3, 14, 9),
            at(3, 14, 14),
            at(3, 16, 9, 30),
            "đã cộng 3 giờ làm việc tạm dừng",
        ),
        (
            at(3, 15, 8),
            HOURS,
            at(3, 14, 9),
            at(3, 14, 9, 45),
            at(3, 15, 8, 45),
            "đã cộng 0 giờ 45 phút làm việc tạm dừng",
        ),
    ],
)
def test_the_due_time_moves_by_the_pause(
    *,
    due: datetime,
    duration: Duration | None,
    since: datetime,
    resumed: datetime,
    expected: datetime,
    words: str,
) -> None:
    """What was left when the clock stopped is left when it goes on."""
    after = due_after_pause(due, duration, since, resumed, CALENDAR)
    assert (after.at, after.explanation) == (expected, words)


def test_time_that_starts_again_is_counted_from_the_day_of_the_supplement() -> None:
    """Restart from zero: five working days after Thursday 17/03."""
    span = (at(3, 14), at(3, 17))
    after = resumed_due(at(3, 18, 17), DAYS, ResumeMode.RESTART_FROM_ZERO, span, CALENDAR)
    assert after is not None
    assert after.at == at(3, 24, 17)
    assert after.explanation == "tính lại từ ngày 17/03/2022: 5 ngày làm việc"


def test_a_dossier_without_a_due_time_gets_none_by_a_pause() -> None:
    """Nothing was promised, nothing is promised."""
    assert resumed_due(None, None, ResumeMode.EXTEND_BY_ELAPSED, (at(3, 14), at(3, 17)), CALENDAR) is None


def test_a_typed_due_time_cannot_be_counted_anew() -> None:
    """Without a duration the due time moves, whatever the mode."""
    span = (at(3, 14), at(3, 15))
    after = resumed_due(at(3, 18, 10), None, ResumeMode.RESTART_FROM_ZERO, span, CALENDAR)
    assert after is not None
    assert after.at == at(3, 21, 10)


_MOMENTS = st.datetimes(datetime(2022, 3, 1), datetime(2022, 5, 31)).map(  # noqa: DTZ001  zone given below
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=TIME_ZONE)
)
_DURATIONS = st.sampled_from([DAYS, HOURS, CALENDAR_DAYS])


@given(_MOMENTS, _DURATIONS, st.lists(_MOMENTS, min_size=3, max_size=3).map(sorted))
def test_two_pauses_that_meet_are_one(
    received: datetime, duration: Duration, moments: list[datetime]
) -> None:
    """Stopping at A, going on and stopping at B, going on at C is stopping at A and going on at C."""
    due = due_time(received, duration, CALENDAR).at
    whole = due_after_pause(due, duration, moments[0], moments[2], CALENDAR).at
    for since, resumed in pairwise(moments):
        due = due_after_pause(due, duration, since, resumed, CALENDAR).at
    if duration.kind is DurationKind.CALENDAR_DAYS:
        # The first pause may have moved its end off a weekend; then it is at most that much later.
        assert timedelta() <= due - whole <= timedelta(days=4)
    else:
        assert due == whole


@given(_MOMENTS, _DURATIONS, _MOMENTS, _MOMENTS)
def test_a_pause_never_takes_time_away(
    received: datetime, duration: Duration, one: datetime, other: datetime
) -> None:
    """The due time after a pause is never before the one before it."""
    due = due_time(received, duration, CALENDAR).at
    since, resumed = sorted((one, other))
    assert due_after_pause(due, duration, since, resumed, CALENDAR).at >= due


def _is_counted(day: date) -> bool:
    """The working days of the calendar above, read a second time."""
    if day in {date(2022, 4, 11), date(2022, 4, 16)}:
        return day.day == 16
    return day.weekday() < 5


def _counted_days(after: date, to: date) -> int:
    """Working days after one day, up to and with another."""
    return sum(_is_counted(after + timedelta(days=n)) for n in range(1, (to - after).days + 1))


def _counted_minutes(since: datetime, until: datetime) -> int:
    """Office minutes between two moments, minute by minute: 07:30-11:30 and 13:30-17:00."""
    total, moment = 0, since
    while moment < until:
        clock = moment.hour * 60 + moment.minute
        is_office = 7 * 60 + 30 <= clock < 11 * 60 + 30 or 13 * 60 + 30 <= clock < 17 * 60
        total += is_office and _is_counted(moment.date())
        moment += timedelta(minutes=1)
    return total


@given(_MOMENTS, _MOMENTS, _MOMENTS)
def test_as_many_working_days_are_left_after_the_pause_as_before(
    received: datetime, one: datetime, other: datetime
) -> None:
    """3.2, extend_by_elapsed: the days between the stop and the due time are those from going on to the new one."""
    due = due_time(received, DAYS, CALENDAR).at
    since, resumed = sorted((one, other))
    since = min(since, due)
    after = due_after_pause(due, DAYS, since, max(since, resumed), CALENDAR).at
    assert _is_counted(after.date())
    assert (after.hour, after.minute) == (17, 0)
    assert _counted_days(since.date(), due.date()) == _counted_days(max(since, resumed).date(), after.date())


@settings(max_examples=60)
@given(_MOMENTS, st.integers(0, 60 * 24 * 3), st.integers(0, 60 * 24 * 3))
def test_as_many_office_minutes_are_left_after_the_pause_as_before(
    received: datetime, till_stop: int, length: int
) -> None:
    """3.2: a due time counted in hours has the same office minutes left when the clock goes on."""
    due = due_time(received, HOURS, CALENDAR).at
    since = min(received + timedelta(minutes=till_stop), due)
    resumed = since + timedelta(minutes=length)
    after = due_after_pause(due, HOURS, since, resumed, CALENDAR).at
    assert _counted_minutes(since, due) == _counted_minutes(resumed, after)


@given(_MOMENTS, _MOMENTS, _MOMENTS)
def test_calendar_days_move_by_days_and_end_on_a_working_day(
    received: datetime, one: datetime, other: datetime
) -> None:
    """3.2, calendar_end_on_dayoff: the end moves by the days of the pause, then off the weekend and no further."""
    due = due_time(received, CALENDAR_DAYS, CALENDAR).at
    since, resumed = sorted((one, other))
    after = due_after_pause(due, CALENDAR_DAYS, since, resumed, CALENDAR).at
    bare = due.date() + timedelta(days=(resumed.date() - since.date()).days)
    assert _is_counted(after.date())
    assert not any(_is_counted(bare + timedelta(days=n)) for n in range((after.date() - bare).days))


@pytest.mark.parametrize("duration", [DAYS, HOURS, CALENDAR_DAYS, None])
def test_going_on_before_the_stop_moves_nothing(duration: Duration | None) -> None:
    """The clocks of two counters differ: the due time is never earlier for it."""
    assert due_after_pause(at(3, 18, 17), duration, at(3, 16), at(3, 14), CALENDAR).at == at(3, 18, 17)
