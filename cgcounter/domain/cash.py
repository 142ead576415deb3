"""The cash of a clerk at the end of a day: what should be in the drawer, what was counted, and why they differ."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from msgspec import Struct

from cgcounter.domain.money import MOST_DONG, BadAmountError
from cgcounter.domain.staff import StaffId

BANKNOTES_DONG: Final = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000)
"""The notes that fees are paid with, the largest first."""


class NoteCount(Struct, frozen=True):
    """So many banknotes of one value, in whole dong."""

    dong: int
    count: int


class CashCount(Struct, frozen=True, kw_only=True):
    """One count of a clerk's drawer; counted again, the later one stands and the earlier one is kept.

    ``taken_dong`` is what the day's payments left in the drawer, ``opening_dong`` what lay in it before the first of
    them. ``notes`` is empty where only the total was typed. ``reason`` tells why the cash differs.
    """

    day: date
    clerk: StaffId
    counted_at: datetime
    taken_dong: int
    counted_dong: int
    opening_dong: int = 0
    notes: tuple[NoteCount, ...] = ()
    reason: str = ""

    @property
    def expected_dong(self) -> int:
        """What should be in the drawer; below 0 where more was given back than there was."""
        return self.opening_dong + self.taken_dong

    @property
    def difference_dong(self) -> int:
        """What is too much in the drawer, below 0 what is missing."""
        return self.counted_dong - self.expected_dong


def total_of(notes: Iterable[NoteCount]) -> int:
    """The notes together, in whole dong."""
    return sum(one.dong * one.count for one in notes)


def check_cash(*amounts: int) -> None:
    """Raise BadAmountError unless so much can lie in a drawer."""
    if not all(0 <= amount <= MOST_DONG for amount in amounts):
        raise BadAmountError


def last_count(counts: Iterable[CashCount], clerk: StaffId) -> CashCount | None:
    """The count that stands for a clerk, of those of one day in their order."""
    return max((one for one in counts if one.clerk == clerk), key=lambda one: one.counted_at, default=None)
