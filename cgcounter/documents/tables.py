"""Small ruled tables, drawn row by row: a thousand rows cost no more than their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import Final

from msgspec import Struct

from cgcounter.documents.fonts import Face
from cgcounter.documents.layout import Flow
from cgcounter.documents.pages import Block, Mark, Rule, gap, shifted, stack
from cgcounter.documents.typesetting import Align, Run, Style, heading, paragraph, shortened

_PADDING: Final = 0.3  # of the size, on each side of a cell
_CELLS_KEPT: Final = 1024

Cell = Sequence[Block]  # what stands in it, line by line, as wide as Table.inner says


class Column(Struct, frozen=True):
    """A column: its title, its width in points, where its text stands, and its most lines (0: as many as it takes).

    Neighbours of the same ``group`` have its name above their titles.
    """

    title: str
    width: float
    align: Align = Align.LEFT
    most_lines: int = 0
    group: str = ""


class _Level(Enum):
    """Which part of the height of the head a title has."""

    WHOLE = "whole"
    GROUP = "group"
    BELOW = "below a group"


class _Title(Struct, frozen=True):
    """A title set in lines, between its left and right edge."""

    lines: tuple[Block, ...]
    left: float
    right: float
    level: _Level


class Table(Struct, frozen=True):
    """Columns and the style of their cells; the ``caption`` stands above the titles wherever these stand."""

    columns: tuple[Column, ...]
    style: Style
    caption: str = ""

    @property
    def padding(self) -> float:
        """The white between the ruling and what stands in a cell; above and below it is half as much."""
        return _PADDING * self.style.size

    def inner(self, column: Column) -> float:
        """The width between the paddings."""
        return column.width - 2 * self.padding

    def put(self, flow: Flow, rows: Iterable[Sequence[str]]) -> None:
        """Draw head and rows."""
        under_way = TableUnderWay(self, flow)
        for row in rows:
            under_way.add(row)

    def cell(self, text: str, column: Column) -> Cell:
        """A text as it stands in a column."""
        width = self.inner(column)
        if column.most_lines:
            text = shortened(text, self.style, width, column.most_lines)
        return paragraph((Run(text),), self.style, width, column.align)

    def head(self) -> Block:
        """Caption and titles."""
        width = sum(column.width for column in self.columns)
        caption = paragraph((Run(self.caption, Face.BOLD),), self.style, width) if self.caption else ()
        return stack((*caption, gap(len(caption) * self.padding), self._titles(width)))

    def _titles(self, width: float) -> Block:
        """The titles, each in the middle of its part of the head."""
        titles = tuple(self._placed_titles())
        divide = max((self._height(one) for one in titles if one.level is _Level.GROUP), default=0.0)
        tallest = max(
            self._height(one) + (divide if one.level is _Level.BELOW else 0.0)
            for one in titles
            if one.level is not _Level.GROUP
        )
        ends = {_Level.WHOLE: (0.0, tallest), _Level.GROUP: (0.0, divide), _Level.BELOW: (divide, tallest)}
        marks = [mark for one in titles for mark in self._ruled(one, *ends[one.level])]
        return Block(tallest, (*marks, Rule(0, 0, width, 0), Rule(0, 0, 0, tallest)))

    def _placed_titles(self) -> Iterator[_Title]:
        left = 0.0
        for group, neighbours in groupby(self.columns, lambda column: column.group):
            columns = tuple(neighbours)
            if group:
                yield self._title(group, left, sum(column.width for column in columns), _Level.GROUP)
            for column in columns:
                level = _Level.BELOW if group else _Level.WHOLE
                yield self._title(column.title, left, column.width, level)
                left += column.width

    def _title(self, words: str, left: float, width: float, level: _Level) -> _Title:
        return _Title(heading(words, self.style, width - 2 * self.padding), left, left + width, level)

    def _height(self, title: _Title) -> float:
        return len(title.lines) * self.style.leading + self.padding

    def _ruled(self, title: _Title, top: float, bottom: float) -> Iterator[Mark]:
        """The words of a title, with the lines on its right and below it."""
        y = (top + bottom - len(title.lines) * self.style.leading) / 2
        for number, line in enumerate(title.lines):
            yield from shifted(line, title.left + self.padding, y + number * self.style.leading)
        yield Rule(title.right, top, title.right, bottom)
        yield Rule(title.left, bottom, title.right, bottom)

    def row(self, cells: Sequence[Cell], most: float) -> Iterator[Block]:
        """The row, in parts that are at most so high where it is taller."""
        left = [list(cell) for cell in cells]
        while True:
            part = [_taken(blocks, most) for blocks in left]
            yield self._framed(part)
            if not any(left):
                return

    def _framed(self, cells: Sequence[Cell]) -> Block:
        marks: list[Mark] = []
        x, height = 0.0, max(sum(block.height for block in cell) for cell in cells) + self.padding
        rules = [Rule(0, 0, 0, height)]
        for column, cell in zip(self.columns, cells, strict=True):
            y = self.padding / 2
            for block in cell:
                marks.extend(shifted(block, x + self.padding, y))
                y += block.height
            x += column.width
            rules.append(Rule(x, 0, x, height))
        return Block(height, (*marks, *rules, Rule(0, height, x, height)))


def _taken(blocks: list[Block], most: float) -> list[Block]:
    """Remove from the front as many blocks as fit, at least one."""
    height, count = 0.0, 0
    for block in blocks:
        height += block.height
        if count and height > most:
            break
        count += 1
    part = blocks[:count]
    del blocks[:count]
    return part


class TableUnderWay:
    """A table that gets its rows one by one; its head stands again on every page it goes on to.

    A row taller than a page goes on between its lines; nothing is cut.
    """

    def __init__(self, table: Table, flow: Flow) -> None:
        self._table = table
        self._flow = flow
        self._head = table.head()
        # Long lists say the same in every second cell.
        self._cell = lru_cache(_CELLS_KEPT)(table.cell)
        self._most = flow.sheet.inner_height / 2
        self._is_first = True

    def add(self, row: Sequence[str]) -> None:
        """A row of texts."""
        columns = self._table.columns
        self.add_cells([self._cell(text, column) for text, column in zip(row, columns, strict=True)])

    def add_cells(self, cells: Sequence[Cell]) -> None:
        """A row of cells that somebody has set."""
        for block in self._table.row(cells, self._most):
            if self._is_first:
                self._flow.keep(self._head.height + block.height)
                self._flow.put(self._head)
                self._is_first = False
            self._flow.put(block, head=self._head)
