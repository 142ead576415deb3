"""A list of dossiers in the order of one indexed column, read in pages that continue from a key."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, tuple_

from cgcounter.storage import tables
from cgcounter.storage.lines import LINES, at_most
from cgcounter.storage.transaction import Row, Transaction, prepared

LONG_AGO: Final = 0
FAR_AHEAD: Final = 2**62
NO_LIMIT: Final = -1
_BEFORE_ALL: Final = -1  # rows are numbered from 1
_NUMBER = tables.dossier.c.number


class Listing:
    """Rows from ``low`` on and below ``high``, by one column and then by number."""

    def __init__(self, key: ColumnElement[Any], *only: ColumnElement[bool], newest_first: bool) -> None:
        self._key = key.key or ""
        self._newest_first = newest_first
        place, start = tuple_(key, _NUMBER), tuple_(bindparam("start"), bindparam("start_number"))
        if newest_first:
            span = LINES.where(place < start, key >= bindparam("end"), *only)
            span = span.order_by(key.desc(), _NUMBER.desc())
        else:
            span = LINES.where(place > start, key < bindparam("end"), *only).order_by(key, _NUMBER)
        self._query = prepared(at_most(span))

    def rows(
        self,
        transaction: Transaction,
        bounds: tuple[int, int] = (LONG_AGO, FAR_AHEAD),
        *,
        after: str | None = None,
        limit: int = NO_LIMIT,
        **asked: str | bytes,
    ) -> list[Row]:
        """At most ``limit`` rows within the bounds, those that follow the row with the key ``after``.

        ``asked`` are the values that conditions of the list ask for by name.
        """
        start, end = reversed(bounds) if self._newest_first else bounds
        number = _BEFORE_ALL
        if after is not None:
            start, number = (int(part) for part in after.split(":"))
        place = {"start": start, "start_number": number, "end": end, "most": limit}
        return list(transaction.rows(self._query, place | asked))

    def key_of(self, row: Row) -> str:
        """What a page continues after when this is its last row."""
        return f"{row[self._key]}:{row['number']}"
