"""What reaches the paper: composed letters, dots, and symbols on whole printer dots."""

from __future__ import annotations

import tracemalloc

import pytest

from cgcounter.documents.fonts import VIETNAMESE_LETTERS, Face, Typeface
from cgcounter.documents.pages import Block, Boxes, DrawnPage, Mark, Placed, Rule, Text
from cgcounter.documents.painting import pdf_bytes
from cgcounter.documents.raster import page_pictures, page_text


def page_with(mark: Mark, x: float = 0, y: float = 0) -> DrawnPage:
    """A small page with one mark."""
    return DrawnPage(120, 120, (Placed(x, y, Block(10, (mark,))),))


def dark_columns(pdf: bytes, dpi: int, row: int) -> set[int]:
    """The pixels of a row that are black."""
    (picture,) = page_pictures(pdf, dpi)
    start = row * picture.width * 3
    reds = picture.rgb[start : start + picture.width * 3 : 3]
    return {place for place, red in enumerate(reds) if red < 64}


@pytest.mark.parametrize("dpi", [300, 600])
@pytest.mark.parametrize("x", [10.0, 10.1, 33.37])
def test_bars_are_whole_printer_dots(typeface: Typeface, dpi: int, x: float) -> None:
    """Wherever a symbol stands, its bars are black or white at 300 and 600 dpi, never grey."""
    bars = Boxes(0, 0, ((0, 0, 0.96, 50), (1.92, 0, 0.96, 50)))
    pdf = pdf_bytes((page_with(bars, x, 20),), typeface, "t")
    row = 40 * dpi // 72
    (picture,) = page_pictures(pdf, dpi)
    start = row * picture.width * 3
    greys = {shade for shade in picture.rgb[start : start + picture.width * 3] if 4 < shade < 251}
    assert greys == set()
    assert len(dark_columns(pdf, dpi, row)) == 2 * 4 * dpi // 300


def test_marks_are_placed_from_the_upper_left(typeface: Typeface) -> None:
    """A box 20 points from the left and 30 from the top is found there."""
    pdf = pdf_bytes((page_with(Boxes(20, 30, ((0, 0, 10, 10),))),), typeface, "t")
    assert dark_columns(pdf, 72, 35) >= set(range(21, 29))
    assert dark_columns(pdf, 72, 25) == set()
    assert dark_columns(pdf, 72, 45) == set()


def test_a_dotted_line_leaves_white(typeface: Typeface) -> None:
    """Dots to write on, not a line."""
    solid = pdf_bytes((page_with(Rule(10, 50, 90, 50)),), typeface, "t")
    dotted = pdf_bytes((page_with(Rule(10, 50, 90, 50, dotted=True)),), typeface, "t")
    row = 50 * 300 // 72
    assert 0 < len(dark_columns(dotted, 300, row)) < 0.7 * len(dark_columns(solid, 300, row))


def test_vietnamese_is_copied_out_as_it_was_set(typeface: Typeface) -> None:
    """Every letter with its marks comes back from the PDF."""
    words = "Giấy tiếp nhận hồ sơ, Ngưỡng Ẩm, Đặng Quỳnh Ỷ"
    page = DrawnPage(400, 100, (Placed(0, 0, Block(10, (Text(5, 50, words, Face.BOLD, 12),))),))
    assert page_text(pdf_bytes((page,), typeface, "t")) == (words,)


def test_texts_stand_where_they_were_placed(typeface: Typeface) -> None:
    """The box of a text begins at its x, and its baseline is at its y, counted from the top."""
    text = Text(20, 30, "HH", Face.REGULAR, 20)
    found = dark_columns(pdf_bytes((page_with(text, 10, 15),), typeface, "t"), 72, 44)
    assert min(found) == pytest.approx(30, abs=2)
    width = typeface.width("HH", Face.REGULAR, 20)
    assert max(found) == pytest.approx(30 + width, abs=3)
    assert dark_columns(pdf_bytes((page_with(text, 10, 15),), typeface, "t"), 72, 46) == set()


def test_letters_of_all_subsets_are_set(typeface: Typeface) -> None:
    """More letters than one subset of a font holds come back in order, each of them."""
    letters = "".join(sorted(VIETNAMESE_LETTERS))
    words = letters + "".join(chr(code) for code in range(0x391, 0x3C9) if chr(code).isalpha()) + letters
    lines = [words[start : start + 40] for start in range(0, len(words), 40)]
    marks = tuple(Text(5, 20 + 14 * number, line, Face.REGULAR, 8) for number, line in enumerate(lines))
    page = DrawnPage(600, 300, (Placed(0, 0, Block(10, marks)),))
    (text,) = page_text(pdf_bytes((page,), typeface, "t"))
    assert text.splitlines() == lines


def test_a_long_form_is_not_held_uncompressed(typeface: Typeface) -> None:
    """The commands of a thousand full pages would take some 15 MB; what is kept of them is their compressed form."""
    words = "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất"
    texts = Block(10, tuple(Text(5, 8 * number, words, Face.REGULAR, 8) for number in range(70)))
    pages = (DrawnPage(600, 800, (Placed(0, number / 100, texts),)) for number in range(1000))
    pdf_bytes((page_with(texts.marks[0]),), typeface, "t")
    tracemalloc.start()
    try:
        pdf_bytes(pages, typeface, "t")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10_000_000
