"""Acts that did not know of each other, acts that undo others, and the order in which a dossier is read (sync 8)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations_with_replacement, permutations

import pytest

from cgcounter.domain.events import Event
from cgcounter.domain.facts import (
    ClockResumed,
    ClockSuspended,
    DossierRefused,
    DossierVoided,
    DossierWithdrawn,
    Fact,
    FeeCollected,
    FeeRefunded,
    FormPrinted,
    HandedOver,
    ParticularsCorrected,
    PaymentRequested,
    ProcessingStopped,
    ResultFaulted,
    ResultRecorded,
    ResultReturned,
    SupplementRequested,
    UnknownFact,
)
from cgcounter.domain.fold import NoBeginningError, fold, in_order_of_ancestry
from cgcounter.domain.people import Person
from tests.domain.lives import (
    ASKED,
    DUTY,
    ENDINGS,
    GUIDED,
    HANDED,
    LATER,
    REFUSED,
    REFUSED_AT_INTAKE,
    RESULT,
    RESUMED,
    RETURNED,
    STOPPED,
    SUSPENDED,
    VOIDED,
    WITHDRAWN,
    applied,
    event,
    event_id,
    faulted,
    line,
    received,
    reopened,
    state,
)

# Typed from sync, section 8, C3, the higher first. A void gives way only to what has left the office's hands.
C3 = (
    "returned",
    "voided",
    "withdrawn",
    "refused",
    "result_ready",
    "stopped",
    "awaiting_payment",
    "awaiting_supplement",
    "in_progress",
    "accepted",
)

# Where a dossier stands, how it came there, and every move that 2.4 allows from there, with where it leads.
MOVES: dict[str, tuple[list[Event], list[tuple[Fact, str]]]] = {
    "accepted": (
        line(),
        [
            (HANDED, "in_progress"),
            (RESULT, "result_ready"),
            (WITHDRAWN, "withdrawn"),
            (VOIDED, "voided"),
        ],
    ),
    "in_progress": (
        line(HANDED),
        [
            (HandedOver(handed_at=LATER, unit="phong-tu-phap"), "in_progress"),
            (ASKED, "awaiting_supplement"),
            (DUTY, "awaiting_payment"),
            (SUSPENDED, "in_progress"),
            (RESULT, "result_ready"),
            (WITHDRAWN, "withdrawn"),
            (VOIDED, "voided"),
        ],
    ),
    "suspended": (
        line(HANDED, SUSPENDED),
        [(RESUMED, "in_progress"), (RESULT, "result_ready"), (WITHDRAWN, "withdrawn"), (VOIDED, "voided")],
    ),
    "awaiting_supplement": (
        line(HANDED, ASKED),
        [
            (RESUMED, "in_progress"),
            (RESULT, "result_ready"),
            (REFUSED, "refused"),
            (STOPPED, "stopped"),
            (WITHDRAWN, "withdrawn"),
            (VOIDED, "voided"),
        ],
    ),
    "awaiting_payment": (
        line(HANDED, DUTY),
        [(RESUMED, "in_progress"), (WITHDRAWN, "withdrawn"), (VOIDED, "voided")],
    ),
    "result_ready": (
        line(HANDED, RESULT),
        [(RETURNED, "returned"), (faulted(3), "in_progress"), (VOIDED, "voided")],
    ),
}
PAIRS = [
    (name, one, other, swapped)
    for name, (_, moves) in MOVES.items()
    for one, other in combinations_with_replacement(moves, 2)
    for swapped in (False, True)
]


@pytest.mark.parametrize(("name", "one", "other", "swapped"), PAIRS)
def test_of_two_concurrent_moves_the_higher_stands(
    name: str, one: tuple[Fact, str], other: tuple[Fact, str], *, swapped: bool
) -> None:
    """C3: the higher of any two moves stands, whichever has the smaller id; the other is recorded, not applied."""
    life, _ = MOVES[name]
    last = life[-1].id.int
    (smaller, leads_to), (greater, leads_elsewhere) = (other, one) if swapped else (one, other)
    is_smaller = C3.index(leads_to) <= C3.index(leads_elsewhere)
    apart = [event(11, smaller, last), event(12, greater, last)]
    merged, alone = fold([*life, *apart]), fold([*life, apart[0 if is_smaller else 1]])
    assert merged.status == (leads_to if is_smaller else leads_elsewhere)
    assert applied(merged) == {*range(1, last + 1), 11 if is_smaller else 12}
    assert state(merged) == state(alone)
    assert merged.heads == (event_id(11), event_id(12))


def test_every_move_of_the_matrix_is_in_a_pair() -> None:
    """No kind of move is forgotten; what begins a dossier or opens it again is tested apart."""
    paired = {type(fact) for _, moves in MOVES.values() for fact, _ in moves}
    assert paired == {
        HandedOver,
        SupplementRequested,
        PaymentRequested,
        ClockSuspended,
        ClockResumed,
        ResultRecorded,
        ResultReturned,
        ResultFaulted,
        DossierWithdrawn,
        DossierRefused,
        ProcessingStopped,
        DossierVoided,
    }


MOVE_FACTS: list[Fact] = [
    HANDED, ASKED, DUTY, SUSPENDED, RESUMED, RESULT, RETURNED, WITHDRAWN, REFUSED, STOPPED, VOIDED, faulted(3),
]  # fmt: skip
TURNS = {name: life for name, (life, _) in MOVES.items() if name != "suspended"} | ENDINGS


@pytest.mark.parametrize("name", TURNS)
@pytest.mark.parametrize("fact", MOVE_FACTS, ids=lambda fact: type(fact).__name__)
def test_a_move_out_of_turn_is_recorded_not_applied(name: str, fact: Fact) -> None:
    """What 2.4 does not allow from a state changes nothing but the history; nothing but a reopening leaves an end."""
    life = TURNS[name]
    last = life[-1].id.int
    after = fold([*life, event(last + 1, fact, last)])
    _, moves = MOVES.get(name, ([], []))
    leads_to = {type(one): target for one, target in moves}
    # That a clock stands still is asked by the table, not by the fold.
    leads_to |= {ClockResumed: "in_progress"} if name == "in_progress" else {}
    if type(fact) in leads_to:
        assert after.status == leads_to[type(fact)]
        assert applied(after) == set(range(1, last + 2))
    else:
        assert state(after) == state(fold(life))
        assert applied(after) == set(range(1, last + 1))


@pytest.mark.parametrize("fact", MOVE_FACTS, ids=lambda fact: type(fact).__name__)
@pytest.mark.parametrize("beginning", [GUIDED, REFUSED_AT_INTAKE], ids=["guided", "refused"])
def test_nothing_follows_guidance_or_a_refusal_at_intake(beginning: Fact, fact: Fact) -> None:
    """2.4: there is no dossier, hence nothing to be done with it."""
    dossier = fold([event(1, beginning), event(2, fact, 1)])
    assert state(dossier) == state(fold([event(1, beginning)]))
    assert applied(dossier) == {1}


LINES: dict[str, list[Sequence[Fact]]] = {
    "withdrawn meanwhile returned": [(WITHDRAWN,), (RESULT, RETURNED)],
    "withdrawn meanwhile resulted": [(RESULT,), (WITHDRAWN,)],
    "supplemented meanwhile handed on": [(HandedOver(handed_at=LATER),), (ASKED, RESUMED)],
    "asked meanwhile duty met": [(DUTY, RESUMED), (ASKED,)],
    "stopped meanwhile resulted": [(ASKED, STOPPED), (RESULT,)],
    "faulted meanwhile returned": [(RESULT, faulted(20)), (RESULT, RETURNED)],
}


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("swapped", [False, True])
def test_of_two_lines_the_one_that_is_further_along_stands_whole(name: str, *, swapped: bool) -> None:
    """C3, C5: the dossier is what that line made of it, with its result, papers and due time, without the other."""
    trunk, (lower, higher) = line(HANDED), LINES[name]
    events, starts = [], {id(lower): 40 if swapped else 20, id(higher): 20 if swapped else 40}
    for facts in (lower, higher):
        number, before = starts[id(facts)], 2
        for fact in facts:
            named = faulted(number - 1) if isinstance(fact, ResultFaulted) else fact
            events.append(event(number, named, before))
            before, number = number, number + 1
    stands = [one for one in events if one.id.int // 20 == starts[id(higher)] // 20]
    assert state(fold([*trunk, *events])) == state(fold([*trunk, *stands]))
    assert applied(fold([*trunk, *events])) == {1, 2, *(one.id.int for one in stands)}


def test_of_equal_lines_the_longer_stands() -> None:
    """C3 does not tell two dossiers in progress apart; the one with more acts of its own stands."""
    life = [*line(HANDED), event(3, HandedOver(handed_at=LATER), 2)]
    life += [event(4, SUSPENDED, 2), event(5, RESUMED, 4)]
    assert applied(fold(life)) == {1, 2, 4, 5}
    assert fold(life).due_at == LATER


@pytest.mark.parametrize("seen", [(3, 4), (4, 3)])
def test_of_lines_equal_in_all_the_smaller_id_stands(seen: tuple[int, int]) -> None:
    """The tie is broken by the events, not by the order in which an author names what was seen."""
    other = ResultRecorded(released_at=LATER, number="2")
    note = ParticularsCorrected(corrected_at=LATER, reason="Gõ nhầm", note="Mới")
    dossier = fold([*line(HANDED, RESULT), event(4, other, 2), event(5, note, *seen)])
    assert dossier.result == RESULT


def test_who_saw_both_lines_ends_what_was_between_them() -> None:
    """An act after a merge goes on from what stood there; the overtaken line does not come back."""
    life = [*line(HANDED, ASKED), event(4, DUTY, 2), event(5, RESUMED, 3, 4), event(6, HANDED, 5)]
    dossier = fold(life)
    assert (dossier.status, applied(dossier)) == ("in_progress", {1, 2, 4, 5, 6})


def test_an_act_that_its_own_author_could_not_do_never_stands() -> None:
    """A return without a result counts no more because somebody else handed the dossier over meanwhile."""
    dossier = fold([*line(HANDED), event(3, RETURNED, 1)])
    assert (dossier.status, dossier.returned) == ("in_progress", None)


def test_different_fields_corrected_apart_both_stand() -> None:
    """C1: a phone and a note do not meet."""
    phone = Person(name="Đỗ Thị Thử", phone="0912345678")
    one = ParticularsCorrected(corrected_at=LATER, reason="Gõ nhầm", applicant=phone)
    other = ParticularsCorrected(corrected_at=LATER, reason="Thiếu", note="Gọi trước")
    dossier = fold([*line(), event(2, one, 1), event(3, other, 1)])
    assert (dossier.applicant, dossier.note) == (phone, "Gọi trước")


def test_of_one_field_corrected_twice_apart_one_stands_and_both_are_kept() -> None:
    """C2: the same role on both sides: the order of the walk decides, the loser stays in the history."""
    one = ParticularsCorrected(corrected_at=LATER, reason="Gõ nhầm", note="Một")
    other = ParticularsCorrected(corrected_at=LATER, reason="Gõ nhầm", note="Hai")
    dossier = fold([*line(), event(3, other, 1), event(2, one, 1)])
    assert dossier.note == "Hai"
    assert [one.fact for one in dossier.history[1:]] == [one, other]


def test_money_taken_and_given_back_apart_is_summed() -> None:
    """C6, I15: payments add up; the same event twice is one payment."""
    taken = FeeCollected(collected_at=LATER, amount_dong=8000)
    life = [*line(), event(2, taken, 1), event(3, taken, 1)]
    assert fold([*life, *life]).collected == (taken, taken)
    assert fold(life).collected_dong == 16_000


def test_money_counts_on_an_overtaken_line_too() -> None:
    """C6: what was taken was taken, whatever became of the acts around it."""
    taken = FeeCollected(collected_at=LATER, amount_dong=8000)
    back = FeeRefunded(refunded_at=LATER, amount_dong=3000, reason="Rút hồ sơ")
    life = [*line(HANDED), event(3, WITHDRAWN, 2), event(4, taken, 2), event(5, ASKED, 4), event(6, back, 5)]
    assert (fold(life).status, fold(life).collected_dong) == ("withdrawn", 5000)
    assert applied(fold(life)) == {1, 2, 3, 4, 6}


@pytest.mark.parametrize("swapped", [False, True])
def test_a_void_stands_against_an_edit_that_is_kept(*, swapped: bool) -> None:
    """C10: void beside a correction: the void stands, what was corrected is kept."""
    edit = ParticularsCorrected(corrected_at=LATER, reason="Gõ nhầm", note="Mới")
    numbers = (3, 2) if swapped else (2, 3)
    dossier = fold([*line(), event(numbers[0], VOIDED, 1), event(numbers[1], edit, 1)])
    assert (dossier.status, dossier.ending, dossier.note) == ("voided", VOIDED, "Mới")
    assert applied(dossier) == {1, 2, 3}


def test_an_event_whose_past_is_not_here_is_believed_if_it_leads_further() -> None:
    """I18: a hand-over that cannot be read does not keep the result after it from counting, but nothing goes back."""
    assert fold([*line(), event(3, RESULT, 2)]).status == "result_ready"
    assert fold([*line(), event(3, RESULT, 2), event(4, RETURNED, 3)]).status == "returned"
    assert fold([*line(HANDED, RESULT), event(5, HANDED, 4, 3)]).status == "result_ready"


def test_what_follows_an_unknown_fact_still_counts() -> None:
    """An act of a newer version is read over; what is known after it moves the dossier."""
    unknown = UnknownFact(type="x", version=1, payload=b"\xc0")
    dossier = fold(line(unknown, HANDED))
    assert (dossier.status, dossier.read_only, applied(dossier)) == ("in_progress", True, {1, 3})


@pytest.mark.parametrize("facts", [(), (HANDED, RESULT), (reopened(1),)], ids=["nothing", "acts", "undoing"])
def test_without_a_beginning_there_is_no_dossier(facts: tuple[Fact, ...]) -> None:
    """The beginning has not arrived yet: no state is made up."""
    with pytest.raises(NoBeginningError):
        fold(event(number, fact, number - 1) for number, fact in enumerate(facts, 2))


def test_of_two_beginnings_one_counts() -> None:
    """A dossier begins once; a second intake under the same id is recorded, not applied."""
    dossier = fold([event(1, received()), event(2, REFUSED_AT_INTAKE), event(3, received(same_day=True))])
    assert (dossier.status, applied(dossier)) == ("accepted", {1})
    assert not dossier.procedure.same_day


def test_bases_that_lie_give_the_same_order_whatever_arrives_first() -> None:
    """I10 holds also for circles of bases, which only dishonest bytes can make."""
    printed = FormPrinted(printed_at=LATER, form="RECEIPT", template_version=1, sha256=bytes(32))
    circle = [event(1, received(), 4), event(2, printed, 1, 2), event(3, HANDED, 2), event(4, RESULT, 3)]
    assert len({in_order_of_ancestry(one) for one in permutations(circle)}) == 1
    assert len({fold(one).status for one in permutations(circle)}) == 1
