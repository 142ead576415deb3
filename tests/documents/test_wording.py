"""Dates and times written out."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cgcounter.documents.wording import (
    clock_and_date,
    counted,
    long_date,
    place_and_date,
    short_date,
    short_time,
)
from tests.documents.facts import at


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2022, 1, 5), "ngày 05 tháng 01 năm 2022"),
        (date(2022, 2, 9), "ngày 09 tháng 02 năm 2022"),
        (date(2022, 3, 10), "ngày 10 tháng 3 năm 2022"),
        (date(2022, 6, 29), "ngày 29 tháng 6 năm 2022"),
        (date(2022, 9, 1), "ngày 01 tháng 9 năm 2022"),
        (date(2022, 10, 31), "ngày 31 tháng 10 năm 2022"),
        (date(2022, 12, 12), "ngày 12 tháng 12 năm 2022"),
    ],
)
def test_zeros_of_a_date(day: date, words: str) -> None:
    """A zero stands before days below 10 and months 1 and 2, none before months 3 to 9 (NĐ 30/2020)."""
    assert long_date(day) == words


def test_place_and_date() -> None:
    """The place comes first, with a comma."""
    assert place_and_date("Cao An", date(2022, 3, 10)) == "Cao An, ngày 10 tháng 3 năm 2022"


def test_hour_and_minute_before_the_date() -> None:
    """Items 4 and 5 of Mẫu 01: hour, minute, then the date."""
    assert clock_and_date(at(3, 10, 8, 5)) == "08 giờ 05 phút, ngày 10 tháng 3 năm 2022"


def test_paper_tells_the_time_of_viet_nam() -> None:
    """A moment in another zone is printed at +07:00, with the date there."""
    late = datetime(2022, 1, 31, 18, 30, tzinfo=UTC)
    assert clock_and_date(late) == "01 giờ 30 phút, ngày 01 tháng 02 năm 2022"
    assert short_time(late) == "01:30 01/02/2022"


def test_no_moment_is_no_word() -> None:
    """What has not happened is left blank in lists."""
    assert (short_time(None), short_date(None)) == ("", "")


def test_originals_and_copies_are_counted() -> None:
    """Two figures each; "01 bản chính" is one word to a line, so the blanks in it are tied."""
    assert counted(1, 2).replace("\u00a0", " ") == "01 bản chính, 02 bản sao"
    assert counted(0, 12).replace("\u00a0", " ") == "12 bản sao"
    assert counted(0, 0) == ""
