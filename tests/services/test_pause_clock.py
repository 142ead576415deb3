"""The clock of a dossier stops and goes on, and its due time moves by what it stood still."""

from __future__ import annotations

from typing import Any

import pytest

from cgcounter.domain.dossier import Dossier, PauseKind, Status
from cgcounter.domain.facts import SupplementRequested
from cgcounter.domain.lifecycle import ActForbiddenError
from cgcounter.domain.money import BadAmountError
from cgcounter.domain.particulars import PaperAsked, PaperGiven
from cgcounter.services.hand_over import Handover
from cgcounter.services.intake import DueTimePastError
from cgcounter.services.refuse_intake import NothingAskedError
from cgcounter.services.texts import ReasonMissingError
from tests.services.desk import APPLICANT, Desk, at
from tests.services.small_catalogue import DEED

ASKED = (PaperAsked("Giấy chứng nhận quyền sử dụng đất", originals=1, copies=1),)
BROUGHT = (PaperGiven("Giấy chứng nhận quyền sử dụng đất", originals=1, copies=1),)


@pytest.fixture
def at_work(desk: Desk) -> Dossier:
    """A deed (two working days) received on Thursday 10/03 and handed over: due Monday 14/03 at 17:00."""
    dossier = desk.cases.acts.hand_over(desk.clerk, desk.receive().id)
    assert dossier.due_at == at(14, 17)
    return dossier


def test_a_supplement_stops_the_clock_and_moves_the_due_time(desk: Desk, at_work: Dossier) -> None:
    """Asked on Friday, brought on Wednesday: three working days, so due on Thursday 17/03; the papers join."""
    desk.clock.set(at(11, 9))
    asked = desk.cases.acts.request_supplement(
        desk.processor, at_work.id, ASKED, "Thiếu bản chính", at(18, 17)
    )
    assert asked.status is Status.AWAITING_SUPPLEMENT
    assert desk.facts()[-1] == SupplementRequested(at(11, 9), ASKED, "Thiếu bản chính", at(18, 17), 1)
    desk.clock.set(at(16, 10))
    due = desk.cases.acts.resume_clock.due_now(at_work.id)
    brought = desk.cases.acts.resume_clock.after_supplement(desk.clerk, at_work.id, BROUGHT)
    assert brought.status is Status.IN_PROGRESS
    assert brought.due_at == at(17, 17)
    assert due is not None
    assert (due.at, due.explanation) == (brought.due_at, "đã cộng 3 ngày làm việc tạm dừng")
    assert brought.papers == (*at_work.papers, *BROUGHT)
    assert [(pause.kind, pause.since, pause.ended_at) for pause in brought.pauses] == [
        (PauseKind.SUPPLEMENT, at(11, 9), at(16, 10))
    ]


def test_a_payment_stops_the_clock(desk: Desk, at_work: Dossier) -> None:
    """The duty and its amount are kept; when it is met the time of the wait is added."""
    desk.clock.set(at(11, 9))
    waiting = desk.cases.acts.request_payment(desk.processor, at_work.id, "Thuế trước bạ", 250_000)
    assert waiting.status is Status.AWAITING_PAYMENT
    assert waiting.pause is not None
    assert (waiting.pause.reason, waiting.pause.amount_dong) == ("Thuế trước bạ", 250_000)
    desk.clock.set(at(14, 9))
    paid = desk.cases.acts.resume_clock.after_payment(desk.clerk, at_work.id, "Biên lai thuế số 12")
    assert (paid.status, paid.due_at) == (Status.IN_PROGRESS, at(15, 17))


def test_a_verification_stops_the_clock_within_processing(desk: Desk, at_work: Dossier) -> None:
    """The state stays; no result is given while it lasts."""
    desk.clock.set(at(11, 9))
    waiting = desk.cases.acts.suspend_clock(
        desk.processor, at_work.id, "Xác minh tại xã Cẩm Hưng", at(16, 17)
    )
    assert (waiting.status, waiting.pause is None) == (Status.IN_PROGRESS, False)
    with pytest.raises(ActForbiddenError):
        desk.cases.acts.suspend_clock(desk.processor, at_work.id, "lần nữa")
    desk.clock.set(at(14, 9))
    resumed = desk.cases.acts.resume_clock(desk.processor, at_work.id)
    assert (resumed.pause, resumed.due_at) == (None, at(15, 17))


def test_the_due_time_of_the_hand_over_moves_too(desk: Desk) -> None:
    """A leg due on Monday that stood still from Friday to Monday is due on Tuesday."""
    dossier = desk.cases.acts.hand_over(desk.clerk, desk.receive().id, Handover(due_at=at(14, 17)))
    desk.clock.set(at(11, 9))
    desk.cases.acts.suspend_clock(desk.processor, dossier.id, "Xác minh")
    desk.clock.set(at(14, 9))
    resumed = desk.cases.acts.resume_clock(desk.processor, dossier.id)
    assert resumed.leg is not None
    assert resumed.leg.due_at == at(15, 17)


def test_no_pause_has_no_new_due_time(desk: Desk, at_work: Dossier) -> None:
    """While the clock runs nothing is to be moved."""
    assert desk.cases.acts.resume_clock.due_now(at_work.id) is None


def test_a_dossier_of_before_the_pause_is_as_it_was(desk: Desk, at_work: Dossier) -> None:
    """A pause cannot go on before it began."""
    for resume in (desk.cases.acts.resume_clock, desk.cases.acts.resume_clock.after_payment):
        with pytest.raises(ActForbiddenError):
            resume(desk.processor, at_work.id)
    assert desk.stored(at_work.id) == at_work


@pytest.mark.parametrize(
    ("act", "details", "error"),
    [
        ("request_supplement", ((),), NothingAskedError),
        ("request_supplement", ((PaperAsked("  "),),), NothingAskedError),
        ("request_supplement", (ASKED, "", at(10, 8, 15)), DueTimePastError),
        ("request_payment", (" ",), ReasonMissingError),
        ("request_payment", ("Thuế", -1), BadAmountError),
        ("request_payment", ("Thuế", 1, at(9, 8)), DueTimePastError),
        ("suspend_clock", ("",), ReasonMissingError),
        ("suspend_clock", ("Xác minh", at(10, 8)), DueTimePastError),
    ],
)
def test_what_a_pause_needs_is_asked_for(
    desk: Desk, at_work: Dossier, act: str, details: tuple[Any, ...], error: type[Exception]
) -> None:
    """Nothing asked, no reason, an impossible amount, a last day that is over: nothing is written."""
    with pytest.raises(error):
        getattr(desk.cases.acts, act)(desk.processor, at_work.id, *details)
    assert desk.stored(at_work.id) == at_work


def test_guidance_is_no_dossier(desk: Desk) -> None:
    """Mẫu 02 before intake: numbered, with what is missing; no code and no clock."""
    guided = desk.cases.give_guidance(desk.clerk, DEED.code, APPLICANT, ASKED, "Thiếu giấy tờ")
    assert (guided.status, guided.code, guided.due_at) == (Status.GUIDED, "", None)
    assert guided.guided is not None
    assert (guided.guided.papers, guided.guided.number) == (ASKED, 1)
    again = desk.cases.give_guidance(desk.clerk, DEED.code, APPLICANT, (), "Thiếu chữ ký")
    assert again.guided is not None
    assert again.guided.number == 2
    with pytest.raises(NothingAskedError):
        desk.cases.give_guidance(desk.clerk, DEED.code, APPLICANT, ())
