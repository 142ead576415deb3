"""Due times: laws that hold for every intake, duration and calendar."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.calendar import TIME_ZONE, CalendarDay, DayKind, WorkingCalendar
from cgcounter.domain.deadlines import (
    DeadlineRules,
    DueClock,
    DueTime,
    Duration,
    DurationKind,
    due_time,
    explain,
)

FIRST_DAY = date(2024, 1, 1)
days_near = st.integers(0, 120).map(lambda count: FIRST_DAY + timedelta(days=count))
intakes = st.builds(
    lambda day, minute: datetime.combine(day, time(minute // 60, minute % 60), TIME_ZONE),
    days_near,
    st.integers(0, 24 * 60 - 1),
)
calendars = st.dictionaries(days_near, st.sampled_from(DayKind), max_size=40).map(
    lambda kinds: WorkingCalendar(tuple(CalendarDay(day, kind, "x") for day, kind in kinds.items()))
)
durations = st.one_of(
    st.just(Duration(DurationKind.SAME_DAY)),
    st.builds(Duration, st.just(DurationKind.WORKING_DAYS), st.integers(1, 40)),
    st.builds(Duration, st.just(DurationKind.CALENDAR_DAYS), st.integers(1, 90)),
    st.builds(Duration, st.just(DurationKind.WORKING_HOURS), st.integers(1, 60)),
)
moving_rules = st.builds(
    DeadlineRules,
    cutoff=st.sampled_from([time(11, 0), time(15, 0), time(20, 0)]),
    due_clock_time=st.sampled_from(DueClock),
    round_minutes=st.sampled_from([1, 15, 60]),
    count_start_day=st.booleans(),
    start_at_opening=st.booleans(),
)


@given(intakes, durations, calendars, moving_rules)
def test_due_in_office_hours_after_intake(
    received: datetime, duration: Duration, calendar: WorkingCalendar, rules: DeadlineRules
) -> None:
    """Under all rules a result is due after the intake, in a session of a working day."""
    due = due_time(received, duration, calendar, rules).at
    assert due >= received
    assert any(start <= due <= end for start, end in calendar.sessions(due.date()))


@given(intakes, durations.filter(lambda one: one.amount > 0), calendars)
def test_due_grows_with_the_amount(received: datetime, duration: Duration, calendar: WorkingCalendar) -> None:
    """One day or hour more is never due earlier."""
    longer = Duration(duration.kind, duration.amount + 1)
    assert due_time(received, duration, calendar).at <= due_time(received, longer, calendar).at


@given(intakes, intakes, durations, calendars)
def test_due_grows_with_the_intake(
    one: datetime, other: datetime, duration: Duration, calendar: WorkingCalendar
) -> None:
    """Who comes earlier is never due later."""
    earlier, later = sorted((one, other))
    assert due_time(earlier, duration, calendar).at <= due_time(later, duration, calendar).at


@given(intakes, durations, calendars, days_near)
def test_a_day_off_more_is_never_due_earlier(
    received: datetime, duration: Duration, calendar: WorkingCalendar, day: date
) -> None:
    """Adding a day off to the calendar never makes a due time earlier."""
    fuller = WorkingCalendar((*calendar.days, CalendarDay(day, DayKind.DAY_OFF, "x")))
    assert due_time(received, duration, calendar).at <= due_time(received, duration, fuller).at


@given(intakes, durations, calendars)
def test_explanation_is_one_line(received: datetime, duration: Duration, calendar: WorkingCalendar) -> None:
    """Every due time can be told in one line."""
    line = explain(due_time(received, duration, calendar))
    assert line == " ".join(line.split())
    assert line


@given(intakes, durations, calendars)
def test_slow_count_agrees(received: datetime, duration: Duration, calendar: WorkingCalendar) -> None:
    """A count by hand, minute by minute and day by day, finds the same due time."""
    due: DueTime = due_time(received, duration, calendar, DeadlineRules(round_minutes=1))
    assert due.at == counted_by_hand(received, duration, {day.date: day.kind for day in calendar.days})


def counted_by_hand(received: datetime, duration: Duration, kinds: dict[date, DayKind]) -> datetime:
    """The rules of 3.3 walked through without any cleverness."""
    if duration.kind is DurationKind.WORKING_HOURS:
        minute, left = received, 60 * duration.amount
        while left:
            left -= is_office_minute(minute, kinds)
            minute += timedelta(minutes=1)
        return minute
    day, left = received.date(), duration.amount
    if duration.kind is DurationKind.CALENDAR_DAYS:
        day += timedelta(days=left)
    elif duration.kind is DurationKind.WORKING_DAYS:
        while left:
            day += timedelta(days=1)
            left -= is_office_day(day, kinds)
    elif is_office_day(day, kinds):
        last = time(11, 30) if kinds.get(day) is DayKind.HALF_DAY else time(15, 0)
        day += timedelta(days=int(received.time() > last))
    while not is_office_day(day, kinds):
        day += timedelta(days=1)
    closing = time(11, 30) if kinds.get(day) is DayKind.HALF_DAY else time(17, 0)
    return datetime.combine(day, closing, TIME_ZONE)


def is_office_day(day: date, kinds: dict[date, DayKind]) -> bool:
    if day in kinds:
        return kinds[day] in (DayKind.MAKEUP_WORKDAY, DayKind.HALF_DAY)
    return day.isoweekday() <= 5


def is_office_minute(minute: datetime, kinds: dict[date, DayKind]) -> bool:
    if not is_office_day(minute.date(), kinds):
        return False
    if time(7, 30) <= minute.time() < time(11, 30):
        return True
    return kinds.get(minute.date()) is not DayKind.HALF_DAY and time(13, 30) <= minute.time() < time(17, 0)
