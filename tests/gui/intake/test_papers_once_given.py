"""Papers once given are not asked for again: one key takes them over (facts, 9.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from PySide6.QtGui import QAction

from cgcounter.domain.papers_at_hand import PaperAtHand
from cgcounter.domain.particulars import PaperGiven, PaperSource
from cgcounter.domain.procedures import Catalogue, Paper
from cgcounter.domain.staff import Role
from tests.gui.intake.conftest import Pane
from tests.services.desk import APPLICANT, actor_of, an_intake, at
from tests.services.small_catalogue import CATALOGUE, DEED

BIRTH, BOOK, FORM = "Giấy khai sinh", "Sổ hộ khẩu", "Tờ khai"
ASKING = msgspec.structs.replace(
    DEED, papers=(Paper(FORM), Paper(BIRTH, reusable=True), Paper(BOOK, reusable=True))
)


@pytest.fixture
def code(pane: Pane) -> Iterator[str]:
    """The code of an earlier dossier of the same citizen, with all papers; the pane asks for them again."""
    others = tuple(one for one in CATALOGUE.procedures if one.code != DEED.code)
    with pane.office.store.begin() as unit:
        unit.reference.put_catalogue(Catalogue((*others, ASKING)), source="test", at=at(10, 8))
        unit.commit()
    papers = tuple(PaperGiven(name, originals=1) for name in (FORM, BIRTH, BOOK))
    code = pane.office.cases.receive_dossier(pane.office.clerk, an_intake(papers=papers)).code
    pane.open()
    pane.pick(DEED.code)
    pane.type_text(APPLICANT.personal_id)
    pane.screen.papers.table.setFocus()
    yield code
    pane.screen.clear()


def texts(pane: Pane) -> list[str]:
    """What the rows say."""
    return [row.text for row in pane.screen.papers.table.rows]


def given(pane: Pane) -> list[tuple[str, PaperSource, str]]:
    """What would be saved now."""
    return [(paper.name, paper.source, paper.from_code) for paper in pane.screen.papers.typed()]


def test_each_paper_says_where_it_is_from(pane: Pane, code: str) -> None:
    """What was given before is named with its dossier and day; the rest is new."""
    offered = f"given before with {code}, 10/03/2022: D takes it over"
    assert texts(pane) == [f"{FORM} ·\u00a0new", f"{BIRTH}\n{offered}", f"{BOOK}\n{offered}"]
    assert {source for _, source, _ in given(pane)} == {PaperSource.NEW}


def test_one_key_takes_a_paper_over_and_gives_it_up_again(pane: Pane, code: str) -> None:
    """D on its row; the row keeps the focus."""
    pane.press("Down", "D")
    assert texts(pane)[1] == f"{BIRTH}\nreused from {code}"
    assert given(pane)[1] == (BIRTH, PaperSource.REUSED, code)
    assert pane.screen.papers.table.currentIndex().row() == 1
    pane.press("D")
    assert given(pane)[1] == (BIRTH, PaperSource.NEW, "")


def test_one_key_takes_all_over(pane: Pane, code: str) -> None:
    """Also those that were unticked: what is at hand is part of the dossier."""
    pane.press("Down", "Space", "A")
    assert given(pane) == [
        (FORM, PaperSource.NEW, ""),
        (BIRTH, PaperSource.REUSED, code),
        (BOOK, PaperSource.REUSED, code),
    ]


def test_a_paper_can_be_looked_up(pane: Pane, code: str) -> None:
    """K on any row, also one that was not given before."""
    pane.press("K", "Down", "D", "K")
    assert given(pane)[:2] == [(FORM, PaperSource.LOOKED_UP, ""), (BIRTH, PaperSource.LOOKED_UP, "")]
    assert texts(pane)[0] == f"{FORM} ·\u00a0looked\u00a0up"


def test_what_was_taken_over_is_saved(pane: Pane, code: str) -> None:
    """The dossier knows which of its papers were not asked for again."""
    pane.press("A", "F9")
    saved = pane.saved[-1]
    assert [paper.source for paper in saved.papers] == [
        PaperSource.NEW,
        PaperSource.REUSED,
        PaperSource.REUSED,
    ]
    assert {paper.from_code for paper in saved.papers[1:]} == {code}


def test_another_person_gets_no_offer_of_the_last_one(pane: Pane, code: str) -> None:
    """What was taken over goes with the offer."""
    pane.press("A")
    pane.screen.person.number.setFocus()
    pane.screen.person.number.selectAll()
    pane.type_text("030190009999")
    assert {source for _, source, _ in given(pane)} == {PaperSource.NEW}
    assert texts(pane)[1] == f"{BIRTH} ·\u00a0new"


def test_a_number_that_goes_takes_what_was_taken_over_with_it(pane: Pane, code: str) -> None:
    """At once: who saves the next moment saves no paper of somebody else."""
    pane.press("A")
    pane.screen.person.number.setFocus()
    pane.press("End", "Backspace")
    assert {source for _, source, _ in given(pane)} == {PaperSource.NEW}


def test_the_paper_of_one_person_is_not_the_paper_of_the_next(pane: Pane, code: str) -> None:
    """Both gave it; each is asked about their own."""
    other = msgspec.structs.replace(APPLICANT, personal_id="030190009999", name="Đỗ Thị Thử")
    own = pane.office.cases.receive_dossier(
        pane.office.clerk, an_intake(applicant=other, papers=(PaperGiven(BIRTH, originals=1),))
    ).code
    pane.press("Down", "D")
    pane.screen.person.show_person(msgspec.structs.replace(other, personal_id=""))
    pane.screen.person.number.setFocus()
    pane.type_text(other.personal_id)
    assert given(pane)[1] == (BIRTH, PaperSource.NEW, "")
    assert texts(pane)[1].startswith(f"{BIRTH}\ngiven before with {own}")


def test_another_offer_is_taken_over_anew(pane: Pane, code: str) -> None:
    """The dossier that is named on the row is the one that is saved."""
    pane.press("Down", "D")
    pane.screen.papers.offer((PaperAtHand(BIRTH, "000.12.30.H23-220311-1009", date(2022, 3, 11)),))
    assert given(pane)[1] == (BIRTH, PaperSource.NEW, "")
    pane.press("D")
    assert given(pane)[1] == (BIRTH, PaperSource.REUSED, "000.12.30.H23-220311-1009")


def test_a_note_may_begin_with_any_letter(pane: Pane, code: str) -> None:
    """In the cell of a note the keys of the row are letters."""
    pane.press("Down", "Right", "Right", "Right")
    pane.type_text("Dán kèm")
    pane.press("Return")
    assert given(pane)[1] == (BIRTH, PaperSource.NEW, "")
    assert pane.screen.papers.typed()[1].note == "Dán kèm"


def test_keys_count_only_where_they_do_something(pane: Pane, code: str) -> None:
    """The palette offers no taking over where there is nothing to take."""
    actions = {
        action.shortcut().toString(): action
        for action in pane.screen.papers.table.findChildren(QAction)
        if action.shortcut().toString() in {"D", "K", "A"}
    }
    assert {key: action.isEnabled() for key, action in actions.items()} == {"D": False, "K": True, "A": True}
    pane.press("Down")
    assert actions["D"].isEnabled()
    pane.press("Right")
    assert not any(action.isEnabled() for action in actions.values())


def test_a_household_is_known_when_phone_and_address_are_typed(pane: Pane, code: str) -> None:
    """They come after the number: a pause in typing asks again."""
    household = msgspec.structs.replace(ASKING, papers=(Paper(BOOK, of_household=True),))
    others = tuple(one for one in CATALOGUE.procedures if one.code != DEED.code)
    with pane.office.store.begin() as unit:
        unit.reference.put_catalogue(Catalogue((*others, household)), source="test", at=at(10, 8))
        unit.commit()
    pane.presenter.discard()
    pane.open()
    pane.pick(DEED.code)
    pane.type_text("030190009999")
    pane.screen.person.phone.setFocus()
    pane.type_text(APPLICANT.phone)
    pane.screen.person.address.setFocus()
    pane.type_text(APPLICANT.address)
    assert texts(pane) == [f"{BOOK} ·\u00a0new"]
    pane.screen.paused.emit()
    pane.settle()
    assert texts(pane) == [f"{BOOK}\ngiven before with {code}, 10/03/2022: D takes it over"]


def test_an_offer_that_comes_while_a_note_is_typed_takes_nothing_from_it(pane: Pane, code: str) -> None:
    """A pause in typing asks again; the open cell stays open."""
    pane.press("Down", "Right", "Right", "Right")
    pane.type_text("bản")
    pane.screen.papers.offer(())
    pane.screen.paused.emit()
    pane.settle()
    pane.type_text(" cũ")
    pane.press("Return")
    assert pane.screen.papers.typed()[1].note == "bản cũ"
    assert texts(pane)[1].startswith(f"{BIRTH}\ngiven before with {code}")


def test_a_draft_keeps_what_was_taken_over(pane: Pane, code: str) -> None:
    """Who comes back after another person, or a power cut, finds the papers as they were."""
    pane.press("Down", "D")
    pane.presenter.keep_draft()
    pane.settle()
    pane.presenter.open(actor_of(Role.SUPERVISOR))
    pane.open()
    assert given(pane)[1] == (BIRTH, PaperSource.REUSED, code)
