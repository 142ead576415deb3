"""A counter's copy of one dossier that lives by the matrix: each act as events, and what the matrix makes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import count
from typing import Protocol, TypeVar
from uuid import UUID

import msgspec

from cgcounter.domain.calendar import TIME_ZONE, WorkingCalendar
from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.events import Event
from cgcounter.domain.facts import (
    ApologyMade,
    ApplicantTold,
    ClockResumed,
    ClockSuspended,
    DossierRated,
    DossierReceived,
    DossierRefused,
    DossierReopened,
    DossierVoided,
    DossierWithdrawn,
    Fact,
    FeeCollected,
    FeeRefunded,
    FormPrinted,
    HandedOver,
    HandoverAccepted,
    ParticularsCorrected,
    PaymentRequested,
    ProcessingStopped,
    ResultFaulted,
    ResultRecorded,
    ResultReturned,
    SupplementRequested,
    UnknownFact,
)
from cgcounter.domain.fold import fold
from cgcounter.domain.particulars import EventId, Fee, ResultKind, ResumeMode
from cgcounter.domain.pauses import resumed_due
from tests.domain import matrix
from tests.domain.lives import CLERK, GUIDED, MORNING, REFUSED_AT_INTAKE, event, received
from tests.domain.matrix import Life

CALENDAR = WorkingCalendar(())
Option = TypeVar("Option")


class Choose(Protocol):
    """Picks one of several: a seeded chance, or hypothesis."""

    def __call__(self, options: Sequence[Option], /) -> Option: ...


@dataclass
class Replica:
    """The events that one counter has, and the life that they are by the matrix."""

    choose: Choose
    numbers: count[int]
    events: list[Event]
    heads: tuple[int, ...]
    life: Life
    now: datetime
    done: Counter[str]

    def fork(self) -> Replica:
        """Another counter that knows as much."""
        return replace(self, events=list(self.events), done=self.done.copy())

    def join(self, trunk: Life, other: Replica) -> None:
        """Learn all that the other counter did since both knew the trunk."""
        self.events += [one for one in other.events if one not in self.events]
        self.heads = tuple(sorted({*self.heads, *other.heads}))
        self.life = matrix.merge(trunk, self.life, other.life)
        self.now = max(self.now, other.now)

    def dossier(self) -> Dossier:
        """What the program makes of the events."""
        return fold(self.events)

    def live(self, act: str) -> None:
        """Do what the act does, by its events; the matrix follows."""
        self.now += timedelta(minutes=self.choose(range(0, 60 * 24 * 4, 45)))
        amount = self._amount(act)
        for fact in self._facts(act, amount):
            self._append(fact)
        self.life = matrix.after(act, self.life, self.now, amount=amount, move=self.heads[0])

    def meet_newer_version(self) -> None:
        """A fact arrives that this version does not know."""
        self._append(UnknownFact(type="x", version=9, payload=b"\xc0"))
        self.life = replace(self.life, newer=True)

    def settle(self, dossier: Dossier) -> None:
        """Take over what the matrix does not follow through a merge: the fee, whether a leg is taken, whether told."""
        self.life = replace(
            self.life,
            fee=dossier.fee.amount_dong,
            leg_is_taken=dossier.leg is not None and dossier.leg.accepted_at is not None,
            told=dossier.told is not None,
        )

    def _append(self, fact: Fact) -> None:
        number = (self.choose(range(1 << 20)) << 20) | next(self.numbers)
        self.events.append(msgspec.structs.replace(event(number, fact, *self.heads), at=self.now))
        self.heads = (number,)

    def _amount(self, act: str) -> int:
        if act == "refund_fee":
            return self.choose(sorted({1, self.life.collected}))
        return self.choose((0, 5000, 8000)) if act == "correct" else 0

    def _facts(self, act: str, amount: int) -> list[Fact]:
        if self.life.state == matrix.START:
            return self._beginning(act)
        return [make(self.dossier(), self.now, amount) for make in _FACTS[act]]

    def _beginning(self, act: str) -> list[Fact]:
        if act in {"give_guidance", "refuse_intake"}:
            return [GUIDED if act == "give_guidance" else REFUSED_AT_INTAKE]
        intake = _intake(self.life, self.now)
        served: list[Fact] = [ResultRecorded(released_at=self.now), ResultReturned(returned_at=self.now)]
        return [intake, *(served if act == "serve_at_once" else [])]


def newborn(choose: Choose) -> Replica:
    """A dossier that is about to begin: any procedure, any fee."""
    life = Life(
        same_day=choose((False, True)),
        days=choose((5, 1, 10, None)),
        counted_anew=choose((False, True)),
        fee=choose((0, 8000)),
    )
    return Replica(choose, count(), [], (), life, MORNING, Counter())


def clock(life: Life) -> datetime | None:
    """The due day of the matrix as the end of that day at the counter."""
    return datetime.combine(life.due, time(17), tzinfo=TIME_ZONE) if life.due else None


def _intake(life: Life, now: datetime) -> DossierReceived:
    plain = received(same_day=life.same_day)
    days = life.days
    due = None if days is None else matrix.working_days_after(now.date(), days)
    mode = ResumeMode.RESTART_FROM_ZERO if life.counted_anew else ResumeMode.EXTEND_BY_ELAPSED
    return msgspec.structs.replace(
        plain,
        received_at=now,
        procedure=msgspec.structs.replace(plain.procedure, resume=mode),
        duration=None if days is None else Duration(DurationKind.WORKING_DAYS, days),
        due_at=clock(replace(life, due=due)),
        fee=Fee(amount_dong=life.fee),
    )


def _accepted(dossier: Dossier, now: datetime, _: int) -> Fact:
    assert dossier.leg is not None
    return HandoverAccepted(accepted_at=now, leg=dossier.leg.id)


def _resumed(dossier: Dossier, now: datetime, _: int) -> Fact:
    assert dossier.pause is not None
    span = (dossier.pause.since, now)
    due = resumed_due(dossier.due_at, dossier.duration, dossier.procedure.resume, span, CALENDAR)
    return ClockResumed(resumed_at=now, due_at=due.at if due else None)


def _undone(dossier: Dossier) -> EventId:
    return dossier.last_move or EventId(UUID(int=0))


_FACTS: dict[str, list[Callable[[Dossier, datetime, int], Fact]]] = {
    "start_processing": [lambda _d, now, _n: HandedOver(handed_at=now)],
    "transfer": [lambda _d, now, _n: HandedOver(handed_at=now, unit="phong-tu-phap", electronic=False)],
    "accept_handover": [_accepted],
    "request_supplement": [lambda _d, now, _n: SupplementRequested(requested_at=now)],
    "receive_supplement": [_resumed],
    "request_payment": [lambda _d, now, _n: PaymentRequested(requested_at=now)],
    "confirm_payment": [_resumed],
    "suspend": [lambda _d, now, _n: ClockSuspended(suspended_at=now, reason="Xác minh")],
    "resume": [_resumed],
    "record_result": [lambda _d, now, _n: ResultRecorded(released_at=now)],
    "record_negative": [lambda _d, now, _n: ResultRecorded(released_at=now, kind=ResultKind.NEGATIVE)],
    "return_result": [lambda _d, now, _n: ResultReturned(returned_at=now)],
    "serve_at_once": [
        lambda _d, now, _n: ResultRecorded(released_at=now),
        lambda _d, now, _n: ResultReturned(returned_at=now),
    ],
    "fault_result": [lambda d, now, _n: ResultFaulted(faulted_at=now, reason="Sai", undoes=_undone(d))],
    "refuse": [lambda _d, now, _n: DossierRefused(refused_at=now, reason="Không bổ sung")],
    "stop": [lambda _d, now, _n: ProcessingStopped(stopped_at=now, reason="Không bổ sung")],
    "withdraw": [lambda _d, now, _n: DossierWithdrawn(withdrawn_at=now)],
    "apologise": [
        lambda _d, now, _n: ApologyMade(
            apologised_at=now, reason="Chờ xác minh", promised_at=now + timedelta(days=3)
        )
    ],
    "tell_applicant": [lambda _d, now, _n: ApplicantTold(told_at=now)],
    "collect_fee": [lambda d, now, _n: FeeCollected(collected_at=now, amount_dong=d.owed_dong)],
    "refund_fee": [lambda _d, now, n: FeeRefunded(refunded_at=now, amount_dong=n, reason="Rút")],
    "rate": [lambda _d, now, _n: DossierRated(rated_at=now, score=5)],
    "correct": [
        lambda _d, now, n: ParticularsCorrected(corrected_at=now, reason="Sai phí", fee=Fee(amount_dong=n))
    ],
    "void": [lambda _d, now, _n: DossierVoided(voided_at=now, reason="Nhầm", second=CLERK)],
    "reopen": [
        lambda d, now, _n: DossierReopened(reopened_at=now, reason="Nhầm", undoes=_undone(d), second=CLERK)
    ],
    "reprint": [
        lambda _d, now, _n: FormPrinted(printed_at=now, form="RECEIPT", template_version=1, sha256=bytes(32))
    ],
}
