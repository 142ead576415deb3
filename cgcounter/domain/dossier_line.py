"""A dossier as the row that lists, register and logs show of it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec import Struct

from cgcounter.domain import names
from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.holding import Task, holding_of
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import StaffId


class DossierLine(Struct, frozen=True, kw_only=True):
    """A dossier as one row of a list, of the register or of the daily log.

    ``task``, ``held_unit``, ``held_by`` and ``deadline`` say who has to do what until when; an ended dossier has none.
    ``on_paper``: it went to them on paper.
    """

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
    task: Task | None = None
    held_unit: str = ""
    held_by: StaffId | None = None
    deadline: datetime | None = None
    told: bool = False
    on_paper: bool = False


class _Nobody(Struct, frozen=True):
    """Who holds an ended dossier."""

    task: None = None
    unit: str = ""
    person: None = None
    deadline: None = None


_NOBODY: Final = _Nobody()


def line_of(dossier: Dossier) -> DossierLine:
    """The row that lists show for a dossier."""
    holding = holding_of(dossier) or _NOBODY
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
        task=holding.task,
        held_unit=holding.unit,
        held_by=holding.person,
        deadline=holding.deadline,
        told=dossier.told is not None,
        on_paper=dossier.leg is not None and not dossier.leg.electronic,
    )
