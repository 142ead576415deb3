"""What every store answers about money: payments of a day, and the cash that clerks counted."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.cash import CashCount, NoteCount
from cgcounter.domain.money import FeeKind
from cgcounter.domain.particulars import EventId, Fee, OfficialReceipt
from cgcounter.domain.payments import Payment, PaymentKind
from cgcounter.domain.staff import StaffId
from cgcounter.services.ports import Store
from tests.contracts.test_dossiers import keep, received
from tests.fakes.fake_clock import THURSDAY_MORNING
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import CLERK, Life

NOW = THURSDAY_MORNING
TODAY = date(2022, 3, 10)
OFFICIAL = OfficialReceipt("0001234", "01BLP", "AA/22P")


def payments(store: Store, day: date = TODAY) -> tuple[Payment, ...]:
    """What was paid on a day."""
    with store.look() as reading:
        return reading.dossiers.payments_on(day)


def test_a_payment_is_told_whole(store: Store, ids: FakeIds) -> None:
    """Every part of it, with code and name of its dossier as they are now."""
    life = received(ids, fee=Fee(amount_dong=8000, kind=FeeKind.STATE_CHARGE))
    paid = life.paid(NOW + timedelta(minutes=1), 8000, OFFICIAL)
    life.renamed("Đỗ Thị Sửa")
    keep(store, life)
    assert payments(store) == (
        Payment(
            id=EventId(paid.id),
            dossier=life.dossier,
            code="H23.99-220310-1001",
            name="Đỗ Thị Sửa",
            at=NOW + timedelta(minutes=1),
            by=CLERK,
            kind=PaymentKind.COLLECTED,
            amount_dong=8000,
            slip_number="00001",
            official=OFFICIAL,
            fee_kind=FeeKind.STATE_CHARGE,
        ),
    )


def test_payments_stand_in_the_order_of_the_day(store: Store, ids: FakeIds) -> None:
    """Whichever dossier they are of, taken and given back; those of other days are not among them."""
    one, other = received(ids, 1001), received(ids, 1002)
    midnight = datetime(2022, 3, 11, tzinfo=TIME_ZONE)
    one.paid(NOW + timedelta(minutes=5))
    other.paid(NOW + timedelta(minutes=2), 3000)
    one.paid_back(NOW + timedelta(minutes=9), 8000)
    other.paid(midnight, 5000)
    keep(store, one, other)
    told = [(one.code[-4:], one.kind, one.amount_dong) for one in payments(store)]
    assert told == [
        ("1002", PaymentKind.COLLECTED, 3000),
        ("1001", PaymentKind.COLLECTED, 8000),
        ("1001", PaymentKind.REFUNDED, 8000),
    ]
    assert [one.amount_dong for one in payments(store, date(2022, 3, 11))] == [5000]
    assert payments(store, date(2022, 3, 9)) == ()


def test_a_payment_that_comes_later_is_found_too(store: Store, ids: FakeIds) -> None:
    """Each act brings its payments; none is told twice."""
    life: Life = received(ids)
    keep(store, life)
    assert payments(store) == ()
    for dong in (3000, 5000):
        life.events.clear()
        life.paid(NOW, dong)
        keep(store, life)
    assert [one.amount_dong for one in payments(store)] == [3000, 5000]


def counted(minute: int, **changes: Any) -> CashCount:
    """A count of today's drawer."""
    fields: dict[str, Any] = {
        "day": TODAY,
        "clerk": StaffId(UUID(int=1)),
        "counted_at": NOW + timedelta(minutes=minute),
        "taken_dong": 8000,
        "counted_dong": 8000,
        "notes": (NoteCount(5000, 1), NoteCount(1000, 3)),
    }
    return CashCount(**(fields | changes))


def test_counts_are_added_and_none_is_changed(store: Store) -> None:
    """All counts of a day, in their order, whoever made them and whenever; other days have their own."""
    first, second = counted(1), counted(2, counted_dong=7000, opening_dong=20_000, reason="Trả nhầm")
    late = counted(60 * 24, clerk=StaffId(UUID(int=2)))
    for count in (first, second, late, counted(3, day=date(2022, 3, 11))):
        with store.begin() as unit:
            unit.cash_counts.add(count)
            unit.commit()
    with store.look() as reading:
        assert reading.cash_counts.of_day(TODAY) == (first, second, late)
        assert reading.cash_counts.of_day(date(2022, 3, 9)) == ()
        assert reading.cash_counts.of_day(TODAY)[0].counted_at.utcoffset() == timedelta(hours=7)


def test_a_count_that_is_not_committed_is_none(store: Store) -> None:
    """As every act: all of it or nothing."""
    with store.begin() as unit:
        unit.cash_counts.add(counted(1))
    with store.look() as reading:
        assert reading.cash_counts.of_day(TODAY) == ()
