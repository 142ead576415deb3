"""The answer exists, positive or negative; or it is found wrong and put right."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import Fact, ResultFaulted, ResultRecorded
from cgcounter.domain.lifecycle import Act, ActForbiddenError
from cgcounter.domain.particulars import DossierId, ResultKind
from cgcounter.domain.staff import Actor
from cgcounter.services.hand_over import accepted
from cgcounter.services.texts import clean_reason, clean_text
from cgcounter.services.workplace import Workplace


class RecordResult(Struct, frozen=True):
    """Records an answer; its time decides whether the office was on time (3.5)."""

    workplace: Workplace

    def __call__(
        self, actor: Actor, dossier_id: DossierId, kind: ResultKind, *, number: str = "", note: str = ""
    ) -> Dossier:
        """Record; a negative answer needs its reasons in ``note`` (ReasonMissingError)."""
        is_negative = kind is ResultKind.NEGATIVE
        words = clean_reason(note) if is_negative else clean_text("note", note)
        reference = clean_text("number", number)

        def decide(_: object, dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
            recorded = ResultRecorded(released_at=now, kind=kind, number=reference, note=words)
            return (*accepted(dossier, now), recorded)

        act = Act.RECORD_NEGATIVE if is_negative else Act.RECORD_RESULT
        return self.workplace.carry_out(act, actor, dossier_id, decide)


class FaultResult(Struct, frozen=True):
    """A result that was found wrong goes back to be put right (đính chính, 2.4)."""

    workplace: Workplace

    def __call__(self, actor: Actor, dossier_id: DossierId, reason: str) -> Dossier:
        """Take the result back; raises ReasonMissingError."""
        words = clean_reason(reason)

        def decide(_: object, dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
            if dossier.last_move is None:
                raise ActForbiddenError(act=Act.FAULT_RESULT, status=dossier.status)
            return (ResultFaulted(faulted_at=now, reason=words, undoes=dossier.last_move),)

        return self.workplace.carry_out(Act.FAULT_RESULT, actor, dossier_id, decide)
