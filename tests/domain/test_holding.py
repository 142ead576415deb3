"""Every open dossier shows one person, one task and one deadline."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from cgcounter.domain.facts import (
    ClockSuspended,
    Fact,
    HandedOver,
    HandoverAccepted,
    PaymentRequested,
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
        ((), Holding(Task.HAND_OVER, "", CLERK, DUE)),
        ((TO_OFFICER,), Holding(Task.ACCEPT, "", OFFICER, DUE)),
        ((TO_UNIT,), Holding(Task.ACCEPT, "phong-tu-phap", CLERK, LEG_DUE)),
        ((TO_UNIT, ACCEPTED), Holding(Task.PROCESS, "phong-tu-phap", CLERK, LEG_DUE)),
        (
            (TO_OFFICER, ACCEPTED, SupplementRequested(requested_at=MORNING, until=UNTIL)),
            Holding(Task.AWAIT_SUPPLEMENT, "", CLERK, UNTIL),
        ),
        (
            (TO_OFFICER, ACCEPTED, PaymentRequested(requested_at=MORNING)),
            Holding(Task.AWAIT_PAYMENT, "", CLERK, None),
        ),
        (
            (TO_OFFICER, ACCEPTED, ClockSuspended(suspended_at=MORNING, reason="Xác minh", until=UNTIL)),
            Holding(Task.AWAIT_VERIFICATION, "", CLERK, UNTIL),
        ),
        ((TO_OFFICER, ACCEPTED, ResultRecorded(released_at=MORNING)), Holding(Task.RETURN, "", CLERK, DUE)),
    ],
)
def test_who_holds_an_open_dossier(facts: tuple[Fact, ...], expected: Holding) -> None:
    """The clerk until it is handed over, then the unit and whoever took it; a pause has its own deadline."""
    assert _held(*facts) == expected


def test_nobody_holds_what_was_returned() -> None:
    """The last task is the return."""
    returned = (ResultRecorded(released_at=MORNING), ResultReturned(returned_at=MORNING))
    assert _held(TO_OFFICER, *returned) is None
