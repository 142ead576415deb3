"""The office and the counter that this copy of the program serves."""

from __future__ import annotations

from msgspec import Struct

from cgcounter.domain.codes import check_agency_code, check_slot
from cgcounter.domain.errors import RuleBrokenError


class OfficeIncompleteError(RuleBrokenError):
    """The office's particulars miss something that every receipt needs."""

    code = "office_incomplete"


class Office(Struct, frozen=True):
    """One office as its papers name it.

    ``unit_key`` is the stable key of units.csv; ``authority`` and ``office_name`` are the two lines of a form's
    header; ``place`` stands before the date; ``agency_code`` begins every dossier code and is an installation
    setting (the codes of the 17 communes are not known).
    """

    unit_key: str
    authority: str
    office_name: str
    place: str
    agency_code: str
    register_symbol: str = "BPTNTKQ"
    address: str = ""
    phone: str = ""


class Counter(Struct, frozen=True):
    """One workstation of an office; ``slot`` 1-9 is the first digit of its dossiers' running numbers.

    At a district one-stop a counter may belong to another unit than the office (insurance, tax, police): ``unit_key``
    and ``agency_code`` are then those of that unit, and empty where they are those of the office.
    """

    slot: int
    name: str = ""
    unit_key: str = ""
    agency_code: str = ""


def unit_key_of(office: Office, counter: Counter) -> str:
    """The unit that a counter receives for."""
    return counter.unit_key or office.unit_key


def agency_code_of(office: Office, counter: Counter) -> str:
    """What begins the codes of a counter's dossiers."""
    return counter.agency_code or office.agency_code


def check_counter(counter: Counter) -> None:
    """Raise BadSlotError or MalformedAgencyCodeError when no codes could be given out at this counter."""
    check_slot(counter.slot)
    if counter.agency_code:
        check_agency_code(counter.agency_code)


def check_office(office: Office) -> None:
    """Raise OfficeIncompleteError or a code error when receipts could not be printed for this office."""
    for field in ("unit_key", "authority", "office_name", "place"):
        if not getattr(office, field).strip():
            raise OfficeIncompleteError(field=field)
    check_agency_code(office.agency_code)
