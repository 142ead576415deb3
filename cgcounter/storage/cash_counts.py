"""What clerks counted in their drawers: rows beside the versions of reference, as immutable as these."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import msgpack
from msgspec.structs import replace

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.cash import CashCount
from cgcounter.storage.transaction import Sql, Transaction

_KIND: Final = "cash_count"
_LAST: Final = Sql("SELECT max(version) FROM reference WHERE kind = :kind")
# The source of a count is the day that was counted.
_OF_DAY: Final = Sql("SELECT body FROM reference WHERE kind = :kind AND source = :day ORDER BY version")
_ADD: Final = Sql(
    "INSERT INTO reference (kind, version, at, source, body) VALUES (:kind, :version, :at, :source, :body)"
)
_DECODER: Final = msgpack.Decoder(CashCount)


class SqlCashCounts:
    """Adds counts and reads those of a day."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, count: CashCount) -> None:
        """Keep a count beside the earlier ones."""
        last = self._transaction.value(_LAST, {"kind": _KIND}) or 0
        row = {
            "kind": _KIND,
            "version": last + 1,
            "at": count.counted_at.isoformat(),
            "source": count.day.isoformat(),
            "body": msgpack.encode(count),
        }
        self._transaction.run(_ADD, row)

    def of_day(self, day: date) -> tuple[CashCount, ...]:
        """The counts for a day, in the order in which they were made; their times at +07:00."""
        rows = self._transaction.rows(_OF_DAY, {"kind": _KIND, "day": day.isoformat()})
        return tuple(_told_here(_DECODER.decode(row["body"])) for row in rows)


def _told_here(count: CashCount) -> CashCount:
    return replace(count, counted_at=count.counted_at.astimezone(TIME_ZONE))
