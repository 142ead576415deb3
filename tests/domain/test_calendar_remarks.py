"""What looks wrong about the days of a calendar, and which year has to be decided."""

from __future__ import annotations

from datetime import date

import pytest

from cgcounter.app import places
from cgcounter.app.reference_files import seed_data
from cgcounter.domain.calendar import CalendarDay, DayKind
from cgcounter.domain.calendar_remarks import DayRemark, is_sound, remarks_on, year_to_decide
from cgcounter.domain.tables import Confidence

SATURDAY, MONDAY = date(2026, 8, 22), date(2026, 8, 31)


def off(day: date, name: str = "Quốc khánh", confidence: Confidence | None = None) -> CalendarDay:
    return CalendarDay(day, DayKind.DAY_OFF, name, confidence=confidence)


def makeup(day: date, name: str) -> CalendarDay:
    return CalendarDay(day, DayKind.MAKEUP_WORKDAY, name)


def test_a_swap_is_sound() -> None:
    """Section 11: the Saturday is worked for the Monday that its reason names."""
    days = (
        makeup(SATURDAY, "Làm bù cho ngày 31/08/2026"),
        off(MONDAY, "Ngày nghỉ (thay cho ngày 22/08/2026)"),
    )
    assert remarks_on(days) == ((), ())
    assert is_sound(days)


@pytest.mark.parametrize(
    "reason",
    ["Làm bù", "Làm bù cho ngày 28/08/2026", "Làm bù cho ngày 31/08", "Làm bù cho ngày 31/02/2026"],
)
def test_a_make_up_day_belongs_to_a_day_off(reason: str) -> None:
    """A reason that names no day off of the calendar is told, and can be kept all the same."""
    days = (makeup(SATURDAY, reason), off(MONDAY))
    assert remarks_on(days)[0] == (DayRemark.SWAP_MISSING,)
    assert is_sound(days)


def test_a_make_up_day_for_another_make_up_day_is_no_swap() -> None:
    """What is named has to be off."""
    days = (
        makeup(SATURDAY, "Làm bù cho ngày 29/08/2026"),
        makeup(date(2026, 8, 29), "Làm bù cho ngày 31/08/2026"),
    )
    assert remarks_on(days) == ((DayRemark.SWAP_MISSING,), (DayRemark.SWAP_MISSING,))


def test_weekdays_are_looked_at() -> None:
    """A day off on a weekend and a make-up day on a working day change nothing: the date may be a slip."""
    days = (off(SATURDAY), off(date(2026, 8, 30)), makeup(MONDAY, "Làm bù cho ngày 22/08/2026"))
    assert remarks_on(days) == ((DayRemark.OFF_ANYWAY,), (DayRemark.OFF_ANYWAY,), (DayRemark.WORKS_ANYWAY,))
    assert remarks_on((CalendarDay(SATURDAY, DayKind.HALF_DAY, "Trực sáng"),)) == ((),)


def test_nobody_can_work_by_a_day_twice_or_without_a_reason() -> None:
    """These two stop the calendar; they come first of a day's remarks."""
    twice = (off(MONDAY), off(MONDAY, "Nghỉ bù"))
    assert remarks_on(twice) == ((DayRemark.TWICE,), (DayRemark.TWICE,))
    nameless = (off(SATURDAY, ""),)
    assert remarks_on(nameless) == ((DayRemark.REASON_MISSING, DayRemark.OFF_ANYWAY),)
    assert (is_sound(twice), is_sound(nameless)) == (False, False)


def test_a_forecast_is_told_as_such() -> None:
    """Section 11: 2027 is reckoned, not announced."""
    assert remarks_on((off(MONDAY, confidence=Confidence.MEMORY),)) == ((DayRemark.FORECAST,),)
    assert remarks_on((off(MONDAY, confidence=Confidence.SECONDARY),)) == ((),)


def test_the_calendar_that_comes_with_the_program_has_forecasts_alone() -> None:
    """Its swaps belong together and its days lie on the right weekdays; all of 2027 is a forecast, and nothing else."""
    days = seed_data(places.resources()).calendar.days
    told = {
        (day.date.year, remark)
        for day, remarks in zip(days, remarks_on(days), strict=True)
        for remark in remarks
    }
    assert told == {(2027, DayRemark.FORECAST)}


DECIDED, FORECAST = off(date(2026, 9, 2)), off(date(2027, 9, 2), confidence=Confidence.MEMORY)


@pytest.mark.parametrize(
    ("days", "today", "year"),
    [
        ((DECIDED, FORECAST), date(2026, 11, 30), None),
        ((DECIDED, FORECAST), date(2026, 12, 1), 2027),
        ((DECIDED, FORECAST), date(2027, 1, 1), 2027),
        ((DECIDED, off(date(2027, 9, 2))), date(2026, 12, 31), None),
        ((DECIDED, off(date(2027, 1, 1)), FORECAST), date(2026, 12, 31), 2027),
        ((DECIDED,), date(2026, 12, 1), 2027),
        ((), date(2026, 3, 1), 2026),
        ((FORECAST,), date(2026, 12, 1), 2026),
    ],
)
def test_a_year_has_to_be_decided_before_it_begins(
    days: tuple[CalendarDay, ...], today: date, year: int | None
) -> None:
    """From December on the next one; a year with one forecast left is not decided, nor one that nobody wrote down."""
    assert year_to_decide(days, today) == year
