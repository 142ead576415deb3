"""The counter comes to belong to another unit, or its codes bear another agency code: an act of the administrator."""

from __future__ import annotations

from msgspec import Struct

from cgcounter.domain.codes import check_agency_code
from cgcounter.domain.offices import Place, belonging_to
from cgcounter.domain.staff import Actor, require_role
from cgcounter.domain.units import Unit
from cgcounter.services.hand_over import UnitNotFoundError
from cgcounter.services.manage_staff import KEEPERS
from cgcounter.services.ports import Reading
from cgcounter.services.workplace import Workplace


class CounterLook(Struct, frozen=True):
    """Office and counter as they are, what the office's own unit is called, and the units the counter may belong to."""

    place: Place
    own_name: str
    units: tuple[Unit, ...]


class ChangeCounter(Struct, frozen=True):
    """Writes a new version of office and counter; dossiers keep what they were received with."""

    workplace: Workplace

    def look(self, actor: Actor) -> CounterLook:
        """How it is now; raises RoleMissingError."""
        require_role(actor, KEEPERS)
        with self.workplace.store.look() as reading:
            place, units = _place(reading), reading.reference.units()
        own, present = units.find(place.office.unit_key), units.find(place.counter.unit_key)
        offered = units.with_counters_at(place.office.unit_key, self.workplace.clock.now().date())
        if present is not None and present not in offered:
            offered = (present, *offered)  # it is no more; what is shown is still what is kept
        return CounterLook(place, own.name if own else place.office.authority, offered)

    def __call__(self, actor: Actor, unit_key: str, agency_code: str, *, confirmed: bool) -> Place:
        """Change; raises RoleMissingError, UnitNotFoundError, MalformedAgencyCodeError, and then nothing was written.

        An empty ``unit_key`` is the office's own unit.
        """
        require_role(actor, KEEPERS)
        code = check_agency_code(agency_code)
        now = self.workplace.clock.now()
        with self.workplace.store.begin() as unit:
            place = belonging_to(_place(unit), unit_key, code, confirmed=confirmed)
            found = unit.reference.units().find(place.counter.unit_key)
            if place.counter.unit_key and (found is None or not found.is_valid(now.date())):
                raise UnitNotFoundError(unit=unit_key)
            unit.reference.put_office(*place, at=now)
            unit.commit()
        return place


def _place(reading: Reading) -> Place:
    return Place(reading.reference.office(), reading.reference.counter())
