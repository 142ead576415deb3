"""Reads dossiers and their lists; every question is answered from an index."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Integer, String, bindparam, func, or_, select

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.fold import NoBeginningError, fold
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.payments import Payment
from cgcounter.domain.people import normalise_personal_id
from cgcounter.domain.staff import StaffId
from cgcounter.services.ports import DossierNotFoundError, Page, RegisterShare, TileCounts, View
from cgcounter.storage import search, tables
from cgcounter.storage.lines import LINES, at_most, to_lines, to_payment
from cgcounter.storage.listing import FAR_AHEAD, LONG_AGO, Listing
from cgcounter.storage.moments import day_bounds, day_of, to_micros
from cgcounter.storage.projections import life_of
from cgcounter.storage.transaction import Row, Transaction, prepared

_COLUMNS = tables.dossier.c
_EVERYTHING: Final = Listing(_COLUMNS.begun_at, newest_first=True)
_RECEIVED: Final = Listing(_COLUMNS.begun_at, _COLUMNS.received_at.is_not(None), newest_first=True)
_RETURNED: Final = Listing(_COLUMNS.returned_at, newest_first=True)
_UNPRINTED: Final = Listing(_COLUMNS.unprinted_since, newest_first=True)
_WAITING: Final = Listing(_COLUMNS.waiting_since, newest_first=False)
_HELD: Final = Listing(_COLUMNS.held_until, _COLUMNS.held_unit == bindparam("unit"), newest_first=False)
_HELD_BY: Final = Listing(
    _COLUMNS.held_until,
    _COLUMNS.held_unit == bindparam("unit"),
    _COLUMNS.held_by == bindparam("person"),
    newest_first=False,
)
_ON_PAPER: Final = Listing(_COLUMNS.handed_on_paper_at, newest_first=False)
_PENDING: Final = Listing(_COLUMNS.pending_due_at, newest_first=False)
_LISTINGS: Final = {
    View.ALL: _EVERYTHING,
    View.OVERDUE: _PENDING,
    View.DUE_TODAY: _PENDING,
    View.RECEIVED_TODAY: _RECEIVED,
    View.RETURNED_TODAY: _RETURNED,
    View.UNPRINTED: _UNPRINTED,
    View.WAITING: _WAITING,
}

_OF_PERSON: Final = prepared(
    at_most(
        LINES.where(_COLUMNS.personal_id_key == bindparam("person")).order_by(
            _COLUMNS.begun_at.desc(), _COLUMNS.number.desc()
        )
    )
)
_OF_GROUP: Final = prepared(
    LINES.where(_COLUMNS.group_key == bindparam("group")).order_by(_COLUMNS.begun_at, _COLUMNS.number)
)
_NOW, _DAY_START, _DAY_END = (bindparam(name, type_=Integer()) for name in ("now", "day_start", "day_end"))
_COUNT: Final = select(func.count()).select_from(tables.dossier)
_COUNTS: Final = prepared(
    select(
        _COUNT.where(_COLUMNS.pending_due_at < _NOW).scalar_subquery().label("overdue"),
        _COUNT.where(_COLUMNS.pending_due_at >= _NOW, _COLUMNS.pending_due_at < _DAY_END)
        .scalar_subquery()
        .label("due_today"),
        _COUNT.where(
            _COLUMNS.begun_at >= _DAY_START, _COLUMNS.begun_at < _DAY_END, _COLUMNS.received_at.is_not(None)
        )
        .scalar_subquery()
        .label("received"),
        _COUNT.where(_COLUMNS.returned_at >= _DAY_START, _COLUMNS.returned_at < _DAY_END)
        .scalar_subquery()
        .label("returned"),
    )
)
_PAID, _WHOSE = tables.payment.c, tables.dossier.c
_PAYMENTS: Final = prepared(
    select(tables.payment, _WHOSE.id.label("dossier_id"), _WHOSE.code, _WHOSE.name)
    .join_from(tables.payment, tables.dossier, _WHOSE.number == _PAID.dossier)
    .where(_PAID.at >= bindparam("start"), _PAID.at < bindparam("end"))
    .order_by(_PAID.at, _PAID.event)
)
_COUNT_UNPRINTED: Final = prepared(_COUNT.where(_COLUMNS.unprinted_since.is_not(None)))

_IN_REGISTER: Final = (
    _COLUMNS.begun_at >= _DAY_START,
    _COLUMNS.begun_at < _DAY_END,
    _COLUMNS.received_at.is_not(None),
    _COLUMNS.register_volume != bindparam("none", type_=String()),
)
_SHARES: Final = prepared(
    select(_COLUMNS.register_volume, _COLUMNS.field, func.count().label("dossiers"))
    .where(*_IN_REGISTER)
    .group_by(_COLUMNS.register_volume, _COLUMNS.field)
    .order_by(_COLUMNS.register_volume, _COLUMNS.field)
)
_FIELD, _VOLUME = (bindparam(name, type_=String()) for name in ("field", "volume"))
_REGISTERED: Final = prepared(
    select(_COLUMNS.id)
    .where(*_IN_REGISTER, or_(bindparam("none") == _FIELD, _COLUMNS.field == _FIELD))
    .where(or_(bindparam("none") == _VOLUME, _COLUMNS.register_volume == _VOLUME))
    .order_by(_COLUMNS.register_volume, _COLUMNS.register_number, _COLUMNS.number)
)


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
    return {"day_start": day_bounds(first)[0], "day_end": day_bounds(last)[1], "none": ""}


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
