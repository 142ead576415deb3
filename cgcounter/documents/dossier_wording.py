"""What the papers about a dossier say in the same words."""

from __future__ import annotations

from typing import Final

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.forms import FormHead
from cgcounter.domain.offices import Office

COPIES: Final = ("(Liên 1: Lưu)", "(Liên 2: Giao khách hàng)")
ONE_COPY: Final = ("",)
UNKNOWN: Final = "……"  # left to the pen


def number_line(number: int, symbol: str = "") -> str:
    """Such as "Số: 00012/HDHS"; the number of a paper that has none is left to the pen."""
    written = f"{number:05d}" if number else UNKNOWN
    return f"Số: {written}/{symbol}" if symbol else f"Số: {written}"


def caption(head: FormHead) -> str:
    """Such as "Mẫu số 01 – Thông tư số 01/2018/TT-VPCP"; nothing for a form whose circular is not confirmed."""
    return f"Mẫu số {head.number:02d} – {head.circular}" if head.number and head.circular else ""


def reprint(number: int) -> str:
    """Such as "BẢN IN LẠI 2"; nothing on the first print."""
    return f"BẢN IN LẠI {number}" if number else ""


def office_line(office: Office) -> str:
    """The office and, where it is known, the phone under which citizens ask for their dossier."""
    return f"{office.authority}, điện thoại {office.phone}" if office.phone else office.authority


def submitter_line(dossier: Dossier) -> str:
    """Who stood at the counter in another one's matter; empty when it was the applicant."""
    submitter = dossier.submitter
    if submitter is None:
        return ""
    relation = f"({dossier.submitter_relation})" if dossier.submitter_relation else ""
    phone = f"– điện thoại {submitter.phone}" if submitter.phone else ""
    return " ".join(part for part in (submitter.name, relation, phone) if part)


def request_line(dossier: Dossier) -> str:
    """The procedure with its national code, and the cases that chose papers, time and fee."""
    cases = f"; trường hợp: {', '.join(dossier.cases)}" if dossier.cases else ""
    return f"{dossier.procedure.name} (mã thủ tục: {dossier.procedure.code}{cases})"
