"""The list of people: the administrator says who may sign in, in which roles; each person has their own PIN."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from cgcounter.domain import names
from cgcounter.domain.errors import NotFoundError
from cgcounter.domain.staff import Actor, Role, StaffId, StaffMember, require_role
from cgcounter.services.intake import NameMissingError
from cgcounter.services.ports import Pins
from cgcounter.services.set_up_office import LastAdministratorError, NewPerson, check_pin, new_member
from cgcounter.services.sign_in import SignIn, actor_here
from cgcounter.services.workplace import Workplace

KEEPERS = frozenset({Role.ADMINISTRATOR})


class PersonNotFoundError(NotFoundError):
    """The list holds nobody with this id."""

    code = "person_not_found"


class ManageStaff:
    """Every change writes a new version of the list; the former ones stay, and nobody is ever taken out.

    Who leaves is kept as somebody who may not sign in: what they did keeps their name.
    """

    def __init__(self, workplace: Workplace, pins: Pins, sign_in: SignIn) -> None:
        self._workplace = workplace
        self._pins = pins
        self._sign_in = sign_in

    def people(self, actor: Actor) -> tuple[StaffMember, ...]:
        """Everybody, also those who left; raises RoleMissingError."""
        require_role(actor, KEEPERS)
        with self._workplace.store.look() as reading:
            return reading.reference.staff()

    def first_administrator(self) -> Actor:
        """In whose name a command works that only who administers this machine can give."""
        with self._workplace.store.look() as reading:
            staff = reading.reference.staff()
            member = next(one for one in staff if one.active and Role.ADMINISTRATOR in one.roles)
            return actor_here(reading, member)

    def add(self, actor: Actor, person: NewPerson) -> tuple[StaffMember, ...]:
        """Add somebody; raises NameMissingError, PinTooShortError, RoleMissingError."""
        require_role(actor, KEEPERS)
        member = new_member(person, self._workplace.ids, self._pins)
        return self._write(lambda staff: (*staff, member))

    def change(self, actor: Actor, member: StaffMember) -> tuple[StaffMember, ...]:
        """Change name, roles, title, or whether somebody may sign in; the PIN stays; raises NameMissingError."""
        require_role(actor, KEEPERS)
        clean = msgspec.structs.replace(member, name=names.nfc(member.name), title=names.nfc(member.title))
        if not clean.name:
            raise NameMissingError
        return self._replace(
            member.id, lambda before: msgspec.structs.replace(clean, pin_hash=before.pin_hash)
        )

    def reset_pin(self, actor: Actor, person: StaffId, pin: str) -> tuple[StaffMember, ...]:
        """Give somebody who forgot it a new PIN; raises PinTooShortError."""
        require_role(actor, KEEPERS)
        check_pin(pin)
        return self._put_pin(person, pin)

    def change_own_pin(self, actor: Actor, old: str, new: str) -> None:
        """Whoever is signed in takes another PIN; raises PinTooShortError, WrongPinError, PinPausedError.

        A wrong old PIN counts as a wrong try at signing in: this is no second door to guess at.
        """
        check_pin(new)
        self._sign_in(actor.id, old)
        self._put_pin(actor.id, new)

    def _put_pin(self, person: StaffId, pin: str) -> tuple[StaffMember, ...]:
        pin_hash = self._pins.hash(pin)
        return self._replace(person, lambda before: msgspec.structs.replace(before, pin_hash=pin_hash))

    def _replace(
        self, person: StaffId, change: Callable[[StaffMember], StaffMember]
    ) -> tuple[StaffMember, ...]:
        def changed(staff: tuple[StaffMember, ...]) -> tuple[StaffMember, ...]:
            if all(member.id != person for member in staff):
                raise PersonNotFoundError
            return tuple(change(member) if member.id == person else member for member in staff)

        return self._write(changed)

    def _write(
        self, change: Callable[[tuple[StaffMember, ...]], tuple[StaffMember, ...]]
    ) -> tuple[StaffMember, ...]:
        with self._workplace.store.begin() as unit:
            staff = change(unit.reference.staff())
            if not any(member.active and Role.ADMINISTRATOR in member.roles for member in staff):
                raise LastAdministratorError
            unit.reference.put_staff(staff, at=self._workplace.clock.now())
            unit.commit()
        return staff
