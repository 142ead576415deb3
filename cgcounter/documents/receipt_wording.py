"""What a receipt says, item by item, in the words of its form."""

from __future__ import annotations

from typing import Final

from cgcounter.documents import dossier_wording
from cgcounter.documents.wording import clock_and_date, counted
from cgcounter.domain import codes
from cgcounter.domain.codes import MalformedCodeError
from cgcounter.domain.deadlines import duration_words
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.offices import Office
from cgcounter.domain.particulars import (
    DueBasis,
    Fee,
    PaperGiven,
    PaperSource,
    RegisterEntry,
    ReturnChannel,
    Submission,
)

NOTES: Final = (
    (
        "Ghi chú: (a) Giấy này lập thành 02 liên: một liên lưu cùng Phiếu kiểm soát quá trình giải quyết hồ sơ, "
        "một liên giao cho người nộp hồ sơ."
    ),
    "(b) Kết quả được nhận tại Bộ phận tiếp nhận và trả kết quả hoặc tại nhà, qua dịch vụ bưu chính.",
)
_RETURN_PLACES: Final = {
    ReturnChannel.COUNTER: "Bộ phận tiếp nhận và trả kết quả",
    ReturnChannel.POST: "địa chỉ nêu trên, qua dịch vụ bưu chính công ích",
    ReturnChannel.ELECTRONIC: "bản điện tử, qua mạng",
}


def number_line(entry: RegisterEntry | None, office: Office) -> str:
    """The number of a receipt is the dossier's in the register, such as "Số: 00012/BPTNTKQ"."""
    return dossier_wording.number_line(entry.number if entry else 0, office.register_symbol)


def paper_row(number: int, paper: PaperGiven) -> tuple[str, str, str, str]:
    """TT, Tên giấy tờ, Hình thức, Ghi chú."""
    remark = "; ".join(part for part in (paper_source(paper), paper.note) if part)
    return (str(number), paper.name, paper_form(paper), remark)


def paper_source(paper: PaperGiven) -> str:
    """Where a paper is from that did not have to be handed in; empty for one that was."""
    match paper.source:
        case PaperSource.REUSED:
            return f"đã có tại hồ sơ {_short(paper.from_code)}" if paper.from_code else "giấy tờ đã có"
        case PaperSource.LOOKED_UP:
            return "khai thác từ cơ sở dữ liệu"
        case PaperSource.NEW:
            return ""


def _short(code: str) -> str:
    """The digits of a code, by which a dossier is found as well: the whole of it would be broken in a narrow column."""
    try:
        return codes.code_alias(code)
    except MalformedCodeError:
        return code


def paper_form(paper: PaperGiven) -> str:
    """Such as "01 bản chính, 02 bản sao", with "xuất trình" before what is only shown and given back."""
    counts = counted(paper.originals, paper.copies)
    shown = "xuất trình" if paper.submission is Submission.SHOW_ONLY else ""
    return " ".join(part for part in (shown, counts) if part)


def sets_line(dossier: Dossier) -> str:
    """Item 2."""
    return f"{dossier.sets:02d} (bộ)"


def duration_line(dossier: Dossier) -> str:
    """Item 3: the duration of the procedure; where none is known, what the clerk agreed instead."""
    if dossier.duration is not None:
        return duration_words(dossier.duration).lower()
    if dossier.due_at is not None:
        return "theo thời gian hẹn trả tại mục 5"
    return "chưa xác định"


def received_line(dossier: Dossier) -> str:
    """Item 4."""
    return clock_and_date(dossier.received_at) if dossier.received_at else ""


def due_line(dossier: Dossier) -> str:
    """Item 5: the promised time."""
    if dossier.due_at is not None:
        return clock_and_date(dossier.due_at)
    return "không hẹn thời gian trả"


def due_reason(dossier: Dossier) -> str:
    """How the due time was counted, when that says more than the duration of item 3 or that it was agreed."""
    if dossier.due_at is None:
        return ""
    if dossier.due_basis is DueBasis.TYPED:
        return "(theo thỏa thuận)"
    reason = dossier.due_explanation
    return f"({reason})" if reason and reason.casefold() != duration_line(dossier).casefold() else ""


def return_line(dossier: Dossier) -> str:
    """Item 6."""
    return _RETURN_PLACES[dossier.return_channel]


def fee_line(fee: Fee) -> str:
    """The optional line of the fee: amount in figures and words, or why nothing is paid; else empty."""
    if fee.exemption:
        return f"miễn ({fee.exemption})"
    if fee.amount_dong:
        return dossier_wording.amount_line(fee.amount_dong)
    return ""


def register_fields(entry: RegisterEntry | None) -> tuple[tuple[str, str], tuple[str, str]]:
    """Where the dossier stands in the register (Mẫu 06): volume, and number in it."""
    volume, number = (entry.volume, str(entry.number)) if entry else ("", "")
    return ("Vào Sổ theo dõi hồ sơ, Quyển số:", volume), ("Số thứ tự:", number)
