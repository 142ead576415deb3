"""Apologies for late dossiers: with a reason, a new date, once; lateness stays lateness."""

from __future__ import annotations

from datetime import datetime

import pytest

from cgcounter.domain.facts import ApologyMade
from cgcounter.domain.lifecycle import ActForbiddenError
from cgcounter.domain.particulars import DueBasis
from cgcounter.domain.staff import Role, StaffMember
from cgcounter.services.intake import DueTimePastError
from cgcounter.services.texts import ReasonMissingError
from tests.services.desk import STAFF, Desk, actor_of, an_intake, at


def test_an_apology_names_reason_date_and_head(desk: Desk) -> None:
    """The letter is signed by whoever is head now; the due time of the dossier stays (3.5)."""
    head = StaffMember(actor_of().id, "Vũ Văn Đứng Đầu", (Role.HEAD,), "hash of 9999")
    with desk.store.begin() as unit:
        unit.reference.put_staff((*STAFF, head), at=desk.clock.now())
        unit.commit()
    dossier = desk.receive()
    late = desk.cases.acts.apologise(desk.processor, dossier.id, "Chờ xác minh", at(17, 17))
    assert late.apologies == (ApologyMade(at(10, 8, 15), "Chờ xác minh", at(17, 17), "Vũ Văn Đứng Đầu", 1),)
    assert (late.due_at, late.promised_at) == (at(14, 17), at(17, 17))


def test_without_a_head_the_name_is_left_to_the_pen(desk: Desk) -> None:
    """Nobody is made up."""
    late = desk.cases.acts.apologise(desk.supervisor, desk.receive().id, "Quá tải", at(17, 17))
    assert late.apologies[0].signer == ""


def test_a_dossier_is_reappointed_once(desk: Desk) -> None:
    """A second apology is refused."""
    dossier = desk.receive()
    desk.cases.acts.apologise(desk.processor, dossier.id, "Chờ xác minh", at(17, 17))
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.apologise(desk.processor, dossier.id, "Vẫn chờ", at(21, 17))


@pytest.mark.parametrize("promised_at", [at(10, 8, 15), at(9, 8), at(14, 17)])
def test_the_new_date_lies_after_now_and_after_the_old_one(desk: Desk, promised_at: datetime) -> None:
    """Promising what was promised already is no apology."""
    dossier = desk.receive()
    with pytest.raises(DueTimePastError):
        desk.cases.acts.apologise(desk.processor, dossier.id, "Chờ xác minh", promised_at)


def test_an_apology_needs_its_reason(desk: Desk) -> None:
    """The article asks for the reason of each."""
    with pytest.raises(ReasonMissingError):
        desk.cases.acts.apologise(desk.processor, desk.receive().id, "", at(17, 17))


def test_who_was_promised_nothing_is_owed_no_apology(desk: Desk) -> None:
    """A dossier without a due time cannot be late."""
    dossier = desk.cases.receive_dossier(desk.clerk, an_intake(due_basis=DueBasis.NONE))
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.apologise(desk.processor, dossier.id, "Chờ", at(17, 17))
