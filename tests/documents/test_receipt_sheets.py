"""The receipt under the ruler and the scanner: sheets, margins, overlaps, symbols that read back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PIL import Image

from cgcounter.documents.fonts import Typeface
from cgcounter.documents.pages import Boxes, DrawnPage, Text
from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import page_text
from cgcounter.documents.receipt import draw_receipt
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.forms import PaperSize, ReceiptFacts
from cgcounter.domain.offices import Office
from tests.documents.facts import (
    CODE,
    DOSSIER,
    LONG,
    OFFICE,
    RECEIPT,
    many_papers,
    with_dossier,
)
from tests.documents.reading import MM, askew, blurred, measured, overlaps, pictures, scanned

BOTH = [("Code 128", "000.12.30.H23-220310-1001"), ("QR Code", "000.12.30.H23-220310-1001")]


@pytest.mark.parametrize(
    ("size", "sheets"),
    [
        (PaperSize.A5, [(148, 210), (148, 210)]),
        (PaperSize.A4, [(210, 297), (210, 297)]),
        (PaperSize.A4_TWO_UP, [(297, 210)]),
    ],
)
def test_sheets(forms: PdfForms, size: PaperSize, sheets: list[tuple[int, int]]) -> None:
    """A5 and A4 are a page a copy; two-up puts both A5 copies on one A4 sheet."""
    pages = measured(forms.render(replace(RECEIPT, size=size)))
    assert [(round(page.width / MM), round(page.height / MM)) for page in pages] == sheets


def test_a_full_receipt_is_set_smaller_before_it_takes_a_second_page(typeface: Typeface) -> None:
    """Short forms are set in larger type, full ones in smaller; what needs two pages anyway reads well again."""
    found = []
    for count in (0, 4, 25):
        pages = draw_receipt(with_dossier(papers=many_papers(count)), typeface)
        found.append((len(pages) > 2, size_of(pages[0], "Tiếp nhận hồ sơ của: ")))
    assert found == [(False, 10.5), (False, 9), (True, 10)]


def size_of(page: DrawnPage, text: str) -> float:
    """The type size of a text on a page."""
    (size,) = (
        mark.size
        for placed in page.placed
        for mark in placed.block.marks
        if isinstance(mark, Text) and mark.text == text
    )
    return size


EVERY_SHEET = [
    pytest.param(replace(facts, size=size, reprint=reprint), id=f"{name} {size} {reprint}")
    for name, facts in (("plain", RECEIPT), ("long", LONG))
    for size in PaperSize
    for reprint in (0, 3)
]


@pytest.mark.parametrize("facts", EVERY_SHEET)
def test_nothing_stands_on_something_else(forms: PdfForms, facts: ReceiptFacts) -> None:
    """No text overlaps another one on any page."""
    assert [overlaps(page) for page in measured(forms.render(facts)) if overlaps(page)] == []


@pytest.mark.parametrize("facts", EVERY_SHEET)
def test_nothing_stands_in_the_margins(forms: PdfForms, facts: ReceiptFacts) -> None:
    """Text keeps the margins at the sides; above and below only page numbers enter them, 5 mm from the edge."""
    left, right = (30, 15) if facts.size is PaperSize.A4 else (15, 10)
    for page in measured(forms.render(facts)):
        width = page.width / 2 if facts.size is PaperSize.A4_TWO_UP else page.width
        for text in page.texts:
            offset = width if text.left > width else 0
            assert text.left - offset >= left * MM - 1
            assert text.right - offset <= width - right * MM + 1
            assert text.top >= 5 * MM
            assert text.bottom <= page.height - 5 * MM


@pytest.mark.parametrize("facts", [RECEIPT, LONG])
def test_the_text_is_composed(forms: PdfForms, facts: ReceiptFacts) -> None:
    """What is copied out of the paper is NFC."""
    text = "".join(page_text(forms.render(facts)))
    assert unicodedata.is_normalized("NFC", text)


def test_decomposed_facts_print_composed(forms: PdfForms) -> None:
    """Facts that slipped in decomposed give the same bytes as composed ones."""
    name = unicodedata.normalize("NFD", "Nguyễn Thị Đỗ Quyên Phượng")
    decomposed = with_dossier(applicant=replace(DOSSIER.applicant, name=name))
    assert forms.render(decomposed) == forms.render(RECEIPT)


def unchanged(picture: Image.Image) -> Image.Image:
    """As it left the printer."""
    return picture


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize(
    ("dpi", "seen"),
    [(150, unchanged), (200, unchanged), (200, blurred), (200, askew), (300, unchanged), (300, blurred)],
)
def test_both_symbols_are_read_back(
    forms: PdfForms, size: PaperSize, dpi: int, seen: Callable[[Image.Image], Image.Image]
) -> None:
    """A scanner reads the full code from Code 128 and QR of each copy (ux, section 12)."""
    pages = pictures(forms.render(replace(RECEIPT, size=size)), dpi)
    copies = 2 if size is PaperSize.A4_TWO_UP else 1
    for page in pages:
        assert scanned(seen(page)) == sorted(BOTH * copies)


def test_the_symbols_stand_on_the_first_page_of_each_copy(forms: PdfForms) -> None:
    """Of a long receipt the first page is scanned, and only it bears symbols."""
    found = [scanned(page) for page in pictures(forms.render(LONG), 200)]
    half = len(found) // 2
    assert found[:half] == found[half:] == [BOTH] + [[]] * (half - 1)


@pytest.mark.parametrize(
    "agency", ["H23", "H23.12", "H23.12.05", "000.12.30.H23", "H23.1.2.3.4", "H23.123.123.123.123"]
)
def test_codes_of_every_shape_are_read_back(forms: PdfForms, agency: str) -> None:
    """Old and new agency codes fit the sheet, the longest too (5.1)."""
    code = f"{agency}-220310-1001"
    (first, _) = pictures(forms.render(with_dossier(code=code)), 200)
    assert scanned(first) == [("Code 128", code), ("QR Code", code)]


@pytest.mark.parametrize("size", list(PaperSize))
def test_the_bars_have_their_quiet_zone(typeface: Typeface, size: PaperSize) -> None:
    """6.35 mm on both sides of the Code 128 are white, or the margin (5.2)."""
    page = draw_receipt(replace(RECEIPT, size=size), typeface)[0]
    shapes = [
        (placed.x + mark.x, placed.y + mark.y, mark)
        for placed in page.placed
        for mark in placed.block.marks
        if isinstance(mark, Boxes)
    ]
    left, top, bars = next(shape for shape in shapes if len({box[1] for box in shape[2].boxes}) == 1)
    right = left + max(box[0] + box[2] for box in bars.boxes)
    bottom = top + bars.boxes[0][3]
    beside = [
        (placed.x + mark.x, placed.y + mark.y)
        for placed in page.placed
        for mark in placed.block.marks
        if isinstance(mark, Text) and top <= placed.y + mark.y <= bottom + mark.size / 2
    ]
    near = [x for x, _ in beside if left - 6.35 * MM < x < right + 6.35 * MM]
    assert near == []
    assert left >= 6.35 * MM
    assert page.width - right >= 6.35 * MM or size is PaperSize.A4_TWO_UP


def test_the_readable_code_is_always_there(forms: PdfForms) -> None:
    """Of a code too long for bars that scanners read, the QR remains, and what people read."""
    code = "X23.123.123.123.123-220310-10011" + "-TRIAL" * 4
    pdf = forms.render(with_dossier(code=code))
    assert code in page_text(pdf)[0].replace("\n", "")
    assert scanned(pictures(pdf, 200)[0]) == [("QR Code", code)]


@pytest.mark.parametrize("name", ["", "Y Nhôm", "K'Brểh", "A" * 300, "Ẩ " * 200, "\U0001f600", "漢字"])
def test_no_name_breaks_the_form(forms: PdfForms, name: str) -> None:
    """Empty, endless and foreign names all give paper."""
    dossier: Dossier = replace(DOSSIER, applicant=replace(DOSSIER.applicant, name=name))
    office: Office = replace(OFFICE, place=name or "Cao An")
    pdf = forms.render(replace(RECEIPT, dossier=dossier, office=office))
    assert CODE in page_text(pdf)[0]
