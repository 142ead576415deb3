"""What the office works by, in versions that are added and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from msgspec import Struct, msgpack

from cgcounter.domain.calendar import WorkingCalendar
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.procedures import Catalogue
from cgcounter.domain.staff import StaffMember
from cgcounter.domain.units import Units
from cgcounter.services.ports import NotSetUpError, PinnedCatalogue
from cgcounter.storage.transaction import Sql, Transaction


class Kind(StrEnum):
    """What is kept in versions."""

    CATALOGUE = "catalogue"
    CALENDAR = "calendar"
    UNITS = "units"
    STAFF = "staff"
    OFFICE = "office"


class _Place(Struct, frozen=True):
    """Office and counter, which are set up together."""

    office: Office
    counter: Counter


_DECODERS: Final[dict[Kind, msgpack.Decoder[Any]]] = {
    Kind.CATALOGUE: msgpack.Decoder(Catalogue),
    Kind.CALENDAR: msgpack.Decoder(WorkingCalendar),
    Kind.UNITS: msgpack.Decoder(Units),
    Kind.STAFF: msgpack.Decoder(tuple[StaffMember, ...]),
    Kind.OFFICE: msgpack.Decoder(_Place),
}
_NEWEST: Final = Sql("SELECT kind, max(version) AS version FROM reference GROUP BY kind")
_BODY: Final = Sql("SELECT body FROM reference WHERE kind = :kind AND version = :version")
_ADD: Final = Sql(
    "INSERT INTO reference (kind, version, at, source, body) VALUES (:kind, :version, :at, :source, :body)"
)

Decoded = dict[tuple[Kind, int], Any]
"""Versions decoded before, shared by all readings of a file."""


class SqlReference:
    """Reads the versions, decoding each once, and adds new ones."""

    def __init__(self, transaction: Transaction, decoded: Decoded) -> None:
        self._transaction = transaction
        self._decoded = decoded
        self._newest: dict[str, int] | None = None

    def catalogue(self, version: int | None = None) -> PinnedCatalogue:
        """A version of the catalogue, the newest by default; raises NotSetUpError."""
        version = self._version(Kind.CATALOGUE) if version is None else version
        return PinnedCatalogue(version, self._get(Kind.CATALOGUE, version))

    def calendar(self) -> WorkingCalendar:
        """The working calendar; raises NotSetUpError."""
        calendar: WorkingCalendar = self._get(Kind.CALENDAR)
        return calendar

    def units(self) -> Units:
        """The units; raises NotSetUpError."""
        units: Units = self._get(Kind.UNITS)
        return units

    def staff(self) -> tuple[StaffMember, ...]:
        """The people of the office; raises NotSetUpError."""
        staff: tuple[StaffMember, ...] = self._get(Kind.STAFF)
        return staff

    def office(self) -> Office:
        """The office; raises NotSetUpError before the set-up."""
        place: _Place = self._get(Kind.OFFICE)
        return place.office

    def counter(self) -> Counter:
        """The counter; raises NotSetUpError before the set-up."""
        place: _Place = self._get(Kind.OFFICE)
        return place.counter

    def put_catalogue(self, catalogue: Catalogue, *, source: str, at: datetime) -> int:
        """Store a new version and return its number."""
        return self._put(Kind.CATALOGUE, catalogue, source=source, at=at)

    def put_calendar(self, calendar: WorkingCalendar, *, source: str, at: datetime) -> int:
        """Store a new version and return its number."""
        return self._put(Kind.CALENDAR, calendar, source=source, at=at)

    def put_units(self, units: Units, *, source: str, at: datetime) -> int:
        """Store a new version and return its number."""
        return self._put(Kind.UNITS, units, source=source, at=at)

    def put_staff(self, staff: Sequence[StaffMember], *, at: datetime) -> None:
        """Store the people as they are now."""
        self._put(Kind.STAFF, tuple(staff), at=at)

    def put_office(self, office: Office, counter: Counter, *, at: datetime) -> None:
        """Store office and counter as they are now."""
        self._put(Kind.OFFICE, _Place(office, counter), at=at)

    def _get(self, kind: Kind, version: int | None = None) -> Any:
        version = self._version(kind) if version is None else version
        known = self._decoded.get((kind, version))
        if known is not None:
            return known
        body = self._transaction.value(_BODY, {"kind": kind, "version": version})
        if body is None:
            raise NotSetUpError(missing=kind)
        return self._decoded.setdefault((kind, version), _DECODERS[kind].decode(body))

    def _version(self, kind: Kind) -> int:
        version = self._versions().get(kind)
        if version is None:
            raise NotSetUpError(missing=kind)
        return version

    def _versions(self) -> dict[str, int]:
        if self._newest is None:
            self._newest = {row["kind"]: row["version"] for row in self._transaction.rows(_NEWEST)}
        return self._newest

    def _put(self, kind: Kind, value: Any, *, at: datetime, source: str = "") -> int:
        version = self._versions().get(kind, 0) + 1
        body = msgpack.encode(value)
        row = {"kind": kind, "version": version, "at": at.isoformat(), "source": source, "body": body}
        self._transaction.run(_ADD, row)
        self._versions()[kind] = version
        # A version of this number may have been decoded in a unit of work that was then rolled back.
        self._decoded.pop((kind, version), None)
        return version
