"""A new calendar or new units are taken in: a look first, then one transaction and one new version."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from cgcounter.domain.calendar import WorkingCalendar, calendar_from_rows
from cgcounter.domain.catalogue_tables import Rows
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.units import Units, units_from_rows
from cgcounter.services.import_change import ImportChange, difference
from cgcounter.services.ports import NotSetUpError, Reading
from cgcounter.services.workplace import Workplace


class OwnUnitMissingError(RuleBrokenError):
    """A table of units lacks the unit of this office or counter."""

    code = "own_unit_missing"


class ImportCalendar(Struct, frozen=True):
    """Reads rows of days into a new version of the calendar."""

    workplace: Workplace

    def __call__(self, rows: Rows, *, source: str, dry_run: bool) -> ImportChange:
        """Import; the days of the years that the rows speak of are replaced, other years and the hours stay.

        A row that cannot be read stops all of it: the day it meant would be a working day.
        """
        read = calendar_from_rows(rows)
        years = {day.date.year for day in read.days}
        with self.workplace.store.begin() as unit:
            calendar = calendar_of(unit)
            before = {day.date.isoformat(): day for day in calendar.days if day.date.year in years}
            after = {day.date.isoformat(): day for day in read.days}
            change = difference(before, after, read.refusals)
            if dry_run or not change.is_whole:
                return change
            others = [day for day in calendar.days if day.date.year not in years]
            days = tuple(sorted([*others, *read.days], key=lambda day: day.date))
            version = unit.reference.put_calendar(
                msgspec.structs.replace(calendar, days=days), source=source, at=self.workplace.clock.now()
            )
            unit.commit()
        return msgspec.structs.replace(change, version=version)


class ImportUnits(Struct, frozen=True):
    """Reads rows of units into a new version of their table."""

    workplace: Workplace

    def __call__(self, rows: Rows, *, source: str, dry_run: bool) -> ImportChange:
        """Import, unless a row cannot be read; raises OwnUnitMissingError when the office itself would be no more."""
        read = units_from_rows(rows)
        with self.workplace.store.begin() as unit:
            before = {one.key: one for one in _units(unit).units}
            change = difference(before, {one.key: one for one in read.units.units}, read.refusals)
            if change.refusals or not change.is_any:
                return change
            if not _own_keys(unit) <= {one.key for one in read.units.units}:
                raise OwnUnitMissingError
            if dry_run:
                return change
            version = unit.reference.put_units(read.units, source=source, at=self.workplace.clock.now())
            unit.commit()
        return msgspec.structs.replace(change, version=version)


def calendar_of(reading: Reading) -> WorkingCalendar:
    """The calendar of the office; one of plain weeks before there is any."""
    try:
        return reading.reference.calendar()
    except NotSetUpError:
        return WorkingCalendar()


def _units(reading: Reading) -> Units:
    try:
        return reading.reference.units()
    except NotSetUpError:
        return Units()


def _own_keys(reading: Reading) -> set[str]:
    """The units of office and counter, as far as the table knew them."""
    try:
        keys = {reading.reference.office().unit_key, reading.reference.counter().unit_key}
    except NotSetUpError:
        return set()
    return {key for key in keys if _units(reading).find(key) is not None}
