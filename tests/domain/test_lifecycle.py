"""The lifecycle table: who may do what, from where, and nothing else."""

from __future__ import annotations

from uuid import UUID

import pytest

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.events import Event
from cgcounter.domain.facts import HandedOver, IntakeRefused, ResultRecorded, ResultReturned, UnknownFact
from cgcounter.domain.fold import fold
from cgcounter.domain.lifecycle import (
    Act,
    ActForbiddenError,
    NewerVersionError,
    acts_for,
    require_act,
    require_start,
)
from cgcounter.domain.staff import Actor, Role, RoleMissingError, StaffId
from tests.domain.lives import MORNING, event, received

STATES: dict[str, list[Event]] = {
    "accepted": [event(1, received())],
    "in_progress": [event(1, received()), event(2, HandedOver(handed_at=MORNING), 1)],
    "result_ready": [
        event(1, received()),
        event(2, HandedOver(handed_at=MORNING), 1),
        event(3, ResultRecorded(released_at=MORNING), 2),
    ],
    "returned": [
        event(1, received()),
        event(2, HandedOver(handed_at=MORNING), 1),
        event(3, ResultRecorded(released_at=MORNING), 2),
        event(4, ResultReturned(returned_at=MORNING), 3),
    ],
    "refused": [
        event(
            1,
            IntakeRefused(
                refused_at=MORNING,
                procedure=received().procedure,
                applicant=received().applicant,
                reason="Không thuộc thẩm quyền",
            ),
        )
    ],
}

# Typed by hand from the transitions of the facts (2.4) for the states of a plain life.
EXPECTED = {
    ("accepted", Role.CLERK): {"start_processing", "withdraw", "correct", "void", "collect_fee", "reprint"},
    ("accepted", Role.PROCESSOR): {"start_processing", "apologise", "reprint"},
    ("in_progress", Role.CLERK): {
        "transfer",
        "accept_handover",
        "request_supplement",
        "request_payment",
        "withdraw",
        "correct",
        "void",
        "collect_fee",
        "reprint",
    },
    ("in_progress", Role.PROCESSOR): {
        "transfer",
        "accept_handover",
        "request_supplement",
        "request_payment",
        "suspend",
        "record_result",
        "record_negative",
        "apologise",
        "reprint",
    },
    ("result_ready", Role.CLERK): {
        "return_result",
        "fault_result",
        "tell_applicant",
        "correct",
        "void",
        "collect_fee",
        "reprint",
    },
    ("result_ready", Role.PROCESSOR): {"fault_result", "apologise", "reprint"},
    ("returned", Role.CLERK): {"rate", "collect_fee", "reprint"},
    ("returned", Role.PROCESSOR): {"reprint"},
    ("refused", Role.CLERK): {"reprint"},
    ("refused", Role.PROCESSOR): {"reprint"},
    ("accepted", Role.SUPERVISOR): {"apologise", "reprint"},
    ("returned", Role.SUPERVISOR): {"reopen", "reprint"},
    ("refused", Role.SUPERVISOR): {"reprint"},
    ("accepted", Role.ADMINISTRATOR): set(),
    ("result_ready", Role.HEAD): {"apologise", "reprint"},
}


def _person(*roles: Role) -> Actor:
    return Actor(StaffId(UUID(int=1)), "Lê Thị Ẩn", roles, "xa-cao-an")


def _dossier(state: str) -> Dossier:
    return fold(STATES[state])


@pytest.mark.parametrize(("state", "role"), EXPECTED, ids=str)
def test_buttons_show_exactly_what_the_table_allows(state: str, role: Role) -> None:
    """Each state and role offers the acts of the matrix and no other."""
    offered = acts_for(_dossier(state), _person(role))
    assert {act.value for act in offered} == EXPECTED[state, role]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("act", list(Act))
def test_what_is_not_offered_is_refused(state: str, act: Act) -> None:
    """Checks and buttons say the same: an act that is not offered raises, an offered one does not."""
    dossier, person = _dossier(state), _person(*Role)
    if act in acts_for(dossier, person):
        require_act(act, dossier, person)
    else:
        with pytest.raises(ActForbiddenError):
            require_act(act, dossier, person)


def test_a_same_day_dossier_at_the_counter_is_served_at_once() -> None:
    """Trả ngay: an accepted same-day dossier may be resulted and returned in one act, another may not."""
    quick = fold([event(1, received(same_day=True))])
    assert Act.SERVE_AT_ONCE in acts_for(quick, _person(Role.CLERK))
    assert Act.SERVE_AT_ONCE not in acts_for(_dossier("accepted"), _person(Role.CLERK))


def test_a_missing_role_is_said_before_the_state() -> None:
    """A processor at the counter is told about the role, whatever the state."""
    with pytest.raises(RoleMissingError):
        require_act(Act.RETURN_RESULT, _dossier("accepted"), _person(Role.PROCESSOR))


def test_only_clerks_begin_a_dossier() -> None:
    """Intake and refusal at intake are acts of the counter."""
    require_start(Act.RECEIVE, _person(Role.CLERK))
    require_start(Act.REFUSE_INTAKE, _person(Role.CLERK))
    for role in (Role.PROCESSOR, Role.SUPERVISOR, Role.HEAD, Role.ADMINISTRATOR):
        with pytest.raises(RoleMissingError):
            require_start(Act.RECEIVE, _person(role))


def test_no_dossier_begins_with_a_later_act() -> None:
    """A return without an intake is forbidden, not a crash."""
    with pytest.raises(ActForbiddenError):
        require_start(Act.RETURN_RESULT, _person(Role.CLERK))


def test_a_dossier_of_a_newer_version_can_only_be_read_and_printed() -> None:
    """Unknown facts leave reprinting and nothing else."""
    unknown = event(2, UnknownFact(type="x", version=1, payload=b"\xc0"), 1)
    dossier = fold([*STATES["accepted"], unknown])
    assert acts_for(dossier, _person(*Role)) == (Act.REPRINT,)
    with pytest.raises(NewerVersionError):
        require_act(Act.START_PROCESSING, dossier, _person(*Role))
