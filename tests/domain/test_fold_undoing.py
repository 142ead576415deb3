"""An act that undoes another names it, and lifts only that one (facts 2.4; sync 8, C3)."""

from __future__ import annotations

import pytest

from cgcounter.domain.facts import Fact, ResultRecorded, ResultReturned
from cgcounter.domain.fold import fold
from tests.domain.lives import (
    ENDINGS,
    GUIDED,
    HANDED,
    LATER,
    REFUSED_AT_INTAKE,
    RESULT,
    RETURNED,
    WITHDRAWN,
    applied,
    event,
    event_id,
    faulted,
    line,
    reopened,
    state,
)


@pytest.mark.parametrize("beginning", [GUIDED, REFUSED_AT_INTAKE], ids=["guided", "refused"])
def test_guidance_and_a_refusal_at_intake_cannot_be_reopened(beginning: Fact) -> None:
    """A reopening brings back the state of before, and before a beginning there is none."""
    dossier = fold([event(1, beginning), event(2, reopened(1), 1)])
    assert dossier.status == ("guided" if beginning is GUIDED else "refused")
    assert applied(dossier) == {1}


@pytest.mark.parametrize("name", ENDINGS)
def test_reopening_brings_back_the_state_of_before(name: str) -> None:
    """2.4, "mở lại": all is as it was before the act that ended the dossier; that act and the reopening both count."""
    life = ENDINGS[name]
    last = life[-1].id.int
    dossier, before = fold([*life, event(last + 1, reopened(last), last)]), fold(life[:-1])
    assert state(dossier) == state(before)
    assert applied(dossier) == set(range(1, last + 2))


@pytest.mark.parametrize("name", ENDINGS)
def test_what_was_reopened_can_be_done_again(name: str) -> None:
    """After the reopening the dossier ends as it did, and may be opened once more."""
    life = ENDINGS[name]
    last, ending = life[-1].id.int, life[-1].fact
    again = [*life, event(last + 1, reopened(last), last), event(last + 2, ending, last + 1)]
    assert fold(again).status == name
    assert fold(again).last_move == event_id(last + 2)
    once_more = fold([*again, event(last + 3, reopened(last + 2), last + 2)])
    assert state(once_more) == state(fold(life[:-1]))


@pytest.mark.parametrize("name", ENDINGS)
def test_a_reopening_that_names_another_act_lifts_nothing(name: str) -> None:
    """C3: a reopening lifts the act it names, and only that one."""
    life = ENDINGS[name]
    last = life[-1].id.int
    for other in (1, 2, last - 1, 99):
        dossier = fold([*life, event(last + 1, reopened(other), last)])
        assert dossier.status == name
        assert applied(dossier) == set(range(1, last + 1))


def test_an_open_dossier_cannot_be_reopened() -> None:
    """2.4: only a terminal state is left by "mở lại"."""
    life = line(HANDED, RESULT)
    dossier = fold([*life, event(4, reopened(3), 3)])
    assert (dossier.status, applied(dossier)) == ("result_ready", {1, 2, 3})


def test_a_result_found_wrong_is_taken_back_and_can_be_given_anew() -> None:
    """2.4, "đính chính": result_ready, in_progress, and on to a second result; only the last one is the result."""
    right = ResultRecorded(released_at=LATER, number="2")
    life = line(HANDED, RESULT, faulted(3))
    assert fold(life).status == "in_progress"
    assert fold(life).result is None
    assert fold([*life, event(5, right, 4)]).result == right


@pytest.mark.parametrize("number", [1, 2, 99])
def test_a_fault_that_names_another_act_lifts_nothing(number: int) -> None:
    """C3: a correction lifts the act it names, and only that one."""
    dossier = fold(line(HANDED, RESULT, faulted(number)))
    assert (dossier.status, dossier.result, applied(dossier)) == ("result_ready", RESULT, {1, 2, 3})


def test_a_result_found_wrong_after_its_return_is_put_right() -> None:
    """2.4: returned, reopened by a supervisor, then đính chính; the fault names the act that recorded the result."""
    life = line(HANDED, RESULT, RETURNED, reopened(4))
    assert fold(life).last_move == event_id(3)
    dossier = fold([*life, event(6, faulted(3), 5)])
    assert (dossier.status, dossier.result, dossier.returned) == ("in_progress", None, None)
    assert applied(dossier) == {1, 2, 3, 4, 5, 6}


def test_a_fault_lifts_only_the_result_it_names() -> None:
    """C3: of two results recorded apart the one that nobody found wrong stands then."""
    other = ResultRecorded(released_at=LATER, number="2")
    life = [*line(HANDED, RESULT), event(4, other, 2)]
    assert fold(life).result == RESULT
    dossier = fold([*life, event(5, faulted(3), 3, 4)])
    assert (dossier.status, dossier.result) == ("result_ready", other)


@pytest.mark.parametrize("seen", [(4,), (4, 6)], ids=["unseen", "seen"])
def test_a_reopening_lifts_only_the_return_it_names(seen: tuple[int, ...]) -> None:
    """C4: handed over twice; what the second counter handed over stays handed over."""
    second = ResultReturned(returned_at=LATER, receiver_name="Người thứ hai")
    life = [*line(HANDED, RESULT, RETURNED), event(6, second, 3)]
    dossier = fold([*life, event(7, reopened(4), *seen)])
    assert (dossier.status, dossier.returned) == ("returned", second)


def test_an_act_that_lost_only_to_what_was_lifted_stands_again() -> None:
    """C3, C5: a withdrawal that a return had overtaken counts once the return is lifted, and can be lifted too."""
    life = [*line(HANDED, RESULT, RETURNED), event(5, WITHDRAWN, 2)]
    assert fold(life).status == "returned"
    lifted = [*life, event(6, reopened(4), 4, 5)]
    assert (fold(lifted).status, fold(lifted).ending) == ("withdrawn", WITHDRAWN)
    both = fold([*lifted, event(7, reopened(5), 6)])
    assert (both.status, both.ending, both.result) == ("result_ready", None, RESULT)


@pytest.mark.parametrize("swapped", [False, True])
def test_two_reopenings_apart_are_one(*, swapped: bool) -> None:
    """Two supervisors who open the same ending again open it once; what one does next counts for both."""
    life = [*line(HANDED, WITHDRAWN), event(5, reopened(3), 3), event(4, reopened(3), 3)]
    assert fold(life).status == "in_progress"
    after = fold([*life, event(6, RESULT, 4 if swapped else 5)])
    assert (after.status, after.result) == ("result_ready", RESULT)
