"""Reads the table of open dossiers on paper that an office takes over from the time before the program."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from msgspec import Struct

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.codes import MalformedCodeError, parse_code
from cgcounter.domain.errors import CounterError
from cgcounter.domain.money import parse_dong
from cgcounter.domain.people import (
    BadDateError,
    PartialDate,
    Person,
    normalise_personal_id,
    normalise_phone,
    parse_partial_date,
)
from cgcounter.domain.tables import CellRefusedError, Cells, Columns, RefusalReason

COLUMNS: Final = Columns(
    ("procedure_code", "name", "received_at"),
    (
        "paper_number",
        "code",
        "cases",
        "papers",
        "personal_id",
        "birth_date",
        "phone",
        "address",
        "email",
        "due_at",
        "fee_vnd",
        "paid_vnd",
        "exemption",
        "note",
        "reason",
    ),
)
NO_DUE: Final = "none"
_OPENING: Final = time(7, 30)
_CLOSING: Final = time(17, 0)
_ID_DIGITS: Final = 12
_CODE_DIGITS: Final = 6
_FIRST_DAY: Final = date(2000, 1, 1)  # codes write the year in two digits


class PaperDossier(Struct, frozen=True, kw_only=True):
    """One open dossier as its row tells it; ``promises_none`` is a due time that was never given.

    ``paid_dong`` is what the citizen had paid before the dossier was taken over.
    """

    paper_number: str
    code: str
    procedure_code: str
    applicant: Person
    received_at: datetime
    cases: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    due_at: datetime | None = None
    promises_none: bool = False
    fee_dong: int | None = None
    paid_dong: int = 0
    exemption: str = ""
    note: str = ""
    reason: str = ""


def read_dossier(cells: Cells) -> PaperDossier:
    """One row; raises CellRefusedError for the first cell that is wrong.

    The columns are paper_number or code, procedure_code, name, received_at, and, as far as they are known, cases,
    papers, personal_id, birth_date, phone, address, email, due_at ("none" where none was promised), fee_vnd, paid_vnd,
    exemption, note, reason. Where no clock time is written, the office received at 7:30 and promised 17:00.
    """
    paper_number, code = cells.text("paper_number"), cells.text("code")
    if not paper_number and not code:
        raise CellRefusedError("paper_number", RefusalReason.MISSING)
    promises_none = cells.text("due_at") == NO_DUE
    received_at = _at(cells, "received_at", _OPENING)
    if received_at is None:
        raise CellRefusedError("received_at", RefusalReason.MISSING)
    if received_at.date() < _FIRST_DAY:
        raise CellRefusedError("received_at", RefusalReason.BAD_DATE)
    fee_dong = _dong(cells, "fee_vnd")
    return PaperDossier(
        paper_number=paper_number,
        code=_code(code),
        procedure_code=_procedure(cells.required("procedure_code")),
        applicant=_applicant(cells),
        received_at=received_at,
        cases=cells.several("cases"),
        papers=cells.several("papers"),
        due_at=None if promises_none else _at(cells, "due_at", _CLOSING),
        promises_none=promises_none,
        fee_dong=fee_dong,
        paid_dong=_paid(cells, fee_dong),
        exemption=cells.text("exemption"),
        note=cells.text("note"),
        reason=cells.text("reason"),
    )


def _at(cells: Cells, column: str, otherwise: time) -> datetime | None:
    moment = cells.moment(column)
    return datetime.combine(moment[0], moment[1] or otherwise, TIME_ZONE) if moment else None


def _code(text: str) -> str:
    try:
        return parse_code(text).text if text else ""
    except MalformedCodeError:
        raise CellRefusedError("code", RefusalReason.BAD_CODE) from None


def _procedure(text: str) -> str:
    """A spreadsheet takes a code for a number and drops the zeros at its end."""
    whole, point, rest = text.partition(".")
    is_number = whole.isdigit() and rest.isdigit() and len(rest) < _CODE_DIGITS
    return f"{whole}{point}{rest:0<{_CODE_DIGITS}}" if is_number else text


def _applicant(cells: Cells) -> Person:
    return Person(
        name=cells.required("name"),
        personal_id=_personal_id(cells.text("personal_id")),
        birth_date=_birth_date(cells),
        phone=_phone(cells.text("phone")),
        address=cells.text("address"),
        email=cells.text("email"),
    )


def _personal_id(text: str) -> str:
    """A spreadsheet takes the number of a card for a number and drops the zero before it.

    With 11 digits it can have been nothing else; 9 are an old number, 10 and 13 a tax number.
    """
    digits = normalise_personal_id(text)
    return digits.zfill(_ID_DIGITS) if digits.isdigit() and len(digits) == _ID_DIGITS - 1 else digits


def _phone(text: str) -> str:
    """As it was written; with the zero before it that a spreadsheet dropped."""
    return f"0{text}" if normalise_phone(f"0{text}")[1] and not normalise_phone(text)[1] else text


def _birth_date(cells: Cells) -> PartialDate | None:
    text = cells.text("birth_date")
    if not text:
        return None
    try:
        return parse_partial_date(text)
    except BadDateError:
        return PartialDate.of(cells.required_day("birth_date"))


def _paid(cells: Cells, fee_dong: int | None) -> int:
    """What was paid already; more than the fee that the row itself names is a slip of the hand."""
    paid = _dong(cells, "paid_vnd") or 0
    owed = 0 if cells.text("exemption") else fee_dong
    if owed is not None and paid > owed:
        raise CellRefusedError("paid_vnd", RefusalReason.MORE_THAN_FEE)
    return paid


def _dong(cells: Cells, column: str) -> int | None:
    text = cells.text(column)
    try:
        return parse_dong(text) if text else None
    except CounterError:
        raise CellRefusedError(column, RefusalReason.BAD_NUMBER) from None
