"""A dossier is not taken in, for good or until it is complete; what the citizen was told is written down (2.4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.facts import Fact, GuidanceGiven, IntakeRefused
from cgcounter.domain.forms import FormKey
from cgcounter.domain.lifecycle import Act, require_start
from cgcounter.domain.particulars import PaperAsked, ProcedurePin
from cgcounter.domain.people import Person
from cgcounter.domain.staff import Actor
from cgcounter.services.intake import MOST_PAPERS, NameMissingError, clean_person, procedure_in_force
from cgcounter.services.ports import UnitOfWork
from cgcounter.services.texts import TextTooLongError, clean_reason, clean_text
from cgcounter.services.workplace import Workplace, form_number

Tell = Callable[[UnitOfWork, ProcedurePin, Person, datetime], Fact]


class NothingAskedError(RuleBrokenError):
    """A supplement request names neither a paper nor what else is missing."""

    code = "nothing_asked"


class RefuseIntake:
    """Writes a refusal down (Mẫu 03); it gets no dossier code, for it was never received."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(self, actor: Actor, procedure_code: str, applicant: Person, reason: str) -> Dossier:
        """Refuse; raises NameMissingError, ReasonMissingError or what the catalogue says."""
        require_start(Act.REFUSE_INTAKE, actor)
        words = clean_reason(reason)

        def tell(unit: UnitOfWork, pin: ProcedurePin, person: Person, now: datetime) -> Fact:
            number = form_number(unit, FormKey.REFUSAL, now)
            return IntakeRefused(refused_at=now, procedure=pin, applicant=person, reason=words, number=number)

        return _turn_away(self._workplace, actor, procedure_code, applicant, tell)


class GiveGuidance:
    """Tells what an incomplete dossier lacks (Mẫu 02): no receipt, and no clock runs."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(
        self,
        actor: Actor,
        procedure_code: str,
        applicant: Person,
        papers: Sequence[PaperAsked],
        reason: str = "",
    ) -> Dossier:
        """Guide; raises NameMissingError, NothingAskedError or what the catalogue says."""
        require_start(Act.GIVE_GUIDANCE, actor)
        asked, words = clean_asked(papers, reason)

        def tell(unit: UnitOfWork, pin: ProcedurePin, person: Person, now: datetime) -> Fact:
            number = form_number(unit, FormKey.SUPPLEMENT, now)
            return GuidanceGiven(
                guided_at=now, procedure=pin, applicant=person, papers=asked, reason=words, number=number
            )

        return _turn_away(self._workplace, actor, procedure_code, applicant, tell)


def clean_asked(papers: Sequence[PaperAsked], reason: str) -> tuple[tuple[PaperAsked, ...], str]:
    """The papers that are asked for and why, in NFC; raises NothingAskedError, TextTooLongError."""
    if len(papers) > MOST_PAPERS:
        raise TextTooLongError(field="papers", most=MOST_PAPERS)
    named = (msgspec.structs.replace(paper, name=clean_text("paper", paper.name)) for paper in papers)
    asked, words = tuple(paper for paper in named if paper.name), clean_text("reason", reason)
    if not asked and not words:
        raise NothingAskedError
    return asked, words


def _turn_away(
    workplace: Workplace, actor: Actor, procedure_code: str, applicant: Person, tell: Tell
) -> Dossier:
    now, person = workplace.clock.now(), clean_person(applicant)
    if not person.name:
        raise NameMissingError
    with workplace.store.begin() as unit:
        pin = procedure_in_force(unit, procedure_code, now).pin()
        dossier = workplace.begin_dossier(unit, actor, (tell(unit, pin, person, now),))
        unit.drafts.clear(actor.id)
        unit.commit()
    return dossier
