"""What each fact writes into the dossier that the fold has under way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, TypeVar

import msgspec
from msgspec import Struct

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Leg, Pause, PauseKind
from cgcounter.domain.events import Event
from cgcounter.domain.facts import (
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
)
from cgcounter.domain.particulars import LateEntry

_Part = TypeVar("_Part", bound=Struct)

_CORRECTABLE: Final = ("applicant", "papers", "note", "return_channel", "submitter", "fee")


def told_here(fact: _Part) -> _Part:
    """The same fact, or part of one, with its times in +07:00, whatever zone the bytes came in."""
    told = {
        name: here
        for name in fact.__struct_fields__
        if (here := _here(value := getattr(fact, name))) is not value
    }
    return msgspec.structs.replace(fact, **told) if told else fact


def _here(value: object) -> object:
    if isinstance(value, datetime) and value.tzinfo is not TIME_ZONE:
        return value.astimezone(TIME_ZONE)
    # The one part of a fact that has a time of its own.
    return told_here(value) if isinstance(value, LateEntry) else value


class DossierUnderWay:
    """The parts of a dossier while its events are walked."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.legs: list[Leg] = []
        self.pauses: list[Pause] = []
        self.kept: dict[str, list[Fact]] = {name: [] for name in _SEVERAL.values()}

    def write(self, event: Event) -> bool:
        """Write down what the fact says; False where it says nothing new."""
        fact = event.fact
        if type(fact) in _SEVERAL:
            self.kept[_SEVERAL[type(fact)]].append(fact)
            return True
        return _WRITERS[type(fact)](self, event, fact)

    def all_fields(self) -> dict[str, Any]:
        """All that was written, as fields of a Dossier."""
        kept = {name: tuple(facts) for name, facts in self.kept.items()}
        return self.fields | kept | {"legs": tuple(self.legs), "pauses": tuple(self.pauses)}


def _receive(dossier: DossierUnderWay, event: Event, fact: DossierReceived) -> bool:
    dossier.fields |= {name: getattr(fact, name) for name in fact.__struct_fields__}
    return _begin(dossier, event)


def _refuse_intake(dossier: DossierUnderWay, event: Event, fact: IntakeRefused) -> bool:
    dossier.fields |= {"procedure": fact.procedure, "applicant": fact.applicant, "refused": fact}
    return _begin(dossier, event)


def _guide(dossier: DossierUnderWay, event: Event, fact: GuidanceGiven) -> bool:
    dossier.fields |= {"procedure": fact.procedure, "applicant": fact.applicant, "guided": fact}
    return _begin(dossier, event)


def _begin(dossier: DossierUnderWay, event: Event) -> bool:
    dossier.fields |= {"id": event.dossier, "office": event.office, "received_by": event.actor}
    return True


def _hand_over(dossier: DossierUnderWay, event: Event, fact: HandedOver) -> bool:
    _end_leg(dossier, fact.handed_at)
    dossier.legs.append(
        Leg(
            id=event.id,
            unit=fact.unit,
            unit_name=fact.unit_name,
            electronic=fact.electronic,
            handed_at=fact.handed_at,
            handed_by=event.actor,
            to=fact.to,
            due_at=fact.due_at,
            note=fact.note,
        )
    )
    return True


def _accept(dossier: DossierUnderWay, event: Event, fact: HandoverAccepted) -> bool:
    for place, leg in enumerate(dossier.legs):
        if leg.id == fact.leg and leg.accepted_at is None:
            dossier.legs[place] = msgspec.structs.replace(
                leg, accepted_at=fact.accepted_at, accepted_by=event.actor
            )
            return True
    return False


def _pause_for_supplement(dossier: DossierUnderWay, _: Event, fact: SupplementRequested) -> bool:
    return _pause(
        dossier,
        Pause(
            kind=PauseKind.SUPPLEMENT,
            since=fact.requested_at,
            until=fact.until,
            reason=fact.reason,
            papers=fact.papers,
        ),
    )


def _pause_for_payment(dossier: DossierUnderWay, _: Event, fact: PaymentRequested) -> bool:
    return _pause(
        dossier,
        Pause(
            kind=PauseKind.PAYMENT,
            since=fact.requested_at,
            until=fact.until,
            reason=fact.reason,
            amount_dong=fact.amount_dong,
        ),
    )


def _suspend(dossier: DossierUnderWay, _: Event, fact: ClockSuspended) -> bool:
    return _pause(
        dossier,
        Pause(kind=PauseKind.VERIFICATION, since=fact.suspended_at, until=fact.until, reason=fact.reason),
    )


def _pause(dossier: DossierUnderWay, pause: Pause) -> bool:
    _end_pause(dossier, pause.since)
    dossier.pauses.append(pause)
    return True


def _resume(dossier: DossierUnderWay, _: Event, fact: ClockResumed) -> bool:
    _end_pause(dossier, fact.resumed_at)
    dossier.fields |= {
        "due_at": fact.due_at,
        "due_explanation": fact.due_explanation,
        "papers": (*dossier.fields.get("papers", ()), *fact.papers),
    }
    if dossier.legs and fact.leg_due_at is not None:
        dossier.legs[-1] = msgspec.structs.replace(dossier.legs[-1], due_at=fact.leg_due_at)
    return True


def _record_result(dossier: DossierUnderWay, _: Event, fact: ResultRecorded) -> bool:
    _end_pause(dossier, fact.released_at)
    _end_leg(dossier, fact.released_at)
    dossier.fields["result"] = fact
    return True


def _take_result_back(dossier: DossierUnderWay, _event: Event, _fact: ResultFaulted) -> bool:
    dossier.fields |= {"result": None, "told": None}
    if dossier.legs:
        dossier.legs[-1] = msgspec.structs.replace(dossier.legs[-1], ended_at=None)
    return True


def _return(dossier: DossierUnderWay, _: Event, fact: ResultReturned) -> bool:
    dossier.fields["returned"] = fact
    return True


def _tell(dossier: DossierUnderWay, _: Event, fact: ApplicantTold) -> bool:
    # No result waits while one is put right; two counters may do both apart.
    is_news = dossier.fields.get("result") is not None and dossier.fields.get("told") is None
    if is_news:
        dossier.fields["told"] = fact
    return is_news


def _rate(dossier: DossierUnderWay, _: Event, fact: DossierRated) -> bool:
    return dossier.fields.setdefault("rating", fact) is fact


def _end(dossier: DossierUnderWay, _: Event, fact: Fact) -> bool:
    dossier.fields["ending"] = fact
    return True


def _reopen(dossier: DossierUnderWay, _event: Event, _fact: DossierReopened) -> bool:
    dossier.fields |= {"ending": None, "returned": None}
    return True


def _correct(dossier: DossierUnderWay, _: Event, fact: ParticularsCorrected) -> bool:
    named = {name: value for name in _CORRECTABLE if (value := getattr(fact, name)) is not None}
    dossier.fields |= named
    return True


def _end_leg(dossier: DossierUnderWay, at: datetime) -> None:
    if dossier.legs and dossier.legs[-1].ended_at is None:
        dossier.legs[-1] = msgspec.structs.replace(dossier.legs[-1], ended_at=at)


def _end_pause(dossier: DossierUnderWay, at: datetime) -> None:
    if dossier.pauses and dossier.pauses[-1].ended_at is None:
        pause = dossier.pauses[-1]
        # The clocks of two counters differ; a pause has no length below nothing.
        dossier.pauses[-1] = msgspec.structs.replace(pause, ended_at=max(at, pause.since))


# Facts of which a dossier may have several.
_SEVERAL: Final[dict[type[Fact], str]] = {
    FormPrinted: "prints",
    ApologyMade: "apologies",
    FeeCollected: "collected",
    FeeRefunded: "refunded",
}
_WRITERS: Final[dict[type[Fact], Callable[[DossierUnderWay, Event, Any], bool]]] = {
    DossierReceived: _receive,
    IntakeRefused: _refuse_intake,
    GuidanceGiven: _guide,
    HandedOver: _hand_over,
    HandoverAccepted: _accept,
    SupplementRequested: _pause_for_supplement,
    PaymentRequested: _pause_for_payment,
    ClockSuspended: _suspend,
    ClockResumed: _resume,
    ResultRecorded: _record_result,
    ResultReturned: _return,
    ResultFaulted: _take_result_back,
    ApplicantTold: _tell,
    DossierRated: _rate,
    DossierWithdrawn: _end,
    DossierRefused: _end,
    ProcessingStopped: _end,
    DossierVoided: _end,
    DossierReopened: _reopen,
    ParticularsCorrected: _correct,
}
