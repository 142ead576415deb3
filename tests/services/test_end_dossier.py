"""Dossiers that end without their result being returned, and ended ones that are opened again."""

from __future__ import annotations

from typing import Any

import pytest

from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.facts import (
    DossierRefused,
    DossierReopened,
    DossierVoided,
    DossierWithdrawn,
    ProcessingStopped,
)
from cgcounter.domain.lifecycle import ActForbiddenError
from cgcounter.domain.particulars import PaperAsked
from cgcounter.domain.staff import Role, RoleMissingError, StaffMember
from cgcounter.services.return_result import Receiver
from cgcounter.services.second_person import SecondPerson, SecondPersonError
from cgcounter.services.sign_in import WrongPinError
from cgcounter.services.texts import ReasonMissingError
from tests.services.desk import ADMINISTRATOR, CLERK, PROCESSOR, STAFF, SUPERVISOR, Desk, actor_of, at

ASKED = (PaperAsked("Tờ khai", originals=1),)
AGREES = SecondPerson(SUPERVISOR.id, "3333")


@pytest.fixture
def awaiting(desk: Desk) -> Dossier:
    """A dossier that waits for a supplement."""
    dossier = desk.cases.acts.hand_over(desk.clerk, desk.receive().id)
    return desk.cases.acts.request_supplement(desk.processor, dossier.id, ASKED)


def test_the_applicant_takes_it_back(desk: Desk) -> None:
    """Any time before the result; a reason need not be given."""
    dossier = desk.receive()
    withdrawn = desk.cases.acts.end_dossier.withdraw(desk.clerk, dossier.id)
    assert withdrawn.status is Status.WITHDRAWN
    assert withdrawn.ending == DossierWithdrawn(at(10, 8, 15), "", 1)
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.end_dossier.withdraw(desk.clerk, desk.bring_to_result().id)


def test_what_did_not_come_ends_in_a_refusal(desk: Desk, awaiting: Dossier) -> None:
    """Mẫu 03, numbered within counter and year."""
    refused = desk.cases.acts.end_dossier.refuse(desk.clerk, awaiting.id, "Quá hạn bổ sung")
    assert refused.status is Status.REFUSED
    assert refused.ending == DossierRefused(at(10, 8, 15), "Quá hạn bổ sung", 1)


def test_or_in_a_stop(desk: Desk, awaiting: Dossier) -> None:
    """Processing ends without a result."""
    stopped = desk.cases.acts.end_dossier.stop(desk.processor, awaiting.id, "Không bổ sung")
    assert stopped.ending == ProcessingStopped(at(10, 8, 15), "Không bổ sung", 1)
    assert stopped.status is Status.STOPPED


@pytest.mark.parametrize("end", ["refuse", "stop"])
def test_an_end_needs_its_reason(desk: Desk, awaiting: Dossier, end: str) -> None:
    """Blanks are none."""
    with pytest.raises(ReasonMissingError):
        getattr(desk.cases.acts.end_dossier, end)(desk.clerk, awaiting.id, " \u00a0")
    assert desk.stored(awaiting.id) == awaiting


def test_a_mistaken_entry_is_voided_by_two(desk: Desk) -> None:
    """The clerk and a leader with a PIN; the code is never given out again."""
    dossier = desk.receive()
    voided = desk.cases.acts.undo_dossier.void(desk.clerk, dossier.id, "Nhập nhầm người", AGREES)
    assert voided.status is Status.VOIDED
    assert voided.ending == DossierVoided(at(10, 8, 15), "Nhập nhầm người", SUPERVISOR.id)
    assert desk.receive().code != dossier.code


def test_an_ended_dossier_is_opened_again_by_two(desk: Desk) -> None:
    """It stands where it stood before the act that ended it, and the act stays in the history."""
    dossier = desk.bring_to_result()
    returned = desk.cases.acts.return_result(desk.clerk, dossier.id, Receiver())
    head = _hire(desk, Role.HEAD)
    reopened = desk.cases.acts.undo_dossier.reopen(desk.supervisor, dossier.id, "Trả nhầm người", head)
    assert (reopened.status, reopened.returned) == (Status.RESULT_READY, None)
    assert returned.last_move is not None
    assert desk.facts()[-1] == DossierReopened(at(10, 10, 15), "Trả nhầm người", returned.last_move, head.id)
    assert desk.cases.acts.return_result(desk.clerk, dossier.id, Receiver()).status is Status.RETURNED


def _hire(desk: Desk, role: Role) -> SecondPerson:
    member = StaffMember(actor_of().id, "Vũ Văn Đứng Đầu", (role,), "hash of 9999")
    with desk.store.begin() as unit:
        unit.reference.put_staff((*STAFF, member), at=desk.clock.now())
        unit.commit()
    return SecondPerson(member.id, "9999")


@pytest.mark.parametrize(
    ("second", "error"),
    [
        (SecondPerson(CLERK.id, "1111"), SecondPersonError),
        (SecondPerson(SUPERVISOR.id, "0000"), WrongPinError),
        (SecondPerson(PROCESSOR.id, "2222"), RoleMissingError),
        (SecondPerson(ADMINISTRATOR.id, "5555"), RoleMissingError),
    ],
)
def test_the_second_person_is_another_leader_with_the_right_pin(
    desk: Desk, second: SecondPerson, error: type[Exception]
) -> None:
    """Neither oneself, nor a wrong PIN, nor a colleague without the role; nothing is written."""
    dossier = desk.receive()
    with pytest.raises(error):
        desk.cases.acts.undo_dossier.void(desk.clerk, dossier.id, "Nhập nhầm", second)
    assert desk.stored(dossier.id) == dossier


def test_who_may_not_begin_it_needs_no_second(desk: Desk) -> None:
    """A clerk cannot reopen, whoever agrees; the second PIN is not even tried."""
    dossier = desk.cases.acts.end_dossier.withdraw(desk.clerk, desk.receive().id)
    with pytest.raises(RoleMissingError):
        desk.cases.acts.undo_dossier.reopen(
            desk.clerk, dossier.id, "Nhầm", SecondPerson(SUPERVISOR.id, "0000")
        )


@pytest.mark.parametrize("act", ["void", "reopen"])
def test_undoing_needs_its_reason(desk: Desk, act: str) -> None:
    """No reason, no second PIN asked for."""
    undo: Any = getattr(desk.cases.acts.undo_dossier, act)
    with pytest.raises(ReasonMissingError):
        undo(desk.supervisor, desk.receive().id, "", AGREES)


def test_a_refusal_at_intake_is_not_opened_again(desk: Desk) -> None:
    """It never was a dossier; whoever comes again is received anew."""
    from tests.services.desk import APPLICANT
    from tests.services.small_catalogue import DEED

    refused = desk.cases.refuse_intake(desk.clerk, DEED.code, APPLICANT, "Không thuộc thẩm quyền")
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.undo_dossier.reopen(desk.supervisor, refused.id, "Nhầm", _hire(desk, Role.HEAD))
