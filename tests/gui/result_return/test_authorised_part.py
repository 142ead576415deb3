"""Tests of returning a result to somebody else, whose card is scanned or who is typed in."""

from collections.abc import Callable

from cgcounter.domain.dossier import Status
from cgcounter.domain.particulars import ReceiverRole
from cgcounter.domain.people import Person
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


SUBMITTER = Person("Hồ Thị Nộp", personal_id="030190004321")


def returned_after(
    office: CounterOffice, desk: Desk, *keys: str, scanned: str = "", typed: str = ""
) -> object:
    """Who took the result of a dossier that an authorised person had handed in."""
    dossier = office.receive_ready(2001, submitter=SUBMITTER, submitter_relation="người được ủy quyền")
    desk.open(dossier)
    press(desk, "U")
    if scanned:
        assert desk.presenter.scan(scanned)
    type_text(desk, typed)
    for key in keys:
        press(desk, key)
    desk.settle()
    returned = office.dossier(dossier).returned
    return returned and (returned.receiver, returned.receiver_name, returned.receiver_id, returned.relation)


def test_who_handed_it_in_takes_the_result_with_two_keys(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Their name, number and relation are known since intake; the clerk is asked to look at the photo ID."""
    desk = open_desk()
    taken = returned_after(office, desk, "F9")
    assert taken == (ReceiverRole.AUTHORISED, "Hồ Thị Nộp", "030190004321", "người được ủy quyền")
    assert "check the photo ID" in desk.card.authorised.rows["name"].remark


def test_nothing_of_who_handed_it_in_is_mixed_with_another_person(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """Another name typed, or another card scanned, comes with neither number nor relation of the first."""
    desk = open_desk()
    assert returned_after(office, desk, "F9", typed="Trần Văn Ắt") == (
        ReceiverRole.AUTHORISED,
        "Trần Văn Ắt",
        "",
        "",
    )


def test_another_card_takes_the_place_of_who_handed_it_in(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Name and number are the card's, and the relation is asked for anew."""
    desk = open_desk()
    assert returned_after(office, desk, "F9", scanned=CARD) == (
        ReceiverRole.AUTHORISED,
        "Trần Văn Ắt",
        "030190001234",
        "",
    )


def test_a_strangers_card_without_its_name_keeps_no_name(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Under the number of another one the name of who handed it in would be a lie: it is asked for."""
    desk = open_desk()
    assert returned_after(office, desk, "F9", scanned="030190001234||") is None
    assert desk.card.authorised.collector.name == ""


def test_their_own_card_confirms_who_handed_it_in(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The relation of the intake stays."""
    desk = open_desk()
    card = "030190004321||Hồ Thị Nộp|02091990|Nữ|Thôn Đồng Bưởi, Cao An|05072021"
    assert returned_after(office, desk, "Return", scanned=card) == (
        ReceiverRole.AUTHORISED,
        "Hồ Thị Nộp",
        "030190004321",
        "người được ủy quyền",
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
