"""The receipt as PDF beside the same texts at the same places by the bare paper engine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from typing import Final

from cgcounter.app import places
from cgcounter.app.benchmark.measuring import interleaved, timed_each
from cgcounter.app.benchmark.results import Goal, Row
from cgcounter.app.benchmark.workshop import Site, Workshop
from cgcounter.app.demo.office import OFFICE
from cgcounter.documents.fonts import Typeface, first_typeface, packaged_family, system_families
from cgcounter.documents.pages import DrawnPage, Text
from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.receipt import draw_receipt
from cgcounter.domain.forms import ReceiptFacts

_RECEIPTS: Final = 5


def measure(workshop: Workshop) -> Row:
    """Receipts of several procedures; fonts and engine are loaded before."""
    site = workshop.new_site(_RECEIPTS)
    fonts = places.resources() / "fonts"
    forms = PdfForms(fonts)
    typeface = first_typeface((*system_families(), packaged_family(fonts)))
    receipts = receipts_of(site)
    ours = [partial(forms.render, facts) for facts in receipts]
    bare = [partial(draw_texts, draw_receipt(facts, typeface), typeface) for facts in receipts]
    rounds = interleaved(lambda: timed_each(ours), lambda: timed_each(bare), rounds=workshop.sizes.rounds)
    return Row.of("receipt", rounds, Goal(ratio=1.2), typeface=typeface.family)


def receipts_of(site: Site) -> list[ReceiptFacts]:
    cases = site.office.cases
    found = [cases.find_dossiers(known.code).lines[0] for known in site.filling.known]
    return [ReceiptFacts(OFFICE, cases.open_dossier(line.id), site.clerk.name) for line in found]


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
