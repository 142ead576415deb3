"""Fills a data file with dossiers under way and done, by the log's own append, a few thousand in one transaction."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Final

from msgspec import Struct

from cgcounter.app.benchmark.invented import draw_person
from cgcounter.app.demo.office import COUNTER, OFFICE, given_papers
from cgcounter.domain import codes
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.events import Event
from cgcounter.domain.facts import (
    DossierReceived,
    Fact,
    FormPrinted,
    HandedOver,
    ResultRecorded,
    ResultReturned,
)
from cgcounter.domain.forms import FormKey
from cgcounter.domain.particulars import DossierId, EventId, Fee, PaperGiven, ProcedurePin, RegisterEntry
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Procedure
from cgcounter.domain.staff import Actor
from cgcounter.services.ports import UnitOfWork
from cgcounter.storage.ids import Uuid7Ids
from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Sql

A_DAY: Final = 500
_A_TRANSACTION: Final = 20_000
_AN_APPEND: Final = 250
_KNOWN: Final = 2_000
_MUCH_ROOM: Final = Sql("PRAGMA cache_size = -262144")  # KiB
_SEED: Final = 2022
_FIRST_MINUTE: Final = timedelta(hours=7, minutes=30)
_A_MINUTE: Final = timedelta(minutes=1)
_AT_ONCE: Final = 0.45
_FORGOTTEN: Final = 0.001
_DAYS_PROMISED: Final = (3, 5, 7, 10, 15)
_PAPER_SEAL: Final = bytes(range(32))

Progress = Callable[[int, int], None]
"""Told how many dossiers are in, and of how many."""


class Known(Struct, frozen=True):
    """What a citizen of the file could bring to the counter."""

    code: str
    person: Person


class Filling(Struct, frozen=True):
    """What was put in, how long it took, and some of it to ask for."""

    dossiers: int
    events: int
    seconds: float
    known: tuple[Known, ...]


class Stock(Struct, frozen=True):
    """The procedures that dossiers are drawn from, and who receives them."""

    procedures: tuple[Procedure, ...]
    clerk: Actor


def fill(store: SqlStore, stock: Stock, dossiers: int, last_day: date, progress: Progress) -> Filling:
    """Put dossiers of the days up to ``last_day`` in, A_DAY a day; the same every time but for the ids."""
    writer = _Writer(stock, last_day)
    days = iter(_days(dossiers, last_day))
    _give_room(store)
    step = max(dossiers // _KNOWN, 1)
    known: list[Known] = []
    events = done = 0
    start = time.perf_counter()
    while some := list(islice(days, _A_TRANSACTION)):
        with store.begin() as unit:
            for at in range(0, len(some), _AN_APPEND):
                lives = [writer.life(unit, day) for day in some[at : at + _AN_APPEND]]
                unit.log.append([event for life in lives for event in life])
                events += sum(map(len, lives))
                known += (_known(life) for place, life in enumerate(lives, done + at) if place % step == 0)
            unit.commit()
        done += len(some)
        progress(done, dossiers)
    return Filling(dossiers, events, time.perf_counter() - start, tuple(known))


def _give_room(store: SqlStore) -> None:
    """Let the writing connection keep many pages: indices of names and numbers are written all over."""
    with store.write() as act:
        act.run(_MUCH_ROOM)
        act.commit()


def _days(dossiers: int, last_day: date) -> Iterator[date]:
    for number in range(dossiers):
        yield last_day - timedelta(days=(dossiers - 1) // A_DAY - number // A_DAY)


def _known(life: Sequence[Event]) -> Known:
    received = life[0].fact
    if not isinstance(received, DossierReceived):
        raise TypeError("a life begins with its intake")
    return Known(received.code, received.applicant)


class _Writer:
    """Invents the events of one dossier after another."""

    def __init__(self, stock: Stock, last_day: date) -> None:
        self._clerk = stock.clerk
        self._last_day = last_day
        self._random = Random(_SEED)  # noqa: S311  repeatable on purpose, nothing is secret
        self._ids = Uuid7Ids()
        self._pins = [_pinned(procedure) for procedure in stock.procedures]
        self._day, self._moment = date.min, datetime.min.replace(tzinfo=TIME_ZONE)

    def life(self, unit: UnitOfWork, day: date) -> list[Event]:
        """Everything that has happened to a dossier of that day by the last one."""
        if day != self._day:
            self._day = day
            self._moment = datetime(day.year, day.month, day.day, tzinfo=TIME_ZONE) + _FIRST_MINUTE
        self._moment += _A_MINUTE
        at_once = self._random.random() < _AT_ONCE
        received = self._received(unit, at_once=at_once)
        facts = self._at_once() if at_once else self._over_days(received)
        return self._events([(self._moment, received), *facts])

    def _received(self, unit: UnitOfWork, *, at_once: bool) -> DossierReceived:
        pin, papers = self._random.choice(self._pins)
        serial = unit.numbers.next_serial(COUNTER.slot, self._day)
        volume = f"{COUNTER.slot:02d}/{self._day.year}"
        days = 0 if at_once else self._random.choice(_DAYS_PROMISED)
        return DossierReceived(
            code=codes.compose_code(OFFICE.agency_code, self._day, serial),
            slot=COUNTER.slot,
            received_at=self._moment,
            procedure=pin,
            applicant=draw_person(self._random),
            papers=papers,
            register=RegisterEntry(volume, unit.numbers.next_register_number(volume, self._day.year)),
            due_at=self._moment + timedelta(days=days, hours=1),
            fee=Fee(8000, typed=True),
        )

    def _at_once(self) -> list[tuple[datetime, Fact]]:
        return [
            (self._moment, ResultRecorded(released_at=self._moment)),
            (self._moment, ResultReturned(returned_at=self._moment)),
        ]

    def _over_days(self, received: DossierReceived) -> list[tuple[datetime, Fact]]:
        """Printed at once, handed over the next morning, released when promised, fetched the day after."""
        moment, due = self._moment, received.due_at or self._moment
        printed = FormPrinted(moment, FormKey.RECEIPT, 1, _PAPER_SEAL, printer="Quầy 1")
        started, returned = moment + timedelta(days=1), due + timedelta(days=1)
        facts: list[tuple[datetime, Fact]] = [(moment, printed)]
        if started.date() <= self._last_day:
            facts.append((started, HandedOver(started)))
        if due.date() <= self._last_day and self._random.random() >= _FORGOTTEN:
            facts.append((due, ResultRecorded(due)))
            if returned.date() <= self._last_day:
                facts.append((returned, ResultReturned(returned)))
        return facts

    def _events(self, facts: Sequence[tuple[datetime, Fact]]) -> list[Event]:
        dossier = DossierId(self._ids.new())
        base: tuple[EventId, ...] = ()
        events = []
        for at, fact in facts:
            event = Event(
                id=EventId(self._ids.new()),
                dossier=dossier,
                base=base,
                at=at,
                actor=self._clerk.id,
                office=self._clerk.office,
                fact=fact,
            )
            base = (event.id,)
            events.append(event)
        return events


def _pinned(procedure: Procedure) -> tuple[ProcedurePin, tuple[PaperGiven, ...]]:
    pin = ProcedurePin(
        code=procedure.code,
        name=procedure.name,
        field=procedure.field,
        catalogue_version=1,
        same_day=procedure.is_same_day,
        result=procedure.result,
    )
    return pin, given_papers(procedure)
