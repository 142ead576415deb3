"""Reading the QR code of the chip identity card, whole or damaged (domain facts 6.1)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import Final

import msgspec
from msgspec import Struct

from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.names import nfc, search_key
from cgcounter.domain.people import IdWarning, PartialDate, Sex, personal_id_warnings

_NOISE: Final = "\0 \t\r\n\ufeff"
_LONGEST: Final = 1024
_SEPARATOR: Final = "|"
_DAMAGED_SEPARATOR: Final = re.compile(r"[0-9]{12}([~\\¦])")
_NUMBER: Final = re.compile(r"[0-9]{12}")
_OLD_NUMBER: Final = re.compile(r"(?:[0-9]{9}|[0-9]{12})?")
_DATE: Final = re.compile(r"([0-9]{2})(/?)([0-9]{2})\2([0-9]{4})")
_FIRST_YEAR: Final = 1900
_HEALTH_NUMBER: Final = re.compile(r"[A-Za-z]{2}[0-9]{13}")
_SHORT_HEALTH_NUMBER: Final = re.compile(r"[0-9]{10}")
_HEXADECIMAL: Final = re.compile(r"(?:[0-9A-Fa-f]{2})+")
_DAMAGED_CATEGORIES: Final = frozenset({"Cc", "Cs"})  # control characters, halves of broken pairs
_FIELDS: Final = 7
_SEXES: Final = {"nam": Sex.MALE, "nu": Sex.FEMALE}


class MalformedCardError(RuleBrokenError):
    """What was scanned looks like a card and is none that can be read."""

    code = "malformed_card"


class Acceptance(StrEnum):
    """How much of a scan was taken."""

    YES = "yes"
    PARTIAL = "partial"
    NO = "no"


class CardRemark(StrEnum):
    """What the clerk should know about a scan, in the order in which remarks are given."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    BHYT_CARD = "bhyt_card"
    NOT_CCCD = "not_cccd"
    SEPARATOR = "separator"
    SIX_FIELDS = "six_fields"
    TRUNCATED = "truncated"
    NAME_DAMAGED = "name_damaged"
    NAME_MISSING = "name_missing"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    ADDRESS_DAMAGED = "address_damaged"
    ADDRESS_MISSING = "address_missing"
    ISSUED_ON = "issued_on"
    EXTRA_FIELDS = "extra_fields"
    UNKNOWN_PROVINCE = "unknown_province"
    ID_MISMATCH = "id_mismatch"


_NUMBER_REMARKS: Final = {
    IdWarning.UNKNOWN_PROVINCE: CardRemark.UNKNOWN_PROVINCE,
    IdWarning.BIRTH_YEAR_MISMATCH: CardRemark.ID_MISMATCH,
    IdWarning.SEX_MISMATCH: CardRemark.ID_MISMATCH,
}


class IdCardReading(Struct, frozen=True):
    """What a scan holds; what could not be read is empty. ``extra`` is kept as it came and not used."""

    accepted: Acceptance
    personal_id: str = ""
    old_number: str = ""
    name: str = ""
    birth_date: date | None = None
    sex: Sex | None = None
    address: str = ""
    issued_on: date | None = None
    remarks: tuple[CardRemark, ...] = ()
    extra: tuple[str, ...] = ()


def read_id_card(payload: str) -> IdCardReading:
    """What the payload of a scanner says, by the exact rule of 6.1; any text is read without an error."""
    text = unicodedata.normalize("NFC", payload.strip(_NOISE))
    if not text:
        return _refused(CardRemark.EMPTY)
    if len(text) > _LONGEST:
        return _refused(CardRemark.TOO_LONG)
    fields, remarks = _split(text)
    if len(fields) == 1 or not _NUMBER.fullmatch(fields[0]):
        return _refused(CardRemark.BHYT_CARD if _is_health_card(fields) else CardRemark.NOT_CCCD)
    if not _OLD_NUMBER.fullmatch(fields[1].strip()):
        fields.insert(1, "")
        remarks.add(CardRemark.SIX_FIELDS)
    return _read_fields(fields, remarks)


def _refused(remark: CardRemark) -> IdCardReading:
    return IdCardReading(Acceptance.NO, remarks=(remark,))


def _split(text: str) -> tuple[list[str], set[CardRemark]]:
    damaged = None if _SEPARATOR in text else _DAMAGED_SEPARATOR.match(text)
    if damaged:
        return text.split(damaged[1]), {CardRemark.SEPARATOR}
    return text.split(_SEPARATOR), set()


def _is_health_card(fields: list[str]) -> bool:
    if _HEALTH_NUMBER.fullmatch(fields[0]):
        return True
    is_short = _SHORT_HEALTH_NUMBER.fullmatch(fields[0]) is not None
    return is_short and len(fields) > 1 and _HEXADECIMAL.fullmatch(fields[1]) is not None


def _read_fields(fields: list[str], remarks: set[CardRemark]) -> IdCardReading:
    """The seven fields by position: number, old number, name, birth date, sex, address, issue date."""
    number, old_number, name, birth_date, sex, address, issued_on = (*fields, *[""] * _FIELDS)[:_FIELDS]
    reading = IdCardReading(
        accepted=Acceptance.YES,
        personal_id=number,
        old_number=old_number.strip(),
        name="" if any(letter.isdigit() for letter in name) else _text(name),
        birth_date=_date(birth_date),
        sex=_sex(sex),
        address=_text(address),
        issued_on=_issue_date(issued_on, _date(birth_date)),
        extra=tuple(fields[_FIELDS:]),
    )
    remarks |= _length_remarks(fields) | _field_remarks(fields, reading) | _number_remarks(reading)
    ordered = tuple(remark for remark in CardRemark if remark in remarks)
    return msgspec.structs.replace(reading, accepted=_acceptance(reading, remarks), remarks=ordered)


def _acceptance(reading: IdCardReading, remarks: set[CardRemark]) -> Acceptance:
    taken = (reading.name, reading.birth_date, reading.sex, reading.address, reading.issued_on)
    is_whole = all(taken) and CardRemark.SEPARATOR not in remarks
    return Acceptance.YES if is_whole else Acceptance.PARTIAL


def _length_remarks(fields: list[str]) -> set[CardRemark]:
    if len(fields) < _FIELDS:
        return {CardRemark.TRUNCATED}
    return {CardRemark.EXTRA_FIELDS} if len(fields) > _FIELDS else set()


def _field_remarks(fields: list[str], reading: IdCardReading) -> set[CardRemark]:
    """A remark for each field that is there but could not be read; those cut off are told by one remark."""
    outcomes = (
        (reading.name, CardRemark.NAME_DAMAGED, CardRemark.NAME_MISSING),
        (reading.birth_date, CardRemark.BIRTH_DATE, CardRemark.BIRTH_DATE),
        (reading.sex, CardRemark.SEX, CardRemark.SEX),
        (reading.address, CardRemark.ADDRESS_DAMAGED, CardRemark.ADDRESS_MISSING),
        (reading.issued_on, CardRemark.ISSUED_ON, CardRemark.ISSUED_ON),
    )
    return {
        damaged if field.strip(_NOISE) else missing
        for field, (taken, damaged, missing) in zip(fields[2:], outcomes, strict=False)
        if not taken
    }


def _number_remarks(reading: IdCardReading) -> set[CardRemark]:
    birth_date = PartialDate.of(reading.birth_date) if reading.birth_date else None
    warnings = personal_id_warnings(reading.personal_id, birth_date, reading.sex)
    return {_NUMBER_REMARKS[warning] for warning in warnings}


def _text(field: str) -> str:
    """The text of a field, empty when a scanner or a code page has damaged it."""
    trimmed = field.strip(_NOISE)
    is_damaged = (
        "?" in trimmed
        or "\ufffd" in trimmed
        or any(unicodedata.category(letter) in _DAMAGED_CATEGORIES for letter in trimmed)
        or _is_utf8_read_as_windows(trimmed)
    )
    return "" if is_damaged else nfc(trimmed)


def _is_utf8_read_as_windows(text: str) -> bool:
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False


def _date(field: str) -> date | None:
    found = _DATE.fullmatch(field.strip(_NOISE))
    if found is None:
        return None
    try:
        day = date(int(found[4]), int(found[3]), int(found[1]))
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None


def _issue_date(field: str, birth_date: date | None) -> date | None:
    day = _date(field)
    return None if day and birth_date and day < birth_date else day


def _sex(field: str) -> Sex | None:
    return _SEXES.get(search_key(field))
