"""Drawn pages as plain values: texts, rules and boxes at their places, in points from the upper left corner."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec
from msgspec import Struct

from cgcounter.documents.fonts import Face

MM: Final = 72 / 25.4
DOT: Final = 72 / 300  # a printer dot; what is whole dots at 300 dpi is so at 600 and 1200

Box = tuple[float, float, float, float]  # left, top, width, height


class Text(Struct, frozen=True):
    """A text in one line; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    face: Face
    size: float


class Rule(Struct, frozen=True):
    """A straight line; dotted where a pen shall write."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.5
    dotted: bool = False


class Boxes(Struct, frozen=True):
    """Black boxes filled as one shape, placed by the painter on whole printer dots: a machine reads them."""

    x: float
    y: float
    boxes: tuple[Box, ...]


Mark = Text | Rule | Boxes


class Block(Struct, frozen=True):
    """Marks that stay together; their origin is the upper left corner of the block."""

    height: float
    marks: tuple[Mark, ...] = ()


class Placed(Struct, frozen=True):
    """A block at its place on a page."""

    x: float
    y: float
    block: Block


class DrawnPage(Struct, frozen=True):
    """One side of paper."""

    width: float
    height: float
    placed: tuple[Placed, ...]


class Sheet(Struct, frozen=True):
    """A sheet and its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @classmethod
    def of_mm(cls, size: tuple[float, float], *, sides: tuple[float, float], ends: float) -> Sheet:
        """Size, left and right margin, and the margin above and below, in mm.

        The sheet is whole printer dots large: else a picture of it shifts bars by parts of a dot.
        """
        width, height = (on_dot(length * MM) for length in size)
        left, right = (margin * MM for margin in sides)
        return cls(width, height, left, right, ends * MM, ends * MM)

    @property
    def inner_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        return self.height - self.top - self.bottom


def on_dot(distance: float) -> float:
    """The nearest whole number of printer dots, in points."""
    return round(distance / DOT) * DOT


def shifted(block: Block, dx: float = 0, dy: float = 0) -> tuple[Mark, ...]:
    """The marks of a block, moved right and down."""
    return tuple(_moved(mark, dx, dy) for mark in block.marks)


def _moved(mark: Mark, dx: float, dy: float) -> Mark:
    if isinstance(mark, Rule):
        return msgspec.structs.replace(
            mark, x1=mark.x1 + dx, x2=mark.x2 + dx, y1=mark.y1 + dy, y2=mark.y2 + dy
        )
    return msgspec.structs.replace(mark, x=mark.x + dx, y=mark.y + dy)


def stack(blocks: Iterable[Block]) -> Block:
    """Blocks one below the other as one that no page break parts."""
    marks: list[Mark] = []
    height = 0.0
    for block in blocks:
        marks.extend(shifted(block, dy=height))
        height += block.height
    return Block(height, tuple(marks))


def beside(*blocks: tuple[float, Block]) -> Block:
    """Blocks at the given distances from the left, their tops at one height."""
    marks = [mark for x, block in blocks for mark in shifted(block, dx=x)]
    return Block(max(block.height for _, block in blocks), tuple(marks))


def gap(height: float) -> Block:
    """White paper."""
    return Block(height)
