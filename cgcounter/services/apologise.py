"""The head apologises for a dossier that is or will be late, with the reason and a new date (2.4, Mẫu 04)."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.facts import ApologyMade, Fact
from cgcounter.domain.forms import FormKey
from cgcounter.domain.lifecycle import Act
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import Actor, head_name
from cgcounter.services.intake import DueTimePastError
from cgcounter.services.ports import UnitOfWork
from cgcounter.services.texts import clean_reason
from cgcounter.services.workplace import Workplace, form_number


class PromiseMissingError(RuleBrokenError):
    """An apology needs the new date that the citizen is told."""

    code = "promise_missing"


class Apologise(Struct, frozen=True):
    """Writes the apology down; the due time stays what it was, and late stays late (3.5)."""

    workplace: Workplace

    def __call__(
        self, actor: Actor, dossier_id: DossierId, reason: str, promised_at: datetime | None
    ) -> Dossier:
        """Apologise; raises ReasonMissingError, PromiseMissingError, DueTimePastError for an earlier date."""
        words = clean_reason(reason)

        def decide(unit: UnitOfWork, dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
            if promised_at is None:
                raise PromiseMissingError
            if promised_at <= now or (dossier.due_at is not None and promised_at <= dossier.due_at):
                raise DueTimePastError
            return (
                ApologyMade(
                    apologised_at=now,
                    reason=words,
                    promised_at=promised_at,
                    signer=head_name(unit.reference.staff()),
                    number=form_number(unit, FormKey.APOLOGY, now),
                ),
            )

        return self.workplace.carry_out(Act.APOLOGISE, actor, dossier_id, decide)
