"""Money that went over the counter, payment by payment, and how a dossier stands with its fee (section 8, 2.4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from cgcounter.domain.dossier import Dossier, HistoryLine, Status
from cgcounter.domain.facts import FeeCollected, FeeRefunded
from cgcounter.domain.money import FeeKind
from cgcounter.domain.particulars import DossierId, EventId, OfficialReceipt
from cgcounter.domain.staff import StaffId


class Finance(StrEnum):
    """How a dossier stands with its fee, an axis apart from its state (2.4)."""

    FREE = "free"
    EXEMPT = "exempt"
    OWED = "owed"
    PARTLY_PAID = "partly_paid"
    PAID = "paid"
    REFUNDED = "refunded"
    NOT_DUE = "not_due"


_COME_TO_NOTHING = frozenset({Status.WITHDRAWN, Status.STOPPED, Status.REFUSED, Status.VOIDED, Status.GUIDED})


def finance_of(dossier: Dossier) -> Finance:
    """Where the dossier stands with its fee; what came to nothing owes no more."""
    if dossier.fee.exemption:
        return Finance.EXEMPT
    if dossier.status in _COME_TO_NOTHING and (dossier.refunded or not dossier.collected):
        return Finance.REFUNDED if dossier.refunded else Finance.NOT_DUE
    if not dossier.owed_dong:
        return Finance.PAID if dossier.collected_dong else Finance.FREE
    return Finance.PARTLY_PAID if dossier.collected_dong else Finance.OWED


class PaymentKind(StrEnum):
    """Which way the money went."""

    COLLECTED = "collected"
    REFUNDED = "refunded"


class Payment(Struct, frozen=True, kw_only=True):
    """One payment of a dossier; ``id`` is its event, ``by`` the clerk, ``slip_number`` that of the internal slip.

    ``official`` is the receipt that the clerk wrote, ``reason`` why money was given back.
    """

    id: EventId
    dossier: DossierId
    code: str
    name: str
    at: datetime
    by: StaffId
    kind: PaymentKind
    amount_dong: int
    slip_number: str = ""
    official: OfficialReceipt | None = None
    fee_kind: FeeKind | None = None
    reason: str = ""

    @property
    def change_dong(self) -> int:
        """What it did to the money in the drawer."""
        return self.amount_dong if self.kind is PaymentKind.COLLECTED else -self.amount_dong


def payments_of(dossier: Dossier) -> tuple[Payment, ...]:
    """The payments of a dossier in their order."""
    return tuple(
        _payment(dossier, line, line.fact)
        for line in dossier.history
        if isinstance(line.fact, FeeCollected | FeeRefunded)
    )


def _payment(dossier: Dossier, line: HistoryLine, fact: FeeCollected | FeeRefunded) -> Payment:
    is_taken = isinstance(fact, FeeCollected)
    return Payment(
        id=line.id,
        dossier=dossier.id,
        code=dossier.code,
        name=dossier.applicant.name,
        at=fact.collected_at if isinstance(fact, FeeCollected) else fact.refunded_at,
        by=line.actor,
        kind=PaymentKind.COLLECTED if is_taken else PaymentKind.REFUNDED,
        amount_dong=fact.amount_dong,
        slip_number=fact.number if isinstance(fact, FeeCollected) else "",
        official=fact.official if isinstance(fact, FeeCollected) else None,
        fee_kind=dossier.fee.kind,
        reason=fact.reason if isinstance(fact, FeeRefunded) else "",
    )


class Takings(Struct, frozen=True, kw_only=True):
    """What one clerk took and gave back, in whole dong; ``payments`` counts both ways."""

    by: StaffId
    payments: int
    collected_dong: int
    refunded_dong: int
    service_fees_dong: int
    state_charges_dong: int

    @property
    def sum_dong(self) -> int:
        """What is left of it; below 0 where more was given back than taken."""
        return self.collected_dong - self.refunded_dong


def takings_of(payments: Iterable[Payment]) -> tuple[Takings, ...]:
    """The takings clerk by clerk, in the order of their first payment."""
    by_clerk: dict[StaffId, list[Payment]] = {}
    for payment in payments:
        by_clerk.setdefault(payment.by, []).append(payment)
    return tuple(_takings(clerk, of_clerk) for clerk, of_clerk in by_clerk.items())


def _takings(clerk: StaffId, payments: list[Payment]) -> Takings:
    def kind_dong(kind: FeeKind) -> int:
        return sum(one.change_dong for one in payments if one.fee_kind is kind)

    return Takings(
        by=clerk,
        payments=len(payments),
        collected_dong=sum(one.amount_dong for one in payments if one.kind is PaymentKind.COLLECTED),
        refunded_dong=sum(one.amount_dong for one in payments if one.kind is PaymentKind.REFUNDED),
        service_fees_dong=kind_dong(FeeKind.SERVICE_FEE),
        state_charges_dong=kind_dong(FeeKind.STATE_CHARGE),
    )
