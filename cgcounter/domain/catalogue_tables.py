"""Reads the tables of the catalogue: procedures, their papers, and the terms of channels and cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final, Generic, NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from cgcounter.domain.codes import procedure_key
from cgcounter.domain.deadlines import BadDurationError, Duration, DurationKind, check_duration
from cgcounter.domain.money import FeeKind, FeeRule
from cgcounter.domain.particulars import Channel, OnlineLevel, ResumeMode, Submission
from cgcounter.domain.procedures import Catalogue, Charge, Level, OwnTerms, Paper, Procedure, Time
from cgcounter.domain.tables import CellRefusedError, Cells, Columns, RefusalReason, RowRefusal, read_rows

PROCEDURE_COLUMNS: Final = Columns(
    ("code", "name", "field", "level", "kind", "duration", "fee_rule"),
    (
        "fee_vnd",
        "fee_kind",
        "result",
        "forwarded_to",
        "valid_from",
        "valid_to",
        "replaced_by",
        "confidence",
        "note",
        "decision",
        "online_level",
        "resume_mode",
        "received_by",
    ),
)
PAPER_COLUMNS: Final = Columns(
    ("procedure_code", "case", "name", "originals", "copies", "must_submit", "reusable"),
    ("valid_from", "valid_to", "confidence"),
)
TERM_COLUMNS: Final = Columns(
    ("procedure_code", "channel", "case"),
    ("kind", "duration", "fee_rule", "fee_vnd", "valid_from", "valid_to"),
)
Rows = Iterable[Mapping[str, str]]
_Period = tuple[date | None, date | None]
_Thing = TypeVar("_Thing")


class CatalogueReading(Struct, frozen=True):
    """The catalogue that the tables hold, and the rows that were not taken."""

    catalogue: Catalogue
    refusals: tuple[RowRefusal, ...]


class _Reuse(StrEnum):
    """Whether a paper given before may serve again, and whose."""

    NO = "no"
    YES = "yes"
    HOUSEHOLD = "household"


class _Part(NamedTuple, Generic[_Thing]):
    """What belongs to the versions of a code that are in force in its period."""

    key: str
    period: _Period
    thing: _Thing

    def belongs_to(self, procedure: Procedure) -> bool:
        return self.key == procedure.code[:8] and _overlap(self.period, _period(procedure))


def catalogue_from_rows(procedure_rows: Rows, paper_rows: Rows, term_rows: Rows = ()) -> CatalogueReading:
    """Read the tables of procedures, papers and terms; what is malformed is refused.

    The columns are those of domain facts 7.2; procedures may have ``decision``, ``online_level``, ``resume_mode``,
    ``received_by`` and ``fee_kind`` too, and terms have procedure_code, channel, case, kind, duration, fee_rule,
    fee_vnd. A code may come back as another version whose validity does not overlap; papers and terms belong to all
    versions, or with a ``valid_from`` or ``valid_to`` to those in force in that time.
    """
    versions: dict[str, list[Procedure]] = {}
    taken, refused = read_rows("procedures", procedure_rows, _reader_of_versions(versions))
    papers, refused_papers = read_rows("papers", paper_rows, _reader_of_papers(versions))
    terms, refused_terms = read_rows("terms", term_rows, _reader_of_terms(versions))
    procedures = (
        msgspec.structs.replace(
            one,
            papers=tuple(part.thing for _, part in papers if part.belongs_to(one)),
            terms=tuple(part.thing for _, part in terms if part.belongs_to(one)),
        )
        for _, one in taken
    )
    return CatalogueReading(Catalogue(tuple(procedures)), (*refused, *refused_papers, *refused_terms))


def _reader_of_versions(versions: dict[str, list[Procedure]]) -> Callable[[Cells], Procedure]:
    """Reads procedures and keeps their versions by code."""

    def read(cells: Cells) -> Procedure:
        procedure = _procedure(cells)
        of_code = versions.setdefault(procedure.code[:8], [])
        if any(_overlap(_period(procedure), _period(other)) for other in of_code):
            raise CellRefusedError("code", RefusalReason.DUPLICATE)
        of_code.append(procedure)
        return procedure

    return read


def _reader_of_papers(versions: Mapping[str, list[Procedure]]) -> Callable[[Cells], _Part[Paper]]:
    seen: dict[tuple[str, ...], list[_Period]] = {}

    def read(cells: Cells) -> _Part[Paper]:
        key, period = _belonging(cells, versions)
        paper = _paper(cells)
        _stand_once(seen.setdefault((key, paper.case, paper.name), []), period, "name")
        return _Part(key, period, paper)

    return read


def _reader_of_terms(versions: Mapping[str, list[Procedure]]) -> Callable[[Cells], _Part[OwnTerms]]:
    seen: dict[tuple[str, ...], list[_Period]] = {}

    def read(cells: Cells) -> _Part[OwnTerms]:
        key, period = _belonging(cells, versions)
        terms = _terms(cells)
        _stand_once(seen.setdefault((key, terms.channel or "", terms.case), []), period, "case")
        return _Part(key, period, terms)

    return read


def _belonging(cells: Cells, versions: Mapping[str, list[Procedure]]) -> tuple[str, _Period]:
    """The code that a row belongs to, and when; some version has to be in force then."""
    key, period = procedure_key(cells.required("procedure_code")) or "", cells.period()
    if not any(_overlap(period, _period(one)) for one in versions.get(key, ())):
        raise CellRefusedError("procedure_code", RefusalReason.UNKNOWN_PROCEDURE)
    return key, period


def _stand_once(seen: list[_Period], period: _Period, column: str) -> None:
    """Refuse what stands there already for some of this time."""
    if any(_overlap(period, other) for other in seen):
        raise CellRefusedError(column, RefusalReason.DUPLICATE)
    seen.append(period)


def _period(procedure: Procedure) -> _Period:
    return procedure.valid_from, procedure.valid_to


def _overlap(one: _Period, other: _Period) -> bool:
    starts = max(one[0] or date.min, other[0] or date.min)
    return starts <= min(one[1] or date.max, other[1] or date.max)


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
        decision=cells.text("decision"),
        online_level=cells.choice_if_any("online_level", OnlineLevel),
        resume=cells.choice_if_any("resume_mode", ResumeMode) or ResumeMode.EXTEND_BY_ELAPSED,
        received_by=cells.several("received_by"),
        fee_kind=cells.choice_if_any("fee_kind", FeeKind),
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
    reuse = cells.choice("reusable", _Reuse)
    return Paper(
        name=cells.required("name"),
        case=cells.text("case"),
        originals=cells.number("originals") or 0,
        copies=cells.number("copies") or 0,
        must_submit=cells.choice("must_submit", Submission),
        reusable=reuse is not _Reuse.NO,
        confidence=cells.confidence(),
        of_household=reuse is _Reuse.HOUSEHOLD,
    )


def _terms(cells: Cells) -> OwnTerms:
    """Terms of a channel, a case or both; a row of neither would be the procedure's own, one that says nothing none."""
    channel, case = cells.choice_if_any("channel", Channel), cells.text("case")
    if channel is None and not case:
        raise CellRefusedError("channel", RefusalReason.MISSING)
    kind, rule = cells.choice_if_any("kind", DurationKind), cells.choice_if_any("fee_rule", FeeRule)
    if kind is None and (rule is None or cells.text("duration")):
        raise CellRefusedError("kind", RefusalReason.MISSING)
    if rule is None and cells.text("fee_vnd"):
        raise CellRefusedError("fee_rule", RefusalReason.MISSING)
    return OwnTerms(
        channel=channel,
        case=case,
        time=None if kind is None else Time(kind, _duration(cells, kind)),
        charge=None if rule is None else Charge(rule, cells.number("fee_vnd")),
    )
