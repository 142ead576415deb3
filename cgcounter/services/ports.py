"""What the use cases need of the world, as Protocols; adapters implement them, fakes stand in for them.

A unit of work leaves without commit = rolled back. One a use case, one thread, short; no network and no question to
a person inside.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from uuid import UUID

from msgspec import Struct

from cgcounter.domain.calendar import WorkingCalendar
from cgcounter.domain.cash import CashCount
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.errors import EnvironmentProblemError, NotFoundError
from cgcounter.domain.events import Event
from cgcounter.domain.forms import FormFacts, FormKey, PaperSize
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.payments import Payment
from cgcounter.domain.procedures import Catalogue
from cgcounter.domain.staff import StaffId, StaffMember
from cgcounter.domain.trial_codes import SymbolKind
from cgcounter.domain.units import Units


class DossierNotFoundError(NotFoundError):
    """No dossier here bears this id or code."""

    code = "dossier_not_found"


class NotSetUpError(NotFoundError):
    """The data file holds no office, calendar or catalogue yet."""

    code = "not_set_up"


class PrinterError(EnvironmentProblemError):
    """The printer did not take the paper; ``reason`` is a word for the machine's answer."""

    code = "printer_problem"


class DataFileError(EnvironmentProblemError):
    """The data file cannot be used as it is; the subclasses say why."""

    code = "data_file_problem"


class Clock(Protocol):
    """Tells the time; aware, +07:00."""

    def now(self) -> datetime: ...


class Ids(Protocol):
    """Makes UUIDv7 ids."""

    def new(self) -> UUID: ...


class Pins(Protocol):
    """Hashes PINs and checks them; slow on purpose."""

    def hash(self, pin: str) -> str: ...
    def matches(self, pin: str, pin_hash: str) -> bool: ...


class View(StrEnum):
    """A filter of the list: the four tiles, what waits for its receipt or its citizen, and everything."""

    ALL = "all"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    RECEIVED_TODAY = "received_today"
    RETURNED_TODAY = "returned_today"
    UNPRINTED = "unprinted"
    WAITING = "waiting"


class TileCounts(Struct, frozen=True):
    """The figures on the four tiles."""

    overdue: int = 0
    due_today: int = 0
    received: int = 0
    returned: int = 0


class Page(Struct, frozen=True):
    """Rows of a list, and the key that the next page starts after (None: there is none)."""

    lines: tuple[DossierLine, ...]
    next: str | None = None


class RegisterShare(Struct, frozen=True):
    """How many dossiers of one field stand in one volume of the register."""

    volume: str
    field: str
    dossiers: int


class PinnedCatalogue(Struct, frozen=True):
    """The catalogue with the number of its version, which dossiers pin."""

    version: int
    catalogue: Catalogue


class EventLog(Protocol):
    """The append-only log of this counter and what it has received from others."""

    def append(self, events: Sequence[Event]) -> None:
        """Chain and store own events, and project them, within the unit of work."""

    def history(self, dossier: DossierId) -> tuple[Event, ...]:
        """All events of a dossier in the order they were stored; empty when there are none."""


class Numbers(Protocol):
    """The running numbers of this counter; taken within the unit of work that uses them."""

    def next_serial(self, slot: int, day: date) -> int:
        """The next serial of the day in the slot; raises SerialsExhaustedError."""

    def next_register_number(self, volume: str, year: int) -> int:
        """The next row of a register volume in a year, from 1."""


class Dossiers(Protocol):
    """Reads dossiers and their lists."""

    def get(self, dossier: DossierId) -> Dossier:
        """The folded dossier; raises DossierNotFoundError."""

    def by_code(self, code: str) -> tuple[DossierLine, ...]:
        """Rows bearing the full code or its digits alias; more than one only after a clash of codes."""

    def search(self, query: str, *, limit: int) -> tuple[DossierLine, ...]:
        """Rows by name (6.4), end of the code, personal id or phone; exact marks first, newest first."""

    def of_person(self, personal_id: str, *, limit: int) -> tuple[DossierLine, ...]:
        """Rows of one person, newest first."""

    def of_group(self, group: UUID) -> tuple[DossierLine, ...]:
        """Rows of the dossiers that one submitter handed in together, in their order."""

    def page(self, view: View, *, now: datetime, after: str | None, limit: int) -> Page:
        """A page of a list; ``after`` is the ``next`` of the page before."""

    def held_in(self, unit: str, *, by: StaffId | None = None, after: str | None, limit: int) -> Page:
        """A page of what waits in a unit, or there for one person, by its deadline, the next first."""

    def counts(self, now: datetime) -> TileCounts: ...
    def unprinted(self) -> int:
        """How many dossiers wait for their receipt, of whatever day."""

    def received_on(self, day: date) -> tuple[DossierLine, ...]: ...
    def returned_on(self, day: date) -> tuple[DossierLine, ...]: ...
    def overdue(self, now: datetime) -> tuple[DossierLine, ...]: ...
    def due_on(self, day: date, now: datetime) -> tuple[DossierLine, ...]:
        """Rows due on a day that have no result yet and are not overdue at ``now``."""

    def handed_on_paper(self, day: date) -> tuple[DossierLine, ...]:
        """Rows last handed to another unit on paper on a day, in the order of the day, whatever followed."""

    def register_shares(self, first: date, last: date) -> tuple[RegisterShare, ...]:
        """How many dossiers received from ``first`` to ``last`` stand in which volume, field by field."""

    def registered(
        self, first: date, last: date, *, field: str = "", volume: str = ""
    ) -> tuple[DossierId, ...]:
        """The dossiers received from ``first`` to ``last`` that are in the register, by volume and number.

        An empty field or volume stands for all. Ids alone: the rows of a thick book are read a few at a time.
        """

    def payments_on(self, day: date) -> tuple[Payment, ...]:
        """What was taken and given back on a day, in the order of the day."""


class Reference(Protocol):
    """What the office works by: versioned, never changed in place."""

    def catalogue(self, version: int | None = None) -> PinnedCatalogue:
        """A version of the catalogue, the newest by default; raises NotSetUpError."""

    def calendar(self) -> WorkingCalendar: ...
    def units(self) -> Units: ...
    def staff(self) -> tuple[StaffMember, ...]: ...
    def office(self) -> Office:
        """Raises NotSetUpError before the set-up."""

    def counter(self) -> Counter: ...
    def put_catalogue(self, catalogue: Catalogue, *, source: str, at: datetime) -> int:
        """Store a new version and return its number."""

    def put_calendar(self, calendar: WorkingCalendar, *, source: str, at: datetime) -> int: ...
    def put_units(self, units: Units, *, source: str, at: datetime) -> int: ...
    def put_staff(self, staff: Sequence[StaffMember], *, at: datetime) -> None: ...
    def put_office(self, office: Office, counter: Counter, *, at: datetime) -> None: ...


class CashCounts(Protocol):
    """What clerks counted in their drawers; added, never changed."""

    def add(self, count: CashCount) -> None: ...
    def of_day(self, day: date) -> tuple[CashCount, ...]:
        """The counts for a day, in the order in which they were made."""


class Drafts(Protocol):
    """What a person has typed and not yet saved; survives a power cut."""

    def save(self, owner: StaffId, body: bytes) -> None: ...
    def load(self, owner: StaffId) -> bytes | None: ...
    def clear(self, owner: StaffId) -> None: ...


class Reading(Protocol):
    """A consistent look at the data file."""

    @property
    def log(self) -> EventLog: ...
    @property
    def dossiers(self) -> Dossiers: ...
    @property
    def reference(self) -> Reference: ...
    @property
    def cash_counts(self) -> CashCounts: ...
    @property
    def drafts(self) -> Drafts: ...


class UnitOfWork(Reading, Protocol):
    """One act on the data file: all of it or nothing."""

    @property
    def numbers(self) -> Numbers: ...
    def commit(self) -> None:
        """Make the act durable; after it returns, a power cut loses nothing of it."""


class Store(Protocol):
    """The data file of this counter."""

    def begin(self) -> AbstractContextManager[UnitOfWork]: ...
    def look(self) -> AbstractContextManager[Reading]: ...


class CodeMarks(Protocol):
    """The second memory of issued serials, outside the data folder: it gives an old copy of the file away."""

    def raise_to(self, slot: int, day: date, serial: int) -> None: ...
    def highest(self, slot: int, day: date) -> int | None: ...


class Progress(Protocol):
    """Is told how many rows of all are done; who wants no more of it raises from here."""

    def __call__(self, done: int, of: int) -> None: ...


def untold(done: int, of: int) -> None:
    """The progress that nobody watches."""


class Forms(Protocol):
    """Makes the bytes of a form; the same facts give the same bytes."""

    def render(self, facts: FormFacts, progress: Progress = untold) -> bytes:
        """The PDF; a form of many rows tells its progress. What ``progress`` raises ends the rendering."""

    def template_version(self, form: FormKey) -> int: ...


class Printer(Protocol):
    """Takes a finished PDF; raises PrinterError, and then nothing was printed."""

    @property
    def name(self) -> str: ...
    def send(self, pdf: bytes, *, title: str, size: PaperSize) -> None: ...


class Printers(Protocol):
    """Knows which printer, on which sheet, each form goes to."""

    def printer_for(self, form: FormKey) -> Printer: ...
    def printer_named(self, name: str) -> Printer:
        """The printer of that name; with no name, the folder of papers."""

    def size_for(self, form: FormKey) -> PaperSize: ...


class Symbol(Struct, frozen=True):
    """A code for machines as modules: rows of 1 (dark) and 0, with no white around them."""

    rows: tuple[str, ...]


class Symbols(Protocol):
    """Draws codes for machines."""

    def draw(self, text: str, kind: SymbolKind) -> Symbol: ...


class PagePicture(Struct, frozen=True):
    """A page as pixels: rows of RGB, 3 bytes a pixel, ``width`` pixels a row."""

    width: int
    height: int
    rgb: bytes


class Raster(Protocol):
    """Turns a finished PDF into pictures: what is shown is what is printed."""

    def pages(self, pdf: bytes, *, dpi: int, most: int | None = None) -> tuple[PagePicture, ...]:
        """Its pages in their order, no more than ``most`` of them."""


class PageCheck(Protocol):
    """Reads the whole data file beside those who work on it."""

    def finds_damage(self) -> bool:
        """Whether a page is not what was written; False also when `stop` has ended the look; raises DataFileError."""

    def stop(self) -> None:
        """End a look that is under way, and let no other begin; from any thread."""


class BackupReport(Struct, frozen=True):
    """What a verified copy holds: events and dossiers counted, heads compared."""

    file: Path
    made_at: datetime
    events: int
    dossiers: int
    last_event_at: datetime | None
    office: str


class FolderLook(Struct, frozen=True):
    """A folder that can take backups: whether it is still to be made, and whether one broken disk takes both."""

    folder: Path
    is_new: bool
    is_beside_data: bool


class Backups(Protocol):
    """Makes, looks into and puts back verified copies of the data file."""

    def make(self, folder: Path, *, at: datetime) -> BackupReport:
        """Copy, open the copy, compare its heads with the file's; raises DataFileError."""

    def last_made_at(self) -> datetime | None:
        """When the newest good copy was made; None when there is none."""
