"""Small ruled tables, drawn row by row: a thousand rows cost no more than their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from cgcounter.documents.fonts import Face
from cgcounter.documents.layout import Flow
from cgcounter.documents.pages import Block, Mark, Rule, shifted
from cgcounter.documents.typesetting import Align, Line, Run, Style, balanced, line_block, shortened, wrap

_PADDING: Final = 0.3  # of the size, on each side of a cell


class Column(Struct, frozen=True):
    """A column: its title, its width in points, where its text stands, and its most lines (0: as many as it takes)."""

    title: str
    width: float
    align: Align = Align.LEFT
    most_lines: int = 0


class Table(Struct, frozen=True):
    """Columns and the style of their cells."""

    columns: tuple[Column, ...]
    style: Style

    def put(self, flow: Flow, rows: Iterable[Sequence[str]]) -> None:
        """Draw head and rows; the head stands again on every page the table goes on to.

        A row taller than a page goes on between its lines; nothing is cut.
        """
        head = self._head()
        most = flow.sheet.inner_height / 2
        is_first = True
        for row in rows:
            for block in self._row(row, most):
                if is_first:
                    flow.keep(head.height + block.height)
                    flow.put(head)
                    is_first = False
                flow.put(block, head=head)

    def _head(self) -> Block:
        cells = [
            balanced((Run(column.title, Face.BOLD),), self.style, self._inner(column))
            for column in self.columns
        ]
        tallest = max(len(cell) for cell in cells)
        # Titles stand in the middle of the height of the head.
        marks = self._marks(cells, [Align.CENTRE] * len(cells), [(tallest - len(cell)) / 2 for cell in cells])
        width = sum(column.width for column in self.columns)
        return self._framed(tallest, (*marks, Rule(0, 0, width, 0)))

    def _row(self, row: Sequence[str], most: float) -> Iterator[Block]:
        cells = [self._cell(text, column) for text, column in zip(row, self.columns, strict=True)]
        tallest = max(len(cell) for cell in cells)
        step = max(int(most / self.style.leading), 1)
        aligns = [column.align for column in self.columns]
        for start in range(0, tallest, step):
            part = [cell[start : start + step] for cell in cells]
            yield self._framed(min(step, tallest - start), self._marks(part, aligns, [0.0] * len(part)))

    def _cell(self, text: str, column: Column) -> tuple[Line, ...]:
        width = self._inner(column)
        if column.most_lines:
            text = shortened(text, self.style, width, column.most_lines)
        return wrap((Run(text),), self.style, width)

    def _inner(self, column: Column) -> float:
        return column.width - 2 * _PADDING * self.style.size

    def _marks(
        self, cells: Sequence[Sequence[Line]], aligns: Sequence[Align], starts: Sequence[float]
    ) -> tuple[Mark, ...]:
        marks: list[Mark] = []
        left = padding = _PADDING * self.style.size
        for column, cell, align, start in zip(self.columns, cells, aligns, starts, strict=True):
            for number, line in enumerate(cell):
                block = line_block(line, self.style, self._inner(column), align)
                marks.extend(shifted(block, left, padding / 2 + (start + number) * self.style.leading))
            left += column.width
        return tuple(marks)

    def _framed(self, lines: int, marks: tuple[Mark, ...]) -> Block:
        height = lines * self.style.leading + _PADDING * self.style.size
        x = 0.0
        rules = [Rule(0, 0, 0, height)]
        for column in self.columns:
            x += column.width
            rules.append(Rule(x, 0, x, height))
        return Block(height, (*marks, *rules, Rule(0, height, x, height)))
