"""Invented registers, hand-overs and public lists that the tests of these forms print."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.forms import FormHead, HandoverSlipFacts, PublicListFacts, RegisterFacts
from cgcounter.domain.money import FeeRule
from cgcounter.domain.particulars import DossierId, RegisterEntry, Submission
from cgcounter.domain.procedures import Level, Paper, Procedure
from tests.documents.facts import DOSSIER, LONG_NAME, LONG_PROCEDURE, OFFICE, at

STRANGE_NAMES = (
    "",
    "Y Nhôm",
    "K'Brểh",
    "A" * 300,
    "Ẩ " * 200,
    "\U0001f600",
    "漢字",
    "hai\ndòng",
    "\x00",
)
REGISTER_HEAD = FormHead("Sổ theo dõi hồ sơ", 6, "Thông tư số 01/2018/TT-VPCP")


def entry(number: int, *, volume: str = "01/2022", **changes: Any) -> Dossier:
    """The dossier of a row; its code ends with its number."""
    return replace(
        DOSSIER,
        id=DossierId(UUID(int=number)),
        code=f"000.12.30.H23-220310-{1000 + number}",
        register=RegisterEntry(volume, number),
        **changes,
    )


def long_entry(number: int) -> Dossier:
    """A row of which every cell wraps."""
    return entry(
        number,
        procedure=replace(DOSSIER.procedure, code="2.000815", name=LONG_PROCEDURE),
        applicant=replace(DOSSIER.applicant, name=LONG_NAME),
        note="Có bản dịch kèm theo; đã hẹn người được ủy quyền đến nhận",
    )


def register_of(*dossiers: Dossier, **changes: Any) -> RegisterFacts:
    """The register of the first quarter of 2022."""
    facts = RegisterFacts(
        head=REGISTER_HEAD,
        office=OFFICE,
        field="Hộ tịch",
        first=date(2022, 1, 1),
        last=date(2022, 3, 31),
        printed_at=at(4, 1, 8, 0),
        dossiers=dossiers,
    )
    return replace(facts, **changes)


def handover_of(*dossiers: Dossier, **changes: Any) -> HandoverSlipFacts:
    """What the office hands to the department of labour on the afternoon of 10 March 2022."""
    facts = HandoverSlipFacts(
        head=FormHead("Phiếu bàn giao hồ sơ"),
        office=OFFICE,
        unit_name="Phòng Lao động - Thương binh và Xã hội huyện Cẩm Giàng",
        handed_at=at(3, 10, 15, 30),
        handed_by="Lê Thị Ẩn",
        electronic=False,
        dossiers=dossiers,
    )
    return replace(facts, **changes)


BIRTH = Procedure(
    code="1.001193",
    name="Đăng ký khai sinh",
    field="Hộ tịch",
    level=Level.COMMUNE,
    duration_kind=DurationKind.SAME_DAY,
    duration=Duration(DurationKind.SAME_DAY),
    fee_rule=FeeRule.SET_BY_PROVINCE,
    result="Giấy khai sinh",
    papers=(
        Paper("Tờ khai đăng ký khai sinh"),
        Paper("Giấy chứng sinh"),
        Paper("Giấy cam đoan về việc sinh", case="không có giấy chứng sinh"),
        Paper("Giấy tờ tùy thân", must_submit=Submission.SHOW_ONLY),
        Paper("Biên bản của người làm chứng", case="không có giấy chứng sinh", originals=1, copies=2),
    ),
)
EXTRACT = Procedure(
    code="2.000635",
    name="Cấp bản sao trích lục hộ tịch",
    field="Hộ tịch",
    level=Level.COMMUNE,
    duration_kind=DurationKind.WORKING_DAYS,
    duration=Duration(DurationKind.WORKING_DAYS, 3),
    fee_rule=FeeRule.PER_COPY,
    fee_dong=8_000,
    result="Bản sao trích lục hộ tịch",
)


def list_of(*procedures: Procedure, **changes: Any) -> PublicListFacts:
    """What hangs on the wall on 10 March 2022."""
    facts = PublicListFacts(
        head=FormHead("Niêm yết công khai thủ tục hành chính"),
        office=OFFICE,
        field="Hộ tịch",
        day=date(2022, 3, 10),
        procedures=procedures,
    )
    return replace(facts, **changes)
