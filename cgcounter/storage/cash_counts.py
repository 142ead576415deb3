"""What clerks counted in their drawers: rows beside the versions of reference, as immutable as these."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import msgpack
from msgspec.structs import replace
from sqlalchemy import bindparam, func, insert, select

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.cash import CashCount
from cgcounter.storage import tables
from cgcounter.storage.transaction import Transaction, prepared

_KIND: Final = "cash_count"
_COLUMNS = tables.reference.c
_OF_KIND = _COLUMNS.kind == bindparam("kind")
_LAST: Final = prepared(select(func.max(_COLUMNS.version)).where(_OF_KIND))
# The source of a count is the day that was counted.
_OF_DAY: Final = prepared(
    select(_COLUMNS.body).where(_OF_KIND, _COLUMNS.source == bindparam("day")).order_by(_COLUMNS.version)
)
_ADD: Final = prepared(insert(tables.reference))
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
