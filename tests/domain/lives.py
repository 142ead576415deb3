"""Invented lives of dossiers for the tests of events, fold and lifecycle."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from uuid import UUID

import msgspec

from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.events import Event
from cgcounter.domain.facts import (
    ClockResumed,
    ClockSuspended,
    DossierReceived,
    DossierRefused,
    DossierReopened,
    DossierVoided,
    DossierWithdrawn,
    Fact,
    GuidanceGiven,
    HandedOver,
    IntakeRefused,
    PaymentRequested,
    ProcessingStopped,
    ResultFaulted,
    ResultRecorded,
    ResultReturned,
    SupplementRequested,
)
from cgcounter.domain.particulars import DossierId, EventId, Fee, PaperGiven, ProcedurePin, RegisterEntry
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId

HANOI = timezone(timedelta(hours=7))
MORNING = datetime(2022, 3, 10, 8, 15, tzinfo=HANOI)
LATER = MORNING + timedelta(days=3)
DOSSIER = DossierId(UUID(int=0xD0))
CLERK = StaffId(UUID(int=0xC1))


def event_id(number: int) -> EventId:
    """A small id that sorts as its number."""
    return EventId(UUID(int=number))


def event(number: int, fact: Fact, *after: int, minutes: int = 0) -> Event:
    """An event of the test dossier after the events of the given numbers."""
    return Event(
        id=event_id(number),
        dossier=DOSSIER,
        base=tuple(event_id(one) for one in after),
        at=MORNING + timedelta(minutes=minutes),
        actor=CLERK,
        office="xa-cao-an",
        fact=fact,
    )


def received(*, same_day: bool = False) -> DossierReceived:
    """The intake of a re-registration of birth for an invented citizen."""
    return DossierReceived(
        code="H23.99-220310-1001",
        slot=1,
        received_at=MORNING,
        procedure=ProcedurePin(
            code="1.004884",
            name="Đăng ký lại khai sinh",
            field="Hộ tịch",
            catalogue_version=1,
            same_day=same_day,
        ),
        applicant=Person(name="Đỗ Thị Thử", personal_id="030190001234"),
        papers=(PaperGiven(name="Tờ khai đăng ký lại khai sinh có cam đoan", originals=1),),
        register=RegisterEntry(volume="01/2022", number=1),
        duration=Duration(DurationKind.WORKING_DAYS, 5),
        due_at=MORNING + timedelta(days=7),
        fee=Fee(amount_dong=8000),
    )


HANDED = HandedOver(handed_at=MORNING)
ASKED = SupplementRequested(requested_at=MORNING)
DUTY = PaymentRequested(requested_at=MORNING)
SUSPENDED = ClockSuspended(suspended_at=MORNING, reason="Xác minh")
RESUMED = ClockResumed(resumed_at=LATER, due_at=LATER, papers=(PaperGiven("Giấy tờ cư trú", originals=1),))
RESULT = ResultRecorded(released_at=LATER)
RETURNED = ResultReturned(returned_at=LATER)
WITHDRAWN = DossierWithdrawn(withdrawn_at=LATER)
REFUSED = DossierRefused(refused_at=LATER, reason="Không bổ sung")
STOPPED = ProcessingStopped(stopped_at=LATER, reason="Không bổ sung")
VOIDED = DossierVoided(voided_at=LATER, reason="Nhập nhầm", second=CLERK)
REFUSED_AT_INTAKE = IntakeRefused(
    refused_at=MORNING, procedure=received().procedure, applicant=received().applicant, reason="Sai nơi"
)
GUIDED = GuidanceGiven(guided_at=MORNING, procedure=received().procedure, applicant=received().applicant)


def faulted(number: int) -> ResultFaulted:
    """The result that the event of this number recorded was found wrong."""
    return ResultFaulted(faulted_at=LATER, reason="Sai tên", undoes=event_id(number))


def reopened(number: int) -> DossierReopened:
    """The ending that the event of this number made is undone."""
    return DossierReopened(reopened_at=LATER, reason="Nhầm người", undoes=event_id(number), second=CLERK)


def line(*facts: Fact) -> list[Event]:
    """An intake and what followed it, one after the other, numbered from 1."""
    return [event(1, received())] + [event(n, fact, n - 1) for n, fact in enumerate(facts, 2)]


def applied(dossier: Dossier) -> set[int]:
    """The numbers of the events that count."""
    return {one.id.int for one in dossier.history if one.applied}


def state(dossier: Dossier) -> dict[str, object]:
    """All that a dossier says, but for what it remembers of the events."""
    fields = msgspec.structs.asdict(dossier)
    return {name: value for name, value in fields.items() if name not in {"heads", "history"}}


# Each way a dossier ends, by the state it ends in.
ENDINGS = {
    "returned": line(HANDED, RESULT, RETURNED),
    "withdrawn": line(HANDED, WITHDRAWN),
    "refused": line(HANDED, ASKED, REFUSED),
    "stopped": line(HANDED, ASKED, STOPPED),
    "voided": line(HANDED, RESULT, VOIDED),
}
