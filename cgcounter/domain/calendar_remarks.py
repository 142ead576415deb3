"""What looks wrong about the days of a working calendar, day by day; some of it nobody can work by (section 11)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from cgcounter.domain.calendar import SATURDAY, CalendarDay, DayKind
from cgcounter.domain.tables import Confidence

_NAMED_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")


class DayRemark(StrEnum):
    """One thing about a day that somebody should look at."""

    REASON_MISSING = "reason_missing"
    TWICE = "twice"
    SWAP_MISSING = "swap_missing"
    OFF_ANYWAY = "off_anyway"
    WORKS_ANYWAY = "works_anyway"
    FORECAST = "forecast"


STOPPING: Final = frozenset({DayRemark.REASON_MISSING, DayRemark.TWICE})
"""What a calendar cannot be kept with; the other remarks are for people to judge."""


def remarks_on(days: Sequence[CalendarDay]) -> tuple[tuple[DayRemark, ...], ...]:
    """The remarks on each day, in the order of the days, the gravest first.

    A make-up working day belongs to a day off (a swap), and its reason names that day as dd/mm/yyyy.
    """
    times = Counter(day.date for day in days)
    kinds = {day.date: day.kind for day in days}
    return tuple(
        tuple(
            remark
            for remark, holds in (
                (DayRemark.REASON_MISSING, not day.name),
                (DayRemark.TWICE, times[day.date] > 1),
                (DayRemark.SWAP_MISSING, _lacks_swap(day, kinds)),
                (DayRemark.OFF_ANYWAY, day.kind is DayKind.DAY_OFF and _is_weekend(day.date)),
                (DayRemark.WORKS_ANYWAY, day.kind is DayKind.MAKEUP_WORKDAY and not _is_weekend(day.date)),
                (DayRemark.FORECAST, is_forecast(day)),
            )
            if holds
        )
        for day in days
    )


def is_sound(days: Sequence[CalendarDay]) -> bool:
    """Whether an office can work by these days."""
    return not any(STOPPING.intersection(remarks) for remarks in remarks_on(days))


def is_forecast(day: CalendarDay) -> bool:
    """Whether nobody has decided this day yet: it was reckoned."""
    return day.confidence is Confidence.MEMORY


def year_to_decide(days: Iterable[CalendarDay], today: date) -> int | None:
    """The year whose calendar has to be decided now: this one, in December the next; None where all is decided.

    A year of which the calendar says nothing, or holds forecasts, is not decided.
    """
    known: dict[int, bool] = {}
    for day in days:
        known[day.date.year] = known.get(day.date.year, True) and not is_forecast(day)
    asked = [today.year, today.year + 1] if today.month == 12 else [today.year]  # noqa: PLR2004  December
    return next((year for year in asked if not known.get(year, False)), None)


def _lacks_swap(day: CalendarDay, kinds: dict[date, DayKind]) -> bool:
    named = (kinds.get(other) for other in _days_named(day.name))
    return day.kind is DayKind.MAKEUP_WORKDAY and DayKind.DAY_OFF not in named


def _days_named(text: str) -> Iterable[date]:
    for day, month, year in _NAMED_DAY.findall(text):
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue


def _is_weekend(day: date) -> bool:
    return day.weekday() >= SATURDAY
