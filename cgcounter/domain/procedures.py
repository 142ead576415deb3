"""The catalogue of administrative procedures: versions in force, papers by case, search (section 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from functools import cached_property
from math import inf
from typing import Final, TypeVar

import msgspec
from msgspec import Struct

from cgcounter.domain import money
from cgcounter.domain.codes import procedure_key
from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.money import FeeKind, FeeRule
from cgcounter.domain.names import begins_in_order, marked_words, nfc, search_words
from cgcounter.domain.particulars import Channel, OnlineLevel, ResumeMode, Submission
from cgcounter.domain.tables import Confidence
from cgcounter.domain.units import Unit

_Part = TypeVar("_Part")

# In a day of 7.5 hours (3.3 rule 1), five days a week.
_WORKING_HOURS: Final = {
    DurationKind.SAME_DAY: 0.0,
    DurationKind.WORKING_HOURS: 1.0,
    DurationKind.WORKING_DAYS: 7.5,
    DurationKind.CALENDAR_DAYS: 7.5 * 5 / 7,
}


class UnknownCaseError(RuleBrokenError):
    """A procedure has no case of this name."""

    code = "unknown_case"


class Level(StrEnum):
    """Who decides what the commune receives."""

    COMMUNE = "commune"
    COMMUNE_POLICE = "commune_police"
    DISTRICT = "district"
    PROVINCE = "province"


class Paper(Struct, frozen=True):
    """One paper asked for; ``case`` is empty when it is always asked for.

    A ``reusable`` one need not be given again by who gave it before (indicator 9.3); one ``of_household`` also not by
    who lives in the same household.
    """

    name: str
    case: str = ""
    originals: int = 1
    copies: int = 0
    must_submit: Submission = Submission.YES
    reusable: bool = False
    confidence: Confidence | None = None
    of_household: bool = False


class Time(Struct, frozen=True):
    """How long a procedure may take; no duration means that it is not known."""

    kind: DurationKind
    duration: Duration | None = None


class Charge(Struct, frozen=True):
    """How a fee comes about; ``dong`` is the amount for a case or a copy, None when it is not known."""

    rule: FeeRule
    dong: int | None = None


class OwnTerms(Struct, frozen=True):
    """Time or fee as they are for a channel, a case, or both (7.1), None where they are as otherwise.

    No channel and no case stand for any.
    """

    channel: Channel | None = None
    case: str = ""
    time: Time | None = None
    charge: Charge | None = None


class ProcedureTerms(Struct, frozen=True):
    """How long one dossier may take, and what is paid for it."""

    time: Time
    charges: tuple[Charge, ...]

    @property
    def is_same_day(self) -> bool:
        return self.time.kind is DurationKind.SAME_DAY

    def fee_dong(self, *, pages: int = 1, copies: int = 1) -> int | None:
        """The sum of the charges; None when one is not known. Raises BadCountError and BadAmountError."""
        amounts = [money.fee_dong(one.rule, one.dong, pages=pages, copies=copies) for one in self.charges]
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if len(known) == len(amounts) else None


class Procedure(Struct, frozen=True):
    """One version of a procedure; no duration means that the time is not known, validity is inclusive.

    ``decision`` is the number of the decision that published it. ``received_by`` names kinds or keys of the units
    whose counters receive it; empty: every counter does. ``fee_kind`` is None where the catalogue does not tell it.
    ``terms`` are those that differ from its own.
    """

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
    decision: str = ""
    online_level: OnlineLevel | None = None
    resume: ResumeMode = ResumeMode.EXTEND_BY_ELAPSED
    received_by: tuple[str, ...] = ()
    fee_kind: FeeKind | None = None
    terms: tuple[OwnTerms, ...] = ()

    def in_force(self, day: date) -> bool:
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    @property
    def is_same_day(self) -> bool:
        return self.duration_kind is DurationKind.SAME_DAY

    @property
    def is_sure(self) -> bool:
        """Whether it is known from a text of law, the national database, or the office itself (facts, section 0)."""
        return self.confidence in (None, Confidence.LAW, Confidence.NATIONAL_DB)

    def is_received_at(self, unit: Unit | None) -> bool:
        """Whether counters of this unit receive it; those of no known unit receive what every counter does."""
        return not self.received_by or (
            unit is not None and not {unit.key, unit.kind}.isdisjoint(self.received_by)
        )

    @property
    def cases(self) -> tuple[str, ...]:
        """The names of the cases in the order of the catalogue."""
        named = [*(paper.case for paper in self.papers), *(own.case for own in self.terms)]
        return tuple(dict.fromkeys(case for case in named if case))

    def terms_for(self, channel: Channel = Channel.COUNTER, cases: Iterable[str] = ()) -> ProcedureTerms:
        """Time and fee of a dossier that comes in by a channel with these cases (7.1); raises UnknownCaseError.

        What is said for a case goes before what is said for a channel, and what is said for both before either. A
        case that says nothing about the time, or about the fee, changes nothing about it. Of several cases that do,
        the longest time counts, for the dossier has one result; their fees are added, for a fee is that of a case
        (section 8).
        """
        chosen = self._known(cases)
        times = self._closest(lambda own: own.time, channel, chosen)
        charges = self._closest(lambda own: own.charge, channel, chosen)
        return ProcedureTerms(
            time=max(times, key=_length, default=Time(self.duration_kind, self.duration)),
            charges=tuple(charges) or (Charge(self.fee_rule, self.fee_dong),),
        )

    def papers_for(self, cases: Iterable[str] = ()) -> tuple[Paper, ...]:
        """The papers always asked for and those of the cases, in the order of the catalogue.

        A paper that several cases ask for stands once, with what the strictest of them asks. Raises
        UnknownCaseError.
        """
        chosen = {"", *self._known(cases)}
        asked: dict[str, Paper] = {}
        for paper in self.papers:
            if paper.case in chosen:
                before = asked.get(paper.name)
                asked[paper.name] = _stricter(before, paper) if before else paper
        return tuple(asked.values())

    def _known(self, cases: Iterable[str]) -> tuple[str, ...]:
        """The cases, each once; raises UnknownCaseError."""
        chosen = tuple(dict.fromkeys(case for case in cases if case))
        if not set(chosen) <= set(self.cases):
            raise UnknownCaseError(procedure=self.code)
        return chosen

    def _closest(
        self, part: Callable[[OwnTerms], _Part | None], channel: Channel, cases: Iterable[str]
    ) -> list[_Part]:
        """What the own terms say of a part: that of the cases, where they say nothing that of the channel."""
        said: dict[str, _Part] = {}
        # The word for the channel itself comes last, and stands.
        for own in sorted(self.terms, key=lambda one: one.channel is not None):
            value = part(own)
            if value is not None and own.channel in (None, channel):
                said[own.case] = value
        of_cases = [said[case] for case in cases if case in said]
        return of_cases or [said[case] for case in ("",) if case in said]


def _length(time: Time) -> float:
    """The working time in it, as far as kinds can be compared without a calendar; what is not known is longest."""
    return inf if time.duration is None else time.duration.amount * _WORKING_HOURS[time.kind]


def _stricter(one: Paper, other: Paper) -> Paper:
    return msgspec.structs.replace(
        one,
        originals=max(one.originals, other.originals),
        copies=max(one.copies, other.copies),
        must_submit=Submission.YES
        if Submission.YES in (one.must_submit, other.must_submit)
        else one.must_submit,
        reusable=one.reusable and other.reusable,
        of_household=one.of_household and other.of_household,
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

    def received_at(self, unit: Unit | None) -> Catalogue:
        """What counters of a unit receive of it; the catalogue itself, with its lookups, where that is all."""
        received = tuple(one for one in self.procedures if one.is_received_at(unit))
        return self if len(received) == len(self.procedures) else Catalogue(received)

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
