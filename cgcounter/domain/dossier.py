"""A dossier as its events make it: where it stands and what it holds."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

from cgcounter.domain.deadlines import Duration
from cgcounter.domain.facts import (
    ApologyMade,
    ApplicantTold,
    DossierRated,
    DossierRefused,
    DossierVoided,
    DossierWithdrawn,
    Fact,
    FeeCollected,
    FeeRefunded,
    FormPrinted,
    GuidanceGiven,
    IntakeRefused,
    ProcessingStopped,
    ResultRecorded,
    ResultReturned,
)
from cgcounter.domain.particulars import (
    Channel,
    DossierId,
    DueBasis,
    EventId,
    Fee,
    LateEntry,
    OnlineLevel,
    Override,
    PaperAsked,
    PaperGiven,
    PaperSource,
    ProcedurePin,
    RegisterEntry,
    ReturnChannel,
)
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId


class Status(StrEnum):
    """Where a dossier stands; the vocabulary of the national portal's status codes (2.3).

    ``GUIDED`` and a refusal at intake are no dossiers yet: they have no code. ``VOIDED`` was entered by mistake.
    """

    ACCEPTED = "accepted"
    GUIDED = "guided"
    REFUSED = "refused"
    IN_PROGRESS = "in_progress"
    AWAITING_SUPPLEMENT = "awaiting_supplement"
    AWAITING_PAYMENT = "awaiting_payment"
    RESULT_READY = "result_ready"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    VOIDED = "voided"


TERMINAL: Final = frozenset(
    {
        Status.GUIDED,
        Status.REFUSED,
        Status.RETURNED,
        Status.WITHDRAWN,
        Status.STOPPED,
        Status.VOIDED,
    }
)


class PauseKind(StrEnum):
    """What the clock waits for."""

    SUPPLEMENT = "supplement"
    PAYMENT = "payment"
    VERIFICATION = "verification"


class Pause(Struct, frozen=True, kw_only=True):
    """A time in which the clock stood still; ``ended_at`` is None while it does."""

    kind: PauseKind
    since: datetime
    until: datetime | None = None
    reason: str = ""
    papers: tuple[PaperAsked, ...] = ()
    amount_dong: int = 0
    ended_at: datetime | None = None


class Leg(Struct, frozen=True, kw_only=True):
    """One hand-over and the work that followed it; ``id`` is the event of the hand-over (Mẫu 05 has a row for each).

    An empty ``unit`` is the office that received the dossier. ``ended_at`` is when it went on, or had its result.
    """

    id: EventId
    unit: str
    unit_name: str
    electronic: bool
    handed_at: datetime
    handed_by: StaffId
    to: StaffId | None = None
    due_at: datetime | None = None
    note: str = ""
    accepted_at: datetime | None = None
    accepted_by: StaffId | None = None
    ended_at: datetime | None = None


Ending = DossierWithdrawn | DossierRefused | ProcessingStopped | DossierVoided


class HistoryLine(Struct, frozen=True):
    """One event as it is told to people; ``applied`` is false for an act that another one overtook."""

    id: EventId
    at: datetime
    actor: StaffId
    fact: Fact
    applied: bool = True


class Dossier(Struct, frozen=True, kw_only=True):
    """The state of one dossier; every field is what the events say, nothing is typed in here.

    ``last_move`` is the act by which it stands where it does; after a reopening the one by which it stood before.
    """

    id: DossierId
    status: Status
    procedure: ProcedurePin
    applicant: Person
    code: str = ""
    slot: int = 0
    office: str = ""
    received_at: datetime | None = None
    received_by: StaffId | None = None
    cases: tuple[str, ...] = ()
    papers: tuple[PaperGiven, ...] = ()
    submitter: Person | None = None
    submitter_relation: str = ""
    channel: Channel = Channel.COUNTER
    sets: int = 1
    duration: Duration | None = None
    due_at: datetime | None = None
    due_basis: DueBasis = DueBasis.RULE
    due_explanation: str = ""
    fee: Fee = Fee()
    return_channel: ReturnChannel = ReturnChannel.COUNTER
    register: RegisterEntry | None = None
    note: str = ""
    online_level: OnlineLevel | None = None
    assisted: bool = False
    group: UUID | None = None
    unit: str = ""
    late_entry: LateEntry | None = None
    override: Override | None = None
    refused: IntakeRefused | None = None
    guided: GuidanceGiven | None = None
    legs: tuple[Leg, ...] = ()
    pauses: tuple[Pause, ...] = ()
    apologies: tuple[ApologyMade, ...] = ()
    result: ResultRecorded | None = None
    told: ApplicantTold | None = None
    returned: ResultReturned | None = None
    ending: Ending | None = None
    rating: DossierRated | None = None
    collected: tuple[FeeCollected, ...] = ()
    refunded: tuple[FeeRefunded, ...] = ()
    prints: tuple[FormPrinted, ...] = ()
    last_move: EventId | None = None
    heads: tuple[EventId, ...] = ()
    history: tuple[HistoryLine, ...] = ()
    read_only: bool = False

    @property
    def is_open(self) -> bool:
        """True until the dossier has left the office's hands."""
        return self.status not in TERMINAL

    @property
    def begun_at(self) -> datetime | None:
        """When it was received, refused at intake, or its citizen guided."""
        if self.refused is not None:
            return self.refused.refused_at
        return self.guided.guided_at if self.guided is not None else self.received_at

    @property
    def spared_papers(self) -> tuple[PaperGiven, ...]:
        """The papers that did not have to be supplied: reused or looked up, and not handed in after all (9.3)."""
        supplied = {paper.name for paper in self.papers if paper.source is PaperSource.NEW}
        return tuple(
            paper
            for paper in self.papers
            if paper.source is not PaperSource.NEW and paper.name not in supplied
        )

    @property
    def is_pending(self) -> bool:
        """Whether the clock of its due time runs: there is no result yet, and nothing is waited for."""
        return self.status in {Status.ACCEPTED, Status.IN_PROGRESS} and self.pause is None

    @property
    def pause(self) -> Pause | None:
        """What the clock waits for now; None while it runs."""
        return self.pauses[-1] if self.pauses and self.pauses[-1].ended_at is None else None

    @property
    def leg(self) -> Leg | None:
        """The hand-over under which the dossier is worked on now, or was last."""
        return self.legs[-1] if self.legs else None

    @property
    def own_unit(self) -> str:
        """The key of the unit whose counter received it."""
        return self.unit or self.office

    @property
    def unit_at_work(self) -> str:
        """The key of the unit that has it now: where the last hand-over led, or else where it was received."""
        return (self.leg.unit if self.leg else self.unit) or self.office

    @property
    def unit_before(self) -> str:
        """The key of the unit that handed it to the one that has it now; the same where nothing was handed over."""
        before = self.legs[-2].unit if len(self.legs) > 1 else self.unit
        return before or self.office

    @property
    def paper_leg(self) -> Leg | None:
        """The last hand-over from unit to unit that went on paper, with a slip that both sides sign."""
        return next((leg for leg in reversed(self.legs) if leg.unit_name and not leg.electronic), None)

    def giver_of(self, leg: Leg) -> str:
        """The key of the unit that a leg came from."""
        place = self.legs.index(leg)
        return (self.legs[place - 1].unit if place else self.unit) or self.office

    @property
    def promised_at(self) -> datetime | None:
        """When the citizen was told to come: the due time, or the new date of the last apology."""
        return self.apologies[-1].promised_at if self.apologies else self.due_at

    @property
    def collected_dong(self) -> int:
        """Money taken and not given back, in whole dong; never below 0, also where it was given back twice."""
        taken = sum(one.amount_dong for one in self.collected)
        return max(taken - sum(one.amount_dong for one in self.refunded), 0)

    @property
    def owed_dong(self) -> int:
        """What is still to be paid, in whole dong; never below 0."""
        return max(self.fee.amount_dong - self.collected_dong, 0)

    @property
    def owes_receipt(self) -> bool:
        """True while the citizen waits for a receipt: received, under way, and on no paper yet, not even by hand.

        Who has everything back needs none (2.4).
        """
        has_come = self.received_at is not None and self.late_entry is None
        return has_come and self.is_open and not self.print_count("RECEIPT")

    def print_count(self, form: str) -> int:
        """How often a form of this dossier went to paper."""
        return sum(1 for one in self.prints if one.form == form)
