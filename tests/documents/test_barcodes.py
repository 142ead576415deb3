"""The symbols: their measures are those of domain facts 5.2."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cgcounter.documents.barcodes import CODE_128_MODULE, QR_MODULE, QR_QUIET, ScreenSymbols, code_128, qr
from cgcounter.documents.pages import Block, Boxes
from cgcounter.domain.trial_codes import SymbolKind
from tests.documents.facts import CODE

MM = 72 / 25.4


def boxes_of(block: Block) -> Boxes:
    """The one shape of a symbol."""
    (mark,) = block.marks
    assert isinstance(mark, Boxes)
    return mark


def test_modules_are_wide_enough_and_whole_dots() -> None:
    """X is at least 0.33 mm, a QR module 0.4 mm, both whole dots at 300 dpi."""
    assert CODE_128_MODULE >= 0.33 * MM
    assert QR_MODULE >= 0.4 * MM
    assert pytest.approx(4 * 72 / 300) == CODE_128_MODULE
    assert pytest.approx(6 * 72 / 300) == QR_MODULE


def test_the_full_code_takes_288_modules() -> None:
    """25 characters, figures paired: 288 modules (domain facts 5.2), 97.5 mm at 4 dots."""
    width, _ = code_128(CODE)
    assert width == pytest.approx(288 * 4 * 72 / 300)


def test_bars_are_high_enough() -> None:
    """The height is 15 % of the length, and never less than 6.35 mm."""
    width, bars = code_128(CODE)
    assert bars.height == pytest.approx(0.15 * width)
    assert {box[3] for box in boxes_of(bars).boxes} == {bars.height}
    assert code_128("1")[1].height == pytest.approx(6.35 * MM)


def test_bars_are_drawn_as_runs() -> None:
    """Neighbouring dark modules are one box: no hairline parts them, and no two boxes touch."""
    boxes = boxes_of(code_128(CODE)[1]).boxes
    assert all(
        left + width < following - 0.5 * CODE_128_MODULE
        for (left, _, width, _), (following, *_) in pairwise(boxes)
    )


def test_the_qr_has_four_modules_of_quiet_on_each_side() -> None:
    """25 modules and twice four: the shape begins four modules in, and the block ends four after it."""
    symbol = qr(CODE)
    shape = boxes_of(symbol)
    assert (shape.x, shape.y) == (QR_QUIET, QR_QUIET) == (4 * QR_MODULE, 4 * QR_MODULE)
    assert symbol.height == pytest.approx(33 * QR_MODULE)
    assert max(left + width for left, _, width, _ in shape.boxes) == pytest.approx(25 * QR_MODULE)
    assert max(top + height for _, top, _, height in shape.boxes) == pytest.approx(25 * QR_MODULE)


@pytest.mark.parametrize("kind", SymbolKind)
def test_the_screen_bears_the_modules_of_the_paper(kind: SymbolKind) -> None:
    """What is shown is what would be printed: as many dark modules, in rows of one length."""
    block = code_128(CODE)[1] if kind is SymbolKind.CODE_128 else qr(CODE)
    module = CODE_128_MODULE if kind is SymbolKind.CODE_128 else QR_MODULE
    rows = ScreenSymbols().draw(CODE, kind).rows
    dark = sum(width for _, _, width, _ in boxes_of(block).boxes) / module
    assert sum(row.count("1") for row in rows) == pytest.approx(dark)
    assert {len(row) for row in rows} == {288 if kind is SymbolKind.CODE_128 else 25}
    assert set("".join(rows)) == {"0", "1"}
