"""A new calendar or new units become one new version; what a dossier was promised stays."""

from __future__ import annotations

from datetime import date

import pytest

from cgcounter.domain.calendar import DayKind
from cgcounter.services.import_reference import OwnUnitMissingError
from tests.services.desk import Desk, at
from tests.services.small_catalogue import CALENDAR

Row = dict[str, str]


def day(on: str, kind: str = "day_off", name: str = "Nghỉ") -> Row:
    return {"date": on, "kind": kind, "name": name}


def unit(key: str, **cells: str) -> Row:
    return {"unit_key": key, "name": key, "kind": "commune", "valid_from": "2022-01-01"} | cells


def test_the_years_of_the_file_are_replaced(desk: Desk) -> None:
    """The decision of a year replaces its days; other years, and the hours, stay."""
    rows = [
        day("2022-04-11", name="Giỗ Tổ"),
        day("02/09/2022"),
        day("2022-09-03", "makeup_workday"),
    ]
    change = desk.cases.tables.calendar(rows, source="lịch.csv", dry_run=False)
    assert (change.new, change.changed, change.gone) == (("2022-09-02", "2022-09-03"), ("2022-04-11",), ())
    assert (change.version, change.refusals) == (2, ())
    with desk.store.look() as reading:
        calendar = reading.reference.calendar()
    assert calendar.hours == CALENDAR.hours
    assert calendar.day_off(date(2026, 11, 24)) is not None
    assert calendar.is_working(date(2022, 9, 3))
    assert [one.kind for one in calendar.days if one.date.month == 9] == [
        DayKind.DAY_OFF,
        DayKind.MAKEUP_WORKDAY,
    ]


def test_a_row_that_cannot_be_read_stops_all_of_a_calendar(desk: Desk) -> None:
    """The day it meant would have become a working day; the row is named, and everything stays."""
    before = desk.store.commits
    rows = [day("2022-04-11", name="Giỗ Tổ"), day("31/02/2022")]
    change = desk.cases.tables.calendar(rows, source="lịch.csv", dry_run=False)
    assert [(one.row_number, one.reason_code) for one in change.refusals] == [(3, "bad_date")]
    assert (change.changed, change.version, desk.store.commits) == (("2022-04-11",), 0, before)


def test_a_dossier_keeps_its_due_time(desk: Desk) -> None:
    """A day off that is decided later moves what is received from then on."""
    old = desk.receive()
    desk.cases.tables.calendar([day("2022-03-14")], source="x", dry_run=False)
    assert desk.stored(old.id).due_at == at(14, 17)
    assert desk.receive().due_at == at(15, 17)


def test_a_look_and_the_same_calendar_write_nothing(desk: Desk) -> None:
    """A dry run, a file of refused rows, and what is there already are no new version."""
    before = desk.store.commits
    assert desk.cases.tables.calendar([day("2022-03-14")], source="x", dry_run=True).new == ("2022-03-14",)
    assert not desk.cases.tables.calendar([day("x")], source="x", dry_run=False).is_any
    assert desk.store.commits == before
    assert desk.cases.tables.calendar([day("2022-03-14")], source="x", dry_run=False).version == 2
    assert desk.cases.tables.calendar([day("2022-03-14")], source="x", dry_run=False).version == 0


def test_units_are_replaced_whole(desk: Desk) -> None:
    """What is new, changed and gone is told by key."""
    rows = [unit("xa-cao-an", name="xã Cao An"), unit("ubnd-huyen", kind="district")]
    change = desk.cases.tables.units(rows, source="x", dry_run=False)
    assert (change.new, change.changed, change.gone) == (("ubnd-huyen",), ("xa-cao-an",), ())
    assert (change.version, change.unchanged) == (2, 0)
    again = desk.cases.tables.units(rows, source="x", dry_run=True)
    assert (again.is_any, again.unchanged) == (False, 2)
    assert desk.cases.tables.units(rows, source="x", dry_run=False).version == 0


def test_the_office_cannot_import_itself_away(desk: Desk) -> None:
    """A table without the office's own unit is the wrong one; one of refused rows changes nothing."""
    with pytest.raises(OwnUnitMissingError):
        desk.cases.tables.units([unit("ubnd-huyen")], source="x", dry_run=True)
    change = desk.cases.tables.units([unit("x", kind="?")], source="x", dry_run=False)
    assert (change.version, len(change.refusals)) == (0, 1)
    with desk.store.look() as reading:
        assert reading.reference.units().find("xa-cao-an") is not None
