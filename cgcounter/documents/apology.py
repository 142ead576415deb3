"""Mẫu 04, the apology: a letter in which the head says why a result is late and when it will be there.

The fields are those of domain facts 4.4, their order is not confirmed; typography of NĐ 30/2020.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from cgcounter.documents import dossier_wording as words
from cgcounter.documents.dossier_paper import Copy, DossierPaper, draw_copies
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import Flow
from cgcounter.documents.pages import Block, DrawnPage
from cgcounter.documents.typesetting import Run
from cgcounter.documents.wording import clock_and_date, long_date
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.facts import ApologyMade
from cgcounter.domain.forms import DossierFormFacts, last_told

VERSION: Final = 2
_SYMBOL: Final = "PXL"
_WHOSE: Final = "Ông/Bà/Tổ chức"
_PROMISE: Final = "đúng thời hạn quy định ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả"


def draw_apology(facts: DossierFormFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """The letter of the last apology; raises NothingToPrintError."""
    apology = last_told(facts.dossier, ApologyMade)
    number = words.number_line(apology.number, _SYMBOL)
    paper = DossierPaper.of(facts, number=number, dated=apology.apologised_at)
    return draw_copies(paper, typeface, words.ONE_COPY, partial(_put_body, facts, apology))


def _put_body(facts: DossierFormFacts, apology: ApologyMade, copy: Copy, flow: Flow) -> None:
    flow.put(*copy.addressee())
    flow.put(*_what_was_promised(facts, copy), *_why_it_is_late(facts, apology, copy))
    promise = copy.prose(
        Run(f"{facts.office.authority_in_text} sẽ trả kết quả vào"),
        Run(f"{clock_and_date(apology.promised_at)}.", Face.BOLD),
    )
    flow.put(copy.foot(copy.letter_end(apology.signer or facts.signer), closing=promise))


def _what_was_promised(facts: DossierFormFacts, copy: Copy) -> Iterator[Block]:
    dossier, at = facts.dossier, facts.dossier.received_at
    day = long_date(at.astimezone(TIME_ZONE).date()).capitalize() if at else words.TO_WRITE
    yield from copy.prose(
        Run(f"{day}, {facts.office.authority_in_text} tiếp nhận hồ sơ {words.request_line(dossier)}"),
        Run(f"của {dossier.applicant.name}."),
    )
    due = clock_and_date(dossier.due_at) if dossier.due_at else words.TO_WRITE
    yield from copy.prose(Run(f"Thời gian hẹn trả kết quả: {due}."))


def _why_it_is_late(facts: DossierFormFacts, apology: ApologyMade, copy: Copy) -> Iterator[Block]:
    authority, due_at = facts.office.authority_in_text, facts.dossier.due_at
    # Whoever sees the lateness coming apologises before the due time, when nothing is late yet.
    is_late = due_at is None or due_at < apology.apologised_at
    failing = "Tuy nhiên đến nay, {} chưa trả" if is_late else "Tuy nhiên, {} chưa thể trả"
    yield from copy.prose(
        Run(f"{failing.format(authority)} kết quả giải quyết hồ sơ của {_WHOSE} {_PROMISE}.")
    )
    yield from copy.prose(Run("Lý do:"), Run(apology.reason or words.TO_WRITE))
    yield from copy.prose(
        Run(f"{authority} xin lỗi và mong nhận được sự thông cảm của {_WHOSE} vì sự chậm trễ này.")
    )
