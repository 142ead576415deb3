"""Measured text: wrapping that breaks between words, and between letters only where a word is too long."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final

from msgspec import Struct

from cgcounter.documents.fonts import Face, Typeface
from cgcounter.documents.pages import Block, Rule, Text

# Capitals with two marks (Ễ) rise almost one size above the baseline; the rest is for what hangs below it.
_BASELINE: Final = 0.78
_ROUNDING: Final = 1e-6
_BLANK: Final = " "
_LINE_END: Final = "\n"
_TIE: Final = "\u00a0"
_CUT_SIGN: Final = "…"


class Align(Enum):
    """Where a line stands in its column."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Style(Struct, frozen=True):
    """A typeface at a size, with the distance from line to line; points."""

    typeface: Typeface
    size: float
    leading: float

    def width(self, text: str, face: Face = Face.REGULAR) -> float:
        """The width of a text in one line."""
        return self.typeface.width(text, face, self.size)

    def at(self, size: float) -> Style:
        """The same typeface at another size, its lines in proportion."""
        return Style(self.typeface, size, self.leading * size / self.size)

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline."""
        return _BASELINE * self.leading


class Run(Struct, frozen=True):
    """Words in one face; a line may break wherever a run begins."""

    text: str
    face: Face = Face.REGULAR


class Line(Struct, frozen=True):
    """One set line: pieces of text with their distance from its beginning."""

    pieces: tuple[tuple[float, Run], ...]
    width: float


def composed(text: str) -> str:
    """The text in NFC: the paper engine sets decomposed letters as a letter and a stray mark."""
    return unicodedata.normalize("NFC", text)


def tied(text: str) -> str:
    """The text as one word to ``wrap``: "01 bản chính" is not parted."""
    return text.replace(_BLANK, _TIE)


def wrap(runs: Sequence[Run], style: Style, width: float, indent: float = 0.0) -> tuple[Line, ...]:
    """The runs in lines that are at most so wide, the first one indented; an empty text is one empty line."""
    lines: list[Line] = []
    pieces: list[tuple[float, Run]] = []
    end = indent
    for word, word_width in _words(runs, style, width - indent):
        blank = style.width(_BLANK, pieces[-1][1].face) if pieces else 0.0
        if pieces and end + blank + word_width > width + _ROUNDING:
            lines.append(Line(tuple(pieces), end))
            pieces, end, blank = [], 0.0, 0.0
        _join(pieces, word, end + blank)
        end += blank + word_width
    return (*lines, Line(tuple(pieces), end))


def _join(pieces: list[tuple[float, Run]], word: Run, x: float) -> None:
    """Add a word to the line; the blank before it belongs to the piece on its left."""
    if not pieces:
        pieces.append((x, word))
        return
    start, last = pieces[-1]
    if last.face is word.face:
        pieces[-1] = (start, Run(f"{last.text} {word.text}", last.face))
    else:
        pieces[-1] = (start, Run(f"{last.text} ", last.face))
        pieces.append((x, word))


def _words(runs: Sequence[Run], style: Style, width: float) -> Iterator[tuple[Run, float]]:
    """The words with their widths; a word that no line could hold comes in parts."""
    for run in runs:
        for text in composed(run.text).replace(_LINE_END, _BLANK).split(_BLANK):
            text_width = style.width(text, run.face)
            if text_width <= width + _ROUNDING:
                if text:
                    yield Run(text, run.face), text_width
            else:
                yield from _parts(Run(text, run.face), style, width)


def _parts(word: Run, style: Style, width: float) -> Iterator[tuple[Run, float]]:
    part, part_width = "", 0.0
    for letter in _letters(word.text):
        letter_width = style.width(letter, word.face)
        if part and part_width + letter_width > width + _ROUNDING:
            yield Run(part, word.face), part_width
            part, part_width = "", 0.0
        part += letter
        part_width += letter_width
    yield Run(part, word.face), part_width


def _letters(text: str) -> Iterator[str]:
    """Letters with the marks that have no composed form."""
    letter = ""
    for sign in text:
        if letter and not unicodedata.combining(sign):
            yield letter
            letter = ""
        letter += sign
    yield letter


def shortened(text: str, style: Style, width: float, most_lines: int) -> str:
    """The text, or as many of its words as fit into so many lines, and a sign that there are more."""
    if len(wrap((Run(text),), style, width)) <= most_lines:
        return text
    words = text.split(_BLANK)
    fitting = bisect_right(
        range(1, len(words)),
        most_lines,
        key=lambda count: len(wrap((Run(_BLANK.join(words[:count]) + _CUT_SIGN),), style, width)),
    )
    return _BLANK.join(words[: max(fitting, 1)]).rstrip(",;:") + _CUT_SIGN


def balanced(runs: Sequence[Run], style: Style, width: float) -> tuple[Line, ...]:
    """As few lines as ``wrap`` makes, but of nearly the same length: for headings."""
    lines = wrap(runs, style, width)
    widest_word = max((word_width for _, word_width in _words(runs, style, width)), default=0.0)
    narrower = max(line.width for line in lines) - style.size / 4
    while len(lines) > 1 and narrower >= widest_word:
        tried = wrap(runs, style, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
        narrower = max(line.width for line in lines) - style.size / 4
    return lines


def line_block(line: Line, style: Style, width: float, align: Align = Align.LEFT) -> Block:
    """One line of text in a column of that width."""
    start = (width - line.width) * align.value
    texts = (
        Text(start + x, style.baseline, run.text.replace(_TIE, _BLANK), run.face, style.size)
        for x, run in line.pieces
    )
    return Block(style.leading, tuple(texts))


def paragraph(
    runs: Sequence[Run], style: Style, width: float, align: Align = Align.LEFT
) -> tuple[Block, ...]:
    """Wrapped text as one block a line, so that it may go on on the next page."""
    return tuple(line_block(line, style, width, align) for line in wrap(runs, style, width))


def justified(runs: Sequence[Run], style: Style, width: float, indent: float) -> tuple[Block, ...]:
    """A paragraph whose first line is indented and whose lines but the last reach the right margin."""
    *full, last = wrap(runs, style, width, indent)
    spread = (line_block(_spread(line, style, width), style, width) for line in full)
    return (*spread, line_block(last, style, width))


def _spread(line: Line, style: Style, width: float) -> Line:
    """The words of a line set so far apart that they fill the width."""
    words = [Run(text, run.face) for _, run in line.pieces for text in run.text.split(_BLANK) if text]
    widths = [style.width(word.text, word.face) for word in words]
    x = line.pieces[0][0]
    blank = (width - x - sum(widths)) / max(len(words) - 1, 1)
    pieces: list[tuple[float, Run]] = []
    for word, word_width in zip(words, widths, strict=True):
        pieces.append((x, word))
        x += word_width + blank
    return Line(tuple(pieces), width)


def heading(text: str, style: Style, width: float, face: Face = Face.BOLD) -> tuple[Block, ...]:
    """Centred lines of nearly the same length."""
    lines = balanced((Run(text, face),), style, width)
    return tuple(line_block(line, style, width, Align.CENTRE) for line in lines)


def labelled(
    label: str, value: str, style: Style, width: float, face: Face = Face.REGULAR
) -> tuple[Block, ...]:
    """A label with its value, or with a dotted line to write on where there is none."""
    if value:
        return paragraph((Run(label), Run(value, face)), style, width)
    *above, last = paragraph((Run(label),), style, width)
    written = wrap((Run(label),), style, width)[-1].width
    start = min(written + style.width(_BLANK), width)
    dots = Rule(start, style.baseline, width, style.baseline, dotted=True)
    return (*above, Block(last.height, (*last.marks, dots)))
