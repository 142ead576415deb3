"""The fee at the return: what is owed is told in big figures, and the same key takes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import FeeCollected, FeeRefunded, ResultReturned
from cgcounter.domain.forms import FormKey
from cgcounter.domain.offices import Habits
from cgcounter.domain.particulars import Fee
from cgcounter.gui.papers import Paper
from cgcounter.gui.result_return.card_words import Row
from cgcounter.gui.result_return.wish import Wish
from tests.gui.counter_office import MORNING, CounterOffice
from tests.gui.result_return.conftest import Desk
from tests.typing_keys import press, type_text

OpenDesk = Callable[..., Desk]


def big_figures(desk: Desk) -> str:
    """What stands in the largest type under the name."""
    shown = (label for label in desk.card.findChildren(QLabel) if label.property("textRole") == "owed")
    return next((label.text() for label in shown if label.isVisible()), "")


def ask_for(desk: Desk, wish: Wish) -> None:
    """Run an act by its name, as the list of commands does."""
    (action,) = (one for one in desk.card.findChildren(QAction) if one.data() == wish)
    action.trigger()


def test_one_enter_returns_and_takes_the_fee(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The amount stands in big figures before; both happen, and are told in one sentence."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)
    assert big_figures(desk) == "To be paid: 8.000 đồng"

    press(desk, "Return")
    desk.settle()

    returned = office.dossier(dossier)
    assert (returned.status, returned.collected_dong) == (Status.RETURNED, 8000)
    assert desk.card.notice.words == "Saved: Paid: 8.000 đồng; Result returned to the applicant (08:15)"
    assert big_figures(desk) == ""
    assert desk.card.facts.words(Row.FEE) == "8.000 đồng · paid"


def test_another_key_returns_without_the_fee(office: CounterOffice, open_desk: OpenDesk) -> None:
    """K: it stays owed, and can be taken afterwards."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "K")
    desk.settle()
    press(desk, "Escape")

    returned = office.dossier(dossier)
    assert (returned.status, returned.owed_dong) == (Status.RETURNED, 8000)
    assert big_figures(desk) == "To be paid: 8.000 đồng"
    assert Wish.COLLECT in desk.card.acts.offered


@pytest.mark.parametrize("fee", [Fee(), Fee(exemption="Hộ nghèo")])
def test_who_owes_nothing_is_asked_for_nothing(office: CounterOffice, open_desk: OpenDesk, fee: Fee) -> None:
    """No big figures, no second way to return."""
    dossier = office.receive(2001, fee=fee)
    desk = open_desk()
    desk.open(dossier)

    assert big_figures(desk) == ""
    assert Wish.RETURN_UNPAID not in desk.card.acts.offered


@pytest.mark.parametrize(("unticks", "taken"), [(False, 8000), (True, 0)])
def test_an_authorised_person_pays_unless_unticked(
    office: CounterOffice, open_desk: OpenDesk, qtbot: QtBot, *, unticks: bool, taken: int
) -> None:
    """The box names the amount and is ticked already."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)
    press(desk, "U")
    type_text(desk, "Trần Văn Ắt")
    box = desk.card.authorised.collects
    assert (box.isVisible(), box.isChecked(), box.text()) == (True, True, "&Take the fee: 8.000 đồng")
    if unticks:
        press(desk, "Alt+T")
        qtbot.waitUntil(lambda: not box.isChecked())  # Qt shows the box pressed for a moment

    press(desk, "F9")
    desk.settle()

    assert office.dossier(dossier).status is Status.RETURNED
    assert office.dossier(dossier).collected_dong == taken


def test_a_part_is_taken_and_given_back(office: CounterOffice, open_desk: OpenDesk) -> None:
    """What is owed, or was taken, is proposed; a smaller amount can be typed; more is refused beside the line."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)
    ask_for(desk, Wish.COLLECT)
    part = desk.card.asked.part(Wish.COLLECT)
    assert part.text("amount") == "8.000"
    for amount in ("9000", "3000"):
        part.fields["amount"].setFocus()
        press(desk, "Ctrl+A")
        type_text(desk, amount)
        press(desk, "F9")
        desk.settle()
        assert part.isVisible() is (amount == "9000")
    assert "8.000" in part.rows["amount"].remark
    assert desk.card.facts.words(Row.FEE) == "8.000 đồng · 3.000 đồng paid, 5.000 đồng still to be paid"

    ask_for(desk, Wish.REFUND)
    assert desk.card.asked.part(Wish.REFUND).text("amount") == "3.000"
    press(desk, "Return")
    type_text(desk, "Thu nhầm")
    press(desk, "F9")
    desk.settle()
    assert office.dossier(dossier).refunded == (FeeRefunded(MORNING, 3000, "Thu nhầm"),)
    assert desk.card.facts.words(Row.FEE) == "8.000 đồng · not paid yet"


@pytest.mark.parametrize("prints_slip", [True, False])
def test_the_slip_is_printed_where_the_office_wants_it(
    office: CounterOffice, open_desk: OpenDesk, *, prints_slip: bool
) -> None:
    """With every payment, or only when it is asked for."""
    office.keep_habits(Habits(prints_slip=prints_slip))
    dossier = office.receive_ready(2001)
    desk = open_desk()
    papers: list[Paper] = []
    desk.presenter.paper_wanted.connect(papers.append)
    desk.open(dossier)

    press(desk, "Return")
    desk.settle()

    assert papers == ([Paper(dossier, FormKey.PAYMENT_SLIP)] if prints_slip else [])


def test_money_that_is_still_owed_after_the_return_is_taken(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """The return is over; the fee alone is taken."""
    dossier = office.receive_ready(2001)
    office.happen(dossier, ResultReturned(MORNING))
    desk = open_desk()
    desk.open(dossier)

    ask_for(desk, Wish.COLLECT)
    type_text(desk, "0001234")
    press(desk, "F9")
    desk.settle()

    (fact,) = office.dossier(dossier).collected
    assert isinstance(fact, FeeCollected)
    assert fact.official is not None
    assert (fact.amount_dong, fact.official.number) == (8000, "0001234")
