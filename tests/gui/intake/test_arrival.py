"""How a dossier came in: at the counter, online with a portal's code, by post; in groups; late; out of force."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtWidgets import QComboBox

from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.money import FeeRule
from cgcounter.domain.particulars import Channel, LateEntryKind, OnlineLevel
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Catalogue, Charge, OwnTerms, Time
from cgcounter.domain.staff import Role
from tests.gui.intake.conftest import Pane
from tests.services.desk import SUPERVISOR, actor_of, at
from tests.services.small_catalogue import CATALOGUE, DEED, FORMER_POOR_HOUSEHOLD

CHEAPER = OwnTerms(
    channel=Channel.ONLINE,
    time=Time(DurationKind.WORKING_DAYS, Duration(DurationKind.WORKING_DAYS, 1)),
    charge=Charge(FeeRule.FIXED, 1_000),
)


@pytest.fixture
def pane(pane: Pane) -> Pane:
    """A pane whose catalogue has a cheaper way online and a procedure that is out of force."""
    others = tuple(one for one in CATALOGUE.procedures if one.code != DEED.code)
    online = msgspec.structs.replace(DEED, terms=(CHEAPER,), online_level=OnlineLevel.LEVEL_3)
    with pane.office.store.begin() as unit:
        unit.reference.put_catalogue(Catalogue((*others, online)), source="test", at=at(10, 8))
        unit.commit()
    pane.open()
    return pane


def type_dossier(pane: Pane, name: str = "Đỗ Thị Thử") -> None:
    """What every dossier needs."""
    pane.pick(DEED.code)
    pane.screen.person.name.setFocus()
    pane.type_text(name)


def choose(box: QComboBox, value: object) -> None:
    """What arrow keys and Enter do in a box."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def go_online(pane: Pane) -> None:
    """Open the rest, and say that the dossier came in online."""
    pane.screen.more.open_box.setChecked(True)
    choose(pane.screen.more.arrival.channel, Channel.ONLINE)
    pane.settle()


def test_most_dossiers_come_in_at_the_counter(pane: Pane) -> None:
    """Without a key more, and without a level."""
    type_dossier(pane)
    pane.press("F9")
    assert (pane.saved[-1].channel, pane.saved[-1].online_level) == (Channel.COUNTER, None)


def test_time_and_fee_follow_the_channel_at_once(pane: Pane) -> None:
    """As the catalogue tells them apart."""
    type_dossier(pane)
    at_counter = pane.screen.due.words
    go_online(pane)
    assert pane.screen.due.words != at_counter
    pane.press("F9")
    saved = pane.saved[-1]
    assert (saved.channel, saved.fee.amount_dong, saved.online_level) == (
        Channel.ONLINE,
        1_000,
        OnlineLevel.LEVEL_3,
    )


def test_a_level_can_be_chosen_and_help_is_noted(pane: Pane) -> None:
    """Where the catalogue's level is not that of this dossier; help at the counter counts as online."""
    type_dossier(pane)
    go_online(pane)
    choose(pane.screen.more.arrival.level, OnlineLevel.LEVEL_4)
    pane.screen.more.arrival.assisted.setFocus()
    pane.press("Space", "F9")
    assert (pane.saved[-1].online_level, pane.saved[-1].assisted) == (OnlineLevel.LEVEL_4, True)


def test_a_portal_dossier_keeps_its_code(pane: Pane) -> None:
    """No number of the counter is used up."""
    type_dossier(pane)
    go_online(pane)
    pane.screen.more.arrival.portal_code.setFocus()
    pane.type_text("000.00.19.H23-220309-0007")
    pane.press("F9")
    assert (pane.saved[-1].code, pane.saved[-1].slot) == ("000.00.19.H23-220309-0007", 0)
    type_dossier(pane)
    pane.press("F9")
    assert pane.saved[-1].code.endswith("-1001")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("000.00.19.H23-220309", "không đúng dạng"),
        ("000.12.30.H23-220310-1234", "do quầy của cơ quan tự cấp"),
        ("000.00.19.H23-220309-0007", "đã có ở đây"),
    ],
)
def test_a_code_that_cannot_be_is_told_beside_it(pane: Pane, code: str, words: str) -> None:
    """No code, one that only a counter gives out, and one that is here; nothing typed is lost."""
    for text in ("000.00.19.H23-220309-0007", code):
        type_dossier(pane)
        go_online(pane)
        pane.screen.more.arrival.portal_code.setFocus()
        pane.type_text(text)
        pane.press("F9")
    assert len(pane.saved) == 1
    assert words in pane.screen.more.arrival._code.remark
    assert pane.focus is pane.screen.more.arrival.portal_code
    assert pane.screen.person.name.text() == "Đỗ Thị Thử"
    pane.screen.clear()


def test_dossiers_of_one_submitter_share_a_group(pane: Pane) -> None:
    """Procedure and submitter stay, the pane counts, and the same key ends the group with all that is its own."""
    pane.press("Ctrl+G")
    type_dossier(pane)
    pane.screen.more.open_box.setChecked(True)
    pane.screen.more.submitter.setFocus()
    pane.type_text("Hồ Thị Nộp")
    pane.press("F9")
    assert "dossier 2 of" in pane.screen.carried.words
    assert pane.screen.carried.isVisible()
    assert pane.screen.procedure.procedure is not None
    pane.screen.person.name.setFocus()
    pane.type_text("Bùi Văn Thử")
    pane.press("F9", "Ctrl+G")
    assert [dossier.submitter and dossier.submitter.name for dossier in pane.saved] == ["Hồ Thị Nộp"] * 2
    first, second = (dossier.group for dossier in pane.saved)
    assert first == second is not None
    assert not pane.screen.carried.isVisible()
    type_dossier(pane)
    pane.press("F9")
    assert (pane.saved[-1].group, pane.saved[-1].submitter) == (None, None)


def test_an_applicant_who_hands_in_more_becomes_their_submitter(pane: Pane) -> None:
    """Of what is their own they stay the applicant alone."""
    pane.press("Ctrl+G")
    type_dossier(pane)
    pane.press("F9")
    for name in ("Bùi Văn Thử", "Đỗ Thị Thử"):
        pane.screen.person.name.setFocus()
        pane.type_text(name)
        pane.press("F9")
    assert [dossier.submitter and dossier.submitter.name for dossier in pane.saved] == [
        None,
        "Đỗ Thị Thử",
        None,
    ]
    assert len({dossier.group for dossier in pane.saved}) == 1
    pane.screen.clear()


def test_who_was_turned_away_is_none_of_the_group(pane: Pane) -> None:
    """A refusal has no code: the next one received is still the first."""
    pane.press("Ctrl+G")
    type_dossier(pane)
    pane.press("Ctrl+R")
    pane.type_text("không thuộc thẩm quyền")
    pane.press("F9")
    assert len(pane.saved) == 1
    assert "dossier 1 of" in pane.screen.carried.words
    pane.screen.clear()


def test_a_group_survives_a_power_cut_between_two_dossiers(pane: Pane) -> None:
    """Group, submitter, procedure and the count are there again, though nothing of the next one was typed."""
    pane.press("Ctrl+G")
    type_dossier(pane)
    pane.press("F9")
    before = pane.screen.typed()
    pane.presenter.keep_draft()
    pane.settle()
    pane.presenter.open(actor_of(Role.SUPERVISOR))
    pane.settle()
    assert pane.screen.typed().group is None
    pane.open()
    assert pane.screen.typed() == before
    assert before.group == pane.saved[0].group
    assert "dossier 2 of" in pane.screen.carried.words
    pane.screen.clear()


def test_a_late_entry_cannot_be_overlooked(pane: Pane) -> None:
    """A line in sight says it from the tick on, with the time that everything is judged by, also for the next one."""
    assert not pane.screen.carried.isVisible()
    type_dossier(pane)
    pane.screen.late.open_box.setFocus()
    pane.press("Space")
    assert "not typed yet" in pane.screen.carried.words
    pane.type_text("08032022")
    pane.press("Return")
    pane.type_text("9h30")
    pane.press("Return", "Return")
    pane.type_text("mất điện")
    pane.press("F9")
    assert pane.screen.carried.words == (
        "Late entry: received 09:30 08/03/2022, the receipt was written by hand."
    )
    assert pane.screen.carried.isVisible()
    pane.presenter.discard()
    assert not pane.screen.carried.isVisible()


def test_a_receipt_written_by_hand_is_judged_by_its_day(pane: Pane) -> None:
    """Day and hour, number and reason; code, due time and register are of that day."""
    type_dossier(pane)
    pane.screen.late.open_box.setFocus()
    pane.press("Space")
    pane.type_text("08032022")
    pane.press("Return")
    pane.type_text("9h30")
    pane.press("Return")
    pane.type_text("17")
    pane.press("Return")
    pane.type_text("mất điện")
    pane.press("F9")
    saved = pane.saved[-1]
    assert saved.received_at == at(8, 9, 30)
    assert saved.code.split("-")[1] == "220308"
    assert saved.late_entry is not None
    assert (saved.late_entry.kind, saved.late_entry.paper_number) == (LateEntryKind.HAND_WRITTEN, "17")
    assert saved.late_entry.reason == "mất điện"
    pane.screen.clear()


def test_of_a_pile_the_day_and_the_reason_stay(pane: Pane) -> None:
    """Only the number is another one; Esc twice ends it."""
    type_dossier(pane)
    pane.screen.late.open_box.setFocus()
    pane.press("Space")
    pane.type_text("08032022")
    pane.press("Return")
    pane.type_text("9h30")
    pane.press("Return", "Return")
    pane.type_text("mất điện")
    pane.press("F9")
    late = pane.screen.late
    assert (late.is_open, late.day.text(), late.number.text(), late.reason.text()) == (
        True,
        "08/03/2022",
        "",
        "mất điện",
    )
    pane.presenter.discard()
    assert not late.is_open


@pytest.mark.parametrize(
    ("day", "reason", "expected"),
    [("09082030", "mất điện", "sau"), ("08032022", "", "lý do"), ("", "mất điện", "day and the hour")],
)
def test_a_late_entry_that_cannot_be_is_told_beside_it(
    pane: Pane, day: str, reason: str, expected: str
) -> None:
    """A day to come, no reason, no day; nothing is saved."""
    type_dossier(pane)
    late = pane.screen.late
    late.open_box.setFocus()
    pane.press("Space")
    pane.type_text(day)
    late.clock.setFocus()
    pane.type_text("9h30")
    late.reason.setFocus()
    pane.type_text(reason)
    pane.press("F9")
    assert pane.saved == []
    assert expected in (late._moment.remark + late._reason.remark)
    pane.screen.clear()


def test_what_is_out_of_force_passes_with_two_people(pane: Pane) -> None:
    """The reason, a leader, and their PIN; without them it is refused in words."""
    pane.presenter.take_procedure(FORMER_POOR_HOUSEHOLD)
    pane.settle()
    assert "04/2022" in pane.screen.due.words or "03/2022" in pane.screen.due.words
    pane.screen.person.name.setFocus()
    pane.type_text("Đỗ Thị Thử")
    pane.press("F9")
    assert pane.saved == []
    pane.press("Ctrl+O")
    pane.type_text("đã hẹn với công dân")
    pane.press("Return")
    pane.type_text(SUPERVISOR.name)
    pane.press("Return")
    pane.type_text("9999")
    pane.press("F9")
    assert pane.saved == []
    assert pane.screen.override._rows[2].remark
    pane.type_text("3333")
    pane.press("F9")
    override = pane.saved[-1].override
    assert override is not None
    assert (override.reason, override.second) == ("đã hẹn với công dân", SUPERVISOR.id)
    assert not pane.screen.override.isVisible()


def test_a_draft_keeps_all_of_it(pane: Pane) -> None:
    """Channel, portal's code, group and late entry are there again after a power cut."""
    pane.press("Ctrl+G")
    type_dossier(pane)
    go_online(pane)
    pane.screen.more.arrival.portal_code.setFocus()
    pane.type_text("000.00.19.H23-220309-0007")
    pane.screen.late.open_box.setFocus()
    pane.press("Space")
    pane.type_text("08032022")
    pane.press("Return")
    pane.type_text("9h30")
    before = pane.screen.typed()
    pane.presenter.keep_draft()
    pane.settle()
    pane.presenter.open(actor_of(Role.SUPERVISOR))
    pane.open()
    assert pane.screen.typed() == before
    assert before.late is not None
    assert before.group is not None
    pane.screen.clear()


def test_the_relation_is_found_with_a_few_letters(pane: Pane) -> None:
    """Authorised or kin, in the words of the receipt; what is not offered is typed as it is."""
    relations = []
    for typed in ("uy q", "con nuôi"):
        type_dossier(pane)
        pane.screen.more.open_box.setChecked(True)
        pane.screen.more.submitter.setFocus()
        pane.type_text("Hồ Thị Nộp")
        pane.press("Return")
        pane.type_text(typed)
        pane.press("Return", "F9")
        relations.append(pane.saved[-1].submitter_relation)
    assert relations == ["người được ủy quyền", "con nuôi"]


def test_another_submitters_name_does_not_keep_the_number_of_a_card(pane: Pane) -> None:
    """A mended name does: scanners lose marks."""
    numbers = []
    for key, typed in (("End", "h"), ("Ctrl+A", "Bùi Văn Thử")):
        type_dossier(pane)
        pane.screen.more.open_box.setChecked(True)
        pane.screen.more.show_card(Person("Hồ Thị N", personal_id="030190004321"))
        pane.screen.more.submitter.setFocus()
        pane.press(key)
        pane.type_text(typed)
        pane.press("F9")
        submitter = pane.saved[-1].submitter
        assert submitter is not None
        numbers.append((submitter.name, submitter.personal_id))
    assert numbers == [("Hồ Thị Nh", "030190004321"), ("Bùi Văn Thử", "")]


def test_a_late_entry_that_is_half_typed_stays_one_after_a_power_cut(pane: Pane) -> None:
    """It must not come back as a dossier of now."""
    type_dossier(pane)
    pane.screen.late.open_box.setFocus()
    pane.press("Space")
    pane.screen.late.reason.setFocus()
    pane.type_text("mất điện")
    pane.presenter.keep_draft()
    pane.settle()
    pane.presenter.open(actor_of(Role.SUPERVISOR))
    pane.open()
    assert pane.screen.late.is_open
    assert pane.screen.late.reason.text() == "mất điện"
    pane.press("F9")
    assert pane.saved == []
    assert pane.focus is pane.screen.late.day
    pane.screen.clear()
