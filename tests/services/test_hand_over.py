"""Dossiers go on to those who work on them, and are taken there."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import HandedOver, HandoverAccepted
from cgcounter.domain.holding import Holding, Task, holding_of
from cgcounter.domain.lifecycle import ActForbiddenError
from cgcounter.domain.offices import Counter
from cgcounter.domain.particulars import ResultKind
from cgcounter.domain.staff import StaffId
from cgcounter.domain.units import Unit, UnitKind, Units
from cgcounter.services.find_dossiers import Work
from cgcounter.services.hand_over import Handover, UnitNotFoundError
from cgcounter.services.intake import DueTimePastError
from cgcounter.services.manage_staff import PersonNotFoundError
from tests.services.desk import CLERK, LEFT, PROCESSOR, UNITS, Desk, at

JUSTICE = Unit("phong-tu-phap", "Phòng Tư pháp", UnitKind.JUSTICE_DEPARTMENT, date(2022, 1, 1))
CLOSED = Unit("phong-cu", "Phòng cũ", UnitKind.CULTURE_DEPARTMENT, date(2019, 1, 1), date(2021, 12, 31))


@pytest.fixture(autouse=True)
def district(desk: Desk) -> None:
    """The office knows a department of the district, and one that is no more."""
    with desk.store.begin() as unit:
        unit.reference.put_units(Units((*UNITS.units, JUSTICE, CLOSED)), source="test", at=desk.clock.now())
        unit.commit()


def test_a_leg_says_to_whom_how_and_until_when(desk: Desk) -> None:
    """Unit with its name of today, paper or not, its own due time, a note: all in one event."""
    dossier = desk.receive()
    to = Handover(unit="phong-tu-phap", electronic=False, due_at=at(14, 17), note="kèm bản gốc")
    handed = desk.cases.acts.hand_over(desk.clerk, dossier.id, to)
    assert desk.facts()[-1] == HandedOver(
        at(10, 8, 15),
        "phong-tu-phap",
        "Phòng Tư pháp",
        None,
        electronic=False,
        due_at=at(14, 17),
        note="kèm bản gốc",
    )
    assert handed.status is Status.IN_PROGRESS
    assert holding_of(handed) == Holding(Task.ACCEPT, "phong-tu-phap", CLERK.id, at(14, 17))


def test_the_due_time_of_a_leg_is_counted_in_working_days(desk: Desk) -> None:
    """From Thursday 10/03 two working days end on Monday 14/03 at the close of the office."""
    to = Handover(unit="phong-tu-phap", working_days=2)
    handed = desk.cases.acts.hand_over(desk.clerk, desk.receive().id, to)
    assert handed.leg is not None
    assert handed.leg.due_at == at(14, 17)


def test_a_dossier_at_work_goes_on_to_another_unit(desk: Desk) -> None:
    """The second leg ends the first; each keeps its own times."""
    dossier = desk.receive()
    desk.cases.acts.hand_over(desk.clerk, dossier.id)
    desk.clock.set(at(11, 9))
    moved = desk.cases.acts.hand_over(desk.processor, dossier.id, Handover(unit="phong-tu-phap"))
    assert [(leg.unit, leg.handed_at, leg.ended_at) for leg in moved.legs] == [
        ("", at(10, 8, 15), at(11, 9)),
        ("phong-tu-phap", at(11, 9), None),
    ]


def test_the_offices_own_key_is_the_office_itself(desk: Desk) -> None:
    """No leg to a unit is made up for who only works next door."""
    handed = desk.cases.acts.hand_over(
        desk.clerk, desk.receive().id, Handover(unit="xa-cao-an", to=PROCESSOR.id)
    )
    assert handed.leg is not None
    assert (handed.leg.unit, handed.leg.unit_name, handed.leg.to) == ("", "", PROCESSOR.id)


@pytest.mark.parametrize(
    ("to", "error"),
    [
        (Handover(unit="khong-co"), UnitNotFoundError),
        (Handover(unit="phong-cu"), UnitNotFoundError),
        (Handover(to=StaffId(UUID(int=9))), PersonNotFoundError),
        (Handover(to=LEFT.id), PersonNotFoundError),
        (Handover(due_at=at(10, 8, 15)), DueTimePastError),
    ],
)
def test_nothing_goes_where_nobody_is(desk: Desk, to: Handover, error: type[Exception]) -> None:
    """An unknown or ended unit, somebody unknown or gone, a due time that is over: nothing is written."""
    dossier = desk.receive()
    with pytest.raises(error):
        desk.cases.acts.hand_over(desk.clerk, dossier.id, to)
    assert desk.stored(dossier.id) == dossier


def test_several_go_in_one_go_or_none(desk: Desk) -> None:
    """One that may not be handed over holds all of them back."""
    first, second, returned = desk.receive(), desk.receive(), desk.bring_to_result()
    before = desk.events()
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.hand_over.several(desk.clerk, (first.id, second.id, returned.id))
    assert desk.events() == before
    handed = desk.cases.acts.hand_over.several(desk.clerk, (first.id, second.id))
    assert [one.status for one in handed] == [Status.IN_PROGRESS] * 2


def test_who_accepts_holds_it(desk: Desk) -> None:
    """The person who took it is the one who has to work on it; it cannot be taken twice."""
    dossier = desk.receive()
    handed = desk.cases.acts.hand_over(
        desk.clerk, dossier.id, Handover(unit="phong-tu-phap", electronic=False)
    )
    assert handed.leg is not None
    desk.clock.advance(hours=1)
    taken = desk.cases.acts.accept_handover(desk.processor, dossier.id)
    assert desk.facts()[-1] == HandoverAccepted(at(10, 9, 15), handed.leg.id)
    assert holding_of(taken) == Holding(Task.PROCESS, "phong-tu-phap", PROCESSOR.id, dossier.due_at)
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.accept_handover(desk.processor, dossier.id)


def test_who_answers_has_accepted(desk: Desk) -> None:
    """A result of somebody who never pressed accept is written with the acceptance before it (Mẫu 05 needs both)."""
    dossier = desk.receive()
    desk.cases.acts.hand_over(desk.clerk, dossier.id)
    done = desk.cases.acts.record_result(desk.processor, dossier.id, ResultKind.POSITIVE)
    assert [type(fact).__name__ for fact in desk.facts()] == [
        "DossierReceived",
        "HandedOver",
        "HandoverAccepted",
        "ResultRecorded",
    ]
    assert done.leg is not None
    assert (done.leg.accepted_by, done.leg.ended_at) == (PROCESSOR.id, at(10, 8, 15))


def test_several_are_accepted_in_one_go_or_none(desk: Desk) -> None:
    """One that is not on its way holds all of them back."""
    first, second, third = desk.receive(), desk.receive(), desk.receive()
    desk.cases.acts.hand_over.several(desk.clerk, (first.id, second.id))
    before = desk.events()
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.accept_handover.several(desk.processor, (first.id, third.id))
    assert desk.events() == before
    taken = desk.cases.acts.accept_handover.several(desk.processor, (first.id, second.id))
    assert [(one.leg.accepted_by, one.leg.accepted_at) for one in taken if one.leg] == [
        (PROCESSOR.id, at(10, 8, 15))
    ] * 2


def test_a_counter_of_another_unit_hands_over_within_that_unit(desk: Desk) -> None:
    """Its own unit is named, and so is the office itself when the dossier goes there; neither is offered to itself."""
    desk.put_counter(Counter(1, unit_key="phong-tu-phap"))
    processor = desk.cases.sign_in(PROCESSOR.id, "2222")
    dossier = desk.receive()
    assert [unit.key for unit in desk.cases.acts.hand_over.destinations(dossier)] == ["xa-cao-an"]
    handed = desk.cases.acts.hand_over(processor, dossier.id)
    assert handed.leg is not None
    assert (handed.leg.unit, handed.leg.unit_name) == ("phong-tu-phap", "Phòng Tư pháp")
    assert [line.id for line in desk.cases.list_dossiers.work(processor, Work.UNIT).lines] == [dossier.id]
    moved = desk.cases.acts.hand_over(processor, dossier.id, Handover(unit="xa-cao-an"))
    assert moved.leg is not None
    assert (moved.leg.unit, moved.leg.unit_name) == ("", "Xã Cao An")
    assert desk.cases.list_dossiers.work(processor, Work.UNIT).lines == ()
    assert [line.id for line in desk.cases.list_dossiers.work(desk.supervisor, Work.UNIT).lines] == [
        dossier.id
    ]


def test_a_counter_goes_on_within_a_unit_that_is_no_more(desk: Desk) -> None:
    """Its last dossiers are still worked on there; only to others nothing goes any more."""
    desk.put_counter(Counter(1, unit_key="phong-cu"))
    processor = desk.cases.sign_in(PROCESSOR.id, "2222")
    handed = desk.cases.acts.hand_over(processor, desk.receive().id)
    assert handed.leg is not None
    assert (handed.leg.unit, handed.leg.unit_name) == ("phong-cu", "Phòng cũ")
