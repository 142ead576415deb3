"""The tables that screens read, made from the log: a dossier's row is the fold of its events.

One way for both: what an append touches is projected at once, and a rebuild projects the whole log by the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeVar

import msgspec

from cgcounter.domain import names
from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.dossier_line import DossierLine, line_of
from cgcounter.domain.events import Event, UnreadableEventError, decode_event
from cgcounter.domain.facts import BEGINNINGS
from cgcounter.domain.fold import NoBeginningError, fold
from cgcounter.domain.holding import Task, holding_of
from cgcounter.domain.particulars import OfficialReceipt
from cgcounter.domain.payments import Payment, payments_of
from cgcounter.domain.people import normalise_personal_id, normalise_phone
from cgcounter.storage.meta import Fact, find_fact, put_fact
from cgcounter.storage.moments import to_micros
from cgcounter.storage.transaction import Row, Sql, Transaction

Progress = Callable[[int, int], None]
"""Told how many steps are done, and of how many."""

StoredEvent = tuple[int, Event]
"""An event with its rowid in the log."""

PROJECTION_VERSION: Final = 7
"""Raised whenever the rows or their tables change: files of other versions are projected anew."""

_Thing = TypeVar("_Thing")
_BATCH: Final = 500
_CODE_PARTS: Final = 3
_AT_THE_COUNTER: Final = frozenset({Task.HAND_OVER, Task.RETURN})
NO_DEADLINE: Final = 2**60
_TIMES: Final = ("received_at", "due_at", "released_at", "returned_at", "deadline")
_VERSION: Final = str(PROJECTION_VERSION).encode()

_COUNT: Final = Sql("SELECT count(*) FROM event")
_WHOLE_LOG: Final = Sql("SELECT rowid, body FROM event ORDER BY rowid")
_LIVES: Final = Sql(
    "SELECT link.dossier, event.rowid, event.body FROM dossier_event AS link"
    " JOIN event ON event.rowid = link.event ORDER BY link.dossier, link.event"
)
_LIFE: Final = Sql(
    "SELECT event.rowid, event.body FROM dossier_event AS link JOIN event ON event.rowid = link.event"
    " WHERE link.dossier = :dossier ORDER BY link.event"
)
_LINK: Final = Sql("INSERT INTO dossier_event (dossier, event) VALUES (:dossier, :event)")
# What a dossier is found and ordered by, beside what its line shows.
_KEYS: Final = (
    *("begun_at", "pending_due_at", "unprinted_since", "waiting_since", "held_until", "handed_on_paper_at"),
    *("code_serial", "code_day", "name_key", "last_word_key", "personal_id_key", "phone_key", "group_key"),
)
_WRITTEN: Final = (*DossierLine.__struct_fields__, *_KEYS)
_PUT_ROW: Final = Sql(
    " ".join(
        (
            "INSERT INTO dossier (number,",
            ", ".join(_WRITTEN),
            ") VALUES (:number,",
            ", ".join(f":{name}" for name in _WRITTEN),
            ") ON CONFLICT (number) DO UPDATE SET",
            ", ".join(f"{name} = excluded.{name}" for name in _WRITTEN),
        )
    )
)
_PUT_PAYMENT: Final = Sql("""
    INSERT OR REPLACE INTO payment (
        event, id, dossier, at, by, kind, amount_dong, slip_number,
        official_number, official_template, official_series, fee_kind, reason
    ) VALUES (
        :event, :id, :dossier, :at, :by, :kind, :amount_dong, :slip_number,
        :official_number, :official_template, :official_series, :fee_kind, :reason
    )
""")
_NOT_WRITTEN: Final = OfficialReceipt("")
# A virtual table takes its shadow tables with it.
_VIRTUAL: Final = Sql("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'")
_PLAIN: Final = Sql("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")


def quiet(_done: int, _of: int) -> None:
    """The progress that nobody watches."""


def life_of(transaction: Transaction, dossier: bytes) -> list[StoredEvent]:
    """The events of a dossier in the order they were stored; empty when there are none."""
    return [_stored(row) for row in transaction.rows(_LIFE, {"dossier": dossier})]


def project(transaction: Transaction, stored: Sequence[StoredEvent]) -> None:
    """Bring the projections up to the events just stored; part of the same transaction."""
    _link(transaction, stored)
    touched = dict.fromkeys(event.dossier.bytes for _, event in stored)
    _put_rows(transaction, (life_of(transaction, dossier) for dossier in touched))


def are_current(transaction: Transaction) -> bool:
    """Whether the projections have the shape that this version of the program reads."""
    return find_fact(transaction, Fact.PROJECTION_VERSION) == _VERSION


def rebuild(transaction: Transaction, progress: Progress = quiet) -> None:
    """Drop every projection and make it anew from the whole log, within the caller's transaction."""
    # The tables are written down in SQLAlchemy's terms; who opens a file that has them does not wait for it.
    from cgcounter.storage import tables

    _drop_all(transaction, keep={*tables.LOG.tables, "alembic_version"})
    for statement in tables.projection_schema():
        transaction.run(Sql(statement))
    events = transaction.value(_COUNT)
    watch = _Watch(progress, steps=2 * events)
    for batch in _batches(watch.over(whole_log(transaction))):
        _link(transaction, batch)
    _put_rows(transaction, (watch.step(life, len(life)) for life in whole_lives(transaction)))
    put_fact(transaction, Fact.PROJECTION_VERSION, _VERSION)


def whole_log(transaction: Transaction) -> Iterator[StoredEvent]:
    """Every event in the order it was stored, but for bytes that are none."""
    for row in transaction.rows(_WHOLE_LOG):
        try:
            yield _stored(row)
        except UnreadableEventError:
            continue


def whole_lives(transaction: Transaction) -> Iterator[list[StoredEvent]]:
    """The events of every dossier, one dossier after another."""
    for _, life in groupby(transaction.rows(_LIVES), key=itemgetter("dossier")):
        yield [_stored(row) for row in life]


def _stored(row: Row) -> StoredEvent:
    return row["rowid"], decode_event(row["body"])


class Rows(NamedTuple):
    """What a dossier's events make: its row, and one for each of its payments."""

    dossier: dict[str, Any]
    payments: tuple[dict[str, Any], ...]


def rows_of(life: Sequence[StoredEvent]) -> Rows | None:
    """The rows that a dossier's events make; None until its beginning has arrived."""
    try:
        dossier = fold(event for _, event in life)
    except NoBeginningError:
        return None
    number = min(rowid for rowid, event in life if isinstance(event.fact, BEGINNINGS))
    row = {"number": number} | _line_columns(line_of(dossier)) | _key_columns(dossier)
    payments = payments_of(dossier)
    if not payments:
        return Rows(row, ())
    places = {event.id: rowid for rowid, event in life}
    return Rows(row, tuple(_payment_columns(one, places[one.id], number) for one in payments))


def code_keys(code: str) -> tuple[str, str]:
    """Running number and day of a dossier code, as it is searched by its end; empty for another text."""
    parts = code.rsplit("-", 2)
    return (parts[2], parts[1]) if len(parts) == _CODE_PARTS else ("", "")


def name_key(text: str) -> str:
    """The words that a name is found by, in the form in which they are stored and asked for."""
    return " ".join(names.search_words(text))


def _line_columns(line: DossierLine) -> dict[str, Any]:
    columns = msgspec.structs.asdict(line)
    columns["id"] = line.id.bytes
    columns["received_by"] = line.received_by and line.received_by.bytes
    columns["held_by"] = line.held_by and line.held_by.bytes
    for time in _TIMES:
        columns[time] = columns[time] and to_micros(columns[time])
    return columns


def _key_columns(dossier: Dossier) -> dict[str, Any]:
    begun_at = dossier.begun_at
    waiting = dossier.result if dossier.status is Status.RESULT_READY else None
    unprinted_since = dossier.received_at if dossier.owes_receipt else None
    due_at = dossier.due_at if dossier.is_pending else None
    serial, day = code_keys(dossier.code)
    key = name_key(dossier.applicant.name)
    return {
        "begun_at": to_micros(begun_at) if begun_at else 0,
        "pending_due_at": due_at and to_micros(due_at),
        "unprinted_since": unprinted_since and to_micros(unprinted_since),
        "waiting_since": waiting and to_micros(waiting.released_at),
        "held_until": _held_until(dossier),
        "handed_on_paper_at": dossier.paper_leg and to_micros(dossier.paper_leg.handed_at),
        "code_serial": serial,
        "code_day": day,
        "name_key": key,
        "last_word_key": key.rpartition(" ")[2],
        "personal_id_key": normalise_personal_id(dossier.applicant.personal_id) or None,
        "phone_key": normalise_phone(dossier.applicant.phone)[0] or None,
        "group_key": dossier.group and dossier.group.bytes,
    }


def _payment_columns(payment: Payment, event: int, dossier: int) -> dict[str, Any]:
    official = payment.official or _NOT_WRITTEN
    return {
        "event": event,
        "id": payment.id.bytes,
        "dossier": dossier,
        "at": to_micros(payment.at),
        "by": payment.by.bytes,
        "kind": payment.kind,
        "amount_dong": payment.amount_dong,
        "slip_number": payment.slip_number,
        "official_number": official.number,
        "official_template": official.template,
        "official_series": official.series,
        "fee_kind": payment.fee_kind,
        "reason": payment.reason,
    }


def _held_until(dossier: Dossier) -> int | None:
    """What the list of a unit's work is ordered by: the deadline, far ahead where there is none."""
    holding = holding_of(dossier)
    if holding is None or holding.task in _AT_THE_COUNTER:
        return None
    return to_micros(holding.deadline) if holding.deadline else NO_DEADLINE


def _link(transaction: Transaction, stored: Sequence[StoredEvent]) -> None:
    transaction.run_many(_LINK, [{"dossier": event.dossier.bytes, "event": rowid} for rowid, event in stored])


def _put_rows(transaction: Transaction, lives: Iterable[Sequence[StoredEvent]]) -> None:
    made = (rows for rows in map(rows_of, lives) if rows is not None)
    for batch in _batches(made):
        transaction.run_many(_PUT_ROW, [rows.dossier for rows in batch])
        payments = [payment for rows in batch for payment in rows.payments]
        if payments:
            transaction.run_many(_PUT_PAYMENT, payments)


def _batches(things: Iterable[_Thing]) -> Iterator[list[_Thing]]:
    rest = iter(things)
    while batch := list(islice(rest, _BATCH)):
        yield batch


class _Watch:
    """Counts the steps of a rebuild and tells them batch by batch."""

    def __init__(self, progress: Progress, *, steps: int) -> None:
        self._progress = progress
        self._steps = steps
        self._done = 0

    def step(self, thing: _Thing, steps: int = 1) -> _Thing:
        before, self._done = self._done, self._done + steps
        if before // _BATCH != self._done // _BATCH or self._done == self._steps:
            self._progress(self._done, self._steps)
        return thing

    def over(self, things: Iterable[_Thing]) -> Iterator[_Thing]:
        return map(self.step, things)


def _drop_all(transaction: Transaction, *, keep: Collection[str]) -> None:
    """Drop every other table, those of other versions of the program too."""
    for listing in (_VIRTUAL, _PLAIN):
        for name in {row["name"] for row in transaction.rows(listing)}.difference(keep):
            transaction.run(Sql(f'DROP TABLE "{name}"'))
