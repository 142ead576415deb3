"""Whether a step was in time (domain facts 3.5): less than allotted, as much, more."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.deadlines import Timeliness
from cgcounter.domain.dossier import Dossier, Leg, Pause, PauseKind, Status
from cgcounter.domain.facts import ResultRecorded
from cgcounter.domain.particulars import DossierId, EventId, ProcedurePin
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId
from cgcounter.domain.steps import counter_timeliness, leg_timeliness, pauses_in


def at(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """A moment of March 2022."""
    return datetime(2022, 3, day, hour, minute, second, tzinfo=TIME_ZONE)


DOSSIER = Dossier(
    id=DossierId(UUID(int=1)),
    status=Status.IN_PROGRESS,
    procedure=ProcedurePin("1.004884", "Đăng ký lại khai sinh", "Hộ tịch", 1),
    applicant=Person("Đỗ Thị Thử"),
    due_at=at(17, 17),
)
LEG = Leg(
    id=EventId(UUID(int=2)),
    unit="",
    unit_name="",
    electronic=True,
    handed_at=at(10, 9),
    handed_by=StaffId(UUID(int=3)),
)
PAUSE = Pause(kind=PauseKind.SUPPLEMENT, since=at(11, 9), ended_at=at(14, 9))
EARLY, ON_TIME, LATE = Timeliness.EARLY, Timeliness.ON_TIME, Timeliness.LATE


@pytest.mark.parametrize(
    ("due", "ended", "verdict"),
    [
        pytest.param(at(15, 17), at(15, 16, 59), EARLY, id="a minute less"),
        pytest.param(at(15, 17), at(15, 17), ON_TIME, id="as much"),
        pytest.param(at(15, 17), at(15, 17, 0, 59), ON_TIME, id="seconds do not count"),
        pytest.param(at(15, 17), at(15, 17, 1), LATE, id="a minute more"),
        pytest.param(None, at(17, 17), ON_TIME, id="the time of the dossier"),
        pytest.param(None, at(18, 8), LATE, id="past the time of the dossier"),
        pytest.param(at(15, 17), None, None, id="under way"),
    ],
)
def test_time_spent_against_time_allotted(
    due: datetime | None, ended: datetime | None, verdict: Timeliness | None
) -> None:
    """Compared in whole minutes; a leg without a due time of its own has that of the dossier."""
    assert leg_timeliness(replace(LEG, due_at=due, ended_at=ended), DOSSIER) is verdict


def test_no_time_allotted_is_no_verdict() -> None:
    """Where nothing was promised nothing can be kept or missed."""
    assert leg_timeliness(replace(LEG, ended_at=at(20, 9)), replace(DOSSIER, due_at=None)) is None


@pytest.mark.parametrize(
    ("due", "ended", "verdict"),
    [
        pytest.param(at(15, 17), at(15, 9), EARLY, id="early all the same"),
        pytest.param(at(15, 17), at(15, 17), None, id="at its time"),
        pytest.param(at(15, 17), at(16, 9), None, id="past its time"),
        pytest.param(None, at(18, 9), LATE, id="past the time of the dossier, which has moved already"),
    ],
)
def test_a_pause_gives_time_that_is_not_written_down(
    due: datetime | None, ended: datetime, verdict: Timeliness | None
) -> None:
    """A leg is not called late by its own due time when the clock stood still in it."""
    paused = replace(DOSSIER, pauses=(PAUSE,))
    assert leg_timeliness(replace(LEG, due_at=due, ended_at=ended), paused) is verdict


def test_a_pause_of_another_leg_gives_no_time() -> None:
    """Each leg has its own clock."""
    later = replace(LEG, handed_at=at(14, 9), due_at=at(15, 17), ended_at=at(16, 9))
    assert leg_timeliness(later, replace(DOSSIER, pauses=(PAUSE,))) is LATE


@pytest.mark.parametrize(
    ("handed", "ended", "is_in"),
    [
        pytest.param(at(10, 9), None, True, id="under way"),
        pytest.param(at(11, 9), at(12, 9), True, id="from the beginning"),
        pytest.param(at(10, 9), at(11, 9), False, id="already ended"),
        pytest.param(at(11, 10), None, False, id="not yet begun"),
    ],
)
def test_a_pause_belongs_to_the_leg_in_which_it_began(
    handed: datetime, ended: datetime | None, *, is_in: bool
) -> None:
    """Of two legs that meet at a moment it belongs to the later one."""
    leg = replace(LEG, handed_at=handed, ended_at=ended)
    assert (pauses_in(leg, replace(DOSSIER, pauses=(PAUSE,))) == (PAUSE,)) is is_in


@pytest.mark.parametrize(
    ("legs", "released", "verdict"),
    [
        pytest.param((), at(17, 16), EARLY, id="done at the counter"),
        pytest.param((), at(18, 8), LATE, id="done at the counter, late"),
        pytest.param((), None, None, id="not done"),
        pytest.param((LEG,), at(17, 16), None, id="handed over"),
    ],
)
def test_the_counter_is_judged_by_what_it_did_itself(
    legs: tuple[Leg, ...], released: datetime | None, verdict: Timeliness | None
) -> None:
    """What was handed over is judged by its legs."""
    result = ResultRecorded(released_at=released) if released else None
    assert counter_timeliness(replace(DOSSIER, legs=legs, result=result)) is verdict


@given(st.integers(0, 10**5), st.integers(1, 10**5))
def test_more_time_never_makes_it_worse(spent: int, allotted: int) -> None:
    """Of the same step, a later due time gives no worse verdict; shifting both changes nothing."""
    order = [EARLY, ON_TIME, LATE]

    def verdict(begin: datetime, minutes: int) -> int:
        leg = replace(
            LEG,
            handed_at=begin,
            ended_at=begin + timedelta(minutes=spent),
            due_at=begin + timedelta(minutes=minutes),
        )
        return order.index(leg_timeliness(leg, DOSSIER) or LATE)

    assert verdict(at(1, 8), allotted + 1) <= verdict(at(1, 8), allotted) == verdict(at(5, 9, 30), allotted)
