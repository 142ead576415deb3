"""Trang in thử: what shows on paper whether a printer keeps size, edges, letters and codes; one page of its sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cgcounter.documents import barcodes
from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.layout import side_by_side
from cgcounter.documents.pages import MM, Block, DrawnPage, Placed, Rule, Sheet, Text, beside, gap, stack
from cgcounter.documents.typesetting import Align, Run, Style, heading, paragraph
from cgcounter.documents.wording import clock_and_date
from cgcounter.domain.forms import PaperSize, PrintTestFacts
from cgcounter.domain.trial_codes import SymbolKind, trial_code

VERSION: Final = 1
TITLE: Final = "Trang in thử"
RULER_MM: Final = 100

_A5: Final = Sheet.of_mm((148, 210), sides=(15, 15), ends=14)
_A4: Final = Sheet.of_mm((210, 297), sides=(25, 25), ends=24)
_BODY: Final = 11.0
_TITLE_SIZE: Final = 16.0
_TICK_SIZE: Final = 8.0
_LEADING: Final = 1.25
_EDGE: Final = 8 * MM  # receipts keep 10 mm white; most printers cannot reach the last 4 to 6
_TICKS: Final = ((10, 4.0), (5, 3.0), (1, 1.8))  # every so many mm, so many mm high

_SIZES: Final = {
    PaperSize.A5: "A5",
    PaperSize.A4: "A4",
    PaperSize.A4_TWO_UP: "A4 ngang, hai liên trên một tờ",
}
_TO_A_FILE: Final = "in ra tệp PDF"
_EDGES: Final = "1. Khung quanh trang phải thấy đủ bốn cạnh; tờ giấy này chỉ có một trang."
_RULER: Final = (
    "2. Đo thước dưới đây: từ vạch 0 đến vạch 100 phải đúng 100 mm. Nếu không, tắt co giãn của máy in."
)
_LETTERS: Final = "3. Mọi chữ phải đủ dấu:"
_ALPHABET: Final = "Ă Â Đ Ê Ô Ơ Ư – Ắ Ầ Ế Ố Ờ Ự – ẳ ẫ ễ ổ ỡ ữ ỹ ỵ"
_CODES: Final = "4. Quét hai mã dưới đây vào ô thử trên màn hình."


def draw_print_test(facts: PrintTestFacts, typeface: Typeface) -> tuple[DrawnPage, ...]:
    """The page; two of them side by side on the sheet that carries two copies."""
    sheet = _A4 if facts.size is PaperSize.A4 else _A5
    style = Style(typeface, _BODY, _BODY * _LEADING)
    body = stack(_blocks(facts, style, sheet.inner_width))
    placed = (Placed(sheet.left, sheet.top, body), Placed(0, 0, _frame(sheet)))
    pages = (DrawnPage(sheet.width, sheet.height, placed),)
    return side_by_side(pages, pages, _A4.height) if facts.size is PaperSize.A4_TWO_UP else pages


def _frame(sheet: Sheet) -> Block:
    right, bottom = sheet.width - _EDGE, sheet.height - _EDGE
    corners = ((_EDGE, _EDGE), (right, _EDGE), (right, bottom), (_EDGE, bottom))
    sides = zip(corners, (*corners[1:], corners[0]), strict=True)
    return Block(sheet.height, tuple(Rule(*start, *end, width=0.5) for start, end in sides))


def _blocks(facts: PrintTestFacts, style: Style, width: float) -> Iterator[Block]:
    yield from heading(TITLE.upper(), style.at(_TITLE_SIZE), width)
    where = f"Máy in: {facts.printer or _TO_A_FILE} – Khổ giấy: {_SIZES[facts.size]}"
    for line in (where, f"In lúc {clock_and_date(facts.printed_at)}"):
        yield from heading(line, style, width, Face.REGULAR)
    yield gap(style.leading)
    yield from paragraph((Run(_EDGES),), style, width)
    yield gap(0.6 * style.leading)
    yield from paragraph((Run(_RULER),), style, width)
    yield gap(0.4 * style.leading)
    yield _in_middle(_ruler(style.at(_TICK_SIZE)), RULER_MM * MM, width)
    yield gap(0.6 * style.leading)
    yield from paragraph((Run(_LETTERS),), style, width)
    for face in (Face.REGULAR, Face.BOLD, Face.ITALIC):
        yield from heading(_ALPHABET, style, width, face)
    yield gap(0.6 * style.leading)
    yield from paragraph((Run(_CODES),), style, width)
    yield gap(style.leading)
    yield from _codes(facts.size, style, width)


def _ruler(style: Style) -> Block:
    """A line with ticks, each tenth numbered."""
    height = _TICKS[0][1] * MM
    ticks = (_tick(at, height) for at in range(RULER_MM + 1))
    numbers = (_number(at, height + style.leading, style) for at in range(0, RULER_MM + 1, 10))
    return Block(height + 1.2 * style.leading, (Rule(0, height, RULER_MM * MM, height), *ticks, *numbers))


def _tick(at: int, height: float) -> Rule:
    length = next(high for every, high in _TICKS if at % every == 0) * MM
    return Rule(at * MM, height - length, at * MM, height, width=0.3)


def _number(at: int, baseline: float, style: Style) -> Text:
    words = str(at)
    return Text(at * MM - style.width(words) / 2, baseline, words, Face.REGULAR, style.size)


def _codes(size: PaperSize, style: Style, width: float) -> Iterator[Block]:
    """Both symbols as the receipt prints them, each with what it holds below it."""
    bars, square = (trial_code(size, kind) for kind in SymbolKind)
    length, block = barcodes.code_128(bars)
    yield _in_middle(block, length, width)
    yield from _readable(bars, style, width)
    yield gap(style.leading)
    symbol = barcodes.qr(square)
    yield _in_middle(symbol, symbol.height, width)
    yield from _readable(square, style, width)


def _readable(code: str, style: Style, width: float) -> tuple[Block, ...]:
    return (gap(0.2 * style.leading), *paragraph((Run(code),), style, width, Align.CENTRE))


def _in_middle(block: Block, length: float, width: float) -> Block:
    return beside(((width - length) / 2, block))
