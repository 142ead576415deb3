"""The fold: order, duplicates and batches do not matter; concurrent acts are settled by rank."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from cgcounter.domain.dossier import Status
from cgcounter.domain.dossier_line import line_of
from cgcounter.domain.events import Event
from cgcounter.domain.facts import (
    Fact,
    FormPrinted,
    HandedOver,
    IntakeRefused,
    ParticularsCorrected,
    ResultRecorded,
    ResultReturned,
    UnknownFact,
)
from cgcounter.domain.fold import NoBeginningError, fold, in_order_of_ancestry
from cgcounter.domain.particulars import LateEntry, LateEntryKind, PaperGiven, PaperSource
from cgcounter.domain.people import Person
from tests.domain.lives import (
    ASKED,
    DUTY,
    GUIDED,
    HANDED,
    MORNING,
    REFUSED_AT_INTAKE,
    RESULT,
    RESUMED,
    SUSPENDED,
    WITHDRAWN,
    event,
    event_id,
    line,
    received,
)

LATER = MORNING + timedelta(days=3)
LIFE = [
    event(1, received()),
    event(2, HandedOver(handed_at=MORNING), 1),
    event(3, ResultRecorded(released_at=LATER), 2),
    event(4, ResultReturned(returned_at=LATER), 3),
]


def test_a_whole_life_ends_returned_with_all_its_facts() -> None:
    """Intake, hand-over, result and return leave code, times and an empty list of overtaken acts."""
    dossier = fold(LIFE)
    assert dossier.status is Status.RETURNED
    assert dossier.code == "H23.99-220310-1001"
    assert dossier.received_at == MORNING
    assert dossier.result is not None
    assert dossier.result.released_at == LATER
    assert dossier.heads == (event_id(4),)
    assert all(line.applied for line in dossier.history)


@pytest.mark.parametrize(
    ("taken", "status"),
    [(1, Status.ACCEPTED), (2, Status.IN_PROGRESS), (3, Status.RESULT_READY), (4, Status.RETURNED)],
)
def test_each_act_moves_the_dossier_one_state_on(taken: int, status: Status) -> None:
    """The states of a plain life come in the order of the matrix."""
    assert fold(LIFE[:taken]).status is status


def test_times_are_told_in_the_offices_zone() -> None:
    """Whatever zone the bytes come in, a dossier speaks +07:00."""
    assert fold(LIFE).received_at is not None
    assert str(fold(LIFE).received_at) == "2022-03-10 08:15:00+07:00"
    assert str(fold(LIFE).history[0].at) == "2022-03-10 08:15:00+07:00"


def test_events_without_a_beginning_make_no_dossier() -> None:
    """A result that arrived before its intake waits."""
    with pytest.raises(NoBeginningError):
        fold(LIFE[1:])


def test_a_refusal_is_terminal_and_has_no_code() -> None:
    """A refused dossier was never received; nothing can follow."""
    refusal = IntakeRefused(
        refused_at=MORNING, procedure=received().procedure, applicant=received().applicant, reason="Sai"
    )
    dossier = fold([event(1, refusal), event(2, HandedOver(handed_at=MORNING), 1)])
    assert dossier.status is Status.REFUSED
    assert dossier.code == ""
    assert not dossier.is_open
    assert not dossier.owes_receipt
    assert [line.applied for line in dossier.history] == [True, False]


def test_an_act_out_of_turn_is_recorded_not_applied() -> None:
    """A return before any result does not move the dossier."""
    dossier = fold([LIFE[0], event(2, ResultReturned(returned_at=LATER), 1)])
    assert dossier.status is Status.ACCEPTED
    assert dossier.returned is None
    assert not dossier.history[1].applied


def test_of_two_concurrent_moves_the_higher_stands() -> None:
    """C3: a return made apart from a second result stands, the other is kept as overtaken."""
    apart = event(9, ResultRecorded(released_at=LATER, number="2"), 2)
    dossier = fold([*LIFE, apart])
    assert dossier.status is Status.RETURNED
    assert dossier.heads == (event_id(4), event_id(9))
    assert [line.applied for line in dossier.history if line.id == event_id(9)] == [False]


def test_two_returns_apart_are_one_return() -> None:
    """C4: the result was handed over once; the second is kept as a fact and not applied."""
    dossier = fold([*LIFE, event(5, ResultReturned(returned_at=LATER, receiver_name="Khác"), 3)])
    assert dossier.status is Status.RETURNED
    assert dossier.returned is not None
    assert dossier.returned.receiver_name == ""
    assert sum(line.applied for line in dossier.history) == 4


def test_an_unknown_fact_makes_the_dossier_read_only() -> None:
    """What a newer version wrote may be read here, not continued."""
    dossier = fold([*LIFE[:2], event(8, UnknownFact(type="x", version=1, payload=b"\xc0"), 2)])
    assert dossier.read_only
    assert dossier.status is Status.IN_PROGRESS


def test_a_correction_changes_what_it_names_and_nothing_else() -> None:
    """F5: the corrected phone stands, the code and the papers stay."""
    fixed = Person(name="Đỗ Thị Thử", personal_id="030190001234", phone="0912345678")
    fact = ParticularsCorrected(corrected_at=LATER, reason="Gõ nhầm số điện thoại", applicant=fixed)
    dossier = fold([LIFE[0], event(2, fact, 1)])
    assert dossier.applicant.phone == "0912345678"
    assert dossier.papers == received().papers
    assert dossier.code == "H23.99-220310-1001"


def test_prints_are_counted_per_form() -> None:
    """The number of a reprint is how often the form went to paper before."""
    printed = FormPrinted(printed_at=LATER, form="RECEIPT", template_version=1, sha256=bytes(32))
    dossier = fold([LIFE[0], event(2, printed, 1), event(3, printed, 2)])
    assert dossier.print_count("RECEIPT") == 2
    assert dossier.print_count("APOLOGY") == 0
    assert line_of(dossier).receipt_printed


PRINTED = FormPrinted(printed_at=LATER, form="RECEIPT", template_version=1, sha256=bytes(32))
BY_HAND = LateEntry(LateEntryKind.HAND_WRITTEN, LATER, "mất điện", paper_number="17")


@pytest.mark.parametrize(
    ("events", "owed"),
    [
        (LIFE[:1], True),
        (LIFE[:3], True),
        (LIFE, False),
        ([LIFE[0], event(2, PRINTED, 1)], False),
        ([LIFE[0], event(2, msgspec.structs.replace(PRINTED, form="APOLOGY"), 1)], True),
        ([event(1, msgspec.structs.replace(received(), late_entry=BY_HAND))], False),
    ],
    ids=["received", "result ready", "returned", "printed", "another form printed", "written by hand"],
)
def test_a_receipt_is_owed_until_it_is_printed_or_everything_is_back(
    events: list[Event], *, owed: bool
) -> None:
    """2.4: who handed something in gets a receipt; who has it all back, or one by hand, waits for none."""
    assert fold(events).owes_receipt is owed


REUSED = PaperGiven("Giấy tờ cư trú", source=PaperSource.REUSED, from_code="H23.99-220105-1003")
LOOKED_UP = PaperGiven("Giấy khai sinh", source=PaperSource.LOOKED_UP)


@pytest.mark.parametrize(
    ("facts", "spared"),
    [
        ((), (REUSED, LOOKED_UP)),
        ((HANDED, ASKED, RESUMED), (LOOKED_UP,)),
        ((ParticularsCorrected(LATER, "gõ nhầm", papers=(REUSED,)),), (REUSED,)),
    ],
    ids=["taken over", "brought all the same as a supplement", "corrected"],
)
def test_papers_that_did_not_have_to_be_supplied(
    facts: tuple[Fact, ...], spared: tuple[PaperGiven, ...]
) -> None:
    """9.3: reused or looked up, and not asked for again later."""
    intake = received()
    papers = (*intake.papers, REUSED, LOOKED_UP)
    events = line(*facts)
    events[0] = event(1, msgspec.structs.replace(intake, papers=papers))
    assert fold(events).spared_papers == spared


def test_a_circle_of_bases_ends() -> None:
    """Bytes that lie about their ancestry cannot hang the program."""
    circle = [
        event(1, received(), 3),
        event(2, HandedOver(handed_at=MORNING), 1),
        event(3, ResultRecorded(released_at=LATER), 2),
    ]
    assert len(in_order_of_ancestry(circle)) == 3


def test_a_dossier_began_when_it_was_received_refused_or_guided() -> None:
    """2.4: each of the three beginnings has its moment."""
    assert fold([event(1, received())]).begun_at == MORNING
    assert fold([event(1, REFUSED_AT_INTAKE)]).begun_at == MORNING
    assert fold([event(1, GUIDED)]).begun_at == MORNING


@pytest.mark.parametrize(
    ("facts", "pending"),
    [
        ((), True),
        ((HANDED,), True),
        ((HANDED, SUSPENDED), False),
        ((HANDED, ASKED), False),
        ((HANDED, DUTY), False),
        ((HANDED, RESULT), False),
        ((HANDED, WITHDRAWN), False),
    ],
)
def test_the_clock_runs_until_the_result_and_while_nothing_is_waited_for(
    facts: tuple[Fact, ...], *, pending: bool
) -> None:
    """3.2, 3.5: a dossier that waits, or has its result, cannot become late."""
    assert fold(line(*facts)).is_pending is pending
