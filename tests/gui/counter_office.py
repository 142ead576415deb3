"""A counter with dossiers in memory and the real use cases before them, for the tests of list and card."""

# ruff: noqa: ARG002  the ports say which arguments there are

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event as Gate
from typing import Any, cast
from uuid import UUID

from cgcounter.app.reference_files import read_messages
from cgcounter.domain import names
from cgcounter.domain.codes import code_alias
from cgcounter.domain.dossier import Dossier, DossierLine, fold, line_of
from cgcounter.domain.events import (
    DossierId,
    DossierReceived,
    Event,
    EventId,
    Fact,
    Fee,
    PaperGiven,
    ProcedurePin,
    RegisterEntry,
)
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Catalogue, Procedure
from cgcounter.domain.staff import Actor, StaffMember
from cgcounter.gui.changes import ChangeNotice
from cgcounter.gui.stage import Session, Stage
from cgcounter.gui.tasks import TaskRunner
from cgcounter.services.correct_dossier import CorrectDossier
from cgcounter.services.find_dossiers import FindDossiers, ListDossiers, OpenDossier
from cgcounter.services.ports import DossierNotFoundError, Page, PinnedCatalogue, TileCounts, View
from cgcounter.services.process_dossier import RecordResult, StartProcessing
from cgcounter.services.return_result import ReturnResult
from cgcounter.services.sign_in import SignIn
from cgcounter.services.use_cases import UseCases
from cgcounter.services.workplace import Workplace
from tests.gui.small_office import MORNING, OFFICE, PEOPLE, FakeClock, FakeIds, FakePins

CLERK, CLERK_AND_PROCESSOR, SUPERVISOR = PEOPLE
REBIRTH = ProcedurePin("1.004884", "Đăng ký lại khai sinh", "Hộ tịch", 1, result="Giấy khai sinh")
CERTIFIED_COPY = ProcedurePin(
    "2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực", 1, same_day=True, result="Bản sao chứng thực"
)
WORKING_DAY = timedelta(days=1)


class FakeLog:
    """Events by dossier."""

    def __init__(self) -> None:
        self.events: dict[DossierId, list[Event]] = {}

    def append(self, events: Sequence[Event]) -> None:
        for event in events:
            self.events.setdefault(event.dossier, []).append(event)

    def history(self, dossier: DossierId) -> tuple[Event, ...]:
        return tuple(self.events.get(dossier, ()))


class FakeDossiers:
    """Lists by walking through all there is."""

    def __init__(self, log: FakeLog) -> None:
        self._log = log
        self.searches: list[str] = []
        self.gates: dict[str, Gate] = {}
        self.failure: Exception | None = None

    def _lines(self) -> list[DossierLine]:
        lines = [line_of(fold(events)) for events in self._log.events.values()]
        return sorted(lines, key=lambda line: (line.received_at or MORNING, line.code), reverse=True)

    def get(self, dossier: DossierId) -> Dossier:
        events = self._log.history(dossier)
        if not events:
            raise DossierNotFoundError(code="-")
        return fold(events)

    def by_code(self, code: str) -> tuple[DossierLine, ...]:
        return tuple(line for line in self._lines() if code in (line.code, code_alias(line.code)))

    def search(self, query: str, *, limit: int) -> tuple[DossierLine, ...]:
        self.searches.append(query)
        if query in self.gates:
            self.gates[query].wait(10)
        if self.failure:
            raise self.failure
        hits = (
            line
            for line in self._lines()
            if names.matches(query, line.name) or line.code.endswith(query) or line.personal_id == query
        )
        return tuple(hits)[:limit]

    def of_person(self, personal_id: str, *, limit: int) -> tuple[DossierLine, ...]:
        return tuple(line for line in self._lines() if line.personal_id == personal_id)[:limit]

    def page(self, view: View, *, now: datetime, after: str | None, limit: int) -> Page:
        lines = [line for line in self._lines() if _belongs(line, view, now)]
        start = int(after or 0)
        end = start + limit
        return Page(tuple(lines[start:end]), str(end) if end < len(lines) else None)

    def counts(self, now: datetime) -> TileCounts:
        views = (View.OVERDUE, View.DUE_TODAY, View.RECEIVED_TODAY, View.RETURNED_TODAY)
        return TileCounts(*(sum(_belongs(line, view, now) for line in self._lines()) for view in views))


def _belongs(line: DossierLine, view: View, now: datetime) -> bool:
    owed = line.released_at is None and line.due_at is not None
    match view:
        case View.ALL:
            return True
        case View.OVERDUE:
            return owed and line.due_at < now  # type: ignore[operator]  # owed says that there is a due time
        case View.DUE_TODAY:
            return owed and now <= line.due_at and line.due_at.date() == now.date()  # type: ignore[operator, union-attr]  # the same
        case View.RECEIVED_TODAY:
            return line.received_at is not None and line.received_at.date() == now.date()
        case View.RETURNED_TODAY:
            return line.returned_at is not None and line.returned_at.date() == now.date()


class FakeReference:
    """The people of the office, and a catalogue of whatever procedures a test needs."""

    def __init__(self) -> None:
        self.procedures: tuple[Procedure, ...] = ()

    def staff(self) -> tuple[StaffMember, ...]:
        return PEOPLE

    def catalogue(self, version: int | None = None) -> PinnedCatalogue:
        return PinnedCatalogue(1, Catalogue(self.procedures))


class FakeStore:
    """One unit of work after the other; what is appended is kept at once."""

    def __init__(self) -> None:
        self.log = FakeLog()
        self.dossiers = FakeDossiers(self.log)
        self.reference = FakeReference()
        self.commits = 0

    @contextmanager
    def look(self) -> Iterator[Any]:
        yield self

    @contextmanager
    def begin(self) -> Iterator[Any]:
        yield self

    def commit(self) -> None:
        self.commits += 1


class CounterOffice:
    """Everything that list and card need, and the fakes behind it."""

    def __init__(self, resources: Path, crash: Callable[[BaseException], None]) -> None:
        self.clock, self.ids = FakeClock(), FakeIds()
        self.store = FakeStore()
        self.runner = TaskRunner(crash)
        self.changes = ChangeNotice()
        self.stage = Stage(
            cases=self._cases(),
            runner=self.runner,
            changes=self.changes,
            session=Session(),
            messages=read_messages(resources, "vi"),
            clock=self.clock,
        )

    def sign_in(self, member: StaffMember = CLERK) -> Actor:
        """Let somebody in without the screen."""
        actor = Actor(member.id, member.name, member.roles, OFFICE.unit_key)
        self.stage.session.enter(actor)
        return actor

    def receive(
        self,
        serial: int,
        name: str = "Đỗ Đình Đức",
        *,
        procedure: ProcedurePin = REBIRTH,
        received_at: datetime = MORNING,
        due_at: datetime | None = MORNING + 5 * WORKING_DAY,
        **more: Any,
    ) -> DossierId:
        """Put a received dossier into the store."""
        fact = DossierReceived(
            code=f"000.12.30.H23-{received_at:%y%m%d}-{serial:04d}",
            slot=serial // 1000,
            received_at=received_at,
            procedure=procedure,
            applicant=Person(
                name,
                personal_id=f"03009000{serial:04d}",
                phone="0912000001",
                address="Thôn Đồng Bưởi, xã Cao An",
            ),
            papers=(
                PaperGiven("Tờ khai đăng ký lại khai sinh", originals=1),
                PaperGiven("Giấy khai sinh cũ", copies=2),
            ),
            register=RegisterEntry("01/2022", serial),
            due_at=due_at,
            due_explanation="5 ngày làm việc",
            **({"fee": Fee(8000)} | more),
        )
        dossier = DossierId(UUID(int=serial))
        self.happen(dossier, fact, at=received_at)
        return dossier

    def happen(
        self, dossier: DossierId, *facts: Fact, at: datetime | None = None, by: StaffMember = CLERK
    ) -> None:
        """Let more happen to a dossier, as if elsewhere."""
        for fact in facts:
            history = self.store.log.history(dossier)
            base = (history[-1].id,) if history else ()
            event = Event(
                EventId(self.ids.new()), dossier, base, at or self.clock.now(), by.id, OFFICE.unit_key, fact
            )
            self.store.log.append([event])

    def dossier(self, dossier: DossierId) -> Dossier:
        """How it stands in the store."""
        return self.store.dossiers.get(dossier)

    def _cases(self) -> UseCases:
        workplace = Workplace(cast("Any", self.store), self.clock, self.ids)
        here: dict[str, object] = {
            "sign_in": SignIn(workplace, FakePins()),
            "find_dossiers": FindDossiers(workplace),
            "open_dossier": OpenDossier(workplace),
            "list_dossiers": ListDossiers(workplace),
            "start_processing": StartProcessing(workplace),
            "record_result": RecordResult(workplace),
            "return_result": ReturnResult(workplace),
            "correct_dossier": CorrectDossier(workplace),
        }
        return UseCases(**{name: cast("Any", here.get(name)) for name in UseCases._fields})
