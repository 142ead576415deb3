"""Lives of invented dossiers: each act is an event after the one before."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.events import Event
from cgcounter.domain.facts import (
    DossierReceived,
    Fact,
    FeeCollected,
    FeeRefunded,
    FormPrinted,
    HandedOver,
    IntakeRefused,
    ParticularsCorrected,
    ResultRecorded,
    ResultReturned,
)
from cgcounter.domain.particulars import (
    DossierId,
    EventId,
    Fee,
    OfficialReceipt,
    PaperGiven,
    ProcedurePin,
    RegisterEntry,
)
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId
from cgcounter.services.ports import Ids
from tests.fakes.fake_clock import THURSDAY_MORNING

CLERK = StaffId(UUID(int=0xC1))
BIRTH = ProcedurePin(code="1.004884", name="Đăng ký lại khai sinh", field="Hộ tịch", catalogue_version=1)


class Life:
    """One dossier, received at ``at`` with the code's serial; ``changes`` are fields of the intake."""

    def __init__(self, ids: Ids, serial: int = 1001, at: datetime = THURSDAY_MORNING, **changes: Any) -> None:
        self.dossier = DossierId(ids.new())
        self.code = f"H23.99-{at:%y%m%d}-{serial}"
        self.at = at
        self.events: list[Event] = []
        self._ids = ids
        self._changes = changes

    def received(self) -> Event:
        """The intake, due in a week."""
        fact = DossierReceived(
            code=self.code,
            slot=1,
            received_at=self.at,
            procedure=BIRTH,
            applicant=Person(name="Đỗ Thị Thử", personal_id="030190001234", phone="0912345678"),
            papers=(PaperGiven(name="Tờ khai", originals=1),),
            register=RegisterEntry(volume="01/2022", number=1),
            duration=Duration(DurationKind.WORKING_DAYS, 5),
            due_at=self.at + timedelta(days=7),
            fee=Fee(amount_dong=8000),
        )
        return self.then(msgspec.structs.replace(fact, **self._changes), at=self.at)

    def refused(self) -> Event:
        """Not taken in."""
        applicant = self._changes.get("applicant", Person(name="Bùi Văn Chối"))
        fact = IntakeRefused(
            refused_at=self.at, procedure=BIRTH, applicant=applicant, reason="không thuộc thẩm quyền"
        )
        return self.then(fact, at=self.at)

    def printed(self, form: str = "RECEIPT") -> Event:
        """A form went to paper."""
        return self.then(FormPrinted(printed_at=self.at, form=form, template_version=1, sha256=b"\1" * 32))

    def started(self) -> Event:
        """Handed to those who work on it."""
        return self.then(HandedOver(handed_at=self.at))

    def resulted(self, at: datetime) -> Event:
        """The answer exists."""
        return self.then(ResultRecorded(released_at=at), at=at)

    def returned(self, at: datetime) -> Event:
        """The answer was handed over."""
        return self.then(ResultReturned(returned_at=at), at=at)

    def paid(self, at: datetime, dong: int = 8000, official: OfficialReceipt | None = None) -> Event:
        """Money was taken."""
        return self.then(FeeCollected(at, dong, "00001", official), at=at)

    def paid_back(self, at: datetime, dong: int = 8000) -> Event:
        """Money was given back."""
        return self.then(FeeRefunded(at, dong, "thu nhầm"), at=at)

    def renamed(self, name: str) -> Event:
        """The applicant's name was put right."""
        applicant = Person(name=name, personal_id="030190001234")
        return self.then(ParticularsCorrected(corrected_at=self.at, reason="gõ nhầm", applicant=applicant))

    def then(self, fact: Fact, *, at: datetime | None = None) -> Event:
        """Any fact, after everything that happened so far."""
        event = Event(
            id=EventId(self._ids.new()),
            dossier=self.dossier,
            base=(self.events[-1].id,) if self.events else (),
            at=at or self.at,
            actor=CLERK,
            office="xa-cao-an",
            fact=fact,
        )
        self.events.append(event)
        return event


def named(name: str, personal_id: str = "", phone: str = "") -> dict[str, Any]:
    """The change of an intake that gives it another applicant."""
    return {"applicant": Person(name=name, personal_id=personal_id, phone=phone)}
