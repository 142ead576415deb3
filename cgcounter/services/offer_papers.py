"""What a citizen need not bring, for the office has it: from earlier dossiers of theirs, or of the household."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from cgcounter.domain import names
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.papers_at_hand import KEEPS_PAPERS, PaperAtHand, is_same_household, papers_at_hand
from cgcounter.domain.people import Person, normalise_personal_id
from cgcounter.domain.procedures import Paper
from cgcounter.services.intake import Intake, procedure_in_force
from cgcounter.services.ports import Reading
from cgcounter.services.workplace import Workplace

MOST_LINES: Final = 100
# A fold takes a good half millisecond, and this runs while the clerk types.
MOST_OWN: Final = 12
MOST_OF_HOUSEHOLD: Final = 8


class OfferPapers:
    """Answers while the clerk types; writes nothing."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def __call__(self, intake: Intake) -> tuple[PaperAtHand, ...]:
        """The asked papers that are at hand; raises what the catalogue says of the procedure, and UnknownCaseError."""
        now = self._workplace.clock.now()
        with self._workplace.store.look() as reading:
            procedure = procedure_in_force(reading, intake.procedure_code, now).procedure
            asked = procedure.papers_for(map(names.nfc, intake.cases))
            own = _own(reading, intake.applicant, asked)
            return papers_at_hand(asked, own, _household(reading, intake.applicant, asked))


def _own(reading: Reading, person: Person, asked: Iterable[Paper]) -> list[Dossier]:
    number = normalise_personal_id(person.personal_id)
    if not number or not any(paper.reusable or paper.of_household for paper in asked):
        return []
    return _read(reading, reading.dossiers.of_person(number, limit=MOST_LINES), MOST_OWN)


def _household(reading: Reading, person: Person, asked: Iterable[Paper]) -> list[Dossier]:
    """Read only where the catalogue asks for a paper of the household."""
    if not person.phone or not any(paper.of_household for paper in asked):
        return []
    number = normalise_personal_id(person.personal_id)
    lines = reading.dossiers.search(person.phone, limit=MOST_LINES)
    others = (one for one in lines if one.personal_id != number and is_same_household(one, person))
    return _read(reading, others, MOST_OF_HOUSEHOLD)


def _read(reading: Reading, lines: Iterable[DossierLine], most: int) -> list[Dossier]:
    """The newest of each procedure, then the second of each: a hundred certified copies hide no birth certificate."""
    seen: Counter[str] = Counter()
    turns = []
    for line in lines:
        if line.status in KEEPS_PAPERS:
            seen[line.procedure_code] += 1
            turns.append((seen[line.procedure_code], line))
    turns.sort(key=lambda one: one[0])
    return [reading.dossiers.get(line.id) for _, line in turns[:most]]
