"""A dossier as the fold of its events.

``fold`` is a function of the *set* of events: order of arrival, duplicates and batches do not matter. Events are
walked in the order of their ancestry, ties by (depth, id); of two acts that did not know of each other the one
further along in a dossier's life stands (design: sync, section 8, C3), the other is kept as not applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

import msgspec
from msgspec import Struct

from cgcounter.domain import names
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.deadlines import Duration
from cgcounter.domain.errors import CounterError
from cgcounter.domain.events import (
    Channel,
    DossierId,
    DossierReceived,
    DueBasis,
    Event,
    EventId,
    Fact,
    Fee,
    FormPrinted,
    IntakeRefused,
    PaperGiven,
    ParticularsCorrected,
    ProcedurePin,
    ProcessingStarted,
    RegisterEntry,
    ResultRecorded,
    ResultReturned,
    ReturnChannel,
    UnknownFact,
)
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId


class Status(StrEnum):
    """Where a dossier stands; the vocabulary of the national portal's status codes (2.3)."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    IN_PROGRESS = "in_progress"
    RESULT_READY = "result_ready"
    RETURNED = "returned"


TERMINAL: Final = frozenset({Status.REFUSED, Status.RETURNED})

# The order of design sync, section 8, C3: of two concurrent moves the one with the higher rank stands.
_RANK: Final = {
    Status.ACCEPTED: 0,
    Status.IN_PROGRESS: 1,
    Status.RESULT_READY: 2,
    Status.REFUSED: 3,
    Status.RETURNED: 4,
}

_MOVES: Final[dict[type[Fact], tuple[frozenset[Status | None], Status]]] = {
    DossierReceived: (frozenset({None}), Status.ACCEPTED),
    IntakeRefused: (frozenset({None}), Status.REFUSED),
    ProcessingStarted: (frozenset({Status.ACCEPTED}), Status.IN_PROGRESS),
    ResultRecorded: (frozenset({Status.ACCEPTED, Status.IN_PROGRESS}), Status.RESULT_READY),
    ResultReturned: (frozenset({Status.RESULT_READY}), Status.RETURNED),
}


class HistoryLine(Struct, frozen=True):
    """One event as it is told to people; ``applied`` is false for an act that another one overtook."""

    id: EventId
    at: datetime
    actor: StaffId
    fact: Fact
    applied: bool = True


class Dossier(Struct, frozen=True, kw_only=True):
    """The state of one dossier; every field is what the events say, nothing is typed in here."""

    id: DossierId
    status: Status
    procedure: ProcedurePin
    applicant: Person
    code: str = ""
    slot: int = 0
    office: str = ""
    received_at: datetime | None = None
    received_by: StaffId | None = None
    cases: tuple[str, ...] = ()
    papers: tuple[PaperGiven, ...] = ()
    submitter: Person | None = None
    submitter_relation: str = ""
    channel: Channel = Channel.COUNTER
    sets: int = 1
    duration: Duration | None = None
    due_at: datetime | None = None
    due_basis: DueBasis = DueBasis.RULE
    due_explanation: str = ""
    fee: Fee = Fee()
    return_channel: ReturnChannel = ReturnChannel.COUNTER
    register: RegisterEntry | None = None
    note: str = ""
    refused: IntakeRefused | None = None
    result: ResultRecorded | None = None
    returned: ResultReturned | None = None
    prints: tuple[FormPrinted, ...] = ()
    heads: tuple[EventId, ...] = ()
    history: tuple[HistoryLine, ...] = ()
    read_only: bool = False

    @property
    def is_open(self) -> bool:
        """True until the dossier has left the office's hands."""
        return self.status not in TERMINAL

    def print_count(self, form: str) -> int:
        """How often a form of this dossier went to paper."""
        return sum(1 for one in self.prints if one.form == form)


class DossierLine(Struct, frozen=True, kw_only=True):
    """A dossier as one row of a list, of the register or of the daily log."""

    id: DossierId
    code: str
    status: Status
    procedure_code: str
    procedure_name: str
    field: str
    name: str
    personal_id: str
    phone: str
    address: str
    received_at: datetime | None
    received_by: StaffId | None
    due_at: datetime | None
    released_at: datetime | None
    returned_at: datetime | None
    fee_dong: int
    receipt_printed: bool
    same_day: bool
    register_volume: str = ""
    register_number: int = 0


class NoBeginningError(CounterError):
    """The events hold no intake and no refusal: the beginning of the dossier has not arrived yet."""

    code = "no_beginning"


def fold(events: Iterable[Event]) -> Dossier:
    """The dossier that these events make; raises NoBeginningError when none of them begins one."""
    ordered = in_order_of_ancestry(events)
    walk = _Walk(ordered)
    for event in ordered:
        walk.take(event)
    return walk.result()


def in_order_of_ancestry(events: Iterable[Event]) -> tuple[Event, ...]:
    """Each event once, ancestors first, ties by (depth, id); a base that is not here counts as nothing."""
    by_id = {event.id: event for event in events}
    depth: dict[EventId, int] = {}
    for start in by_id:
        _measure_depth(start, by_id, depth)
    return tuple(sorted(by_id.values(), key=lambda event: (depth[event.id], event.id)))


def _measure_depth(start: EventId, by_id: dict[EventId, Event], depth: dict[EventId, int]) -> None:
    # An explicit stack: a long life must not meet the interpreter's recursion limit. A circle of bases cannot be
    # made honestly; the depth 0 set on the way in ends it.
    stack = [start]
    while stack:
        current = stack[-1]
        known = [base for base in by_id[current].base if base in by_id]
        missing = [base for base in known if base not in depth]
        if current not in depth and missing:
            depth[current] = 0
            stack.extend(missing)
            continue
        depth[current] = 1 + max((depth[base] for base in known), default=-1)
        stack.pop()


class _Walk:
    """The fold under way: fields of the dossier, and which act set its status."""

    def __init__(self, ordered: Sequence[Event]) -> None:
        self._bases = {event.id: event.base for event in ordered}
        self._fields: dict[str, Any] = {}
        self._status: Status | None = None
        self._last_move: EventId | None = None
        self._history: list[HistoryLine] = []
        self._prints: list[FormPrinted] = []
        self._read_only = False

    def take(self, event: Event) -> None:
        applied = self._apply(event)
        self._history.append(
            HistoryLine(
                id=event.id,
                at=event.at.astimezone(TIME_ZONE),
                actor=event.actor,
                fact=event.fact,
                applied=applied,
            )
        )

    def _apply(self, event: Event) -> bool:
        fact = event.fact
        if isinstance(fact, UnknownFact):
            self._read_only = True
            return False
        if isinstance(fact, FormPrinted):
            printed_at = fact.printed_at.astimezone(TIME_ZONE)
            self._prints.append(msgspec.structs.replace(fact, printed_at=printed_at))
            return True
        if isinstance(fact, ParticularsCorrected):
            self._correct(fact)
            return True
        if not self._stands(event):
            return False
        self._status = _MOVES[type(fact)][1]
        self._last_move = event.id
        self._write(event, fact)
        return True

    def _stands(self, event: Event) -> bool:
        sources, target = _MOVES[type(event.fact)]
        if self._last_move is not None and not self._descends(event.id, self._last_move):
            return self._status is None or _RANK[target] > _RANK[self._status]
        return self._status in sources

    def _descends(self, event: EventId, ancestor: EventId) -> bool:
        seen: set[EventId] = set()
        stack = list(self._bases[event])
        while stack:
            current = stack.pop()
            if current == ancestor:
                return True
            if current not in seen:
                seen.add(current)
                stack.extend(self._bases.get(current, ()))
        return False

    def _write(self, event: Event, fact: Fact) -> None:
        if isinstance(fact, DossierReceived):
            self._begin(event, fact)
        elif isinstance(fact, IntakeRefused):
            self._fields |= {
                "id": event.dossier,
                "office": event.office,
                "procedure": fact.procedure,
                "applicant": fact.applicant,
                "refused": fact,
                "received_by": event.actor,
            }
        elif isinstance(fact, ResultRecorded):
            released_at = fact.released_at.astimezone(TIME_ZONE)
            self._fields["result"] = msgspec.structs.replace(fact, released_at=released_at)
        elif isinstance(fact, ResultReturned):
            returned_at = fact.returned_at.astimezone(TIME_ZONE)
            self._fields["returned"] = msgspec.structs.replace(fact, returned_at=returned_at)

    def _begin(self, event: Event, fact: DossierReceived) -> None:
        fields = {name: getattr(fact, name) for name in fact.__struct_fields__}
        self._fields |= fields
        self._fields |= {
            "id": event.dossier,
            "office": event.office,
            "received_by": event.actor,
            "received_at": fact.received_at.astimezone(TIME_ZONE),
            "due_at": fact.due_at and fact.due_at.astimezone(TIME_ZONE),
        }

    def _correct(self, fact: ParticularsCorrected) -> None:
        for name in ("applicant", "papers", "note", "return_channel"):
            value = getattr(fact, name)
            if value is not None:
                self._fields[name] = value

    def result(self) -> Dossier:
        if self._status is None:
            raise NoBeginningError
        bases = {base for one in self._bases.values() for base in one}
        return Dossier(
            **self._fields,
            status=self._status,
            prints=tuple(self._prints),
            heads=tuple(sorted(one for one in self._bases if one not in bases)),
            history=tuple(self._history),
            read_only=self._read_only,
        )


def line_of(dossier: Dossier) -> DossierLine:
    """The row that lists show for a dossier."""
    return DossierLine(
        id=dossier.id,
        code=dossier.code,
        status=dossier.status,
        procedure_code=dossier.procedure.code,
        procedure_name=dossier.procedure.name,
        field=dossier.procedure.field,
        name=names.nfc(dossier.applicant.name),
        personal_id=dossier.applicant.personal_id or "",
        phone=dossier.applicant.phone or "",
        address=dossier.applicant.address or "",
        received_at=dossier.received_at,
        received_by=dossier.received_by,
        due_at=dossier.due_at,
        released_at=dossier.result.released_at if dossier.result else None,
        returned_at=dossier.returned.returned_at if dossier.returned else None,
        fee_dong=dossier.fee.amount_dong,
        receipt_printed=dossier.print_count("RECEIPT") > 0,
        same_day=dossier.procedure.same_day,
        register_volume=dossier.register.volume if dossier.register else "",
        register_number=dossier.register.number if dossier.register else 0,
    )
