"""A counter of an invented office, set up in memory, with the use cases before it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.events import Event
from cgcounter.domain.facts import Fact, UnknownFact
from cgcounter.domain.form_sets import FormSets, SetForm
from cgcounter.domain.forms import FormHead, FormKey
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.particulars import DossierId, EventId, PaperGiven, ResultKind
from cgcounter.domain.people import PartialDate, Person, Sex
from cgcounter.domain.procedures import Catalogue
from cgcounter.domain.staff import Actor, Role, StaffId, StaffMember
from cgcounter.domain.units import Unit, UnitKind, Units
from cgcounter.services.back_up import BackUp
from cgcounter.services.cash_up import CashUp
from cgcounter.services.change_calendar import ChangeCalendar
from cgcounter.services.change_counter import ChangeCounter
from cgcounter.services.check_file import CheckFile
from cgcounter.services.find_dossiers import FindDossiers, ListDossiers, OpenDossier
from cgcounter.services.import_tables import ImportTables
from cgcounter.services.intake import Intake
from cgcounter.services.keep_draft import KeepDraft
from cgcounter.services.keep_habits import KeepHabits
from cgcounter.services.manage_staff import ManageStaff
from cgcounter.services.offer_papers import OfferPapers
from cgcounter.services.prepare_intake import PrepareIntake
from cgcounter.services.print_form import PrintForm, ShowPages
from cgcounter.services.print_recovery_sheet import PrintRecoverySheet
from cgcounter.services.receive_dossier import ReceiveDossier
from cgcounter.services.refuse_intake import GiveGuidance, RefuseIntake
from cgcounter.services.set_up_office import SetUpOffice
from cgcounter.services.show_daily_log import ShowDailyLog
from cgcounter.services.sign_in import SignIn
from cgcounter.services.tell_state import TellState
from cgcounter.services.use_cases import Books, DossierActs, UseCases
from cgcounter.services.workplace import Workplace
from tests.fakes.fake_backups import FakeBackups
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_code_marks import FakeCodeMarks
from tests.fakes.fake_forms import FakeForms
from tests.fakes.fake_ids import FakeIds
from tests.fakes.fake_page_check import FakePageCheck
from tests.fakes.fake_pins import FakePins
from tests.fakes.fake_printer import FakePrinters
from tests.fakes.fake_raster import FakeRaster
from tests.fakes.fake_store import FakeStore
from tests.services.small_catalogue import CALENDAR, CATALOGUE, DEED

OFFICE = Office(
    unit_key="xa-cao-an",
    authority="UBND XÃ CAO AN",
    office_name="BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
    place="Cao An",
    agency_code="000.12.30.H23",
)
COUNTER = Counter(1, "Quầy 1")
UNITS = Units((Unit("xa-cao-an", "Xã Cao An", UnitKind.COMMUNE, date(2019, 12, 1), gso_code="10891"),))
CLERK = StaffMember(StaffId(UUID(int=0xC1)), "Lê Thị Ẩn", (Role.CLERK,), "hash of 1111")
PROCESSOR = StaffMember(StaffId(UUID(int=0xC2)), "Phạm Văn Được", (Role.PROCESSOR,), "hash of 2222")
SUPERVISOR = StaffMember(StaffId(UUID(int=0xC3)), "Đỗ Đình Quyền", (Role.SUPERVISOR,), "hash of 3333")
ADMINISTRATOR = StaffMember(StaffId(UUID(int=0xC5)), "Hồ Quản Trị", (Role.ADMINISTRATOR,), "hash of 5555")
LEFT = StaffMember(StaffId(UUID(int=0xC4)), "Vũ Thị Nghỉ", (Role.CLERK,), "hash of 4444", active=False)
STAFF = (CLERK, PROCESSOR, SUPERVISOR, LEFT, ADMINISTRATOR)
APPLICANT = Person(
    name="Nguyễn Thị Đỗ Quyên",
    personal_id="030190001234",
    birth_date=PartialDate(1990, 9, 2),
    sex=Sex.FEMALE,
    address="Thôn Đỗ Xá, Cao An, Cẩm Giàng, Hải Dương",
    phone="0912345678",
    email="quyen@example.vn",
)
FORM_SETS = FormSets(
    (
        SetForm(
            "2018", FormKey.RECEIPT, FormHead("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", 1, "TT 01/2018")
        ),
        SetForm("2018", FormKey.SUPPLEMENT, FormHead("Phiếu yêu cầu bổ sung", 2, "TT 01/2018")),
        SetForm("2018", FormKey.REFUSAL, FormHead("Phiếu từ chối", 3, "TT 01/2018")),
        SetForm("2018", FormKey.APOLOGY, FormHead("Phiếu xin lỗi", 4, "TT 01/2018")),
        SetForm("2018", FormKey.CONTROL_SLIP, FormHead("Phiếu kiểm soát", 5, "TT 01/2018")),
        SetForm("2018", FormKey.PAYMENT_SLIP, FormHead("Phiếu thu")),
        SetForm("2018", FormKey.HANDOVER_SLIP, FormHead("Phiếu bàn giao hồ sơ")),
        SetForm("2018", FormKey.PUBLIC_LIST, FormHead("Niêm yết công khai")),
        SetForm(
            "2018", FormKey.REGISTER, FormHead("Sổ theo dõi", 6, "TT 01/2018"), valid_to=date(2025, 6, 30)
        ),
        SetForm("2025", FormKey.REGISTER, FormHead("Sổ theo dõi", 7), valid_from=date(2025, 7, 1)),
    )
)
DRAFT_DEED = PaperGiven("Dự thảo giao dịch", originals=1)


def at(day: int, hour: int, minute: int = 0, *, month: int = 3, year: int = 2022) -> datetime:
    """A time in March 2022, or in another month, at +07:00."""
    return datetime(year, month, day, hour, minute, tzinfo=TIME_ZONE)


def actor_of(*roles: Role) -> Actor:
    """Somebody of the office who holds these roles."""
    return Actor(StaffId(UUID(int=0xA1)), "Trần Văn Thử", roles, OFFICE.unit_key)


def an_intake(**changes: Any) -> Intake:
    """A deed to be certified, unless changed."""
    plain = Intake(procedure_code=DEED.code, applicant=APPLICANT, papers=(DRAFT_DEED,))
    return msgspec.structs.replace(plain, **changes)


class Desk:
    """Everything that the use cases stand on, and the use cases; the clock shows Thursday 10/03/2022 08:15."""

    def __init__(self, store: FakeStore | None = None, marks: FakeCodeMarks | None = None) -> None:
        self.store, self.clock, self.ids = store or FakeStore(), FakeClock(), FakeIds()
        self.pins, self.marks, self.backups = FakePins(), marks or FakeCodeMarks(), FakeBackups()
        self.pages = FakePageCheck()
        self.forms, self.printers, self.raster = FakeForms(), FakePrinters(), FakeRaster()
        self.copies = Path("copies")
        self.forms.template_versions[FormKey.RECEIPT] = 3
        self.workplace = Workplace(self.store, self.clock, self.ids)
        self.cases = self._cases()
        self.clerk, self.processor, self.supervisor, self.administrator = (
            Actor(one.id, one.name, one.roles, OFFICE.unit_key)
            for one in (CLERK, PROCESSOR, SUPERVISOR, ADMINISTRATOR)
        )

    def set_up(self) -> None:
        """Write down office, people and what they work by."""
        now = self.clock.now()
        with self.store.begin() as unit:
            unit.reference.put_office(OFFICE, COUNTER, at=now)
            unit.reference.put_staff(STAFF, at=now)
            unit.reference.put_catalogue(CATALOGUE, source="test", at=now)
            unit.reference.put_calendar(CALENDAR, source="test", at=now)
            unit.reference.put_units(UNITS, source="test", at=now)
            unit.commit()

    def put_catalogue(self, catalogue: Catalogue) -> int:
        """Let the office work by another catalogue from now on."""
        with self.store.begin() as unit:
            version = unit.reference.put_catalogue(catalogue, source="test", at=self.clock.now())
            unit.commit()
        return version

    def put_counter(self, counter: Counter) -> None:
        """Let this be another counter of the office, and its clerk the clerk of that counter's unit."""
        with self.store.begin() as unit:
            unit.reference.put_office(OFFICE, counter, at=self.clock.now())
            unit.commit()
        self.clerk = msgspec.structs.replace(self.clerk, unit=counter.unit_key)

    def receive(self, **changes: Any) -> Dossier:
        """Take in a deed, unless changed."""
        return self.cases.receive_dossier(self.clerk, an_intake(**changes))

    def bring_to_result(self, **changes: Any) -> Dossier:
        """Take in a deed and record its result, an hour each."""
        dossier = self.receive(**changes)
        self.clock.advance(hours=1)
        self.cases.acts.hand_over(self.clerk, dossier.id)
        self.clock.advance(hours=1)
        return self.cases.acts.record_result(self.processor, dossier.id, ResultKind.POSITIVE)

    def events(self) -> tuple[Event, ...]:
        """The whole log."""
        return tuple(self.store.contents.events)

    def facts(self) -> tuple[Fact, ...]:
        """What the whole log tells."""
        return tuple(event.fact for event in self.events())

    def stored(self, dossier: DossierId) -> Dossier:
        """A dossier as the data file has it."""
        with self.store.look() as reading:
            return reading.dossiers.get(dossier)

    def change_elsewhere(self, dossier: Dossier) -> None:
        """Let a newer version of the program write into a dossier what this one does not know."""
        event = Event(
            id=EventId(self.ids.new()),
            dossier=dossier.id,
            base=dossier.heads,
            at=self.clock.now() + timedelta(minutes=1),
            actor=CLERK.id,
            office=OFFICE.unit_key,
            fact=UnknownFact("dossier_weighed", 7, b"\x80"),
        )
        with self.store.begin() as unit:
            unit.log.append((event,))
            unit.commit()

    def _cases(self) -> UseCases:
        place = self.workplace
        sign_in = SignIn(place, self.pins)
        return UseCases(
            sign_in=sign_in,
            set_up_office=SetUpOffice(place, self.pins),
            prepare_intake=PrepareIntake(place),
            offer_papers=OfferPapers(place),
            keep_draft=KeepDraft(place),
            receive_dossier=ReceiveDossier(place, self.marks, sign_in),
            refuse_intake=RefuseIntake(place),
            give_guidance=GiveGuidance(place),
            find_dossiers=FindDossiers(place),
            open_dossier=OpenDossier(place),
            list_dossiers=ListDossiers(place),
            acts=DossierActs.at(place, sign_in),
            print_form=PrintForm(place, self.forms, self.printers, FORM_SETS),
            show_pages=ShowPages(self.raster),
            show_daily_log=ShowDailyLog(place, self.forms, self.printers),
            books=Books.at(place, self.forms, self.printers, FORM_SETS),
            cash_up=CashUp(place, self.forms, self.printers),
            tables=ImportTables.at(place, self.marks),
            change_calendar=ChangeCalendar(place),
            back_up=BackUp(self.backups, self.clock, lambda: self.copies),
            check_file=CheckFile(self.pages, self.backups),
            tell_state=TellState(place, self.printers, self.backups),
            manage_staff=ManageStaff(place, self.pins, sign_in),
            change_counter=ChangeCounter(place),
            keep_habits=KeepHabits(place),
            print_recovery_sheet=PrintRecoverySheet(place, self.forms, self.printers, lambda: b"k" * 32),
        )
