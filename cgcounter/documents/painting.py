"""Turns drawn pages into the bytes of a PDF; the same pages give the same bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import Any, Final, NamedTuple

from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.pages import DOT, Boxes, DrawnPage, Mark, Rule, Text, on_dot

_DOTS: Final = (0.01, 2.4)  # round caps make a dot of each short dash
_DOT_WIDTH: Final = 0.8
_TEXTS_KEPT: Final = 4096


class _Pen(NamedTuple):
    """What lines are drawn with."""

    width: float
    dotted: bool


def pdf_bytes(pages: Iterable[DrawnPage], typeface: Typeface, title: str) -> bytes:
    """The finished PDF, in Vietnamese as its reader's voice is told; ``title`` must hold no personal data."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    # Text armour around compressed bytes makes a receipt a quarter larger and slower, and nothing reads it as text.
    rl_config.useA85 = 0

    target = BytesIO()
    canvas = Canvas(target, invariant=1, lang="vi", pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("cgcounter")
    document = canvas._doc  # noqa: SLF001  # the engine has no public name for what is under way
    letters = _Letters(document, typeface)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        painter = _Painter(canvas, page.height, letters)
        for placed in page.placed:
            for mark in placed.block.marks:
                painter.draw(mark, placed.x, placed.y)
        canvas.showPage()
        _pack(document.Pages[-1])
    canvas.save()
    return target.getvalue()


def _pack(page: Any) -> None:
    """Compress a page at once: the engine would keep the commands of all pages until the end of a long list."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

    commands = zlib.compress(page.stream.encode("ascii"))
    page.Contents = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), commands)
    page.stream = None


class _Letters:
    """Texts as the engine's codes for the letters that this document uses of each face."""

    def __init__(self, document: Any, typeface: Typeface) -> None:
        self._document = document
        self._typeface = typeface
        # Long lists say the same in every second cell.
        self.pieces = lru_cache(_TEXTS_KEPT)(self._pieces)

    def _pieces(self, text: str, face: Face) -> tuple[tuple[str, str], ...]:
        """The parts of a text that each lie in one subset: the subset's name, and the codes in hexadecimal."""
        from reportlab.pdfbase.pdfmetrics import getFont

        font = getFont(self._typeface.engine_name(face))
        return tuple(
            (font.getSubsetInternalName(subset, self._document), codes.hex())
            for subset, codes in font.splitString(text, self._document)
        )


class _Painter:
    """Draws marks on one page; turns its coordinates, counted from the top, into those of the engine.

    Texts, lines and boxes are written by ourselves: in a list of thousands of rows the engine's own formatting of
    numbers takes longer than all the rest.
    """

    def __init__(self, canvas: Any, height: float, letters: _Letters) -> None:
        self._canvas = canvas
        self._height = height
        self._letters = letters
        self._pen: _Pen | None = None

    def draw(self, mark: Mark, x: float, y: float) -> None:
        match mark:
            case Text():
                self._draw_text(mark, x, y)
            case Rule():
                self._draw_rule(mark, x, y)
            case Boxes():
                self._draw_boxes(mark, x, y)

    def _draw_text(self, text: Text, x: float, y: float) -> None:
        parts = " ".join(
            f"{name} {text.size:g} Tf <{codes}> Tj"
            for name, codes in self._letters.pieces(text.text, text.face)
        )
        self._canvas.addLiteral(f"BT 1 0 0 1 {x + text.x:.3f} {self._height - y - text.y:.3f} Tm {parts} ET")

    def _draw_rule(self, rule: Rule, x: float, y: float) -> None:
        self._take_pen(_Pen(rule.width, rule.dotted))
        top = self._height - y
        start = f"{x + rule.x1:.3f} {top - rule.y1:.3f} m"
        self._canvas.addLiteral(f"{start} {x + rule.x2:.3f} {top - rule.y2:.3f} l S")

    def _take_pen(self, pen: _Pen) -> None:
        if pen != self._pen:
            self._canvas.setLineWidth(_DOT_WIDTH if pen.dotted else pen.width)
            self._canvas.setLineCap(1 if pen.dotted else 0)
            self._canvas.setDash(*_DOTS) if pen.dotted else self._canvas.setDash()
            self._pen = pen

    def _draw_boxes(self, shape: Boxes, x: float, y: float) -> None:
        # Counted in printer dots.
        left, top = on_dot(x + shape.x), self._height - on_dot(y + shape.y)
        boxes = " ".join(f"{' '.join(f'{length / DOT:.6g}' for length in box)} re" for box in shape.boxes)
        self._canvas.addLiteral(f"q {DOT:g} 0 0 {-DOT:g} {left:.4f} {top:.4f} cm {boxes} f Q")
