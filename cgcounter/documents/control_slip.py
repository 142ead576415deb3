"""Mẫu 05, the control slip: a row a hand-over with both times, both signatures and whether it was in time (4.5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cgcounter.documents import control_slip_wording as words
from cgcounter.documents import dossier_wording
from cgcounter.documents.control_slip_wording import Step
from cgcounter.documents.dossier_paper import Copy, DossierPaper, draw_copies
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import Flow
from cgcounter.documents.pages import MM, Block, DrawnPage, Rule, beside, gap, shifted, stack
from cgcounter.documents.tables import Cell, Column, Table, TableUnderWay
from cgcounter.documents.typesetting import Align, Run, Style, heading, paragraph, tied
from cgcounter.domain.forms import DossierFormFacts

VERSION: Final = 3
_COLUMNS: Final = (
    ("TÊN CƠ QUAN", 0.13, Align.LEFT),
    ("THỜI GIAN GIAO, NHẬN HỒ SƠ", 0.57, Align.LEFT),
    (f"KẾT QUẢ GIẢI QUYẾT {tied('HỒ SƠ')} (Trước hạn/ đúng hạn/ quá hạn)", 0.15, Align.CENTRE),
    ("GHI CHÚ", 0.15, Align.LEFT),
)
_SIGNERS: Final = ("Người giao", "Người nhận")
_ROOM_TO_SIGN: Final = 8 * MM


def draw_control_slip(facts: DossierFormFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """The slip; one copy, kept with the papers of the dossier."""
    register = facts.dossier.register
    number = dossier_wording.number_line(register.number if register else 0, facts.office.register_symbol)
    paper = DossierPaper.of(facts, number=number, dated=facts.printed_at)

    def put_body(copy: Copy, flow: Flow) -> None:
        flow.put(*copy.field("Cơ quan (bộ phận) giải quyết hồ sơ:", facts.office.authority_in_text))
        flow.put(*copy.field("Cơ quan phối hợp giải quyết hồ sơ:", words.helping_bodies(facts.dossier)))
        flow.space(0.4 * copy.style.size)
        _put_steps(flow, words.steps_of(facts), copy.small)
        flow.put(copy.foot(gap(0)))

    return draw_copies(paper, typeface, dossier_wording.ONE_COPY, put_body)


def _put_steps(flow: Flow, steps: Iterable[Step], style: Style) -> None:
    columns = (Column(title, share * flow.width, align) for title, share, align in _COLUMNS)
    table = Table(tuple(columns), style)
    under_way = TableUnderWay(table, flow)
    for step in steps:
        under_way.add_cells(_cells(step, table, flow.sheet.inner_height / 2))


def _cells(step: Step, table: Table, most: float) -> tuple[Cell, ...]:
    body, times, verdict, remarks = table.columns
    texts = tuple(block for remark in step.remarks for block in table.cell(remark, remarks))
    beside_it = (table.cell(step.body, body), texts)
    tallest = min(max(sum(block.height for block in cell) for cell in beside_it), most)
    return (
        beside_it[0],
        (_times(step, table, table.inner(times), tallest),),
        table.cell(step.verdict, verdict),
        texts,
    )


def _times(step: Step, table: Table, width: float, height: float) -> Block:
    """Both times, and below them the two signature cells, which fill the height of the row."""
    style, padding = table.style, table.padding
    times = stack(
        block
        for label, at in (("1. Giao:", step.handed_at), ("2. Nhận:", step.taken_at))
        for block in paragraph((Run(words.time_line(label, at)),), style, width)
    )
    edge = times.height + padding / 2
    cells = _signatures(step, style, width, height - edge)
    rules = (
        Rule(-padding, edge, width + padding, edge),
        Rule(width / 2, edge, width / 2, edge + cells.height + padding / 2),
    )
    return Block(edge + cells.height, (*times.marks, *shifted(cells, dy=edge), *rules))


def _signatures(step: Step, style: Style, width: float, height: float) -> Block:
    half = width / 2
    names = [heading(name, style, half) if name else () for name in (step.handed_by, step.taken_by)]
    named = max(sum(block.height for block in name) for name in names)
    room = max(_ROOM_TO_SIGN, height - named - style.leading)
    cells = [
        stack((*heading(signer, style, half, Face.ITALIC), gap(room), *name))
        for signer, name in zip(_SIGNERS, names, strict=True)
    ]
    return beside((0, cells[0]), (half, cells[1]))
