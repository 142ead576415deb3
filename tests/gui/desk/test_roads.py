"""The roads between the tasks of the desk: keys, scans and finished acts bring one to the front, Esc leads back."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtWidgets import QLineEdit

from cgcounter.domain.forms import FormFacts, RegisterFacts
from cgcounter.services.ports import Progress
from tests.gui.desk.conftest import WorkingDesk
from tests.services.desk import APPLICANT
from tests.services.small_catalogue import DEED
from tests.typing_keys import press

CARD = f"{APPLICANT.personal_id}||{APPLICANT.name}|02091990|Nữ|{APPLICANT.address}|15062021"


def typed_in_intake(desk: WorkingDesk) -> str:
    """The name that stands in the intake, in front or not."""
    return desk.presenter._intake.person.name.text()


def test_a_key_brings_its_task_to_the_front(desk: WorkingDesk) -> None:
    """A sheet of paper has the list's room too, until another task is in front."""
    for key, task, is_wide in (("F6", "DailyLogScreen", True), ("F2", "IntakeScreen", False)):
        desk.press(key)
        assert (desk.task, desk.list.isHidden()) == (task, is_wide)


def test_the_desk_begins_with_the_search(desk: WorkingDesk) -> None:
    """Whoever comes finds the intake in front and may scan or type at once."""
    assert (desk.task, desk.where) == ("IntakeScreen", "search")


def test_a_receipt_opens_its_dossier(desk: WorkingDesk) -> None:
    """The card waits where Enter does what comes next, the list points at the row, the search is empty."""
    dossier = desk.receive()
    desk.scan(dossier.code)
    assert (desk.task, desk.where) == ("DossierCard", "task")
    assert [line.id for line in desk.list.chosen] == [dossier.id]
    assert desk.screen.strip.field.text() == ""


def test_a_code_typed_into_the_search_leads_there_too(desk: WorkingDesk) -> None:
    """F3, the code, Enter."""
    code = desk.receive().code
    desk.press("F2", "F3")
    desk.type_text(code)
    desk.press("Return")
    assert (desk.task, desk.screen.strip.field.text()) == ("DossierCard", "")


@pytest.mark.parametrize("before", ["F2", "F6", "card"])
def test_an_identity_card_begins_an_intake(desk: WorkingDesk, before: str) -> None:
    """From wherever the clerk is: the intake comes to the front with the person filled in."""
    if before == "card":
        desk.scan(desk.receive().code)
    else:
        desk.press(before)
    desk.scan(CARD)
    assert (desk.task, typed_in_intake(desk)) == ("IntakeScreen", APPLICANT.name)


def test_a_procedure_begins_an_intake(desk: WorkingDesk) -> None:
    """The code on the wall leads to its intake."""
    desk.scan(DEED.code)
    assert desk.task == "IntakeScreen"
    assert DEED.name in " ".join(field.text() for field in desk.presenter._intake.findChildren(QLineEdit))


def test_a_sheet_gives_way_to_what_a_search_finds(desk: WorkingDesk) -> None:
    """The list is there again, beside the task that was there before the sheet."""
    desk.receive()
    desk.press("F6", "F3")
    desk.type_text("quyen")
    assert desk.task == "IntakeScreen"
    assert not desk.list.isHidden()
    assert desk.list.title == "1 result(s) for “quyen”"


@pytest.mark.parametrize(
    ("first", "sheet"), [("intake", "F6"), ("card", "F6"), ("card", "Ctrl+P"), ("card", "Ctrl+F6")]
)
def test_esc_leads_from_a_sheet_back_to_the_task(desk: WorkingDesk, first: str, sheet: str) -> None:
    """To the intake or the card, whichever was there, with the focus in it."""
    if first == "card":
        desk.scan(desk.receive().code)
    desk.press(sheet)
    assert desk.list.isHidden()
    desk.press("Escape")
    assert desk.task == ("DossierCard" if first == "card" else "IntakeScreen")
    assert (desk.where, desk.list.isHidden()) == ("task", False)


def test_a_closed_card_gives_way_to_the_intake(desk: WorkingDesk) -> None:
    """Esc on the card leads on to the next citizen."""
    desk.scan(desk.receive().code)
    desk.press("Escape")
    assert (desk.task, desk.where) == ("IntakeScreen", "task")


def test_f4_asks_for_the_receipt(desk: WorkingDesk) -> None:
    """The search waits, and the status line says for what."""
    desk.press("F2", "F4")
    assert desk.where == "search"
    assert desk.said.startswith("Scan the citizen's receipt")
    desk.press("F2")
    assert desk.said == ""


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("Alt+6", "Results waiting to be fetched, longest first"),
        ("Alt+7", "Work of my unit, next deadline first"),
    ],
)
def test_a_list_without_a_tile_is_one_key_away(desk: WorkingDesk, key: str, title: str) -> None:
    """Also from a sheet; Esc leads back to everything."""
    desk.receive()
    desk.press("F6", key)
    assert (desk.list.title, desk.list.isHidden()) == (title, False)
    desk.press("Escape")
    assert desk.list.title == "All dossiers, newest first"


def test_what_was_not_printed_is_one_key_away(desk: WorkingDesk) -> None:
    """Alt+5, as soon as there is something."""
    desk.press("F2")
    desk.scan(CARD)
    desk.type_text(DEED.code)
    desk.press("Return", "Ctrl+S", "Alt+5")
    assert desk.list.title == "Receipts not yet printed"
    assert len(desk.office.received()) == 1


def test_what_is_saved_is_printed_and_pointed_at(desk: WorkingDesk) -> None:
    """F9 in the intake: the receipt comes out, the row is marked, the pane is ready for the next."""
    desk.scan(CARD)
    desk.type_text(DEED.code)
    desk.press("Return", "F9")
    (dossier,) = desk.office.received()
    assert len(desk.office.printed()) == 1
    assert [line.id for line in desk.list.chosen] == [dossier.id]
    assert typed_in_intake(desk) == ""


def test_esc_goes_one_level_back_each_time(desk: WorkingDesk) -> None:
    """A notice, the search, the list aside, then the task; from an empty task to the search."""
    desk.receive()
    desk.press("F2", "Alt+6", "F3")
    desk.type_text("quyen")
    desk.screen.notice.say(desk.screen.notice.tone, "Máy in hết giấy")
    desk.press("Escape")
    assert desk.screen.notice.isHidden()
    assert desk.screen.strip.field.text() == "quyen"
    desk.press("Escape")
    assert desk.screen.strip.field.text() == ""
    assert desk.list.title == "Results waiting to be fetched, longest first"
    desk.press("Escape")
    assert desk.list.title == "All dossiers, newest first"
    desk.press("F2", "Escape")
    assert (desk.task, desk.where) == ("IntakeScreen", "search")


def test_what_is_typed_is_dropped_only_after_a_question(desk: WorkingDesk) -> None:
    """Esc asks, Esc again empties the intake and leads to the search."""
    desk.scan(CARD)
    desk.press("Escape")
    assert desk.presenter._intake.asks_to_discard
    assert typed_in_intake(desk) == APPLICANT.name
    desk.press("Escape")
    assert (typed_in_intake(desk), desk.where) == ("", "search")


def test_from_the_list_esc_leads_to_what_was_begun(desk: WorkingDesk) -> None:
    """Nothing is lost by looking something up."""
    desk.scan(CARD)
    desk.list.table.setFocus()
    desk.press("Escape")
    assert (desk.where, typed_in_intake(desk)) == ("task", APPLICANT.name)


def test_who_comes_back_finds_the_desk_as_it_was(desk: WorkingDesk) -> None:
    """The card is still open, and the search still holds what was typed."""
    desk.scan(desk.receive().code)
    desk.press("F3")
    desk.type_text("quyen")
    desk.press("Ctrl+L")
    assert desk.locks == 1
    desk.office.stage.session.leave()
    desk.sign_in()
    assert (desk.task, desk.screen.strip.field.text()) == ("DossierCard", "quyen")


def test_another_person_begins_anew(desk: WorkingDesk) -> None:
    """What one was looking for is not for the next: intake in front, the search empty and ready."""
    desk.scan(desk.receive().code)
    desk.press("F3")
    desk.type_text("quyen")
    desk.office.stage.session.leave()
    desk.sign_in(desk.office.processor)
    assert (desk.task, desk.where) == ("IntakeScreen", "search")
    assert desk.screen.strip.field.text() == ""
    assert desk.list.title == "All dossiers, newest first"


def test_locking_keeps_what_is_typed(desk: WorkingDesk) -> None:
    """Ctrl+L writes the draft down before anybody else comes."""
    desk.scan(CARD)
    desk.press("Ctrl+L")
    draft = desk.office.draft_of(desk.office.clerk)
    assert draft is not None
    assert draft.applicant.name == APPLICANT.name


def test_locking_ends_the_drawing_of_a_book(desk: WorkingDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody who locks or closes the window waits for a thick register."""
    forms, ready = desk.office.forms, Event()
    draw = forms.render

    def hold(facts: FormFacts, progress: Progress) -> bytes:
        ready.wait(10)
        return draw(facts, progress)

    desk.receive()
    desk.press("Ctrl+F6")
    monkeypatch.setattr(forms, "render", hold)
    press(desk.screen, "Ctrl+P")
    desk.presenter.put_away()
    ready.set()
    desk.settle()
    assert not [facts for facts in forms.rendered if isinstance(facts, RegisterFacts)]
