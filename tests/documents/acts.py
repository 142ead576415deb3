"""Invented lives of dossiers that end in a form: what the tests of the forms about one dossier print."""

from __future__ import annotations

from uuid import UUID

from msgspec.structs import replace

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.events import Event
from cgcounter.domain.facts import (
    ApologyMade,
    DossierReceived,
    DossierRefused,
    DossierWithdrawn,
    Fact,
    FeeCollected,
    FeeRefunded,
    GuidanceGiven,
    HandedOver,
    IntakeRefused,
    ProcessingStopped,
    SupplementRequested,
)
from cgcounter.domain.fold import fold
from cgcounter.domain.forms import DossierFormFacts, FormHead, FormKey
from cgcounter.domain.particulars import EventId, Fee, OfficialReceipt, PaperAsked, RegisterEntry
from tests.documents.facts import CLERK, DOSSIER, LONG_NAME, LONG_PROCEDURE, OFFICE, at

CIRCULAR = "Thông tư số 01/2018/TT-VPCP"
HEADS = {
    FormKey.SUPPLEMENT: FormHead("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", 2, CIRCULAR),
    FormKey.REFUSAL: FormHead("Phiếu từ chối tiếp nhận giải quyết hồ sơ", 3, CIRCULAR),
    FormKey.APOLOGY: FormHead("Phiếu xin lỗi và hẹn lại ngày trả kết quả", 4, CIRCULAR),
    FormKey.STOP_NOTICE: FormHead("Thông báo dừng giải quyết hồ sơ", 5),
    FormKey.PAYMENT_SLIP: FormHead("Phiếu thu phí, lệ phí nội bộ"),
}
SIGNER = "Lê Thị Ẩn"
HEAD_OF_UNIT = "Phạm Văn Thắng"
ASKED = (
    PaperAsked("Giấy chứng sinh", originals=1),
    PaperAsked("Giấy chứng nhận kết hôn của cha, mẹ", certified=1, copies=2),
)
REASON = "Giấy chứng sinh đã nộp không có chữ ký của người đỡ đẻ và dấu của cơ sở y tế"

RECEIVED = DossierReceived(
    code=DOSSIER.code,
    slot=1,
    received_at=at(3, 10, 8, 5),
    procedure=DOSSIER.procedure,
    applicant=DOSSIER.applicant,
    papers=DOSSIER.papers,
    register=RegisterEntry("01", 12),
    due_at=at(3, 17, 17, 0),
    fee=Fee(12_000),
)
HANDED_OVER = HandedOver(at(3, 10, 8, 30))
GUIDED = GuidanceGiven(at(3, 9, 14, 20), DOSSIER.procedure, DOSSIER.applicant, ASKED, REASON, 12)
REQUESTED = SupplementRequested(at(3, 14, 9, 0), ASKED, REASON, at(3, 28, 17, 0), 3)
INTAKE_REFUSED = IntakeRefused(
    at(3, 9, 15, 10), DOSSIER.procedure, DOSSIER.applicant, "Hai bên đăng ký thường trú tại xã Kim Liên", 4
)
REFUSED = DossierRefused(at(3, 29, 8, 0), "Hết thời hạn mà không bổ sung giấy tờ theo yêu cầu", 5)
APOLOGY = ApologyMade(
    at(3, 18, 7, 45), "đang chờ kết quả xác minh của xã Kim Liên", at(3, 22, 10, 0), HEAD_OF_UNIT, 2
)
STOPPED = ProcessingStopped(at(3, 29, 8, 0), "Hết thời hạn mà không bổ sung giấy tờ theo yêu cầu", 1)
WITHDRAWN = DossierWithdrawn(at(3, 11, 9, 15), "Người nộp hồ sơ không còn nhu cầu", 7)
COLLECTED = FeeCollected(at(3, 10, 8, 7), 12_000, "00031", OfficialReceipt("0001234", "01BLP", "AA-22P"))
REFUNDED = FeeRefunded(at(3, 11, 9, 30), 12_000, "Hồ sơ đã được rút")


def lived(*facts: Fact) -> Dossier:
    """The dossier that these facts make, one after the other."""
    ids = [EventId(UUID(int=number)) for number in range(1, len(facts) + 1)]
    return fold(
        Event(
            id=one,
            dossier=DOSSIER.id,
            base=tuple(ids[:place][-1:]),
            at=at(3, 10, 8, 5),
            actor=CLERK,
            office=OFFICE.unit_key,
            fact=facts[place],
        )
        for place, one in enumerate(ids)
    )


def paper(form: FormKey, *facts: Fact, **changes: object) -> DossierFormFacts:
    """What a form about the dossier of these facts says; ``changes`` are other particulars of the form."""
    fields: dict[str, object] = {
        "form": form,
        "head": HEADS[form],
        "office": replace(OFFICE, phone="0220 3786 111"),
        "dossier": lived(*facts),
        "printed_at": at(3, 30, 8, 0),
        "signer": SIGNER,
    }
    return DossierFormFacts(**(fields | changes))  # type: ignore[arg-type]  # a test writes only what differs


GUIDANCE = paper(FormKey.SUPPLEMENT, GUIDED)
SUPPLEMENT = paper(FormKey.SUPPLEMENT, RECEIVED, HANDED_OVER, REQUESTED)
REFUSAL = paper(FormKey.REFUSAL, INTAKE_REFUSED)
LATE_REFUSAL = paper(FormKey.REFUSAL, RECEIVED, HANDED_OVER, REQUESTED, REFUSED)
LETTER = paper(FormKey.APOLOGY, RECEIVED, HANDED_OVER, APOLOGY)
STOP_NOTICE = paper(
    FormKey.STOP_NOTICE, RECEIVED, COLLECTED, HANDED_OVER, REQUESTED, STOPPED, signer=HEAD_OF_UNIT
)
WITHDRAWAL = paper(FormKey.STOP_NOTICE, RECEIVED, WITHDRAWN, signer=HEAD_OF_UNIT)
PAYMENT = paper(FormKey.PAYMENT_SLIP, RECEIVED, COLLECTED)
REFUND = paper(FormKey.PAYMENT_SLIP, RECEIVED, COLLECTED, WITHDRAWN, REFUNDED)
EVERY_PAPER = {
    "guidance": GUIDANCE,
    "supplement": SUPPLEMENT,
    "refusal at intake": REFUSAL,
    "refusal": LATE_REFUSAL,
    "apology": LETTER,
    "stop": STOP_NOTICE,
    "withdrawal": WITHDRAWAL,
    "payment": PAYMENT,
    "refund": REFUND,
}

LONG_REASON = " ".join(f"({number}) tờ khai thiếu chữ ký của người làm chứng;" for number in range(1, 81))
MANY_ASKED = tuple(
    PaperAsked(f"Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở số {number}", copies=1)
    for number in range(1, 26)
)
LONG_INTAKE = replace(
    RECEIVED,
    procedure=replace(DOSSIER.procedure, name=LONG_PROCEDURE),
    applicant=replace(DOSSIER.applicant, name=LONG_NAME),
)
LONG_PAPERS = {
    "supplement": paper(
        FormKey.SUPPLEMENT,
        LONG_INTAKE,
        HANDED_OVER,
        replace(REQUESTED, papers=MANY_ASKED, reason=LONG_REASON),
    ),
    "refusal": paper(FormKey.REFUSAL, replace(INTAKE_REFUSED, reason=LONG_REASON)),
    "apology": paper(FormKey.APOLOGY, LONG_INTAKE, HANDED_OVER, replace(APOLOGY, reason=LONG_REASON)),
    "stop": paper(
        FormKey.STOP_NOTICE, LONG_INTAKE, HANDED_OVER, REQUESTED, replace(STOPPED, reason=LONG_REASON)
    ),
    "refund": paper(FormKey.PAYMENT_SLIP, LONG_INTAKE, COLLECTED, replace(REFUNDED, reason=LONG_REASON)),
}
