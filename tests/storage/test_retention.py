"""Backups of 7 days, 4 weeks and 12 months stay."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cgcounter.storage.retention import superseded

NOW = datetime(2022, 3, 10, 17, 0)  # noqa: DTZ001  one zone throughout, as the names of backups have


def test_of_a_day_the_newest_stays() -> None:
    """Hourly copies of one day go when a newer one of that day exists."""
    hourly = [NOW - timedelta(hours=hours) for hours in range(5)]
    assert superseded(hourly) == set(hourly[1:])


def test_of_a_year_of_daily_copies_days_weeks_and_months_stay() -> None:
    """Thursday 10/03/2022: seven days, four ISO weeks by their Sundays, twelve months by their last days."""
    daily = [NOW - timedelta(days=days) for days in range(400)]
    kept = sorted(set(daily) - superseded(daily), reverse=True)
    assert [f"{day:%d/%m/%Y}" for day in kept] == [
        "10/03/2022", "09/03/2022", "08/03/2022", "07/03/2022", "06/03/2022", "05/03/2022", "04/03/2022",
        "28/02/2022", "27/02/2022", "20/02/2022",
        "31/01/2022", "31/12/2021", "30/11/2021", "31/10/2021", "30/09/2021", "31/08/2021", "31/07/2021",
        "30/06/2021", "31/05/2021", "30/04/2021",
    ]  # fmt: skip


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2024, 1, 1))))  # noqa: DTZ001  as above
def test_the_newest_always_stays_and_few_are_kept(made_at: list[datetime]) -> None:
    """The newest copy is never removed, and never more than 7 + 4 + 12 are kept."""
    kept = set(made_at) - superseded(made_at)
    assert len(kept) <= 7 + 4 + 12
    if made_at:
        assert max(made_at) in kept


def test_nothing_of_nothing() -> None:
    """Without copies there is nothing to remove."""
    assert superseded([]) == set()
