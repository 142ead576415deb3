"""Tests of the card itself: how it fits at a large zoom, and where keys and focus lead."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import HandedOver
from cgcounter.gui.result_return.wish import Wish
from cgcounter.gui.theme import Scheme, apply_theme
from tests.gui.accessibility import nameless, too_small
from tests.gui.counter_office import CERTIFIED_COPY, CLERK_AND_PROCESSOR, MORNING, CounterOffice
from tests.gui.result_return.conftest import Desk
from tests.typing_keys import press, type_text

OpenDesk = Callable[..., Desk]
Show = Callable[[QWidget], None]
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
# What the list, the search strip, the status line and the margins leave of 1366 x 768 at 160 %.
PANE = QSize(560, 575)


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
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)

    hold_enter(3)
    desk.settle()

    assert desk.status(dossier) is Status.RESULT_READY


def test_a_key_that_is_held_down_does_not_run_through_the_fields(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """Enter kept down after the name reaches neither the button nor the result."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)
    press(desk, "U")
    type_text(desk, "Ân")

    hold_enter(8)
    desk.settle()

    assert desk.status(dossier) is Status.RESULT_READY
    assert desk.card.authorised.fields["name"].hasFocus()


def test_esc_leads_back_one_level_at_a_time(office: CounterOffice, open_desk: OpenDesk) -> None:
    """First what is open in the card, then the notice, then the card."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "U")
    press(desk, "Escape")
    assert desk.focus_words == "Return, take 8.000 đồng"
    assert desk.told == []
    press(desk, "Escape")
    assert desk.told == ["closed"]


def test_what_was_typed_is_dropped_on_the_second_esc_only(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The first asks; typing on takes the question back."""
    dossier = office.receive_ready(2001)
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


def test_letters_of_the_search_are_no_shortcuts(office: CounterOffice, open_desk: OpenDesk) -> None:
    """U in a text field, of the card or beside it, is a letter."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)
    desk.strip.setFocus()

    type_text(desk, "un")

    assert desk.strip.text() == "un"
    assert not desk.card.authorised.isVisible()


def test_the_card_gets_the_focus_back_where_enter_goes_on(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Whoever gives the focus to the card, after a preview, gives it to its primary button."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)
    desk.strip.setFocus()

    desk.card.setFocus()

    assert desk.focus_words == "Return, take 8.000 đồng"


def test_tab_reaches_every_button_in_their_order(office: CounterOffice, open_desk: OpenDesk) -> None:
    """From the facts through the buttons, as they stand."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)
    desk.card.facts.setFocus()
    passed = []

    for _ in range(8):
        press(desk, "Tab")
        passed.append(desk.focus_words)

    assert passed == [
        "Return, take 8.000 đồng",
        "To an authorised person",
        "Return, fee not taken",
        "Applicant was told",
        "Correct",
        "Print",
        "Preview",
        "Close",
    ]


@pytest.mark.parametrize("key", ["", "F5", "U", "N"])
def test_everything_has_a_name_and_is_large_enough(
    office: CounterOffice, open_desk: OpenDesk, key: str
) -> None:
    """Card and parts: screen readers hear what has the focus, and fingers can hit it."""
    dossier = office.receive(2001, procedure=CERTIFIED_COPY)
    if key == "N":
        office.happen(dossier, HandedOver(MORNING))
    desk = open_desk(CLERK_AND_PROCESSOR)
    desk.open(dossier)
    if key:
        press(desk, key)
        assert not desk.card.acts.isVisible()

    assert nameless(desk.card) == []
    assert too_small(desk.card) == []


def test_every_field_has_a_name_and_a_label(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Screen readers hear what a field is for; its label leads to it."""
    desk = open_desk()

    asking = [desk.card.asked.part(wish) for wish in Wish if desk.card.asked.asks(wish)]
    assert len(asking) == 19
    for part in (desk.card.authorised, desk.card.correction, desk.card.rating, *asking):
        assert part.accessibleName()
        for name, field in part.fields.items():
            assert field.accessibleName(), name
            buddy: QWidget = part.rows[name].label.buddy()
            assert buddy is field


@pytest.mark.parametrize("key", ["", "F5", "U"])
def test_the_card_fits_its_pane_at_the_largest_zoom(
    office: CounterOffice, open_desk: OpenDesk, app: QApplication, key: str
) -> None:
    """With a part open and a notice over it the card asks for no more than there is."""
    apply_theme(app, Scheme.LIGHT, 160)
    dossier = office.receive(2001, "Nguyễn Thị Đỗ Quyên Phượng")
    desk = open_desk()
    desk.open(dossier)
    if key:
        press(desk, key)
        type_text(desk, "x")
        press(desk, "Escape")

    least = desk.card.minimumSizeHint()

    assert least.width() <= PANE.width()
    assert least.height() <= PANE.height()


def test_the_code_is_always_whole(office: CounterOffice, open_desk: OpenDesk, app: QApplication) -> None:
    """20 pt where it fits, smaller where it does not, but never cut off."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)
    code = desk.card._code
    assert code.property("textRole") == "number"

    desk.setFixedWidth(300)
    assert code.property("textRole") == "name"
    desk.setFixedWidth(640)
    assert code.property("textRole") == "number"


def test_a_field_that_gets_the_focus_is_in_sight(
    office: CounterOffice, open_desk: OpenDesk, app: QApplication
) -> None:
    """Where the fields scroll, F9 brings the reason and its digits into view."""
    apply_theme(app, Scheme.LIGHT, 160)
    dossier = office.receive(2001)
    desk = open_desk()
    desk.resize(640, 600)
    desk.open(dossier)
    press(desk, "F5")
    type_text(desk, "0987654321")
    press(desk, "F9")

    area = desk.card.correction._area
    row = desk.card.correction.rows["reason"]
    place = row.mapTo(area.viewport(), row.rect().topLeft())
    assert place.y() >= 0
    assert place.y() + row.height() <= area.viewport().height()
