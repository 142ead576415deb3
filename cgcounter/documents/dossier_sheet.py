"""What all forms about one dossier share: their sheets, the title with the code in symbols, reprint and caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from cgcounter.documents import barcodes
from cgcounter.documents.fonts import Face
from cgcounter.documents.layout import banner
from cgcounter.documents.pages import Block, Sheet, beside, gap, stack
from cgcounter.documents.typesetting import Align, Run, Style, heading, paragraph
from cgcounter.domain.forms import FormHead, PaperSize


class Measures(Struct, frozen=True):
    """The sheet and the type sizes on it, in points; ``bodies`` in the order in which they are tried."""

    sheet: Sheet
    bodies: tuple[float, ...]
    heading: float
    title: float
    small: float


A5: Final = Measures(
    Sheet.of_mm((148, 210), sides=(15, 10), ends=10),
    bodies=(10.5, 10, 9.5, 9),
    heading=9,
    title=12,
    small=8,
)
# The margins and, but for the last two, the sizes of NĐ 30/2020 for A4.
A4: Final = Measures(
    Sheet.of_mm((210, 297), sides=(30, 15), ends=20),
    bodies=(13, 12.5, 12),
    heading=12,
    title=14,
    small=10,
)


def measures_of(size: PaperSize) -> Measures:
    """The measures of one copy: A4_TWO_UP carries copies of A5."""
    return A4 if size is PaperSize.A4 else A5


class Symbols(Struct, frozen=True):
    """The code of a dossier for machines, made once for all copies; ``bars`` with their width."""

    code: str
    square: Block
    bars: tuple[float, Block]

    @classmethod
    def of(cls, code: str) -> Symbols:
        return cls(code, barcodes.qr(code), barcodes.code_128(code))


class CodedTitle(Struct, frozen=True):
    """The lines of the title, and the code in symbols and readable, with the name of the copy.

    Code 128 and QR fail differently, so both stand here, and the readable code always (domain facts 5.2).
    """

    lines: tuple[str, ...]
    symbols: Symbols
    copy: str = ""

    def block(self, style: Style, size: float, width: float) -> Block:
        """The title in type of ``size``, the rest in ``style``."""
        large, square = style.at(size), self.symbols.square
        column = width - 2 * square.height
        title = stack(block for line in self.lines for block in heading(line, large, column))
        lowered = stack((gap((square.height - title.height) / 2), title))
        readable = (Run("Mã hồ sơ:"), Run(self.symbols.code, Face.BOLD), Run(self.copy, Face.ITALIC))
        # The quiet zone of the QR may lie in the margin, which is as white.
        at_margin = width - square.height + barcodes.QR_QUIET
        return stack(
            (
                beside((square.height, lowered), (at_margin, square)),
                *self._bars(style, width),
                *paragraph(readable, style, width, Align.CENTRE),
                gap(0.3 * style.size),
            )
        )

    def _bars(self, style: Style, width: float) -> Iterator[Block]:
        length, bars = self.symbols.bars
        # Bars narrower than scanners read reliably help nobody: of a code too long for the sheet the QR remains.
        if length <= width:
            yield beside(((width - length) / 2, bars))
            yield gap(0.2 * style.size)


def reprint_words(reprint: int) -> str:
    """Such as "BẢN IN LẠI 2"; nothing on the first print."""
    return f"BẢN IN LẠI {reprint}" if reprint else ""


def reprint_banner(reprint: int, style: Style, width: float) -> Iterator[Block]:
    """What nobody overlooks above a form that is printed again; nothing on the first print."""
    if reprint:
        yield banner(reprint_words(reprint), style, width)
        yield gap(0.4 * style.size)


def running_head(parts: Sequence[str], style: Style, width: float) -> Block:
    """What ties a further page to its form: its parts, such as code, copy and reprint, where there are any."""
    text = " – ".join(part for part in parts if part)
    lines = paragraph((Run(text, Face.ITALIC),), style, width)
    return stack((*lines, gap(style.leading / 2)))


def caption(head: FormHead, style: Style, width: float) -> tuple[Block, ...]:
    """Such as "Mẫu số 05 – Thông tư số 01/2018/TT-VPCP" at the right; nothing where no circular is certain."""
    if not head.circular:
        return ()
    return paragraph((Run(caption_words(head), Face.ITALIC),), style, width, Align.RIGHT)


def caption_words(head: FormHead) -> str:
    """Number and circular of a form."""
    return f"Mẫu số {head.number:02d} – {head.circular}"
