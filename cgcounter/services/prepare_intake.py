"""What the intake pane needs while the clerk types: procedures, due time, fee, and earlier dossiers."""

from __future__ import annotations

from collections import Counter
from typing import Final

from cgcounter.domain import codes
from cgcounter.domain.dossier import Status
from cgcounter.domain.procedures import Catalogue, Procedure
from cgcounter.services.intake import Intake, Terms, procedure_in_force, terms
from cgcounter.services.ports import View
from cgcounter.services.workplace import Workplace

LATELY: Final = 300


class PrepareIntake:
    """Answers questions about an intake that is not yet one; writes nothing."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def catalogue(self) -> Catalogue:
        """The newest catalogue."""
        with self._workplace.store.look() as reading:
            return reading.reference.catalogue().catalogue

    def favourites(self, most: int) -> tuple[Procedure, ...]:
        """The procedures in force that this office took in most often of late."""
        now = self._workplace.clock.now()
        with self._workplace.store.look() as reading:
            catalogue = reading.reference.catalogue().catalogue
            lately = reading.dossiers.page(View.ALL, now=now, after=None, limit=LATELY).lines
        received = (line for line in lately if line.status is not Status.REFUSED)
        counted = Counter(codes.procedure_key(line.procedure_code) for line in received).most_common()
        known = (catalogue.find(code, now.date()) for code, _ in counted if code)
        return tuple(one for one in known if one is not None and one.in_force(now.date()))[:most]

    def terms(self, intake: Intake) -> Terms:
        """Due time and fee as they would be now; raises what the catalogue says of the procedure."""
        now = self._workplace.clock.now()
        with self._workplace.store.look() as reading:
            procedure, _ = procedure_in_force(reading, intake.procedure_code, now)
            return terms(reading, procedure, intake, now)
