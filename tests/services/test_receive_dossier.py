"""A dossier is received: one commit, one code, one row of the register, the mark after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.codes import SerialsExhaustedError
from cgcounter.domain.dossier import Status
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.events import EventTooLargeError
from cgcounter.domain.facts import DossierReceived, FeeCollected, ResultRecorded, ResultReturned
from cgcounter.domain.lifecycle import ActForbiddenError
from cgcounter.domain.particulars import Channel, PaperGiven, RegisterEntry, ResultKind, ReturnChannel
from cgcounter.domain.people import Person
from cgcounter.services.intake import NameMissingError
from cgcounter.services.ports import DataFileError
from cgcounter.services.receive_dossier import CodeNotMarkedError
from tests.fakes.fake_code_marks import FakeCodeMarks
from tests.fakes.fake_store import Act, FakeStore, FakeUnitOfWork
from tests.services.desk import APPLICANT, CLERK, COUNTER, DRAFT_DEED, OFFICE, Desk, an_intake, at
from tests.services.small_catalogue import COPY, DEED

TODAY = date(2022, 3, 10)
NOT_ONE_EVENT = tuple(PaperGiven("Giấy " + "x" * 400, note="y" * 400) for _ in range(30))


def test_the_dossier_is_what_the_clerk_typed(desk: Desk) -> None:
    """Every field of the wish stands in the dossier, with the code, the register row and the due time it got."""
    submitter = Person("Trần Văn Thay")
    dossier = desk.receive(
        submitter=submitter,
        submitter_relation="chồng",
        channel=Channel.POST,
        sets=2,
        return_channel=ReturnChannel.POST,
        note="nhận hộ",
    )
    assert dossier.status is Status.ACCEPTED
    assert dossier.code == "000.12.30.H23-220310-1001"
    assert (dossier.slot, dossier.office) == (1, "xa-cao-an")
    assert dossier.register == RegisterEntry("01/2022", 1)
    assert (dossier.received_at, dossier.received_by) == (at(10, 8, 15), CLERK.id)
    assert dossier.due_at == at(14, 17)
    assert (dossier.applicant, dossier.papers) == (APPLICANT, (DRAFT_DEED,))
    assert (dossier.submitter, dossier.submitter_relation) == (submitter, "chồng")
    assert (dossier.channel, dossier.return_channel) == (Channel.POST, ReturnChannel.POST)
    assert (dossier.sets, dossier.note, dossier.duration) == (2, "nhận hộ", DEED.duration)
    assert dossier.prints == ()


def test_it_is_one_event_in_one_commit(desk: Desk) -> None:
    """One act is one transaction: a single event by the clerk who is signed in, at this office."""
    before = desk.store.commits
    dossier = desk.receive()
    assert desk.store.commits == before + 1
    (event,) = desk.events()
    assert isinstance(event.fact, DossierReceived)
    assert (event.dossier, event.base, event.actor, event.office) == (dossier.id, (), CLERK.id, "xa-cao-an")
    assert event.at == at(10, 8, 15)
    assert desk.stored(dossier.id) == dossier


def test_codes_and_register_rows_go_on(desk: Desk) -> None:
    """The serial counts the day's dossiers of the slot; the register counts the year's."""
    first, second = desk.receive(), desk.receive()
    desk.clock.advance(days=1)
    third = desk.receive()
    assert [one.code[-11:] for one in (first, second, third)] == ["220310-1001", "220310-1002", "220311-1001"]
    assert [one.register and one.register.number for one in (first, second, third)] == [1, 2, 3]


def test_the_register_begins_anew_each_year(desk: Desk) -> None:
    """A volume belongs to a counter and a year."""
    desk.receive()
    desk.clock.set(at(3, 8, month=1, year=2023))
    assert desk.receive().register == RegisterEntry("01/2023", 1)


def test_served_at_once_is_four_events_in_one_commit(desk: Desk) -> None:
    """A same-day procedure is received, paid, resulted and returned by one act, each event after the one before."""
    before = desk.store.commits
    intake = an_intake(procedure_code=COPY.code, pages=3, copies=2)
    dossier = desk.cases.receive_dossier.at_once(desk.clerk, intake)
    received, paid, resulted, returned = desk.events()
    assert desk.store.commits == before + 1
    assert [type(one.fact) for one in desk.events()] == [
        DossierReceived,
        FeeCollected,
        ResultRecorded,
        ResultReturned,
    ]
    assert [one.base for one in desk.events()] == [(), (received.id,), (paid.id,), (resulted.id,)]
    assert {one.actor for one in desk.events()} == {CLERK.id}
    assert dossier.status is Status.RETURNED
    assert dossier.heads == (returned.id,)
    assert dossier.result == ResultRecorded(at(10, 8, 15), ResultKind.POSITIVE)
    assert dossier.returned is not None
    assert dossier.returned.returned_at == at(10, 8, 15)
    assert dossier.fee.amount_dong == 10_000
    assert desk.stored(dossier.id) == dossier


def test_only_same_day_procedures_are_served_at_once(desk: Desk) -> None:
    """A procedure with a duration is refused at once, and its number is not used up."""
    with pytest.raises(ActForbiddenError):
        desk.cases.receive_dossier.at_once(desk.clerk, an_intake())
    assert desk.events() == ()
    assert desk.receive().code.endswith("-1001")


def test_a_same_day_procedure_may_be_received_plainly(desk: Desk) -> None:
    """What is not returned at once gets its code, its due time and stays open."""
    dossier = desk.receive(procedure_code=COPY.code)
    assert (dossier.status, dossier.due_at) == (Status.ACCEPTED, at(10, 17))


def test_a_failing_append_leaves_no_gap(desk: Desk) -> None:
    """A number is never taken without its event: the next dossier gets it, in code and register."""
    with pytest.raises(EventTooLargeError):
        desk.receive(papers=NOT_ONE_EVENT)
    assert desk.events() == ()
    assert desk.marks.highest(1, TODAY) is None
    dossier = desk.receive()
    assert dossier.code.endswith("-1001")
    assert dossier.register == RegisterEntry("01/2022", 1)


@given(st.lists(st.sampled_from(["sound", "no name", "too large", "at once"]), max_size=12))
def test_numbers_and_events_never_part(acts: list[str]) -> None:
    """Law: whatever fails between, the codes of what was received run from 1001 without a gap."""
    desk = Desk()
    desk.set_up()
    changes: dict[str, dict[str, Any]] = {
        "sound": {},
        "no name": {"applicant": Person("  ")},
        "too large": {"papers": NOT_ONE_EVENT},
    }
    for act in acts:
        if act == "at once":
            desk.cases.receive_dossier.at_once(desk.clerk, an_intake(procedure_code=COPY.code))
        elif act == "sound":
            desk.receive()
        else:
            with pytest.raises((NameMissingError, EventTooLargeError)):
                desk.receive(**changes[act])
    received = [fact for fact in desk.facts() if isinstance(fact, DossierReceived)]
    taken = sum(act in {"sound", "at once"} for act in acts)
    assert [int(fact.code[-4:]) for fact in received] == list(range(1001, 1001 + taken))
    assert [fact.register.number for fact in received] == list(range(1, 1 + taken))
    assert desk.marks.highest(1, TODAY) == (1000 + taken if taken else None)


def test_a_full_slot_is_told(desk: Desk) -> None:
    """After 999 codes of a day the counter takes no more, and says why."""
    desk.store.contents.serials[COUNTER.slot, TODAY] = 1999
    with pytest.raises(SerialsExhaustedError):
        desk.receive()
    assert desk.events() == ()


class WatchingMarks(FakeCodeMarks):
    """Notes how many dossiers a look sees, and how many papers came out, when a mark is raised."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[int, int, int]] = []
        self.desk: Desk | None = None

    def raise_to(self, slot: int, day: date, serial: int) -> None:
        assert self.desk is not None
        with self.desk.store.look() as reading:
            on_file = len(reading.dossiers.received_on(day))
        self.seen.append((serial, on_file, len(self.desk.printers.printer.jobs)))
        super().raise_to(slot, day, serial)


def test_the_mark_follows_the_commit_and_comes_before_paper() -> None:
    """The second memory is raised when the dossier is on file and before anyone can print it."""
    marks = WatchingMarks()
    marks.desk = desk = Desk(marks=marks)
    desk.set_up()
    dossier = desk.receive()
    desk.cases.print_form(desk.clerk, dossier.id)
    desk.cases.receive_dossier.at_once(desk.clerk, an_intake(procedure_code=COPY.code))
    assert marks.seen == [(1001, 1, 0), (1002, 2, 1)]
    assert marks.highest(1, TODAY) == 1002


class LostMarks(FakeCodeMarks):
    """The second place is gone."""

    def raise_to(self, slot: int, day: date, serial: int) -> None:
        raise EnvironmentProblemError(slot=slot, day=day.isoformat(), serial=serial)


def test_a_lost_second_memory_loses_no_dossier() -> None:
    """The commit stands when the mark cannot be raised; the trouble is told as saved, so that nobody prints."""
    desk = Desk(marks=LostMarks())
    desk.set_up()
    with pytest.raises(CodeNotMarkedError) as told:
        desk.receive()
    assert told.value.fields == {"code": "000.12.30.H23-220310-1001"}
    assert len(desk.events()) == 1


class UnitOnFullDisk(FakeUnitOfWork):
    """Takes everything until it is to be made durable."""

    def commit(self) -> None:
        raise DataFileError


class FullDisk(FakeStore):
    """A store that was set up before its disk was full."""

    is_full = False

    @contextmanager
    def begin(self) -> Iterator[FakeUnitOfWork]:
        with super().begin() as unit:
            yield UnitOnFullDisk(Act(unit.act.contents, writes=True), self) if self.is_full else unit


def test_a_commit_that_fails_leaves_nothing() -> None:
    """A full disk at commit: no event, no mark, the number is free and the draft is still there."""
    store = FullDisk()
    desk = Desk(store)
    desk.set_up()
    desk.cases.keep_draft(desk.clerk, an_intake())
    store.is_full = True
    with pytest.raises(DataFileError):
        desk.receive()
    assert desk.events() == ()
    assert desk.marks.highest(1, TODAY) is None
    assert desk.cases.keep_draft.load(desk.clerk) == an_intake()
    store.is_full = False
    assert desk.receive().code.endswith("-1001")


@pytest.mark.parametrize("at_once", [False, True])
def test_the_act_that_saves_clears_the_draft(desk: Desk, *, at_once: bool) -> None:
    """The clerk's own draft goes with the commit, another person's stays."""
    desk.cases.keep_draft(desk.clerk, an_intake())
    desk.cases.keep_draft(desk.supervisor, an_intake(note="của người khác"))
    act = desk.cases.receive_dossier.at_once if at_once else desk.cases.receive_dossier
    act(desk.clerk, an_intake(procedure_code=COPY.code))
    assert desk.cases.keep_draft.load(desk.clerk) is None
    assert desk.cases.keep_draft.load(desk.supervisor) == an_intake(note="của người khác")


def test_a_refused_wish_keeps_the_draft(desk: Desk) -> None:
    """What could not be saved is still there to be mended."""
    desk.cases.keep_draft(desk.clerk, an_intake())
    with pytest.raises(NameMissingError):
        desk.receive(applicant=Person(""))
    assert desk.cases.keep_draft.load(desk.clerk) == an_intake()


@pytest.mark.parametrize("agency", ["H23.99", OFFICE.agency_code])
def test_both_kinds_of_agency_codes_begin_a_code(desk: Desk, agency: str) -> None:
    """The codes of 2018 and those of the organisation list are an installation setting."""
    office = type(OFFICE)(OFFICE.unit_key, OFFICE.authority, OFFICE.office_name, OFFICE.place, agency)
    with desk.store.begin() as unit:
        unit.reference.put_office(office, COUNTER, at=desk.clock.now())
        unit.commit()
    assert desk.receive().code == f"{agency}-220310-1001"


OWN, OTHER = APPLICANT.personal_id, "030190004321"


@pytest.mark.parametrize(
    ("name", "number", "relation"),
    [(APPLICANT.name, OWN, ""), (APPLICANT.name, "", ""), ("Trần Văn Thay", OWN, "con")],
)
def test_who_brings_a_dossier_of_their_own_is_no_submitter(
    desk: Desk, name: str, number: str, relation: str
) -> None:
    """Numbers tell people apart; where one is missing, the same name and no relation are the same person."""
    dossier = desk.receive(submitter=Person(name, personal_id=number), submitter_relation=relation)
    assert (dossier.submitter, dossier.submitter_relation) == (None, "")


@pytest.mark.parametrize(
    ("name", "number", "relation"),
    [("Trần Văn Thay", "", ""), (APPLICANT.name, OTHER, ""), (APPLICANT.name, "", "con")],
)
def test_a_namesake_is_another_person(desk: Desk, name: str, number: str, relation: str) -> None:
    """By another number, or by what they are to the applicant."""
    submitter = Person(name, personal_id=number)
    dossier = desk.receive(submitter=submitter, submitter_relation=relation)
    assert (dossier.submitter, dossier.submitter_relation) == (submitter, relation)
