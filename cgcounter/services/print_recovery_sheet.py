"""The sheet with which the data file opens on another PC is printed again, for whoever keeps it in the safe."""

from __future__ import annotations

from collections.abc import Callable

from cgcounter.domain.forms import FormKey, PaperSize, RecoverySheetFacts
from cgcounter.domain.recovery_code import recovery_code
from cgcounter.domain.staff import Actor, Role, require_role
from cgcounter.services.ports import Forms, Printers
from cgcounter.services.workplace import Workplace

KEEPERS = frozenset({Role.ADMINISTRATOR})


class PrintRecoverySheet:
    """``key`` gives the key of the data file, read only while the sheet is made."""

    def __init__(
        self, workplace: Workplace, forms: Forms, printers: Printers, key: Callable[[], bytes]
    ) -> None:
        self._workplace = workplace
        self._forms = forms
        self._printers = printers
        self._key = key

    def __call__(self, actor: Actor) -> None:
        """Print it; raises RoleMissingError, PrinterError, or what stands in the way of the key."""
        require_role(actor, KEEPERS)
        with self._workplace.store.look() as reading:
            office, counter = reading.reference.office(), reading.reference.counter()
        facts = RecoverySheetFacts(
            office=office,
            counter=counter,
            made_at=self._workplace.clock.now(),
            recovery_code=recovery_code(self._key()),
        )
        printer = self._printers.printer_for(FormKey.RECOVERY_SHEET)
        printer.send(self._forms.render(facts), title=FormKey.RECOVERY_SHEET, size=PaperSize.A4)
