"""What the list asks of the data file: a view or a search, with the figures of the tiles in the same go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from cgcounter.domain.staff import Actor, StaffId
from cgcounter.services.find_dossiers import Work
from cgcounter.services.ports import Page, TileCounts, View
from cgcounter.services.use_cases import UseCases

# Nobody is called like this: it was meant as a dossier code.
_LIKE_A_CODE: Final = re.compile(r"[0-9A-Z.]{3,}-[0-9]+-[0-9]+")


Listed = View | Work
"""A list that can be shown: a view of the office's dossiers, or the work of a unit."""


class Wish(NamedTuple):
    """What the list is to show: a list, or while `query` is not empty the hits for it."""

    view: Listed
    query: str = ""


class Answer(NamedTuple):
    """Rows, and the figures and the names of people as they are at the same moment."""

    page: Page
    counts: TileCounts
    names: Mapping[StaffId, str]


def ask(cases: UseCases, actor: Actor, wish: Wish, limit: int) -> Answer:
    """Read what a wish is about; on the database lane."""
    people = cases.sign_in.names() if isinstance(wish.view, Work) else ()
    names = {one.id: one.name for one in people}
    return Answer(page_of(cases, actor, wish, limit), cases.list_dossiers.counts(), names)


def page_of(cases: UseCases, actor: Actor, wish: Wish, limit: int, after: str | None = None) -> Page:
    """A page of what this person wishes to see; hits come all at once."""
    if wish.query:
        return Page(cases.find_dossiers.search(wish.query))
    if isinstance(wish.view, Work):
        return cases.list_dossiers.work(actor, wish.view, after, limit=limit)
    return cases.list_dossiers(wish.view, after, limit=limit)


def is_like_a_card(text: str) -> bool:
    """Whether somebody who scanned this can only have meant a card: no name holds the sign between its fields."""
    return "|" in text


def is_like_a_code(text: str) -> bool:
    """Whether somebody who entered this can only have meant a dossier code."""
    return _LIKE_A_CODE.fullmatch(text) is not None
