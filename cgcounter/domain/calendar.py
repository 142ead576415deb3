"""The working calendar of an office: days off, make-up working days, half days and office hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from functools import cached_property
from typing import Final

from msgspec import Struct

from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.tables import (
    CellRefusedError,
    Cells,
    Columns,
    Confidence,
    RefusalReason,
    RowRefusal,
    read_rows,
)

TIME_ZONE: Final = timezone(timedelta(hours=7))
SATURDAY: Final = 5
COLUMNS: Final = Columns(("date", "kind", "name"), ("source", "confidence"))
ONE_DAY: Final = timedelta(days=1)

Session = tuple[datetime, datetime]


class BadOfficeHoursError(RuleBrokenError):
    """The four times of the office hours do not follow one another."""

    code = "bad_office_hours"


class DayKind(StrEnum):
    """What a day of the calendar is instead of what its weekday says."""

    DAY_OFF = "day_off"
    MAKEUP_WORKDAY = "makeup_workday"
    HALF_DAY = "half_day"


class CalendarDay(Struct, frozen=True):
    """One day that differs from its weekday, with the decision it comes from."""

    date: date
    kind: DayKind
    name: str
    source: str = ""
    confidence: Confidence | None = None


class OfficeHours(Struct, frozen=True):
    """The two sessions of a working day; raises BadOfficeHoursError unless they follow one another."""

    morning_start: time = time(7, 30)
    morning_end: time = time(11, 30)
    afternoon_start: time = time(13, 30)
    afternoon_end: time = time(17, 0)

    def __post_init__(self) -> None:
        if not self.morning_start < self.morning_end <= self.afternoon_start < self.afternoon_end:
            raise BadOfficeHoursError


class WorkingCalendar(Struct, frozen=True, dict=True):
    """Which days and hours an office works (domain facts 3.3 rule 1, section 11).

    Monday to Friday without the days off, and every make-up working day. A half day works in the morning
    only. Of two entries for one date the later stands. ``dict`` gives room to the cached lookup.
    """

    days: tuple[CalendarDay, ...] = ()
    hours: OfficeHours = OfficeHours()

    @cached_property
    def _by_date(self) -> dict[date, CalendarDay]:
        return {entry.date: entry for entry in self.days}

    def entry(self, day: date) -> CalendarDay | None:
        """What the calendar says about this date, None for a day like its weekday."""
        return self._by_date.get(day)

    def is_working(self, day: date) -> bool:
        entry = self._by_date.get(day)
        return day.weekday() < SATURDAY if entry is None else entry.kind is not DayKind.DAY_OFF

    def next_working_day(self, day: date) -> date:
        """The first working day after this one."""
        following = day + ONE_DAY
        while not self.is_working(following):
            following += ONE_DAY
        return following

    def sessions(self, day: date) -> tuple[Session, ...]:
        """The office's sessions of a day in order, none on a day that is not a working day."""
        if not self.is_working(day):
            return ()
        hours = self.hours
        morning = (_at(day, hours.morning_start), _at(day, hours.morning_end))
        entry = self._by_date.get(day)
        if entry is not None and entry.kind is DayKind.HALF_DAY:
            return (morning,)
        return (morning, (_at(day, hours.afternoon_start), _at(day, hours.afternoon_end)))

    def closing(self, day: date) -> datetime:
        """The end of the last session; of a day that is not a working day, when it would usually end."""
        sessions = self.sessions(day)
        return sessions[-1][1] if sessions else _at(day, self.hours.afternoon_end)

    def day_off(self, day: date) -> CalendarDay | None:
        """The entry that makes this date a day off, None otherwise (also on a plain weekend)."""
        entry = self._by_date.get(day)
        return entry if entry is not None and entry.kind is DayKind.DAY_OFF else None


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, TIME_ZONE)


class CalendarReading(Struct, frozen=True):
    """The days that a table holds, and the rows that were not taken."""

    days: tuple[CalendarDay, ...]
    refusals: tuple[RowRefusal, ...]


def calendar_from_rows(rows: Iterable[Mapping[str, str]]) -> CalendarReading:
    """Read the columns date, kind, name, source, confidence; a date's second row is refused."""
    seen: set[date] = set()

    def read(cells: Cells) -> CalendarDay:
        day = _calendar_day(cells)
        if day.date in seen:
            raise CellRefusedError("date", RefusalReason.DUPLICATE)
        seen.add(day.date)
        return day

    taken, refused = read_rows("calendar", rows, read)
    return CalendarReading(tuple(day for _, day in taken), tuple(refused))


def _calendar_day(cells: Cells) -> CalendarDay:
    return CalendarDay(
        date=cells.required_day("date"),
        kind=cells.choice("kind", DayKind),
        name=cells.required("name"),
        source=cells.text("source"),
        confidence=cells.confidence(),
    )
