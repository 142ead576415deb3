"""Who has to do something with a dossier now: always one person, one task, one deadline."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from cgcounter.domain.dossier import Dossier, Leg, PauseKind, Status
from cgcounter.domain.staff import StaffId


class Task(StrEnum):
    """What has to be done next."""

    HAND_OVER = "hand_over"
    ACCEPT = "accept"
    PROCESS = "process"
    AWAIT_SUPPLEMENT = "await_supplement"
    AWAIT_PAYMENT = "await_payment"
    AWAIT_VERIFICATION = "await_verification"
    RETURN = "return"


class Holding(Struct, frozen=True):
    """The task, who has it, and until when; ``unit`` is the key of their unit.

    While a leg is on its way the one who handed over still has to see that it arrives.
    """

    task: Task
    unit: str
    person: StaffId | None
    deadline: datetime | None


_WAITING: Final = {
    PauseKind.SUPPLEMENT: Task.AWAIT_SUPPLEMENT,
    PauseKind.PAYMENT: Task.AWAIT_PAYMENT,
    PauseKind.VERIFICATION: Task.AWAIT_VERIFICATION,
}


def holding_of(dossier: Dossier) -> Holding | None:
    """Who holds the dossier now; None once nobody has to do anything any more."""
    if not dossier.is_open:
        return None
    if dossier.status is Status.ACCEPTED:
        return Holding(Task.HAND_OVER, dossier.own_unit, dossier.received_by, dossier.due_at)
    if dossier.status is Status.RESULT_READY:
        return Holding(Task.RETURN, dossier.own_unit, dossier.received_by, dossier.promised_at)
    return _held_by(dossier, dossier.leg)


def _held_by(dossier: Dossier, leg: Leg | None) -> Holding:
    unit = dossier.unit_at_work
    person = (leg.accepted_by or leg.to or leg.handed_by) if leg else dossier.received_by
    if dossier.pause is not None:
        return Holding(_WAITING[dossier.pause.kind], unit, person, dossier.pause.until)
    deadline = (leg.due_at if leg else None) or dossier.due_at
    if leg is not None and leg.accepted_at is None:
        return Holding(Task.ACCEPT, unit, leg.to or leg.handed_by, deadline)
    return Holding(Task.PROCESS, unit, person, deadline)
