"""What the list asks of the data file: a view or a search, with the figures of the tiles in the same go."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cgcounter.services.ports import Page, TileCounts, View
from cgcounter.services.use_cases import UseCases

# Nobody is called like this: it was meant as a dossier code.
_LIKE_A_CODE: Final = re.compile(r"[0-9A-Z.]{3,}-[0-9]+-[0-9]+")


class Wish(NamedTuple):
    """What the list is to show: a view, or while `query` is not empty the hits for it."""

    view: View
    query: str = ""


class Answer(NamedTuple):
    """Rows, and the figures as they are at the same moment."""

    page: Page
    counts: TileCounts


def ask(cases: UseCases, wish: Wish, limit: int) -> Answer:
    """Read what a wish is about; on the database lane."""
    return Answer(_page(cases, wish, limit), cases.list_dossiers.counts())


def _page(cases: UseCases, wish: Wish, limit: int) -> Page:
    if wish.query:
        return Page(cases.find_dossiers.search(wish.query))
    return cases.list_dossiers(wish.view, limit=limit)


def is_like_a_card(text: str) -> bool:
    """Whether somebody who scanned this can only have meant a card: no name holds the sign between its fields."""
    return "|" in text


def is_like_a_code(text: str) -> bool:
    """Whether somebody who entered this can only have meant a dossier code."""
    return _LIKE_A_CODE.fullmatch(text) is not None
