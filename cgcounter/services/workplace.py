"""What every use case at the counter stands on, and how it writes down what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.events import Event
from cgcounter.domain.facts import Fact
from cgcounter.domain.fold import fold
from cgcounter.domain.forms import FormKey
from cgcounter.domain.lifecycle import Act, require_act
from cgcounter.domain.particulars import DossierId, EventId
from cgcounter.domain.staff import Actor
from cgcounter.services.ports import Clock, Ids, Store, UnitOfWork

Decide = Callable[[UnitOfWork, Dossier, datetime], Sequence[Fact]]
"""What an act causes, given the dossier as it stands and the time."""


class Workplace(NamedTuple):
    """The data file, the time and new ids."""

    store: Store
    clock: Clock
    ids: Ids

    def carry_out(self, act: Act, actor: Actor, dossier_id: DossierId, decide: Decide) -> Dossier:
        """Do an act on a dossier in one transaction, if the lifecycle allows it to this person now.

        Raises DossierNotFoundError, RoleMissingError, ActForbiddenError, NewerVersionError, and what ``decide`` does.
        """
        now = self.clock.now()
        with self.store.begin() as unit:
            dossier = unit.dossiers.get(dossier_id)
            require_act(act, dossier, actor)
            dossier = self.continue_dossier(unit, actor, dossier, decide(unit, dossier, now))
            unit.commit()
        return dossier

    def begin_dossier(self, unit: UnitOfWork, actor: Actor, facts: Sequence[Fact]) -> Dossier:
        """Append the first facts of a new dossier and return it folded."""
        return fold(self._append(unit, actor, DossierId(self.ids.new()), (), facts))

    def continue_dossier(
        self, unit: UnitOfWork, actor: Actor, dossier: Dossier, facts: Sequence[Fact]
    ) -> Dossier:
        """Append facts after everything this dossier knows and return it folded anew."""
        before = unit.log.history(dossier.id)
        return fold([*before, *self._append(unit, actor, dossier.id, dossier.heads, facts)])

    def _append(
        self,
        unit: UnitOfWork,
        actor: Actor,
        dossier: DossierId,
        base: tuple[EventId, ...],
        facts: Sequence[Fact],
    ) -> list[Event]:
        now = self.clock.now()
        events: list[Event] = []
        for fact in facts:
            event = Event(
                id=EventId(self.ids.new()),
                dossier=dossier,
                base=base,
                at=now,
                actor=actor.id,
                office=actor.office,
                fact=fact,
            )
            events.append(event)
            base = (event.id,)
        unit.log.append(events)
        return events


def form_number(unit: UnitOfWork, form: FormKey, now: datetime) -> int:
    """The next running number of a form in this counter and year, from 1."""
    slot = unit.reference.counter().slot
    return unit.numbers.next_register_number(f"{slot:02d} {form}", now.year)
