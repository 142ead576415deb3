"""Tests of correcting a received dossier: few keys, a reason, and nothing by accident."""

from collections.abc import Callable

from msgspec.structs import replace

from cgcounter.domain.facts import ParticularsCorrected
from cgcounter.domain.particulars import PaperGiven, PaperSource
from tests.gui.counter_office import CounterOffice
from tests.gui.result_return.conftest import Desk
from tests.typing_keys import press, type_text

OpenDesk = Callable[..., Desk]


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
    for text in ("", "", "", "Gọi trước khi trả", "", "", "công dân yêu cầu"):  # two papers before the reason
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


def test_a_paper_put_right_is_still_from_where_it_was(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Its count changes; that it was taken over from an earlier dossier stays (facts, 9.3)."""
    reused = PaperGiven("Sổ hộ khẩu", originals=1, source=PaperSource.REUSED, from_code="H23.99-220105-1003")
    dossier = office.receive(2001, papers=(reused,))
    desk = open_desk()
    desk.open(dossier)

    press(desk, "F5")
    for key in ("Return", "Return", "Return", "Return", "2", "Return", "3", "F9"):
        press(desk, key)
    desk.settle()

    assert office.dossier(dossier).papers == (replace(reused, originals=2),)


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
