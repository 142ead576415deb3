"""The machine-readable marks of a paper: Code 128 and QR of the same text, as boxes on whole printer dots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from cgcounter.documents.pages import DOT, MM, Block, Box, Boxes
from cgcounter.domain.trial_codes import SymbolKind
from cgcounter.services.ports import Symbol

# Bars are whole printer dots (domain facts 5.2).
CODE_128_MODULE: Final = 4 * DOT  # 0.339 mm; at least 0.33 mm on laser printers
_LEAST_HEIGHT: Final = 6.35 * MM
_HEIGHT_SHARE: Final = 0.15
_QR_QUIET_MODULES: Final = 4
QR_MODULE: Final = 6 * DOT  # 0.51 mm; at least 0.4 mm
QR_QUIET: Final = _QR_QUIET_MODULES * QR_MODULE
_DARK: Final = "1"


def code_128(text: str) -> tuple[float, Block]:
    """The width and the bars of a Code 128 (domain facts 5.2), without the quiet zone.

    Whoever places it leaves 10 modules and at least 6.35 mm of white on both sides.
    """
    modules = _code_128_modules(text)
    width = len(modules) * CODE_128_MODULE
    height = max(_LEAST_HEIGHT, _HEIGHT_SHARE * width)
    bars = ((start * CODE_128_MODULE, length * CODE_128_MODULE) for start, length in _runs(modules))
    return width, Block(height, (Boxes(0, 0, tuple((x, 0.0, bar, height) for x, bar in bars)),))


def qr(text: str) -> Block:
    """A QR with its quiet zone, as wide as it is high; level Q where that makes it no larger."""
    rows = _qr_modules(text)
    size = len(rows) * QR_MODULE
    return Block(size + 2 * QR_QUIET, (Boxes(QR_QUIET, QR_QUIET, tuple(_qr_boxes(rows))),))


class ScreenSymbols:
    """The Symbols of the services: the very modules that papers bear."""

    def draw(self, text: str, kind: SymbolKind) -> Symbol:
        """The modules of a code."""
        return Symbol((_code_128_modules(text),) if kind is SymbolKind.CODE_128 else _qr_modules(text))


def _code_128_modules(text: str) -> str:
    from barcode import Code128

    (modules,) = Code128(text).build()
    return str(modules)


def _qr_modules(text: str) -> tuple[str, ...]:
    import segno

    matrix = segno.make_qr(text, error="m", boost_error=True).matrix
    return tuple("".join(str(module) for module in row) for row in matrix)


def _qr_boxes(rows: Iterable[str]) -> Iterator[Box]:
    for number, row in enumerate(rows):
        for start, length in _runs(row):
            yield (start * QR_MODULE, number * QR_MODULE, length * QR_MODULE, QR_MODULE)


def _runs(modules: str) -> Iterator[tuple[int, int]]:
    """Where each run of dark modules starts and how many they are."""
    position = 0
    for value, run in groupby(modules):
        length = sum(1 for _ in run)
        if value == _DARK:
            yield position, length
        position += length
