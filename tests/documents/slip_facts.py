"""Invented hand-overs that the tests of the control slip print."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from msgspec.structs import replace

from cgcounter.domain.dossier import HistoryLine, Leg, Status
from cgcounter.domain.facts import ResultRecorded, ResultReturned
from cgcounter.domain.forms import DossierFormFacts, FormHead, FormKey, PaperSize
from cgcounter.domain.particulars import EventId, ReceiverRole
from cgcounter.domain.staff import StaffId
from tests.documents.facts import CLERK, DOSSIER, OFFICE, at

OFFICER, HEAD = StaffId(UUID(int=3)), StaffId(UUID(int=4))
NAMES = ((CLERK, "Lê Thị Ẩn"), (OFFICER, "Phạm Văn Được"), (HEAD, "Nguyễn Hữu Chỉnh"))
UNIT = "Phòng Lao động - Thương binh và Xã hội huyện Cẩm Giàng"


def leg(number: int, **changes: Any) -> Leg:
    """A hand-over within the office on the morning of the intake."""
    fields: dict[str, Any] = {
        "id": EventId(UUID(int=100 + number)),
        "unit": "",
        "unit_name": "",
        "electronic": True,
        "handed_at": at(3, 10, 9, 0),
        "handed_by": CLERK,
    }
    return Leg(**(fields | changes))


AT_THE_OFFICER = leg(
    1,
    accepted_at=at(3, 10, 9, 30),
    accepted_by=OFFICER,
    due_at=at(3, 14, 10, 0),
    ended_at=at(3, 11, 10, 0),
)
AT_THE_UNIT = leg(
    2,
    unit="phong-ldtbxh",
    unit_name=UNIT,
    electronic=False,
    handed_at=at(3, 11, 10, 0),
    handed_by=OFFICER,
    accepted_at=at(3, 11, 15, 0),
    due_at=at(3, 14, 17, 0),
    ended_at=at(3, 15, 9, 0),
    note="xin ý kiến",
)
AT_THE_HEAD = leg(
    3,
    handed_at=at(3, 15, 9, 0),
    handed_by=OFFICER,
    accepted_at=at(3, 15, 9, 30),
    accepted_by=HEAD,
    due_at=at(3, 16, 9, 0),
    ended_at=at(3, 16, 9, 0),
)
RETURN = ResultReturned(returned_at=at(3, 17, 8, 0), receiver=ReceiverRole.APPLICANT)
RETURNED: dict[str, Any] = {
    "status": Status.RETURNED,
    "legs": (AT_THE_OFFICER, AT_THE_UNIT, AT_THE_HEAD),
    "result": ResultRecorded(released_at=at(3, 16, 9, 0)),
    "returned": RETURN,
    "history": (HistoryLine(id=EventId(UUID(int=9)), at=RETURN.returned_at, actor=CLERK, fact=RETURN),),
}


def slip(
    size: PaperSize = PaperSize.A5, reprint: int = 0, head: FormHead | None = None, **changes: Any
) -> DossierFormFacts:
    """The slip of a dossier that differs in something from one just received."""
    return DossierFormFacts(
        form=FormKey.CONTROL_SLIP,
        head=head or FormHead("Phiếu kiểm soát quá trình giải quyết hồ sơ", 5, "Thông tư số 01/2018/TT-VPCP"),
        office=OFFICE,
        dossier=replace(DOSSIER, **changes),
        printed_at=at(3, 10, 8, 10),
        names=NAMES,
        size=size,
        reprint=reprint,
    )
