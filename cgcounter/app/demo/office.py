"""The demo office: Cao An in March 2022, the 2022 catalogue, some hundred dossiers under way.

The dossiers are received, worked on and returned by the same use cases that the window calls, on a clock that
runs through the weeks before the demo day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final, NamedTuple

from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo.citizens import invented_person
from cgcounter.domain.calendar import TIME_ZONE, WorkingCalendar
from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.offices import Counter, Office
from cgcounter.domain.particulars import DueBasis, PaperGiven, ResultKind
from cgcounter.domain.procedures import Procedure
from cgcounter.domain.staff import Actor, Role, StaffMember
from cgcounter.services.intake import Intake
from cgcounter.services.return_result import Receiver
from cgcounter.services.set_up_office import NewPerson, SeedData
from cgcounter.services.use_cases import UseCases

DEMO_DAY: Final = date(2022, 3, 10)
DEMO_START: Final = datetime.combine(DEMO_DAY, time(7, 30), TIME_ZONE)
FIRST_DAY: Final = date(2022, 2, 14)

# The codes of the 17 communes are not known; this one is the example of the facts (section 5) and a demo only.
OFFICE: Final = Office(
    unit_key="xa-cao-an",
    authority="ỦY BAN NHÂN DÂN XÃ CAO AN",
    office_name="BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
    place="Cao An",
    agency_code="000.12.30.H23",
    phone="0220 3000 000",
)
COUNTER: Final = Counter(slot=1)

CLERK_PIN: Final = "1111"
PEOPLE: Final = (
    NewPerson("Lê Thị Ẩn", (Role.CLERK,), CLERK_PIN, "Công chức tiếp nhận"),
    NewPerson("Phạm Văn Được", (Role.CLERK, Role.PROCESSOR), "2222", "Công chức tư pháp - hộ tịch"),
    NewPerson("Đỗ Thị Mẫu", (Role.PROCESSOR,), "3333", "Công chức địa chính"),
    NewPerson("Vũ Đình Sát", (Role.SUPERVISOR,), "4444", "Cán bộ giám sát"),
    NewPerson("Nguyễn Văn Thử", (Role.HEAD,), "5555", "Chủ tịch UBND xã"),
    NewPerson("Trần Quang Giả", (Role.ADMINISTRATOR,), "6666", "Quản trị"),
)

HandOut = Callable[[Actor, Dossier], Dossier]

_SEED: Final = 2022
_A_DAY: Final = 10
# The fate of a dossier of the weeks before: below the first it slips, below the second it waits for its citizen.
_SLIPS, _WAITS = 0.06, 0.5


class _UnderWay(NamedTuple):
    """A dossier with the fate it drew at intake, from 0 to 1."""

    dossier: Dossier
    fate: float


class _Seeding(NamedTuple):
    cases: UseCases
    hand_out: HandOut
    clock: DemoClock
    random: Random
    clerk: Actor
    processor: Actor


def actor_of(member: StaffMember) -> Actor:
    """A member of the demo office as the actor of events."""
    return Actor(member.id, member.name, member.roles, OFFICE.unit_key)


def set_up(cases: UseCases, seed: SeedData, clock: DemoClock, hand_out: HandOut) -> None:
    """Write the demo office down and let it work until the morning of the demo day.

    ``hand_out`` records that a citizen was given the receipt, where the real office would print it.
    """
    staff = cases.set_up_office(OFFICE, COUNTER, PEOPLE, seed)
    seeding = _Seeding(cases, hand_out, clock, Random(_SEED), actor_of(staff[0]), actor_of(staff[1]))
    procedures = [one for one in seed.catalogue.in_force(DEMO_DAY) if not one.is_same_day]
    under_way: list[_UnderWay] = []
    for day in _working_days(seed.calendar):
        clock.move_to(datetime.combine(day, time(7, 35), TIME_ZONE))
        under_way = _work_on(seeding, under_way)
        under_way += [
            _UnderWay(_receive(seeding, procedures), seeding.random.random()) for _ in range(_A_DAY)
        ]
    clock.move_to(DEMO_START)


def _working_days(calendar: WorkingCalendar) -> list[date]:
    days = (DEMO_DAY - FIRST_DAY).days
    every = (FIRST_DAY + timedelta(days=number) for number in range(days))
    return [day for day in every if calendar.is_working(day)]


def _receive(seeding: _Seeding, procedures: Sequence[Procedure]) -> Dossier:
    clock, random = seeding.clock, seeding.random
    clock.move_to(clock.now() + timedelta(minutes=random.randint(12, 50)))
    procedure = random.choice(procedures)
    intake = Intake(
        procedure_code=procedure.code,
        applicant=invented_person(random),
        papers=given_papers(procedure),
        fee_typed=None if procedure.fee_rule != "set_by_province" else 8000,
        due_basis=DueBasis.RULE if procedure.duration else DueBasis.NONE,
    )
    return seeding.hand_out(seeding.clerk, seeding.cases.receive_dossier(seeding.clerk, intake))


def given_papers(procedure: Procedure) -> tuple[PaperGiven, ...]:
    """The papers the catalogue always asks for, as if the citizen had brought them all."""
    return tuple(
        PaperGiven(
            name=paper.name, originals=paper.originals, copies=paper.copies, submission=paper.must_submit
        )
        for paper in procedure.papers_for()
    )


def _work_on(seeding: _Seeding, under_way: Sequence[_UnderWay]) -> list[_UnderWay]:
    """One morning: hand over, record what is due, give back; what is left goes on tomorrow."""
    left = []
    tomorrow = seeding.clock.now().date() + timedelta(days=1)
    for one in under_way:
        dossier = one.dossier
        if dossier.status is Status.ACCEPTED:
            left.append(one._replace(dossier=seeding.cases.acts.hand_over(seeding.processor, dossier.id)))
        elif dossier.due_at is None or dossier.due_at.date() > tomorrow or one.fate < _SLIPS:
            left.append(one)
        else:
            _finish(seeding, one)
    return left


def _finish(seeding: _Seeding, one: _UnderWay) -> None:
    ready = seeding.cases.acts.record_result(seeding.processor, one.dossier.id, ResultKind.POSITIVE)
    if one.fate >= _WAITS:
        seeding.cases.acts.return_result(seeding.clerk, ready.id, Receiver(), collects=True)
