"""The working calendar: days off, make-up days, half days, sessions, and its table."""

from datetime import date, datetime, time, timedelta

import pytest

from cgcounter.domain.calendar import (
    TIME_ZONE,
    BadOfficeHoursError,
    CalendarDay,
    DayKind,
    OfficeHours,
    WorkingCalendar,
    calendar_from_rows,
)
from cgcounter.domain.tables import Confidence

HALF_DAY = CalendarDay(date(2022, 12, 30), DayKind.HALF_DAY, "Nghỉ nửa ngày")


def row(day: str, kind: str = "day_off", name: str = "Quốc khánh", **cells: str) -> dict[str, str]:
    return {"date": day, "kind": kind, "name": name, "source": "", "confidence": "", **cells}


@pytest.mark.parametrize(
    ("year", "days"), [(2022, 249), (2023, 249), (2024, 251), (2025, 250), (2026, 249), (2027, 249)]
)
def test_working_days_of_a_year(office_calendar: WorkingCalendar, year: int, days: int) -> None:
    """Each year has as many working days as section 11 counts."""
    every_day = (date(year, 1, 1) + timedelta(days=count) for count in range(366))
    assert sum(office_calendar.is_working(day) for day in every_day if day.year == year) == days


def test_days_off_and_makeup_days(office_calendar: WorkingCalendar) -> None:
    """A day off does not work, a make-up Saturday does, a plain weekend does not."""
    assert not office_calendar.is_working(date(2024, 4, 29))
    assert office_calendar.is_working(date(2024, 5, 4))
    assert not office_calendar.is_working(date(2024, 5, 11))
    assert office_calendar.is_working(date(2024, 5, 13))


def test_next_working_day_is_strictly_after(office_calendar: WorkingCalendar) -> None:
    """The next working day is never the day itself, and passes over Tết and weekends."""
    assert office_calendar.next_working_day(date(2022, 1, 28)) == date(2022, 2, 7)
    assert office_calendar.next_working_day(date(2022, 2, 7)) == date(2022, 2, 8)
    assert office_calendar.next_working_day(date(2026, 8, 21)) == date(2026, 8, 22)


def test_sessions_of_a_working_day(office_calendar: WorkingCalendar) -> None:
    """A working day has two sessions, 07:30-11:30 and 13:30-17:00 in +07:00."""
    day = date(2022, 3, 10)
    assert office_calendar.sessions(day) == (
        (datetime(2022, 3, 10, 7, 30, tzinfo=TIME_ZONE), datetime(2022, 3, 10, 11, 30, tzinfo=TIME_ZONE)),
        (datetime(2022, 3, 10, 13, 30, tzinfo=TIME_ZONE), datetime(2022, 3, 10, 17, 0, tzinfo=TIME_ZONE)),
    )
    assert TIME_ZONE.utcoffset(None) == timedelta(hours=7)


def test_no_sessions_on_a_day_off(office_calendar: WorkingCalendar) -> None:
    """A day that is not a working day has no session."""
    assert office_calendar.sessions(date(2022, 9, 2)) == ()
    assert office_calendar.sessions(date(2022, 3, 12)) == ()


def test_half_day_works_in_the_morning() -> None:
    """A half day is a working day whose only session is the morning."""
    calendar = WorkingCalendar((HALF_DAY,))
    assert calendar.is_working(HALF_DAY.date)
    ((start, end),) = calendar.sessions(HALF_DAY.date)
    assert (start.time(), end.time()) == (time(7, 30), time(11, 30))
    assert calendar.closing(HALF_DAY.date).time() == time(11, 30)


def test_day_off_names_the_entry(office_calendar: WorkingCalendar) -> None:
    """Only a day off of the table is told as a day off, with its name and decision."""
    national_day = office_calendar.day_off(date(2022, 9, 2))
    assert national_day is not None
    assert national_day.name == "Quốc khánh"
    assert national_day.confidence is Confidence.SECONDARY
    assert office_calendar.day_off(date(2024, 5, 4)) is None
    assert office_calendar.day_off(date(2022, 3, 12)) is None


def test_other_office_hours_are_used() -> None:
    """The hours are the office's: summer hours move the opening."""
    calendar = WorkingCalendar(hours=OfficeHours(morning_start=time(7, 0)))
    assert calendar.sessions(date(2022, 6, 1))[0][0].time() == time(7, 0)


@pytest.mark.parametrize(
    "hours",
    [
        {"morning_start": time(11, 30)},
        {"afternoon_start": time(11, 0)},
        {"afternoon_end": time(13, 30)},
    ],
)
def test_office_hours_follow_one_another(hours: dict[str, time]) -> None:
    """Office hours whose times do not follow one another are refused."""
    with pytest.raises(BadOfficeHoursError) as raised:
        OfficeHours(**hours)
    assert raised.value.code == "bad_office_hours"


def test_table_is_read_whole(office_calendar: WorkingCalendar) -> None:
    """The table of 2022-2027 holds 76 days, four make-up Saturdays among them."""
    assert len(office_calendar.days) == 76
    makeup = [day.date for day in office_calendar.days if day.kind is DayKind.MAKEUP_WORKDAY]
    assert makeup == [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]


def test_table_takes_both_ways_to_write_a_date() -> None:
    """A date may be written 2022-09-02 or 02/09/2022."""
    reading = calendar_from_rows([row("2022-09-01"), row("02/09/2022")])
    assert [day.date for day in reading.days] == [date(2022, 9, 1), date(2022, 9, 2)]


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        (row("2022-02-30"), "date", "bad_date"),
        (row("hôm qua"), "date", "bad_date"),
        (row(""), "date", "missing"),
        (row("2022-09-01"), "date", "duplicate"),
        (row("2022-09-02", kind="holiday"), "kind", "unknown_value"),
        (row("2022-09-02", kind=""), "kind", "missing"),
        (row("2022-09-02", name=" "), "name", "missing"),
        (row("2022-09-02", confidence="sure"), "confidence", "unknown_value"),
    ],
)
def test_malformed_day_is_refused_by_row_number(cells: dict[str, str], column: str, reason: str) -> None:
    """A malformed row is refused with its number in the sheet; the sound rows around it are kept."""
    reading = calendar_from_rows([row("2022-09-01"), cells, row("2022-09-05")])
    assert [day.date for day in reading.days] == [date(2022, 9, 1), date(2022, 9, 5)]
    (refusal,) = reading.refusals
    assert (refusal.row_number, refusal.column, refusal.reason_code) == (3, column, reason)
    assert refusal.table == "calendar"
