"""Phiếu thu nội bộ, the office's own slip: what was paid or given back for a dossier, and the numbers of its receipt.

It is no official receipt (biên lai): that one is written by hand, and its numbers are printed here as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

import msgspec

from cgcounter.documents import dossier_wording as words
from cgcounter.documents.dossier_paper import Copy, DossierPaper, draw_copies
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import Flow, Signature, signatures
from cgcounter.documents.pages import Block, DrawnPage
from cgcounter.documents.wording import clock_and_date
from cgcounter.domain.facts import FeeCollected, FeeRefunded
from cgcounter.domain.forms import DossierFormFacts, FormHead, last_told
from cgcounter.domain.money import amount_in_words, format_dong
from cgcounter.domain.particulars import OfficialReceipt

VERSION: Final = 1
_REFUND: Final = FormHead("Phiếu hoàn trả phí, lệ phí nội bộ")
_NOTE: Final = "Phiếu này dùng trong nội bộ đơn vị, không thay biên lai thu phí, lệ phí."
_NOT_TYPED: Final = OfficialReceipt("")

_Payment = FeeCollected | FeeRefunded


def draw_payment_slip(facts: DossierFormFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """The slip of the last payment; raises NothingToPrintError."""
    payment = last_told(facts.dossier, FeeCollected, FeeRefunded)
    if isinstance(payment, FeeCollected):
        number, at = payment.number, payment.collected_at
    else:
        number, at = "", payment.refunded_at
        facts = msgspec.structs.replace(facts, head=_REFUND)
    paper = DossierPaper.of(facts, number=f"Số: {number or words.UNKNOWN}", dated=at)
    return draw_copies(paper, typeface, words.ONE_COPY, partial(_put_body, facts, payment))


def _put_body(facts: DossierFormFacts, payment: _Payment, copy: Copy, flow: Flow) -> None:
    flow.put(*copy.applicant("Hồ sơ của:"), *copy.contact(), *copy.request())
    if isinstance(payment, FeeCollected):
        *fields, last = _collected(payment, copy)
        citizen, clerk = "NGƯỜI NỘP TIỀN", "NGƯỜI THU TIỀN"
    else:
        *fields, last = _refunded(payment, copy)
        citizen, clerk = "NGƯỜI NHẬN TIỀN", "NGƯỜI CHI TIỀN"
    flow.put(*fields)
    both = signatures(Signature(citizen), Signature(clerk, facts.signer), copy.style, copy.width)
    flow.put(copy.foot(both, (_NOTE,), closing=(last,)))


def _collected(payment: FeeCollected, copy: Copy) -> Iterator[Block]:
    official = payment.official or _NOT_TYPED
    yield from copy.field("Nội dung thu:", "phí, lệ phí giải quyết hồ sơ")
    yield from _amount(payment.amount_dong, copy)
    yield from copy.field("Thời gian thu:", clock_and_date(payment.collected_at))
    yield from copy.row(
        ("Biên lai mẫu số:", official.template), ("Ký hiệu:", official.series), ("Số:", official.number)
    )


def _refunded(payment: FeeRefunded, copy: Copy) -> Iterator[Block]:
    yield from copy.field("Nội dung chi:", "hoàn trả phí, lệ phí giải quyết hồ sơ")
    yield from copy.field("Lý do:", payment.reason)
    yield from _amount(payment.amount_dong, copy)
    yield from copy.field("Thời gian chi:", clock_and_date(payment.refunded_at))


def _amount(dong: int, copy: Copy) -> Iterator[Block]:
    yield from copy.field("Số tiền:", format_dong(dong), Face.BOLD)
    yield from copy.field("Bằng chữ:", amount_in_words(dong))
