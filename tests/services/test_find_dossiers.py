"""The one scan-or-search field: what an input means (5.2) and what it leads to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec
import pytest

from cgcounter.domain.codes import ScanKind
from cgcounter.domain.dossier_line import DossierLine, line_of
from cgcounter.domain.id_cards import Acceptance
from cgcounter.domain.particulars import DossierId, DueBasis
from cgcounter.services.ports import DossierNotFoundError, TileCounts, View
from cgcounter.services.return_result import Receiver
from tests.services.desk import APPLICANT, OFFICE, Desk, an_intake, at
from tests.services.small_catalogue import COPY, DEED

CARD = (
    "030190001234|142345678|Nguyễn Thị Đỗ Quyên|02091990|Nữ|Thôn Đỗ Xá, Cao An, Cẩm Giàng, Hải Dương|05062021"
)


def other_person(name: str, **changes: Any) -> dict[str, Any]:
    """The change of an intake that gives it another applicant, without numbers unless given."""
    bare = msgspec.structs.replace(APPLICANT, personal_id="", phone="")
    return {"applicant": msgspec.structs.replace(bare, name=name, **changes)}


def names(lines: tuple[DossierLine, ...]) -> list[str]:
    return [line.name for line in lines]


@pytest.mark.parametrize("noise", ["{}", " {}\r\n", "\t{}"])
def test_a_code_leads_to_its_dossier(desk: Desk, noise: str) -> None:
    """A full code, with the blanks of a scan at its ends, finds its one dossier."""
    desk.receive()
    dossier = desk.receive()
    found = desk.cases.find_dossiers(noise.format(dossier.code))
    assert found.kind is ScanKind.DOSSIER_CODE
    assert found.lines == (line_of(dossier),)
    assert (found.card, found.procedure) == (None, None)


def test_the_digits_alias_leads_to_its_dossier(desk: Desk) -> None:
    """Ten digits YYMMDDXXXX stand for the code on narrow paper (5.2)."""
    dossier = desk.receive()
    found = desk.cases.find_dossiers("2203101001")
    assert (found.kind, found.lines) == (ScanKind.CODE_ALIAS, (line_of(dossier),))


def test_clashing_codes_are_both_found(desk: Desk) -> None:
    """After a clash of codes both dossiers are shown."""
    first = desk.receive()
    desk.store.contents.serials.clear()
    second = desk.receive(**other_person("Lê Văn Trùng"))
    assert first.code == second.code
    assert names(desk.cases.find_dossiers(first.code).lines) == [APPLICANT.name, "Lê Văn Trùng"]


def test_a_code_that_is_not_here_is_told(desk: Desk) -> None:
    """A sound code of no dossier here is not an empty list."""
    desk.receive()
    with pytest.raises(DossierNotFoundError):
        desk.cases.find_dossiers(f"{OFFICE.agency_code}-220310-1002")


def test_an_alias_that_is_a_phone_number_is_searched(desk: Desk) -> None:
    """Ten digits with a real date that are no code here may be a phone number that was typed."""
    desk.receive(**other_person("Lê Văn Máy", phone="0903011234"))
    found = desk.cases.find_dossiers("0903011234")
    assert (found.kind, names(found.lines)) == (ScanKind.TEXT, ["Lê Văn Máy"])


def test_an_alias_that_is_nothing_is_an_empty_search(desk: Desk) -> None:
    """Ten digits that nobody bears find nobody, without an error."""
    found = desk.cases.find_dossiers("2203109999")
    assert (found.kind, found.lines) == (ScanKind.TEXT, ())


@pytest.mark.parametrize(
    "text", ["H23.99-220230-1001", "H23.99-220310-0000", "h23.99-220310-1001", "H23.99-"]
)
def test_a_malformed_code_is_a_plain_search(desk: Desk, text: str) -> None:
    """No real date, no running number, small letters, cut short: nothing is repaired, nothing is found."""
    desk.receive()
    found = desk.cases.find_dossiers(text)
    assert (found.kind, found.lines) == (ScanKind.TEXT, ())


def test_a_card_brings_the_person_and_their_dossiers(desk: Desk) -> None:
    """The card is read, and what this person brought before stands beside it, newest first."""
    first = desk.receive()
    desk.clock.advance(days=1)
    second = desk.receive()
    desk.receive(**other_person("Lê Văn Khác"))
    found = desk.cases.find_dossiers(CARD)
    assert found.kind is ScanKind.ID_CARD
    assert found.card is not None
    assert (found.card.accepted, found.card.personal_id) == (Acceptance.YES, "030190001234")
    assert (found.card.name, found.card.address) == (APPLICANT.name, APPLICANT.address)
    assert [line.id for line in found.lines] == [second.id, first.id]


def test_a_damaged_card_still_brings_its_number(desk: Desk) -> None:
    """A wedge that spoilt the separators leaves the number to be trusted."""
    dossier = desk.receive()
    found = desk.cases.find_dossiers(CARD.replace("|", "~"))
    assert found.card is not None
    assert found.card.accepted is Acceptance.PARTIAL
    assert [line.id for line in found.lines] == [dossier.id]


def test_what_begins_like_a_card_and_is_none_is_searched(desk: Desk) -> None:
    """More than 1,024 characters are no card (6.1 rule 2): nothing of it is taken."""
    found = desk.cases.find_dossiers("030190001234|" + "x" * 1_100)
    assert (found.kind, found.card, found.lines) == (ScanKind.TEXT, None, ())


@pytest.mark.parametrize("code", ["2.001035", "2.001035.000.00.00.H23", " 2.001035\n"])
def test_a_procedure_code_leads_to_the_procedure(desk: Desk, code: str) -> None:
    """A scanned procedure, with or without its local suffix, is shown from the catalogue."""
    found = desk.cases.find_dossiers(code)
    assert (found.kind, found.procedure, found.lines) == (ScanKind.PROCEDURE, DEED, ())


def test_an_unknown_procedure_leads_nowhere(desk: Desk) -> None:
    """A procedure code that the catalogue does not hold brings none."""
    found = desk.cases.find_dossiers("2.999999")
    assert (found.kind, found.procedure) == (ScanKind.PROCEDURE, None)


def test_a_personal_number_is_searched(desk: Desk) -> None:
    """Twelve digits alone are a typed number, not a card."""
    dossier = desk.receive()
    desk.receive(**other_person("Lê Văn Khác"))
    found = desk.cases.find_dossiers("030190001234")
    assert (found.kind, found.card) == (ScanKind.PERSONAL_ID, None)
    assert [line.id for line in found.lines] == [dossier.id]


@pytest.mark.parametrize(
    "query", ["Đỗ Quyên", "do quyen", "NGUYEN QUY", "  nguyễn   thị  ", "đô\u0303 quyên"]
)
def test_a_name_is_searched(desk: Desk, query: str) -> None:
    """With or without marks, in capitals or decomposed, by the beginnings of its words (6.4)."""
    desk.receive()
    desk.receive(**other_person("Trần Văn Bình"))
    assert names(desk.cases.find_dossiers(query).lines) == [APPLICANT.name]


def test_exact_marks_come_first(desk: Desk) -> None:
    """Who types the marks means them."""
    for name in ("Lê Văn Đức", "Lê Văn Dực", "Lê Văn Đục"):
        desk.receive(**other_person(name))
        desk.clock.advance(minutes=1)
    assert names(desk.cases.find_dossiers.search("Văn Đức")) == ["Lê Văn Đức", "Lê Văn Đục", "Lê Văn Dực"]


def test_the_end_of_a_code_is_searched(desk: Desk) -> None:
    """Four digits are enough at the counter."""
    desk.receive()
    second = desk.receive()
    assert [line.id for line in desk.cases.find_dossiers("1002").lines] == [second.id]


@pytest.mark.parametrize("text", ["", "  ", "\u200b\n"])
def test_nothing_typed_finds_nobody(desk: Desk, text: str) -> None:
    """An empty field is no wish for everyone."""
    desk.receive()
    found = desk.cases.find_dossiers(text)
    assert (found.kind, found.lines) == (ScanKind.TEXT, ())


def test_a_search_shows_at_most_fifty(desk: Desk) -> None:
    """A name like a surname must not bring the whole file."""
    for _ in range(51):
        desk.receive()
    assert len(desk.cases.find_dossiers.search("nguyen")) == 50
    assert len(desk.cases.find_dossiers.of_person("030190001234")) == 50


def test_earlier_dossiers_of_a_person(desk: Desk) -> None:
    """By number, newest first; an empty number is nobody's."""
    first, second = desk.receive(), desk.receive()
    desk.receive(**other_person("Lê Văn Không Số"))
    assert [line.id for line in desk.cases.find_dossiers.of_person("030190001234")] == [second.id, first.id]
    assert desk.cases.find_dossiers.of_person("") == ()


def test_a_dossier_is_opened_whole(desk: Desk) -> None:
    """The card shows the dossier with its history; an unknown id is told."""
    dossier = desk.receive()
    assert desk.cases.open_dossier(dossier.id) == dossier
    with pytest.raises(DossierNotFoundError):
        desk.cases.open_dossier(DossierId(UUID(int=1)))


def test_the_list_comes_in_pages(desk: Desk) -> None:
    """Each page goes on after the one before, newest first, and the last has no next."""
    ids = [desk.receive().id for _ in range(5)]
    pages = [desk.cases.list_dossiers(View.ALL, limit=2)]
    while pages[-1].next is not None:
        pages.append(desk.cases.list_dossiers(View.ALL, pages[-1].next, limit=2))
    assert [[line.id for line in page.lines] for page in pages] == [ids[:2:-1], ids[2:0:-1], ids[:1]]


def test_a_page_holds_a_hundred(desk: Desk) -> None:
    """Without another wish a page holds 100 rows."""
    for _ in range(101):
        desk.receive()
    page = desk.cases.list_dossiers(View.RECEIVED_TODAY)
    assert len(page.lines) == 100
    assert page.next is not None


def test_tiles_and_lists_are_of_now(desk: Desk) -> None:
    """Overdue, due today, received and returned are counted, and listed, by the clock of this moment."""
    overdue, due = desk.receive(), desk.receive(due_basis=DueBasis.TYPED, due_typed=at(15, 11))
    desk.clock.set(at(15, 8))
    served = desk.cases.receive_dossier.at_once(desk.clerk, an_intake(procedure_code=COPY.code))
    ready = desk.receive(procedure_code=COPY.code)
    desk.cases.acts.return_result(desk.clerk, ready.id, Receiver())
    assert desk.cases.list_dossiers.counts() == TileCounts(overdue=1, due_today=1, received=2, returned=2)
    listed = {view: {line.id for line in desk.cases.list_dossiers(view).lines} for view in View}
    assert listed == {
        View.ALL: {overdue.id, due.id, served.id, ready.id},
        View.OVERDUE: {overdue.id},
        View.DUE_TODAY: {due.id},
        View.RECEIVED_TODAY: {served.id, ready.id},
        View.RETURNED_TODAY: {served.id, ready.id},
        View.UNPRINTED: {overdue.id, due.id},
        View.WAITING: set(),
    }


def test_a_group_is_gone_round_from_the_next_one(desk: Desk) -> None:
    """From the last to the first; a dossier that came alone has no others."""
    group = desk.cases.prepare_intake.new_group()
    first, second, third = (desk.receive(group=group) for _ in range(3))
    alone = desk.receive()
    find = desk.cases.find_dossiers.of_group
    assert [line.id for line in find(first)] == [second.id, third.id]
    assert [line.id for line in find(second)] == [third.id, first.id]
    assert [line.id for line in find(third)] == [first.id, second.id]
    assert find(alone) == ()
