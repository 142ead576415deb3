"""Every act of the lifecycle on the card: what it asks for, what it writes down, and the paper that follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QAction

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import (
    ApologyMade,
    ClockSuspended,
    Fact,
    FeeCollected,
    HandedOver,
    PaymentRequested,
    ResultRecorded,
    ResultReturned,
    SupplementRequested,
)
from cgcounter.domain.forms import FormKey
from cgcounter.domain.particulars import DossierId, PaperAsked, ReturnChannel
from cgcounter.domain.staff import StaffMember
from cgcounter.gui.papers import Paper
from cgcounter.gui.result_return.card_words import Row
from cgcounter.gui.result_return.wish import Wish
from tests.gui.counter_office import CLERK, MORNING, PROCESSOR, SUPERVISOR, CounterOffice
from tests.gui.result_return.conftest import Desk
from tests.typing_keys import press, type_text

OpenDesk = Callable[..., Desk]
AT_WORK: tuple[Fact, ...] = (HandedOver(MORNING),)
ASKED = (PaperAsked("Giấy tờ cư trú", originals=1),)
AWAITING: tuple[Fact, ...] = (*AT_WORK, SupplementRequested(MORNING, ASKED))


def wish_for(desk: Desk, wish: Wish) -> None:
    """Run an act by its name, as the list of commands does."""
    (action,) = (one for one in desk.card.findChildren(QAction) if one.data() == wish)
    assert action.isVisible(), wish
    action.trigger()


def answer(desk: Desk, *texts: str) -> None:
    """Type into one line after another, then F9."""
    for place, text in enumerate(texts):
        if place:
            press(desk, "Return")
        type_text(desk, text)
    press(desk, "F9")
    desk.settle()


def last_fact(office: CounterOffice, dossier: DossierId) -> Fact:
    """What was written down last."""
    return office.dossier(dossier).history[-1].fact


@pytest.mark.parametrize(
    ("member", "before", "wish", "texts", "status", "form"),
    [
        (PROCESSOR, AT_WORK, Wish.NEGATIVE, ("Không đủ điều kiện",), Status.RESULT_READY, None),
        (PROCESSOR, AT_WORK, Wish.PAYMENT, ("Thuế", "250000"), Status.AWAITING_PAYMENT, None),
        (PROCESSOR, AT_WORK, Wish.SUSPEND, ("Xác minh tại xã bên",), Status.IN_PROGRESS, None),
        (CLERK, (), Wish.WITHDRAW, ("Không còn nhu cầu",), Status.WITHDRAWN, None),
        (CLERK, AWAITING, Wish.REFUSE, ("Quá hạn bổ sung",), Status.REFUSED, FormKey.REFUSAL),
        (PROCESSOR, AWAITING, Wish.STOP, ("Không bổ sung",), Status.STOPPED, None),
        (SUPERVISOR, (), Wish.APOLOGISE, ("Quá tải", "21032022"), Status.ACCEPTED, FormKey.APOLOGY),
        (CLERK, (), Wish.COLLECT, ("0001234", "AA/22P"), Status.ACCEPTED, None),
    ],
    ids=lambda value: value.value if isinstance(value, Wish) else None,
)
def test_an_act_is_asked_for_done_and_put_on_paper(  # noqa: PLR0917  the columns of the table above
    office: CounterOffice,
    open_desk: OpenDesk,
    member: StaffMember,
    before: tuple[Fact, ...],
    wish: Wish,
    texts: tuple[str, ...],
    status: Status,
    form: FormKey | None,
) -> None:
    """Its lines are typed, F9 saves it, the card says so, and its form goes to paper where the set has one."""
    dossier = office.receive(2001)
    office.happen(dossier, *before)
    desk = open_desk(member)
    papers: list[Paper] = []
    desk.presenter.paper_wanted.connect(papers.append)
    desk.open(dossier)

    wish_for(desk, wish)
    answer(desk, *texts)

    assert desk.status(dossier) is status
    assert texts[0] in str(last_fact(office, dossier))
    assert desk.card.notice.words.startswith("Saved: ")
    assert papers == ([Paper(dossier, form)] if form else [])


def test_a_supplement_is_ticked_off_and_asked_for(office: CounterOffice, open_desk: OpenDesk) -> None:
    """F7, Space on what is missing, another paper by name, why: the request has all of it and goes to paper."""
    dossier = office.receive(2001)
    office.happen(dossier, *AT_WORK)
    desk = open_desk(PROCESSOR)
    papers: list[Paper] = []
    desk.presenter.paper_wanted.connect(papers.append)
    desk.open(dossier)

    press(desk, "F7")
    press(desk, "Space")
    press(desk, "Return")
    press(desk, "Return")
    type_text(desk, "Giấy tờ cư trú")
    press(desk, "Return")
    answer(desk, "Thiếu chữ ký", "20032022")

    fact = last_fact(office, dossier)
    assert isinstance(fact, SupplementRequested)
    assert fact.papers == (PaperAsked("Tờ khai", originals=1), PaperAsked("Giấy tờ cư trú", originals=1))
    assert fact.reason == "Thiếu chữ ký"
    assert fact.until is not None
    assert f"{fact.until:%H:%M %d/%m/%Y}" == "17:00 20/03/2022"
    assert papers == [Paper(dossier, FormKey.SUPPLEMENT)]


def test_what_was_asked_for_is_taken_in(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Enter and F9: the asked papers are ticked already, and join the dossier."""
    dossier = office.receive(2001)
    office.happen(dossier, *AWAITING)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "Return")
    press(desk, "F9")
    desk.settle()

    taken = office.dossier(dossier)
    assert taken.status is Status.IN_PROGRESS
    assert [paper.name for paper in taken.papers][-1] == "Giấy tờ cư trú"


@pytest.mark.parametrize(
    ("before", "wish"),
    [(PaymentRequested(MORNING, "Thuế"), Wish.PAID), (ClockSuspended(MORNING, "Xác minh"), Wish.RESUME)],
)
def test_the_clock_goes_on(office: CounterOffice, open_desk: OpenDesk, before: Fact, wish: Wish) -> None:
    """What was waited for is there: the dossier is worked on again."""
    dossier = office.receive(2001)
    office.happen(dossier, *AT_WORK, before)
    desk = open_desk(PROCESSOR)
    desk.open(dossier)

    wish_for(desk, wish)
    answer(desk, "Biên lai số 12")

    assert office.dossier(dossier).pause is None
    assert desk.status(dossier) is Status.IN_PROGRESS


@pytest.mark.parametrize(("way", "electronic"), [("", False), ("elec", True), ("paper", False)])
def test_a_dossier_is_handed_to_a_unit(
    office: CounterOffice, open_desk: OpenDesk, *, way: str, electronic: bool
) -> None:
    """T, some letters of the unit, F9: on paper, for not every unit has the program, unless the way is chosen."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "T")
    type_text(desk, "tư ph")
    press(desk, "Return")
    if way:
        type_text(desk, way)
        press(desk, "Return")
    press(desk, "F9")
    desk.settle()

    leg = office.dossier(dossier).leg
    assert leg is not None
    assert (leg.unit, leg.unit_name, leg.electronic) == ("phong-tu-phap", "Phòng Tư pháp", electronic)


@pytest.mark.parametrize(
    ("typed", "due_at"),
    [
        ("2", datetime(2022, 3, 14, 17, tzinfo=TIME_ZONE)),
        ("16032022", datetime(2022, 3, 16, 17, tzinfo=TIME_ZONE)),
    ],
)
def test_a_leg_has_a_due_time_of_its_own(
    office: CounterOffice, open_desk: OpenDesk, typed: str, due_at: datetime
) -> None:
    """A day, or a number of working days, from Thursday over the weekend to Monday; the card tells it at once."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)

    press(desk, "T")
    for answer_ in ("tư ph", "", typed):
        type_text(desk, answer_)
        press(desk, "Return")
    press(desk, "F9")
    desk.settle()

    leg = office.dossier(dossier).leg
    assert leg is not None
    assert leg.due_at == due_at
    assert desk.card.facts.words(Row.STATE).endswith(f"until {due_at:%H:%M %d/%m/%Y}, on paper")


def test_a_hand_over_is_accepted_by_one_key(office: CounterOffice, open_desk: OpenDesk) -> None:
    """A: whoever pressed it holds the dossier."""
    dossier = office.receive(2001)
    office.happen(dossier, *AT_WORK)
    desk = open_desk(PROCESSOR)
    desk.open(dossier)

    press(desk, "A")
    desk.settle()

    leg = office.dossier(dossier).leg
    assert leg is not None
    assert leg.accepted_by == PROCESSOR.id


def test_voiding_asks_for_a_second_person(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Without one, or with a wrong PIN, the field says so and nothing is written; with the right one it is void."""
    dossier = office.receive(2001)
    desk = open_desk()
    desk.open(dossier)
    wish_for(desk, Wish.VOID)
    part = desk.card.asked.part(Wish.VOID)

    answer(desk, "Nhập nhầm người")
    assert desk.status(dossier) is Status.ACCEPTED
    assert part.isVisible()

    part.fields["second"].setFocus()
    type_text(desk, "quyền")
    press(desk, "Return")
    type_text(desk, "9999")
    press(desk, "F9")
    desk.settle()
    assert part.rows["pin"].remark
    assert desk.status(dossier) is Status.ACCEPTED


def test_what_cannot_be_read_is_asked_again(office: CounterOffice, open_desk: OpenDesk) -> None:
    """A day that does not exist is said beside its line, and nothing is written."""
    dossier = office.receive(2001)
    office.happen(dossier, *AT_WORK)
    desk = open_desk(PROCESSOR)
    desk.open(dossier)
    wish_for(desk, Wish.SUSPEND)

    answer(desk, "Xác minh", "31022022")

    assert desk.card.asked.part(Wish.SUSPEND).rows["until"].remark
    assert office.dossier(dossier).pause is None


def test_what_was_paid_is_offered_once(office: CounterOffice, open_desk: OpenDesk) -> None:
    """What is paid is not taken again; its slip can be printed."""
    dossier = office.receive_ready(2001)
    office.happen(dossier, ResultReturned(MORNING), FeeCollected(MORNING, 8000, "00001"))
    desk = open_desk()
    desk.open(dossier)
    assert Wish.RATE in desk.card.acts.offered
    assert Wish.COLLECT not in desk.card.acts.offered
    assert Wish.PRINT_PAYMENT_SLIP in desk.card.acts.offered


def test_an_apology_is_offered_once(office: CounterOffice, open_desk: OpenDesk) -> None:
    """A second re-appointment has no button and no name."""
    dossier = office.receive(2001)
    office.happen(dossier, ApologyMade(MORNING, "Quá tải", MORNING + timedelta(days=9)))
    desk = open_desk(SUPERVISOR)
    desk.open(dossier)

    assert Wish.APOLOGISE not in desk.card.acts.offered
    assert Wish.PRINT_APOLOGY in desk.card.acts.offered


def test_the_slip_of_a_hand_over_on_paper_is_one_key_away(office: CounterOffice, open_desk: OpenDesk) -> None:
    """After T and F9 the card offers its slip with G; a hand-over by screen has none, and so has what went on."""
    on_paper, by_screen = office.receive(2001), office.receive(2002)
    desk = open_desk()
    papers: list[Paper] = []
    desk.presenter.paper_wanted.connect(papers.append)
    for dossier, way in ((by_screen, "elec"), (on_paper, "paper")):
        desk.open(dossier)
        press(desk, "G")
        press(desk, "T")
        type_text(desk, "tư ph")
        press(desk, "Return")
        type_text(desk, way)
        press(desk, "Return")
        press(desk, "F9")
        desk.settle()
        assert (Wish.PRINT_HANDOVER_SLIP in desk.card.acts.wishes) is (dossier == on_paper)
        press(desk, "G")
    assert papers == [Paper(on_paper, FormKey.HANDOVER_SLIP)]

    office.happen(on_paper, ResultRecorded(MORNING), by=PROCESSOR)
    desk.open(by_screen)
    desk.open(on_paper)
    assert Wish.PRINT_HANDOVER_SLIP not in desk.card.acts.offered


def test_a_result_goes_by_post_with_its_tracking_number(open_desk: OpenDesk, office: CounterOffice) -> None:
    """The number is on record, and the history tells it."""
    dossier = office.receive(2001)
    office.happen(dossier, *AT_WORK, ResultRecorded(MORNING))
    desk = open_desk(CLERK)
    desk.open(dossier)
    wish_for(desk, Wish.BY_POST)
    answer(desk, "EM123456789VN")
    fact = last_fact(office, dossier)
    assert isinstance(fact, ResultReturned)
    assert (fact.channel, fact.tracking) == (ReturnChannel.POST, "EM123456789VN")


def test_a_result_is_returned_electronically(open_desk: OpenDesk, office: CounterOffice) -> None:
    """Nobody comes to the counter."""
    dossier = office.receive(2001)
    office.happen(dossier, *AT_WORK, ResultRecorded(MORNING))
    desk = open_desk(CLERK)
    desk.open(dossier)
    wish_for(desk, Wish.ELECTRONIC)
    desk.settle()
    fact = last_fact(office, dossier)
    assert isinstance(fact, ResultReturned)
    assert fact.channel is ReturnChannel.ELECTRONIC
