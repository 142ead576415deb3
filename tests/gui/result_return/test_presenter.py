"""Tests of the card before the real use cases: who may do what, with how many keys, and what it says."""

from collections.abc import Callable
from threading import Event as Gate
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import FormPrinted, HandedOver, IntakeRefused, ResultReturned, UnknownFact
from cgcounter.domain.particulars import DossierId, ReceiverRole, ResultKind
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffMember
from cgcounter.gui.changes import Topic
from cgcounter.gui.result_return.card_words import Row
from cgcounter.gui.result_return.wish import Wish
from cgcounter.gui.theme import Tone
from tests.gui.counter_office import (
    CERTIFIED_COPY,
    CLERK,
    CLERK_AND_PROCESSOR,
    MORNING,
    PROCESSOR,
    REBIRTH,
    SUPERVISOR,
    CounterOffice,
)
from tests.gui.result_return.conftest import Desk
from tests.typing_keys import press, type_text

OpenDesk = Callable[..., Desk]


def test_a_card_opens_with_all_that_matters(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Code, name, masked ID number, procedure, due time and its reason, state, papers, fee, history."""
    dossier = office.receive(2001, "Đỗ Đình Đức")
    desk = open_desk()

    desk.open(dossier)

    assert desk.card.heading == (
        "000.12.30.H23-220310-2001",
        "Đỗ Đình Đức",
        "Check the photo ID: 030*****2001",
    )
    words = {row: desk.card.facts.words(row) for row in Row}
    assert words[Row.PROCEDURE] == "1.004884 – Đăng ký lại khai sinh"
    assert words[Row.DUE] == "08:15 Tuesday 15/03/2022"
    assert words[Row.STATE] == "Đã tiếp nhận – to be handed over by: Lê Thị Ẩn, until 08:15 15/03/2022"
    assert words[Row.RESULT] == "Giấy khai sinh"
    assert words[Row.CONTACT] == "0912000001 · Thôn Đồng Bưởi, xã Cao An"
    assert words[Row.PAPERS] == "Tờ khai (1 original(s)); Giấy khai sinh cũ (2 copy(ies))"
    assert words[Row.FEE] == "8.000 đồng · not paid yet"
    assert words[Row.PRINTS] == "Not printed yet: F8 prints it"
    assert desk.card.facts.history == ("Received · Lê Thị Ẩn",)


def test_one_key_returns_the_result(office: CounterOffice, open_desk: OpenDesk) -> None:
    """A card whose result is ready waits for Enter, which returns to the applicant and says so at once."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)
    assert desk.focus_words == "Return, take 8.000 đồng"

    press(desk, "Return")
    desk.settle()

    returned = office.dossier(dossier).returned
    assert returned is not None
    assert (returned.receiver, returned.receiver_name) == (ReceiverRole.APPLICANT, "Đỗ Đình Đức")
    assert desk.card.notice.words == "Saved: Paid: 8.000 đồng; Result returned to the applicant (08:15)"
    assert desk.card.notice.property("tone") == Tone.FINE
    assert desk.card.facts.words(Row.STATE) == "Đã trả kết quả – finished"
    assert [change.topics for change in desk.changes] == [frozenset({Topic.DOSSIERS})]


def test_two_enters_return_once(office: CounterOffice, open_desk: OpenDesk) -> None:
    """While the first is under way the second is no wish, and after it nothing is left to press."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "Return")
    # Not a neighbour, nor the search field, which Enter would start.
    assert not isinstance(QApplication.focusWidget(), QPushButton)
    assert not desk.strip.hasFocus()
    press(desk, "Return")
    desk.settle()
    press(desk, "Return")
    desk.settle()

    facts = [type(line.fact) for line in office.dossier(dossier).history]
    assert facts.count(ResultReturned) == 1
    assert desk.told == []


def test_a_wish_while_an_act_is_under_way_is_none(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Whatever asks twice, the service is asked once: no error tells of a second return."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)

    desk.card.wished.emit(Wish.RETURN)
    desk.card.wished.emit(Wish.RETURN)
    desk.settle()

    assert desk.card.notice.words == "Saved: Paid: 8.000 đồng; Result returned to the applicant (08:15)"


def test_after_an_act_enter_does_not_do_the_next_one(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Who may do all of it hands over with Enter; the result is not recorded by a second one, but after Tab."""
    dossier = office.receive(2001)
    desk = open_desk(CLERK_AND_PROCESSOR)
    desk.open(dossier)

    press(desk, "Return")
    desk.settle()
    press(desk, "Return")
    desk.settle()
    assert desk.status(dossier) is Status.IN_PROGRESS

    press(desk, "Tab")
    assert desk.focus_words == "Result is ready"
    press(desk, "Return")
    desk.settle()
    assert desk.status(dossier) is Status.RESULT_READY


@pytest.mark.parametrize(
    ("member", "wishes"),
    [
        (CLERK, (Wish.START, Wish.FORWARD, Wish.CORRECT, Wish.PRINT, Wish.PREVIEW, Wish.CLOSE)),
        (PROCESSOR, (Wish.START, Wish.FORWARD, Wish.PRINT, Wish.PREVIEW, Wish.CLOSE)),
        (SUPERVISOR, (Wish.PRINT, Wish.PREVIEW, Wish.CLOSE)),
    ],
)
def test_the_buttons_are_what_this_person_may_do(
    office: CounterOffice, open_desk: OpenDesk, member: StaffMember, wishes: tuple[Wish, ...]
) -> None:
    """A received dossier is handed over by clerk and processor, corrected by the clerk only."""
    dossier = office.receive(2001)
    desk = open_desk(member)

    desk.open(dossier)

    assert desk.card.acts.wishes == wishes


def test_the_keys_of_what_is_forbidden_do_nothing(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Before there is a result neither Enter, U nor N returns or records anything for a clerk."""
    dossier = office.receive(2001)
    office.happen(dossier, HandedOver(MORNING))
    desk = open_desk()
    desk.open(dossier)

    for key in ("Return", "U", "N"):
        press(desk, key)
    desk.settle()

    assert desk.status(dossier) is Status.IN_PROGRESS
    assert len(office.dossier(dossier).history) == 2
    assert desk.card.acts.isVisible()


def test_the_buttons_follow_the_person(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Who takes the counter over finds the same card with their own buttons."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)

    office.stage.session.leave()
    office.sign_in(SUPERVISOR)

    assert desk.card.acts.wishes == (Wish.PRINT, Wish.PREVIEW, Wish.CLOSE)


def test_a_negative_result_needs_its_reasons(office: CounterOffice, open_desk: OpenDesk) -> None:
    """N, the reasons, F9; without reasons nothing is recorded, and the field says so."""
    dossier = office.receive(2001)
    office.happen(dossier, HandedOver(MORNING))
    desk = open_desk(PROCESSOR)
    desk.open(dossier)

    press(desk, "N")
    press(desk, "F9")
    desk.settle()
    assert desk.status(dossier) is Status.IN_PROGRESS
    assert "phải ghi lý do" in desk.card.asked.part(Wish.NEGATIVE).rows["reason"].remark

    type_text(desk, "Không có bản lưu sổ hộ tịch")
    press(desk, "F9")
    desk.settle()
    result = office.dossier(dossier).result
    assert result is not None
    assert (result.kind, result.note) == (ResultKind.NEGATIVE, "Không có bản lưu sổ hộ tịch")
    assert "Negative: Không có bản lưu sổ hộ tịch" in desk.card.facts.words(Row.RESULT)


def test_a_same_day_dossier_is_returned_from_the_counter(office: CounterOffice, open_desk: OpenDesk) -> None:
    """What still lies at the counter is resulted and returned by one Enter."""
    dossier = office.receive(2001, procedure=CERTIFIED_COPY)
    desk = open_desk()
    desk.open(dossier)
    assert desk.focus_words == "Return at once, take 8.000 đồng"

    press(desk, "Return")
    desk.settle()

    assert desk.status(dossier) is Status.RETURNED


def test_print_and_preview_are_wished_for(office: CounterOffice, open_desk: OpenDesk) -> None:
    """F8 and Ctrl+P, wherever the focus is; and afterwards the card tells how often it was printed."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)
    desk.strip.setFocus()

    press(desk, "F8")
    press(desk, "Ctrl+P")
    assert desk.told == [dossier, dossier]

    office.happen(dossier, FormPrinted(MORNING, "RECEIPT", 1, b""))
    office.changes.announce(Topic.DOSSIERS, Topic.PRINTING)
    desk.settle()
    assert desk.card.facts.words(Row.PRINTS) == "Printed 1 time(s), last 08:15 10/03/2022"
    assert desk.strip.hasFocus()


def test_what_another_counter_did_is_told_when_one_tries(office: CounterOffice, open_desk: OpenDesk) -> None:
    """An act that is no longer possible is refused in words, and the card shows how things stand."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)
    office.happen(dossier, ResultReturned(MORNING), by=CLERK_AND_PROCESSOR)

    press(desk, "Return")
    desk.settle()

    assert "không trả kết quả được" in desk.card.notice.words
    assert desk.card.notice.property("tone") == Tone.ALARM
    assert Wish.RETURN not in desk.card.acts.wishes


def test_a_button_that_goes_hands_its_enter_to_nobody(office: CounterOffice, open_desk: OpenDesk) -> None:
    """When a change takes the button away that has the ring, the next Enter presses nothing else."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)
    office.happen(dossier, ResultReturned(MORNING), by=CLERK_AND_PROCESSOR)
    office.changes.announce(Topic.DOSSIERS)
    desk.settle()

    press(desk, "Return")
    desk.settle()

    assert desk.told == []
    assert desk.card.acts.isVisible()


def test_a_dossier_that_is_not_here_is_told(office: CounterOffice, open_desk: OpenDesk) -> None:
    """In place of a card there are words; the dossier before is not shown under them."""
    desk = open_desk()
    desk.open(office.receive_ready(2001))
    desk.open(DossierId(UUID(int=9)))

    assert "không có hồ sơ" in desk.card.notice.words
    press(desk, "F8")
    assert desk.told == []


def test_the_last_dossier_asked_for_is_the_one_shown(
    office: CounterOffice, open_desk: OpenDesk, qtbot: QtBot
) -> None:
    """Of two scans in a row the second counts; until it is read nothing can be done to any other."""
    shown, first, second = (office.receive_ready(serial) for serial in (2000, 2001, 2002))
    gate = office.open.gates[second] = Gate()
    desk = open_desk()
    desk.open(shown)

    desk.presenter.open(first)
    desk.presenter.open(second)
    qtbot.waitUntil(lambda: second in office.open.begun)
    QApplication.processEvents()
    assert desk.card.heading[0].endswith("2000")
    assert not desk.card.acts.isEnabled()
    press(desk, "Return")
    gate.set()
    desk.settle()

    assert desk.card.heading[0].endswith("2002")
    assert {desk.status(one) for one in (shown, first, second)} == {Status.RESULT_READY}


def test_a_scan_does_not_drop_what_is_being_typed(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The next citizen's receipt waits until the correction is saved or dropped, and then opens."""
    dossier, other = office.receive(2001), office.receive_ready(2002)
    desk = open_desk()
    desk.open(dossier)
    press(desk, "F5")
    type_text(desk, "0987654321")

    desk.open(other)
    assert desk.card.heading[0].endswith("2001")
    assert "Finish what you have begun" in desk.card.notice.words

    press(desk, "F9")
    type_text(desk, "1")
    press(desk, "F9")
    desk.settle()
    assert office.dossier(dossier).applicant.phone == "0987654321"
    assert desk.card.heading[0].endswith("2002")


def test_what_is_open_but_empty_makes_way_for_a_scan(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Nothing is lost by leaving an empty question."""
    first, second = office.receive_ready(2001), office.receive_ready(2002)
    desk = open_desk()
    desk.open(first)
    press(desk, "U")

    desk.open(second)

    assert desk.card.heading[0].endswith("2002")
    assert desk.focus_words == "Return, take 8.000 đồng"


def test_a_refused_intake_has_a_card_that_can_only_be_printed(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """It has no code and no due time; its reason stands in the history, and on its paper."""
    dossier = DossierId(UUID(int=7))
    refused = IntakeRefused(MORNING, REBIRTH, Person("Bùi Văn Ếch"), "Không thuộc thẩm quyền")
    office.happen(dossier, refused)
    desk = open_desk()

    desk.open(dossier)

    assert desk.card.heading[0] == "Refused at intake"
    assert desk.card.acts.wishes == (Wish.PRINT, Wish.PREVIEW, Wish.CLOSE)
    assert desk.card.facts.words(Row.DUE) == ""
    assert desk.card.facts.history == ("Intake refused: Không thuộc thẩm quyền · Lê Thị Ẩn",)


def test_a_dossier_of_a_newer_version_can_only_be_looked_at_and_printed(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """What this program does not understand it does not continue."""
    dossier = office.receive_ready(2001)
    office.happen(dossier, UnknownFact("dossier_moved", 1, b"\x80"))
    desk = open_desk()

    desk.open(dossier)

    assert desk.card.acts.wishes == (Wish.PRINT, Wish.PREVIEW, Wish.CLOSE)
    assert "newer version" in desk.card.facts.history[0]
