"""Invented dossiers, offices and days that the tests of the forms print."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from msgspec.structs import replace

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.forms import DailyLogFacts, PaperSize, PrintTestFacts, ReceiptFacts, RecoverySheetFacts
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.particulars import DossierId, Fee, PaperGiven, ProcedurePin, RegisterEntry, Submission
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId

CODE = "000.12.30.H23-220310-1001"
LONG_PROCEDURE = (
    "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam; "
    "cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam liên kết với "
    "cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận"
)
OFFICE = Office(
    unit_key="cao-an",
    authority="UBND xã Cao An",
    office_name="Bộ phận tiếp nhận và trả kết quả",
    place="Cao An",
    agency_code="000.12.30.H23",
)
COUNTER = Counter(slot=1, name="Hộ tịch")
CLERK = StaffId(UUID(int=2))


def at(month: int, day: int, hour: int, minute: int) -> datetime:
    """A moment of 2022 in Viet Nam."""
    return datetime(2022, month, day, hour, minute, tzinfo=TIME_ZONE)


DOSSIER = Dossier(
    id=DossierId(UUID(int=1)),
    status=Status.ACCEPTED,
    procedure=ProcedurePin("1.001193", "Đăng ký khai sinh", "Hộ tịch", 1),
    applicant=Person(
        "Nguyễn Thị Đỗ Quyên Phượng",
        personal_id="030190012345",
        address="Thôn Đỗ Xá, xã Cao An, huyện Cẩm Giàng, tỉnh Hải Dương",
        phone="0912345678",
    ),
    code=CODE,
    slot=1,
    office="cao-an",
    received_at=at(3, 10, 8, 5),
    received_by=CLERK,
    papers=(
        PaperGiven("Tờ khai đăng ký khai sinh", originals=1),
        PaperGiven("Giấy chứng sinh", originals=1, copies=2),
        PaperGiven("Giấy chứng nhận kết hôn", originals=1, submission=Submission.SHOW_ONLY, note="đã xem"),
    ),
    duration=Duration(DurationKind.WORKING_DAYS, 5),
    due_at=at(3, 17, 17, 0),
    due_explanation="5 ngày làm việc",
    fee=Fee(12_000),
    register=RegisterEntry("01", 12),
)
RECEIPT = ReceiptFacts(OFFICE, DOSSIER, "Lê Thị Ẩn")
RECOVERY = RecoverySheetFacts(
    OFFICE,
    COUNTER,
    made_at=at(3, 10, 7, 35),
    recovery_code="7K4M-Q2XR-9TWP-3HVN-8BCD-5FGJ-6YZA-1E2S-4T7M-9XKQ-2RTW-8PHV-3N5C-0G1Z",
)
PRINT_TEST = PrintTestFacts(PaperSize.A5, "HP_quay_1", at(3, 10, 7, 35))


def many_papers(count: int) -> tuple[PaperGiven, ...]:
    """Papers with names of two lines."""
    return tuple(
        PaperGiven(f"Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở số {number}", copies=1)
        for number in range(1, count + 1)
    )


def line(serial: int, **changes: object) -> DossierLine:
    """A row of a list."""
    fields: dict[str, object] = {
        "id": DossierId(UUID(int=serial)),
        "code": f"000.12.30.H23-220310-{1000 + serial}",
        "status": Status.ACCEPTED,
        "procedure_code": "1.001193",
        "procedure_name": "Đăng ký khai sinh",
        "field": "Hộ tịch",
        "name": "Trần Văn Bường",
        "personal_id": "030190012345",
        "phone": "0912345678",
        "address": "Thôn Đỗ Xá",
        "received_at": at(3, 10, 8, 5),
        "received_by": CLERK,
        "due_at": at(3, 17, 17, 0),
        "released_at": None,
        "returned_at": None,
        "fee_dong": 8_000,
        "receipt_printed": True,
        "same_day": False,
    }
    return DossierLine(**(fields | changes))  # type: ignore[arg-type]  # a test writes only what differs


def day_log(
    received: tuple[DossierLine, ...] = (),
    returned: tuple[DossierLine, ...] = (),
    due_today: tuple[DossierLine, ...] = (),
    overdue: tuple[DossierLine, ...] = (),
) -> DailyLogFacts:
    """The log of 10 March 2022."""
    return DailyLogFacts(
        office=OFFICE,
        counter=COUNTER,
        day=date(2022, 3, 10),
        printed_at=at(3, 10, 17, 5),
        printed_by="Lê Thị Ẩn",
        received=received,
        returned=returned,
        overdue=overdue,
        due_today=due_today,
    )


LONG_NAME = "Công ty trách nhiệm hữu hạn một thành viên Thương mại và Dịch vụ Xuất nhập khẩu Đức Phượng Hoàng Cẩm Giàng"
LONG = replace(
    RECEIPT,
    dossier=replace(
        DOSSIER,
        procedure=replace(DOSSIER.procedure, code="2.000815", name=LONG_PROCEDURE),
        applicant=replace(
            DOSSIER.applicant,
            name=LONG_NAME,
            email="phuong.hoang.cam.giang.xuat.nhap.khau@thuong-mai-dich-vu.example.vn",
        ),
        submitter=Person("Trần Văn Bường", phone="0987654321"),
        submitter_relation="người được ủy quyền",
        papers=many_papers(25),
        note="Có bản dịch kèm theo",
    ),
)


def with_dossier(**changes: object) -> ReceiptFacts:
    """The plain receipt of a dossier that differs in something."""
    return replace(RECEIPT, dossier=replace(DOSSIER, **changes))
