"""The receipt's baseline shows the same texts."""

from __future__ import annotations

from pathlib import Path

from cgcounter.app.benchmark.receipt import draw_texts, receipts_of
from cgcounter.app.benchmark.workshop import Workshop
from cgcounter.documents.fonts import first_typeface, packaged_family
from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.documents.receipt import draw_receipt


def test_the_bare_page_reads_like_the_receipt(workshop: Workshop, resources: Path) -> None:
    """The same words at the same places: a reader copies the same text out of both."""
    facts = receipts_of(workshop.new_site(2))[1]
    family = packaged_family(resources / "fonts")
    typeface = first_typeface([family])
    bare = draw_texts(draw_receipt(facts, typeface), typeface)
    ours = PdfForms(resources / "fonts", families=()).render(facts)
    assert page_text(bare) == page_text(ours)
    assert facts.dossier.code in page_text(bare)[0]
