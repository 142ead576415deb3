"""The tables that the program brings with it, read once."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from cgcounter.domain.calendar import WorkingCalendar, calendar_from_rows
from cgcounter.domain.catalogue_tables import catalogue_from_rows
from cgcounter.domain.procedures import Catalogue
from cgcounter.domain.units import Units, units_from_rows


def _rows(table: Path) -> Iterator[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@pytest.fixture(scope="session")
def office_calendar(resources: Path) -> WorkingCalendar:
    """The calendar of 2022-2027 with the usual office hours."""
    reading = calendar_from_rows(_rows(resources / "calendar" / "calendar.csv"))
    assert reading.refusals == ()
    return WorkingCalendar(reading.days)


@pytest.fixture(scope="session")
def catalogue(resources: Path) -> Catalogue:
    """The catalogue of 2022."""
    folder = resources / "catalogue"
    reading = catalogue_from_rows(_rows(folder / "procedures.csv"), _rows(folder / "papers.csv"))
    assert reading.refusals == ()
    return reading.catalogue


@pytest.fixture(scope="session")
def units(resources: Path) -> Units:
    """The units of Cẩm Giàng."""
    reading = units_from_rows(_rows(resources / "units" / "units.csv"))
    assert reading.refusals == ()
    return reading.units
