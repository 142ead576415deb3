"""Every open dossier shows one person, one task and one deadline."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from cgcounter.domain.facts import (
    ApologyMade,
    ClockResumed,
    ClockSuspended,
    Fact,
    HandedOver,
    HandoverAccepted,
    PaymentRequested,
    ResultFaulted,
    ResultRecorded,
    ResultReturned,
    SupplementRequested,
)
from cgcounter.domain.fold import fold
from cgcounter.domain.holding import Holding, Task, holding_of
from cgcounter.domain.staff import StaffId
from tests.domain.lives import CLERK, MORNING, event, event_id, received

DUE = MORNING + timedelta(days=7)
LEG_DUE = MORNING + timedelta(days=2)
UNTIL = MORNING + timedelta(days=3)
HERE = "xa-cao-an"
OFFICER = StaffId(UUID(int=0xC2))
TO_OFFICER = HandedOver(handed_at=MORNING, to=OFFICER)
TO_UNIT = HandedOver(handed_at=MORNING, unit="phong-tu-phap", unit_name="Phòng Tư pháp", due_at=LEG_DUE)
ACCEPTED = HandoverAccepted(accepted_at=MORNING, leg=event_id(2))


def _held(*facts: Fact) -> Holding | None:
    life = [event(1, received())]
    life += [event(number, fact, number - 1) for number, fact in enumerate(facts, 2)]
    return holding_of(fold(life))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((), Holding(Task.HAND_OVER, HERE, CLERK, DUE)),
        ((TO_OFFICER,), Holding(Task.ACCEPT, HERE, OFFICER, DUE)),
        ((TO_UNIT,), Holding(Task.ACCEPT, "phong-tu-phap", CLERK, LEG_DUE)),
        ((TO_UNIT, ACCEPTED), Holding(Task.PROCESS, "phong-tu-phap", CLERK, LEG_DUE)),
        (
            (TO_OFFICER, ACCEPTED, SupplementRequested(requested_at=MORNING, until=UNTIL)),
            Holding(Task.AWAIT_SUPPLEMENT, HERE, CLERK, UNTIL),
        ),
        (
            (TO_OFFICER, ACCEPTED, PaymentRequested(requested_at=MORNING)),
            Holding(Task.AWAIT_PAYMENT, HERE, CLERK, None),
        ),
        (
            (TO_OFFICER, ACCEPTED, ClockSuspended(suspended_at=MORNING, reason="Xác minh", until=UNTIL)),
            Holding(Task.AWAIT_VERIFICATION, HERE, CLERK, UNTIL),
        ),
        ((TO_OFFICER, ACCEPTED, ResultRecorded(released_at=MORNING)), Holding(Task.RETURN, HERE, CLERK, DUE)),
    ],
)
def test_who_holds_an_open_dossier(facts: tuple[Fact, ...], expected: Holding) -> None:
    """The clerk until it is handed over, then the unit and whoever took it; a pause has its own deadline."""
    assert _held(*facts) == expected


def test_nobody_holds_what_was_returned() -> None:
    """The last task is the return."""
    returned = (ResultRecorded(released_at=MORNING), ResultReturned(returned_at=MORNING))
    assert _held(TO_OFFICER, *returned) is None


def test_a_leg_under_way_stays_with_who_gave_it_until_somebody_takes_it() -> None:
    """2.4, giao/nhận: a further leg is the giver's to follow, then the taker's; the leg before no longer counts."""
    first = [event(1, received()), event(2, TO_OFFICER, 1)]
    first.append(replace(event(3, ACCEPTED, 2), actor=OFFICER))
    onward = [*first, replace(event(4, TO_UNIT, 3), actor=OFFICER)]
    assert holding_of(fold(first)) == Holding(Task.PROCESS, HERE, OFFICER, DUE)
    assert holding_of(fold(onward)) == Holding(Task.ACCEPT, "phong-tu-phap", OFFICER, LEG_DUE)
    taken = event(5, HandoverAccepted(accepted_at=MORNING, leg=event_id(4)), 4)
    assert holding_of(fold([*onward, taken])) == Holding(Task.PROCESS, "phong-tu-phap", CLERK, LEG_DUE)


def test_of_two_hand_overs_apart_one_holds() -> None:
    """C3: the overtaken leg holds nothing, and accepting it changes nothing."""
    apart = [event(1, received()), event(2, TO_OFFICER, 1), event(3, TO_UNIT, 1)]
    assert holding_of(fold(apart)) == Holding(Task.ACCEPT, HERE, OFFICER, DUE)
    lost = event(4, HandoverAccepted(accepted_at=MORNING, leg=event_id(3)), 3)
    assert holding_of(fold([*apart, lost])) == Holding(Task.ACCEPT, HERE, OFFICER, DUE)


def test_a_result_found_wrong_goes_back_to_who_worked_on_it() -> None:
    """2.4, đính chính: the leg that the result had ended is open again, in the same hands."""
    fault = ResultFaulted(faulted_at=MORNING, reason="Sai tên", undoes=event_id(4))
    held = _held(TO_UNIT, ACCEPTED, ResultRecorded(released_at=MORNING), fault)
    assert held == Holding(Task.PROCESS, "phong-tu-phap", CLERK, LEG_DUE)


def test_the_due_time_of_the_leg_moves_with_the_clock() -> None:
    """3.2: whoever works on a leg has the time back that the clock stood still."""
    resumed = ClockResumed(resumed_at=MORNING, due_at=DUE, leg_due_at=UNTIL)
    held = _held(TO_UNIT, ACCEPTED, SupplementRequested(requested_at=MORNING), resumed)
    assert held == Holding(Task.PROCESS, "phong-tu-phap", CLERK, UNTIL)


def test_a_result_waits_until_the_day_that_the_citizen_was_told() -> None:
    """2.4, Mẫu 04: after an apology the citizen comes on the new date, not on the first one."""
    apology = ApologyMade(apologised_at=MORNING, reason="Chờ xác minh", promised_at=DUE + timedelta(days=2))
    held = _held(TO_OFFICER, apology, ResultRecorded(released_at=MORNING))
    assert held == Holding(Task.RETURN, HERE, CLERK, DUE + timedelta(days=2))
