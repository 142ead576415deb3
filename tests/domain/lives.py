"""Invented lives of dossiers for the tests of events, fold and lifecycle."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from uuid import UUID

from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.events import Event
from cgcounter.domain.facts import DossierReceived, Fact
from cgcounter.domain.particulars import DossierId, EventId, Fee, PaperGiven, ProcedurePin, RegisterEntry
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId

HANOI = timezone(timedelta(hours=7))
MORNING = datetime(2022, 3, 10, 8, 15, tzinfo=HANOI)
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
