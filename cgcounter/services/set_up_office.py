"""The first run: office, counter, first person, and what they work by."""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec import Struct

from cgcounter.domain import names
from cgcounter.domain.calendar import WorkingCalendar
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.offices import Counter, Office, check_counter, check_office
from cgcounter.domain.procedures import Catalogue
from cgcounter.domain.staff import Role, StaffId, StaffMember
from cgcounter.domain.units import Units
from cgcounter.services.intake import NameMissingError
from cgcounter.services.ports import Ids, NotSetUpError, Pins, Reading
from cgcounter.services.workplace import Workplace

SHORTEST_PIN: Final = 4


class PinTooShortError(RuleBrokenError):
    """A PIN has at least SHORTEST_PIN digits."""

    code = "pin_too_short"


class AlreadySetUpError(RuleBrokenError):
    """The file holds an office already; a set-up never overwrites one."""

    code = "already_set_up"


class LastAdministratorError(RuleBrokenError):
    """Without an administrator nobody could ever let anyone in."""

    code = "last_administrator"


class NewPerson(Struct, frozen=True):
    """A person as the set-up or the staff screen names them."""

    name: str
    roles: tuple[Role, ...]
    pin: str
    title: str = ""


class SeedData(Struct, frozen=True):
    """What the office starts to work by."""

    catalogue: Catalogue
    calendar: WorkingCalendar
    units: Units
    source: str


class SetUpOffice:
    """Writes the office down once; later changes are acts of the administrator."""

    def __init__(self, workplace: Workplace, pins: Pins) -> None:
        self._workplace = workplace
        self._pins = pins

    def is_done(self) -> bool:
        """True when this file has an office."""
        with self._workplace.store.look() as reading:
            return _has_office(reading)

    def __call__(
        self, office: Office, counter: Counter, people: tuple[NewPerson, ...], seed: SeedData
    ) -> tuple[StaffMember, ...]:
        """Set up; raises OfficeIncompleteError, code errors, NameMissingError, PinTooShortError."""
        office = _clean_office(office)
        counter = msgspec.structs.replace(counter, name=names.nfc(counter.name))
        check_office(office)
        check_counter(office, counter)
        if not any(Role.ADMINISTRATOR in person.roles for person in people):
            raise LastAdministratorError
        staff = tuple(new_member(person, self._workplace.ids, self._pins) for person in people)
        now = self._workplace.clock.now()
        with self._workplace.store.begin() as unit:
            if _has_office(unit):
                raise AlreadySetUpError
            unit.reference.put_office(office, counter, at=now)
            unit.reference.put_staff(staff, at=now)
            unit.reference.put_catalogue(seed.catalogue, source=seed.source, at=now)
            unit.reference.put_calendar(seed.calendar, source=seed.source, at=now)
            unit.reference.put_units(seed.units, source=seed.source, at=now)
            unit.commit()
        return staff


def _has_office(reading: Reading) -> bool:
    try:
        reading.reference.office()
    except NotSetUpError:
        return False
    return True


def _clean_office(office: Office) -> Office:
    texts = {
        field: names.nfc(getattr(office, field)) for field in ("authority", "office_name", "place", "address")
    }
    return msgspec.structs.replace(office, **texts)


def new_member(person: NewPerson, ids: Ids, pins: Pins) -> StaffMember:
    """A person as the list keeps them; raises NameMissingError, PinTooShortError."""
    name = names.nfc(person.name)
    if not name:
        raise NameMissingError
    check_pin(person.pin)
    return StaffMember(
        id=StaffId(ids.new()),
        name=name,
        roles=person.roles,
        pin_hash=pins.hash(person.pin),
        title=names.nfc(person.title),
    )


def check_pin(pin: str) -> None:
    """Raise PinTooShortError unless the PIN is digits, and enough of them."""
    if len(pin) < SHORTEST_PIN or not (pin.isascii() and pin.isdecimal()):
        raise PinTooShortError(shortest=SHORTEST_PIN)
