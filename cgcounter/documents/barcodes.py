"""The machine-readable marks of a paper: Code 128 and QR of the same text, as boxes on whole printer dots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from cgcounter.documents.pages import DOT, MM, Block, Box, Boxes

# Bars are whole printer dots (domain facts 5.2).
CODE_128_MODULE: Final = 4 * DOT  # 0.339 mm; at least 0.33 mm on laser printers
_LEAST_HEIGHT: Final = 6.35 * MM
_HEIGHT_SHARE: Final = 0.15
_QR_QUIET_MODULES: Final = 4
QR_MODULE: Final = 6 * DOT  # 0.51 mm; at least 0.4 mm
QR_QUIET: Final = _QR_QUIET_MODULES * QR_MODULE


def code_128(text: str) -> tuple[float, Block]:
    """The width and the bars of a Code 128 (domain facts 5.2), without the quiet zone.

    Whoever places it leaves 10 modules and at least 6.35 mm of white on both sides.
    """
    from barcode import Code128

    (modules,) = Code128(text).build()
    width = len(modules) * CODE_128_MODULE
    height = max(_LEAST_HEIGHT, _HEIGHT_SHARE * width)
    bars = ((start * CODE_128_MODULE, length * CODE_128_MODULE) for start, length in _runs(modules, "1"))
    return width, Block(height, (Boxes(0, 0, tuple((x, 0.0, bar, height) for x, bar in bars)),))


def qr(text: str) -> Block:
    """A QR with its quiet zone, as wide as it is high; level Q where that makes it no larger."""
    import segno

    rows = list(segno.make_qr(text, error="m", boost_error=True).matrix)
    size = len(rows) * QR_MODULE
    return Block(size + 2 * QR_QUIET, (Boxes(QR_QUIET, QR_QUIET, tuple(_qr_boxes(rows))),))


def _qr_boxes(rows: Iterable[Iterable[int]]) -> Iterator[Box]:
    for number, row in enumerate(rows):
        for start, length in _runs(row, 1):
            yield (start * QR_MODULE, number * QR_MODULE, length * QR_MODULE, QR_MODULE)


def _runs(modules: Iterable[object], dark: object) -> Iterator[tuple[int, int]]:
    """Where each run of dark modules starts and how many they are."""
    position = 0
    for value, run in groupby(modules):
        length = sum(1 for _ in run)
        if value == dark:
            yield position, length
        position += length
