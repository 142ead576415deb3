"""What facts are made of: ids, channels, and the small values that a dossier's particulars consist of."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from msgspec import Struct

from cgcounter.domain.money import FeeKind
from cgcounter.domain.staff import StaffId

EventId = NewType("EventId", UUID)
DossierId = NewType("DossierId", UUID)


class Channel(StrEnum):
    """How a dossier came in."""

    COUNTER = "counter"
    ONLINE = "online"
    POST = "post"
    MOBILE = "mobile"


class ReturnChannel(StrEnum):
    """How the citizen asked for, or got, the result."""

    COUNTER = "counter"
    POST = "post"
    ELECTRONIC = "electronic"


class Submission(StrEnum):
    """Whether a paper is handed in, or only shown and given back."""

    YES = "yes"
    SHOW_ONLY = "show_only"


class PaperSource(StrEnum):
    """Where a paper of the dossier comes from (indicator 9.3)."""

    NEW = "new"
    REUSED = "reused"
    LOOKED_UP = "looked_up"


class DueBasis(StrEnum):
    """Why the due time is what it is."""

    RULE = "rule"
    TYPED = "typed"
    NONE = "none"


class ReceiverRole(StrEnum):
    """Who stands at the counter to take the result."""

    APPLICANT = "applicant"
    AUTHORISED = "authorised"


class ResultKind(StrEnum):
    """A positive answer grants what was asked; a negative one says why not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class OnlineLevel(StrEnum):
    """How much of a dossier went online: levels 3 and 4 until 2022, then in part or in full."""

    LEVEL_3 = "level_3"
    LEVEL_4 = "level_4"
    PARTIAL = "partial"
    FULL = "full"


class LateEntryKind(StrEnum):
    """Why a dossier is entered after it was received."""

    TAKEN_OVER = "taken_over"
    HAND_WRITTEN = "hand_written"


class ResumeMode(StrEnum):
    """What becomes of the due time when the clock goes on: moved by the pause, or counted anew (3.2)."""

    EXTEND_BY_ELAPSED = "extend_by_elapsed"
    RESTART_FROM_ZERO = "restart_from_zero"


class RatingScale(StrEnum):
    """What the citizen was asked with: five points, or three faces."""

    FIVE_POINTS = "five_points"
    THREE_FACES = "three_faces"


class Value(Struct, frozen=True, omit_defaults=True):
    """A part of a fact; what equals its default takes no room on the wire."""


class ProcedurePin(Value, frozen=True):
    """The procedure as it stood at intake; changing the catalogue never touches a dossier."""

    code: str
    name: str
    field: str
    catalogue_version: int
    same_day: bool = False
    result: str = ""
    forwarded_to: tuple[str, ...] = ()
    resume: ResumeMode = ResumeMode.EXTEND_BY_ELAPSED


class PaperGiven(Value, frozen=True):
    """One paper of the dossier: originals and copies in sheets of paper handed over or shown.

    ``from_code`` is the code of the dossier that a reused paper was given with before.
    """

    name: str
    originals: int = 0
    copies: int = 0
    submission: Submission = Submission.YES
    source: PaperSource = PaperSource.NEW
    note: str = ""
    from_code: str = ""


class Fee(Value, frozen=True):
    """What was charged, in whole dong; ``pages`` and ``copies`` say how a tiered fee came about.

    ``exemption`` holds the reason when the citizen does not pay; ``amount_dong`` is then 0. ``typed`` tells that the
    amount does not come from the catalogue; ``kind`` is None where the catalogue does not tell it.
    """

    amount_dong: int = 0
    pages: int = 0
    copies: int = 0
    exemption: str = ""
    typed: bool = False
    kind: FeeKind | None = None


class RegisterEntry(Value, frozen=True):
    """The row of the register (Mẫu 06) that the dossier was entered in."""

    volume: str
    number: int


class LateEntry(Value, frozen=True):
    """A dossier of the time before the program, or of a power cut, entered afterwards with its reason.

    ``paper_number`` is what the hand-written receipt bears.
    """

    kind: LateEntryKind
    entered_at: datetime
    reason: str
    paper_number: str = ""


class Override(Value, frozen=True):
    """A supervisor let a procedure pass that is not in force; ``second`` agreed with their PIN (7.2)."""

    reason: str
    second: StaffId


class PaperAsked(Value, frozen=True):
    """One paper that a supplement request names, with the counts of Mẫu 02."""

    name: str
    originals: int = 0
    certified: int = 0
    copies: int = 0


class OfficialReceipt(Value, frozen=True):
    """The biên lai that the clerk wrote: its numbers are typed in, never made up."""

    number: str
    template: str = ""
    series: str = ""
