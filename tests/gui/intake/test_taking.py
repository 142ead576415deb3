"""Whether the fee is taken with the intake: one visible choice that stands as the office usually does."""

from __future__ import annotations

import pytest

from cgcounter.domain.forms import FormKey
from cgcounter.domain.offices import FeeMoment, Habits
from cgcounter.domain.particulars import OfficialReceipt
from cgcounter.gui.changes import Topic
from cgcounter.gui.papers import Paper
from tests.gui.intake.conftest import Pane
from tests.services.desk import APPLICANT
from tests.services.small_catalogue import COPY, DEED, POOR_HOUSEHOLD


def keep_habits(pane: Pane, habits: Habits) -> None:
    """The administrator changes them, and the window hears of it."""
    pane.office.cases.keep_habits.change(pane.office.administrator, habits)
    pane.office.stage.changes.announce(Topic.SETTINGS)
    pane.settle()


def begin(pane: Pane, code: str = DEED.code) -> None:
    """A procedure and a person; a deed costs 50.000 đồng."""
    pane.pick(code)
    pane.screen.person.show_person(APPLICANT)
    pane.settle()


def toggle(pane: Pane) -> None:
    """Space on the box."""
    pane.screen.terms.taking.now.setFocus()
    pane.press("Space")


@pytest.mark.parametrize("moment", list(FeeMoment))
def test_the_office_says_what_is_usual(pane: Pane, moment: FeeMoment) -> None:
    """F9 alone does it either way, and the sentence tells what was taken."""
    keep_habits(pane, Habits(fee_at=moment))
    begin(pane)
    assert pane.screen.terms.taking.now.isVisible()
    pane.press("F9")
    (dossier,) = pane.saved
    taken = 50_000 if moment is FeeMoment.INTAKE else 0
    assert dossier.collected_dong == taken
    assert ("Taken: 50.000 đồng." in pane.screen.notice.words) is bool(taken)


def test_a_clerk_does_otherwise_with_one_dossier(pane: Pane) -> None:
    """Ticked for this one, with the number of the receipt; the next one stands as usual again."""
    begin(pane)
    assert not pane.screen.terms.taking.number.isVisible()
    toggle(pane)
    pane.screen.terms.taking.number.setFocus()
    pane.type_text("0001234")
    pane.press("F9")
    (dossier,) = pane.saved
    assert dossier.collected[0].official == OfficialReceipt("0001234")
    begin(pane)
    assert not pane.screen.terms.taking.takes_fee
    pane.screen.clear()


@pytest.mark.parametrize("free", ["nothing to pay", "exempt"])
def test_where_nothing_is_paid_nothing_is_asked(pane: Pane, free: str) -> None:
    """The box is gone; a habit of taking takes nothing."""
    keep_habits(pane, Habits(fee_at=FeeMoment.INTAKE))
    begin(pane, POOR_HOUSEHOLD.code if free == "nothing to pay" else DEED.code)
    if free == "exempt":
        pane.screen.terms.exemption.setFocus()
        pane.type_text("Hộ nghèo")
    assert not pane.screen.terms.taking.now.isVisible()
    assert not pane.screen.terms.taking.number.isVisible()
    pane.press("F9")
    assert pane.saved[0].collected == ()


def test_a_habit_is_nothing_typed(pane: Pane) -> None:
    """The pane of an office that takes fees at intake is as empty as any other."""
    keep_habits(pane, Habits(fee_at=FeeMoment.INTAKE))
    assert not pane.screen.is_touched
    begin(pane)
    keep_habits(pane, Habits(fee_at=FeeMoment.RETURN))
    assert pane.screen.terms.taking.takes_fee  # what is under way stays as it is
    pane.screen.clear()


def test_what_is_served_at_once_is_paid_at_once(pane: Pane) -> None:
    """Whatever is usual for the others: the citizen leaves with the result."""
    begin(pane, COPY.code)
    pane.press("Shift+F9")
    (dossier,) = pane.saved
    assert dossier.collected_dong == 2_000
    assert "Taken: 2.000 đồng." in pane.screen.notice.words


@pytest.mark.parametrize("prints_slip", [True, False])
def test_the_slip_goes_to_paper_where_the_office_wants_it(pane: Pane, *, prints_slip: bool) -> None:
    """Beside the receipt, for money that was taken."""
    papers: list[Paper] = []
    pane.presenter.paper_wanted.connect(papers.append)
    keep_habits(pane, Habits(fee_at=FeeMoment.INTAKE, prints_slip=prints_slip))
    begin(pane)
    pane.press("F9")
    expected = [Paper(pane.saved[0].id, FormKey.PAYMENT_SLIP)] if prints_slip else []
    assert papers == expected


def test_a_draft_keeps_the_choice(pane: Pane) -> None:
    """What was ticked and typed before a power cut is there again."""
    begin(pane)
    toggle(pane)
    pane.screen.terms.taking.number.setText("0001234")
    draft = pane.screen.typed()
    pane.screen.clear()
    pane.screen.restore(draft, DEED)
    pane.settle()
    assert pane.screen.typed().takes_fee
    assert pane.screen.typed().official == OfficialReceipt("0001234")
    pane.screen.clear()
