"""What citizens say at the end, and what they are told before it."""

from __future__ import annotations

import pytest

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import ApplicantTold, DossierRated
from cgcounter.domain.lifecycle import ActForbiddenError
from cgcounter.domain.particulars import RatingScale
from cgcounter.services.rate_dossier import BadScoreError
from cgcounter.services.return_result import Receiver
from tests.services.desk import Desk, at


@pytest.fixture
def returned(desk: Desk) -> Dossier:
    """A dossier whose result was given back."""
    return desk.cases.acts.return_result(desk.clerk, desk.bring_to_result().id, Receiver())


def test_a_citizen_rates_once(desk: Desk, returned: Dossier) -> None:
    """A score with a comment; a second one is refused."""
    rated = desk.cases.acts.rate_dossier(desk.clerk, returned.id, 5, comment=" Nhanh ")
    assert rated.rating == DossierRated(at(10, 10, 15), 5, RatingScale.FIVE_POINTS, "Nhanh")
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.rate_dossier(desk.clerk, returned.id, 1)


@pytest.mark.parametrize(
    ("score", "scale"),
    [(0, RatingScale.FIVE_POINTS), (6, RatingScale.FIVE_POINTS), (4, RatingScale.THREE_FACES)],
)
def test_a_score_lies_on_its_scale(desk: Desk, returned: Dossier, score: int, scale: RatingScale) -> None:
    """Five points or three faces."""
    with pytest.raises(BadScoreError):
        desk.cases.acts.rate_dossier(desk.clerk, returned.id, score, scale)


def test_nothing_is_rated_before_it_is_returned(desk: Desk) -> None:
    """The rating belongs to the return."""
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.rate_dossier(desk.clerk, desk.bring_to_result().id, 5)


def test_the_applicant_is_told_once_that_the_result_waits(desk: Desk) -> None:
    """Ticked off with a note; not before there is a result."""
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.tell_applicant(desk.clerk, desk.receive().id)
    dossier = desk.bring_to_result()
    told = desk.cases.acts.tell_applicant(desk.clerk, dossier.id, "đã gọi 0912345678")
    assert told.told == ApplicantTold(at(10, 10, 15), "đã gọi 0912345678")
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.tell_applicant(desk.clerk, dossier.id)


def test_a_faulty_result_is_told_anew(desk: Desk) -> None:
    """After a correction the next result waits again, untold."""
    dossier = desk.bring_to_result()
    desk.cases.acts.tell_applicant(desk.clerk, dossier.id)
    taken_back = desk.cases.acts.fault_result(desk.clerk, dossier.id, "Sai ngày sinh")
    assert (taken_back.result, taken_back.told) == (None, None)
