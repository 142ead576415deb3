"""Mistakes in a received dossier are put right by a new event with its reason; nothing printed is edited."""

from __future__ import annotations

from msgspec import Struct

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.facts import ParticularsCorrected
from cgcounter.domain.lifecycle import Act, require_act
from cgcounter.domain.particulars import DossierId, PaperGiven, ReturnChannel
from cgcounter.domain.people import Person
from cgcounter.domain.staff import Actor
from cgcounter.services.intake import NameMissingError, clean_papers, clean_person
from cgcounter.services.texts import ReasonMissingError, clean_text
from cgcounter.services.workplace import Workplace


class NothingToCorrectError(RuleBrokenError):
    """The correction names nothing that it would change."""

    code = "nothing_to_correct"


class Correction(Struct, frozen=True, kw_only=True):
    """What is to be put right; None leaves a part as it is."""

    reason: str
    applicant: Person | None = None
    papers: tuple[PaperGiven, ...] | None = None
    note: str | None = None
    return_channel: ReturnChannel | None = None


def _names_nothing(correction: Correction) -> bool:
    parts = (correction.applicant, correction.papers, correction.note, correction.return_channel)
    return all(part is None for part in parts)


class CorrectDossier:
    """Writes a correction down."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(self, actor: Actor, dossier_id: DossierId, correction: Correction) -> Dossier:
        """Correct; raises ReasonMissingError, NameMissingError, ActForbiddenError, RoleMissingError."""
        reason = clean_text("reason", correction.reason)
        if not reason:
            raise ReasonMissingError
        if _names_nothing(correction):
            raise NothingToCorrectError
        applicant = correction.applicant and clean_person(correction.applicant)
        if applicant is not None and not applicant.name:
            raise NameMissingError
        fact = ParticularsCorrected(
            corrected_at=self._workplace.clock.now(),
            reason=reason,
            applicant=applicant,
            papers=None if correction.papers is None else clean_papers(correction.papers),
            note=None if correction.note is None else clean_text("note", correction.note),
            return_channel=correction.return_channel,
        )
        with self._workplace.store.begin() as unit:
            dossier = unit.dossiers.get(dossier_id)
            require_act(Act.CORRECT, dossier, actor)
            dossier = self._workplace.continue_dossier(unit, actor, dossier, (fact,))
            unit.commit()
        return dossier
