"""The data file in memory: the same behaviour as the encrypted one, proved by the contract suite."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from cgcounter.domain import codes
from cgcounter.domain.calendar import WorkingCalendar
from cgcounter.domain.cash import CashCount
from cgcounter.domain.events import Event, decode_event, encode_event
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.procedures import Catalogue
from cgcounter.domain.staff import StaffId, StaffMember
from cgcounter.domain.units import Units
from cgcounter.services.ports import NotSetUpError, PinnedCatalogue
from tests.fakes.fake_dossiers import FakeDossiers


class Version(NamedTuple):
    """One version of what the office works by."""

    value: Any
    source: str
    at: datetime


@dataclass
class Contents:
    """What the file holds; copied at the beginning of each unit of work."""

    events: list[Event] = field(default_factory=list)
    serials: dict[tuple[int, date], int] = field(default_factory=dict)
    registers: dict[tuple[str, int], int] = field(default_factory=dict)
    reference: dict[str, list[Version]] = field(default_factory=dict)
    drafts: dict[StaffId, bytes] = field(default_factory=dict)
    cash_counts: list[CashCount] = field(default_factory=list)

    def fork(self) -> Contents:
        """A copy that can be changed apart; the values themselves are frozen."""
        forked = copy.copy(self)
        for name in ("events", "serials", "registers", "drafts", "cash_counts"):
            setattr(forked, name, copy.copy(getattr(self, name)))
        forked.reference = {kind: list(versions) for kind, versions in self.reference.items()}
        return forked


class Act:
    """Lets parts reach the contents while a unit of work lasts, and change them if it may."""

    def __init__(self, contents: Contents, *, writes: bool) -> None:
        self._contents = contents
        self._writes = writes
        self.is_over = False

    @property
    def contents(self) -> Contents:
        if self.is_over:
            raise RuntimeError("this unit of work is over")
        return self._contents

    @property
    def to_change(self) -> Contents:
        if not self._writes:
            raise RuntimeError("a look writes nothing")
        return self.contents


class FakeEventLog:
    """Events as they come back from their bytes."""

    def __init__(self, act: Act) -> None:
        self._act = act

    def append(self, events: Sequence[Event]) -> None:
        if not events:
            return
        log = self._act.to_change.events
        known = {event.id for event in log}
        for event in events:
            if event.id in known:
                raise RuntimeError("an event is stored once")
            known.add(event.id)
            log.append(decode_event(encode_event(event)))

    def history(self, dossier: DossierId) -> tuple[Event, ...]:
        return tuple(event for event in self._act.contents.events if event.dossier == dossier)


class FakeNumbers:
    """Running numbers from the rules of the domain."""

    def __init__(self, act: Act) -> None:
        self._act = act

    def next_serial(self, slot: int, day: date) -> int:
        serials = self._act.to_change.serials
        serials[slot, day] = codes.next_serial(slot, serials.get((slot, day)))
        return serials[slot, day]

    def next_register_number(self, volume: str, year: int) -> int:
        registers = self._act.to_change.registers
        registers[volume, year] = registers.get((volume, year), 0) + 1
        return registers[volume, year]


class FakeReference:
    """Versions in lists, the first is number 1."""

    def __init__(self, act: Act) -> None:
        self._act = act

    def catalogue(self, version: int | None = None) -> PinnedCatalogue:
        number = self._newest("catalogue") if version is None else version
        return PinnedCatalogue(number, self._get("catalogue", number))

    def calendar(self) -> WorkingCalendar:
        calendar: WorkingCalendar = self._get("calendar")
        return calendar

    def units(self) -> Units:
        units: Units = self._get("units")
        return units

    def staff(self) -> tuple[StaffMember, ...]:
        staff: tuple[StaffMember, ...] = self._get("staff")
        return staff

    def office(self) -> Office:
        office: Office = self._get("office")[0]
        return office

    def counter(self) -> Counter:
        counter: Counter = self._get("office")[1]
        return counter

    def put_catalogue(self, catalogue: Catalogue, *, source: str, at: datetime) -> int:
        return self._put("catalogue", Version(catalogue, source, at))

    def put_calendar(self, calendar: WorkingCalendar, *, source: str, at: datetime) -> int:
        return self._put("calendar", Version(calendar, source, at))

    def put_units(self, units: Units, *, source: str, at: datetime) -> int:
        return self._put("units", Version(units, source, at))

    def put_staff(self, staff: Sequence[StaffMember], *, at: datetime) -> None:
        self._put("staff", Version(tuple(staff), "", at))

    def put_office(self, office: Office, counter: Counter, *, at: datetime) -> None:
        self._put("office", Version((office, counter), "", at))

    def _newest(self, kind: str) -> int:
        return len(self._act.contents.reference.get(kind, ()))

    def _get(self, kind: str, number: int | None = None) -> Any:
        newest = self._newest(kind)
        number = newest if number is None else number
        if not 1 <= number <= newest:
            raise NotSetUpError(missing=kind)
        return self._act.contents.reference[kind][number - 1].value

    def _put(self, kind: str, version: Version) -> int:
        if version.at.utcoffset() is None:
            raise ValueError("a time without its zone")
        self._act.to_change.reference.setdefault(kind, []).append(version)
        return self._newest(kind)


class FakeDrafts:
    """Drafts as opaque bytes."""

    def __init__(self, act: Act) -> None:
        self._act = act

    def save(self, owner: StaffId, body: bytes) -> None:
        self._act.to_change.drafts[owner] = body

    def load(self, owner: StaffId) -> bytes | None:
        return self._act.contents.drafts.get(owner)

    def clear(self, owner: StaffId) -> None:
        self._act.to_change.drafts.pop(owner, None)


class FakeCashCounts:
    """Counts in a list."""

    def __init__(self, act: Act) -> None:
        self._act = act

    def add(self, count: CashCount) -> None:
        self._act.to_change.cash_counts.append(count)

    def of_day(self, day: date) -> tuple[CashCount, ...]:
        return tuple(one for one in self._act.contents.cash_counts if one.day == day)


class FakeReading:
    """A consistent look."""

    def __init__(self, act: Act) -> None:
        self.act = act
        self.log = FakeEventLog(act)
        self.dossiers = FakeDossiers(lambda: act.contents.events)
        self.reference = FakeReference(act)
        self.cash_counts = FakeCashCounts(act)
        self.drafts = FakeDrafts(act)


class FakeUnitOfWork(FakeReading):
    """One act; what it changed is seen by others only after commit."""

    def __init__(self, act: Act, store: FakeStore) -> None:
        super().__init__(act)
        self.numbers = FakeNumbers(act)
        self._store = store

    def commit(self) -> None:
        self._store.contents = self.act.contents
        self.act.is_over = True


class FakeStore:
    """The data file of a counter, in memory."""

    def __init__(self) -> None:
        self.contents = Contents()
        self.commits = 0
        self._has_writer = False

    @contextmanager
    def begin(self) -> Iterator[FakeUnitOfWork]:
        if self._has_writer:
            raise RuntimeError("one writer at a time")
        self._has_writer = True
        unit = FakeUnitOfWork(Act(self.contents.fork(), writes=True), self)
        try:
            yield unit
        finally:
            self.commits += unit.act.is_over
            unit.act.is_over = True
            self._has_writer = False

    @contextmanager
    def look(self) -> Iterator[FakeReading]:
        reading = FakeReading(Act(self.contents.fork(), writes=False))
        try:
            yield reading
        finally:
            reading.act.is_over = True
