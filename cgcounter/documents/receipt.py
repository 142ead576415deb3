"""Mẫu 01, the receipt: two copies, field by field in the order of domain facts 4.1.

The national form begins with "Chữ ký số của Tổ chức (nếu là biểu mẫu điện tử)"; that line belongs to electronic
forms, so paper does not carry it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from cgcounter.documents import barcodes
from cgcounter.documents import receipt_wording as words
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import (
    Flow,
    Heading,
    Signature,
    banner,
    heading_block,
    numbered,
    side_by_side,
    signatures,
)
from cgcounter.documents.pages import Block, DrawnPage, Sheet, beside, gap, stack
from cgcounter.documents.tables import Column, Table
from cgcounter.documents.typesetting import Align, Run, Style, heading, labelled, paragraph
from cgcounter.documents.wording import place_and_date
from cgcounter.domain.forms import PaperSize, ReceiptFacts

VERSION: Final = 1
TITLE: Final = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
_LEADING: Final = 1.25
_TABLE_SMALLER: Final = 0.5


class _Measures(Struct, frozen=True):
    """The sheet and the type sizes on it, in points; ``bodies`` in the order in which they are tried."""

    sheet: Sheet
    bodies: tuple[float, ...]
    heading: float
    title: float
    small: float


_A5: Final = _Measures(
    Sheet.of_mm((148, 210), sides=(15, 10), ends=10),
    bodies=(10.5, 10, 9.5, 9),
    heading=9,
    title=12,
    small=8,
)
# The margins and, but for the last two, the sizes of NĐ 30/2020 for A4.
_A4: Final = _Measures(
    Sheet.of_mm((210, 297), sides=(30, 15), ends=20),
    bodies=(13, 12.5, 12),
    heading=12,
    title=14,
    small=10,
)


class _Form(Struct, frozen=True):
    """What both copies have in common; the symbols are made once."""

    facts: ReceiptFacts
    measures: _Measures
    symbol: Block
    bars: tuple[float, Block]


def draw_receipt(facts: ReceiptFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """Both copies on the sheet that the facts ask for, in the largest type that leaves each on one page.

    What needs more pages than one is set in the second size, which reads well and saves paper.
    """
    measures = _A4 if facts.size is PaperSize.A4 else _A5
    code = facts.dossier.code
    form = _Form(facts, measures, barcodes.qr(code), barcodes.code_128(code))
    styles = [Style(typeface, body, body * _LEADING) for body in measures.bodies]
    # The second copy bears the longer name: what holds it holds the first.
    tried = ((style, _Copy(form, words.COPIES[1], style).pages()) for style in styles)
    fitting = next(((style, pages) for style, pages in tried if len(pages) == 1), None)
    style, given = fitting or (styles[1], _Copy(form, words.COPIES[1], styles[1]).pages())
    kept = _Copy(form, words.COPIES[0], style).pages()
    if facts.size is PaperSize.A4_TWO_UP:
        return side_by_side(kept, given, _A4.sheet.height)
    return (*kept, *given)


class _Copy:
    """One copy (liên) under way."""

    def __init__(self, form: _Form, copy: str, style: Style) -> None:
        self._form = form
        self._facts = form.facts
        self._dossier = form.facts.dossier
        self._copy = copy
        self._measures = form.measures
        self._style = style
        self._small = style.at(form.measures.small)
        self._width = form.measures.sheet.inner_width

    def pages(self) -> tuple[DrawnPage, ...]:
        flow = Flow(self._measures.sheet, self._running_head())
        flow.put(*self._head())
        flow.put(*self._particulars())
        self._put_papers(flow)
        flow.put(*self._items(), self._foot())
        return numbered(flow.pages(), self._measures.sheet, self._small)

    def _running_head(self) -> Block:
        """What ties a further page to its copy."""
        parts = (f"Mã hồ sơ: {self._dossier.code}", self._copy, self._reprint_words())
        text = " – ".join(part for part in parts if part)
        lines = paragraph((Run(text, Face.ITALIC),), self._small, self._width)
        return stack((*lines, gap(self._small.leading / 2)))

    def _reprint_words(self) -> str:
        return f"BẢN IN LẠI {self._facts.reprint}" if self._facts.reprint else ""

    def _head(self) -> Iterator[Block]:
        if self._facts.reprint:
            yield banner(self._reprint_words(), self._style, self._width)
            yield gap(0.4 * self._style.size)
        office, received_at = self._facts.office, self._dossier.received_at
        place = place_and_date(office.place, received_at.date()) if received_at else ""
        number = words.number_line(self._dossier.register, office)
        above = Heading(office.authority, office.office_name, place, number)
        yield heading_block(above, self._style.at(self._measures.heading), self._width)
        yield self._title_and_codes()

    def _title_and_codes(self) -> Block:
        """Title and codes: Code 128 and QR fail differently, so both stand here, and the readable code always."""
        symbol = self._form.symbol
        large = self._style.at(self._measures.title)
        title = stack(block for line in words.TITLE_LINES for block in heading(line, large, self._width))
        lowered = stack((gap((symbol.height - title.height) / 2), title))
        readable = (Run("Mã hồ sơ:"), Run(self._dossier.code, Face.BOLD), Run(self._copy, Face.ITALIC))
        # The quiet zone of the QR may lie in the margin, which is as white.
        at_margin = self._width - symbol.height + barcodes.QR_QUIET
        return stack(
            (
                beside((0, lowered), (at_margin, symbol)),
                *self._bars(),
                *paragraph(readable, self._style, self._width, Align.CENTRE),
                gap(0.3 * self._style.size),
            )
        )

    def _bars(self) -> Iterator[Block]:
        length, bars = self._form.bars
        # Bars narrower than scanners read reliably help nobody: of a code too long for the sheet the QR remains.
        if length <= self._width:
            yield beside(((self._width - length) / 2, bars))
            yield gap(0.2 * self._style.size)

    def _particulars(self) -> Iterator[Block]:
        dossier, applicant = self._dossier, self._dossier.applicant
        yield from self._field("Bộ phận tiếp nhận và trả kết quả:", words.office_line(self._facts.office))
        yield from self._field("Tiếp nhận hồ sơ của:", applicant.name, Face.BOLD)
        if dossier.submitter is not None:
            yield from self._field("Người nộp hồ sơ:", words.submitter_line(dossier))
        yield from self._field("Địa chỉ:", applicant.address)
        yield from self._pair(("Số điện thoại:", applicant.phone), ("Email:", applicant.email))
        yield from self._field("Nội dung yêu cầu giải quyết:", words.request_line(dossier))

    def _field(self, label: str, value: str, face: Face = Face.REGULAR) -> tuple[Block, ...]:
        return labelled(label, value, self._style, self._width, face)

    def _pair(self, left: tuple[str, str], right: tuple[str, str]) -> Iterator[Block]:
        """Two short fields on one line; where one of them wraps, one below the other."""
        half = self._width / 2
        first = labelled(*left, self._style, half - self._style.size)
        second = labelled(*right, self._style, half)
        if len(first) == len(second) == 1:
            yield beside((0, *first), (half, *second))
        else:
            yield from (*self._field(*left), *self._field(*right))

    def _put_papers(self, flow: Flow) -> None:
        label = "1. Thành phần hồ sơ nộp gồm:"
        papers = self._dossier.papers
        if not papers:
            flow.put(*self._field(label, "không có giấy tờ phải nộp"))
            return
        title = stack(self._field_label(label))
        style = self._style.at(self._style.size - _TABLE_SMALLER)
        unit = self._width / 100
        columns = (
            Column("TT", 6 * unit, Align.CENTRE),
            Column("Tên giấy tờ", 45 * unit),
            Column("Hình thức", 27 * unit),
            Column("Ghi chú", 22 * unit),
        )
        flow.keep(title.height + 3 * style.leading)
        flow.put(title)
        Table(columns, style).put(flow, (words.paper_row(*pair) for pair in enumerate(papers, 1)))
        flow.space(0.3 * self._style.size)

    def _field_label(self, label: str) -> Iterator[Block]:
        yield from paragraph((Run(label),), self._style, self._width)
        yield gap(0.2 * self._style.size)

    def _items(self) -> Iterator[Block]:
        dossier = self._dossier
        yield from self._field("2. Số lượng hồ sơ:", words.sets_line(dossier))
        yield from self._field(
            "3. Thời gian giải quyết hồ sơ theo quy định là:", words.duration_line(dossier)
        )
        yield from self._field("4. Thời gian nhận hồ sơ:", words.received_line(dossier))
        due = (
            Run("5. Thời gian trả kết quả giải quyết hồ sơ:"),
            Run(words.due_line(dossier), Face.BOLD),
            Run(words.due_reason(dossier)),
        )
        yield from paragraph(due, self._style, self._width)
        yield from self._field("6. Đăng ký nhận kết quả tại:", words.return_line(dossier))
        # The fee is no item of the national form: a line of its own, without a number.
        for label, value in (("Phí, lệ phí:", words.fee_line(dossier.fee)), ("Ghi chú hồ sơ:", dossier.note)):
            if value:
                yield from self._field(label, value)
        yield from self._pair(*words.register_fields(dossier.register))

    def _foot(self) -> Block:
        """Signatures and notes, never parted from one another."""
        both = signatures(
            Signature("NGƯỜI NỘP HỒ SƠ"),
            Signature("NGƯỜI TIẾP NHẬN HỒ SƠ", self._facts.clerk_name),
            self._style,
            self._width,
        )
        notes = (block for note in words.NOTES for block in paragraph((Run(note),), self._small, self._width))
        caption = paragraph((Run(words.CAPTION, Face.ITALIC),), self._small, self._width, Align.RIGHT)
        return stack((gap(0.4 * self._style.size), both, gap(0.4 * self._style.size), *notes, *caption))
