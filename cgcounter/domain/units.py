"""The units a dossier can be handed to, each valid for a time; codes and names come back elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from msgspec import Struct

from cgcounter.domain.codes import MalformedAgencyCodeError, check_agency_code
from cgcounter.domain.tables import (
    CellRefusedError,
    Cells,
    Columns,
    Confidence,
    RefusalReason,
    RowRefusal,
    read_rows,
)

COLUMNS: Final = Columns(
    ("unit_key", "name", "kind", "valid_from"),
    (
        "gso_code",
        "parent_key",
        "valid_to",
        "successor_codes",  # for people: the program follows the keys
        "successor_keys",
        "agency_code",
        "confidence",
        "note",
    ),
)


class UnitKind(StrEnum):
    """What a unit is; ``forwarded_to`` of a procedure names these."""

    DISTRICT = "district"
    TOWNSHIP = "township"
    COMMUNE = "commune"
    WARD = "ward"
    COMMUNE_POLICE = "commune_police"
    DISTRICT_POLICE = "district_police"
    DISTRICT_OFFICE = "district_office"
    INSPECTORATE = "inspectorate"
    JUSTICE_DEPARTMENT = "justice_department"
    LABOUR_DEPARTMENT = "labour_department"
    ENVIRONMENT_DEPARTMENT = "environment_department"
    FINANCE_DEPARTMENT = "finance_department"
    INFRASTRUCTURE_DEPARTMENT = "infrastructure_department"
    CULTURE_DEPARTMENT = "culture_department"
    EDUCATION_DEPARTMENT = "education_department"
    HOME_AFFAIRS_DEPARTMENT = "home_affairs_department"
    AGRICULTURE_DEPARTMENT = "agriculture_department"
    HEALTH_DEPARTMENT = "health_department"
    LAND_REGISTRATION_BRANCH = "land_registration_branch"
    SOCIAL_INSURANCE = "social_insurance"
    TAX_BRANCH = "tax_branch"
    PROVINCIAL_DEPARTMENT = "provincial_department"


_OFFICES: Final = frozenset({UnitKind.DISTRICT, UnitKind.TOWNSHIP, UnitKind.COMMUNE, UnitKind.WARD})


class Unit(Struct, frozen=True):
    """One unit; ``key`` is stable, ``gso_code`` is not: never use it without a day. Validity is inclusive."""

    key: str
    name: str
    kind: UnitKind
    valid_from: date
    valid_to: date | None = None
    gso_code: str = ""
    parent_key: str = ""
    successor_keys: tuple[str, ...] = ()
    agency_code: str = ""
    confidence: Confidence | None = None
    note: str = ""

    def is_valid(self, day: date) -> bool:
        return self.valid_from <= day <= (self.valid_to or date.max)


class Units(Struct, frozen=True, dict=True):
    """All units known, in the order of the table. ``dict`` gives room to the cached lookup."""

    units: tuple[Unit, ...] = ()

    @cached_property
    def _by_key(self) -> dict[str, Unit]:
        return {unit.key: unit for unit in self.units}

    def find(self, key: str) -> Unit | None:
        return self._by_key.get(key)

    def find_gso(self, gso_code: str, day: date) -> Unit | None:
        """The unit that bears the code of the statistics office on that day."""
        return next((unit for unit in self.valid_on(day) if gso_code and unit.gso_code == gso_code), None)

    def valid_on(self, day: date) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.is_valid(day))

    def children(self, key: str, day: date) -> tuple[Unit, ...]:
        """The units directly below one on that day."""
        return tuple(unit for unit in self.valid_on(day) if key and unit.parent_key == key)

    def with_counters_at(self, key: str, day: date) -> tuple[Unit, ...]:
        """The units that may have counters in the office of one: those right below it, and agencies below none of ours.

        Other offices (districts, communes) have their own.
        """
        return tuple(
            unit
            for unit in self.valid_on(day)
            if unit.parent_key in {"", key} and unit.kind not in _OFFICES and unit.key != key
        )

    def of_kind(self, kind: UnitKind, day: date) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.valid_on(day) if unit.kind is kind)


class UnitsReading(Struct, frozen=True):
    """The units that a table holds, and the rows that were not taken."""

    units: Units
    refusals: tuple[RowRefusal, ...]


def units_from_rows(rows: Iterable[Mapping[str, str]]) -> UnitsReading:
    """Read the table of units; a row without ``valid_from``, or linked to an unknown unit, is refused."""
    seen: set[str] = set()

    def read(cells: Cells) -> Unit:
        unit = _unit(cells)
        if unit.key in seen:
            raise CellRefusedError("unit_key", RefusalReason.DUPLICATE)
        seen.add(unit.key)
        return unit

    taken, refused = read_rows("units", rows, read)
    kept, loose = _part_by_links(taken)
    refusals = sorted([*refused, *loose], key=lambda refusal: refusal.row_number)
    return UnitsReading(Units(tuple(unit for _, unit in kept)), tuple(refusals))


def _part_by_links(units: list[tuple[int, Unit]]) -> tuple[list[tuple[int, Unit]], list[RowRefusal]]:
    """The units whose parents and successors are there too, and refusals of the others."""
    refusals: list[RowRefusal] = []
    while True:
        known, rooted = {unit.key for _, unit in units}, _rooted_keys(units)
        kept = []
        for row_number, unit in units:
            if unit.key in rooted and known.issuperset(unit.successor_keys):
                kept.append((row_number, unit))
            else:
                column = "successor_keys" if unit.key in rooted else "parent_key"
                refusals.append(RowRefusal(row_number, column, RefusalReason.UNKNOWN_UNIT, "units"))
        if len(kept) == len(units):
            return kept, refusals
        units = kept


def _rooted_keys(units: list[tuple[int, Unit]]) -> set[str]:
    """The keys from which the parents lead to the top; those of a circle do not."""
    rooted: set[str] = set()
    while True:
        grown = {unit.key for _, unit in units if not unit.parent_key or unit.parent_key in rooted}
        if grown == rooted:
            return rooted
        rooted = grown


def _unit(cells: Cells) -> Unit:
    key = cells.required("unit_key")
    name = cells.required("name")
    kind = cells.choice("kind", UnitKind)
    valid_from = cells.required_day("valid_from")
    _, valid_to = cells.period()
    gso_code = cells.text("gso_code")
    if gso_code and not (gso_code.isascii() and gso_code.isdigit()):
        raise CellRefusedError("gso_code", RefusalReason.BAD_CODE)
    return Unit(
        key=key,
        name=name,
        kind=kind,
        valid_from=valid_from,
        valid_to=valid_to,
        gso_code=gso_code,
        parent_key=cells.text("parent_key"),
        successor_keys=cells.several("successor_keys"),
        agency_code=_agency_code(cells),
        confidence=cells.confidence(),
        note=cells.text("note"),
    )


def _agency_code(cells: Cells) -> str:
    """Empty until the installation knows it."""
    text = cells.text("agency_code")
    try:
        return check_agency_code(text) if text else ""
    except MalformedAgencyCodeError:
        raise CellRefusedError("agency_code", RefusalReason.BAD_CODE) from None
