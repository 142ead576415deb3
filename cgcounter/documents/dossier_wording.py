"""What the papers about a dossier say in the same words."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from cgcounter.documents.typesetting import tied
from cgcounter.documents.wording import short_date
from cgcounter.domain.dossier import Dossier, Ending
from cgcounter.domain.facts import DossierRefused, DossierVoided, DossierWithdrawn, ProcessingStopped
from cgcounter.domain.forms import FormHead
from cgcounter.domain.money import amount_in_words, format_dong
from cgcounter.domain.offices import Office
from cgcounter.domain.particulars import ReceiverRole

COPIES: Final = ("(Liên 1: Lưu)", "(Liên 2: Giao khách hàng)")
ONE_COPY: Final = ("",)
# Left to the pen: a number, and more words.
UNKNOWN: Final = "……"
TO_WRITE: Final = "………………………"
_UNPARTED: Final = (
    "TIẾP NHẬN",
    "GIẢI QUYẾT",
    "HỒ SƠ",
    "KẾT QUẢ",
    "LỆ PHÍ",
    "GIA HẠN",
    "THỜI GIAN",
    "QUÁ TRÌNH",
)


def number_line(number: int, symbol: str = "") -> str:
    """Such as "Số: 00012/HDHS"; the number of a paper that has none is left to the pen."""
    written = f"{number:05d}" if number else UNKNOWN
    return f"Số: {written}/{symbol}" if symbol else f"Số: {written}"


def title_lines(head: FormHead) -> tuple[str, ...]:
    """The title in capitals; it breaks before "VÀ", and never in the middle of a word of two syllables."""
    title = head.title.upper()
    for word in _UNPARTED:
        title = title.replace(word, tied(word))
    first, joined, second = title.partition(" VÀ ")
    return (first, f"VÀ {second}") if joined else (first,)


def caption(head: FormHead) -> str:
    """Such as "Mẫu số 01 – Thông tư số 01/2018/TT-VPCP"; nothing for a form whose circular is not confirmed."""
    return f"Mẫu số {head.number:02d} – {head.circular}" if head.number and head.circular else ""


def reprint(number: int) -> str:
    """Such as "BẢN IN LẠI 2"; nothing on the first print."""
    return f"BẢN IN LẠI {number}" if number else ""


def office_line(office: Office) -> str:
    """The office and, where it is known, the phone under which citizens ask for their dossier."""
    authority = office.authority_in_text
    return f"{authority}, điện thoại {office.phone}" if office.phone else authority


def submitter_line(dossier: Dossier) -> str:
    """Who stood at the counter in another one's matter; empty when it was the applicant."""
    submitter = dossier.submitter
    if submitter is None:
        return ""
    relation = f"({dossier.submitter_relation})" if dossier.submitter_relation else ""
    phone = f"– điện thoại {submitter.phone}" if submitter.phone else ""
    return " ".join(part for part in (submitter.name, relation, phone) if part)


def spared_papers(dossier: Dossier) -> str:
    """Such as "02 giấy tờ đã có, không phải nộp lại"; empty where every paper was handed in or shown."""
    count = len(dossier.spared_papers)
    return f"{count:02d} giấy tờ đã có, không phải nộp lại" if count else ""


def request_line(dossier: Dossier) -> str:
    """The procedure with its national code, and the cases that chose papers, time and fee."""
    cases = f"; trường hợp: {', '.join(dossier.cases)}" if dossier.cases else ""
    return f"{dossier.procedure.name} (mã thủ tục: {dossier.procedure.code}{cases})"


def receiver(dossier: Dossier) -> str:
    """Who took the result; empty, to be signed, while nobody has."""
    returned = dossier.returned
    if returned is None:
        return ""
    is_applicant = returned.receiver is ReceiverRole.APPLICANT
    return returned.receiver_name or (dossier.applicant.name if is_applicant else "")


def ending(act: Ending) -> str:
    """How a dossier ended without a result, when, and why."""
    match act:
        case DossierVoided():
            return _said("Đã hủy (nhập nhầm)", act.voided_at, act.reason)
        case DossierWithdrawn():
            return _said("Người nộp rút hồ sơ", act.withdrawn_at, act.reason)
        case DossierRefused():
            return _said("Từ chối giải quyết", act.refused_at, act.reason)
        case ProcessingStopped():
            return _said("Dừng giải quyết", act.stopped_at, act.reason)


def _said(words: str, at: datetime, reason: str) -> str:
    return f"{words} ngày {short_date(at)}" + (f": {reason}" if reason else "")


def full_name(office: Office) -> str:
    """The office with the body that it belongs to."""
    return f"{office.office_name_in_text} {office.authority_in_text}"


def amount_line(dong: int) -> str:
    """Such as "12.000 đồng (Mười hai nghìn đồng)"."""
    return f"{format_dong(dong)} ({amount_in_words(dong)})"
