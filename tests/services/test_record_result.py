"""The work between counter and result."""

from uuid import UUID

import pytest

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import HandedOver, ResultRecorded
from cgcounter.domain.lifecycle import ActForbiddenError, NewerVersionError
from cgcounter.domain.particulars import DossierId, ResultKind
from cgcounter.services.ports import DossierNotFoundError
from cgcounter.services.texts import ReasonMissingError
from tests.services.desk import APPLICANT, CLERK, PROCESSOR, Desk, at
from tests.services.small_catalogue import DEED

NOBODY = DossierId(UUID(int=0xDEAD))


def test_a_dossier_is_handed_over(desk: Desk) -> None:
    """The hand-over is one event of the one who did it, after the intake."""
    dossier = desk.receive()
    desk.clock.advance(minutes=30)
    handed = desk.cases.acts.hand_over(desk.clerk, dossier.id)
    intake, started = desk.events()
    assert started.fact == HandedOver(at(10, 8, 45))
    assert (started.base, started.actor) == ((intake.id,), CLERK.id)
    assert handed.status is Status.IN_PROGRESS
    assert desk.stored(dossier.id) == handed


def test_a_result_is_recorded(desk: Desk) -> None:
    """The answer's time, number and note are written down; the time decides lateness (3.5)."""
    dossier = desk.receive()
    desk.cases.acts.hand_over(desk.processor, dossier.id)
    desk.clock.set(at(14, 16, 59))
    done = desk.cases.acts.record_result(
        desk.processor, dossier.id, ResultKind.POSITIVE, number="12/2022", note="đã ký"
    )
    assert done.result == ResultRecorded(at(14, 16, 59), ResultKind.POSITIVE, "12/2022", "đã ký")
    assert done.status is Status.RESULT_READY
    assert desk.events()[-1].actor == PROCESSOR.id
    assert desk.stored(dossier.id) == done


def test_a_negative_answer_needs_its_reasons(desk: Desk) -> None:
    """A refusal in substance is written with reasons (2.4); blanks are none."""
    dossier = desk.receive()
    desk.cases.acts.hand_over(desk.clerk, dossier.id)
    for note in ("", " \u00a0\n"):
        with pytest.raises(ReasonMissingError):
            desk.cases.acts.record_result(desk.processor, dossier.id, ResultKind.NEGATIVE, note=note)
    assert len(desk.events()) == 2
    done = desk.cases.acts.record_result(desk.processor, dossier.id, ResultKind.NEGATIVE, note="thiếu chữ ký")
    assert done.result is not None
    assert (done.result.kind, done.result.note) == (ResultKind.NEGATIVE, "thiếu chữ ký")
    assert done.status is Status.RESULT_READY


def test_a_result_comes_once_and_after_the_hand_over(desk: Desk) -> None:
    """Neither a dossier still at the counter nor one with a result takes a result."""
    dossier = desk.receive()
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.record_result(desk.processor, dossier.id, ResultKind.POSITIVE)
    desk.cases.acts.hand_over(desk.clerk, dossier.id)
    desk.cases.acts.record_result(desk.processor, dossier.id, ResultKind.POSITIVE)
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.record_result(desk.processor, dossier.id, ResultKind.POSITIVE)
    assert len(desk.facts()) == 4


def test_a_refused_dossier_is_at_its_end(desk: Desk) -> None:
    """A refusal at intake is terminal."""
    refused = desk.cases.refuse_intake(desk.clerk, DEED.code, APPLICANT, "không đủ điều kiện")
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.hand_over(desk.clerk, refused.id)


def test_an_unknown_dossier_is_told(desk: Desk) -> None:
    """An id that is not here leads to no event."""
    with pytest.raises(DossierNotFoundError):
        desk.cases.acts.hand_over(desk.clerk, NOBODY)
    with pytest.raises(DossierNotFoundError):
        desk.cases.acts.record_result(desk.processor, NOBODY, ResultKind.POSITIVE)


def test_what_a_newer_version_wrote_is_read_only(desk: Desk) -> None:
    """A dossier with an unknown fact is only read here."""
    dossier = desk.receive()
    desk.change_elsewhere(dossier)
    with pytest.raises(NewerVersionError):
        desk.cases.acts.hand_over(desk.clerk, dossier.id)
