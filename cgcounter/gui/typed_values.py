"""Days and amounts as clerks type them and as fields show them; None: it cannot be read."""

from __future__ import annotations

from datetime import date

from cgcounter.domain.errors import CounterError
from cgcounter.domain.money import parse_dong
from cgcounter.domain.people import parse_partial_date

_MOST_DIGITS = 3  # of a number of days; four are a year


def read_day(text: str) -> date | None:
    """A whole day; a month or a year alone promises nothing."""
    try:
        day = parse_partial_date(text)
    except CounterError:
        return None
    return None if day.day is None or day.month is None else date(day.year, day.month, day.day)


def read_due(text: str) -> date | int | None:
    """A whole day, or how many working days from now."""
    typed = text.strip()
    if typed.isdecimal() and len(typed) <= _MOST_DIGITS:
        return int(typed) or None
    return read_day(typed)


def show_due(due: date | int) -> str:
    """As it was typed, a day with its slashes."""
    return show_day(due) if isinstance(due, date) else str(due)


def show_day(day: date) -> str:
    """The day first."""
    return f"{day:%d/%m/%Y}"


def read_dong(text: str) -> int | None:
    """Whole dong."""
    try:
        return parse_dong(text)
    except CounterError:
        return None


def show_dong(amount: int) -> str:
    """Thousands apart, without the word of the currency."""
    return f"{amount:,}".replace(",", ".")
