"""The clerk's flows over the real window, file and paper, each within its budget of keys (ux, section 1)."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from cgcounter.app.demo.citizens import card_payload
from cgcounter.app.demo.office import DEMO_START, PEOPLE
from cgcounter.documents.raster import page_text
from cgcounter.domain.dossier import Status
from cgcounter.gui import keystrokes
from cgcounter.gui.desk.status_line import StatusLine
from cgcounter.services.intake import Intake
from tests.journeys.conftest import Counter, citizen


def test_intake_with_a_card_takes_one_scan_and_eight_keys(counter: Counter) -> None:
    """Card, the beginning of the procedure's name, Enter, F9: received, saved and printed."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di chúc")
    counter.hands.press("Return", "F9")
    assert counter.hands.scans == 1
    assert counter.hands.keys <= 9  # the seven letters of the name are typed whole here
    (dossier,) = counter.dossiers()
    assert dossier.procedure.code == "2.001019"
    assert dossier.applicant.name == citizen().name
    assert dossier.fee.amount_dong == 50_000
    assert dossier.print_count("RECEIPT") == 1
    assert counter.papers() == ["RECEIPT-000.12.30.H23-220310-1001"]


def test_intake_by_hand_takes_no_more_than_its_budget(counter: Counter) -> None:
    """Every field typed, Enter between them: 75 keys beside the citizen's own long name and address."""
    person = citizen()
    counter.hands.press("F2")
    counter.hands.type_text("di ch")
    counter.hands.press("Return")
    counter.hands.type_text(person.personal_id)
    counter.hands.press("Return")
    counter.hands.type_text(person.name)
    counter.hands.press("Return")
    counter.hands.type_text("02091990")
    counter.hands.press("Return", "Return")
    counter.hands.type_text(person.phone)
    counter.hands.press("Return")
    counter.hands.type_text("Thôn Phú An")
    counter.hands.press("F9")
    assert counter.hands.keys <= 75
    (dossier,) = counter.dossiers()
    assert dossier.applicant.name == person.name
    assert dossier.applicant.personal_id == person.personal_id
    assert dossier.applicant.birth_date is not None
    assert dossier.applicant.birth_date.text == "02/09/1990"
    assert dossier.applicant.address == "Thôn Phú An"


def test_a_known_person_is_filled_in(counter: Counter) -> None:
    """Twelve digits of somebody who was here before fill name, birth date and address: 22 keys."""
    person = citizen()
    counter.hands.scan(card_payload(person))
    counter.hands.type_text("di ch")
    counter.hands.press("Return", "F9")
    counter.hands.start_counting()
    counter.hands.press("F2")
    counter.hands.type_text("di ch")
    counter.hands.press("Return")
    counter.hands.type_text(person.personal_id)
    counter.hands.press("F9")
    assert counter.hands.keys <= 22
    assert [one.applicant.name for one in counter.dossiers()] == [person.name, person.name]


def test_a_same_day_service_takes_one_key_after_pages_and_copies(counter: Counter) -> None:
    """Pages, copies, Shift+F9: received, resulted and returned in one act, the tier fee computed (8.1)."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("2.000815")
    counter.hands.press("Return")
    counter.hands.type_text("3")
    counter.hands.press("Return")
    counter.hands.type_text("2")
    counter.hands.start_counting()
    counter.hands.press("Shift+F9")
    assert counter.hands.keys == 1
    (dossier,) = counter.dossiers()
    assert dossier.status is Status.RETURNED
    assert dossier.fee.amount_dong == 10_000
    assert counter.papers() == []
    counter.hands.press("Ctrl+F8")  # the receipt is optional, and one key away
    assert counter.papers() == [f"RECEIPT-{dossier.code}"]


def test_a_double_f9_saves_once(counter: Counter) -> None:
    """The second press finds an empty pane and saves nothing."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return")
    keystrokes.press(counter.window, "F9")
    keystrokes.press(counter.window, "F9")
    counter.hands.rest()
    assert len(counter.dossiers()) == 1


def test_a_dossier_goes_from_hand_to_hand_and_back(counter: Counter) -> None:
    """Received by one clerk, worked on by a colleague after two keys and a PIN, returned by one scan and one key."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return", "F9")
    code = counter.dossiers()[0].code
    counter.hands.start_counting()
    counter.hands.press("Ctrl+L", "2")
    assert counter.hands.keys == 2
    counter.hands.type_text(PEOPLE[1].pin)
    counter.hands.press("Return")
    for _ in ("handed over", "result recorded"):
        counter.hands.scan(code)
        counter.hands.press("Return")
    counter.hands.start_counting()
    counter.hands.scan(code)
    counter.hands.press("Return")
    assert (counter.hands.scans, counter.hands.keys) == (1, 1)
    (dossier,) = counter.dossiers()
    assert dossier.status is Status.RETURNED
    assert len({line.actor for line in dossier.history}) == 2


def test_looking_up_takes_six_keys(counter: Counter) -> None:
    """F3, the last four digits of the code, Enter: the card is in front."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return", "F9")
    counter.hands.start_counting()
    counter.hands.press("F3")
    counter.hands.type_text("1001")
    counter.hands.press("Return")
    assert counter.hands.keys <= 6
    assert "000.12.30.H23-220310-1001" in counter.words


def test_what_was_not_printed_yesterday_is_one_key_away(counter: Counter) -> None:
    """The line at the foot counts it the next morning; Alt+5, Enter, F8 print it, and the line says nothing more."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return", "Ctrl+S", "Ctrl+L")
    counter.clock.move_to(DEMO_START + timedelta(days=1))
    counter.sign_in()
    line = counter.window.findChildren(StatusLine)[0]
    assert line.unprinted_words == "Chưa in: 1  Alt+5"
    counter.hands.press("Alt+5", "Return", "F8")
    assert counter.papers() == ["RECEIPT-000.12.30.H23-220310-1001"]
    assert line.unprinted_words == ""


def test_the_daily_log_takes_two_keys(counter: Counter) -> None:
    """F6 shows it, P prints it."""
    counter.hands.press("F6", "P")
    assert counter.hands.keys == 2
    assert counter.papers() == ["DAILY_LOG-20220310"]


def test_an_unknown_duration_asks_for_a_due_time(counter: Counter) -> None:
    """F9 leads to the due day; a typed day, or none, lets the dossier be saved."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("2.002307")
    counter.hands.press("Return", "F9")
    assert counter.dossiers() == []
    counter.hands.type_text("24032022")
    counter.hands.press("F9")
    (dossier,) = counter.dossiers()
    assert dossier.due_at is not None
    assert f"{dossier.due_at:%H:%M %d/%m/%Y}" == "17:00 24/03/2022"


def test_a_fee_that_the_province_sets_is_asked_for(counter: Counter) -> None:
    """F9 leads to the fee; the typed amount is charged and marked as typed."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("1.004884")
    counter.hands.press("Return", "F9")
    assert counter.dossiers() == []
    counter.hands.type_text("8000")
    counter.hands.press("F9")
    (dossier,) = counter.dossiers()
    assert (dossier.fee.amount_dong, dossier.fee.typed) == (8_000, True)


def test_an_incomplete_dossier_is_told_what_it_lacks(counter: Counter) -> None:
    """Untick, F7, what else is missing, F9: Mẫu 02 says both, and no dossier is received (2.4)."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return", "Space", "F7")
    counter.hands.type_text("ban sao so ho khau")
    counter.hands.press("F9")
    (dossier,) = counter.dossiers()
    assert (dossier.status, dossier.code, dossier.due_at) == (Status.GUIDED, "", None)
    (paper,) = counter.papers()
    assert paper.startswith("SUPPLEMENT-")
    for copy in page_text((counter.folders.papers / f"{paper}.pdf").read_bytes()):
        assert "Dự thảo di chúc" in copy
        assert "ban sao so ho khau" in copy


def test_a_refusal_at_intake_is_printed(counter: Counter) -> None:
    """Ctrl+R, the reason, F9: Mẫu 03 is on paper for the citizen to take away (2.4)."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return", "Ctrl+R")
    counter.hands.type_text("khong thuoc tham quyen")
    counter.hands.press("F9")
    assert [paper.split("-")[0] for paper in counter.papers()] == ["REFUSAL"]


def test_what_was_typed_is_kept_at_a_pause_and_cleared_by_saving(counter: Counter, qtbot: QtBot) -> None:
    """A power cut while typing costs nothing; what is saved is no draft any more."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return")
    clerk = counter.dossier_clerk()

    def draft() -> Intake | None:
        return counter.ask(lambda office: office.cases.keep_draft.load(clerk))

    qtbot.waitUntil(lambda: draft() is not None)
    kept = draft()
    assert kept is not None
    assert kept.applicant.name == citizen().name
    counter.hands.press("F9")
    assert draft() is None


def test_a_scan_on_the_lock_screen_does_nothing(counter: Counter) -> None:
    """Nobody is signed in: a card opens no intake."""
    counter.hands.press("Ctrl+L")
    counter.hands.scan(card_payload(citizen()))
    counter.sign_in()
    counter.hands.press("F9")
    assert counter.dossiers() == []
    assert citizen().name not in counter.typed
