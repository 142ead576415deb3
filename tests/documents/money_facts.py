"""An invented day of money that the tests of log and sheet print."""

from __future__ import annotations

from uuid import UUID

from msgspec.structs import replace

from cgcounter.domain.cash import CashCount, NoteCount
from cgcounter.domain.forms import CashSheetFacts, DailyLogFacts
from cgcounter.domain.money import FeeKind
from cgcounter.domain.particulars import DossierId, EventId, OfficialReceipt
from cgcounter.domain.payments import Payment, PaymentKind, takings_of
from cgcounter.domain.staff import StaffId
from tests.documents.facts import CLERK, CODE, COUNTER, OFFICE, at, day_log

COLLEAGUE = StaffId(UUID(int=5))
TAKEN = Payment(
    id=EventId(UUID(int=1)),
    dossier=DossierId(UUID(int=1)),
    code=CODE,
    name="Nguyễn Thị Đỗ Quyên Phượng",
    at=at(3, 10, 8, 7),
    by=CLERK,
    kind=PaymentKind.COLLECTED,
    amount_dong=12_000,
    slip_number="00031",
    official=OfficialReceipt("0001234", "01BLP", "AA-22P"),
    fee_kind=FeeKind.SERVICE_FEE,
)
CHARGE = replace(
    TAKEN,
    at=at(3, 10, 9, 30),
    amount_dong=8_000,
    slip_number="00032",
    official=None,
    fee_kind=FeeKind.STATE_CHARGE,
)
GIVEN_BACK = replace(
    CHARGE, at=at(3, 10, 10, 5), kind=PaymentKind.REFUNDED, slip_number="", reason="Thu nhầm"
)
OF_COLLEAGUE = replace(TAKEN, by=COLLEAGUE, amount_dong=50_000)
COUNT = CashCount(
    day=at(3, 10, 0, 0).date(),
    clerk=CLERK,
    counted_at=at(3, 10, 16, 45),
    taken_dong=12_000,
    counted_dong=110_000,
    opening_dong=100_000,
    notes=(NoteCount(50_000, 2), NoteCount(5_000, 2)),
    reason="Trả thừa tiền lẻ",
)
SHEET = CashSheetFacts(
    office=OFFICE, counter=COUNTER, clerk="Lê Thị Ẩn", count=COUNT, payments=(TAKEN, CHARGE, GIVEN_BACK)
)


def paid_day() -> DailyLogFacts:
    """The log of a day on which two clerks took money, and one of them counted it."""
    return replace(
        day_log(),
        clerks=((CLERK, "Lê Thị Ẩn"), (COLLEAGUE, "Phạm Văn Được")),
        takings=takings_of((TAKEN, OF_COLLEAGUE, CHARGE, GIVEN_BACK)),
        counts=(COUNT,),
    )
