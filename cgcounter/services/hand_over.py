"""A dossier goes on to those who work on it, in the office or in another unit, and is taken there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.errors import NotFoundError
from cgcounter.domain.facts import Fact, HandedOver, HandoverAccepted
from cgcounter.domain.lifecycle import Act, require_act
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
    """Where a dossier goes: an empty ``unit`` is the office itself, ``to`` one of its people.

    ``due_at`` is the due time of this leg; on paper (not ``electronic``) a slip goes along.
    """

    unit: str = ""
    to: StaffId | None = None
    electronic: bool = True
    due_at: datetime | None = None
    note: str = ""


TO_THE_OFFICE = Handover()


class HandOver(Struct, frozen=True):
    """Hands dossiers over: the first time from the counter, later from one unit to another."""

    workplace: Workplace

    def __call__(self, actor: Actor, dossier_id: DossierId, to: Handover = TO_THE_OFFICE) -> Dossier:
        """Hand one over; raises UnitNotFoundError, PersonNotFoundError, DueTimePastError, or what forbids the act."""
        return self.several(actor, (dossier_id,), to)[0]

    def destinations(self, dossier: Dossier) -> tuple[Unit, ...]:
        """The units of today that a dossier can go to, those that its procedure is forwarded to first."""
        today = self.workplace.clock.now().date()
        with self.workplace.store.look() as reading:
            own, units = reading.reference.office().unit_key, reading.reference.units().valid_on(today)
        wanted = frozenset(dossier.procedure.forwarded_to)
        return tuple(sorted((one for one in units if one.key != own), key=lambda one: one.kind not in wanted))

    def several(
        self, actor: Actor, dossier_ids: Sequence[DossierId], to: Handover = TO_THE_OFFICE
    ) -> tuple[Dossier, ...]:
        """Hand several over in one go: all of them, or none where one may not go."""
        now, handed = self.workplace.clock.now(), []
        with self.workplace.store.begin() as unit:
            fact = _fact(unit, to, now)
            for dossier_id in dossier_ids:
                dossier = unit.dossiers.get(dossier_id)
                is_first = dossier.status is Status.ACCEPTED
                require_act(Act.START_PROCESSING if is_first else Act.TRANSFER, dossier, actor)
                handed.append(self.workplace.continue_dossier(unit, actor, dossier, (fact,)))
            unit.commit()
        return tuple(handed)


class AcceptHandover(Struct, frozen=True):
    """The unit takes what was handed to it; who does it holds the dossier now."""

    workplace: Workplace

    def __call__(self, actor: Actor, dossier_id: DossierId) -> Dossier:
        """Accept; raises ActForbiddenError where nothing is on its way."""
        return self.workplace.carry_out(
            Act.ACCEPT_HANDOVER, actor, dossier_id, lambda _, dossier, now: accepted(dossier, now)
        )


def accepted(dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
    """Who works on a dossier that nobody has accepted yet has accepted it by doing so."""
    leg = dossier.leg
    if leg is None or leg.accepted_at is not None:
        return ()
    return (HandoverAccepted(accepted_at=now, leg=leg.id),)


def _fact(reading: Reading, to: Handover, now: datetime) -> HandedOver:
    if to.due_at is not None and to.due_at <= now:
        raise DueTimePastError
    if to.to is not None and not any(
        member.id == to.to and member.active for member in reading.reference.staff()
    ):
        raise PersonNotFoundError
    key, name = _unit(reading, to.unit, now)
    return HandedOver(
        handed_at=now,
        unit=key,
        unit_name=name,
        to=to.to,
        electronic=to.electronic,
        due_at=to.due_at,
        note=clean_text("note", to.note),
    )


def _unit(reading: Reading, key: str, now: datetime) -> tuple[str, str]:
    """The key and name as they are written down; the office's own unit is left empty."""
    if not key or key == reading.reference.office().unit_key:
        return "", ""
    found = reading.reference.units().find(key)
    if found is None or not found.is_valid(now.date()):
        raise UnitNotFoundError(unit=key)
    return found.key, found.name
