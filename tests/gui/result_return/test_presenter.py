"""Tests of the card before the real use cases: who may do what, with how many keys, and what it says."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from cgcounter.domain.dossier import Status
from cgcounter.domain.events import (
    DossierId,
    FormPrinted,
    IntakeRefused,
    ParticularsCorrected,
    ProcessingStarted,
    ReceiverRole,
    ResultKind,
    ResultRecorded,
    ResultReturned,
    UnknownFact,
)
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffMember
from cgcounter.gui.changes import Topic
from cgcounter.gui.result_return.act_bar import Wish
from cgcounter.gui.result_return.card_words import Row
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
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CARD = "030190001234||Trần Văn Ắt|02091990|Nam|Thôn Đồng Bưởi, Cao An|05072021"


def ready(office: CounterOffice, serial: int = 2001) -> DossierId:
    """A dossier whose result waits to be returned."""
    dossier = office.receive(serial)
    office.happen(dossier, ProcessingStarted(MORNING))
    office.happen(dossier, ResultRecorded(MORNING), by=PROCESSOR)
    return dossier


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
    assert words[Row.STATE] == "Đã tiếp nhận – to be handed over by: công chức tiếp nhận"
    assert words[Row.RESULT] == "Giấy khai sinh"
    assert words[Row.CONTACT] == "0912000001 · Thôn Đồng Bưởi, xã Cao An"
    assert words[Row.PAPERS] == "Tờ khai (1 original(s)); Giấy khai sinh cũ (2 copy(ies))"
    assert words[Row.FEE] == "8.000 đồng"
    assert words[Row.PRINTS] == "Not printed yet: F8 prints it"
    assert desk.card.facts.history == ("Received · Lê Thị Ẩn",)


def test_one_key_returns_the_result(office: CounterOffice, open_desk: OpenDesk) -> None:
    """A card whose result is ready waits for Enter, which returns to the applicant and says so at once."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)
    assert desk.focus_words == "Return to the applicant"

    press(desk, "Return")
    desk.settle()

    returned = office.dossier(dossier).returned
    assert returned is not None
    assert (returned.receiver, returned.receiver_name) == (ReceiverRole.APPLICANT, "Đỗ Đình Đức")
    assert desk.card.notice.words == "Saved: Result returned to the applicant (08:15)"
    assert desk.card.notice.property("tone") == Tone.FINE
    assert desk.card.facts.words(Row.STATE) == "Đã trả kết quả – finished"
    assert [change.topics for change in desk.changes] == [frozenset({Topic.DOSSIERS})]


def test_two_enters_return_once(office: CounterOffice, open_desk: OpenDesk) -> None:
    """While the first is under way the second is no wish, and after it nothing is left to press."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "Return")
    press(desk, "Return")
    desk.settle()
    press(desk, "Return")
    desk.settle()

    facts = [type(line.fact) for line in office.dossier(dossier).history]
    assert facts.count(ResultReturned) == 1
    assert desk.told == []


def hold_enter(times: int) -> None:
    """Send what the system sends while Enter stays down."""
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NO_MODIFIER, "\r", autorep=True)
        QCoreApplication.sendEvent(focus, event)


def test_a_key_that_is_held_down_since_the_search_returns_nothing(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """The repeats of the Enter that opened the card press no button."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)

    hold_enter(3)
    desk.settle()

    assert desk.status(dossier) is Status.RESULT_READY


def test_a_key_that_is_held_down_does_not_run_through_the_fields(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """Enter kept down after the name reaches neither the button nor the result."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)
    press(desk, "U")
    type_text(desk, "Ân")

    hold_enter(8)
    desk.settle()

    assert desk.status(dossier) is Status.RESULT_READY
    assert desk.card.authorised.fields["name"].hasFocus()


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


def test_an_authorised_person_is_scanned_and_takes_the_result(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """U, the person's card, Enter: name and number are written down, and the name is to be looked at."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "U")
    assert desk.presenter.scan(CARD)
    assert desk.card.authorised.rows["name"].remark == "Check the name against the card."
    press(desk, "Return")
    desk.settle()

    returned = office.dossier(dossier).returned
    assert returned is not None
    assert returned.receiver is ReceiverRole.AUTHORISED
    assert (returned.receiver_name, returned.receiver_id) == ("Trần Văn Ắt", "030190001234")
    assert desk.card.notice.words == "Saved: Result returned to Trần Văn Ắt, authorised (08:15)"


def test_an_authorised_person_is_typed(office: CounterOffice, open_desk: OpenDesk) -> None:
    """By hand Enter leads from name to number, relation and the button; letters are letters in a field."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "U")
    for text in ("Nguyễn Thị Ưu", "030 190 001 234", "vợ"):
        type_text(desk, text)
        press(desk, "Return")
    assert desk.status(dossier) is Status.RESULT_READY
    press(desk, "Return")
    desk.settle()

    returned = office.dossier(dossier).returned
    assert returned is not None
    assert (returned.receiver_name, returned.receiver_id, returned.relation) == (
        "Nguyễn Thị Ưu",
        "030190001234",
        "vợ",
    )


def test_an_authorised_person_needs_a_name(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Without a name nothing is returned; the words stand beside the field, where one types on."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "U")
    press(desk, "F9")
    desk.settle()

    assert desk.status(dossier) is Status.RESULT_READY
    assert "phải ghi họ tên" in desk.card.authorised.rows["name"].remark
    type_text(desk, "Ân")
    press(desk, "F9")
    desk.settle()
    assert desk.status(dossier) is Status.RETURNED


def test_the_applicants_own_card_is_no_authorised_person(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Who scans the applicant's card in the wrong place is told how to go on."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)
    press(desk, "U")

    assert desk.presenter.scan("030090002001||Đỗ Đình Đức|02091990|Nam|Cao An|05072021")

    assert "applicant's own card" in desk.card.authorised.rows["name"].remark


def test_a_card_without_its_name_asks_for_it(office: CounterOffice, open_desk: OpenDesk) -> None:
    """What a damaged scan does not say is typed."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)
    press(desk, "U")

    assert desk.presenter.scan("030190001234||")

    type_text(desk, "Trần Văn Ắt")
    assert desk.card.authorised.collector.name == "Trần Văn Ắt"
    assert desk.card.authorised.collector.personal_id == "030190001234"


def test_only_a_question_for_a_person_takes_a_card(office: CounterOffice, open_desk: OpenDesk) -> None:
    """A card that is scanned otherwise, and a code at any time, are for somebody else."""
    dossier = ready(office)
    desk = open_desk()
    assert not desk.presenter.scan(CARD)
    desk.open(dossier)
    assert not desk.presenter.scan(CARD)

    press(desk, "U")
    assert not desk.presenter.scan("000.12.30.H23-220310-2001")


@pytest.mark.parametrize(
    ("member", "wishes"),
    [
        (CLERK, (Wish.START, Wish.CORRECT, Wish.PRINT, Wish.PREVIEW, Wish.CLOSE)),
        (PROCESSOR, (Wish.START, Wish.CLOSE)),
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
    office.happen(dossier, ProcessingStarted(MORNING))
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
    office.happen(dossier, ProcessingStarted(MORNING))
    desk = open_desk(PROCESSOR)
    desk.open(dossier)

    press(desk, "N")
    press(desk, "F9")
    desk.settle()
    assert desk.status(dossier) is Status.IN_PROGRESS
    assert "phải ghi lý do" in desk.card.negative.rows["reasons"].remark

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
    assert desk.focus_words == "Return at once"

    press(desk, "Return")
    desk.settle()

    assert desk.status(dossier) is Status.RETURNED


def test_a_correction_takes_four_keys_and_its_text(office: CounterOffice, open_desk: OpenDesk) -> None:
    """F5, the new phone, F9, a digit for the reason, F9; what is not typed stays."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "F5")
    type_text(desk, "0987654321")
    press(desk, "F9")
    assert "1 typed wrongly" in desk.card.correction.rows["reason"].remark
    type_text(desk, "3")
    press(desk, "F9")
    desk.settle()

    corrected = office.dossier(dossier)
    assert corrected.applicant.phone == "0987654321"
    assert corrected.applicant.address == "Thôn Đồng Bưởi, xã Cao An"
    fact = corrected.history[-1].fact
    assert isinstance(fact, ParticularsCorrected)
    assert (fact.reason, fact.note) == ("Differs from the papers", None)
    assert desk.card.notice.words == "Saved: Corrected: phone. Reason: Differs from the papers (08:15)"


def test_a_reason_in_ones_own_words(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Enter leads through the fields to the reason, which may be any words, and to the button."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "F5")
    for text in ("", "", "", "Gọi trước khi trả", "công dân yêu cầu"):
        type_text(desk, text)
        press(desk, "Return")
    press(desk, "Return")
    desk.settle()

    assert office.dossier(dossier).note == "Gọi trước khi trả"
    assert desk.card.notice.words == "Saved: Corrected: note. Reason: công dân yêu cầu (08:15)"


def test_a_digit_alone_saves_nothing(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The first character of a scan that comes while the reason is asked for must not save a correction."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)
    press(desk, "F5")
    type_text(desk, "0987654321")
    press(desk, "F9")

    type_text(desk, "1")
    desk.settle()

    assert len(office.dossier(dossier).history) == 1
    assert desk.card.correction.text("reason") == "Typed wrongly"


def test_a_correction_of_nothing_is_not_saved(office: CounterOffice, open_desk: OpenDesk) -> None:
    """F9 without any change says so."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "F5")
    press(desk, "F9")
    desk.settle()

    assert desk.card.notice.words == "Nothing has been changed yet."
    assert len(office.dossier(dossier).history) == 1


def test_a_name_cannot_be_corrected_away(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The error of the rule stands beside the name."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "F5")
    press(desk, "Return")
    press(desk, "Return")
    press(desk, "Ctrl+A")
    press(desk, "Delete")
    press(desk, "F9")
    type_text(desk, "1")
    press(desk, "F9")
    desk.settle()

    assert "phải có họ tên" in desk.card.correction.rows["name"].remark
    assert office.dossier(dossier).applicant.name == "Đỗ Đình Đức"


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
    dossier = ready(office)
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
    dossier = ready(office)
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
    desk.open(ready(office))
    desk.open(DossierId(UUID(int=9)))

    assert "không có hồ sơ" in desk.card.notice.words
    press(desk, "F8")
    assert desk.told == []


def test_the_last_dossier_asked_for_is_the_one_shown(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Of two scans in a row the second counts, and between them nothing can be done to the first."""
    first, second = ready(office), ready(office, 2002)
    desk = open_desk()
    desk.open(first)

    desk.presenter.open(first)
    desk.presenter.open(second)
    press(desk, "Return")
    desk.settle()

    assert desk.card.heading[0] == "000.12.30.H23-220310-2002"
    assert (desk.status(first), desk.status(second)) == (Status.RESULT_READY, Status.RESULT_READY)


def test_esc_leads_back_one_level_at_a_time(office: CounterOffice, open_desk: OpenDesk) -> None:
    """First what is open in the card, then the notice, then the card."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "U")
    press(desk, "Escape")
    assert desk.focus_words == "Return to the applicant"
    assert desk.told == []
    press(desk, "Escape")
    assert desk.told == ["closed"]


def test_what_was_typed_is_dropped_on_the_second_esc_only(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The first asks; typing on takes the question back."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)
    press(desk, "U")
    type_text(desk, "Ân")

    press(desk, "Escape")
    assert "Esc again drops it" in desk.card.notice.words
    type_text(desk, "h")
    assert desk.card.notice.words == ""
    press(desk, "Escape")
    assert desk.card.authorised.isVisible()
    press(desk, "Escape")
    assert not desk.card.authorised.isVisible()
    assert desk.card.acts.isVisible()


def test_a_scan_does_not_drop_what_is_being_typed(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The next citizen's receipt waits until the correction is saved or dropped, and then opens."""
    dossier, other = office.receive(2001), ready(office, 2002)
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
    first, second = ready(office), ready(office, 2002)
    desk = open_desk()
    desk.open(first)
    press(desk, "U")

    desk.open(second)

    assert desk.card.heading[0].endswith("2002")
    assert desk.focus_words == "Return to the applicant"


def test_a_refused_intake_has_a_card_that_can_only_be_closed(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """It has no code and no due time; its reason stands in the history."""
    dossier = DossierId(UUID(int=7))
    refused = IntakeRefused(MORNING, REBIRTH, Person("Bùi Văn Ếch"), "Không thuộc thẩm quyền")
    office.happen(dossier, refused)
    desk = open_desk()

    desk.open(dossier)

    assert desk.card.heading[0] == "Refused at intake"
    assert desk.card.acts.wishes == (Wish.CLOSE,)
    assert desk.card.facts.words(Row.DUE) == ""
    assert desk.card.facts.history == ("Intake refused: Không thuộc thẩm quyền · Lê Thị Ẩn",)


def test_a_dossier_of_a_newer_version_can_only_be_looked_at_and_printed(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """What this program does not understand it does not continue."""
    dossier = ready(office)
    office.happen(dossier, UnknownFact("dossier_moved", 1, b"\x80"))
    desk = open_desk()

    desk.open(dossier)

    assert desk.card.acts.wishes == (Wish.PRINT, Wish.PREVIEW, Wish.CLOSE)
    assert "newer version" in desk.card.facts.history[0]


def test_letters_of_the_search_are_no_shortcuts(office: CounterOffice, open_desk: OpenDesk) -> None:
    """U in a text field, of the card or beside it, is a letter."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)
    desk.strip.setFocus()

    type_text(desk, "un")

    assert desk.strip.text() == "un"
    assert not desk.card.authorised.isVisible()


def test_the_card_gets_the_focus_back_where_enter_goes_on(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Whoever gives the focus to the card, after a preview, gives it to its primary button."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)
    desk.strip.setFocus()

    desk.card.setFocus()

    assert desk.focus_words == "Return to the applicant"


def test_tab_reaches_every_button_in_their_order(office: CounterOffice, open_desk: OpenDesk) -> None:
    """From the facts through the buttons, as they stand."""
    dossier = ready(office)
    desk = open_desk()
    desk.open(dossier)
    desk.card.facts.setFocus()
    passed = []

    for _ in range(5):
        press(desk, "Tab")
        passed.append(desk.focus_words)

    assert passed == ["Return to the applicant", "To an authorised person", "Print", "Preview", "Close"]


def test_every_field_has_a_name_and_a_label(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Screen readers hear what a field is for; its label leads to it."""
    desk = open_desk()

    for part in (desk.card.authorised, desk.card.negative, desk.card.correction):
        assert part.accessibleName()
        for name, field in part.fields.items():
            assert field.accessibleName(), name
            buddy: QWidget = part.rows[name].label.buddy()
            assert buddy is field
