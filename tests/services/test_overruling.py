"""A procedure out of force passes only when a supervisor or the head agrees with their PIN and a reason (7.2)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from cgcounter.domain.particulars import Override
from cgcounter.domain.staff import Role, RoleMissingError, StaffId, StaffMember
from cgcounter.services.intake import Overruling, ProcedureNotInForceError, ProcedureUnknownError
from cgcounter.services.second_person import SecondPerson, SecondPersonError
from cgcounter.services.sign_in import WrongPinError
from cgcounter.services.texts import ReasonMissingError
from tests.services.desk import CLERK, PROCESSOR, STAFF, SUPERVISOR, Desk, actor_of, an_intake, at
from tests.services.small_catalogue import DEED, FORMER_POOR_HOUSEHOLD

AGREES = SecondPerson(SUPERVISOR.id, "3333")
REASON = "Hồ sơ nộp trước ngày hết hiệu lực"


def out_of_force(**changes: Any) -> dict[str, Any]:
    return {
        "procedure_code": FORMER_POOR_HOUSEHOLD.code,
        "overruling": Overruling(REASON, AGREES),
    } | changes


def test_with_a_supervisor_s_consent_it_is_received(desk: Desk) -> None:
    """Reason and consent stand in the dossier; the clerk stays who received it."""
    dossier = desk.receive(**out_of_force())
    assert dossier.override == Override(REASON, SUPERVISOR.id)
    assert (dossier.received_by, dossier.procedure.code) == (CLERK.id, "1.000506")
    assert dossier.due_at == at(17, 17)
    assert desk.stored(dossier.id) == dossier


def test_the_head_may_agree_too(desk: Desk) -> None:
    """Those of whom one has to agree are the supervisor and the head."""
    head = StaffMember(StaffId(UUID(int=0xC6)), "Nguyễn Thủ Trưởng", (Role.HEAD,), "hash of 6666")
    with desk.store.begin() as unit:
        unit.reference.put_staff((*STAFF, head), at=desk.clock.now())
        unit.commit()
    wish = out_of_force(overruling=Overruling(REASON, SecondPerson(head.id, "6666")))
    assert desk.receive(**wish).override == Override(REASON, head.id)


@pytest.mark.parametrize(
    ("overruling", "error"),
    [
        (None, ProcedureNotInForceError),
        (Overruling(" ", AGREES), ReasonMissingError),
        (Overruling(REASON, SecondPerson(SUPERVISOR.id, "0000")), WrongPinError),
        (Overruling(REASON, SecondPerson(PROCESSOR.id, "2222")), RoleMissingError),
        (Overruling(REASON, SecondPerson(CLERK.id, "1111")), SecondPersonError),
    ],
)
def test_without_consent_nothing_is_written(
    desk: Desk, overruling: Overruling | None, error: type[Exception]
) -> None:
    """No reason, a wrong PIN, somebody who may not, or the clerk alone: no number is taken."""
    with pytest.raises(error):
        desk.receive(**out_of_force(overruling=overruling))
    assert desk.events() == ()
    assert desk.receive().code.endswith("-1001")


def test_a_supervisor_at_the_counter_needs_another_one(desk: Desk) -> None:
    """Two people are two people, whatever roles one of them holds."""
    alone = actor_of(Role.CLERK, Role.SUPERVISOR)
    wish = Overruling(REASON, SecondPerson(alone.id, "1111"))
    with pytest.raises(SecondPersonError):
        desk.cases.receive_dossier(alone, an_intake(**out_of_force(overruling=wish)))


def test_consent_that_is_not_needed_is_not_told(desk: Desk) -> None:
    """A procedure in force was not overruled."""
    assert desk.receive(**out_of_force(procedure_code=DEED.code)).override is None


def test_consent_makes_no_procedure(desk: Desk) -> None:
    """What the catalogue does not know cannot be let pass."""
    with pytest.raises(ProcedureUnknownError):
        desk.receive(**out_of_force(procedure_code="9.999999"))


def test_a_pin_is_never_kept_in_a_draft(desk: Desk) -> None:
    """What is kept of the wish holds neither consent nor PIN."""
    desk.cases.keep_draft(desk.clerk, an_intake(**out_of_force()))
    assert desk.cases.keep_draft.load(desk.clerk) == an_intake(procedure_code=FORMER_POOR_HOUSEHOLD.code)
    assert b"3333" not in b"".join(desk.store.contents.drafts.values())


def test_terms_are_told_before_anyone_agrees(desk: Desk) -> None:
    """The pane shows due time and fee of what is to pass, and refuses to show them otherwise."""
    wish = an_intake(procedure_code=FORMER_POOR_HOUSEHOLD.code)
    terms = desk.cases.prepare_intake.terms(wish, overruled=True)
    assert terms.due is not None
    assert terms.due.at == at(17, 17)
    with pytest.raises(ProcedureNotInForceError):
        desk.cases.prepare_intake.terms(wish)
