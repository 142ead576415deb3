"""A dossier goes on to those who work on it, in the office or in another unit, and is taken there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from cgcounter.domain.deadlines import Duration, DurationKind, due_time
from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.errors import NotFoundError
from cgcounter.domain.facts import Fact, HandedOver, HandoverAccepted
from cgcounter.domain.lifecycle import Act, require_act
from cgcounter.domain.offices import unit_key_of
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import Actor, StaffId
from cgcounter.domain.units import Unit
from cgcounter.services.intake import DueTimePastError
from cgcounter.services.manage_staff import PersonNotFoundError
from cgcounter.services.ports import Reading
from cgcounter.services.texts import clean_text
from cgcounter.services.workplace import Workplace


class UnitNotFoundError(NotFoundError):
    """No unit of this key is valid today."""

    code = "unit_not_found"


class Handover(Struct, frozen=True, kw_only=True):
    """Where a dossier goes: an empty ``unit`` is one's own, ``to`` one of its people.

    ``due_at`` is the due time of this leg, or it ends after so many ``working_days`` of the calendar. On paper (not
    ``electronic``) a slip goes along.
    """

    unit: str = ""
    to: StaffId | None = None
    electronic: bool = True
    due_at: datetime | None = None
    working_days: int = 0
    note: str = ""


TO_THE_OFFICE = Handover()


class HandOver(Struct, frozen=True):
    """Hands dossiers over: the first time from the counter, later from one unit to another."""

    workplace: Workplace

    def __call__(self, actor: Actor, dossier_id: DossierId, to: Handover = TO_THE_OFFICE) -> Dossier:
        """Hand one over; raises UnitNotFoundError, PersonNotFoundError, DueTimePastError, or what forbids the act."""
        return self.several(actor, (dossier_id,), to)[0]

    def destinations(self, dossier: Dossier) -> tuple[Unit, ...]:
        """The other units of today that a dossier can go to, those that its procedure is forwarded to first."""
        today = self.workplace.clock.now().date()
        with self.workplace.store.look() as reading:
            own = unit_key_of(reading.reference.office(), reading.reference.counter())
            units = reading.reference.units().valid_on(today)
        wanted = frozenset(dossier.procedure.forwarded_to)
        return tuple(sorted((one for one in units if one.key != own), key=lambda one: one.kind not in wanted))

    def several(
        self, actor: Actor, dossier_ids: Sequence[DossierId], to: Handover = TO_THE_OFFICE
    ) -> tuple[Dossier, ...]:
        """Hand several over in one go: all of them, or none where one may not go."""
        now, handed = self.workplace.clock.now(), []
        with self.workplace.store.begin() as unit:
            for dossier_id in dossier_ids:
                dossier = unit.dossiers.get(dossier_id)
                is_first = dossier.status is Status.ACCEPTED
                require_act(Act.START_PROCESSING if is_first else Act.TRANSFER, dossier, actor)
                fact = _fact(unit, to, _unit(unit, to.unit or actor.unit_key, dossier, now), now)
                handed.append(self.workplace.continue_dossier(unit, actor, dossier, (fact,)))
            unit.commit()
        return tuple(handed)


class AcceptHandover(Struct, frozen=True):
    """The unit takes what was handed to it; who does it holds the dossier now."""

    workplace: Workplace

    def __call__(self, actor: Actor, dossier_id: DossierId) -> Dossier:
        """Accept; raises ActForbiddenError where nothing is on its way."""
        return self.several(actor, (dossier_id,))[0]

    def several(self, actor: Actor, dossier_ids: Sequence[DossierId]) -> tuple[Dossier, ...]:
        """Accept several in one go: all of them, or none where one may not be accepted."""
        now, taken = self.workplace.clock.now(), []
        with self.workplace.store.begin() as unit:
            for dossier_id in dossier_ids:
                dossier = unit.dossiers.get(dossier_id)
                require_act(Act.ACCEPT_HANDOVER, dossier, actor)
                taken.append(self.workplace.continue_dossier(unit, actor, dossier, accepted(dossier, now)))
            unit.commit()
        return tuple(taken)


def accepted(dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
    """Who works on a dossier that nobody has accepted yet has accepted it by doing so."""
    leg = dossier.leg
    if leg is None or leg.accepted_at is not None:
        return ()
    return (HandoverAccepted(accepted_at=now, leg=leg.id),)


def _fact(reading: Reading, to: Handover, unit: tuple[str, str], now: datetime) -> HandedOver:
    due_at = to.due_at
    if to.working_days:
        duration = Duration(DurationKind.WORKING_DAYS, to.working_days)
        due_at = due_time(now, duration, reading.reference.calendar()).at
    if due_at is not None and due_at <= now:
        raise DueTimePastError
    if to.to is not None and not any(
        member.id == to.to and member.active for member in reading.reference.staff()
    ):
        raise PersonNotFoundError
    key, name = unit
    return HandedOver(
        handed_at=now,
        unit=key,
        unit_name=name,
        to=to.to,
        electronic=to.electronic,
        due_at=due_at,
        note=clean_text("note", to.note),
    )


def _unit(reading: Reading, key: str, dossier: Dossier, now: datetime) -> tuple[str, str]:
    """Key and name as they are written down: no key for the office that received it, no name for its own counters."""
    office = reading.reference.office()
    own = unit_key_of(office, reading.reference.counter())
    found = reading.reference.units().find(key)
    if key != own and (found is None or not found.is_valid(now.date())):
        raise UnitNotFoundError(unit=key)
    if key == dossier.office == own:
        return "", ""
    name = found.name if found else office.authority
    return ("", name) if key == dossier.office else (key, name)
