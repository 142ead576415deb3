"""A list of dossiers in the order of one indexed column, read in pages that continue from a key."""

from __future__ import annotations

from typing import Final

from cgcounter.storage.lines import AT_MOST, lines
from cgcounter.storage.transaction import Row, Transaction

LONG_AGO: Final = 0
FAR_AHEAD: Final = 2**62
NO_LIMIT: Final = -1
_BEFORE_ALL: Final = -1  # rows are numbered from 1


class Listing:
    """Rows from ``low`` on and below ``high``, by one column and then by number."""

    def __init__(self, key: str, *only: str, newest_first: bool) -> None:
        """``key`` is a column of the dossier; ``only`` are conditions that all its rows fulfil."""
        self._key = key
        self._newest_first = newest_first
        after, before, turn = ("<", ">=", "DESC") if newest_first else (">", "<", "ASC")
        conditions = (f"({key}, number) {after} (:start, :start_number)", f"{key} {before} :end", *only)
        order = f"ORDER BY {key} {turn}, number {turn}"
        self._query = lines("WHERE", " AND ".join(conditions), order, AT_MOST)

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
