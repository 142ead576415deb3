"""Niêm yết công khai: the procedures of a field that are in force on the day, for the wall of the office; A4 landscape.

No procedure out of force is ever shown (domain facts 9.9), whatever the facts bring along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cgcounter.documents import barcodes, dossier_wording
from cgcounter.documents import public_list_wording as words
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import Flow, Heading, heading_block, numbered, running_head
from cgcounter.documents.pages import MM, Block, DrawnPage, Sheet, beside, gap, stack
from cgcounter.documents.tables import Cell, Column, Table, TableUnderWay
from cgcounter.documents.typesetting import Align, Run, Style, heading, paragraph
from cgcounter.documents.wording import place_and_date
from cgcounter.domain.forms import PublicListFacts
from cgcounter.domain.procedures import Procedure

VERSION: Final = 2
_SHEET: Final = Sheet.of_mm((297, 210), sides=(30, 15), ends=20)
_BODY: Final = 12.0
_TABLE: Final = 11.0
_SMALL: Final = 10.0
_TITLE_SIZE: Final = 14.0
_LEADING: Final = 1.25

_COLUMNS: Final = (
    Column("TT", 9 * MM, Align.CENTRE),
    Column("Mã thủ tục", 20 * MM),
    Column("Tên thủ tục, quyết định công bố", 45 * MM),
    Column("Thành phần hồ sơ", 68 * MM),
    Column("Thời hạn giải quyết", 29 * MM),
    Column("Phí, lệ phí", 30 * MM),
    Column("Kết quả", 26 * MM),
    Column("Cơ quan giải quyết", 25 * MM),
)


def draw_public_list(facts: PublicListFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """The list, as many pages as its procedures take."""
    style = Style(typeface, _BODY, _BODY * _LEADING)
    small, shown = style.at(_SMALL), in_force(facts)
    parts = (
        facts.head.title,
        words.field_line(facts),
        f"{facts.day:%d/%m/%Y}",
        facts.office.authority_in_text,
    )
    flow = Flow(_SHEET, running_head(parts, small, _SHEET.inner_width))
    flow.put(*_head(facts, shown, style, flow.width))
    table = Table(_COLUMNS, style.at(_TABLE))
    under_way = TableUnderWay(table, flow)
    for number, procedure in enumerate(shown, 1):
        under_way.add_cells(_cells(number, procedure, facts, table))
    flow.put(*_caption(facts, small, flow.width))
    return numbered(flow.pages(), _SHEET, style)


def in_force(facts: PublicListFacts) -> tuple[Procedure, ...]:
    """The procedures that the list shows."""
    return tuple(procedure for procedure in facts.procedures if procedure.in_force(facts.day))


def _head(facts: PublicListFacts, shown: Sequence[Procedure], style: Style, width: float) -> Iterator[Block]:
    office = facts.office
    above = Heading(office.authority, office.office_name, place_and_date(office.place, facts.day))
    yield heading_block(above, style, width)
    yield gap(0.5 * style.leading)
    symbol = barcodes.qr(words.qr_text(facts, shown))
    column = width - 2 * symbol.height
    title = stack(
        (
            *heading(facts.head.title.upper(), style.at(_TITLE_SIZE), column),
            *heading(words.field_line(facts), style, column),
            *heading(words.in_force_line(facts, shown), style, column, Face.REGULAR),
        )
    )
    lowered = stack((gap((symbol.height - title.height) / 2), title))
    # The quiet zone of the QR may lie in the margin, which is as white.
    at_margin = width - symbol.height + barcodes.QR_QUIET
    yield beside((symbol.height, lowered), (at_margin, symbol))
    for line in (words.place_line(office), words.qr_line(facts, shown)):
        yield from paragraph((Run(line),), style.at(_TABLE), width)
    yield gap(0.4 * style.size)


def _cells(number: int, procedure: Procedure, facts: PublicListFacts, table: Table) -> tuple[Cell, ...]:
    cells = (
        (words.line(str(number)),),
        (words.line(procedure.code),),
        words.name(procedure),
        words.papers(procedure),
        words.durations(procedure),
        words.fees(procedure),
        (words.line(procedure.result),),
        (words.line(words.decider(procedure, facts)),),
    )
    return tuple(_cell(lines, column, table) for lines, column in zip(cells, table.columns, strict=True))


def _cell(lines: Sequence[words.Line], column: Column, table: Table) -> Cell:
    width = table.inner(column)
    return tuple(block for line in lines for block in paragraph(line, table.style, width, column.align))


def _caption(facts: PublicListFacts, style: Style, width: float) -> Iterator[Block]:
    caption = dossier_wording.caption(facts.head)
    if caption:
        yield gap(0.4 * style.size)
        yield from paragraph((Run(caption, Face.ITALIC),), style, width, Align.RIGHT)
