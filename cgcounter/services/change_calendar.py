"""The working calendar is looked at and changed day by day; what was promised before stays promised."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

import msgspec
from msgspec import Struct

from cgcounter.domain.calendar import CalendarDay, WorkingCalendar
from cgcounter.domain.calendar_remarks import is_sound, year_to_decide
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.staff import LEADERS, Actor, Role, require_role
from cgcounter.services.import_reference import calendar_of
from cgcounter.services.ports import Reading
from cgcounter.services.texts import clean_text
from cgcounter.services.workplace import Workplace

CALENDAR_KEEPERS: Final = LEADERS | {Role.ADMINISTRATOR}

Days = tuple[CalendarDay, ...]


class CalendarUnsoundError(RuleBrokenError):
    """A day of the calendar has no reason, or stands there twice."""

    code = "calendar_unsound"


class CalendarChangedError(RuleBrokenError):
    """The calendar is no longer the one that was looked at."""

    code = "calendar_changed"


class PromisedDay(Struct, frozen=True):
    """How many open dossiers are promised for a day that will be off."""

    day: date
    dossiers: int


class CalendarChange(Struct, frozen=True):
    """What becomes of the calendar; ``changed`` are the days as they will be."""

    new: Days
    changed: Days
    gone: Days
    promised: tuple[PromisedDay, ...] = ()

    @property
    def is_any(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.new or self.changed or self.gone)


class ChangeCalendar:
    """Every change is a new version of the calendar; the hours stay."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def days(self, actor: Actor) -> Days:
        """The days that differ from their weekday, in order; raises RoleMissingError."""
        require_role(actor, CALENDAR_KEEPERS)
        with self._workplace.store.look() as reading:
            return calendar_of(reading).days

    def year_to_decide(self) -> int | None:
        """The year whose calendar nobody has decided though it is time; None: there is none."""
        with self._workplace.store.look() as reading:
            return year_to_decide(calendar_of(reading).days, self._workplace.clock.now().date())

    def preview(self, actor: Actor, days: Sequence[CalendarDay]) -> CalendarChange:
        """What keeping these days would change; raises RoleMissingError, CalendarUnsoundError, TextTooLongError."""
        require_role(actor, CALENDAR_KEEPERS)
        clean = _clean(days)
        with self._workplace.store.look() as reading:
            return _change(reading, clean, self._workplace.clock.now())

    def __call__(self, actor: Actor, before: Days, days: Sequence[CalendarDay]) -> CalendarChange:
        """Keep these days in the place of those that were there ``before``.

        Raises what `preview` does, and CalendarChangedError where the calendar has changed meanwhile.
        """
        require_role(actor, CALENDAR_KEEPERS)
        clean, now = _clean(days), self._workplace.clock.now()
        with self._workplace.store.begin() as unit:
            calendar = calendar_of(unit)
            if calendar.days != before:
                raise CalendarChangedError
            change = _change(unit, clean, now)
            if not change.is_any:
                return change
            kept = msgspec.structs.replace(calendar, days=clean)
            unit.reference.put_calendar(kept, source=actor.name, at=now)
            unit.commit()
        return change


def _clean(days: Sequence[CalendarDay]) -> Days:
    """In order, with composed and trimmed texts."""
    clean = (
        msgspec.structs.replace(
            day, name=clean_text("day_reason", day.name), source=clean_text("document", day.source)
        )
        for day in days
    )
    ordered = tuple(sorted(clean, key=lambda day: day.date))
    if not is_sound(ordered):
        raise CalendarUnsoundError
    return ordered


def _change(reading: Reading, days: Days, now: datetime) -> CalendarChange:
    present, future = calendar_of(reading), WorkingCalendar(days)
    before = {day.date: day for day in present.days}
    after = {day.date: day for day in days}
    lost = (
        day for day in sorted({*before, *after}) if present.is_working(day) and not future.is_working(day)
    )
    promised = (PromisedDay(day, len(reading.dossiers.due_on(day, now))) for day in lost if day >= now.date())
    return CalendarChange(
        new=tuple(day for day in days if day.date not in before),
        changed=tuple(day for day in days if day.date in before and before[day.date] != day),
        gone=tuple(day for day in present.days if day.date not in after),
        promised=tuple(one for one in promised if one.dossiers),
    )
