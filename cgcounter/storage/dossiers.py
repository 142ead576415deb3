"""Reads dossiers and their lists; every question is answered from an index."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.fold import NoBeginningError, fold
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.payments import Payment
from cgcounter.domain.people import normalise_personal_id
from cgcounter.domain.staff import StaffId
from cgcounter.services.ports import DossierNotFoundError, Page, RegisterShare, TileCounts, View
from cgcounter.storage import search
from cgcounter.storage.lines import AT_MOST, lines, to_lines, to_payment
from cgcounter.storage.listing import FAR_AHEAD, LONG_AGO, Listing
from cgcounter.storage.moments import day_bounds, day_of, to_micros
from cgcounter.storage.projections import life_of
from cgcounter.storage.transaction import Row, Sql, Transaction

_EVERYTHING: Final = Listing("begun_at", newest_first=True)
_RECEIVED: Final = Listing("begun_at", "received_at IS NOT NULL", newest_first=True)
_RETURNED: Final = Listing("returned_at", newest_first=True)
_UNPRINTED: Final = Listing("unprinted_since", newest_first=True)
_WAITING: Final = Listing("waiting_since", newest_first=False)
_HELD: Final = Listing("held_until", "held_unit = :unit", newest_first=False)
_HELD_BY: Final = Listing("held_until", "held_unit = :unit", "held_by = :person", newest_first=False)
_ON_PAPER: Final = Listing("handed_on_paper_at", newest_first=False)
_PENDING: Final = Listing("pending_due_at", newest_first=False)
_LISTINGS: Final = {
    View.ALL: _EVERYTHING,
    View.OVERDUE: _PENDING,
    View.DUE_TODAY: _PENDING,
    View.RECEIVED_TODAY: _RECEIVED,
    View.RETURNED_TODAY: _RETURNED,
    View.UNPRINTED: _UNPRINTED,
    View.WAITING: _WAITING,
}

_OF_PERSON: Final = lines("WHERE personal_id_key = :person ORDER BY begun_at DESC, number DESC", AT_MOST)
_OF_GROUP: Final = lines("WHERE group_key = :group ORDER BY begun_at, number")
_COUNTS: Final = Sql("""
    SELECT
        (SELECT count(*) FROM dossier WHERE pending_due_at < :now) AS overdue,
        (SELECT count(*) FROM dossier WHERE pending_due_at >= :now AND pending_due_at < :day_end) AS due_today,
        (SELECT count(*) FROM dossier
            WHERE begun_at >= :day_start AND begun_at < :day_end AND received_at IS NOT NULL) AS received,
        (SELECT count(*) FROM dossier WHERE returned_at >= :day_start AND returned_at < :day_end) AS returned
""")
_PAYMENTS: Final = Sql("""
    SELECT payment.*, dossier.id AS dossier_id, dossier.code, dossier.name
    FROM payment JOIN dossier ON dossier.number = payment.dossier
    WHERE payment.at >= :start AND payment.at < :end ORDER BY payment.at, payment.event
""")
_COUNT_UNPRINTED: Final = Sql("SELECT count(*) FROM dossier WHERE unprinted_since IS NOT NULL")
_SHARES: Final = Sql("""
    SELECT register_volume, field, count(*) AS dossiers FROM dossier
    WHERE begun_at >= :day_start AND begun_at < :day_end AND received_at IS NOT NULL AND register_volume <> ''
    GROUP BY register_volume, field ORDER BY register_volume, field
""")
_REGISTERED: Final = Sql("""
    SELECT id FROM dossier
    WHERE begun_at >= :day_start AND begun_at < :day_end AND received_at IS NOT NULL AND register_volume <> ''
        AND (:field = '' OR field = :field) AND (:volume = '' OR register_volume = :volume)
    ORDER BY register_volume, register_number, number
""")


class SqlDossiers:
    """The questions of the screens, asked of the projections."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def get(self, dossier: DossierId) -> Dossier:
        """The folded dossier; raises DossierNotFoundError."""
        try:
            return fold(event for _, event in life_of(self._transaction, dossier.bytes))
        except NoBeginningError:
            raise DossierNotFoundError from None

    def by_code(self, code: str) -> tuple[DossierLine, ...]:
        """Rows bearing the full code or its digits alias; more than one only after a clash of codes."""
        return search.by_code(self._transaction, code)

    def search(self, query: str, *, limit: int) -> tuple[DossierLine, ...]:
        """Rows by name (6.4), end of the code, personal id or phone; exact marks first, newest first."""
        return search.search(self._transaction, query, limit)

    def of_person(self, personal_id: str, *, limit: int) -> tuple[DossierLine, ...]:
        """Rows of one person, newest first."""
        person = normalise_personal_id(personal_id)
        return to_lines(self._transaction.rows(_OF_PERSON, {"person": person, "most": limit}))

    def of_group(self, group: UUID) -> tuple[DossierLine, ...]:
        """Rows of the dossiers that one submitter handed in together, in their order."""
        return to_lines(self._transaction.rows(_OF_GROUP, {"group": group.bytes}))

    def page(self, view: View, *, now: datetime, after: str | None, limit: int) -> Page:
        """A page of a list; ``after`` is the ``next`` of the page before."""
        listing, bounds = _LISTINGS[view], _bounds(view, now)
        rows = listing.rows(self._transaction, bounds, after=after, limit=limit + 1)
        return _page(listing, rows, limit)

    def held_in(self, unit: str, *, by: StaffId | None = None, after: str | None, limit: int) -> Page:
        """What waits in a unit, or there for one person, by its deadline."""
        if by is None:
            rows = _HELD.rows(self._transaction, after=after, limit=limit + 1, unit=unit)
        else:
            rows = _HELD_BY.rows(self._transaction, after=after, limit=limit + 1, unit=unit, person=by.bytes)
        return _page(_HELD, rows, limit)

    def counts(self, now: datetime) -> TileCounts:
        """The figures of the tiles, as their lists would show them now."""
        start, end = day_bounds(day_of(now))
        moments = {"now": to_micros(now), "day_start": start, "day_end": end}
        row = self._transaction.row(_COUNTS, moments) or {}
        return TileCounts(**{tile: row[tile] for tile in TileCounts.__struct_fields__})

    def unprinted(self) -> int:
        """How many dossiers wait for their receipt, of whatever day."""
        return int(self._transaction.value(_COUNT_UNPRINTED))

    def received_on(self, day: date) -> tuple[DossierLine, ...]:
        """Rows received on a day, in the order of the day."""
        return to_lines(reversed(_RECEIVED.rows(self._transaction, day_bounds(day))))

    def returned_on(self, day: date) -> tuple[DossierLine, ...]:
        """Rows returned on a day, in the order of the day."""
        return to_lines(reversed(_RETURNED.rows(self._transaction, day_bounds(day))))

    def overdue(self, now: datetime) -> tuple[DossierLine, ...]:
        """Rows without a result whose due time has passed, the longest overdue first."""
        return to_lines(_PENDING.rows(self._transaction, (LONG_AGO, to_micros(now))))

    def due_on(self, day: date, now: datetime) -> tuple[DossierLine, ...]:
        """Rows due on a day that have no result yet and are not overdue at ``now``, the next first."""
        start, end = day_bounds(day)
        return to_lines(_PENDING.rows(self._transaction, (max(start, to_micros(now)), end)))

    def handed_on_paper(self, day: date) -> tuple[DossierLine, ...]:
        """Rows last handed to another unit on paper on a day, in the order of the day, whatever followed."""
        return to_lines(_ON_PAPER.rows(self._transaction, day_bounds(day)))

    def register_shares(self, first: date, last: date) -> tuple[RegisterShare, ...]:
        """How many dossiers received from ``first`` to ``last`` stand in which volume, field by field."""
        rows = self._transaction.rows(_SHARES, _period(first, last))
        return tuple(RegisterShare(row["register_volume"], row["field"], row["dossiers"]) for row in rows)

    def registered(
        self, first: date, last: date, *, field: str = "", volume: str = ""
    ) -> tuple[DossierId, ...]:
        """The dossiers received from ``first`` to ``last`` that are in the register, by volume and number."""
        asked = _period(first, last) | {"field": field, "volume": volume}
        rows = self._transaction.rows(_REGISTERED, asked)
        return tuple(DossierId(UUID(bytes=row["id"])) for row in rows)

    def payments_on(self, day: date) -> tuple[Payment, ...]:
        """What was taken and given back on a day, in the order of the day."""
        start, end = day_bounds(day)
        rows = self._transaction.rows(_PAYMENTS, {"start": start, "end": end})
        return tuple(to_payment(row) for row in rows)


def _period(first: date, last: date) -> dict[str, Any]:
    """From the first moment of a day to the last one of another."""
    return {"day_start": day_bounds(first)[0], "day_end": day_bounds(last)[1]}


def _page(listing: Listing, rows: Sequence[Row], limit: int) -> Page:
    """One row more than fits tells that there is another page."""
    shown = rows[:limit]
    return Page(to_lines(shown), listing.key_of(shown[-1]) if len(rows) > limit else None)


def _bounds(view: View, now: datetime) -> tuple[int, int]:
    start, end = day_bounds(day_of(now))
    moment = to_micros(now)
    if view in {View.ALL, View.UNPRINTED, View.WAITING}:
        return LONG_AGO, FAR_AHEAD
    if view is View.OVERDUE:
        return LONG_AGO, moment
    return (moment, end) if view is View.DUE_TODAY else (start, end)
