"""The forms of the office by key, and the facts that each of them prints.

Keys, never numbers: the numbers shift between the set of TT 01/2018/TT-VPCP and its successor.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from cgcounter.domain.dossier import Dossier, DossierLine
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.staff import StaffId


class FormKey(StrEnum):
    """The name of a form in file names, settings and events."""

    RECEIPT = "RECEIPT"
    DAILY_LOG = "DAILY_LOG"
    RECOVERY_SHEET = "RECOVERY_SHEET"


class PaperSize(StrEnum):
    """The sheet a form is printed on; A4_TWO_UP carries two A5 copies side by side."""

    A5 = "A5"
    A4 = "A4"
    A4_TWO_UP = "A4_TWO_UP"


class ReceiptFacts(Struct, frozen=True):
    """Everything a receipt (Mẫu 01) says. ``reprint`` 0 is the first print, n the n-th reprint."""

    office: Office
    dossier: Dossier
    clerk_name: str
    size: PaperSize = PaperSize.A5
    reprint: int = 0


class DailyLogFacts(Struct, frozen=True):
    """The plain daily log: what one counter received and returned on ``day``.

    ``clerks`` names those who received, by id.
    """

    office: Office
    counter: Counter
    day: date
    printed_at: datetime
    printed_by: str
    received: tuple[DossierLine, ...]
    returned: tuple[DossierLine, ...]
    overdue: tuple[DossierLine, ...]
    due_today: tuple[DossierLine, ...]
    clerks: tuple[tuple[StaffId, str], ...] = ()


class RecoverySheetFacts(Struct, frozen=True):
    """What opens the data file on another machine; printed once, kept in the office's safe."""

    office: Office
    counter: Counter
    made_at: datetime
    recovery_code: str


FormFacts = ReceiptFacts | DailyLogFacts | RecoverySheetFacts
