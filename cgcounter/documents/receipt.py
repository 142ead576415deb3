"""Mẫu 01, the receipt: two copies, field by field in the order of domain facts 4.1.

The national form begins with "Chữ ký số của Tổ chức (nếu là biểu mẫu điện tử)"; that line belongs to electronic
forms, so paper does not carry it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from cgcounter.documents import receipt_wording as words
from cgcounter.documents.dossier_paper import Copy, DossierPaper, draw_copies
from cgcounter.documents.dossier_wording import COPIES
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import Flow, Signature, signatures
from cgcounter.documents.pages import Block, DrawnPage
from cgcounter.documents.tables import Column
from cgcounter.documents.typesetting import Align, Run, paragraph
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.forms import FormHead, ReceiptFacts

VERSION: Final = 3
TITLE: Final = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
_HEAD: Final = FormHead(TITLE, 1, "Thông tư số 01/2018/TT-VPCP")


def draw_receipt(facts: ReceiptFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """Both copies."""
    dossier = facts.dossier
    paper = DossierPaper(
        facts=facts,
        head=facts.head or _HEAD,
        running_title=f"Mã hồ sơ: {dossier.code}",
        number=words.number_line(dossier.register, facts.office),
        dated=dossier.received_at,
    )
    return draw_copies(paper, typeface, COPIES, partial(_put_body, facts))


def _put_body(facts: ReceiptFacts, copy: Copy, flow: Flow) -> None:
    dossier = facts.dossier
    flow.put(*copy.office(), *copy.applicant("Tiếp nhận hồ sơ của:"), *copy.contact(), *copy.request())
    _put_papers(dossier, copy, flow)
    flow.put(*_items(dossier, copy))
    both = signatures(
        Signature("NGƯỜI NỘP HỒ SƠ"),
        Signature("NGƯỜI TIẾP NHẬN HỒ SƠ", facts.clerk_name),
        copy.style,
        copy.width,
    )
    flow.put(copy.foot(both, words.NOTES))


def _put_papers(dossier: Dossier, copy: Copy, flow: Flow) -> None:
    label = "1. Thành phần hồ sơ nộp gồm:"
    if not dossier.papers:
        flow.put(*copy.field(label, "không có giấy tờ phải nộp"))
        return
    unit = copy.width / 100
    columns = (
        Column("TT", 6 * unit, Align.CENTRE),
        Column("Tên giấy tờ", 45 * unit),
        Column("Hình thức", 27 * unit),
        Column("Ghi chú", 22 * unit),
    )
    copy.put_table(flow, label, columns, (words.paper_row(*pair) for pair in enumerate(dossier.papers, 1)))


def _items(dossier: Dossier, copy: Copy) -> Iterator[Block]:
    yield from copy.field("2. Số lượng hồ sơ:", words.sets_line(dossier))
    yield from copy.field("3. Thời gian giải quyết hồ sơ theo quy định là:", words.duration_line(dossier))
    yield from copy.field("4. Thời gian nhận hồ sơ:", words.received_line(dossier))
    due = (
        Run("5. Thời gian trả kết quả giải quyết hồ sơ:"),
        Run(words.due_line(dossier), Face.BOLD),
        Run(words.due_reason(dossier)),
    )
    yield from paragraph(due, copy.style, copy.width)
    yield from copy.field("6. Đăng ký nhận kết quả tại:", words.return_line(dossier))
    # The fee is no item of the national form: a line of its own, without a number.
    for label, value in (("Phí, lệ phí:", words.fee_line(dossier.fee)), ("Ghi chú hồ sơ:", dossier.note)):
        if value:
            yield from copy.field(label, value)
    yield from copy.row(*words.register_fields(dossier.register))
