"""What the counter offers of the papers it has, while the clerk types."""

from __future__ import annotations

import msgspec
import pytest

from cgcounter.domain.papers_at_hand import PaperAtHand
from cgcounter.domain.particulars import PaperGiven
from cgcounter.domain.procedures import Catalogue, Paper
from cgcounter.services.intake import ProcedureUnknownError
from cgcounter.services.offer_papers import MOST_OWN
from cgcounter.services.second_person import SecondPerson
from tests.services.desk import APPLICANT, SUPERVISOR, Desk, an_intake, at
from tests.services.small_catalogue import CATALOGUE, COPY, DEED

BOOK, BIRTH = "Sổ hộ khẩu", "Giấy khai sinh"
ASKING = msgspec.structs.replace(
    DEED, papers=(Paper(BIRTH, reusable=True), Paper(BOOK, of_household=True), Paper("Tờ khai"))
)
AGREES = SecondPerson(SUPERVISOR.id, "3333")
GIVEN = tuple(PaperGiven(name, originals=1) for name in (BIRTH, BOOK, "Tờ khai"))


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A counter whose catalogue asks for papers that may be reused."""
    others = tuple(one for one in CATALOGUE.procedures if one.code != DEED.code)
    with desk.store.begin() as unit:
        unit.reference.put_catalogue(Catalogue((*others, ASKING)), source="test", at=at(10, 8))
        unit.commit()
    return desk


def test_what_the_person_gave_before_is_offered(desk: Desk) -> None:
    """With the dossier it lies in, and without what each matter needs anew."""
    code = desk.cases.receive_dossier(desk.clerk, an_intake(papers=GIVEN)).code
    day = desk.clock.now().date()
    assert desk.cases.offer_papers(an_intake()) == (
        PaperAtHand(BIRTH, code, day),
        PaperAtHand(BOOK, code, day),
    )


def test_another_person_is_offered_nothing(desk: Desk) -> None:
    """Unless they live in the same household, and then only what the catalogue says is the household's."""
    desk.cases.receive_dossier(desk.clerk, an_intake(papers=GIVEN))
    other = msgspec.structs.replace(APPLICANT, personal_id="030090004321", name="Đỗ Văn Thử")
    offered = desk.cases.offer_papers(an_intake(applicant=other))
    assert [paper.name for paper in offered] == [BOOK]
    stranger = msgspec.structs.replace(other, phone="0987654321")
    assert desk.cases.offer_papers(an_intake(applicant=stranger)) == ()
    elsewhere = msgspec.structs.replace(other, address="Thôn Đông, Cao An, Cẩm Giàng, Hải Dương")
    assert desk.cases.offer_papers(an_intake(applicant=elsewhere)) == ()


def test_one_certificate_is_not_hidden_by_many_copies(desk: Desk) -> None:
    """Only so many dossiers are read while the clerk types, but of each procedure the newest ones."""
    code = desk.receive(papers=GIVEN).code
    for _ in range(MOST_OWN + 1):
        desk.clock.advance(minutes=1)
        desk.receive(procedure_code=COPY.code, papers=())
    assert [paper.from_code for paper in desk.cases.offer_papers(an_intake())] == [code, code]


def test_dossiers_entered_by_mistake_offer_nothing(desk: Desk) -> None:
    """Nor do they hide the one before them, however many they are."""
    code = desk.receive(papers=GIVEN).code
    for _ in range(MOST_OWN):
        desk.clock.advance(minutes=1)
        mistake = desk.receive(papers=GIVEN)
        desk.cases.acts.undo_dossier.void(desk.clerk, mistake.id, "nhập trùng", AGREES)
    assert {paper.from_code for paper in desk.cases.offer_papers(an_intake())} == {code}


def test_nobody_without_a_number_is_offered_anything(desk: Desk) -> None:
    """A name alone is no person."""
    desk.cases.receive_dossier(desk.clerk, an_intake(papers=GIVEN))
    nameless = msgspec.structs.replace(APPLICANT, personal_id="", phone="")
    assert desk.cases.offer_papers(an_intake(applicant=nameless)) == ()


def test_a_procedure_that_is_none_is_refused(desk: Desk) -> None:
    """As everywhere."""
    with pytest.raises(ProcedureUnknownError):
        desk.cases.offer_papers(an_intake(procedure_code="9.999999"))
