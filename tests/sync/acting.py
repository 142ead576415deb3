"""What simulated people do: facts of the domain, chosen by where the dossier stands for them."""

from __future__ import annotations

from datetime import datetime
from random import Random
from uuid import UUID

from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.facts import (
    ApologyMade,
    ClockResumed,
    DossierReceived,
    DossierReopened,
    DossierVoided,
    DossierWithdrawn,
    Fact,
    FeeCollected,
    FormPrinted,
    HandedOver,
    ParticularsCorrected,
    ProcessingStopped,
    ResultFaulted,
    ResultRecorded,
    ResultReturned,
    SupplementRequested,
)
from cgcounter.domain.particulars import PaperGiven, ProcedurePin, RegisterEntry
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId

SECOND = StaffId(UUID(int=0xE2))


def intake(code: str, slot: int, at: datetime, citizen: int) -> Fact:
    """A citizen of a few hands in a dossier."""
    return DossierReceived(
        code=code,
        slot=slot,
        received_at=at,
        procedure=ProcedurePin("1.004884", "Đăng ký lại khai sinh", "Hộ tịch", 1),
        applicant=Person(name=f"Đỗ Thị Thử {citizen}", personal_id=f"03019000{citizen:04d}"),
        papers=(PaperGiven("Tờ khai", originals=1),),
        register=RegisterEntry(volume=f"{slot:02d}/2022", number=1),
    )


def next_fact(dossier: Dossier, chance: Random, at: datetime, departments: tuple[str, ...]) -> Fact:
    """Something that may be done now."""
    return chance.choice(_options(dossier, chance, at, departments))


def _options(dossier: Dossier, chance: Random, at: datetime, departments: tuple[str, ...]) -> list[Fact]:
    anywhere: list[Fact] = [
        ParticularsCorrected(at, "gõ nhầm", note=f"ghi chú {chance.randrange(9)}"),
        FeeCollected(at, 8000, number=str(chance.randrange(10**6))),
        FormPrinted(at, "RECEIPT", 1, b"\1" * 32),
    ]
    match dossier.status:
        case Status.ACCEPTED:
            return [
                HandedOver(at, unit=chance.choice(departments)),
                HandedOver(at),
                DossierWithdrawn(at),
                *anywhere,
            ]
        case Status.IN_PROGRESS:
            return [
                SupplementRequested(at, reason="thiếu bản sao"),
                ResultRecorded(at),
                ResultRecorded(at),
                HandedOver(at, unit=chance.choice(departments)),
                ApologyMade(at, "chờ xác minh", at),
                DossierWithdrawn(at),
                DossierVoided(at, "nhập nhầm", SECOND),
                *anywhere,
            ]
        case Status.AWAITING_SUPPLEMENT:
            return [ClockResumed(at), ProcessingStopped(at, "không bổ sung"), *anywhere]
        case Status.RESULT_READY:
            return [ResultReturned(at), ResultReturned(at), *_faulted(dossier, at), *anywhere]
        case Status.WITHDRAWN | Status.STOPPED:
            return [*_reopened(dossier, at), *anywhere]
        case _:
            return anywhere


def _faulted(dossier: Dossier, at: datetime) -> list[Fact]:
    return [ResultFaulted(at, "sai tên", dossier.last_move)] if dossier.last_move else []


def _reopened(dossier: Dossier, at: datetime) -> list[Fact]:
    return [DossierReopened(at, "rút nhầm", dossier.last_move, SECOND)] if dossier.last_move else []
