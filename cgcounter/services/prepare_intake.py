"""What the intake pane needs while the clerk types: procedures, due time, fee, and earlier dossiers."""

from __future__ import annotations

from cgcounter.domain.procedures import Procedure
from cgcounter.services.intake import Intake, Terms, procedure_in_force, terms
from cgcounter.services.workplace import Workplace


class PrepareIntake:
    """Answers questions about an intake that is not yet one; writes nothing."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def procedures(self) -> tuple[Procedure, ...]:
        """The procedures in force today, in the catalogue's order."""
        today = self._workplace.clock.now().date()
        with self._workplace.store.look() as reading:
            return reading.reference.catalogue().catalogue.in_force(today)

    def terms(self, intake: Intake) -> Terms:
        """Due time and fee as they would be now; raises what the catalogue says of the procedure."""
        now = self._workplace.clock.now()
        with self._workplace.store.look() as reading:
            procedure, _ = procedure_in_force(reading, intake.procedure_code, now)
            return terms(reading, procedure, intake, now)
