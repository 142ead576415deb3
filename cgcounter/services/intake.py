"""What a clerk wishes to take in, and how it becomes the fact that is written down.

Used alike by plain intake, by service at once and by the preview that the intake pane shows while typing.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from msgspec import Struct

from cgcounter.domain import money, names
from cgcounter.domain.deadlines import DueTime, due_time, explain
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.money import BadAmountError, BadCountError, FeeKind
from cgcounter.domain.offices import unit_key_of
from cgcounter.domain.particulars import (
    Channel,
    DueBasis,
    Fee,
    LateEntryKind,
    OfficialReceipt,
    OnlineLevel,
    PaperGiven,
    ProcedurePin,
    ReturnChannel,
)
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Procedure, Time
from cgcounter.domain.units import Unit
from cgcounter.services.ports import Reading
from cgcounter.services.second_person import SecondPerson
from cgcounter.services.texts import TextTooLongError, clean_text

MOST_PAPERS: Final = 60
MOST_COUNT: Final = 9999


class NameMissingError(RuleBrokenError):
    """A dossier needs the name of the person or organisation whose matter it is."""

    code = "name_missing"


class ProcedureMissingError(RuleBrokenError):
    """Nothing was picked of what the office takes in."""

    code = "procedure_missing"


class ProcedureUnknownError(RuleBrokenError):
    """The catalogue holds no such procedure."""

    code = "procedure_unknown"


class ProcedureNotInForceError(RuleBrokenError):
    """The procedure is out of force on the day of intake; ``replaced_by`` names what follows it."""

    code = "procedure_not_in_force"


class ProcedureElsewhereError(RuleBrokenError):
    """Counters of other units receive this procedure; ``units`` names them."""

    code = "procedure_elsewhere"


class LateEntryAheadError(RuleBrokenError):
    """What is entered late was received before now."""

    code = "late_entry_ahead"


class LateTimeMissingError(RuleBrokenError):
    """What is entered late has the day and hour of its paper receipt."""

    code = "late_time_missing"


class DueTimeMissingError(RuleBrokenError):
    """The catalogue does not know the duration: the clerk types a due time, or says that there is none."""

    code = "due_time_missing"


class DueTimePastError(RuleBrokenError):
    """A typed due time lies before the intake."""

    code = "due_time_past"


class FeeMissingError(RuleBrokenError):
    """The catalogue does not know the amount: the clerk types it, or gives the reason of an exemption."""

    code = "fee_missing"


class Overruling(Struct, frozen=True):
    """A procedure is to pass though it is out of force, with a reason; ``second`` agrees with their PIN (7.2)."""

    reason: str
    second: SecondPerson


class LateIntake(Struct, frozen=True):
    """A dossier that came in before: everything is judged by ``received_at``, None until it is typed.

    ``paper_number`` is what the paper receipt bears.
    """

    kind: LateEntryKind
    received_at: datetime | None
    reason: str
    paper_number: str = ""


class Intake(Struct, frozen=True, kw_only=True):
    """The wish of the intake pane, as typed.

    ``due_basis`` RULE takes the catalogue's duration; TYPED takes ``due_typed``; NONE promises no time. ``fee_typed``
    (whole dong) overrules the catalogue; ``exemption`` is the reason why nothing is paid. ``takes_fee``: it is paid
    now, and ``official`` is the receipt that the clerk wrote for it. A dossier of a portal keeps its ``portal_code``;
    what came in online has the procedure's level unless ``online_level`` says another one, and is ``assisted`` where
    the counter helped. Dossiers of one submitter share their ``group``; a ``submitter`` who is the
    applicant is none.
    """

    procedure_code: str
    applicant: Person
    papers: tuple[PaperGiven, ...] = ()
    cases: tuple[str, ...] = ()
    submitter: Person | None = None
    submitter_relation: str = ""
    channel: Channel = Channel.COUNTER
    sets: int = 1
    pages: int = 0
    copies: int = 0
    fee_typed: int | None = None
    exemption: str = ""
    due_basis: DueBasis = DueBasis.RULE
    due_typed: datetime | None = None
    return_channel: ReturnChannel = ReturnChannel.COUNTER
    note: str = ""
    online_level: OnlineLevel | None = None
    assisted: bool = False
    portal_code: str = ""
    group: UUID | None = None
    late: LateIntake | None = None
    overruling: Overruling | None = None
    takes_fee: bool = False
    official: OfficialReceipt | None = None


class Terms(Struct, frozen=True):
    """What the office promises and asks for: due time and fee. None: the clerk has to say."""

    due: DueTime | None
    fee_dong: int | None
    time: Time


class PinnedProcedure(NamedTuple):
    """A procedure of the catalogue with the number of the version it is of."""

    procedure: Procedure
    version: int

    def require_in_force(self, at: datetime) -> None:
        """Raise ProcedureNotInForceError unless it was in force at that time."""
        if not self.procedure.in_force(at.date()):
            replaced_by = ", ".join(self.procedure.replaced_by) or "-"
            raise ProcedureNotInForceError(procedure=self.procedure.code, replaced_by=replaced_by)

    def pin(self, *, same_day: bool | None = None) -> ProcedurePin:
        """What a dossier keeps of it; whether it is done on the same day may hang on channel and case."""
        one = self.procedure
        return ProcedurePin(
            code=one.code,
            name=one.name,
            field=one.field,
            catalogue_version=self.version,
            same_day=one.is_same_day if same_day is None else same_day,
            result=one.result,
            forwarded_to=one.forwarded_to,
            resume=one.resume,
        )


def procedure_in_force(reading: Reading, code: str, at: datetime) -> PinnedProcedure:
    """The procedure as it stood at a time; raises ProcedureNotInForceError and what ``find_procedure`` does."""
    found = find_procedure(reading, code, at)
    found.require_in_force(at)
    return found


def find_procedure(reading: Reading, code: str, at: datetime) -> PinnedProcedure:
    """The procedure in force at a time, else its latest version; raises ProcedureUnknownError, ProcedureElsewhereError.

    The newest catalogue holds the versions of the past too.
    """
    if not code:
        raise ProcedureMissingError
    pinned = reading.reference.catalogue()
    procedure = pinned.catalogue.find(code, at.date())
    if procedure is None:
        raise ProcedureUnknownError(procedure=code)
    if not procedure.is_received_at(unit_here(reading)):
        elsewhere = (
            unit.name
            for unit in reading.reference.units().valid_on(at.date())
            if procedure.is_received_at(unit)
        )
        raise ProcedureElsewhereError(procedure=procedure.code, units=", ".join(elsewhere) or "-")
    return PinnedProcedure(procedure, pinned.version)


def unit_here(reading: Reading) -> Unit | None:
    """The unit that this counter receives for; None where the table of units does not know it."""
    key = unit_key_of(reading.reference.office(), reading.reference.counter())
    return reading.reference.units().find(key)


def terms(reading: Reading, procedure: Procedure, intake: Intake, now: datetime) -> Terms:
    """Due time and fee by the rules alone, without what the clerk typed over them; raises UnknownCaseError."""
    asked = procedure.terms_for(intake.channel, map(names.nfc, intake.cases))
    due, duration = None, asked.time.duration
    if duration is not None:
        due = due_time(now, duration, reading.reference.calendar())
    pages, copies = max(intake.pages, 1), max(intake.copies, 1)
    return Terms(due=due, fee_dong=asked.fee_dong(pages=pages, copies=copies), time=asked.time)


def fee_of(intake: Intake, by_rule: int | None, kind: FeeKind | None = None) -> Fee:
    """The fee that is charged; raises FeeMissingError when neither catalogue nor clerk says."""
    fee = Fee(pages=intake.pages, copies=intake.copies, kind=kind)
    reason = names.nfc(intake.exemption)
    if reason:
        return msgspec.structs.replace(fee, exemption=reason)
    if intake.fee_typed is not None:
        return msgspec.structs.replace(fee, amount_dong=intake.fee_typed, typed=True)
    if by_rule is None:
        raise FeeMissingError
    return msgspec.structs.replace(fee, amount_dong=by_rule)


class Promise(Struct, frozen=True):
    """The due time as it is written down and printed."""

    at: datetime | None
    basis: DueBasis
    explanation: str = ""


def promise_of(intake: Intake, by_rule: DueTime | None, now: datetime) -> Promise:
    """The due time that is promised; raises DueTimeMissingError or DueTimePastError."""
    if intake.due_basis is DueBasis.NONE:
        return Promise(None, DueBasis.NONE)
    if intake.due_basis is DueBasis.TYPED:
        if intake.due_typed is None:
            raise DueTimeMissingError
        if intake.due_typed <= now:
            raise DueTimePastError
        return Promise(intake.due_typed, DueBasis.TYPED)
    if by_rule is None:
        raise DueTimeMissingError
    return Promise(by_rule.at, DueBasis.RULE, explain(by_rule))


def cleaned(intake: Intake, procedure: Procedure) -> Intake:
    """The wish with NFC texts; raises when a name is missing, a case unknown (UnknownCaseError) or a text too long."""
    applicant = clean_person(intake.applicant)
    if not applicant.name:
        raise NameMissingError
    procedure.papers_for(names.nfc(case) for case in intake.cases)
    _check_figures(intake)
    is_online = intake.channel is Channel.ONLINE
    relation = clean_text("relation", intake.submitter_relation)
    submitter = _another(intake.submitter and clean_person(intake.submitter), applicant, relation)
    return msgspec.structs.replace(
        intake,
        online_level=(intake.online_level or procedure.online_level) if is_online else None,
        assisted=is_online and intake.assisted,
        applicant=applicant,
        submitter=submitter,
        submitter_relation=relation if submitter else "",
        papers=clean_papers(intake.papers),
        cases=tuple(names.nfc(case) for case in intake.cases),
        note=clean_text("note", intake.note),
        exemption=clean_text("exemption", intake.exemption),
    )


def _another(submitter: Person | None, applicant: Person, relation: str) -> Person | None:
    """Who hands in for another one; who brings a dossier of their own is no submitter beside the applicant.

    Numbers tell people apart; where one is missing, who has the same name and no relation is the same person.
    """
    if submitter is None:
        return None
    numbers = submitter.personal_id, applicant.personal_id
    has_own_name = submitter.name == applicant.name and not relation
    is_same = numbers[0] == numbers[1] if all(numbers) else has_own_name
    return None if is_same else submitter


def clean_person(person: Person) -> Person:
    """A person with NFC texts of a length that forms can carry."""
    return msgspec.structs.replace(
        person,
        name=clean_text("name", person.name),
        address=clean_text("address", person.address),
        email=clean_text("email", person.email),
        phone=clean_text("phone", person.phone),
        personal_id=clean_text("personal_id", person.personal_id),
    )


def clean_papers(papers: tuple[PaperGiven, ...]) -> tuple[PaperGiven, ...]:
    """Papers with NFC texts; raises TextTooLongError for more than a receipt can list."""
    if len(papers) > MOST_PAPERS:
        raise TextTooLongError(field="papers", most=MOST_PAPERS)
    return tuple(_clean_paper(paper) for paper in papers)


def _check_figures(intake: Intake) -> None:
    """Counts from 1 (0: not asked for) to MOST_COUNT, sets from 1, an amount that money.py knows."""
    if not 1 <= intake.sets <= MOST_COUNT:
        raise BadCountError(count=intake.sets)
    for count in (intake.pages, intake.copies):
        if not 0 <= count <= MOST_COUNT:
            raise BadCountError(count=count)
    if intake.fee_typed is not None and not 0 <= intake.fee_typed <= money.MOST_DONG:
        raise BadAmountError


def _clean_paper(paper: PaperGiven) -> PaperGiven:
    return msgspec.structs.replace(
        paper, name=clean_text("paper", paper.name), note=clean_text("paper_note", paper.note)
    )
