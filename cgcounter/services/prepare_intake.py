"""What the intake pane needs while the clerk types: procedures, due time, fee, and earlier dossiers."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Final
from uuid import UUID

from cgcounter.domain import codes
from cgcounter.domain.dossier import Status
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.procedures import Catalogue, Procedure
from cgcounter.services.intake import Intake, Terms, find_procedure, procedure_in_force, terms, unit_here
from cgcounter.services.ports import Reading, View
from cgcounter.services.workplace import Workplace

LATELY: Final = 300


class PrepareIntake:
    """Answers questions about an intake that is not yet one; writes nothing."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def catalogue(self) -> Catalogue:
        """What this counter receives of the newest catalogue."""
        with self._workplace.store.look() as reading:
            return _received_here(reading)

    def favourites(self, most: int) -> tuple[Procedure, ...]:
        """The procedures in force that this office took in most often of late."""
        now = self._workplace.clock.now()
        with self._workplace.store.look() as reading:
            catalogue = _received_here(reading)
            lately = _lately(reading, now)
        received = (line for line in lately if line.status is not Status.REFUSED)
        counted = Counter(codes.procedure_key(line.procedure_code) for line in received).most_common()
        known = (catalogue.find(code, now.date()) for code, _ in counted if code)
        return tuple(one for one in known if one is not None and one.in_force(now.date()))[:most]

    def addresses(self) -> tuple[str, ...]:
        """Where the people live whose dossiers came in of late, each once, the newest first."""
        with self._workplace.store.look() as reading:
            lately = _lately(reading, self._workplace.clock.now())
        return tuple(dict.fromkeys(line.address for line in lately if line.address))

    def new_group(self) -> UUID:
        """The name of a group of dossiers that one submitter hands in together."""
        return self._workplace.ids.new()

    def place_in_group(self, group: UUID | None) -> int:
        """Which one of its group a dossier would be that comes in now, from 1."""
        if group is None:
            return 1
        with self._workplace.store.look() as reading:
            return len(reading.dossiers.of_group(group)) + 1

    def terms(self, intake: Intake, *, overruled: bool = False) -> Terms:
        """Due time and fee as they would be now, or were when a late dossier came in.

        Raises what the catalogue says of the procedure; ``overruled`` passes over that it is out of force.
        """
        at = (intake.late and intake.late.received_at) or self._workplace.clock.now()
        find = find_procedure if overruled else procedure_in_force
        with self._workplace.store.look() as reading:
            found = find(reading, intake.procedure_code, at)
            return terms(reading, found.procedure, intake, at)


def _lately(reading: Reading, now: datetime) -> tuple[DossierLine, ...]:
    return reading.dossiers.page(View.ALL, now=now, after=None, limit=LATELY).lines


def _received_here(reading: Reading) -> Catalogue:
    return reading.reference.catalogue().catalogue.received_at(unit_here(reading))
