"""What a row of the register says of a dossier, column by column."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from cgcounter.documents import dossier_wording
from cgcounter.documents.typesetting import tied
from cgcounter.documents.wording import long_date, short_date, short_time
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.offices import Office
from cgcounter.domain.particulars import ResultKind, ReturnChannel

_NO_DUE_TIME: Final = "không hẹn"
_CHANNELS: Final = {
    ReturnChannel.COUNTER: "Trực tiếp",
    ReturnChannel.POST: "Bưu chính",
    ReturnChannel.ELECTRONIC: "Điện tử",
}


def field_line(field: str) -> str:
    """Which field the register is of; one of all fields says so."""
    return f"Lĩnh vực: {field or 'tất cả'}"


def period_line(first: date, last: date) -> str:
    """Such as "Từ ngày 01 tháng 01 năm 2022 đến ngày 31 tháng 3 năm 2022"; one day alone is named once."""
    if first == last:
        words = long_date(first)
        return f"{words[0].upper()}{words[1:]}"
    return f"Từ {long_date(first)} đến {long_date(last)}"


def total_line(dossiers: int, pages: int) -> str:
    """Such as "Cộng: 10.000 hồ sơ, 1.250 trang."."""
    if not dossiers:
        return "Không có hồ sơ nào trong thời gian này."
    return f"Cộng: {_figure(dossiers)} hồ sơ, {_figure(pages)} trang."


def _figure(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def volume(dossier: Dossier) -> str:
    """The volume (quyển số) that the dossier is entered in."""
    return dossier.register.volume if dossier.register else ""


def number(dossier: Dossier) -> str:
    """The running number (số thứ tự) in its volume."""
    return str(dossier.register.number) if dossier.register else ""


def procedure(dossier: Dossier) -> str:
    """The national code, and the name, which the column may shorten."""
    return f"{dossier.procedure.code} {dossier.procedure.name}"


def contact(dossier: Dossier) -> str:
    """Address and telephone of the applicant."""
    applicant = dossier.applicant
    phone = tied(f"ĐT {applicant.phone}") if applicant.phone else ""
    return "; ".join(part for part in (applicant.address, phone) if part)


def deciding_body(dossier: Dossier, office: Office) -> str:
    """Who decides: of what is received here and decided elsewhere, the unit that it was first sent to."""
    elsewhere = (leg.unit_name for leg in dossier.legs if leg.unit)
    sent_to = next(elsewhere, "") if dossier.procedure.forwarded_to else ""
    return sent_to or office.authority_in_text


def due(dossier: Dossier) -> str:
    """The promised time of the receipt."""
    return short_time(dossier.due_at) or _NO_DUE_TIME


def returned_on(dossier: Dossier) -> str:
    """The day on which the result left the counter."""
    return short_date(dossier.returned.returned_at) if dossier.returned else ""


def channel(dossier: Dossier) -> str:
    """How the result was fetched or sent; before that, how the applicant asked for it."""
    return _CHANNELS[dossier.returned.channel if dossier.returned else dossier.return_channel]


def remarks(dossier: Dossier) -> str:
    """What the other columns do not tell: how it ended without a result, a new date, a negative answer, the note."""
    return "; ".join(_remarks(dossier))


def _remarks(dossier: Dossier) -> Iterator[str]:
    if dossier.ending is not None:
        yield dossier_wording.ending(dossier.ending)
    if dossier.apologies:
        yield f"Hẹn lại {short_time(dossier.apologies[-1].promised_at)}"
    if dossier.result is not None and dossier.result.kind is ResultKind.NEGATIVE:
        yield "Trả lại hồ sơ, không giải quyết"
    if dossier.returned is not None and dossier.returned.tracking:
        yield f"Vận đơn {dossier.returned.tracking}"
    if dossier.late_entry is not None and dossier.late_entry.paper_number:
        yield f"Nhập sau, giấy viết tay số {dossier.late_entry.paper_number}"
    if dossier.note:
        yield dossier.note
