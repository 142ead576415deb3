"""What the name of a commune says about the office: key, header line and place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from cgcounter.domain.names import exact_marks, matches, nfc, search_key
from cgcounter.domain.units import Unit, UnitKind, Units

OFFICE_NAME: Final = "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ"
_AUTHORITY: Final = "ỦY BAN NHÂN DÂN"
_KINDS: Final = (UnitKind.COMMUNE, UnitKind.TOWNSHIP, UnitKind.WARD)
_COMMITTEE: Final = re.compile(r"(ubnd|ủy ban nhân dân)\s+", re.IGNORECASE)
_KIND_WORD: Final = re.compile(r"(xã|phường|thị trấn|huyện|thị xã|thành phố)\s+", re.IGNORECASE)


class Commune(NamedTuple):
    """A commune, township, ward or district as it is offered; ``code`` is that of the statistics office."""

    key: str
    name: str
    code: str


def communes_on(units: Units, day: date) -> tuple[Commune, ...]:
    """The communes of that day, in the order of the table, and after them the districts."""
    communes = (unit for unit in units.valid_on(day) if unit.kind in _KINDS)
    return tuple(map(_commune, (*communes, *units.of_kind(UnitKind.DISTRICT, day))))


def _commune(unit: Unit) -> Commune:
    return Commune(unit.key, unit.name, unit.gso_code)


def find_communes(communes: Iterable[Commune], query: str) -> list[Commune]:
    """The communes that a query finds, marks or not; those with the very marks typed first."""
    found = [commune for commune in communes if matches(query, commune.name)]
    return sorted(found, key=lambda commune: not exact_marks(query, commune.name))


def authority_of(commune: str) -> str:
    """The first line of a form's header: ỦY BAN NHÂN DÂN XÃ CAO AN."""
    name = _COMMITTEE.sub("", nfc(commune), count=1)
    return f"{_AUTHORITY} {name.upper()}" if name else ""


def place_of(commune: str) -> str:
    """What stands before the date of a form: Cao An."""
    return _KIND_WORD.sub("", _COMMITTEE.sub("", nfc(commune), count=1), count=1)


def key_of(communes: Iterable[Commune], name: str) -> str:
    """The key of a commune; of one that the table does not hold, made as the table makes them: xa-cao-an."""
    wanted = nfc(name).casefold()
    known = next((commune.key for commune in communes if commune.name.casefold() == wanted), "")
    return known or search_key(name).replace(" ", "-")
