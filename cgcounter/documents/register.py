"""Mẫu 06, the register of a field and period (domain facts 4.6): volume by volume a row a dossier, A4 landscape.

Ten thousand rows are drawn one by one, and each page is handed out as it fills.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final

from msgspec import Struct

from cgcounter.documents import dossier_wording
from cgcounter.documents import register_wording as words
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import Flow, Heading, banner, heading_block, numbered_in_passing, running_head
from cgcounter.documents.pages import MM, Block, DrawnPage, Sheet, gap, stack
from cgcounter.documents.tables import Column, Table, TableUnderWay
from cgcounter.documents.typesetting import Align, Run, Style, heading, paragraph
from cgcounter.documents.wording import clock_and_date, place_and_date, short_date
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.forms import RegisterFacts
from cgcounter.domain.offices import Office
from cgcounter.services.ports import Progress

VERSION: Final = 2
# The margins of NĐ 30/2020: the left one is wide enough to bind the sheets into a book.
_SHEET: Final = Sheet.of_mm((297, 210), sides=(30, 15), ends=20)
_BODY: Final = 12.0
_TABLE: Final = 8.5
_TITLE_SIZE: Final = 14.0
_LEADING: Final = 1.25
_TOLD_EVERY: Final = 50  # rows
_RETURN: Final = "Nhận và trả kết quả"


class _Field(Struct, frozen=True):
    """A column of the register: title, width in mm, what it says of a dossier, where, and below which group."""

    title: str
    width: float
    words: Callable[[Dossier, Office], str]
    align: Align = Align.LEFT
    most_lines: int = 0
    group: str = ""


_FIELDS: Final = (
    _Field("TT", 9, lambda dossier, _: words.number(dossier), Align.CENTRE),
    _Field("Mã hồ sơ", 38.5, lambda dossier, _: dossier.code),
    _Field("Tên thủ tục hành chính", 27.5, lambda dossier, _: words.procedure(dossier), most_lines=4),
    _Field("Số lượng hồ sơ (bộ)", 10, lambda dossier, _: str(dossier.sets), Align.CENTRE),
    _Field("Tên cá nhân, tổ chức", 25, lambda dossier, _: dossier.applicant.name),
    _Field("Địa chỉ, số điện thoại", 26.5, lambda dossier, _: words.contact(dossier)),
    _Field("Cơ quan chủ trì giải quyết", 16, words.deciding_body),
    _Field("Nhận hồ sơ", 15.5, lambda dossier, _: short_date(dossier.received_at), Align.CENTRE, 0, _RETURN),
    _Field("Hẹn trả kết quả", 15.5, lambda dossier, _: words.due(dossier), Align.CENTRE, 0, _RETURN),
    _Field("Trả kết quả", 15.5, lambda dossier, _: words.returned_on(dossier), Align.CENTRE, 0, _RETURN),
    _Field("Phương thức nhận kết quả", 14.5, lambda dossier, _: words.channel(dossier), group=_RETURN),
    _Field("Ký nhận", 14, lambda dossier, _: dossier_wording.receiver(dossier), group=_RETURN),
    _Field("Ghi chú", 24.5, lambda dossier, _: words.remarks(dossier)),
)


def draw_register(facts: RegisterFacts, typeface: Typeface, progress: Progress) -> Iterator[DrawnPage]:
    """The pages one after the other; what ``progress`` raises ends them."""
    style = Style(typeface, _BODY, _BODY * _LEADING)
    return numbered_in_passing(_pages(facts, style, progress), _SHEET, style)


def _pages(facts: RegisterFacts, style: Style, progress: Progress) -> Iterator[DrawnPage]:
    flow = Flow(_SHEET, _running_head(facts, style.at(_TABLE)))
    flow.put(*_head(facts, style, flow.width))
    done, total = 0, len(facts.dossiers)
    for volume, dossiers in groupby(facts.dossiers, words.volume):
        flow.space(0.5 * style.leading)
        table = TableUnderWay(_table(volume, style.at(_TABLE)), flow)
        for dossier in dossiers:
            table.add([field.words(dossier, facts.office) for field in _FIELDS])
            done += 1
            if done % _TOLD_EVERY == 0 or done == total:
                progress(done, total)
            yield from flow.full_pages()
    flow.keep(_foot(facts, flow.number, style, flow.width).height)
    flow.put(_foot(facts, flow.number, style, flow.width))
    yield from flow.pages()


def _table(volume: str, style: Style) -> Table:
    columns = (
        Column(field.title, field.width * MM, field.align, field.most_lines, field.group) for field in _FIELDS
    )
    return Table(tuple(columns), style, f"Quyển số: {volume}" if volume else "")


def _head(facts: RegisterFacts, style: Style, width: float) -> Iterator[Block]:
    if facts.reprint:
        yield banner(dossier_wording.reprint(facts.reprint), style, width)
        yield gap(0.4 * style.size)
    office, printed_on = facts.office, facts.printed_at.astimezone(TIME_ZONE).date()
    above = Heading(office.authority, office.office_name, place_and_date(office.place, printed_on))
    yield heading_block(above, style, width)
    yield gap(style.leading)
    yield from heading(facts.head.title.upper(), style.at(_TITLE_SIZE), width)
    for line in (words.field_line(facts.field), words.period_line(facts.first, facts.last)):
        yield from heading(line, style, width, Face.REGULAR)


def _running_head(facts: RegisterFacts, style: Style) -> Block:
    """What ties a further page to its register."""
    parts = (
        facts.head.title,
        words.field_line(facts.field),
        f"{facts.first:%d/%m/%Y} – {facts.last:%d/%m/%Y}",
        facts.office.authority_in_text,
        dossier_wording.reprint(facts.reprint),
    )
    return running_head(parts, style, _SHEET.inner_width)


def _foot(facts: RegisterFacts, pages: int, style: Style, width: float) -> Block:
    """How much there is: no sheet of the book is lost unseen."""
    small, caption = style.at(_TABLE), dossier_wording.caption(facts.head)
    total = words.total_line(len(facts.dossiers), pages)
    printed = f"In lúc {clock_and_date(facts.printed_at)}."
    return stack(
        (
            gap(0.5 * style.leading),
            *paragraph((Run(total, Face.BOLD),), style, width),
            *paragraph((Run(printed, Face.ITALIC),), small, width),
            *(paragraph((Run(caption, Face.ITALIC),), small, width, Align.RIGHT) if caption else ()),
        )
    )
