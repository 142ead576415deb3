"""A counter with dossiers in memory and the real use cases before them, for the tests of list and card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Event as Gate
from typing import Any, cast
from uuid import UUID

from msgspec.structs import replace

from cgcounter.app.reference_files import read_messages
from cgcounter.domain.calendar import WorkingCalendar
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.errors import CounterError
from cgcounter.domain.events import Event
from cgcounter.domain.facts import DossierReceived, Fact, HandedOver, ResultRecorded
from cgcounter.domain.offices import Habits
from cgcounter.domain.particulars import DossierId, EventId, Fee, PaperGiven, ProcedurePin, RegisterEntry
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Catalogue, Procedure
from cgcounter.domain.staff import Actor, Role, StaffId, StaffMember
from cgcounter.domain.units import Unit, UnitKind, Units
from cgcounter.gui.changes import ChangeNotice
from cgcounter.gui.stage import Session, Stage
from cgcounter.gui.tasks import TaskRunner
from cgcounter.services.find_dossiers import FindDossiers, ListDossiers, OpenDossier
from cgcounter.services.keep_habits import KeepHabits
from cgcounter.services.print_form import PrintForm
from cgcounter.services.sign_in import SignIn
from cgcounter.services.use_cases import Books, DossierActs, UseCases
from cgcounter.services.workplace import Workplace
from tests.fakes.fake_clock import THURSDAY_MORNING, FakeClock
from tests.fakes.fake_forms import FakeForms
from tests.fakes.fake_ids import FakeIds
from tests.fakes.fake_pins import FakePins
from tests.fakes.fake_printer import FakePrinters
from tests.fakes.fake_store import FakeStore
from tests.gui.bugs import no_bug
from tests.services.desk import COUNTER, FORM_SETS, OFFICE

MORNING = THURSDAY_MORNING
WORKING_DAY = timedelta(days=1)
UNIT = "xa-cao-an"
CLERK = StaffMember(StaffId(UUID(int=1)), "Lê Thị Ẩn", (Role.CLERK,), "")
CLERK_AND_PROCESSOR = StaffMember(StaffId(UUID(int=2)), "Phạm Văn Được", (Role.CLERK, Role.PROCESSOR), "")
SUPERVISOR = StaffMember(StaffId(UUID(int=3)), "Đỗ Đình Quyền", (Role.SUPERVISOR,), "")
PROCESSOR = StaffMember(StaffId(UUID(int=4)), "Vũ Thị Ước", (Role.PROCESSOR,), "")
PEOPLE = (CLERK, CLERK_AND_PROCESSOR, SUPERVISOR, PROCESSOR)
JUSTICE = Unit("phong-tu-phap", "Phòng Tư pháp", UnitKind.JUSTICE_DEPARTMENT, date(2022, 1, 1))
UNITS = Units((Unit(UNIT, "Xã Cao An", UnitKind.COMMUNE, date(2022, 1, 1)), JUSTICE))
REBIRTH = ProcedurePin("1.004884", "Đăng ký lại khai sinh", "Hộ tịch", 1, result="Giấy khai sinh")
CERTIFIED_COPY = ProcedurePin(
    "2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực", 1, same_day=True, result="Bản sao chứng thực"
)


class HeldFindDossiers(FindDossiers):
    """The real search, which a test can watch, hold at a gate, or let fail."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.searches: list[str] = []
        self.gates: dict[str, Gate] = {}
        self.failure: CounterError | None = None

    def search(self, text: str) -> tuple[DossierLine, ...]:
        self.searches.append(text)
        if text in self.gates:
            self.gates[text].wait(10)
        if self.failure is not None:
            raise self.failure
        return super().search(text)


class HeldOpenDossier(OpenDossier):
    """The real reading of a dossier, which a test can hold at a gate."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.begun: list[DossierId] = []
        self.gates: dict[DossierId, Gate] = {}

    def __call__(self, dossier_id: DossierId) -> Dossier:
        self.begun.append(dossier_id)
        if dossier_id in self.gates:
            self.gates[dossier_id].wait(10)
        return super().__call__(dossier_id)


class CounterOffice:
    """Everything that list and card need, and the fakes behind it."""

    def __init__(self, resources: Path) -> None:
        self.clock, self.ids, self.store = FakeClock(), FakeIds(), FakeStore()
        self._workplace = Workplace(self.store, self.clock, self.ids)
        self.find, self.open = HeldFindDossiers(self._workplace), HeldOpenDossier(self._workplace)
        self._forms, self._printers = FakeForms(), FakePrinters()
        self.runner = TaskRunner(no_bug)
        self.changes = ChangeNotice()
        self.stage = Stage(
            cases=self._cases(),
            runner=self.runner,
            changes=self.changes,
            session=Session(),
            messages=read_messages(resources, "vi"),
            clock=self.clock,
        )
        with self.store.begin() as unit:
            unit.reference.put_office(OFFICE, COUNTER, at=MORNING)
            unit.reference.put_units(UNITS, source="", at=MORNING)
            unit.reference.put_calendar(WorkingCalendar(), source="", at=MORNING)
            unit.reference.put_staff(PEOPLE, at=MORNING)
            unit.commit()

    def sign_in(self, member: StaffMember = CLERK) -> Actor:
        """Let somebody in without the screen."""
        actor = Actor(member.id, member.name, member.roles, UNIT)
        self.stage.session.enter(actor)
        return actor

    def offer(self, procedures: Sequence[Procedure]) -> None:
        """Put a catalogue into the store."""
        with self.store.begin() as unit:
            unit.reference.put_catalogue(Catalogue(tuple(procedures)), source="", at=MORNING)
            unit.commit()

    def receive(
        self,
        serial: int,
        name: str = "Đỗ Đình Đức",
        *,
        procedure: ProcedurePin = REBIRTH,
        received_at: datetime = MORNING,
        **more: Any,
    ) -> DossierId:
        """Put a received dossier into the store; it is due after five days unless said otherwise."""
        usual = {
            "due_at": received_at + 5 * WORKING_DAY,
            "due_explanation": "5 ngày làm việc",
            "fee": Fee(8000),
            "papers": (PaperGiven("Tờ khai", originals=1), PaperGiven("Giấy khai sinh cũ", copies=2)),
        }
        person = Person(
            name,
            personal_id=f"03009000{serial:04d}",
            phone="0912000001",
            address="Thôn Đồng Bưởi, xã Cao An",
        )
        fact = DossierReceived(
            code=f"000.12.30.H23-{received_at:%y%m%d}-{serial:04d}",
            slot=serial // 1000,
            received_at=received_at,
            procedure=procedure,
            applicant=person,
            register=RegisterEntry("01/2022", serial),
            **cast("dict[str, Any]", usual | more),
        )
        dossier = DossierId(UUID(int=serial))
        self.happen(dossier, fact, at=received_at)
        return dossier

    def receive_ready(self, serial: int, **more: Any) -> DossierId:
        """Put a dossier into the store whose result waits to be returned."""
        dossier = self.receive(serial, **more)
        self.happen(dossier, HandedOver(MORNING))
        self.happen(dossier, ResultRecorded(MORNING), by=PROCESSOR)
        return dossier

    def happen(
        self, dossier: DossierId, *facts: Fact, at: datetime | None = None, by: StaffMember = CLERK
    ) -> None:
        """Let more happen to a dossier, as if at another counter."""
        with self.store.begin() as unit:
            for fact in facts:
                base = tuple(event.id for event in unit.log.history(dossier)[-1:])
                when = at or self.clock.now()
                event = Event(EventId(self.ids.new()), dossier, base, when, by.id, UNIT, fact)
                unit.log.append([event])
            unit.commit()

    def keep_habits(self, habits: Habits) -> None:
        """Let the office do what the law leaves open like this."""
        with self.store.begin() as unit:
            unit.reference.put_office(replace(OFFICE, habits=habits), COUNTER, at=MORNING)
            unit.commit()

    def dossier(self, dossier: DossierId) -> Dossier:
        """How it stands in the store."""
        with self.store.look() as reading:
            return reading.dossiers.get(dossier)

    def _cases(self) -> UseCases:
        workplace = self._workplace
        sign_in = SignIn(workplace, FakePins())
        here: dict[str, object] = {
            "sign_in": sign_in,
            "find_dossiers": self.find,
            "open_dossier": self.open,
            "list_dossiers": ListDossiers(workplace),
            "keep_habits": KeepHabits(workplace),
            "acts": DossierActs.at(workplace, sign_in),
            "print_form": PrintForm(workplace, self._forms, self._printers, FORM_SETS),
            "books": Books.at(workplace, self._forms, self._printers, FORM_SETS),
        }
        return UseCases(**{name: cast("Any", here.get(name)) for name in UseCases._fields})
