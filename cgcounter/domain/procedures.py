"""The catalogue of administrative procedures: versions in force, papers by case, search (section 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property

import msgspec
from msgspec import Struct

from cgcounter.domain.codes import procedure_key
from cgcounter.domain.deadlines import BadDurationError, Duration, DurationKind, check_duration
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.money import FeeRule
from cgcounter.domain.names import begins_in_order, marked_words, nfc, search_words
from cgcounter.domain.tables import (
    CellRefusedError,
    Cells,
    Confidence,
    RefusalReason,
    RowRefusal,
    read_rows,
)


class UnknownCaseError(RuleBrokenError):
    """A procedure has no case of this name."""

    code = "unknown_case"


class Level(StrEnum):
    """Who decides what the commune receives."""

    COMMUNE = "commune"
    COMMUNE_POLICE = "commune_police"
    DISTRICT = "district"
    PROVINCE = "province"


class Submission(StrEnum):
    """Whether a paper is handed in, or only shown and given back."""

    YES = "yes"
    SHOW_ONLY = "show_only"


class Paper(Struct, frozen=True):
    """One paper asked for; ``case`` is empty when it is always asked for."""

    name: str
    case: str = ""
    originals: int = 1
    copies: int = 0
    must_submit: Submission = Submission.YES
    reusable: bool = False
    confidence: Confidence | None = None


class Procedure(Struct, frozen=True):
    """One version of a procedure; no duration means that the time is not known, validity is inclusive."""

    code: str
    name: str
    field: str
    level: Level
    duration_kind: DurationKind
    duration: Duration | None = None
    fee_rule: FeeRule = FeeRule.NONE
    fee_dong: int | None = None
    result: str = ""
    forwarded_to: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    replaced_by: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str = ""
    papers: tuple[Paper, ...] = ()

    def in_force(self, day: date) -> bool:
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    @property
    def is_same_day(self) -> bool:
        return self.duration_kind is DurationKind.SAME_DAY

    @property
    def cases(self) -> tuple[str, ...]:
        """The names of the cases in the order of the catalogue."""
        return tuple(dict.fromkeys(paper.case for paper in self.papers if paper.case))

    def papers_for(self, cases: Iterable[str] = ()) -> tuple[Paper, ...]:
        """The papers always asked for and those of the cases, in the order of the catalogue.

        A paper that several cases ask for stands once, with what the strictest of them asks. Raises
        UnknownCaseError.
        """
        chosen = {"", *cases}
        if not chosen <= {"", *self.cases}:
            raise UnknownCaseError(procedure=self.code)
        asked: dict[str, Paper] = {}
        for paper in self.papers:
            if paper.case in chosen:
                before = asked.get(paper.name)
                asked[paper.name] = _stricter(before, paper) if before else paper
        return tuple(asked.values())


def _stricter(one: Paper, other: Paper) -> Paper:
    return msgspec.structs.replace(
        one,
        originals=max(one.originals, other.originals),
        copies=max(one.copies, other.copies),
        must_submit=Submission.YES
        if Submission.YES in (one.must_submit, other.must_submit)
        else one.must_submit,
        reusable=one.reusable and other.reusable,
    )


class _Entry(Struct, frozen=True):
    """A procedure with its name made ready for search."""

    procedure: Procedure
    words: tuple[str, ...]
    marked: tuple[str, ...]


class Catalogue(Struct, frozen=True, dict=True):
    """All procedures a unit receives; several versions of one code do not overlap in time.

    ``dict`` gives room to the cached lookups.
    """

    procedures: tuple[Procedure, ...] = ()

    @cached_property
    def _by_key(self) -> dict[str, list[Procedure]]:
        versions: dict[str, list[Procedure]] = {}
        for procedure in sorted(self.procedures, key=lambda one: one.valid_from or date.min):
            versions.setdefault(procedure.code[:8], []).append(procedure)
        return versions

    @cached_property
    def _entries(self) -> tuple[_Entry, ...]:
        return tuple(_Entry(one, search_words(one.name), marked_words(one.name)) for one in self.procedures)

    def find(self, code: str, day: date | None = None) -> Procedure | None:
        """The procedure of a code with or without its local suffix: the version in force, else the latest."""
        versions = self._by_key.get(procedure_key(code) or "", ())
        valid = [one for one in versions if day is not None and one.in_force(day)]
        latest = valid or versions
        return latest[-1] if latest else None

    def in_force(self, day: date) -> tuple[Procedure, ...]:
        return tuple(one for one in self.procedures if one.in_force(day))

    def search(self, query: str, day: date) -> tuple[Procedure, ...]:
        """The procedures in force that a typed text finds, marks or not.

        First those whose code begins with it, then those whose name has its words in order (exact marks
        first), then in any order; otherwise in the order of the catalogue. An empty query finds all.
        """
        typed = nfc(query)
        if not typed:
            return self.in_force(day)
        rank = _ranking(typed)
        ranked = [(rank(entry), entry.procedure) for entry in self._entries if entry.procedure.in_force(day)]
        found = [(place, procedure) for place, procedure in ranked if place is not None]
        found.sort(key=lambda one: one[0])
        return tuple(procedure for _, procedure in found)


def _ranking(typed: str) -> Callable[[_Entry], tuple[int, bool] | None]:
    """How well an entry answers the query: the smaller the better, None when it does not."""
    words, marked = search_words(typed), marked_words(typed)
    code = typed.replace(".", "")

    def rank(entry: _Entry) -> tuple[int, bool] | None:
        if code.isdigit() and entry.procedure.code.replace(".", "").startswith(code):
            return 0, False
        if not words:
            return None
        if begins_in_order(words, entry.words):
            return 1, not begins_in_order(marked, entry.marked)
        if all(any(word.startswith(wanted) for word in entry.words) for wanted in words):
            return 2, False
        return None

    return rank


class CatalogueReading(Struct, frozen=True):
    """The catalogue that two tables hold, and the rows that were not taken."""

    catalogue: Catalogue
    refusals: tuple[RowRefusal, ...]


def catalogue_from_rows(
    procedure_rows: Iterable[Mapping[str, str]], paper_rows: Iterable[Mapping[str, str]]
) -> CatalogueReading:
    """Read the tables of procedures and papers (columns of domain facts 7.2); what is malformed is refused.

    A code may come back as another version whose validity does not overlap; papers belong to all versions.
    """
    versions: dict[str, list[Procedure]] = {}
    papers: dict[str, list[Paper]] = {}

    def read_procedure(cells: Cells) -> Procedure:
        procedure = _procedure(cells)
        of_code = versions.setdefault(procedure.code[:8], [])
        if any(_overlap(procedure, other) for other in of_code):
            raise CellRefusedError("code", RefusalReason.DUPLICATE)
        of_code.append(procedure)
        return procedure

    def read_paper(cells: Cells) -> Paper:
        key = procedure_key(cells.required("procedure_code"))
        if not versions.get(key or ""):
            raise CellRefusedError("procedure_code", RefusalReason.UNKNOWN_PROCEDURE)
        paper = _paper(cells)
        of_code = papers.setdefault(key or "", [])
        if any((paper.case, paper.name) == (other.case, other.name) for other in of_code):
            raise CellRefusedError("name", RefusalReason.DUPLICATE)
        of_code.append(paper)
        return paper

    taken, refused = read_rows("procedures", procedure_rows, read_procedure)
    _, refused_papers = read_rows("papers", paper_rows, read_paper)
    procedures = (
        msgspec.structs.replace(one, papers=tuple(papers.get(one.code[:8], ()))) for _, one in taken
    )
    return CatalogueReading(Catalogue(tuple(procedures)), (*refused, *refused_papers))


def _overlap(one: Procedure, other: Procedure) -> bool:
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    return starts <= min(one.valid_to or date.max, other.valid_to or date.max)


def _procedure(cells: Cells) -> Procedure:
    code = cells.required("code")
    if procedure_key(code) is None:
        raise CellRefusedError("code", RefusalReason.BAD_CODE)
    valid_from, valid_to = cells.period()
    kind = cells.choice("kind", DurationKind)
    return Procedure(
        code=code,
        name=cells.required("name"),
        field=cells.required("field"),
        level=cells.choice("level", Level),
        duration_kind=kind,
        duration=_duration(cells, kind),
        fee_rule=cells.choice("fee_rule", FeeRule),
        fee_dong=cells.number("fee_vnd"),
        result=cells.text("result"),
        forwarded_to=cells.several("forwarded_to"),
        valid_from=valid_from,
        valid_to=valid_to,
        replaced_by=cells.several("replaced_by"),
        confidence=cells.confidence(),
        note=cells.text("note"),
    )


def _duration(cells: Cells, kind: DurationKind) -> Duration | None:
    amount = cells.number("duration")
    if amount is None:
        return Duration(kind) if kind is DurationKind.SAME_DAY else None
    duration = Duration(kind, amount)
    try:
        check_duration(duration)
    except BadDurationError:
        raise CellRefusedError("duration", RefusalReason.BAD_NUMBER) from None
    return duration


def _paper(cells: Cells) -> Paper:
    return Paper(
        name=cells.required("name"),
        case=cells.text("case"),
        originals=cells.number("originals") or 0,
        copies=cells.number("copies") or 0,
        must_submit=cells.choice("must_submit", Submission),
        reusable=cells.yes_or_no("reusable"),
        confidence=cells.confidence(),
    )
