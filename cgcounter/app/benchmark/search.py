"""Search while typing: every letter asks the data file anew."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from random import Random
from typing import Final

from cgcounter.app.benchmark import calibration
from cgcounter.app.benchmark.filling import Known
from cgcounter.app.benchmark.measuring import Durations, interleaved, timed_each
from cgcounter.app.benchmark.results import Goal, Row
from cgcounter.app.benchmark.workshop import Site, Workshop
from cgcounter.domain.codes import code_alias
from cgcounter.domain.names import search_words
from cgcounter.gui.lookup.questions import Wish, ask
from cgcounter.services.ports import View

_PEOPLE: Final = 4
_FEWEST_LETTERS: Final = 2  # the list asks from two letters on
_CODE_END: Final = 4
_ROWS: Final = 100


def measure(workshop: Workshop) -> Row:
    """What the list asks while names, numbers and ends of codes are typed letter by letter."""
    site = workshop.shared_site(workshop.sizes.dossiers)
    rounds = interleaved(_Typist(site).take, calibration.take, rounds=workshop.sizes.rounds)
    return Row.of("search", rounds, Goal(p50_ms=5, p99_ms=50), dossiers=site.filling.dossiers)


class _Typist:
    """Draws people by chance, the same ones in every run, and types what a clerk would type of each."""

    def __init__(self, site: Site) -> None:
        self._cases = site.office.cases
        self._clerk = site.clerk
        self._known = site.filling.known
        self._random = Random(1)  # noqa: S311  repeatable on purpose, nothing is secret

    def take(self) -> Durations:
        known = self._random.choices(self._known, k=_PEOPLE)
        queries = (query for one in known for text in typed_texts(one) for query in while_typing(text))
        return timed_each(
            [partial(ask, self._cases, self._clerk, Wish(View.ALL, query), _ROWS) for query in queries]
        )


def typed_texts(known: Known) -> Iterator[str]:
    """The ways in which a clerk looks for this citizen."""
    yield known.person.name
    yield " ".join(search_words(known.person.name))
    yield search_words(known.person.name)[-1]
    yield code_alias(known.code)[-_CODE_END:]
    yield known.person.personal_id
    yield known.person.phone


def while_typing(text: str) -> Iterator[str]:
    """What stands in the field after each letter, from the second on."""
    return (text[:end] for end in range(_FEWEST_LETTERS, len(text) + 1))
