"""The open dossiers on paper of the time before the program are taken over from a table, all sound rows at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from cgcounter.domain import codes
from cgcounter.domain.catalogue_tables import Rows
from cgcounter.domain.codes import FOREIGN_SLOT, DossierCode
from cgcounter.domain.dossier_tables import PaperDossier, read_dossier
from cgcounter.domain.errors import EnvironmentProblemError, RuleBrokenError
from cgcounter.domain.facts import DossierReceived, FeeCollected
from cgcounter.domain.particulars import DueBasis, LateEntryKind, PaperGiven
from cgcounter.domain.staff import Actor, Role, require_role
from cgcounter.domain.tables import CellRefusedError, RefusalReason, RowRefusal, read_rows
from cgcounter.services.foreign_codes import is_of_a_counter
from cgcounter.services.import_change import ImportChange
from cgcounter.services.intake import Intake, LateIntake
from cgcounter.services.ports import CodeMarks, Progress, Reading, UnitOfWork, untold
from cgcounter.services.receive_dossier import CodeNotMarkedError, receive
from cgcounter.services.workplace import Workplace

IMPORTERS: Final = frozenset({Role.ADMINISTRATOR})
TABLE: Final = "dossiers"
# What intake says no to, as the cell that has to be mended.
_CELLS: Final[Mapping[str, tuple[str, RefusalReason]]] = {
    "procedure_unknown": ("procedure_code", RefusalReason.UNKNOWN_PROCEDURE),
    "procedure_not_in_force": ("procedure_code", RefusalReason.NOT_IN_FORCE),
    "procedure_elsewhere": ("procedure_code", RefusalReason.NOT_HERE),
    "unknown_case": ("cases", RefusalReason.UNKNOWN_CASE),
    "late_entry_ahead": ("received_at", RefusalReason.NOT_YET),
    "due_time_missing": ("due_at", RefusalReason.MISSING),
    "due_time_past": ("due_at", RefusalReason.ENDS_BEFORE_START),
    "fee_missing": ("fee_vnd", RefusalReason.MISSING),
    "bad_amount": ("fee_vnd", RefusalReason.BAD_NUMBER),
    "name_missing": ("name", RefusalReason.MISSING),
}


class TakeOverDossiers:
    """Writes each row down as a dossier that was received then, with its reason; a second time it refuses them."""

    def __init__(self, workplace: Workplace, marks: CodeMarks) -> None:
        self._workplace = workplace
        self._marks = marks

    def __call__(
        self, actor: Actor, rows: Rows, *, source: str, dry_run: bool, progress: Progress = untold
    ) -> ImportChange:
        """Take over; ``new`` names the codes. Raises RoleMissingError, and CodeNotMarkedError after it was saved.

        What ``progress`` raises is raised before anything is saved.
        """
        require_role(actor, IMPORTERS)
        read, refused = read_rows(TABLE, rows, read_dossier)
        taken: list[DossierReceived] = []
        with self._workplace.store.begin() as unit:
            known = _Known(unit)
            for done, (row_number, paper) in enumerate(read):
                progress(done, len(read))
                try:
                    taken.append(self._take(unit, actor, known, paper, source))
                except CellRefusedError as error:
                    refused.append(RowRefusal(row_number, error.column, error.reason, TABLE))
            refusals = tuple(sorted(refused, key=lambda one: one.row_number))
            change = ImportChange(
                new=tuple(one.code for one in taken), changed=(), gone=(), refusals=refusals
            )
            if dry_run or not taken:
                return change
            unit.commit()
        self._mark(taken)
        return change

    def _take(
        self, unit: UnitOfWork, actor: Actor, known: _Known, paper: PaperDossier, source: str
    ) -> DossierReceived:
        known.require_new(paper)
        kept = DossierCode(paper.code) if paper.code else None
        try:
            fact = receive(unit, _wish(paper, source), self._workplace.clock.now(), kept_code=kept)
        except RuleBrokenError as error:
            too_long = (str(error.fields.get("field", "")), RefusalReason.TOO_LONG)
            column, reason = _CELLS.get(error.code, too_long)
            raise CellRefusedError(column, reason) from error
        self._workplace.begin_dossier(unit, actor, (fact, *_paid(fact, paper)))
        known.add(fact)
        return fact

    def _mark(self, taken: list[DossierReceived]) -> None:
        """Remember the highest number of each day outside the data folder."""
        highest: dict[tuple[int, date], DossierReceived] = {}
        for fact in taken:
            if fact.slot != FOREIGN_SLOT:
                highest[fact.slot, codes.parse_code(fact.code).day] = fact
        for (slot, day), fact in highest.items():
            try:
                self._marks.raise_to(slot, day, codes.parse_code(fact.code).serial)
            except EnvironmentProblemError as error:
                raise CodeNotMarkedError(code=fact.code) from error


class _Known:
    """What is on file already: codes, and the paper numbers of a day."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._numbers: dict[date, set[str]] = {}

    def require_new(self, paper: PaperDossier) -> None:
        """Refuse a row whose dossier is there, or whose code only a counter of this office gives out."""
        if paper.code and self._reading.dossiers.by_code(paper.code):
            raise CellRefusedError("code", RefusalReason.ALREADY_THERE)
        if paper.paper_number and paper.paper_number in self._of_day(paper.received_at):
            raise CellRefusedError("paper_number", RefusalReason.ALREADY_THERE)
        if paper.code and is_of_a_counter(self._reading, paper.code):
            raise CellRefusedError("code", RefusalReason.OF_A_COUNTER)

    def add(self, fact: DossierReceived) -> None:
        """Remember what was just written down."""
        if fact.late_entry is not None:
            self._of_day(fact.received_at).add(fact.late_entry.paper_number)

    def _of_day(self, at: datetime) -> set[str]:
        if at.date() not in self._numbers:
            dossiers = self._reading.dossiers
            late = (dossiers.get(line.id).late_entry for line in dossiers.received_on(at.date()))
            self._numbers[at.date()] = {entry.paper_number for entry in late if entry is not None}
        return self._numbers[at.date()]


def _paid(fact: DossierReceived, paper: PaperDossier) -> tuple[FeeCollected, ...]:
    """What was paid at the intake of then: it bears no number of ours and is no money of today's till."""
    paid = FeeCollected(collected_at=fact.received_at, amount_dong=paper.paid_dong)
    return (paid,) if paper.paid_dong else ()


def _wish(paper: PaperDossier, source: str) -> Intake:
    basis = DueBasis.TYPED if paper.due_at else DueBasis.RULE
    return Intake(
        procedure_code=paper.procedure_code,
        applicant=paper.applicant,
        papers=tuple(PaperGiven(name, originals=1) for name in paper.papers),
        cases=paper.cases,
        fee_typed=paper.fee_dong,
        exemption=paper.exemption,
        due_basis=DueBasis.NONE if paper.promises_none else basis,
        due_typed=paper.due_at,
        note=paper.note,
        late=LateIntake(
            LateEntryKind.TAKEN_OVER, paper.received_at, paper.reason or source, paper.paper_number
        ),
    )
