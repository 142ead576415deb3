"""Events: a fact about a dossier with who, when and after what, and its bytes.

Bytes are made once; what is stored is what is hashed, sealed and sent (design: sync, section 3).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec import Raw, Struct

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.facts import (
    BEGINNINGS,
    ApologyMade,
    ApplicantTold,
    ClockResumed,
    ClockSuspended,
    DossierRated,
    DossierReceived,
    DossierRefused,
    DossierReopened,
    DossierVoided,
    DossierWithdrawn,
    Fact,
    FeeCollected,
    FeeRefunded,
    FormPrinted,
    GuidanceGiven,
    HandedOver,
    HandoverAccepted,
    IntakeRefused,
    ParticularsCorrected,
    PaymentRequested,
    ProcessingStopped,
    ResultFaulted,
    ResultRecorded,
    ResultReturned,
    SupplementRequested,
    UnknownFact,
)
from cgcounter.domain.particulars import DossierId, EventId, Value
from cgcounter.domain.staff import StaffId

ENVELOPE_VERSION: Final = 1
MAX_EVENT_BYTES: Final = 16 * 1024
MAX_BASE: Final = 64


class EventTooLargeError(RuleBrokenError):
    """The fact does not fit into one event; the clerk has to shorten a text."""

    code = "event_too_large"


_TYPES: Final[dict[tuple[str, int], type[Any]]] = {
    ("dossier_received", 1): DossierReceived,
    ("intake_refused", 1): IntakeRefused,
    ("handed_over", 1): HandedOver,
    ("handover_accepted", 1): HandoverAccepted,
    ("guidance_given", 1): GuidanceGiven,
    ("supplement_requested", 1): SupplementRequested,
    ("payment_requested", 1): PaymentRequested,
    ("clock_suspended", 1): ClockSuspended,
    ("clock_resumed", 1): ClockResumed,
    ("apology_made", 1): ApologyMade,
    ("result_recorded", 1): ResultRecorded,
    ("result_returned", 1): ResultReturned,
    ("result_faulted", 1): ResultFaulted,
    ("applicant_told", 1): ApplicantTold,
    ("dossier_withdrawn", 1): DossierWithdrawn,
    ("dossier_refused", 1): DossierRefused,
    ("processing_stopped", 1): ProcessingStopped,
    ("dossier_voided", 1): DossierVoided,
    ("dossier_reopened", 1): DossierReopened,
    ("dossier_rated", 1): DossierRated,
    ("fee_collected", 1): FeeCollected,
    ("fee_refunded", 1): FeeRefunded,
    ("form_printed", 1): FormPrinted,
    ("particulars_corrected", 1): ParticularsCorrected,
}


class _ProcessingStarted(Value, frozen=True):
    """The hand-over as it was written down before it said to whom."""

    started_at: datetime


# Types that are read and no longer written, with what they are read as.
_FORMER: Final[dict[tuple[str, int], tuple[type[Any], Callable[[Any], Fact]]]] = {
    ("processing_started", 1): (_ProcessingStarted, lambda old: HandedOver(handed_at=old.started_at)),
}
_NAMES: Final[dict[type[Any], tuple[str, int]]] = {fact: name for name, fact in _TYPES.items()}
_HANDED_OVER: Final = _NAMES[HandedOver][0]
_BEGINNING_NAMES: Final = frozenset(_NAMES[fact][0] for fact in BEGINNINGS)
KNOWN_TYPES: Final[tuple[tuple[str, int], ...]] = (*_TYPES, *_FORMER)


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
_FORMER_FACTS: Final = {
    name: (msgspec.msgpack.Decoder(fact), upcast) for name, (fact, upcast) in _FORMER.items()
}


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
            at=_read_wall(envelope.wall),
            actor=StaffId(envelope.actor),
            office=envelope.office,
            fact=_decode_fact(envelope),
        )
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError) as error:
        raise UnreadableEventError from error


class Heading(Struct, frozen=True):
    """What routes an event: its names, its office, whether it begins a dossier, and the unit it hands it to."""

    id: EventId
    dossier: DossierId
    office: str
    begins: bool = False
    to_unit: str = ""


def read_heading(body: bytes) -> Heading:
    """What routes an event, of any version; raises UnreadableEventError for bytes that are no event."""
    try:
        envelope = _ENVELOPES.decode(body)
        is_handover = envelope.type == _HANDED_OVER and (envelope.type, envelope.tver) in _FACTS
        fact = _decode_fact(envelope) if is_handover else None
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise UnreadableEventError from error
    return Heading(
        id=EventId(envelope.id),
        dossier=DossierId(envelope.dossier),
        office=envelope.office,
        begins=envelope.type in _BEGINNING_NAMES,
        to_unit=fact.unit if isinstance(fact, HandedOver) else "",
    )


def _read_wall(wall: str) -> datetime:
    at = datetime.fromisoformat(wall)
    if at.tzinfo is None:
        raise ValueError("a time without its offset is another one on another machine")
    at.astimezone(TIME_ZONE)  # a time that cannot be told here is none
    return at


def _decode_fact(envelope: _Envelope) -> Fact:
    name = (envelope.type, envelope.tver)
    if name in _FORMER_FACTS:
        former, upcast = _FORMER_FACTS[name]
        return upcast(former.decode(envelope.payload))
    decoder = _FACTS.get(name)
    if decoder is None:
        return UnknownFact(type=envelope.type, version=envelope.tver, payload=bytes(envelope.payload))
    fact: Fact = decoder.decode(envelope.payload)
    return fact
