"""The citizen is asked how it was, right after the return: one key, or none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import DossierRated, ResultReturned
from cgcounter.domain.offices import Habits
from cgcounter.domain.particulars import DossierId, RatingScale
from cgcounter.domain.staff import StaffMember
from cgcounter.gui import keystrokes
from cgcounter.gui.result_return.wish import Wish
from cgcounter.gui.scanner import ScannerFilter
from tests.gui.counter_office import CLERK, MORNING, PROCESSOR, SUPERVISOR, CounterOffice
from tests.gui.result_return.conftest import Desk
from tests.typing_keys import press, type_text

OpenDesk = Callable[..., Desk]


def give_back(office: CounterOffice, desk: Desk) -> DossierId:
    """A result is returned by one key."""
    dossier = office.receive_ready(2001)
    desk.open(dossier)
    press(desk, "Return")
    desk.settle()
    assert desk.status(dossier) is Status.RETURNED
    return dossier


def rating_of(office: CounterOffice, dossier: DossierId) -> DossierRated | None:
    return office.dossier(dossier).rating


def words_of(desk: Desk) -> str:
    """All that can be read on the card."""
    labels = [label.text() for label in desk.card.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, *(button.text() for button in desk.card.findChildren(QPushButton))])


@pytest.mark.parametrize("digit", "12345")
def test_one_key_rates(office: CounterOffice, open_desk: OpenDesk, qtbot: QtBot, digit: str) -> None:
    """After the return the card asks; the digit is the whole answer."""
    desk = open_desk()
    dossier = give_back(office, desk)
    assert desk.card.rating.isVisible()
    assert desk.card.notice.words.startswith("Saved: Paid: 8.000")

    type_text(desk, digit)
    qtbot.waitUntil(lambda: rating_of(office, dossier) is not None)
    desk.settle()

    rated = rating_of(office, dossier)
    assert rated == DossierRated(MORNING, int(digit), RatingScale.FIVE_POINTS)
    assert not desk.card.rating.isVisible()
    assert desk.card.notice.words == "Saved: Rated by the citizen (08:15)"


def test_a_comment_is_typed_before_the_score(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Enter leads to the comment, F9 back to the missing score; F9 saves both."""
    desk = open_desk()
    dossier = give_back(office, desk)

    press(desk, "Return")
    type_text(desk, "Nhanh, tận tình")
    press(desk, "F9")
    assert desk.card.rating.fields["score"].hasFocus()
    assert "from 1 to 5" in desk.card.rating.rows["score"].remark
    type_text(desk, "5")
    press(desk, "F9")
    desk.settle()

    assert rating_of(office, dossier) == DossierRated(MORNING, 5, comment="Nhanh, tận tình")


@pytest.mark.parametrize("text", ["0", "6", "9", "55", "x"])
def test_what_is_no_score_is_not_saved(
    office: CounterOffice, open_desk: OpenDesk, qtbot: QtBot, text: str
) -> None:
    """The field says what it takes; two digits are a slip of the finger, or the beginning of a scan."""
    desk = open_desk()
    dossier = give_back(office, desk)

    type_text(desk, text)
    if len(text) == 1:
        qtbot.waitUntil(lambda: bool(desk.card.rating.rows["score"].remark))
    else:
        press(desk, "F9")

    assert "from 1 to 5" in desk.card.rating.rows["score"].remark
    assert rating_of(office, dossier) is None


def test_esc_leaves_it_out(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The card is as after any act; the rating can still be asked for by its name."""
    desk = open_desk()
    dossier = give_back(office, desk)

    press(desk, "Escape")

    assert not desk.card.rating.isVisible()
    assert desk.card.acts.isVisible()
    assert rating_of(office, dossier) is None
    (action,) = (one for one in desk.card.findChildren(QAction) if one.data() == Wish.RATE)
    action.trigger()
    assert desk.card.rating.isVisible()


def test_the_next_scan_leaves_it_out(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The next citizen's dossier is opened at once, unless something was typed."""
    desk = open_desk()
    dossier = give_back(office, desk)
    following = office.receive_ready(2002)

    desk.open(following)

    assert not desk.card.rating.isVisible()
    assert desk.card.heading[0].endswith("2002")
    assert rating_of(office, dossier) is None


def test_the_beginning_of_a_scan_is_no_rating(
    office: CounterOffice, open_desk: OpenDesk, qtbot: QtBot, qapp: QApplication
) -> None:
    """A code that begins with a digit of the scale rates nobody: what its characters did is undone."""
    desk = open_desk()
    dossier = give_back(office, desk)
    scanner = ScannerFilter(qapp, clock=keystrokes.moment)
    scans: list[str] = []
    scanner.scanned.connect(scans.append)

    keystrokes.scan(desk, "2203101002")
    qtbot.waitUntil(lambda: not desk.card.rating._rest.isActive())
    desk.settle()

    assert scans == ["2203101002"]
    assert desk.card.rating.text("score") == ""
    assert rating_of(office, dossier) is None
    scanner.deleteLater()


def test_another_wish_ends_the_question(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Who prints after all need not press Esc before."""
    desk = open_desk()
    dossier = give_back(office, desk)

    press(desk, "F8")

    assert desk.told == [dossier]
    assert not desk.card.rating.isVisible()


def test_an_office_may_ask_with_three_faces(office: CounterOffice, open_desk: OpenDesk, qtbot: QtBot) -> None:
    """1 to 3; a 4 is none of them."""
    office.keep_habits(Habits(rating=RatingScale.THREE_FACES))
    desk = open_desk()
    dossier = give_back(office, desk)
    assert "3  ☺ Very satisfied" in words_of(desk)

    type_text(desk, "4")
    qtbot.waitUntil(lambda: bool(desk.card.rating.rows["score"].remark))
    press(desk, "Ctrl+A")
    type_text(desk, "3")
    qtbot.waitUntil(lambda: rating_of(office, dossier) is not None)
    desk.settle()

    assert rating_of(office, dossier) == DossierRated(MORNING, 3, RatingScale.THREE_FACES)


def test_an_office_may_ask_nobody(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The card is as after any other act."""
    office.keep_habits(Habits(rating=None))
    desk = open_desk()
    give_back(office, desk)
    assert not desk.card.rating.isVisible()


@pytest.mark.parametrize(
    ("member", "told"),
    [(CLERK, False), (PROCESSOR, False), (SUPERVISOR, True)],
    ids=["clerk", "officer", "lead"],
)
def test_what_a_citizen_thought_is_for_leaders(
    office: CounterOffice, open_desk: OpenDesk, member: StaffMember, *, told: bool
) -> None:
    """Colleagues see that there was a rating, not which; supervisor and head see score and words (9.2)."""
    dossier = office.receive_ready(2001)
    office.happen(dossier, ResultReturned(MORNING), DossierRated(MORNING, 2, comment="Chậm"))
    desk = open_desk(member)
    desk.open(dossier)

    assert "Rated by the citizen" in words_of(desk)
    assert ("Rated by the citizen: 2 of 5: Chậm" in words_of(desk)) is told
    assert ("Chậm" in words_of(desk)) is told
