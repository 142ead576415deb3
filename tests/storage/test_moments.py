"""Times are kept as numbers without losing anything."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from cgcounter.storage.moments import day_bounds, day_of, from_micros, to_micros

HANOI = timezone(timedelta(hours=7))


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(HANOI)))  # noqa: DTZ001  the strategy adds the zone
def test_a_time_comes_back(moment: datetime) -> None:
    """To the microsecond, at +07:00."""
    again = from_micros(to_micros(moment))
    assert again == moment
    assert again.utcoffset() == timedelta(hours=7)


def test_the_number_is_that_of_unix() -> None:
    """Whole microseconds since 1970 in UTC, whatever zone the time was told in."""
    assert to_micros(datetime(1970, 1, 1, tzinfo=UTC)) == 0
    assert to_micros(datetime(2022, 3, 10, 8, 15, tzinfo=HANOI)) == 1_646_874_900_000_000
    assert to_micros(datetime(2022, 3, 10, 1, 15, tzinfo=UTC)) == 1_646_874_900_000_000


def test_a_day_is_the_office_day() -> None:
    """From midnight to midnight at +07:00."""
    start, end = day_bounds(date(2022, 3, 10))
    assert from_micros(start) == datetime(2022, 3, 10, tzinfo=HANOI)
    assert from_micros(end) == datetime(2022, 3, 11, tzinfo=HANOI)
    assert day_of(datetime(2022, 3, 10, 17, 30, tzinfo=UTC)) == date(2022, 3, 11)
