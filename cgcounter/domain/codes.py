"""Dossier codes: their shape, the counter's slot of running numbers, and what a scan may be (section 5)."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from msgspec import Struct

from cgcounter.domain.errors import RuleBrokenError

DossierCode = NewType("DossierCode", str)
Slot = NewType("Slot", int)

SLOTS: Final = range(1, 10)
FOREIGN_SLOT: Final = 0  # of the server, the portal, and codes that another office gave out
_SLOT_SIZE: Final = 1000
_LARGEST_SERIAL: Final = 9_999
_CENTURY: Final = 2000
_BLANKS: Final = " \t\r\n"
# What scanners and their drivers add at both ends of a payload.
_SCAN_NOISE: Final = _BLANKS + "\0\ufeff"

# The four parts of TT 01/2018, or the one to five parts of QĐ 20/2020 (H23, H23.12 ...).
_AGENCY: Final = r"[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|[A-Z][0-9]{2}(?:\.[0-9]{1,3}){0,4}"
_AGENCY_CODE: Final = re.compile(_AGENCY)
_CODE: Final = re.compile(rf"({_AGENCY})-([0-9]{{6}})-([0-9]{{4,5}})")
_ALIAS: Final = re.compile(r"([0-9]{6})([0-9]{4})")
_PROCEDURE: Final = re.compile(r"([0-9]\.[0-9]{6})(?:\.[0-9A-Z]{2,3})*")
_ID_CARD: Final = re.compile(r"[0-9]{12}[|~\\¦]")
_PERSONAL_ID: Final = re.compile(r"[0-9]{12}")


class MalformedCodeError(RuleBrokenError):
    """A text is not a dossier code."""

    code = "malformed_code"


class MalformedAgencyCodeError(RuleBrokenError):
    """A text is not the code of an agency."""

    code = "malformed_agency_code"


class BadSlotError(RuleBrokenError):
    """A counter's slot is not 1 to 9, or a running number does not belong to it."""

    code = "bad_slot"


class SerialsExhaustedError(RuleBrokenError):
    """The counter has given out its 999 codes of the day."""

    code = "serials_exhausted"


class ParsedCode(Struct, frozen=True):
    """A dossier code and its parts: agency, intake date, running number of the day."""

    agency: str
    day: date
    serial: int
    text: DossierCode


class ScanKind(StrEnum):
    """What a scanned or typed text is."""

    ID_CARD = "id_card"
    DOSSIER_CODE = "dossier_code"
    CODE_ALIAS = "code_alias"
    PROCEDURE = "procedure"
    PERSONAL_ID = "personal_id"
    TEXT = "text"


def parse_code(text: str) -> ParsedCode:
    """The parts of a dossier code by the exact rule of 5.1; raises MalformedCodeError.

    Blanks at both ends are dropped, nothing else is repaired. Five-digit running numbers are read, never
    written.
    """
    found = _CODE.fullmatch(text.strip(_BLANKS))
    day = _day_of(found[2]) if found else None
    if found is None or day is None or int(found[3]) == 0:
        raise MalformedCodeError
    return ParsedCode(found[1], day, int(found[3]), DossierCode(found[0]))


def code_alias(code: str) -> str:
    """The digits-only alias ``YYMMDDXXXX`` for narrow paper (5.2).

    Raises MalformedCodeError also for a foreign code of five digits, which has no alias.
    """
    digits = "".join(parse_code(code).text.split("-")[1:])
    if not is_alias(digits):
        raise MalformedCodeError
    return digits


def is_alias(text: str) -> bool:
    """Whether a text is ten digits with a real date and a running number."""
    found = _ALIAS.fullmatch(text.strip(_BLANKS))
    return found is not None and _day_of(found[1]) is not None and int(found[2]) != 0


def _day_of(digits: str) -> date | None:
    try:
        return date(_CENTURY + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return None


def check_slot(number: int) -> Slot:
    """The number as a counter's slot; raises BadSlotError outside 1 to 9."""
    if number not in SLOTS:
        raise BadSlotError(slot=number)
    return Slot(number)


def next_serial(slot: int, last: int | None) -> int:
    """The running number after the last one of this slot and day, from slot x 1000 + 1 on.

    Raises SerialsExhaustedError after slot x 1000 + 999, BadSlotError when ``last`` is of another slot.
    """
    start = check_slot(slot) * _SLOT_SIZE
    if last is None:
        return start + 1
    if last not in range(start, start + _SLOT_SIZE):
        raise BadSlotError(slot=slot)
    if last == start + _SLOT_SIZE - 1:
        raise SerialsExhaustedError(slot=slot)
    return last + 1


def compose_code(agency_code: str, day: date, serial: int) -> DossierCode:
    """The code of a dossier; raises MalformedAgencyCodeError, or MalformedCodeError for another part."""
    agency = check_agency_code(agency_code)
    code = parse_code(f"{agency}-{day:%y%m%d}-{serial:04d}")
    if code.day != day or code.serial != serial or serial > _LARGEST_SERIAL:
        raise MalformedCodeError
    return code.text


def check_agency_code(text: str) -> str:
    """The agency code without blanks at its ends; raises MalformedAgencyCodeError.

    Whether the agency exists is for the settings to say, not for the shape.
    """
    trimmed = text.strip(_BLANKS)
    if not _AGENCY_CODE.fullmatch(trimmed):
        raise MalformedAgencyCodeError
    return trimmed


def procedure_key(text: str) -> str | None:
    """The national code ``d.dddddd`` of a procedure, any local suffix left out; None for another text."""
    found = _PROCEDURE.fullmatch(text.strip(_BLANKS))
    return found[1] if found else None


def scan_kind(text: str) -> ScanKind:
    """What a scan is, in the recognition order of 5.2; a bare 12-digit number is a typed personal number."""
    payload = text.strip(_SCAN_NOISE)
    if _ID_CARD.match(payload):
        return ScanKind.ID_CARD
    if is_code(payload):
        return ScanKind.DOSSIER_CODE
    if is_alias(payload):
        return ScanKind.CODE_ALIAS
    if procedure_key(payload):
        return ScanKind.PROCEDURE
    return ScanKind.PERSONAL_ID if _PERSONAL_ID.fullmatch(payload) else ScanKind.TEXT


def is_code(text: str) -> bool:
    """Whether a text is a dossier code."""
    try:
        parse_code(text)
    except MalformedCodeError:
        return False
    return True
