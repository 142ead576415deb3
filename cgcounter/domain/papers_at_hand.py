"""Papers that the office has already: who gave them once is not asked for them again (facts, 9.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from cgcounter.domain import names
from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.particulars import PaperSource, ResultKind, Submission
from cgcounter.domain.people import Person, normalise_phone
from cgcounter.domain.procedures import Paper

# The papers of a dossier that ended in another way were given back, or never were there.
KEEPS_PAPERS: Final = frozenset(
    {
        Status.ACCEPTED,
        Status.IN_PROGRESS,
        Status.AWAITING_SUPPLEMENT,
        Status.AWAITING_PAYMENT,
        Status.RESULT_READY,
        Status.RETURNED,
    }
)
_TELLING_WORDS: Final = 4


class PaperAtHand(Struct, frozen=True):
    """An asked paper that need not be given: the dossier that it came with, or whose result it is, and its day."""

    name: str
    from_code: str
    day: date


def papers_at_hand(
    asked: Iterable[Paper], own: Iterable[Dossier], household: Iterable[Dossier] = ()
) -> tuple[PaperAtHand, ...]:
    """Those of the asked papers that a person gave before, or the office made for them; the newest of each.

    Only reusable papers, those of a household also from its other members. A paper that was only shown, that came
    from a data base, or that was given back with its dossier, is not at hand. One that was itself taken over lies
    where it was handed in, and is at hand as long as that dossier keeps it.
    """
    of_own = _newest_first(own)
    of_all = _newest_first([*own, *household])
    found = (_find(paper, of_all if paper.of_household else of_own) for paper in asked)
    return tuple(one for one in found if one is not None)


def is_same_household(line: DossierLine, person: Person) -> bool:
    """Whether an applicant lives with a person, as far as address and phone of both are known.

    A village is an address of many: only together with the phone it stands for one household.
    """
    same_phone = normalise_phone(line.phone)[0] == normalise_phone(person.phone)[0] != ""
    return same_phone and names.search_key(line.address) == names.search_key(person.address) != ""


class _Kept(Struct, frozen=True):
    """Something in the office's hands: the words of its name, and where it is from."""

    words: str
    from_code: str
    day: date
    is_result: bool = False


def _find(paper: Paper, kept: Iterable[_Kept]) -> PaperAtHand | None:
    if not (paper.reusable or paper.of_household):
        return None
    words = _words(paper.name)
    found = next((one for one in kept if _serves(one, words)), None)
    return PaperAtHand(paper.name, found.from_code, found.day) if found is not None else None


def _serves(kept: _Kept, asked: str) -> bool:
    """The same paper; or a result of the office that the asked paper's name speaks of among other words."""
    is_telling = kept.is_result and len(kept.words.split()) >= _TELLING_WORDS
    return kept.words == asked or (is_telling and f" {kept.words} " in f" {asked} ")


def _newest_first(dossiers: Iterable[Dossier]) -> list[_Kept]:
    kept = (one for dossier in dossiers for one in _kept_of(dossier))
    return sorted(kept, key=lambda one: (one.day, one.from_code), reverse=True)


def _kept_of(dossier: Dossier) -> Iterator[_Kept]:
    if dossier.status not in KEEPS_PAPERS or dossier.received_at is None:
        return
    day = dossier.received_at.date()
    for paper in dossier.papers:
        if paper.submission is Submission.YES and paper.source is PaperSource.NEW:
            yield _Kept(_words(paper.name), dossier.code, day)
    result = dossier.result
    if result is not None and result.kind is ResultKind.POSITIVE:
        for name in filter(str.strip, dossier.procedure.result.split(";")):
            yield _Kept(_words(name), dossier.code, result.released_at.date(), is_result=True)


def _words(name: str) -> str:
    """Papers are compared by their names without marks, and without what stands in brackets."""
    return " ".join(names.search_words(name.partition("(")[0]))
