"""A district and its counters in one seeded process: disks, power, copies, and a line that loses things."""

from __future__ import annotations

from collections import Counter as Tally
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.chain import Origin
from cgcounter.domain.events import Event, decode_event, encode_event
from cgcounter.domain.fold import fold
from cgcounter.domain.particulars import DossierId, EventId
from cgcounter.domain.staff import StaffId
from cgcounter.server.district import District
from cgcounter.server.ports import Device
from cgcounter.sync.conversation import Limits, Outcome
from cgcounter.sync.cycle import Cycle
from cgcounter.sync.messages import Answer, Request
from cgcounter.sync.seals import DeviceKey, verify
from tests.fakes.fake_district import DistrictContents, FakeDistrictStore
from tests.fakes.fake_replica import FakeReplica, ReplicaContents
from tests.sync.acting import intake, next_fact

START = datetime(2022, 3, 10, 7, 30, tzinfo=TIME_ZONE)
OFFICES = ("xa-mot", "xa-hai")
DEPARTMENTS = ("phong-tu-phap",)
MOST_MEMORY = 12


class LineCutError(Exception):
    """The line was cut, or the power of one of both."""


@dataclass
class Machine:
    """A counter: its disk, the marks beside it, and copies of the disk on a stick."""

    device: Device
    key: DeviceKey
    replica: FakeReplica
    slot: int
    serial: int = 0
    mark: int = 0
    copies: list[tuple[ReplicaContents, int]] = field(default_factory=list)
    clock_is_off_by: timedelta = timedelta()

    def begin_anew_if_older_than_its_mark(self) -> None:
        """What the program does at its start: a file older than the second memory is an old copy (section 7)."""
        if self.mark > self.serial:
            self.serial = self.mark + 10
            self.replica.begin_incarnation()


class World:
    """``seed`` decides everything that happens; without guards an image of a machine runs on another one."""

    def __init__(self, seed: int, *, has_guards: bool = True) -> None:
        self.chance = Random(seed)  # noqa: S311  a schedule that can be played again
        self.tally: Tally[str] = Tally()
        self.now = START
        self.has_guards = has_guards
        self.store = FakeDistrictStore(self._bytes())
        self.district = District(self.store, verify)
        self.server_copies: list[DistrictContents] = []
        self.machines: list[Machine] = []
        self.codes: dict[str, list[EventId]] = defaultdict(list)
        self.old_requests: list[tuple[UUID, Request]] = []
        for office in OFFICES:
            for slot in range(1, self.chance.randint(1, 3) + 1):
                self._enrol(office, slot)
        for department in DEPARTMENTS:
            self._enrol(department, 0)

    def _bytes(self, length: int = 16) -> bytes:
        return self.chance.randbytes(length)

    def _enrol(self, office: str, slot: int) -> None:
        key = DeviceKey(self._bytes(32))
        device = Device(UUID(bytes=self._bytes()), office, office, key.public, slot)
        self.store.contents.devices[device.id] = device
        self.machines.append(Machine(device, key, self._new_replica(), slot))

    def _new_replica(self) -> FakeReplica:
        return FakeReplica(lambda: Origin(self._bytes()))

    def step(self) -> None:
        """One thing happens somewhere."""
        self.now += timedelta(minutes=self.chance.randint(1, 40))
        machine = self.chance.choice(self.machines)
        happening = self.chance.choices(
            (self.act, self.sync, self.copy_disk, self.put_disk_back, self.clone, self.change_clock),
            (50, 34, 6, 2, 0 if self.has_guards else 1, 1),
        )[0]
        happening(machine)
        if self.chance.random() < 0.03:
            self.server_copies.append(self.store.copy())
            self.tally["server copied"] += 1
        if self.server_copies and self.chance.random() < 0.006:
            self.store.put_back(self.chance.choice(self.server_copies), self._bytes())
            self.tally["server restored"] += 1
        if self.old_requests and self.chance.random() < 0.05:
            self.district.answer(*self.chance.choice(self.old_requests))
            self.tally["request replayed"] += 1

    def act(self, machine: Machine) -> None:
        """A person does something with a dossier, or takes one in."""
        at = self.now + machine.clock_is_off_by
        by_dossier = self._lives(machine)
        events: list[Event]
        if machine.slot and (not by_dossier or self.chance.random() < 0.3):
            machine.serial += 1
            code = f"H23.99-{START:%y%m%d}-{machine.slot}{machine.serial:03d}"
            fact = intake(code, machine.slot, at, self.chance.randrange(40))
            event = self._event(machine, DossierId(UUID(bytes=self._bytes())), (), at, fact)
            self.codes[f"{machine.device.office} {code}"].append(event.id)
            self.tally["act intake"] += 1
        elif by_dossier:
            events = self.chance.choice(by_dossier)
            dossier = fold(events)
            fact = next_fact(dossier, self.chance, at, DEPARTMENTS)
            event = self._event(machine, dossier.id, dossier.heads, at, fact)
            self.tally[f"act {type(fact).__name__}"] += 1
        else:
            return
        machine.replica.append([encode_event(event)])
        machine.mark = max(machine.mark, machine.serial)

    def _event(
        self, machine: Machine, dossier: DossierId, base: tuple[EventId, ...], at: datetime, fact: object
    ) -> Event:
        return Event(
            id=EventId(UUID(bytes=self._bytes())),
            dossier=dossier,
            base=base,
            at=at,
            actor=StaffId(UUID(int=machine.slot + 1)),
            office=machine.device.office,
            fact=fact,  # type: ignore[arg-type]  # one of the facts of acting
        )

    def _lives(self, machine: Machine) -> list[list[Event]]:
        lives: dict[DossierId, list[Event]] = defaultdict(list)
        for body in machine.replica.bodies():
            event = decode_event(body)
            lives[event.dossier].append(event)
        begun = [events for events in lives.values() if any(not event.base for event in events)]
        return begun[-MOST_MEMORY:]

    def sync(self, machine: Machine, *, faultless: bool = False) -> Outcome:
        """A cycle, perhaps one that breaks off at any message."""
        limits = Limits(self.chance.choice((1, 3, 500)))
        cycle = Cycle(machine.replica, machine.key, limits=limits)
        talk = cycle.run()
        request, rounds = next(talk), 0
        try:
            while True:
                rounds += 1
                if rounds > 3000:
                    raise RuntimeError("the cycle goes round in circles")
                answer = self._carry(machine, request, faultless=faultless)
                request = talk.send(answer)
        except StopIteration:
            self.tally["cycle done"] += 1
        except LineCutError:
            talk.close()
            self.tally["cycle broken off"] += 1
        for name in ("incarnations", "healed"):
            self.tally[name] += getattr(cycle.outcome, name)
        return cycle.outcome

    def _carry(self, machine: Machine, request: Request, *, faultless: bool) -> Answer:
        luck = 1.0 if faultless else self.chance.random()
        if luck < 0.03:
            self.tally["request lost"] += 1
            raise LineCutError
        if self.chance.random() < 0.1:
            self.old_requests.append((machine.device.id, request))
        answer = self.district.answer(machine.device.id, request)
        if luck < 0.06:
            self.tally["answer lost"] += 1
            raise LineCutError
        if luck < 0.08:
            self.tally["request doubled"] += 1
            answer = self.district.answer(machine.device.id, request)
        return answer

    def copy_disk(self, machine: Machine) -> None:
        """A backup."""
        machine.copies.append((machine.replica.contents.fork(), machine.serial))
        self.tally["disk copied"] += 1

    def put_disk_back(self, machine: Machine) -> None:
        """A restore: what the disk held since the copy is gone from it."""
        if machine.copies:
            contents, serial = self.chance.choice(machine.copies)
            machine.replica.contents, machine.serial = contents.fork(), serial
            machine.begin_anew_if_older_than_its_mark()
            self.tally["disk put back"] += 1

    def clone(self, machine: Machine) -> None:
        """The image of a machine runs a second time, with the same key and identity."""
        twin = Machine(machine.device, machine.key, self._new_replica(), machine.slot)
        twin.replica.contents = machine.replica.contents.fork()
        twin.serial, twin.mark = machine.serial, machine.mark
        self.machines.append(twin)
        self.tally["machine cloned"] += 1

    def change_clock(self, machine: Machine) -> None:
        """Somebody sets a clock wrong."""
        machine.clock_is_off_by = timedelta(days=self.chance.choice((-4000, -1, 0, 0, 1, 400)))
        self.tally["clock changed"] += 1

    def come_to_rest(self) -> None:
        """Everybody synchronises over a good line until nothing changes any more."""
        for _ in range(30):
            outcomes = [self.sync(machine, faultless=True) for machine in self.machines]
            if not any(one.pushed or one.pulled or one.healed or one.incarnations for one in outcomes):
                return
        raise AssertionError("no rest after 30 rounds")
