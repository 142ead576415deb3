"""What is wrong with an answer, in words beside its field; and what right answers come to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from cgcounter.domain.codes import check_agency_code, check_slot
from cgcounter.domain.errors import CounterError, RuleBrokenError
from cgcounter.domain.names import nfc
from cgcounter.domain.offices import Counter, Office, OfficeIncompleteError, Place, belonging_to
from cgcounter.gui.set_up.answers import CounterAnswer, OfficeAnswer, RestoreAnswer
from cgcounter.gui.widgets.page import Complaint
from cgcounter.services.messages import Messages

_OFFICE_FIELDS = ("authority", "office_name", "place")


def wrong_with_office(answer: OfficeAnswer, messages: Messages) -> Complaint | None:
    """Every line of the header is needed, and the commune they follow from."""
    if not nfc(answer.commune):
        return _complaint("unit_key", OfficeIncompleteError(field="unit_key"), messages)
    for field in _OFFICE_FIELDS:
        if not nfc(getattr(answer, field)):
            return _complaint(field, OfficeIncompleteError(field=field), messages)
    return None


def wrong_with_counter(answer: CounterAnswer, messages: Messages) -> Complaint | None:
    """The code's shape, and a slot from 1 to 9."""
    try:
        check_agency_code(answer.unit.agency_code.upper())
    except RuleBrokenError as error:
        return _complaint("agency_code", error, messages)
    try:
        check_slot(_slot(answer))
    except RuleBrokenError as error:
        return _complaint("slot", error, messages)
    return None


def wrong_with_backup(answer: RestoreAnswer) -> Complaint | None:
    """There has to be such a file; whether it is a whole backup is seen when it is opened."""
    if answer.file.strip() and backup_of(answer).is_file():
        return None
    words = QCoreApplication.translate("SetUp", "There is no such file. Type its path, or browse for it.")
    return Complaint("file", words)


def place_of(answer: OfficeAnswer, of_counter: CounterAnswer) -> Place:
    """Office and counter that the answers describe; a name beside the number is for the office to give later."""
    office = Office(
        unit_key=answer.unit_key,
        authority=nfc(answer.authority),
        office_name=nfc(answer.office_name),
        place=nfc(answer.place),
        agency_code="",
    )
    unit, place = of_counter.unit, Place(office, Counter(check_slot(_slot(of_counter))))
    code = check_agency_code(unit.agency_code.upper())
    return belonging_to(place, unit.unit_key, code, confirmed=unit.confirmed)


def backup_of(answer: RestoreAnswer) -> Path:
    """The file that the answer names."""
    return Path(answer.file.strip()).expanduser()


def _slot(answer: CounterAnswer) -> int:
    return int(answer.slot) if answer.slot.isdecimal() else 0


def _complaint(field: str, error: CounterError, messages: Messages) -> Complaint:
    return Complaint(field, messages.explain(error).sentence)
