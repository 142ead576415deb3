"""How this office does what the law leaves open: when it takes fees, what it asks citizens, what it prints."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cgcounter.domain.offices import Habits
from cgcounter.domain.staff import Actor, require_role
from cgcounter.services.manage_staff import KEEPERS
from cgcounter.services.workplace import Workplace


class KeepHabits(Struct, frozen=True):
    """Tells the habits of the office, and takes others from who keeps the list of people."""

    workplace: Workplace

    def __call__(self) -> Habits:
        """The habits that count now."""
        with self.workplace.store.look() as reading:
            return reading.reference.office().habits

    def change(self, actor: Actor, habits: Habits) -> Habits:
        """Let others count from now on; raises RoleMissingError."""
        require_role(actor, KEEPERS)
        with self.workplace.store.begin() as unit:
            office, counter = unit.reference.office(), unit.reference.counter()
            unit.reference.put_office(replace(office, habits=habits), counter, at=self.workplace.clock.now())
            unit.commit()
        return habits
