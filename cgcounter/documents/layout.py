"""The parts every form is made of: pages that fill from the top, heading, signatures, page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

import msgspec
from msgspec import Struct

from cgcounter.documents.fonts import Face
from cgcounter.documents.pages import (
    MM,
    Block,
    DrawnPage,
    Placed,
    Rule,
    Sheet,
    beside,
    gap,
    shifted,
    stack,
)
from cgcounter.documents.typesetting import (
    Align,
    Run,
    Style,
    balanced,
    heading,
    line_block,
    paragraph,
)

STATE_NAME: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
STATE_MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
SIGNED_BY_NAME: Final = "(Ký và ghi rõ họ tên)"
SIGNED_AND_SEALED: Final = "(Ký, đóng dấu)"
_ROUNDING: Final = 1e-6


class Flow:
    """Pages under way: blocks stand one below the other, and go on on the next page where one is full."""

    def __init__(self, sheet: Sheet, running_head: Block | None = None) -> None:
        self.sheet = sheet
        self._running_head = running_head
        self._full: list[DrawnPage] = []
        self._placed: list[Placed] = []
        self._used = self._top = 0.0
        self.number = 1  # of the page under way

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.sheet.inner_width

    @property
    def room(self) -> float:
        """What is left of this page."""
        return self.sheet.inner_height - self._used

    @property
    def is_at_top(self) -> bool:
        """True where nothing but the running head stands on the page."""
        return self._used <= self._top

    def put(self, *blocks: Block, head: Block | None = None) -> None:
        """Place blocks; ``head`` stands above one that begins a page (the head of a table that goes on)."""
        for block in blocks:
            if block.height > self.room + _ROUNDING and not self.is_at_top:
                self.next_page()
                if head is not None:
                    self._place(head)
            self._place(block)

    def space(self, height: float) -> None:
        """White paper, none at the top of a page."""
        if not self.is_at_top:
            self._used = min(self._used + height, self.sheet.inner_height)

    def keep(self, height: float) -> None:
        """Begin a page unless that much is left on this one: what follows belongs together."""
        if height > self.room + _ROUNDING and not self.is_at_top:
            self.next_page()

    def next_page(self) -> None:
        """Begin a page."""
        self._full.append(self._page())
        self.number += 1
        self._placed = []
        self._used = 0.0
        if self._running_head is not None:
            self._place(self._running_head)
        self._top = self._used

    def _place(self, block: Block) -> None:
        self._placed.append(Placed(self.sheet.left, self.sheet.top + self._used, block))
        self._used += block.height

    def _page(self) -> DrawnPage:
        return DrawnPage(self.sheet.width, self.sheet.height, tuple(self._placed))

    def full_pages(self) -> Iterator[DrawnPage]:
        """Hand out the pages that are full, each once: a form of a thousand pages need not be held at once."""
        while self._full:
            yield self._full.pop(0)

    def pages(self) -> tuple[DrawnPage, ...]:
        """What has been drawn and not handed out, with the page under way."""
        return (*self._full, self._page())


class Heading(Struct, frozen=True):
    """What stands above every form: who issues it, under which number, where and when."""

    authority: str
    office_name: str
    place_and_date: str
    number: str = ""


def heading_block(words: Heading, style: Style, width: float) -> Block:
    """The two columns of NĐ 30/2020: issuing body on the left, name of the state and motto on the right.

    The rule below the motto is as long as the motto, that below the issuing body a third to a half of its text.
    """
    right_width = style.width(STATE_NAME, Face.BOLD)
    left_width = min(width - right_width - style.size, right_width)
    left = _issuing_body(words, style, left_width)
    right = _state(style, right_width)
    below = beside(
        (0, _centred(words.number, style, left_width, Face.REGULAR)),
        (width - right_width, _centred(words.place_and_date, style, right_width, Face.ITALIC)),
    )
    return stack((beside((0, left), (width - right_width, right)), gap(0.35 * style.size), below))


def _issuing_body(words: Heading, style: Style, width: float) -> Block:
    above = heading(words.authority.upper(), style, width, Face.REGULAR)
    body = balanced((Run(words.office_name.upper(), Face.BOLD),), style, width)
    lines = (line_block(line, style, width, Align.CENTRE) for line in body)
    return stack((*above, *lines, _rule_below(0.4 * body[-1].width, style, width)))


def _state(style: Style, width: float) -> Block:
    # NĐ 30/2020 sets the motto one point larger than the name of the state.
    larger = style.at(style.size * 13 / 12)
    motto = heading(STATE_MOTTO, larger, width)
    rule = _rule_below(larger.width(STATE_MOTTO, Face.BOLD), style, width)
    return stack((*heading(STATE_NAME, style, width), *motto, rule))


def _rule_below(length: float, style: Style, width: float) -> Block:
    start, y = (width - length) / 2, 0.15 * style.size
    return Block(0.35 * style.size, (Rule(start, y, start + length, y),))


def _centred(text: str, style: Style, width: float, face: Face) -> Block:
    return stack(paragraph((Run(text, face),), style, width, Align.CENTRE) if text else ())


class Signature(Struct, frozen=True):
    """Who signs: the capacity in capitals, the printed name where it is known, and how it is signed."""

    capacity: str
    name: str = ""
    how: str = SIGNED_BY_NAME


def signatures(left: Signature, right: Signature, style: Style, width: float) -> Block:
    """Two columns to sign in, with room for a hand's signature."""
    column = width / 2
    return beside((0, _signature(left, style, column)), (column, _signature(right, style, column)))


def one_signature(who: Signature, style: Style, width: float, recipients: Sequence[str] = ()) -> Block:
    """Who signs stands on the right; on the left, where a letter has them, its recipients (NĐ 30/2020)."""
    column = width / 2
    left = stack(_recipients(recipients, style, column) if recipients else ())
    return beside((0, left), (column, _signature(who, style, column)))


def _recipients(names: Sequence[str], style: Style, width: float) -> Iterator[Block]:
    # NĐ 30/2020 sets the words one point, the list two points smaller than a text of 13 points.
    above, listed = style.at(style.size * 12 / 13), style.at(style.size * 11 / 13)
    yield from paragraph((Run("Nơi nhận:", Face.BOLD_ITALIC),), above, width)
    for name in names:
        yield from paragraph((Run(f"- {name}"),), listed, width)


def _signature(who: Signature, style: Style, width: float) -> Block:
    return stack(
        (
            *heading(who.capacity, style, width),
            *heading(who.how, style, width, Face.ITALIC),
            gap(3.2 * style.leading),
            *(heading(who.name, style, width) if who.name else ()),
        )
    )


def banner(text: str, style: Style, width: float) -> Block:
    """A framed line over the whole width that nobody overlooks."""
    height = style.leading + 0.4 * style.size
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    frame = tuple(
        Rule(*start, *end, width=1.0) for start, end in zip(corners, (*corners[1:], corners[0]), strict=True)
    )
    words = shifted(stack(heading(text, style, width)), dy=0.2 * style.size)
    return Block(height, (*frame, *words))


def running_head(parts: Sequence[str], style: Style, width: float) -> Block:
    """What ties a further page to its form: its parts, where there are any, in one line."""
    text = " – ".join(part for part in parts if part)
    lines = paragraph((Run(text, Face.ITALIC),), style, width)
    return stack((*lines, gap(style.leading / 2)))


def numbered(pages: Sequence[DrawnPage], sheet: Sheet, style: Style) -> tuple[DrawnPage, ...]:
    """The pages with "Trang n/N": centred in the top margin from the second page on (NĐ 30/2020).

    The first page says at its foot that it is not alone; one page alone bears no number.
    """
    if len(pages) == 1:
        return tuple(pages)
    of = f"/{len(pages)}"
    return tuple(_with_number(page, number, of, sheet, style) for number, page in enumerate(pages, 1))


def numbered_in_passing(pages: Iterable[DrawnPage], sheet: Sheet, style: Style) -> Iterator[DrawnPage]:
    """The same for pages that come one by one: how many there will be is not known yet."""
    coming = iter(pages)
    page, number = next(coming, None), 1
    while page is not None:
        following = next(coming, None)
        is_alone = number == 1 and following is None
        yield page if is_alone else _with_number(page, number, "", sheet, style)
        page, number = following, number + 1


def _with_number(page: DrawnPage, number: int, of: str, sheet: Sheet, style: Style) -> DrawnPage:
    words = f"Trang {number}{of}" + (" (còn tiếp)" if number == 1 else "")
    block = stack(heading(words, style, sheet.inner_width, Face.REGULAR))
    # Close to the text: a printer leaves some five millimetres at the edge white.
    y = sheet.height - sheet.bottom if number == 1 else sheet.top - block.height
    placed = Placed(sheet.left, y, block)
    return msgspec.structs.replace(page, placed=(*page.placed, placed))


def side_by_side(
    left: Sequence[DrawnPage], right: Sequence[DrawnPage], width: float
) -> tuple[DrawnPage, ...]:
    """Two copies of a form on the halves of wider sheets, with ticks where the sheet is to be cut."""
    blank = DrawnPage(left[0].width, left[0].height, ())
    return tuple(_imposed(*pair, width) for pair in zip_longest(left, right, fillvalue=blank))


def _imposed(left: DrawnPage, right: DrawnPage, width: float) -> DrawnPage:
    middle, tick = width / 2, 5 * MM
    moved = tuple(msgspec.structs.replace(one, x=one.x + middle) for one in right.placed)
    ticks = (
        Rule(middle, 0, middle, tick, width=0.3),
        Rule(middle, left.height - tick, middle, left.height, width=0.3),
    )
    return DrawnPage(width, left.height, (*left.placed, *moved, Placed(0, 0, Block(0, ticks))))
