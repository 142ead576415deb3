"""A dossier ends without its result being returned, or an ended one is opened again (2.4)."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import (
    DossierRefused,
    DossierReopened,
    DossierVoided,
    DossierWithdrawn,
    Fact,
    ProcessingStopped,
)
from cgcounter.domain.forms import FormKey
from cgcounter.domain.lifecycle import Act, ActForbiddenError, row_of
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import Actor, StaffId, require_role
from cgcounter.services.ports import UnitOfWork
from cgcounter.services.second_person import CheckPin, SecondPerson, agreed
from cgcounter.services.texts import clean_reason, clean_text
from cgcounter.services.workplace import Workplace, form_number


class EndDossier(Struct, frozen=True):
    """The ways in which a dossier ends before its result."""

    workplace: Workplace

    def withdraw(self, actor: Actor, dossier_id: DossierId, reason: str = "") -> Dossier:
        """The applicant takes it back; a reason need not be given."""
        words = clean_text("reason", reason)
        return self.workplace.carry_out(
            Act.WITHDRAW,
            actor,
            dossier_id,
            lambda unit, _, now: (
                DossierWithdrawn(
                    withdrawn_at=now, reason=words, number=form_number(unit, FormKey.STOP_NOTICE, now)
                ),
            ),
        )

    def refuse(self, actor: Actor, dossier_id: DossierId, reason: str) -> Dossier:
        """What was asked for did not come; raises ReasonMissingError."""
        words = clean_reason(reason)
        return self.workplace.carry_out(
            Act.REFUSE,
            actor,
            dossier_id,
            lambda unit, _, now: (
                DossierRefused(refused_at=now, reason=words, number=form_number(unit, FormKey.REFUSAL, now)),
            ),
        )

    def stop(self, actor: Actor, dossier_id: DossierId, reason: str) -> Dossier:
        """Processing ends without a result; raises ReasonMissingError."""
        words = clean_reason(reason)
        return self.workplace.carry_out(
            Act.STOP,
            actor,
            dossier_id,
            lambda unit, _, now: (
                ProcessingStopped(
                    stopped_at=now, reason=words, number=form_number(unit, FormKey.STOP_NOTICE, now)
                ),
            ),
        )


class UndoDossier(Struct, frozen=True):
    """What only two people together may do: void a dossier, and open an ended one again."""

    workplace: Workplace
    check_pin: CheckPin

    def void(self, actor: Actor, dossier_id: DossierId, reason: str, second: SecondPerson) -> Dossier:
        """The dossier was entered by mistake; raises ReasonMissingError, SecondPersonError, WrongPinError."""
        words = clean_reason(reason)
        other = self._agreed(Act.VOID, actor, second)
        return self.workplace.carry_out(
            Act.VOID,
            actor,
            dossier_id,
            lambda _unit, _, now: (DossierVoided(voided_at=now, reason=words, second=other),),
        )

    def reopen(self, actor: Actor, dossier_id: DossierId, reason: str, second: SecondPerson) -> Dossier:
        """Bring it back to where it stood before it ended; raises as ``void`` does."""
        words = clean_reason(reason)
        other = self._agreed(Act.REOPEN, actor, second)

        def decide(_: UnitOfWork, dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
            if dossier.last_move is None:
                raise ActForbiddenError(act=Act.REOPEN, status=dossier.status)
            undoes = dossier.last_move
            return (DossierReopened(reopened_at=now, reason=words, undoes=undoes, second=other),)

        return self.workplace.carry_out(Act.REOPEN, actor, dossier_id, decide)

    def _agreed(self, act: Act, actor: Actor, second: SecondPerson) -> StaffId:
        require_role(actor, row_of(act).roles)
        return agreed(self.check_pin, actor, second, row_of(act).second)
