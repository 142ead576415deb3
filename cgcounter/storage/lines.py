"""Rows of the projections as the values that lists show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from cgcounter.domain.dossier import Status
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.holding import Task
from cgcounter.domain.money import FeeKind
from cgcounter.domain.particulars import DossierId, EventId, OfficialReceipt
from cgcounter.domain.payments import Payment, PaymentKind
from cgcounter.domain.staff import StaffId
from cgcounter.storage.moments import from_micros
from cgcounter.storage.transaction import Row, Sql

_TIMES: Final = ("received_at", "due_at", "released_at", "returned_at", "deadline")
_FIELDS: Final = DossierLine.__struct_fields__

_ORDERED_BY: Final = (
    "number",
    "begun_at",
    "pending_due_at",
    "unprinted_since",
    "waiting_since",
    "held_until",
    "handed_on_paper_at",
)
_COLUMNS: Final = ", ".join(f"dossier.{name}" for name in (*_ORDERED_BY, *_FIELDS))
AT_MOST: Final = "LIMIT :most"
"""The end of a statement that gives the first ``most`` lines; SQLite takes -1 for all."""


def lines(*rest: str) -> Sql:
    """The statement that reads lines; ``rest`` follows the name of the table: conditions and order."""
    return Sql(" ".join(("SELECT", _COLUMNS, "FROM dossier", *rest)))


def to_lines(rows: Iterable[Row]) -> tuple[DossierLine, ...]:
    """The values of rows, in their order."""
    return tuple(to_line(row) for row in rows)


def to_line(row: Row) -> DossierLine:
    """The value of a row."""
    values = {field: row[field] for field in _FIELDS}
    values["id"] = DossierId(UUID(bytes=row["id"]))
    values["status"] = Status(row["status"])
    values["received_by"] = row["received_by"] and StaffId(UUID(bytes=row["received_by"]))
    values["held_by"] = row["held_by"] and StaffId(UUID(bytes=row["held_by"]))
    values["task"] = row["task"] and Task(row["task"])
    values["told"] = bool(row["told"])
    values["on_paper"] = bool(row["on_paper"])
    values["receipt_printed"] = bool(row["receipt_printed"])
    values["same_day"] = bool(row["same_day"])
    for time in _TIMES:
        if values[time] is not None:
            values[time] = from_micros(values[time])
    return DossierLine(**values)


def to_payment(row: Row) -> Payment:
    """The value of a payment's row, with code, name and ``dossier_id`` of its dossier."""
    official = OfficialReceipt(row["official_number"], row["official_template"], row["official_series"])
    return Payment(
        id=EventId(UUID(bytes=row["id"])),
        dossier=DossierId(UUID(bytes=row["dossier_id"])),
        code=row["code"],
        name=row["name"],
        at=from_micros(row["at"]),
        by=StaffId(UUID(bytes=row["by"])),
        kind=PaymentKind(row["kind"]),
        amount_dong=row["amount_dong"],
        slip_number=row["slip_number"],
        official=official if official.number else None,
        fee_kind=row["fee_kind"] and FeeKind(row["fee_kind"]),
        reason=row["reason"],
    )
