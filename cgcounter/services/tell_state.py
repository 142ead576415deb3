"""What the status line tells: counter, clerk, printer, last backup, receipts that are still to be printed."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from cgcounter.domain.forms import FormKey
from cgcounter.domain.staff import Actor
from cgcounter.services.ports import Backups, Printers
from cgcounter.services.workplace import Workplace


class DeskState(Struct, frozen=True):
    """The state of the counter in figures and names."""

    slot: int
    counter_name: str
    clerk: str
    printer: str
    backup_at: datetime | None
    unprinted: int


class TellState:
    """Gathers the state; reads only."""

    def __init__(self, workplace: Workplace, printers: Printers, backups: Backups) -> None:
        self._workplace = workplace
        self._printers = printers
        self._backups = backups

    def __call__(self, actor: Actor) -> DeskState:
        """The state now."""
        with self._workplace.store.look() as reading:
            counter = reading.reference.counter()
            unprinted = reading.dossiers.unprinted()
        return DeskState(
            slot=counter.slot,
            counter_name=counter.name,
            clerk=actor.name,
            printer=self._printers.printer_for(FormKey.RECEIPT).name,
            backup_at=self._backups.last_made_at(),
            unprinted=unprinted,
        )
