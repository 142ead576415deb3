"""How a dossier stands with its fee, and what payments add up to."""

from __future__ import annotations

from uuid import UUID

import pytest
from msgspec.structs import replace

from cgcounter.domain.facts import (
    DossierWithdrawn,
    Fact,
    FeeCollected,
    FeeRefunded,
    ParticularsCorrected,
)
from cgcounter.domain.fold import fold
from cgcounter.domain.money import FeeKind
from cgcounter.domain.particulars import DossierId, EventId, Fee, OfficialReceipt
from cgcounter.domain.payments import Finance, Payment, PaymentKind, finance_of, payments_of, takings_of
from cgcounter.domain.staff import StaffId
from tests.domain.lives import CLERK, LATER, line

ALL, PART = FeeCollected(LATER, 8000, "00001"), FeeCollected(LATER, 3000, "00001")
BACK, WITHDRAWN = FeeRefunded(LATER, 8000, "Thu nhầm"), DossierWithdrawn(LATER)
EXEMPT = ParticularsCorrected(LATER, "Miễn", fee=Fee(exemption="Hộ nghèo"))
FREE = ParticularsCorrected(LATER, "Không thu", fee=Fee())


@pytest.mark.parametrize(
    ("facts", "finance"),
    [
        ((), Finance.OWED),
        ((PART,), Finance.PARTLY_PAID),
        ((ALL,), Finance.PAID),
        ((ALL, BACK), Finance.OWED),
        ((EXEMPT,), Finance.EXEMPT),
        ((FREE,), Finance.FREE),
        ((WITHDRAWN,), Finance.NOT_DUE),
        ((ALL, WITHDRAWN), Finance.PAID),
        ((ALL, WITHDRAWN, BACK), Finance.REFUNDED),
    ],
)
def test_the_fee_is_an_axis_of_its_own(facts: tuple[Fact, ...], finance: Finance) -> None:
    """2.4: owed, paid, exempt or refunded, whatever the state; what came to nothing owes no more."""
    assert finance_of(fold(line(*facts))) is finance


def test_a_payment_tells_who_took_what_of_whom() -> None:
    """Each way of the money is one payment, with the slip's number, the official receipt, or the reason."""
    official = OfficialReceipt("0001234", series="AA/22P")
    dossier = fold(line(replace(PART, official=official), BACK))
    taken, given_back = payments_of(dossier)
    assert (taken.kind, taken.amount_dong, taken.slip_number, taken.official) == (
        PaymentKind.COLLECTED,
        3000,
        "00001",
        official,
    )
    assert (given_back.kind, given_back.amount_dong, given_back.reason) == (
        PaymentKind.REFUNDED,
        8000,
        "Thu nhầm",
    )
    assert (taken.code, taken.name, taken.by, taken.at) == (
        dossier.code,
        dossier.applicant.name,
        CLERK,
        LATER,
    )


def test_takings_add_up_clerk_by_clerk() -> None:
    """Taken, given back and by kind; a kind that the catalogue does not tell is in the sum alone."""
    one, other = StaffId(UUID(int=1)), StaffId(UUID(int=2))
    plain = Payment(
        id=EventId(UUID(int=1)),
        dossier=DossierId(UUID(int=1)),
        code="",
        name="",
        at=LATER,
        by=one,
        kind=PaymentKind.COLLECTED,
        amount_dong=8000,
        fee_kind=FeeKind.STATE_CHARGE,
    )
    first, second = takings_of(
        (
            plain,
            replace(plain, by=other, amount_dong=5000, fee_kind=None),
            replace(plain, amount_dong=50_000, fee_kind=FeeKind.SERVICE_FEE),
            replace(plain, kind=PaymentKind.REFUNDED, amount_dong=8000),
        )
    )
    assert (first.by, first.payments, first.collected_dong, first.refunded_dong) == (one, 3, 58_000, 8000)
    assert (first.sum_dong, first.service_fees_dong, first.state_charges_dong) == (50_000, 50_000, 0)
    assert (second.by, second.sum_dong, second.service_fees_dong, second.state_charges_dong) == (
        other,
        5000,
        0,
        0,
    )
