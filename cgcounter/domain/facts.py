"""What can happen to a dossier: facts, named in the past tense.

``number`` of a fact that prints a form is the form's running number in its counter and year.
Facts grow by new fields with defaults only; a fact this version does not know is kept as it came and passed on.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from msgspec import Struct

from cgcounter.domain.deadlines import Duration
from cgcounter.domain.particulars import (
    Channel,
    DueBasis,
    EventId,
    Fee,
    LateEntry,
    OfficialReceipt,
    OnlineLevel,
    Override,
    PaperAsked,
    PaperGiven,
    ProcedurePin,
    RatingScale,
    ReceiverRole,
    RegisterEntry,
    ResultKind,
    ReturnChannel,
    Value,
)
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId


class DossierReceived(Value, frozen=True):
    """A complete dossier was accepted: it has a code, a due time and a row in the register.

    ``slot`` is 0 for the code of a portal. ``assisted``: the counter helped to hand it in online. ``group`` is shared
    by the dossiers that one submitter handed in together. ``unit`` is the unit whose counter received it, a key of
    units.csv, empty for the office's own.
    """

    code: str
    slot: int
    received_at: datetime
    procedure: ProcedurePin
    applicant: Person
    papers: tuple[PaperGiven, ...]
    register: RegisterEntry
    cases: tuple[str, ...] = ()
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
    note: str = ""
    online_level: OnlineLevel | None = None
    assisted: bool = False
    group: UUID | None = None
    late_entry: LateEntry | None = None
    override: Override | None = None
    unit: str = ""


class IntakeRefused(Value, frozen=True):
    """A dossier was not taken in, with the reason the citizen was told (Mẫu 03)."""

    refused_at: datetime
    procedure: ProcedurePin
    applicant: Person
    reason: str
    number: int = 0


class HandedOver(Value, frozen=True):
    """The dossier went on to those who work on it: one leg, with its own due time.

    ``unit`` is a key of units.csv, empty for the office that received it; ``to`` names the person who is to work on
    it. A leg on paper (``electronic`` false) has its hand-over slip signed by both sides.
    """

    handed_at: datetime
    unit: str = ""
    unit_name: str = ""
    to: StaffId | None = None
    electronic: bool = True
    due_at: datetime | None = None
    note: str = ""


class HandoverAccepted(Value, frozen=True):
    """The unit took the dossier; whoever did it holds it now. ``leg`` is the event of the hand-over."""

    accepted_at: datetime
    leg: EventId


class GuidanceGiven(Value, frozen=True):
    """An incomplete dossier was not taken in: the citizen got Mẫu 02, no receipt, and no clock runs (2.4)."""

    guided_at: datetime
    procedure: ProcedurePin
    applicant: Person
    papers: tuple[PaperAsked, ...] = ()
    reason: str = ""
    number: int = 0


class SupplementRequested(Value, frozen=True):
    """Something is missing after all: the clock stops until it is there (Mẫu 02)."""

    requested_at: datetime
    papers: tuple[PaperAsked, ...] = ()
    reason: str = ""
    until: datetime | None = None
    number: int = 0


class PaymentRequested(Value, frozen=True):
    """The applicant has a financial duty to meet first, such as a tax on land: the clock stops."""

    requested_at: datetime
    reason: str = ""
    amount_dong: int = 0
    until: datetime | None = None


class ClockSuspended(Value, frozen=True):
    """The clock stops while another body verifies something."""

    suspended_at: datetime
    reason: str
    until: datetime | None = None


class ClockResumed(Value, frozen=True):
    """What the clock waited for is there; ``due_at`` is the new due time and ``due_explanation`` says how it came.

    ``papers`` are those that a supplement brought; ``leg_due_at`` is the new due time of the hand-over under way.
    """

    resumed_at: datetime
    due_at: datetime | None = None
    due_explanation: str = ""
    papers: tuple[PaperGiven, ...] = ()
    note: str = ""
    leg_due_at: datetime | None = None


class ApologyMade(Value, frozen=True):
    """The head apologised for lateness, with its reason and a new date (Mẫu 04); lateness stays lateness (3.5)."""

    apologised_at: datetime
    reason: str
    promised_at: datetime
    signer: str = ""
    number: int = 0


class ResultRecorded(Value, frozen=True):
    """The answer exists; its release time decides whether the office was on time (3.5)."""

    released_at: datetime
    kind: ResultKind = ResultKind.POSITIVE
    number: str = ""
    note: str = ""


class ResultReturned(Value, frozen=True):
    """The result was handed over; ``tracking`` is the number of the post, ``copy_recovered`` the citizen's receipt."""

    returned_at: datetime
    receiver: ReceiverRole = ReceiverRole.APPLICANT
    receiver_name: str = ""
    receiver_id: str = ""
    relation: str = ""
    channel: ReturnChannel = ReturnChannel.COUNTER
    tracking: str = ""
    copy_recovered: bool = False


class ResultFaulted(Value, frozen=True):
    """The result was found wrong and is put right (đính chính); ``undoes`` is the act that recorded it."""

    faulted_at: datetime
    reason: str
    undoes: EventId


class ApplicantTold(Value, frozen=True):
    """The applicant was told that the result waits."""

    told_at: datetime
    note: str = ""


class DossierWithdrawn(Value, frozen=True):
    """The applicant took the dossier back before there was a result."""

    withdrawn_at: datetime
    reason: str = ""
    number: int = 0


class DossierRefused(Value, frozen=True):
    """A received dossier was refused because what was asked for did not come (Mẫu 03)."""

    refused_at: datetime
    reason: str
    number: int = 0


class ProcessingStopped(Value, frozen=True):
    """Processing ended without a result."""

    stopped_at: datetime
    reason: str
    number: int = 0


class DossierVoided(Value, frozen=True):
    """The dossier was entered by mistake; its code is never used again. ``second`` agreed with their PIN."""

    voided_at: datetime
    reason: str
    second: StaffId


class DossierReopened(Value, frozen=True):
    """A supervisor opened an ended dossier again; ``undoes`` is the act that ended it, ``second`` agreed."""

    reopened_at: datetime
    reason: str
    undoes: EventId
    second: StaffId


class DossierRated(Value, frozen=True):
    """The citizen said how satisfied they were: 1 is the worst, 5 (of faces 3) the best."""

    rated_at: datetime
    score: int
    scale: RatingScale = RatingScale.FIVE_POINTS
    comment: str = ""


class FeeCollected(Value, frozen=True):
    """Money was taken, in whole dong; ``number`` is that of the internal payment slip."""

    collected_at: datetime
    amount_dong: int
    number: str = ""
    official: OfficialReceipt | None = None


class FeeRefunded(Value, frozen=True):
    """Money was given back, in whole dong."""

    refunded_at: datetime
    amount_dong: int
    reason: str


class FormPrinted(Value, frozen=True):
    """A form went to paper; the same event and template give the same bytes again."""

    printed_at: datetime
    form: str
    template_version: int
    sha256: bytes
    reprint: int = 0
    printer: str = ""


class ParticularsCorrected(Value, frozen=True):
    """Mistakes in a received dossier were put right, with a reason; what was printed before stays on record."""

    corrected_at: datetime
    reason: str
    applicant: Person | None = None
    papers: tuple[PaperGiven, ...] | None = None
    note: str | None = None
    return_channel: ReturnChannel | None = None
    submitter: Person | None = None
    fee: Fee | None = None


class UnknownFact(Struct, frozen=True):
    """A fact of a newer version: kept, passed on, and the dossier is read-only here."""

    type: str
    version: int
    payload: bytes


BEGINNINGS: Final = (DossierReceived, IntakeRefused, GuidanceGiven)
"""The facts that a dossier may begin with."""

Fact = (
    DossierReceived
    | IntakeRefused
    | GuidanceGiven
    | HandedOver
    | HandoverAccepted
    | SupplementRequested
    | PaymentRequested
    | ClockSuspended
    | ClockResumed
    | ApologyMade
    | ResultRecorded
    | ResultReturned
    | ResultFaulted
    | ApplicantTold
    | DossierWithdrawn
    | DossierRefused
    | ProcessingStopped
    | DossierVoided
    | DossierReopened
    | DossierRated
    | FeeCollected
    | FeeRefunded
    | FormPrinted
    | ParticularsCorrected
    | UnknownFact
)
