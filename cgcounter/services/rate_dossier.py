"""What the citizen says at the end, and what the citizen is told before it."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.facts import ApplicantTold, DossierRated
from cgcounter.domain.lifecycle import Act
from cgcounter.domain.particulars import DossierId, RatingScale
from cgcounter.domain.staff import Actor
from cgcounter.services.texts import clean_text
from cgcounter.services.workplace import Workplace

_BEST: Final = {RatingScale.FIVE_POINTS: 5, RatingScale.THREE_FACES: 3}


class BadScoreError(RuleBrokenError):
    """The score is not on the scale."""

    code = "bad_score"


class RateDossier(Struct, frozen=True):
    """Writes down how satisfied the citizen was; once a dossier, and it can be skipped."""

    workplace: Workplace

    def __call__(
        self,
        actor: Actor,
        dossier_id: DossierId,
        score: int,
        scale: RatingScale = RatingScale.FIVE_POINTS,
        comment: str = "",
    ) -> Dossier:
        """Rate, 1 the worst; raises BadScoreError."""
        if not 1 <= score <= _BEST[scale]:
            raise BadScoreError(score=score, best=_BEST[scale])
        words = clean_text("comment", comment)
        return self.workplace.carry_out(
            Act.RATE,
            actor,
            dossier_id,
            lambda _unit, _, now: (DossierRated(rated_at=now, score=score, scale=scale, comment=words),),
        )


class TellApplicant(Struct, frozen=True):
    """Ticks off that the applicant knows of the result."""

    workplace: Workplace

    def __call__(self, actor: Actor, dossier_id: DossierId, note: str = "") -> Dossier:
        """Tick; ActForbiddenError the second time."""
        words = clean_text("note", note)
        return self.workplace.carry_out(
            Act.TELL_APPLICANT,
            actor,
            dossier_id,
            lambda _unit, _, now: (ApplicantTold(told_at=now, note=words),),
        )
