"""A result is given back: who took it, in which part, when."""

from __future__ import annotations

from msgspec import Struct

from cgcounter.domain import names
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.facts import Fact, ResultRecorded, ResultReturned
from cgcounter.domain.lifecycle import Act, require_act
from cgcounter.domain.particulars import DossierId, ReceiverRole, ReturnChannel
from cgcounter.domain.staff import Actor
from cgcounter.services.collect_fee import collected
from cgcounter.services.texts import clean_text
from cgcounter.services.workplace import Workplace


class ReceiverMissingError(RuleBrokenError):
    """An authorised person takes the result: the name has to be written down."""

    code = "receiver_missing"


class Receiver(Struct, frozen=True, kw_only=True):
    """Who takes the result, and how; the applicant at the counter unless said otherwise.

    ``tracking`` is the number that the post gave.
    """

    role: ReceiverRole = ReceiverRole.APPLICANT
    name: str = ""
    personal_id: str = ""
    relation: str = ""
    channel: ReturnChannel = ReturnChannel.COUNTER
    tracking: str = ""


class ReturnResult:
    """Hands a result over; a same-day dossier still at the counter is resulted in the same act."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(
        self, actor: Actor, dossier_id: DossierId, receiver: Receiver, *, collects: bool = False
    ) -> Dossier:
        """Return, and where it ``collects`` take what is owed in the same act.

        Raises ActForbiddenError, RoleMissingError, ReceiverMissingError, DossierNotFoundError.
        """
        with self._workplace.store.begin() as unit:
            dossier = unit.dossiers.get(dossier_id)
            facts = self._facts(actor, dossier, receiver)
            if collects and dossier.owed_dong:
                now = self._workplace.clock.now()
                facts = (collected(unit, dossier.owed_dong, now, None), *facts)
            dossier = self._workplace.continue_dossier(unit, actor, dossier, facts)
            unit.commit()
        return dossier

    def _facts(self, actor: Actor, dossier: Dossier, receiver: Receiver) -> tuple[Fact, ...]:
        now = self._workplace.clock.now()
        name = names.nfc(receiver.name)
        if receiver.role is ReceiverRole.APPLICANT:
            name = dossier.applicant.name
        elif not name:
            raise ReceiverMissingError
        returned = ResultReturned(
            returned_at=now,
            receiver=receiver.role,
            receiver_name=name,
            receiver_id=names.nfc(receiver.personal_id),
            relation=names.nfc(receiver.relation),
            channel=receiver.channel,
            tracking=clean_text("tracking", receiver.tracking),
        )
        if dossier.procedure.same_day and dossier.result is None:
            require_act(Act.SERVE_AT_ONCE, dossier, actor)
            return (ResultRecorded(released_at=now), returned)
        require_act(Act.RETURN_RESULT, dossier, actor)
        return (returned,)
