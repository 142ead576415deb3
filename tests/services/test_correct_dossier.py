"""Mistakes are put right by a new event; what it does not name stays."""

from typing import Any
from uuid import UUID

import msgspec
import pytest

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import ParticularsCorrected
from cgcounter.domain.lifecycle import ActForbiddenError, NewerVersionError
from cgcounter.domain.particulars import DossierId, PaperGiven, PaperSource, ResultKind, ReturnChannel
from cgcounter.domain.people import Person
from cgcounter.services.correct_dossier import Correction
from cgcounter.services.intake import NameMissingError
from cgcounter.services.ports import DossierNotFoundError
from cgcounter.services.return_result import Receiver
from cgcounter.services.texts import ReasonMissingError, TextTooLongError
from tests.services.desk import APPLICANT, DRAFT_DEED, Desk, at

NAME = msgspec.structs.replace(APPLICANT, name="Nguyễn Thị Đỗ Quyên Phượng")
LAND_PAPER = PaperGiven("Giấy chứng nhận", copies=1)


@pytest.mark.parametrize(
    "part",
    [
        {"applicant": NAME},
        {"papers": (DRAFT_DEED, LAND_PAPER)},
        {"papers": ()},
        {"note": "gọi trước khi trả"},
        {"note": ""},
        {"return_channel": ReturnChannel.POST},
        {"applicant": NAME, "papers": (), "note": "", "return_channel": ReturnChannel.ELECTRONIC},
    ],
)
def test_only_what_is_named_changes(desk: Desk, part: dict[str, Any]) -> None:
    """A correction changes the parts it names, emptied ones included; code, due time, fee and state stay."""
    before = desk.receive(note="cũ", papers=(DRAFT_DEED,))
    after = desk.cases.acts.correct_dossier(desk.clerk, before.id, Correction(reason="gõ nhầm", **part))
    grown = {"heads": after.heads, "history": after.history}
    assert after == msgspec.structs.replace(before, **part, **grown)
    assert desk.stored(before.id) == after


def test_a_corrected_paper_is_still_from_where_it_was(desk: Desk) -> None:
    """Counts and notes are put right; that a paper did not have to be given is not lost (facts, 9.3)."""
    reused = PaperGiven("Sổ hộ khẩu", source=PaperSource.REUSED, from_code="000.12.30.H23-220105-1003")
    looked_up = PaperGiven("Giấy khai sinh", source=PaperSource.LOOKED_UP)
    before = desk.receive(papers=(DRAFT_DEED, reused, looked_up))
    right = tuple(msgspec.structs.replace(paper, note="mới") for paper in before.papers)
    after = desk.cases.acts.correct_dossier(desk.clerk, before.id, Correction(reason="gõ nhầm", papers=right))
    assert after.spared_papers == (
        msgspec.structs.replace(reused, note="mới"),
        msgspec.structs.replace(looked_up, note="mới"),
    )


def test_a_correction_is_an_event_with_its_reason(desk: Desk) -> None:
    """Nothing is edited: the intake stays in the log, the correction follows it."""
    dossier = desk.receive()
    desk.clock.advance(minutes=5)
    desk.cases.acts.correct_dossier(desk.clerk, dossier.id, Correction(reason="gõ nhầm", applicant=NAME))
    intake, corrected = desk.events()
    assert corrected.fact == ParticularsCorrected(at(10, 8, 20), "gõ nhầm", applicant=NAME)
    assert corrected.base == (intake.id,)
    assert desk.stored(dossier.id).history[0].fact == intake.fact


def test_a_dossier_at_work_is_corrected_too(desk: Desk) -> None:
    """Mistakes are found after the hand-over as well, and change no state."""
    dossier = desk.receive()
    desk.cases.acts.hand_over(desk.clerk, dossier.id)
    after = desk.cases.acts.correct_dossier(desk.clerk, dossier.id, Correction(reason="gõ nhầm", note="mới"))
    assert (after.status, after.note) == (Status.IN_PROGRESS, "mới")


def test_the_corrected_name_is_the_one_that_takes_the_result(desk: Desk) -> None:
    """The return writes down the name as corrected."""
    dossier = desk.receive()
    desk.cases.acts.correct_dossier(desk.clerk, dossier.id, Correction(reason="gõ nhầm", applicant=NAME))
    desk.cases.acts.hand_over(desk.clerk, dossier.id)
    desk.cases.acts.record_result(desk.processor, dossier.id, ResultKind.POSITIVE)
    returned = desk.cases.acts.return_result(desk.clerk, dossier.id, Receiver()).returned
    assert returned is not None
    assert returned.receiver_name == "Nguyễn Thị Đỗ Quyên Phượng"


@pytest.mark.parametrize("reason", ["", "  ", "\n\u200b"])
def test_a_correction_needs_its_reason(desk: Desk, reason: str) -> None:
    """Without words nothing is changed."""
    dossier = desk.receive()
    with pytest.raises(ReasonMissingError):
        desk.cases.acts.correct_dossier(desk.clerk, dossier.id, Correction(reason=reason, note="mới"))
    assert desk.stored(dossier.id) == dossier


def test_a_corrected_person_has_a_name(desk: Desk) -> None:
    """A name cannot be corrected away."""
    dossier = desk.receive()
    with pytest.raises(NameMissingError):
        desk.cases.acts.correct_dossier(
            desk.clerk, dossier.id, Correction(reason="nhầm", applicant=Person(" "))
        )
    assert desk.stored(dossier.id) == dossier


def test_a_corrected_person_fits_the_form(desk: Desk) -> None:
    """The lengths of the intake hold."""
    dossier = desk.receive()
    far_too_long = Person("Nguyễn " * 100)
    with pytest.raises(TextTooLongError) as refused:
        desk.cases.acts.correct_dossier(
            desk.clerk, dossier.id, Correction(reason="nhầm", applicant=far_too_long)
        )
    assert "Nguyễn" not in str(refused.value)


def test_what_left_the_office_is_not_corrected(desk: Desk) -> None:
    """A returned dossier stays as it is."""
    ready = desk.bring_to_result()
    desk.cases.acts.return_result(desk.clerk, ready.id, Receiver())
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.correct_dossier(desk.clerk, ready.id, Correction(reason="nhầm", note="mới"))


def test_an_unknown_dossier_is_told(desk: Desk) -> None:
    """An id that is not here leads to no event."""
    with pytest.raises(DossierNotFoundError):
        desk.cases.acts.correct_dossier(
            desk.clerk, DossierId(UUID(int=1)), Correction(reason="nhầm", note="x")
        )


def test_what_a_newer_version_wrote_is_read_only(desk: Desk) -> None:
    """A dossier with an unknown fact is only read here."""
    dossier = desk.receive()
    desk.change_elsewhere(dossier)
    with pytest.raises(NewerVersionError):
        desk.cases.acts.correct_dossier(desk.clerk, dossier.id, Correction(reason="nhầm", note="mới"))
