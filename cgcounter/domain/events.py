"""What happened to a dossier: facts, named in the past tense, and their bytes.

Bytes are made once; what is stored is what is hashed, sealed and sent (design: sync, section 3). Facts grow by
new fields with defaults only; a fact this version does not know is kept as it came and passed on.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NewType
from uuid import UUID

import msgspec
from msgspec import Raw, Struct

from cgcounter.domain.deadlines import Duration
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Submission
from cgcounter.domain.staff import StaffId

EventId = NewType("EventId", UUID)
DossierId = NewType("DossierId", UUID)

ENVELOPE_VERSION: Final = 1
MAX_EVENT_BYTES: Final = 16 * 1024
MAX_BASE: Final = 64


class EventTooLargeError(RuleBrokenError):
    """The fact does not fit into one event; the clerk has to shorten a text."""

    code = "event_too_large"


class Channel(StrEnum):
    """How a dossier came in."""

    COUNTER = "counter"
    ONLINE = "online"
    POST = "post"
    MOBILE = "mobile"


class ReturnChannel(StrEnum):
    """How the citizen asked for, or got, the result."""

    COUNTER = "counter"
    POST = "post"
    ELECTRONIC = "electronic"


class PaperSource(StrEnum):
    """Where a paper of the dossier comes from (indicator 9.3)."""

    NEW = "new"
    REUSED = "reused"
    LOOKED_UP = "looked_up"


class DueBasis(StrEnum):
    """Why the due time is what it is."""

    RULE = "rule"
    TYPED = "typed"
    NONE = "none"


class ReceiverRole(StrEnum):
    """Who stands at the counter to take the result."""

    APPLICANT = "applicant"
    AUTHORISED = "authorised"


class ResultKind(StrEnum):
    """A positive answer grants what was asked; a negative one says why not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class _Value(Struct, frozen=True, omit_defaults=True):
    """A part of a fact; what equals its default takes no room on the wire."""


class ProcedurePin(_Value, frozen=True):
    """The procedure as it stood at intake; changing the catalogue never touches a dossier."""

    code: str
    name: str
    field: str
    catalogue_version: int
    same_day: bool = False
    result: str = ""


class PaperGiven(_Value, frozen=True):
    """One paper of the dossier: originals and copies in sheets of paper handed over or shown."""

    name: str
    originals: int = 0
    copies: int = 0
    submission: Submission = Submission.YES
    source: PaperSource = PaperSource.NEW
    note: str = ""


class Fee(_Value, frozen=True):
    """What was charged, in whole dong; ``pages`` and ``copies`` say how a tiered fee came about.

    ``exemption`` holds the reason when the citizen does not pay; ``amount_dong`` is then 0. ``typed`` tells that the
    amount does not come from the catalogue.
    """

    amount_dong: int = 0
    pages: int = 0
    copies: int = 0
    exemption: str = ""
    typed: bool = False


class RegisterEntry(_Value, frozen=True):
    """The row of the register (Mẫu 06) that the dossier was entered in."""

    volume: str
    number: int


class DossierReceived(_Value, frozen=True):
    """A complete dossier was accepted: it has a code, a due time and a row in the register."""

    code: str
    slot: int
    received_at: datetime
    procedure: ProcedurePin
    applicant: Person
    papers: tuple[PaperGiven, ...]
    register: RegisterEntry
    cases: tuple[str, ...] = ()
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
    note: str = ""


class IntakeRefused(_Value, frozen=True):
    """A dossier was not taken in, with the reason the citizen was told (Mẫu 03)."""

    refused_at: datetime
    procedure: ProcedurePin
    applicant: Person
    reason: str


class ProcessingStarted(_Value, frozen=True):
    """The counter handed the dossier to those who work on it."""

    started_at: datetime


class ResultRecorded(_Value, frozen=True):
    """The answer exists; its release time decides whether the office was on time (3.5)."""

    released_at: datetime
    kind: ResultKind = ResultKind.POSITIVE
    number: str = ""
    note: str = ""


class ResultReturned(_Value, frozen=True):
    """The result was handed over."""

    returned_at: datetime
    receiver: ReceiverRole = ReceiverRole.APPLICANT
    receiver_name: str = ""
    receiver_id: str = ""
    relation: str = ""
    channel: ReturnChannel = ReturnChannel.COUNTER


class FormPrinted(_Value, frozen=True):
    """A form went to paper; the same event and template give the same bytes again."""

    printed_at: datetime
    form: str
    template_version: int
    sha256: bytes
    reprint: int = 0
    printer: str = ""


class ParticularsCorrected(_Value, frozen=True):
    """Mistakes in a received dossier were put right, with a reason; what was printed before stays on record."""

    corrected_at: datetime
    reason: str
    applicant: Person | None = None
    papers: tuple[PaperGiven, ...] | None = None
    note: str | None = None
    return_channel: ReturnChannel | None = None


class UnknownFact(Struct, frozen=True):
    """A fact of a newer version: kept, passed on, and the dossier is read-only here."""

    type: str
    version: int
    payload: bytes


Fact = (
    DossierReceived
    | IntakeRefused
    | ProcessingStarted
    | ResultRecorded
    | ResultReturned
    | FormPrinted
    | ParticularsCorrected
    | UnknownFact
)

_TYPES: Final[dict[tuple[str, int], type[Any]]] = {
    ("dossier_received", 1): DossierReceived,
    ("intake_refused", 1): IntakeRefused,
    ("processing_started", 1): ProcessingStarted,
    ("result_recorded", 1): ResultRecorded,
    ("result_returned", 1): ResultReturned,
    ("form_printed", 1): FormPrinted,
    ("particulars_corrected", 1): ParticularsCorrected,
}
_NAMES: Final[dict[type[Any], tuple[str, int]]] = {fact: name for name, fact in _TYPES.items()}
KNOWN_TYPES: Final[tuple[tuple[str, int], ...]] = tuple(_TYPES)


class Event(Struct, frozen=True):
    """One fact with who, when and after what.

    ``base`` names the events of this dossier that the author had seen last: ancestry, not the clock, says what
    came before what. ``at`` is the wall time, kept for people.
    """

    id: EventId
    dossier: DossierId
    base: tuple[EventId, ...]
    at: datetime
    actor: StaffId
    office: str
    fact: Fact


class _Envelope(Struct, frozen=True, array_like=True):
    v: int
    id: UUID
    type: str
    tver: int
    dossier: UUID
    base: tuple[UUID, ...]
    wall: str
    actor: UUID
    office: str
    payload: Raw


class UnreadableEventError(RuleBrokenError):
    """The bytes are no event of ours."""

    code = "unreadable_event"


_ENCODER: Final = msgspec.msgpack.Encoder(uuid_format="bytes")
_ENVELOPES: Final = msgspec.msgpack.Decoder(_Envelope)
_FACTS: Final = {name: msgspec.msgpack.Decoder(fact) for name, fact in _TYPES.items()}


def encode_event(event: Event) -> bytes:
    """The bytes of an event; raises EventTooLargeError when it exceeds what every server accepts."""
    name, version, payload = _encode_fact(event.fact)
    body = _ENCODER.encode(
        _Envelope(
            v=ENVELOPE_VERSION,
            id=event.id,
            type=name,
            tver=version,
            dossier=event.dossier,
            base=event.base,
            wall=event.at.isoformat(),
            actor=event.actor,
            office=event.office,
            payload=Raw(payload),
        )
    )
    if len(body) > MAX_EVENT_BYTES or len(event.base) > MAX_BASE:
        raise EventTooLargeError(bytes=len(body), most=MAX_EVENT_BYTES)
    return body


def _encode_fact(fact: Fact) -> tuple[str, int, bytes]:
    if isinstance(fact, UnknownFact):
        return fact.type, fact.version, fact.payload
    name, version = _NAMES[type(fact)]
    return name, version, _ENCODER.encode(fact)


def decode_event(body: bytes) -> Event:
    """The event that the bytes hold; raises UnreadableEventError for anything else."""
    try:
        envelope = _ENVELOPES.decode(body)
        return Event(
            id=EventId(envelope.id),
            dossier=DossierId(envelope.dossier),
            base=tuple(EventId(one) for one in envelope.base),
            at=datetime.fromisoformat(envelope.wall),
            actor=StaffId(envelope.actor),
            office=envelope.office,
            fact=_decode_fact(envelope),
        )
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        raise UnreadableEventError from error


def _decode_fact(envelope: _Envelope) -> Fact:
    decoder = _FACTS.get((envelope.type, envelope.tver))
    if decoder is None:
        return UnknownFact(type=envelope.type, version=envelope.tver, payload=bytes(envelope.payload))
    fact: Fact = decoder.decode(envelope.payload)
    return fact
