"""What a pause does to the due time: it moves by as much as the clock stood still, or is counted anew (facts 3.2)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from cgcounter.domain.calendar import ONE_DAY, TIME_ZONE, WorkingCalendar
from cgcounter.domain.deadlines import Duration, DurationKind, due_time, explain
from cgcounter.domain.particulars import ResumeMode


class DueAfterPause(Struct, frozen=True):
    """The new due time, and how it came, in the words of the form."""

    at: datetime
    explanation: str


def due_after_pause(
    due_at: datetime,
    duration: Duration | None,
    since: datetime,
    resumed_at: datetime,
    calendar: WorkingCalendar,
) -> DueAfterPause:
    """The due time moved by the pause from ``since`` to ``resumed_at``, in the unit that its duration is counted in.

    Working days and a due time that was typed move by the working days after the one on which the clock stopped, up to
    the one on which it goes on; calendar days by days, and from a day off on to the next working day; working hours by
    office minutes. Going on before it stopped, as clocks that differ may have it, moves nothing.
    """
    kind = duration.kind if duration else DurationKind.WORKING_DAYS
    first, last = since.astimezone(TIME_ZONE).date(), resumed_at.astimezone(TIME_ZONE).date()
    if kind is DurationKind.WORKING_HOURS:
        minutes = _office_minutes(since, resumed_at, calendar)
        return DueAfterPause(_later(due_at, minutes, calendar), f"đã cộng {_span(minutes)} làm việc tạm dừng")
    if kind is DurationKind.CALENDAR_DAYS:
        days = max((last - first).days, 0)
        end = due_at.date() + timedelta(days=days)
        day = end if calendar.is_working(end) or not days else calendar.next_working_day(end)
        return DueAfterPause(_clock_on(day, due_at, calendar), f"đã cộng {days} ngày tạm dừng")
    days = sum(calendar.is_working(first + ONE_DAY * place) for place in range(1, (last - first).days + 1))
    day = due_at.date()
    for _ in range(days):
        day = calendar.next_working_day(day)
    return DueAfterPause(_clock_on(day, due_at, calendar), f"đã cộng {days} ngày làm việc tạm dừng")


def due_counted_anew(duration: Duration, resumed_at: datetime, calendar: WorkingCalendar) -> DueAfterPause:
    """The due time of a dossier whose time starts again when what was missing is there."""
    due = due_time(resumed_at, duration, calendar)
    return DueAfterPause(due.at, f"tính lại từ ngày {resumed_at:%d/%m/%Y}: {explain(due)}")


def resumed_due(
    due_at: datetime | None,
    duration: Duration | None,
    mode: ResumeMode,
    span: tuple[datetime, datetime],
    calendar: WorkingCalendar,
) -> DueAfterPause | None:
    """The due time after a pause (its beginning and end) by the procedure's mode; None where there was none."""
    if due_at is None:
        return None
    if mode is ResumeMode.RESTART_FROM_ZERO and duration is not None:
        return due_counted_anew(duration, span[1], calendar)
    return due_after_pause(due_at, duration, *span, calendar)


def _clock_on(day: date, due_at: datetime, calendar: WorkingCalendar) -> datetime:
    """The end of the day stays the end of the day; another clock time stays as it is."""
    if due_at == calendar.closing(due_at.date()):
        return calendar.closing(day)
    return datetime.combine(day, due_at.timetz())


def _office_minutes(since: datetime, until: datetime, calendar: WorkingCalendar) -> int:
    first, last = since.astimezone(TIME_ZONE).date(), until.astimezone(TIME_ZONE).date()
    total = timedelta()
    for place in range((last - first).days + 1):
        for start, end in calendar.sessions(first + ONE_DAY * place):
            total += max(min(end, until) - max(start, since), timedelta())
    return int(total.total_seconds() // 60)


def _later(at: datetime, minutes: int, calendar: WorkingCalendar) -> datetime:
    """So many office minutes after a moment; a count that ends with a session is due at its end."""
    left, day, moment = timedelta(minutes=minutes), at.date(), at
    while left:
        for start, end in calendar.sessions(day):
            begin = max(start, moment)
            if begin >= end:
                continue
            if end - begin >= left:
                return begin + left
            left -= end - begin
        day = calendar.next_working_day(day)
    return moment


def _span(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} giờ {rest:02d} phút" if rest else f"{hours} giờ"
