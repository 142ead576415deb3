"""When a result is due, why, and whether it came in time (domain facts, section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from cgcounter.domain.calendar import (
    ONE_DAY,
    SATURDAY,
    TIME_ZONE,
    CalendarDay,
    DayKind,
    Session,
    WorkingCalendar,
)
from cgcounter.domain.errors import RuleBrokenError

LONGEST: Final = 3650
_YEARS: Final = range(1900, 3000)
_MINUTES_OF_A_DAY: Final = 24 * 60
_WEEKDAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class BadDurationError(RuleBrokenError):
    """A duration is negative, nothing, or longer than any procedure can take."""

    code = "bad_duration"


class BadTimeError(RuleBrokenError):
    """A time has no zone, or lies in a year that no counter lives in."""

    code = "bad_time"


class BadDeadlineRulesError(RuleBrokenError):
    """The settings of the deadline rules contradict themselves."""

    code = "bad_deadline_rules"


class DurationKind(StrEnum):
    """What a duration is counted in, as the column ``kind`` of the catalogue has it."""

    SAME_DAY = "same_day"
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    WORKING_HOURS = "working_hours"


_DURATION_WORDS: Final = {
    DurationKind.SAME_DAY: "Trong ngày",
    DurationKind.WORKING_DAYS: "{} ngày làm việc",
    DurationKind.CALENDAR_DAYS: "{} ngày",
    DurationKind.WORKING_HOURS: "{} giờ làm việc",
}


class Duration(Struct, frozen=True):
    """How long a procedure may take; the amount is 0 for a same-day procedure, else 1 to LONGEST."""

    kind: DurationKind
    amount: int = 0


class DueClock(StrEnum):
    """The clock time of a due time counted in days: the end of the day, or that of the intake."""

    END_OF_DAY = "end_of_day"
    SAME_CLOCK = "same_clock"


class CalendarEnd(StrEnum):
    """What becomes of calendar days that end on a day that is not a working day."""

    NEXT_WORKING_DAY = "next_working_day"
    KEEP = "keep"


class DeadlineRules(Struct, frozen=True):
    """The settings of domain facts 3.2; the defaults are the reference rule set of 3.3.

    ``round_minutes`` moves working hours and the same clock up to its next multiple, never past the end of
    the session. ``count_start_day`` makes the intake date the first day. ``start_at_opening`` counts the
    working days of an intake outside office hours as if it came at the next opening.
    """

    cutoff: time = time(15, 0)
    due_clock_time: DueClock = DueClock.END_OF_DAY
    round_minutes: int = 15
    calendar_end_on_dayoff: CalendarEnd = CalendarEnd.NEXT_WORKING_DAY
    count_start_day: bool = False
    start_at_opening: bool = False


class DueTime(Struct, frozen=True):
    """A due time with all that explains it.

    ``counted_from`` is the first day that counts. ``skipped`` are the days off, and ``made_up`` the make-up
    working days, that changed the outcome. ``moved_from`` is the day off on which calendar days ended.
    """

    at: datetime
    duration: Duration
    skipped: tuple[CalendarDay, ...]
    counted_from: date
    moved_from: date | None = None
    after_cutoff: bool = False
    received_on_day_off: bool = False
    made_up: tuple[CalendarDay, ...] = ()
    cutoff: time = time(15, 0)


class Timeliness(StrEnum):
    """Whether a result came before, at, or after its due time (domain facts 3.5)."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


class Granularity(StrEnum):
    """Whether lateness is judged by the minute or by the day."""

    MINUTE = "minute"
    DAY = "day"


_DEFAULT_RULES: Final = DeadlineRules()


def check_duration(duration: Duration) -> None:
    """Raise BadDurationError for an amount that no procedure can have."""
    least, most = (0, 0) if duration.kind is DurationKind.SAME_DAY else (1, LONGEST)
    if not least <= duration.amount <= most:
        raise BadDurationError(kind=duration.kind, amount=duration.amount)


def due_time(
    received_at: datetime,
    duration: Duration,
    calendar: WorkingCalendar,
    rules: DeadlineRules = _DEFAULT_RULES,
) -> DueTime:
    """The due time of a dossier by domain facts 3.3, in +07:00.

    Whole minutes of the intake count, as the receipt prints them. Raises BadDurationError, BadTimeError for a
    time without a zone or of an absurd year, BadDeadlineRulesError.
    """
    check_duration(duration)
    if not 0 < rules.round_minutes <= _MINUTES_OF_A_DAY:
        raise BadDeadlineRulesError(round_minutes=rules.round_minutes)
    return _COUNTS[duration.kind](_minute(received_at), duration, calendar, rules)


def _minute(received_at: datetime) -> datetime:
    if received_at.tzinfo is None or received_at.year not in _YEARS:
        raise BadTimeError
    return received_at.astimezone(TIME_ZONE).replace(second=0, microsecond=0)


def _same_day(
    intake: datetime, duration: Duration, calendar: WorkingCalendar, rules: DeadlineRules
) -> DueTime:
    """Rule 5: at or before the cut-off on a working day the same day, else the next working day."""
    day = intake.date()
    is_working = calendar.is_working(day)
    # On a half day the office closes before the cut-off comes.
    cutoff = min(rules.cutoff, calendar.closing(day).time())
    in_time = is_working and intake.time() <= cutoff
    due_day = day if in_time else calendar.next_working_day(day)
    return DueTime(
        at=calendar.closing(due_day),
        duration=duration,
        skipped=_days_off(calendar, day, due_day),
        counted_from=due_day,
        after_cutoff=is_working and not in_time,
        received_on_day_off=not is_working,
        made_up=_makeup_days(calendar, day + ONE_DAY, due_day),
        cutoff=cutoff,
    )


def _working_days(
    intake: datetime, duration: Duration, calendar: WorkingCalendar, rules: DeadlineRules
) -> DueTime:
    """Rule 3: the n-th working day, the intake date not counted."""
    first = due_day = _first_working_day(intake, calendar, rules)
    for _ in range(duration.amount - 1):
        due_day = calendar.next_working_day(due_day)
    return DueTime(
        at=_clock_on(due_day, intake, calendar, rules),
        duration=duration,
        skipped=_days_off(calendar, intake.date(), due_day),
        counted_from=first,
        received_on_day_off=not calendar.is_working(intake.date()),
        made_up=_makeup_days(calendar, first, due_day),
    )


def _first_working_day(intake: datetime, calendar: WorkingCalendar, rules: DeadlineRules) -> date:
    day = intake.date()
    came_in_time = calendar.is_working(day) and intake <= calendar.closing(day)
    if rules.count_start_day:
        return day if came_in_time else calendar.next_working_day(day)
    if rules.start_at_opening and not came_in_time:
        day = calendar.next_working_day(day)
    return calendar.next_working_day(day)


def _calendar_days(
    intake: datetime, duration: Duration, calendar: WorkingCalendar, rules: DeadlineRules
) -> DueTime:
    """Rule 4: the n-th day after the intake date; from a day off on to the next working day."""
    day = intake.date()
    first = day if rules.count_start_day and intake <= calendar.closing(day) else day + ONE_DAY
    end = due_day = first + timedelta(days=duration.amount - 1)
    if rules.calendar_end_on_dayoff is CalendarEnd.NEXT_WORKING_DAY and not calendar.is_working(end):
        due_day = calendar.next_working_day(end)
    is_moved = due_day != end
    return DueTime(
        at=_clock_on(due_day, intake, calendar, rules),
        duration=duration,
        skipped=_days_off(calendar, end - ONE_DAY, due_day) if is_moved else (),
        counted_from=first,
        moved_from=end if is_moved else None,
        received_on_day_off=not calendar.is_working(day),
    )


def _working_hours(
    intake: datetime, duration: Duration, calendar: WorkingCalendar, rules: DeadlineRules
) -> DueTime:
    """Rule 6: only office minutes count; a count that ends with a session is due at its end."""
    left = timedelta(hours=duration.amount)
    sessions = _sessions_from(intake, calendar)
    start, end = next(sessions)
    first = start.date()
    while end - start < left:
        left -= end - start
        start, end = next(sessions)
    return DueTime(
        at=_rounded_up(start + left, end, rules.round_minutes),
        duration=duration,
        skipped=_days_off(calendar, intake.date(), end.date()),
        counted_from=first,
        received_on_day_off=not calendar.is_working(intake.date()),
        made_up=_makeup_days(calendar, first, end.date()),
    )


_COUNTS: Final = {
    DurationKind.SAME_DAY: _same_day,
    DurationKind.WORKING_DAYS: _working_days,
    DurationKind.CALENDAR_DAYS: _calendar_days,
    DurationKind.WORKING_HOURS: _working_hours,
}


def _sessions_from(intake: datetime, calendar: WorkingCalendar) -> Iterator[Session]:
    """What is left of the sessions from the intake on, without end."""
    day = intake.date()
    while True:
        yield from ((max(start, intake), end) for start, end in calendar.sessions(day) if intake < end)
        day = calendar.next_working_day(day)


def _clock_on(day: date, intake: datetime, calendar: WorkingCalendar, rules: DeadlineRules) -> datetime:
    """The clock time at which a count of days ends on its last day."""
    if rules.due_clock_time is DueClock.SAME_CLOCK:
        clock = datetime.combine(day, intake.timetz())
        for start, end in calendar.sessions(day):
            if clock <= end:
                return _rounded_up(max(start, clock), end, rules.round_minutes)
    return calendar.closing(day)


def _rounded_up(at: datetime, session_end: datetime, minutes: int) -> datetime:
    past = (at.hour * 60 + at.minute) % minutes
    return min(at + timedelta(minutes=minutes - past), session_end) if past else at


def _days_off(calendar: WorkingCalendar, after: date, until: date) -> tuple[CalendarDay, ...]:
    """The days off in (after, until] that would have been working days."""
    entries = (calendar.day_off(day) for day in _days(after + ONE_DAY, until) if day.weekday() < SATURDAY)
    return tuple(entry for entry in entries if entry is not None)


def _makeup_days(calendar: WorkingCalendar, first: date, last: date) -> tuple[CalendarDay, ...]:
    """The make-up working days in [first, last] that would have been days off."""
    entries = (calendar.entry(day) for day in _days(first, last) if day.weekday() >= SATURDAY)
    return tuple(entry for entry in entries if entry is not None and entry.kind is DayKind.MAKEUP_WORKDAY)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=count) for count in range((last - first).days + 1))


def duration_words(duration: Duration) -> str:
    """The duration as the receipt prints it: "5 ngày làm việc", "15 ngày", "8 giờ làm việc", "Trong ngày"."""
    return _DURATION_WORDS[duration.kind].format(duration.amount)


def explain(due: DueTime) -> str:
    """One line for the citizen: how long, what was left out, what was added.

    Such as "5 ngày làm việc, đã trừ nghỉ lễ 24/11"; the same words stand on screen and on paper.
    """
    parts = [_counted_words(due)]
    if due.moved_from is not None:
        parts.append(f"ngày cuối {due.moved_from:%d/%m} là ngày nghỉ, trả ngày làm việc sau")
    skipped = tuple(day.date for day in due.skipped if day.date != due.moved_from)
    if skipped:
        parts.append(f"đã trừ nghỉ lễ {_day_ranges(skipped)}")
    parts.extend(f"tính cả {_WEEKDAYS[day.date.weekday()]} làm bù {day.date:%d/%m}" for day in due.made_up)
    return ", ".join(parts)


def _counted_words(due: DueTime) -> str:
    if due.duration.kind is not DurationKind.SAME_DAY:
        return duration_words(due.duration)
    if due.after_cutoff:
        return f"nhận sau {due.cutoff:%H:%M}, trả ngày làm việc sau"
    return "nhận ngày nghỉ, trả ngày làm việc sau" if due.received_on_day_off else "trong ngày"


def _day_ranges(days: tuple[date, ...]) -> str:
    """Days in order, neighbours drawn together: "11/04, 02-03/05, 31/08-02/09"."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == ONE_DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_range_words(run[0], run[-1]) for run in runs)


def _range_words(first: date, last: date) -> str:
    if first == last:
        return f"{first:%d/%m}"
    if first.month == last.month:
        return f"{first:%d}-{last:%d/%m}"
    return f"{first:%d/%m}-{last:%d/%m}"


def timeliness(
    released_at: datetime, due_at: datetime | None, *, by: Granularity = Granularity.MINUTE
) -> Timeliness:
    """Whether a result was released in time (domain facts 3.5); without a due time it is on time.

    Early is an earlier date. Raises BadTimeError for a time without a zone.
    """
    if due_at is None:
        return Timeliness.ON_TIME
    released, due = _minute(released_at), _minute(due_at)
    if released.date() != due.date():
        return Timeliness.EARLY if released < due else Timeliness.LATE
    is_late = by is Granularity.MINUTE and released > due
    return Timeliness.LATE if is_late else Timeliness.ON_TIME
