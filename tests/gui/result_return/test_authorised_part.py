"""Tests of returning a result to somebody else, whose card is scanned or who is typed in."""

from collections.abc import Callable

from cgcounter.domain.dossier import Status
from cgcounter.domain.particulars import ReceiverRole
from tests.gui.counter_office import CounterOffice
from tests.gui.result_return.conftest import Desk
from tests.typing_keys import press, type_text

OpenDesk = Callable[..., Desk]
CARD = "030190001234||Trần Văn Ắt|02091990|Nam|Thôn Đồng Bưởi, Cao An|05072021"


def test_an_authorised_person_is_scanned_and_takes_the_result(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """U, the person's card, Enter: name and number are written down, and the name is to be looked at."""
    dossier = office.receive_ready(2001)
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
    assert desk.card.notice.words == (
        "Saved: Paid: 8.000 đồng; Result returned to Trần Văn Ắt, authorised (08:15)"
    )


def test_an_authorised_person_is_typed(office: CounterOffice, open_desk: OpenDesk) -> None:
    """By hand Enter leads from name to number, relation and the button; letters are letters in a field."""
    dossier = office.receive_ready(2001)
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
    dossier = office.receive_ready(2001)
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
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)
    press(desk, "U")

    assert desk.presenter.scan("030090002001||Đỗ Đình Đức|02091990|Nam|Cao An|05072021")

    assert "applicant's own card" in desk.card.authorised.rows["name"].remark


def test_a_card_without_its_name_asks_for_it(office: CounterOffice, open_desk: OpenDesk) -> None:
    """What a damaged scan does not say is typed."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    desk.open(dossier)
    press(desk, "U")

    assert desk.presenter.scan("030190001234||")

    type_text(desk, "Trần Văn Ắt")
    assert desk.card.authorised.collector.name == "Trần Văn Ắt"
    assert desk.card.authorised.collector.personal_id == "030190001234"


def test_only_a_question_for_a_person_takes_a_card(office: CounterOffice, open_desk: OpenDesk) -> None:
    """A card that is scanned otherwise, and a code at any time, are for somebody else."""
    dossier = office.receive_ready(2001)
    desk = open_desk()
    assert not desk.presenter.scan(CARD)
    desk.open(dossier)
    assert not desk.presenter.scan(CARD)

    press(desk, "U")
    assert not desk.presenter.scan("000.12.30.H23-220310-2001")
