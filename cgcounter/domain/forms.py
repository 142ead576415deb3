"""The forms of the office by key, and the facts that each of them prints.

Keys, never numbers: the numbers shift between the set of TT 01/2018/TT-VPCP and its successor.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar, overload

from msgspec import Struct

from cgcounter.domain.cash import CashCount
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.facts import Fact
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.payments import Payment, Takings
from cgcounter.domain.procedures import Procedure
from cgcounter.domain.staff import StaffId


class NothingToPrintError(RuleBrokenError):
    """Nothing happened to the dossier that this form could tell."""

    code = "nothing_to_print"


class FormKey(StrEnum):
    """The name of a form in file names, settings and events."""

    RECEIPT = "RECEIPT"
    SUPPLEMENT = "SUPPLEMENT"
    REFUSAL = "REFUSAL"
    APOLOGY = "APOLOGY"
    STOP_NOTICE = "STOP_NOTICE"
    CONTROL_SLIP = "CONTROL_SLIP"
    REGISTER = "REGISTER"
    HANDOVER_SLIP = "HANDOVER_SLIP"
    PAYMENT_SLIP = "PAYMENT_SLIP"
    PUBLIC_LIST = "PUBLIC_LIST"
    DAILY_LOG = "DAILY_LOG"
    CASH_SHEET = "CASH_SHEET"
    RECOVERY_SHEET = "RECOVERY_SHEET"
    PRINT_TEST = "PRINT_TEST"


class PaperSize(StrEnum):
    """The sheet a form is printed on; A4_TWO_UP carries two A5 copies side by side."""

    A5 = "A5"
    A4 = "A4"
    A4_TWO_UP = "A4_TWO_UP"


class FormHead(Struct, frozen=True):
    """What a form of a set is called: its title, its number in the set, and the circular that it comes from.

    ``number`` 0 and an empty ``circular`` are printed as nothing: the form is the office's own.
    """

    title: str
    number: int = 0
    circular: str = ""


class ReceiptFacts(Struct, frozen=True):
    """Everything a receipt (Mẫu 01) says. ``reprint`` 0 is the first print, n the n-th reprint."""

    office: Office
    dossier: Dossier
    clerk_name: str
    size: PaperSize = PaperSize.A5
    reprint: int = 0
    head: FormHead | None = None


class DailyLogFacts(Struct, frozen=True):
    """The plain daily log: what one counter received and returned on ``day``.

    ``clerks`` names the people of the office by id; ``takings`` is the money clerk by clerk, ``counts`` the cash that
    they counted.
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
    takings: tuple[Takings, ...] = ()
    counts: tuple[CashCount, ...] = ()


class CashSheetFacts(Struct, frozen=True, kw_only=True):
    """The sheet on which a clerk closes the day's money: the payments up to the count, and the count itself."""

    office: Office
    counter: Counter
    clerk: str
    count: CashCount
    payments: tuple[Payment, ...]


class RecoverySheetFacts(Struct, frozen=True):
    """What opens the data file on another machine; printed once, kept in the office's safe."""

    office: Office
    counter: Counter
    made_at: datetime
    recovery_code: str


class PrintTestFacts(Struct, frozen=True):
    """The test page of a printer on one sheet; an empty ``printer`` is a file."""

    size: PaperSize
    printer: str
    printed_at: datetime


class DossierFormFacts(Struct, frozen=True, kw_only=True):
    """What each form about one dossier says; ``names`` are the people of the office by id, ``signer`` who signs.

    ``form`` tells which form is meant: SUPPLEMENT, REFUSAL, APOLOGY, STOP_NOTICE, CONTROL_SLIP or PAYMENT_SLIP.
    """

    form: FormKey
    head: FormHead
    office: Office
    dossier: Dossier
    printed_at: datetime
    signer: str = ""
    names: tuple[tuple[StaffId, str], ...] = ()
    size: PaperSize = PaperSize.A5
    reprint: int = 0


class HandoverSlipFacts(Struct, frozen=True, kw_only=True):
    """The dossiers that one unit hands to another in one go (phiếu bàn giao), signed by both."""

    head: FormHead
    office: Office
    unit_name: str
    handed_at: datetime
    handed_by: str
    electronic: bool
    dossiers: tuple[Dossier, ...]
    reprint: int = 0


class RegisterFacts(Struct, frozen=True, kw_only=True):
    """The register (Mẫu 06) of a field and period: a row a dossier, in the order of volume and number."""

    head: FormHead
    office: Office
    field: str
    first: date
    last: date
    printed_at: datetime
    dossiers: tuple[Dossier, ...]
    reprint: int = 0


class PublicListFacts(Struct, frozen=True, kw_only=True):
    """The public list (niêm yết công khai) of a field: its procedures in force on ``day``.

    ``deciders`` are the names of those who decide what is not decided here, by the code of the procedure.
    """

    head: FormHead
    office: Office
    field: str
    day: date
    procedures: tuple[Procedure, ...]
    address: str = ""
    deciders: tuple[tuple[str, str], ...] = ()


FormFacts = (
    ReceiptFacts
    | DossierFormFacts
    | DailyLogFacts
    | CashSheetFacts
    | RegisterFacts
    | HandoverSlipFacts
    | PublicListFacts
    | RecoverySheetFacts
    | PrintTestFacts
)

_One = TypeVar("_One", bound=Fact)
_Other = TypeVar("_Other", bound=Fact)


@overload
def last_told(dossier: Dossier, kind: type[_One], /) -> _One: ...
@overload
def last_told(dossier: Dossier, kind: type[_One], other: type[_Other], /) -> _One | _Other: ...
def last_told(dossier: Dossier, *kinds: type[Any]) -> Any:
    """The last act of these kinds, which is what a form tells; raises NothingToPrintError where there is none."""
    for line in reversed(dossier.history):
        if line.applied and isinstance(line.fact, kinds):
            return line.fact
    raise NothingToPrintError
