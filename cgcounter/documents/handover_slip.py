"""Phiếu bàn giao hồ sơ: the dossiers that one unit hands to another in one go, signed by both; A4."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cgcounter.documents import dossier_wording
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import (
    Flow,
    Heading,
    Signature,
    banner,
    heading_block,
    numbered,
    running_head,
    signatures,
)
from cgcounter.documents.pages import MM, Block, DrawnPage, Sheet, gap, stack
from cgcounter.documents.tables import Column, Table
from cgcounter.documents.typesetting import Align, Run, Style, heading, labelled, paragraph
from cgcounter.documents.wording import clock_and_date, counted, place_and_date, short_time
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.forms import HandoverSlipFacts
from cgcounter.domain.particulars import PaperSource, Submission

VERSION: Final = 3
_SHEET: Final = Sheet.of_mm((210, 297), sides=(30, 15), ends=20)
_BODY: Final = 13.0
_HEADING: Final = 12.0
_TABLE: Final = 10.0
_TITLE_SIZE: Final = 14.0
_LEADING: Final = 1.25
_NO_DUE_TIME: Final = "không hẹn"
_TO_BE_WRITTEN: Final = "…… giờ …… phút, ngày …… tháng …… năm ………"

_COLUMNS: Final = (
    Column("TT", 8 * MM, Align.CENTRE),
    Column("Mã hồ sơ", 45.5 * MM),
    Column("Chủ hồ sơ", 30 * MM),
    Column("Thủ tục", 34.5 * MM, most_lines=4),
    Column("Hẹn trả", 20 * MM, Align.CENTRE),
    Column("Số giấy tờ, ghi chú", 27 * MM),
)


def draw_handover_slip(facts: HandoverSlipFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """The slip, as many pages as its dossiers take."""
    style = Style(typeface, _BODY, _BODY * _LEADING)
    small = style.at(_TABLE)
    reprint = dossier_wording.reprint(facts.reprint)
    parts = (facts.head.title, f"Bên nhận: {facts.unit_name}", short_time(facts.handed_at), reprint)
    flow = Flow(_SHEET, running_head(parts, small, _SHEET.inner_width))
    flow.put(*_head(facts, style, flow.width))
    flow.put(*_particulars(facts, style, flow.width))
    Table(_COLUMNS, small).put(flow, (_row(*pair) for pair in enumerate(facts.dossiers, 1)))
    flow.put(_foot(facts, style, flow.width))
    return numbered(flow.pages(), _SHEET, style)


def _head(facts: HandoverSlipFacts, style: Style, width: float) -> Iterator[Block]:
    if facts.reprint:
        yield banner(dossier_wording.reprint(facts.reprint), style, width)
        yield gap(0.4 * style.size)
    office, handed_on = facts.office, facts.handed_at.astimezone(TIME_ZONE).date()
    above = Heading(office.authority, office.office_name, place_and_date(office.place, handed_on))
    yield heading_block(above, style.at(_HEADING), width)
    yield gap(style.leading)
    yield from heading(facts.head.title.upper(), style.at(_TITLE_SIZE), width)
    yield gap(0.5 * style.leading)


def _particulars(facts: HandoverSlipFacts, style: Style, width: float) -> Iterator[Block]:
    fields = (
        ("Bên giao:", f"{facts.office.office_name_in_text}, {facts.office.authority_in_text}"),
        ("Bên nhận:", facts.unit_name),
        ("Thời gian giao:", clock_and_date(facts.handed_at)),
        ("Hình thức giao:", "điện tử" if facts.electronic else "bản giấy"),
        ("Số hồ sơ:", f"{len(facts.dossiers):02d}"),
    )
    for label, value in fields:
        yield from labelled(label, value, style, width)
    yield gap(0.4 * style.size)


def _row(number: int, dossier: Dossier) -> tuple[str, ...]:
    return (
        str(number),
        dossier.code,
        dossier.applicant.name,
        f"{dossier.procedure.code} {dossier.procedure.name}",
        short_time(dossier.due_at) or _NO_DUE_TIME,
        _remarks(dossier),
    )


def _remarks(dossier: Dossier) -> str:
    """The papers that go along, the time that the unit has, and what was noted at the hand-over."""
    leg = dossier.paper_leg or dossier.leg
    due = f"xử lý trước {short_time(leg.due_at)}" if leg and leg.due_at else ""
    parts = (_papers(dossier), dossier_wording.spared_papers(dossier), due, leg.note if leg else "")
    return "; ".join(part for part in parts if part)


def _papers(dossier: Dossier) -> str:
    handed_in = [
        paper
        for paper in dossier.papers
        if paper.submission is Submission.YES and paper.source is PaperSource.NEW
    ]
    originals = sum(paper.originals for paper in handed_in)
    copies = sum(paper.copies for paper in handed_in)
    return counted(originals, copies) or "Không có giấy tờ"


def _foot(facts: HandoverSlipFacts, style: Style, width: float) -> Block:
    """When it was taken, and by whom: written by the hand of the other side."""
    both = signatures(Signature("NGƯỜI GIAO", facts.handed_by), Signature("NGƯỜI NHẬN"), style, width)
    taken = paragraph((Run("Thời gian nhận:"), Run(_TO_BE_WRITTEN)), style, width)
    caption = dossier_wording.caption(facts.head)
    return stack(
        (
            gap(0.4 * style.size),
            *taken,
            gap(0.6 * style.leading),
            both,
            *(
                paragraph((Run(caption, Face.ITALIC),), style.at(_TABLE), width, Align.RIGHT)
                if caption
                else ()
            ),
        )
    )
