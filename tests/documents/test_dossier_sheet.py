"""What all forms about one dossier share."""

from __future__ import annotations

import pytest

from cgcounter.documents.dossier_sheet import (
    CodedTitle,
    Symbols,
    caption,
    measures_of,
    reprint_banner,
    reprint_words,
    running_head,
)
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.pages import Block, Boxes, Text
from cgcounter.documents.typesetting import Style
from cgcounter.domain.forms import FormHead, PaperSize

WIDTH = 350.0


@pytest.fixture
def style(typeface: Typeface) -> Style:
    """The body of A5."""
    return Style(typeface, 10, 12.5)


def texts_of(block: Block) -> list[Text]:
    """The texts of a block in the order they were drawn."""
    return [mark for mark in block.marks if isinstance(mark, Text)]


def test_the_caption_names_the_circular(style: Style) -> None:
    """Number in two figures and circular, at the right margin."""
    (line,) = caption(FormHead("Phiếu", 5, "Thông tư số 01/2018/TT-VPCP"), style, WIDTH)
    (text,) = texts_of(line)
    assert text.text == "Mẫu số 05 – Thông tư số 01/2018/TT-VPCP"
    assert text.x + style.width(text.text, Face.ITALIC) == pytest.approx(WIDTH)


def test_no_caption_without_a_circular(style: Style) -> None:
    """A form of a set that is not confirmed, or of the office itself, cites nothing."""
    assert caption(FormHead("Phiếu", 6), style, WIDTH) == ()


def test_a_reprint_says_so_in_a_frame(style: Style) -> None:
    """The first print bears nothing, the n-th reprint its number."""
    assert list(reprint_banner(0, style, WIDTH)) == []
    assert reprint_words(0) == ""
    frame, _ = reprint_banner(2, style, WIDTH)
    assert [text.text for text in texts_of(frame)] == ["BẢN IN LẠI 2"]


def test_the_title_keeps_clear_of_the_symbols(style: Style) -> None:
    """A long title wraps beside the QR; both symbols and the readable code stand below one another."""
    symbols = Symbols.of("000.12.30.H23-220310-1001")
    title = CodedTitle(("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",), symbols, "(Liên 1: Lưu)")
    block = title.block(style, 12, WIDTH)
    lines = [text for text in texts_of(block) if text.size == 12]
    square = max(mark.x for mark in block.marks if isinstance(mark, Boxes))
    assert "".join(line.text for line in lines).startswith("PHIẾU KIỂM SOÁT")
    assert max(line.x + style.at(12).width(line.text, Face.BOLD) for line in lines) < square
    readable = "".join(text.text for text in texts_of(block) if text.size == 10)
    assert readable == "Mã hồ sơ: 000.12.30.H23-220310-1001 (Liên 1: Lưu)"


def test_a_running_head_joins_what_there_is(style: Style) -> None:
    """Empty parts leave no trace."""
    block = running_head(("Mã hồ sơ: 1001", "", "BẢN IN LẠI 1"), style, WIDTH)
    assert [text.text for text in texts_of(block)] == ["Mã hồ sơ: 1001 – BẢN IN LẠI 1"]


@pytest.mark.parametrize(
    ("size", "width"), [(PaperSize.A5, 148), (PaperSize.A4_TWO_UP, 148), (PaperSize.A4, 210)]
)
def test_a_copy_is_measured_by_its_sheet(size: PaperSize, width: int) -> None:
    """Two-up carries copies of A5."""
    assert round(measures_of(size).sheet.width / 72 * 25.4) == width
