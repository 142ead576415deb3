"""The office and the counter that this copy of the program serves."""

from __future__ import annotations

from msgspec import Struct

from cgcounter.domain.codes import check_agency_code
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
    """One workstation of an office; ``slot`` 1-9 is the first digit of its dossiers' running numbers."""

    slot: int
    name: str = ""


def check_office(office: Office) -> None:
    """Raise OfficeIncompleteError or a code error when receipts could not be printed for this office."""
    for field in ("unit_key", "authority", "office_name", "place"):
        if not getattr(office, field).strip():
            raise OfficeIncompleteError(field=field)
    check_agency_code(office.agency_code)
