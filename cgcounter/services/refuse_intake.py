"""A dossier is not taken in; the reason told to the citizen is written down (2.4, Mẫu 03)."""

from __future__ import annotations

from cgcounter.domain import names
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.facts import IntakeRefused
from cgcounter.domain.lifecycle import Act, require_start
from cgcounter.domain.people import Person
from cgcounter.domain.staff import Actor
from cgcounter.services.intake import NameMissingError, clean_person, procedure_in_force
from cgcounter.services.workplace import Workplace


class ReasonMissingError(RuleBrokenError):
    """The act needs a reason in words."""

    code = "reason_missing"


class RefuseIntake:
    """Writes a refusal down; it gets no dossier code, for it was never received."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(self, actor: Actor, procedure_code: str, applicant: Person, reason: str) -> Dossier:
        """Refuse; raises NameMissingError, ReasonMissingError or what the catalogue says."""
        require_start(Act.REFUSE_INTAKE, actor)
        now = self._workplace.clock.now()
        person, words = clean_person(applicant), names.nfc(reason)
        if not person.name:
            raise NameMissingError
        if not words:
            raise ReasonMissingError
        with self._workplace.store.begin() as unit:
            _, pin = procedure_in_force(unit, procedure_code, now)
            refused = IntakeRefused(refused_at=now, procedure=pin, applicant=person, reason=words)
            dossier = self._workplace.begin_dossier(unit, actor, (refused,))
            unit.drafts.clear(actor.id)
            unit.commit()
        return dossier
