"""The receipt as PDF beside the same texts at the same places by the bare paper engine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from itertools import islice
from typing import Final

from cgcounter.app import places
from cgcounter.app.benchmark.measuring import Durations, interleaved, timed_each
from cgcounter.app.benchmark.results import Goal, Row
from cgcounter.app.benchmark.workshop import Site, Workshop
from cgcounter.app.demo.office import OFFICE
from cgcounter.documents.fonts import Typeface, first_typeface, packaged_family, system_families
from cgcounter.documents.pages import DrawnPage, Text
from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.receipt import draw_receipt
from cgcounter.domain.forms import ReceiptFacts

_A_ROUND: Final = 5


def measure(workshop: Workshop) -> Row:
    """Receipts of several procedures, each printed for the first time; fonts and engine are loaded before."""
    rounds = workshop.sizes.rounds
    site = workshop.new_site(_A_ROUND * (rounds + 1))
    printer = _Printer(receipts_of(site))
    taken = interleaved(printer.take, printer.take_bare, rounds=rounds)
    return Row.of("receipt", taken, Goal(ratio=1.2), typeface=printer.typeface.family)


def receipts_of(site: Site) -> list[ReceiptFacts]:
    """The receipts of the dossiers that are known of a filled office."""
    cases = site.office.cases
    found = [cases.find_dossiers(known.code).lines[0] for known in site.filling.known]
    return [ReceiptFacts(OFFICE, cases.open_dossier(line.id), site.clerk.name) for line in found]


class _Printer:
    """Renders some receipts in a round, and then draws their texts alone."""

    def __init__(self, receipts: Sequence[ReceiptFacts]) -> None:
        fonts = places.resources() / "fonts"
        self.typeface = first_typeface((*system_families(), packaged_family(fonts)))
        self._forms = PdfForms(fonts)
        self._waiting = iter(receipts)
        self._last: list[ReceiptFacts] = []

    def take(self) -> Durations:
        self._last = list(islice(self._waiting, _A_ROUND))
        return timed_each([partial(self._forms.render, facts) for facts in self._last])

    def take_bare(self) -> Durations:
        drawn = [draw_receipt(facts, self.typeface) for facts in self._last]
        return timed_each([partial(draw_texts, pages, self.typeface) for pages in drawn])


def draw_texts(pages: Sequence[DrawnPage], typeface: Typeface) -> bytes:
    """The texts of pages and nothing else, without any layout: the least that these glyphs cost."""
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for placed in page.placed:
            for mark in placed.block.marks:
                if isinstance(mark, Text):
                    canvas.setFont(typeface.engine_name(mark.face), mark.size)
                    canvas.drawString(placed.x + mark.x, page.height - placed.y - mark.y, mark.text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
