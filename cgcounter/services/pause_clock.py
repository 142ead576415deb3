"""The clock of a dossier stops until something is there, and goes on with the due time moved (2.4, 3.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from cgcounter.domain import money
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import ClockResumed, ClockSuspended, Fact, PaymentRequested, SupplementRequested
from cgcounter.domain.forms import FormKey
from cgcounter.domain.lifecycle import Act
from cgcounter.domain.money import BadAmountError
from cgcounter.domain.particulars import DossierId, PaperAsked, PaperGiven
from cgcounter.domain.pauses import DueAfterPause, due_after_pause, resumed_due
from cgcounter.domain.staff import Actor
from cgcounter.services.hand_over import accepted
from cgcounter.services.intake import DueTimePastError, clean_papers
from cgcounter.services.ports import Reading, UnitOfWork
from cgcounter.services.refuse_intake import clean_asked
from cgcounter.services.texts import clean_reason, clean_text
from cgcounter.services.workplace import Workplace, form_number


class RequestSupplement(Struct, frozen=True):
    """Asks the applicant for what is missing after all (Mẫu 02)."""

    workplace: Workplace

    def __call__(
        self,
        actor: Actor,
        dossier_id: DossierId,
        papers: Sequence[PaperAsked],
        reason: str = "",
        until: datetime | None = None,
    ) -> Dossier:
        """Ask; ``until`` is the last moment for it. Raises NothingAskedError, DueTimePastError."""
        asked, words = clean_asked(papers, reason)

        def decide(unit: UnitOfWork, dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
            _require_future(until, now)
            number = form_number(unit, FormKey.SUPPLEMENT, now)
            request = SupplementRequested(
                requested_at=now, papers=asked, reason=words, until=until, number=number
            )
            return (*accepted(dossier, now), request)

        return self.workplace.carry_out(Act.REQUEST_SUPPLEMENT, actor, dossier_id, decide)


class RequestPayment(Struct, frozen=True):
    """Waits until the applicant has met a financial duty, such as a tax on land."""

    workplace: Workplace

    def __call__(
        self,
        actor: Actor,
        dossier_id: DossierId,
        reason: str,
        amount_dong: int = 0,
        until: datetime | None = None,
    ) -> Dossier:
        """Ask; an amount of 0 is not known here. Raises ReasonMissingError, BadAmountError, DueTimePastError."""
        words = clean_reason(reason)
        if not 0 <= amount_dong <= money.MOST_DONG:
            raise BadAmountError

        def decide(_: UnitOfWork, dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
            _require_future(until, now)
            request = PaymentRequested(requested_at=now, reason=words, amount_dong=amount_dong, until=until)
            return (*accepted(dossier, now), request)

        return self.workplace.carry_out(Act.REQUEST_PAYMENT, actor, dossier_id, decide)


class SuspendClock(Struct, frozen=True):
    """Waits until another body has verified something."""

    workplace: Workplace

    def __call__(
        self, actor: Actor, dossier_id: DossierId, reason: str, until: datetime | None = None
    ) -> Dossier:
        """Suspend; raises ReasonMissingError, DueTimePastError."""
        words = clean_reason(reason)

        def decide(_: UnitOfWork, dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
            _require_future(until, now)
            return (*accepted(dossier, now), ClockSuspended(suspended_at=now, reason=words, until=until))

        return self.workplace.carry_out(Act.SUSPEND, actor, dossier_id, decide)


class ResumeClock(Struct, frozen=True):
    """What the clock waited for is there."""

    workplace: Workplace

    def __call__(self, actor: Actor, dossier_id: DossierId, note: str = "") -> Dossier:
        """The verification is there."""
        return self._resume(Act.RESUME, actor, dossier_id, (), note)

    def after_payment(self, actor: Actor, dossier_id: DossierId, note: str = "") -> Dossier:
        """The financial duty is met; ``note`` may name the paper that proves it."""
        return self._resume(Act.CONFIRM_PAYMENT, actor, dossier_id, (), note)

    def after_supplement(
        self, actor: Actor, dossier_id: DossierId, papers: Sequence[PaperGiven], note: str = ""
    ) -> Dossier:
        """The supplement came; its papers join those of the dossier."""
        return self._resume(Act.RECEIVE_SUPPLEMENT, actor, dossier_id, clean_papers(tuple(papers)), note)

    def due_now(self, dossier_id: DossierId) -> DueAfterPause | None:
        """The due time as it would be if the clock went on now; None where there is none, or no pause."""
        with self.workplace.store.look() as reading:
            return _due(reading, reading.dossiers.get(dossier_id), self.workplace.clock.now())

    def _resume(
        self,
        act: Act,
        actor: Actor,
        dossier_id: DossierId,
        papers: tuple[PaperGiven, ...],
        note: str,
    ) -> Dossier:
        words = clean_text("note", note)

        def decide(unit: UnitOfWork, dossier: Dossier, now: datetime) -> tuple[Fact, ...]:
            due = _due(unit, dossier, now)
            return (
                ClockResumed(
                    resumed_at=now,
                    due_at=due.at if due else None,
                    due_explanation=due.explanation if due else "",
                    leg_due_at=_leg_due(unit, dossier, now),
                    papers=papers,
                    note=words,
                ),
            )

        return self.workplace.carry_out(act, actor, dossier_id, decide)


def _due(reading: Reading, dossier: Dossier, now: datetime) -> DueAfterPause | None:
    if dossier.pause is None:
        return None
    span = (dossier.pause.since, now)
    calendar = reading.reference.calendar()
    return resumed_due(dossier.due_at, dossier.duration, dossier.procedure.resume, span, calendar)


def _leg_due(reading: Reading, dossier: Dossier, now: datetime) -> datetime | None:
    """The due time of the hand-over under way moves by the pause too, whatever the mode of the procedure."""
    if dossier.leg is None or dossier.leg.due_at is None or dossier.pause is None:
        return None
    calendar = reading.reference.calendar()
    return due_after_pause(dossier.leg.due_at, dossier.duration, dossier.pause.since, now, calendar).at


def _require_future(until: datetime | None, now: datetime) -> None:
    if until is not None and until <= now:
        raise DueTimePastError
