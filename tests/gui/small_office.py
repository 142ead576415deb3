"""An office in memory with the real use cases before it, for the tests of the screens."""

# ruff: noqa: ARG002  the ports say which arguments there are

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any, cast
from uuid import UUID

from cgcounter.app.reference_files import read_messages
from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier, DossierLine
from cgcounter.domain.events import DossierId
from cgcounter.domain.forms import DailyLogFacts, FormFacts, FormKey, PaperSize, ReceiptFacts
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.staff import Actor, Role, StaffId, StaffMember
from cgcounter.gui.changes import ChangeNotice
from cgcounter.gui.stage import Session, Stage
from cgcounter.gui.tasks import TaskRunner
from cgcounter.services.ports import DossierNotFoundError, NotSetUpError, PagePicture, PrinterError
from cgcounter.services.print_form import PrintReceipt, ShowPages
from cgcounter.services.set_up_office import SetUpOffice
from cgcounter.services.show_daily_log import ShowDailyLog
from cgcounter.services.sign_in import SignIn
from cgcounter.services.use_cases import UseCases
from cgcounter.services.workplace import Workplace

OFFICE = Office(
    unit_key="xa-cao-an",
    authority="ỦY BAN NHÂN DÂN XÃ CAO AN",
    office_name="BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
    place="Cao An",
    agency_code="000.12.30.H23",
)
MORNING = datetime(2022, 3, 10, 8, 0, tzinfo=TIME_ZONE)
PEOPLE = (
    StaffMember(StaffId(UUID(int=1)), "Lê Thị Ẩn", (Role.CLERK,), "dots 1111"),
    StaffMember(StaffId(UUID(int=2)), "Phạm Văn Được", (Role.CLERK, Role.PROCESSOR), "dots 2222"),
    StaffMember(StaffId(UUID(int=3)), "Đỗ Đình Quyền", (Role.SUPERVISOR,), "dots 3333"),
)


class FakeClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.time = MORNING

    def now(self) -> datetime:
        return self.time

    def pass_by(self, seconds: int) -> None:
        self.time += timedelta(seconds=seconds)


class FakeIds:
    """Counts."""

    def __init__(self) -> None:
        self._last = 1000

    def new(self) -> UUID:
        self._last += 1
        return UUID(int=self._last)


class FakePins:
    """A hash that hides nothing and takes no time."""

    def hash(self, pin: str) -> str:
        return f"dots {pin}"

    def matches(self, pin: str, pin_hash: str) -> bool:
        return pin_hash == f"dots {pin}"


@dataclass
class FakeReference:
    """What the office works by."""

    people: Sequence[StaffMember] = PEOPLE
    set_up: tuple[Office, Counter] | None = (OFFICE, Counter(1, "Quầy 1"))
    put: dict[str, object] = field(default_factory=dict)

    def office(self) -> Office:
        if self.set_up is None:
            raise NotSetUpError
        return self.set_up[0]

    def counter(self) -> Counter:
        if self.set_up is None:
            raise NotSetUpError
        return self.set_up[1]

    def staff(self) -> tuple[StaffMember, ...]:
        return tuple(self.people)

    def put_office(self, office: Office, counter: Counter, *, at: datetime) -> None:
        self.set_up = (office, counter)

    def put_staff(self, staff: Sequence[StaffMember], *, at: datetime) -> None:
        self.people = staff

    def put_catalogue(self, catalogue: object, *, source: str, at: datetime) -> int:
        self.put["catalogue"] = catalogue
        return 1

    def put_calendar(self, calendar: object, *, source: str, at: datetime) -> None:
        self.put["calendar"] = calendar

    def put_units(self, units: object, *, source: str, at: datetime) -> None:
        self.put["units"] = units


@dataclass
class FakeDossiers:
    """The rows of a day."""

    received: tuple[DossierLine, ...] = ()
    returned: tuple[DossierLine, ...] = ()
    late: tuple[DossierLine, ...] = ()
    due: tuple[DossierLine, ...] = ()
    whole: tuple[Dossier, ...] = ()

    def get(self, dossier: DossierId) -> Dossier:
        found = next((one for one in self.whole if one.id == dossier), None)
        if found is None:
            raise DossierNotFoundError
        return found

    def received_on(self, day: object) -> tuple[DossierLine, ...]:
        return tuple(line for line in self.received if line.received_at and line.received_at.date() == day)

    def returned_on(self, day: object) -> tuple[DossierLine, ...]:
        return tuple(line for line in self.returned if line.returned_at and line.returned_at.date() == day)

    def overdue(self, now: datetime) -> tuple[DossierLine, ...]:
        return self.late

    def due_on(self, day: object, now: datetime) -> tuple[DossierLine, ...]:
        return self.due


class FakeStore:
    """One unit of work after the other, all in memory."""

    def __init__(self) -> None:
        self.reference = FakeReference()
        self.dossiers = FakeDossiers()

    @contextmanager
    def look(self) -> Iterator[Any]:
        yield self

    @contextmanager
    def begin(self) -> Iterator[Any]:
        yield self

    def commit(self) -> None:
        """Everything is in memory already."""


class FakePaper:
    """Forms, which take until `ready` is set, and a printer that keeps what it is sent."""

    name = "HP LaserJet"

    def __init__(self) -> None:
        self.sent: list[tuple[str, bytes]] = []
        self.jammed = False
        self.ready = Event()
        self.ready.set()

    def render(self, facts: FormFacts) -> bytes:
        self.ready.wait(60)
        if isinstance(facts, DailyLogFacts):
            return f"log of {facts.day:%Y%m%d}".encode()
        if isinstance(facts, ReceiptFacts):
            return f"receipt {facts.dossier.code}".encode()
        return f"recovery sheet {facts.recovery_code}".encode()

    def template_version(self, form: FormKey) -> int:
        return 1

    def printer_for(self, form: FormKey) -> FakePaper:
        return self

    def size_for(self, form: FormKey) -> PaperSize:
        return PaperSize.A4

    def send(self, pdf: bytes, *, title: str, size: PaperSize) -> None:
        if self.jammed:
            raise PrinterError(reason="paper jam")
        self.sent.append((title, pdf))


class FakeRaster:
    """Pages of A4 in stripes, no two pixels beside each other alike."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.pages_a_document = 1

    def pages(self, pdf: bytes, *, dpi: int) -> tuple[PagePicture, ...]:
        self.asked.append(dpi)
        return tuple(striped_page(dpi, number) for number in range(self.pages_a_document))


def striped_page(dpi: int, number: int = 0) -> PagePicture:
    """An A4 page whose every row of pixels runs through the colours from another start."""
    width, height = round(8.27 * dpi), round(11.69 * dpi)
    row = bytes((7 * at + 31 * number) % 256 for at in range(3 * (width + height)))
    return PagePicture(width, height, b"".join(row[3 * y : 3 * (y + width)] for y in range(height)))


class SmallOffice:
    """Everything a presenter needs, and the fakes behind it."""

    def __init__(self, resources: Path, crash: Any) -> None:
        self.clock = FakeClock()
        self.store = FakeStore()
        self.pins = FakePins()
        self.paper = FakePaper()
        self.raster = FakeRaster()
        self.runner = TaskRunner(crash)
        self.stage = Stage(
            cases=self._cases(),
            runner=self.runner,
            changes=ChangeNotice(),
            session=Session(),
            messages=read_messages(resources, "vi"),
            clock=self.clock,
        )

    def sign_in(self, member: StaffMember = PEOPLE[0]) -> Actor:
        """Let somebody in without the screen."""
        actor = Actor(member.id, member.name, member.roles, OFFICE.unit_key)
        self.stage.session.enter(actor)
        return actor

    def _cases(self) -> UseCases:
        workplace = Workplace(cast("Any", self.store), self.clock, FakeIds())
        here: dict[str, object] = {
            "sign_in": SignIn(workplace, self.pins),
            "set_up_office": SetUpOffice(workplace, self.pins),
            "print_receipt": PrintReceipt(workplace, self.paper, self.paper),
            "show_pages": ShowPages(self.raster),
            "show_daily_log": ShowDailyLog(workplace, self.paper, self.paper),
        }
        return UseCases(**{name: cast("Any", here.get(name)) for name in UseCases._fields})
