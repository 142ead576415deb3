"""Turns drawn pages into the bytes of a PDF; the same pages give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final, NamedTuple

from cgcounter.documents.fonts import Typeface
from cgcounter.documents.pages import DOT, Boxes, DrawnPage, Mark, Rule, Text, on_dot

_DOTS: Final = (0.01, 2.4)  # round caps make a dot of each short dash
_DOT_WIDTH: Final = 0.8


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
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        painter = _Painter(canvas, page.height, typeface)
        for placed in page.placed:
            for mark in placed.block.marks:
                painter.draw(mark, placed.x, placed.y)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


class _Painter:
    """Draws marks on one page; turns its coordinates, counted from the top, into those of the engine."""

    def __init__(self, canvas: Any, height: float, typeface: Typeface) -> None:
        self._canvas = canvas
        self._height = height
        self._typeface = typeface
        self._pen: _Pen | None = None

    def draw(self, mark: Mark, x: float, y: float) -> None:
        match mark:
            case Text():
                self._canvas.setFont(self._typeface.engine_name(mark.face), mark.size)
                self._canvas.drawString(x + mark.x, self._height - y - mark.y, mark.text)
            case Rule():
                self._draw_rule(mark, x, y)
            case Boxes():
                self._draw_boxes(mark, x, y)

    def _draw_rule(self, rule: Rule, x: float, y: float) -> None:
        self._take_pen(_Pen(rule.width, rule.dotted))
        top = self._height - y
        self._canvas.line(x + rule.x1, top - rule.y1, x + rule.x2, top - rule.y2)

    def _take_pen(self, pen: _Pen) -> None:
        if pen != self._pen:
            self._canvas.setLineWidth(_DOT_WIDTH if pen.dotted else pen.width)
            self._canvas.setLineCap(1 if pen.dotted else 0)
            self._canvas.setDash(*_DOTS) if pen.dotted else self._canvas.setDash()
            self._pen = pen

    def _draw_boxes(self, shape: Boxes, x: float, y: float) -> None:
        # Written by ourselves, counted in printer dots: the engine's rounding of a thousand lengths takes longer than
        # all the rest of a page.
        left, top = on_dot(x + shape.x), self._height - on_dot(y + shape.y)
        boxes = " ".join(f"{' '.join(f'{length / DOT:.6g}' for length in box)} re" for box in shape.boxes)
        self._canvas.addLiteral(f"q {DOT:g} 0 0 {-DOT:g} {left:.4f} {top:.4f} cm {boxes} f Q")
