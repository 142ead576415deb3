"""What the fields of a card mean to the use cases."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from msgspec.structs import replace

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.particulars import OfficialReceipt, ReceiverRole, ResultKind, ReturnChannel
from cgcounter.domain.staff import StaffId
from cgcounter.gui.result_return.ask_part import AskPart
from cgcounter.gui.result_return.authorised_part import Collector
from cgcounter.gui.result_return.correction_part import Corrected
from cgcounter.gui.result_return.supplement_part import PapersAskPart
from cgcounter.gui.result_return.wish import Wish
from cgcounter.services.correct_dossier import Correction
from cgcounter.services.hand_over import Handover
from cgcounter.services.return_result import Receiver
from cgcounter.services.second_person import SecondPerson
from cgcounter.services.use_cases import DossierActs


def receiver_of(collector: Collector) -> Receiver:
    """The authorised person as the receiver of a result."""
    return Receiver(
        role=ReceiverRole.AUTHORISED,
        name=collector.name,
        personal_id=collector.personal_id,
        relation=collector.relation,
    )


def correction_of(corrected: Corrected, before: Dossier) -> Correction:
    """Only what differs is corrected."""
    applicant = replace(
        before.applicant, name=corrected.name, phone=corrected.phone, address=corrected.address
    )
    return Correction(
        reason=corrected.reason,
        applicant=applicant if applicant != before.applicant else None,
        note=corrected.note if corrected.note != before.note else None,
        papers=corrected.papers if corrected.papers != before.papers else None,
    )


Do = Callable[..., Dossier]
"""An act, to be called with the actor and the id of the dossier."""


def plain_act_of(wish: Wish, acts: DossierActs) -> Do | None:
    """The act of a wish that asks for nothing; None for one that does, or is none."""
    plain: dict[Wish, Do] = {
        Wish.ACCEPT: acts.accept_handover,
        Wish.START: acts.hand_over,
        Wish.RECORD: partial(acts.record_result, kind=ResultKind.POSITIVE),
        Wish.RETURN: partial(acts.return_result, receiver=Receiver(), collects=True),
        Wish.RETURN_UNPAID: partial(acts.return_result, receiver=Receiver()),
        Wish.ELECTRONIC: partial(acts.return_result, receiver=Receiver(channel=ReturnChannel.ELECTRONIC)),
    }
    return plain.get(wish)


def act_of(wish: Wish, part: AskPart, acts: DossierActs) -> Do:
    """The act of a wish with what its part holds."""
    reason, note, until = part.text_or_nothing("reason"), part.text_or_nothing("note"), part.day("until")
    if isinstance(part, PapersAskPart):
        if wish is Wish.SUPPLEMENT:
            return partial(acts.request_supplement, papers=part.asked, reason=reason, until=until)
        return partial(acts.resume_clock.after_supplement, papers=part.brought, note=note)
    on_the_way: dict[Wish, Do] = {
        Wish.FORWARD: partial(acts.hand_over, to=_handover(part)),
        Wish.PAYMENT: partial(
            acts.request_payment, reason=reason, amount_dong=part.amount("amount"), until=until
        ),
        Wish.PAID: partial(acts.resume_clock.after_payment, note=note),
        Wish.SUSPEND: partial(acts.suspend_clock, reason=reason, until=until),
        Wish.RESUME: partial(acts.resume_clock, note=note),
        Wish.APOLOGISE: partial(acts.apologise, reason=reason, promised_at=until),
    }
    return on_the_way.get(wish) or _ending_of(wish, part, acts)


def _ending_of(wish: Wish, part: AskPart, acts: DossierActs) -> Do:
    reason, note = part.text_or_nothing("reason"), part.text_or_nothing("note")
    plain: dict[Wish, Do] = {
        Wish.NEGATIVE: partial(acts.record_result, kind=ResultKind.NEGATIVE, note=reason),
        Wish.FAULT: partial(acts.fault_result, reason=reason),
        Wish.REFUSE: partial(acts.end_dossier.refuse, reason=reason),
        Wish.STOP: partial(acts.end_dossier.stop, reason=reason),
        Wish.WITHDRAW: partial(acts.end_dossier.withdraw, reason=reason),
        Wish.TELL: partial(acts.tell_applicant, note=note),
        Wish.BY_POST: partial(
            acts.return_result,
            receiver=Receiver(channel=ReturnChannel.POST, tracking=part.text_or_nothing("tracking")),
        ),
        Wish.COLLECT: partial(
            acts.collect_fee, official=_official(part), amount_dong=part.amount("amount") or None
        ),
        Wish.REFUND: partial(acts.collect_fee.refund, amount_dong=part.amount("amount"), reason=reason),
        Wish.VOID: partial(acts.undo_dossier.void, reason=reason, second=_second(part)),
        Wish.REOPEN: partial(acts.undo_dossier.reopen, reason=reason, second=_second(part)),
    }
    return plain[wish]


def _handover(part: AskPart) -> Handover:
    """Another unit gets a paper unless chosen otherwise: a unit without the program could not take anything else."""
    to, way = part.choice("to"), part.choice("way")
    return Handover(
        unit=to if isinstance(to, str) else "",
        to=StaffId(to) if isinstance(to, UUID) else None,
        electronic=way if isinstance(way, bool) else not isinstance(to, str),
        due_at=part.day("until"),
        working_days=part.amount("until"),
        note=part.text_or_nothing("note"),
    )


def _official(part: AskPart) -> OfficialReceipt:
    return OfficialReceipt(
        part.text_or_nothing("number"),
        template=part.text_or_nothing("template"),
        series=part.text_or_nothing("series"),
    )


def _second(part: AskPart) -> SecondPerson:
    """Nobody chosen is nobody known: the act refuses it in words."""
    chosen = part.choice("second")
    return SecondPerson(
        StaffId(chosen if isinstance(chosen, UUID) else UUID(int=0)), part.text_or_nothing("pin")
    )
