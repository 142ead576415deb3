"""Thông báo dừng giải quyết: a dossier ended without a result, because it was withdrawn or processing was stopped.

The fields are those of domain facts 4.8; the layout of the circular is not known, so this one is the office's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Final

from cgcounter.documents import dossier_wording as words
from cgcounter.documents.dossier_paper import Copy, DossierPaper, draw_copies
from cgcounter.documents.fonts import Typeface
from cgcounter.documents.layout import Flow
from cgcounter.documents.pages import DrawnPage
from cgcounter.documents.typesetting import Run
from cgcounter.documents.wording import clock_and_date, long_date
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier, PauseKind
from cgcounter.domain.facts import DossierWithdrawn, ProcessingStopped
from cgcounter.domain.forms import DossierFormFacts, last_told

VERSION: Final = 2
_WAITING: Final = {
    PauseKind.SUPPLEMENT: "chờ bổ sung, hoàn thiện hồ sơ",
    PauseKind.PAYMENT: "chờ thực hiện nghĩa vụ tài chính",
    PauseKind.VERIFICATION: "chờ xác minh",
}

_End = DossierWithdrawn | ProcessingStopped


def draw_stop_notice(facts: DossierFormFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """The notice; raises NothingToPrintError."""
    end = last_told(facts.dossier, DossierWithdrawn, ProcessingStopped)
    paper = DossierPaper.of(facts, number=words.number_line(end.number), dated=_ended_at(end))
    return draw_copies(paper, typeface, words.ONE_COPY, partial(_put_body, facts, end))


def _ended_at(end: _End) -> datetime:
    return end.withdrawn_at if isinstance(end, DossierWithdrawn) else end.stopped_at


def _put_body(facts: DossierFormFacts, end: _End, copy: Copy, flow: Flow) -> None:
    dossier, authority = facts.dossier, facts.office.authority_in_text
    flow.put(*copy.addressee(), *copy.request())
    received = clock_and_date(dossier.received_at) if dossier.received_at else ""
    flow.put(*copy.field("Thời gian nhận hồ sơ:", received))
    flow.put(*copy.prose(Run(f"{authority} thông báo dừng giải quyết hồ sơ của Ông/Bà/Tổ chức như sau:")))
    *items, last = (copy.field(*item) for item in _items(dossier, end))
    flow.put(*(block for item in items for block in item))
    flow.put(copy.foot(copy.letter_end(facts.signer), closing=last))


def _items(dossier: Dossier, end: _End) -> Iterator[tuple[str, str]]:
    """Label and value; what is decided only after the notice, or not known here, is written on it by hand."""
    is_withdrawn = isinstance(end, DossierWithdrawn)
    taken = sum(one.amount_dong for one in dossier.collected)
    given_back = sum(one.amount_dong for one in dossier.refunded)
    yield "1. Đề nghị dừng:", "của người nộp hồ sơ (rút hồ sơ)" if is_withdrawn else "của cơ quan giải quyết"
    yield "2. Giai đoạn giải quyết:", f"{_stage(dossier)}; chưa có kết quả giải quyết"
    yield "3. Lý do:", end.reason
    yield "4. Quyết định:", f"dừng giải quyết hồ sơ từ {clock_and_date(_ended_at(end))}"
    yield "5. Phí, lệ phí đã thu:", words.amount_line(taken) if taken else "không"
    if taken:
        yield "6. Phí, lệ phí hoàn trả:", words.amount_line(given_back) if given_back else ""
    yield f"{7 if taken else 6}. Giấy tờ trả lại:", ""


def _stage(dossier: Dossier) -> str:
    """Where the dossier stood when it ended: its end leaves the last pause and the last hand-over as they were."""
    pause, leg = dossier.pause, dossier.leg
    if pause is not None:
        return f"{_WAITING[pause.kind]} từ {long_date(pause.since.astimezone(TIME_ZONE).date())}"
    if leg is not None:
        return f"đang giải quyết tại {leg.unit_name}" if leg.unit_name else "đang giải quyết"
    return "đã tiếp nhận, chưa chuyển giải quyết"
