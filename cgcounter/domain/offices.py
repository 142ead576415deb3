"""The office and the counter that this copy of the program serves."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from cgcounter.domain.codes import check_agency_code, check_slot
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.particulars import RatingScale


class OfficeIncompleteError(RuleBrokenError):
    """The office's particulars miss something that every receipt needs."""

    code = "office_incomplete"


class FeeMoment(StrEnum):
    """When an office usually takes the fee."""

    INTAKE = "intake"
    RETURN = "return"


class Habits(Struct, frozen=True):
    """How an office does what the law leaves open; a clerk may do otherwise with a single dossier.

    Citizens bring the fee when they fetch the result (2.4), unless the office wants it at intake. ``rating`` is what
    they are asked with after the return, None where nobody is asked. ``prints_slip``: the internal payment slip goes
    to paper with every payment.
    """

    fee_at: FeeMoment = FeeMoment.RETURN
    rating: RatingScale | None = RatingScale.FIVE_POINTS
    prints_slip: bool = False


class Office(Struct, frozen=True):
    """One office as its papers name it.

    ``unit_key`` is the stable key of units.csv; ``authority`` and ``office_name`` are the two lines of a form's
    header; ``place`` stands before the date; ``agency_code`` begins every dossier code of its own counters and is an
    installation setting (the codes of the 17 communes are not known).
    """

    unit_key: str
    authority: str
    office_name: str
    place: str
    agency_code: str
    register_symbol: str = "BPTNTKQ"
    address: str = ""
    phone: str = ""
    habits: Habits = Habits()

    @property
    def authority_in_text(self) -> str:
        """The first line of the header as it stands in a sentence: "Ủy ban nhân dân xã Cao An"."""
        return in_text(self.authority)

    @property
    def office_name_in_text(self) -> str:
        """The second line of the header as it stands in a sentence: "Bộ phận tiếp nhận và trả kết quả"."""
        return in_text(self.office_name)


# What comes after one of these is a name, each word of it with a capital.
_KINDS: Final = re.compile(r"\b(xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tỉnh)\s+(.+)$")
_SHORT: Final = frozenset({"ubnd", "hđnd", "bhxh"})


def in_text(name: str) -> str:
    """The name of a body as it stands in a sentence; one that is written with small letters stays as it is."""
    if not name.isupper():
        return name
    words = (word.upper() if word in _SHORT else word for word in name.lower().split())
    small = _KINDS.sub(lambda found: f"{found[1]} {_capitals(found[2])}", " ".join(words))
    return f"{small[0].upper()}{small[1:]}"


def _capitals(name: str) -> str:
    return " ".join(f"{word[0].upper()}{word[1:]}" for word in name.split())


class Counter(Struct, frozen=True):
    """One workstation of an office; ``slot`` 1-9 is the first digit of its dossiers' running numbers.

    At a district one-stop a counter may belong to another unit than the office (insurance, tax, police): ``unit_key``
    and ``agency_code`` are then those of that unit, and empty where they are those of the office.
    ``code_confirmed``: the agency that the code names has said that it is its own.
    """

    slot: int
    name: str = ""
    unit_key: str = ""
    agency_code: str = ""
    code_confirmed: bool = False


class Place(NamedTuple):
    """Where this copy of the program stands."""

    office: Office
    counter: Counter


def belonging_to(place: Place, unit_key: str, agency_code: str, *, confirmed: bool) -> Place:
    """The same counter, of this unit from now on, whose codes begin with this agency code.

    An empty ``unit_key`` is the office's own unit; its code is then the one of all its own counters.
    """
    office, counter = place
    if unit_key in {"", office.unit_key}:
        office, unit_key, own_code = replace(office, agency_code=agency_code), "", ""
    else:
        own_code = agency_code
    return Place(office, replace(counter, unit_key=unit_key, agency_code=own_code, code_confirmed=confirmed))


def unit_key_of(office: Office, counter: Counter) -> str:
    """The unit that a counter receives for."""
    return counter.unit_key or office.unit_key


def agency_code_of(office: Office, counter: Counter) -> str:
    """What begins the codes of a counter's dossiers."""
    return counter.agency_code or office.agency_code


def check_counter(office: Office, counter: Counter) -> None:
    """Raise BadSlotError or MalformedAgencyCodeError when no codes could be given out at this counter."""
    check_slot(counter.slot)
    check_agency_code(agency_code_of(office, counter))


def check_office(office: Office) -> None:
    """Raise OfficeIncompleteError when receipts could not be printed for this office."""
    for field in ("unit_key", "authority", "office_name", "place"):
        if not getattr(office, field).strip():
            raise OfficeIncompleteError(field=field)
