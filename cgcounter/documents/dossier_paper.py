"""What every paper about one dossier is made of: sheet and type, heading, title with codes, particulars, foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import Final

from msgspec import Struct

from cgcounter.documents import barcodes
from cgcounter.documents import dossier_wording as words
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import (
    SIGNED_AND_SEALED,
    Flow,
    Heading,
    Signature,
    banner,
    heading_block,
    numbered,
    one_signature,
    side_by_side,
)
from cgcounter.documents.pages import MM, Block, DrawnPage, Sheet, beside, gap, stack
from cgcounter.documents.tables import Column, Table
from cgcounter.documents.typesetting import Align, Run, Style, heading, justified, labelled, paragraph
from cgcounter.documents.wording import place_and_date
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.forms import DossierFormFacts, FormHead, PaperSize, ReceiptFacts
from cgcounter.domain.offices import Office

_LEADING: Final = 1.25
_TABLE_SMALLER: Final = 0.5
# NĐ 30/2020: the first line of a paragraph is indented by 1 cm, and at least 6 pt part it from the one before.
_INDENT: Final = 10 * MM
_BETWEEN_PARAGRAPHS: Final = 0.5
_RECIPIENTS: Final = ("Như trên;", "Lưu: VT.")


class Measures(Struct, frozen=True):
    """The sheet and the type sizes on it, in points; ``bodies`` in the order in which they are tried."""

    sheet: Sheet
    bodies: tuple[float, ...]
    heading: float
    title: float
    small: float


_A5: Final = Measures(
    Sheet.of_mm((148, 210), sides=(15, 10), ends=10),
    bodies=(10.5, 10, 9.5, 9),
    heading=9,
    title=12,
    small=8,
)
# The margins and, but for the last two, the sizes of NĐ 30/2020 for A4.
_A4: Final = Measures(
    Sheet.of_mm((210, 297), sides=(30, 15), ends=20),
    bodies=(13, 12.5, 12),
    heading=12,
    title=14,
    small=10,
)


class DossierPaper(Struct, frozen=True, kw_only=True, dict=True):
    """What all copies of a paper have in common. ``dict`` gives room to the symbols, which are made once.

    ``running_title`` ties a further page to its paper.
    """

    facts: ReceiptFacts | DossierFormFacts
    head: FormHead
    running_title: str
    number: str
    dated: datetime | None

    @classmethod
    def of(cls, facts: DossierFormFacts, *, number: str, dated: datetime) -> DossierPaper:
        """The paper that tells of an act: ``number`` is its line "Số: …", ``dated`` when the act happened."""
        code = facts.dossier.code
        return cls(
            facts=facts,
            head=facts.head,
            running_title=f"{facts.head.title} – {f'Mã hồ sơ: {code}' if code else number}",
            number=number,
            dated=dated,
        )

    @property
    def office(self) -> Office:
        return self.facts.office

    @property
    def dossier(self) -> Dossier:
        return self.facts.dossier

    @property
    def measures(self) -> Measures:
        return _A4 if self.facts.size is PaperSize.A4 else _A5

    @property
    def reprint_words(self) -> str:
        return words.reprint(self.facts.reprint)

    @cached_property
    def symbol(self) -> Block:
        return barcodes.qr(self.dossier.code)

    @cached_property
    def bars(self) -> tuple[float, Block]:
        return barcodes.code_128(self.dossier.code)


PutBody = Callable[["Copy", Flow], None]


def draw_copies(
    paper: DossierPaper, typeface: Typeface, labels: Sequence[str], put_body: PutBody
) -> tuple[DrawnPage, ...]:
    """All copies on the sheet that the facts ask for, in the largest type that leaves each on one page.

    What needs more pages than one is set in the second size, which reads well and saves paper. ``labels`` say whose
    copy it is; ``put_body`` draws what stands between title and end of the form.
    """

    def drawn(label: str, style: Style) -> tuple[DrawnPage, ...]:
        return Copy(paper, label, style).pages(put_body)

    styles = [Style(typeface, body, body * _LEADING) for body in paper.measures.bodies]
    # The last copy bears the longest label: what holds it holds the others.
    tried = ((style, drawn(labels[-1], style)) for style in styles)
    fitting = next(((style, pages) for style, pages in tried if len(pages) == 1), None)
    style, last = fitting or (styles[1], drawn(labels[-1], styles[1]))
    copies = [*(drawn(label, style) for label in labels[:-1]), last]
    if paper.facts.size is PaperSize.A4_TWO_UP:
        # One copy alone has its own further pages beside it.
        left, right = (copies[0][::2], copies[0][1::2]) if len(copies) == 1 else copies
        return side_by_side(left, right, _A4.sheet.height)
    return tuple(page for pages in copies for page in pages)


class Copy:
    """One copy (liên) of a paper in one size of type: makes the blocks that papers about a dossier share."""

    def __init__(self, paper: DossierPaper, label: str, style: Style) -> None:
        self.style = style
        self.small = style.at(paper.measures.small)
        self._table_style = style.at(style.size - _TABLE_SMALLER)
        self.width = paper.measures.sheet.inner_width
        self._paper = paper
        self._dossier = paper.dossier
        self._label = label

    def pages(self, put_body: PutBody) -> tuple[DrawnPage, ...]:
        """The finished copy."""
        flow = Flow(self._paper.measures.sheet, self._running_head())
        flow.put(*self._head())
        put_body(self, flow)
        return numbered(flow.pages(), self._paper.measures.sheet, self.small)

    def _running_head(self) -> Block:
        """What ties a further page to its copy."""
        parts = (self._paper.running_title, self._label, self._paper.reprint_words)
        text = " – ".join(part for part in parts if part)
        lines = paragraph((Run(text, Face.ITALIC),), self.small, self.width)
        return stack((*lines, gap(self.small.leading / 2)))

    def _head(self) -> Iterator[Block]:
        paper = self._paper
        if paper.reprint_words:
            yield banner(paper.reprint_words, self.style, self.width)
            yield gap(0.4 * self.style.size)
        office, at = paper.office, paper.dated
        place = place_and_date(office.place, at.astimezone(TIME_ZONE).date()) if at else ""
        above = Heading(office.authority, office.office_name, place, paper.number)
        yield heading_block(above, self.style.at(paper.measures.heading), self.width)
        yield self._title_and_codes() if self._dossier.code else self._title_alone()

    def _title_alone(self) -> Block:
        """Of what was never received there is no code."""
        label = paragraph((Run(self._label, Face.ITALIC),), self.style, self.width, Align.CENTRE)
        space = gap(0.8 * self.style.size)
        return stack((space, self._title(self.width), *(label if self._label else ()), space))

    def _title(self, width: float) -> Block:
        large = self.style.at(self._paper.measures.title)
        return stack(
            block for line in words.title_lines(self._paper.head) for block in heading(line, large, width)
        )

    def _title_and_codes(self) -> Block:
        """Title and codes: Code 128 and QR fail differently, so both stand here, and the readable code always."""
        symbol = self._paper.symbol
        # The quiet zone of the QR may lie in the margin, which is as white.
        at_margin = self.width - symbol.height + barcodes.QR_QUIET
        side = self.width - at_margin
        title = self._title(self.width - 2 * side)
        lowered = stack((gap((symbol.height - title.height) / 2), title))
        readable = (Run("Mã hồ sơ:"), Run(self._dossier.code, Face.BOLD), Run(self._label, Face.ITALIC))
        return stack(
            (
                beside((side, lowered), (at_margin, symbol)),
                *self._bars(),
                *paragraph(readable, self.style, self.width, Align.CENTRE),
                gap(0.3 * self.style.size),
            )
        )

    def _bars(self) -> Iterator[Block]:
        length, bars = self._paper.bars
        # Bars narrower than scanners read reliably help nobody: of a code too long for the sheet the QR remains.
        if length <= self.width:
            yield beside(((self.width - length) / 2, bars))
            yield gap(0.2 * self.style.size)

    def office(self) -> tuple[Block, ...]:
        """Which office it is."""
        return self.field("Bộ phận tiếp nhận và trả kết quả:", words.office_line(self._paper.office))

    def applicant(self, label: str) -> Iterator[Block]:
        """Whose dossier it is, and who stood at the counter for them."""
        yield from self.field(label, self._dossier.applicant.name, Face.BOLD)
        if self._dossier.submitter is not None:
            yield from self.field("Người nộp hồ sơ:", words.submitter_line(self._dossier))

    def contact(self) -> Iterator[Block]:
        """Where the applicant is found."""
        applicant = self._dossier.applicant
        yield from self.field("Địa chỉ:", applicant.address)
        yield from self.row(("Số điện thoại:", applicant.phone), ("Email:", applicant.email))

    def request(self) -> tuple[Block, ...]:
        """What is asked of the office."""
        return self.field("Nội dung yêu cầu giải quyết:", words.request_line(self._dossier))

    def field(self, label: str, value: str, face: Face = Face.REGULAR) -> tuple[Block, ...]:
        """A label with its value, or with a dotted line to write on."""
        return labelled(label, value, self.style, self.width, face)

    def row(self, *fields: tuple[str, str]) -> Iterator[Block]:
        """Short fields on one line; where one of them wraps, one below the other."""
        column = self.width / len(fields)
        *firsts, last = fields
        set_fields = [labelled(*one, self.style, column - self.style.size) for one in firsts]
        set_fields.append(labelled(*last, self.style, column))
        if all(len(one) == 1 for one in set_fields):
            yield beside(*((place * column, one[0]) for place, one in enumerate(set_fields)))
        else:
            yield from (block for one in fields for block in self.field(*one))

    def put_table(
        self, flow: Flow, title: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]
    ) -> None:
        """A table with a line above it that is not parted from its first row."""
        lines = paragraph((Run(title),), self.style, self.width)
        above = stack((*lines, gap(0.2 * self.style.size)))
        head_lines = 2 if any(column.group for column in columns) else 1
        flow.keep(above.height + (head_lines + 2) * self._table_style.leading)
        flow.put(above)
        Table(tuple(columns), self._table_style).put(flow, rows)
        flow.space(0.3 * self.style.size)

    def prose(self, *runs: Run) -> Iterator[Block]:
        """A paragraph of a letter: justified, its first line indented."""
        yield gap(_BETWEEN_PARAGRAPHS * self.style.size)
        yield from justified(runs, self.style, self.width, _INDENT)

    def addressee(self) -> Iterator[Block]:
        """To whom a letter goes, and where they are found."""
        to = (Run("Kính gửi:"), Run(self._dossier.applicant.name, Face.BOLD))
        yield gap(_BETWEEN_PARAGRAPHS * self.style.size)
        yield from paragraph(to, self.style, self.width, Align.CENTRE)
        yield gap(_BETWEEN_PARAGRAPHS * self.style.size)
        yield from self.field("Địa chỉ:", self._dossier.applicant.address)
        yield from self.field("Số điện thoại:", self._dossier.applicant.phone)

    def letter_end(self, signer: str) -> Block:
        """The head signs and seals; who gets the letter stands on the left."""
        head = Signature("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", signer, SIGNED_AND_SEALED)
        return one_signature(head, self.style, self.width, _RECIPIENTS)

    def foot(self, signing: Block, notes: Sequence[str] = (), closing: Iterable[Block] = ()) -> Block:
        """Closing words, signatures, notes and the caption of the form, never parted from one another."""
        air = gap(0.4 * self.style.size)
        above = tuple(closing)
        small = (block for note in notes for block in paragraph((Run(note),), self.small, self.width))
        text = words.caption(self._paper.head)
        caption = paragraph((Run(text, Face.ITALIC),), self.small, self.width, Align.RIGHT) if text else ()
        return stack((*above, *((air,) if above else ()), air, signing, air, *small, *caption))
