"""People sign in by name and PIN; the actor of every event is the one who did."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import Final, NamedTuple

from msgspec import Struct

from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.staff import Actor, Role, StaffId, StaffMember
from cgcounter.services.ports import Pins, Reading
from cgcounter.services.workplace import Workplace

TRIES: Final = 5
PAUSE: Final = timedelta(minutes=1)


class WrongPinError(RuleBrokenError):
    """The PIN is not this person's; ``left`` tries remain before a pause."""

    code = "wrong_pin"


class PinPausedError(RuleBrokenError):
    """Too many wrong PINs: signing in as this person waits ``seconds``."""

    code = "pin_paused"


class Name(Struct, frozen=True):
    """A person on the sign-in screen."""

    id: StaffId
    name: str
    roles: tuple[Role, ...]


class _Known(NamedTuple):
    """Somebody who works here, and what their PIN has to match."""

    actor: Actor
    pin_hash: str


def actor_here(reading: Reading, member: StaffMember) -> Actor:
    """A member of the list as the actor of what is done at this counter."""
    office, counter = reading.reference.office(), reading.reference.counter()
    return Actor(member.id, member.name, member.roles, office.unit_key, counter.unit_key)


class SignIn:
    """Checks PINs. Wrong tries are counted per person for as long as the program runs."""

    def __init__(self, workplace: Workplace, pins: Pins) -> None:
        self._workplace = workplace
        self._pins = pins
        self._wrong: dict[StaffId, int] = {}
        self._paused_until: dict[StaffId, datetime] = {}

    def names(self) -> tuple[Name, ...]:
        """The people who can sign in here."""
        with self._workplace.store.look() as reading:
            return tuple(
                Name(member.id, member.name, member.roles)
                for member in reading.reference.staff()
                if member.active
            )

    def __call__(self, person: StaffId, pin: str) -> Actor:
        """The actor; raises WrongPinError or PinPausedError, which tell nothing else."""
        self._require_no_pause(person)
        known = self._find(person)
        if known is None or not self._pins.matches(pin, known.pin_hash):
            raise self._count_wrong(person)
        self._wrong.pop(person, None)
        return known.actor

    def renew(self, actor: Actor) -> Actor | None:
        """Who is signed in, with the name and roles of now; None when they work here no more."""
        known = self._find(actor.id)
        return None if known is None else known.actor

    def _find(self, person: StaffId) -> _Known | None:
        with self._workplace.store.look() as reading:
            member = next((one for one in reading.reference.staff() if one.id == person), None)
            if member is None or not member.active:
                return None
            return _Known(actor_here(reading, member), member.pin_hash)

    def _require_no_pause(self, person: StaffId) -> None:
        until = self._paused_until.get(person)
        now = self._workplace.clock.now()
        if until is not None and now < until:
            raise PinPausedError(seconds=ceil((until - now).total_seconds()))

    def _count_wrong(self, person: StaffId) -> RuleBrokenError:
        wrong = self._wrong.get(person, 0) + 1
        if wrong < TRIES:
            self._wrong[person] = wrong
            return WrongPinError(left=TRIES - wrong)
        self._wrong.pop(person, None)
        self._paused_until[person] = self._workplace.clock.now() + PAUSE
        return PinPausedError(seconds=int(PAUSE.total_seconds()))
