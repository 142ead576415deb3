"""The running numbers of this counter, taken within the transaction that uses them."""

from __future__ import annotations

from datetime import date
from typing import Final

from cgcounter.domain import codes
from cgcounter.storage.incarnations import find_next, set_next
from cgcounter.storage.transaction import Sql, Transaction

_ENTER: Final = Sql(
    "INSERT INTO register_counter (volume, year, next) VALUES (:volume, :year, :next)"
    " ON CONFLICT (volume, year) DO UPDATE SET next = register_counter.next + 1 RETURNING next"
)


class SqlNumbers:
    """Serials of codes and rows of the register."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def next_serial(self, slot: int, day: date) -> int:
        """The next serial of the day in the slot; raises SerialsExhaustedError, BadSlotError."""
        following = find_next(self._transaction, slot, day)
        serial = codes.next_serial(slot, None if following is None else following - 1)
        set_next(self._transaction, slot, day, serial + 1)
        return serial

    def next_register_number(self, volume: str, year: int) -> int:
        """The next row of a register volume in a year, from 1."""
        following: int = self._transaction.value(_ENTER, {"volume": volume, "year": year, "next": 2})
        return following - 1
