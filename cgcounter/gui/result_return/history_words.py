"""What happened to a dossier, told to people: when, who, what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QObject

from cgcounter.domain.dossier import Dossier, HistoryLine
from cgcounter.domain.facts import DossierRated, Fact, ParticularsCorrected
from cgcounter.domain.particulars import RatingScale
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId
from cgcounter.gui.result_return.fact_words import FactWords

_CORRECTABLE: Final = ("name", "personal_id", "phone", "address")


class Told(NamedTuple):
    """One line of the history."""

    at: datetime
    who: str
    what: str


class HistoryWords(QObject):
    """Tells the events of a dossier in the order in which they count."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._facts = FactWords(self)

    def tell(
        self, dossier: Dossier, names: Mapping[StaffId, str], *, leads: bool = False
    ) -> tuple[Told, ...]:
        """The lines; who left the office is no longer known by name, and a rating is told to who leads it alone."""
        lines, before = [], Person("")
        for line in dossier.history:
            who = names.get(line.actor, self.tr("a former member of staff"))
            what = self._rating(line.fact) if leads and isinstance(line.fact, DossierRated) else ""
            lines.append(Told(line.at, who, what or self._what(line, before)))
            before = getattr(line.fact, "applicant", None) or before
        return tuple(lines)

    def _rating(self, fact: DossierRated) -> str:
        best = 3 if fact.scale is RatingScale.THREE_FACES else 5
        words = self.tr("Rated by the citizen: {score} of {best}").format(score=fact.score, best=best)
        return f"{words}: {fact.comment}" if fact.comment else words

    def _what(self, line: HistoryLine, before: Person) -> str:
        words = self._fact(line.fact, before)
        return words if line.applied else self.tr("{what} – did not count").format(what=words)

    def _fact(self, fact: Fact, before: Person) -> str:
        if isinstance(fact, ParticularsCorrected):
            return self._correction(fact, before)
        return self._facts.tell(fact)

    def _correction(self, fact: ParticularsCorrected, before: Person) -> str:
        words = self.tr("Corrected: {what}. Reason: {reason}")
        return words.format(what=", ".join(self._corrected(fact, before)), reason=fact.reason)

    def _corrected(self, fact: ParticularsCorrected, before: Person) -> list[str]:
        names = {
            "name": self.tr("name"),
            "personal_id": self.tr("ID number"),
            "phone": self.tr("phone"),
            "address": self.tr("address"),
            "papers": self.tr("papers"),
            "note": self.tr("note"),
            "return_channel": self.tr("way of return"),
            "submitter": self.tr("submitter"),
            "fee": self.tr("fee"),
        }
        parts = [
            part
            for part in ("papers", "note", "return_channel", "submitter", "fee")
            if getattr(fact, part) is not None
        ]
        if fact.applicant is not None:
            after = fact.applicant
            parts += [part for part in _CORRECTABLE if getattr(after, part) != getattr(before, part)]
        return [names[part] for part in names if part in parts] or [self.tr("particulars")]
