"""Mistakes in a received dossier are put right by a new event with its reason; nothing printed is edited."""

from __future__ import annotations

from msgspec import Struct

from cgcounter.domain import names
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.events import DossierId, PaperGiven, ParticularsCorrected, ReturnChannel
from cgcounter.domain.lifecycle import Act, require_act
from cgcounter.domain.people import Person
from cgcounter.domain.staff import Actor
from cgcounter.services.intake import NameMissingError, clean_person
from cgcounter.services.refuse_intake import ReasonMissingError
from cgcounter.services.workplace import Workplace


class Correction(Struct, frozen=True, kw_only=True):
    """What is to be put right; None leaves a part as it is."""

    reason: str
    applicant: Person | None = None
    papers: tuple[PaperGiven, ...] | None = None
    note: str | None = None
    return_channel: ReturnChannel | None = None


class CorrectDossier:
    """Writes a correction down."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(self, actor: Actor, dossier_id: DossierId, correction: Correction) -> Dossier:
        """Correct; raises ReasonMissingError, NameMissingError, ActForbiddenError, RoleMissingError."""
        reason = names.nfc(correction.reason)
        if not reason:
            raise ReasonMissingError
        applicant = correction.applicant and clean_person(correction.applicant)
        if applicant is not None and not applicant.name:
            raise NameMissingError
        fact = ParticularsCorrected(
            corrected_at=self._workplace.clock.now(),
            reason=reason,
            applicant=applicant,
            papers=correction.papers,
            note=None if correction.note is None else names.nfc(correction.note),
            return_channel=correction.return_channel,
        )
        with self._workplace.store.begin() as unit:
            dossier = unit.dossiers.get(dossier_id)
            require_act(Act.CORRECT, dossier, actor)
            dossier = self._workplace.continue_dossier(unit, actor, dossier, (fact,))
            unit.commit()
        return dossier
