"""Lists without a tile: results that wait to be fetched, and the processing desk of one's unit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from cgcounter.domain.facts import (
    ApplicantTold,
    HandedOver,
    HandoverAccepted,
    ResultRecorded,
    SupplementRequested,
)
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import StaffMember
from cgcounter.gui.lookup.table_model import Column
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.commands import commands_of
from cgcounter.gui.widgets.status_chip import TONE_ROLE
from cgcounter.services.find_dossiers import Work
from cgcounter.services.ports import View
from tests.gui.counter_office import CLERK, CLERK_AND_PROCESSOR, MORNING, PROCESSOR, SUPERVISOR, CounterOffice
from tests.gui.lookup.conftest import Desk
from tests.typing_keys import press, type_text

OpenDesk = Callable[[], Desk]


def cells(desk: Desk, column: Column, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    """What stands in a column."""
    model = desk.screen.table.model()
    return [model.index(row, column).data(role) for row in range(model.rowCount())]


def title_of(desk: Desk, column: Column) -> str:
    """What stands over a column."""
    return str(desk.screen.table.model().headerData(column, Qt.Orientation.Horizontal))


def keys(desk: Desk, *strokes: str) -> None:
    """Press keys where the focus is, each after the one before was answered."""
    for stroke in strokes:
        press(desk.screen, stroke)
        desk.settle()


def offered(desk: Desk) -> list[str]:
    """The commands of the list that can be run now and that a tile does not have."""
    return [one.text for one in commands_of(desk.screen) if one.enabled and not one.keys[0].startswith("Alt")]


@pytest.fixture
def waiting(office: CounterOffice) -> tuple[DossierId, DossierId]:
    """Two results: the later one was received first."""
    later, sooner = office.receive(1001), office.receive(1002, "Trần Thị Ngóng")
    office.happen(later, HandedOver(MORNING), ResultRecorded(MORNING - timedelta(days=1)))
    office.happen(sooner, HandedOver(MORNING), ResultRecorded(MORNING - timedelta(days=2)))
    return later, sooner


@pytest.fixture
def at_work(office: CounterOffice) -> tuple[DossierId, ...]:
    """Four dossiers handed over within the office, and one that lies at the counter; 1002 is on paper."""
    office.receive(1001)
    dossiers = []
    for serial, days, electronic in ((1002, 3, False), (1003, 1, True), (1004, -1, True), (1005, 0, True)):
        dossier = office.receive(serial)
        office.happen(
            dossier,
            HandedOver(
                MORNING,
                electronic=electronic,
                due_at=MORNING + timedelta(days=days, hours=1),
                to=PROCESSOR.id,
            ),
        )
        dossiers.append(dossier)
    return tuple(dossiers)


def show_work(desk: Desk, work: Work = Work.UNIT) -> None:
    """Open the processing desk."""
    desk.presenter.list_aside(work)
    desk.settle()


def test_who_waits_for_a_result_is_listed_with_the_phone(
    office: CounterOffice, open_desk: OpenDesk, waiting: tuple[DossierId, DossierId]
) -> None:
    """The one that waits longest first, since when, the number to call, and whether they were called."""
    office.happen(waiting[1], ApplicantTold(MORNING))
    desk = open_desk()

    desk.presenter.list_aside(View.WAITING)
    desk.settle()

    assert desk.screen.title == "Results waiting to be fetched, longest first"
    assert desk.codes() == ["…1002", "…1001"]
    assert (title_of(desk, Column.WHO), cells(desk, Column.WHO)) == ("Phone", ["0912000001"] * 2)
    assert (title_of(desk, Column.DUE), cells(desk, Column.DUE)) == ("Waits since", ["08/03", "09/03"])
    assert cells(desk, Column.STATE) == ["Told", "Not told"]
    assert not desk.screen.table.isColumnHidden(Column.WHO)


@pytest.mark.parametrize("note", ["", "Gọi 9 giờ, con gái nghe máy"])
def test_one_key_ticks_off_who_was_told(
    office: CounterOffice, open_desk: OpenDesk, waiting: tuple[DossierId, DossierId], note: str
) -> None:
    """B on the row, or a few words and Enter; the row says so at once and stays chosen."""
    desk = open_desk()
    desk.presenter.list_aside(View.WAITING)
    desk.settle()
    keys(desk, "Down")
    if note:
        desk.screen.row_acts.note.setFocus()
        type_text(desk.screen, note)
        keys(desk, "Return")
    else:
        keys(desk, "B")

    assert cells(desk, Column.STATE) == ["Not told", "Told"]
    assert office.dossier(waiting[0]).told == ApplicantTold(MORNING, note)
    assert desk.screen.notice.words == "Đỗ Đình Đức was told."
    assert desk.screen.row_acts.note.text() == ""
    assert [line.id for line in desk.screen.chosen] == [waiting[0]]
    assert desk.screen.table.hasFocus()


def test_nobody_is_told_twice(
    office: CounterOffice, open_desk: OpenDesk, waiting: tuple[DossierId, DossierId]
) -> None:
    """The second B says that it was done, and writes nothing."""
    desk = open_desk()
    desk.presenter.list_aside(View.WAITING)
    desk.settle()
    keys(desk, "B", "B")
    assert desk.screen.notice.words == "Trần Thị Ngóng was told before."
    assert [type(line.fact) for line in office.dossier(waiting[1]).history].count(ApplicantTold) == 1


def test_letters_in_the_note_are_letters(
    office: CounterOffice, open_desk: OpenDesk, waiting: tuple[DossierId, DossierId]
) -> None:
    """A name with B, M and A in it ticks nothing off and switches nothing."""
    desk = open_desk()
    desk.presenter.list_aside(View.WAITING)
    desk.settle()
    desk.screen.row_acts.note.setFocus()
    type_text(desk.screen, "BaMe ab")
    desk.settle()
    assert desk.screen.row_acts.note.text() == "BaMe ab"
    assert cells(desk, Column.STATE) == ["Not told"] * 2


def test_elsewhere_a_row_tells_of_its_procedure_again(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Esc leads back to everything, without phones and acts."""
    office.receive(1001)
    desk = open_desk()
    desk.presenter.list_aside(View.WAITING)
    desk.settle()
    assert offered(desk) == ["Applicant was told"]

    assert desk.presenter.go_back()
    desk.settle()

    assert cells(desk, Column.PROCEDURE) == ["Đăng ký lại khai sinh"]
    assert desk.screen.table.isColumnHidden(Column.WHO)
    assert offered(desk) == []
    assert not desk.presenter.go_back()


def test_every_row_of_work_shows_one_person_one_task_one_deadline(
    office: CounterOffice, open_desk: OpenDesk, at_work: tuple[DossierId, ...]
) -> None:
    """Overdue first, by the leg's own deadline; on paper or not; what lies at the counter is left out."""
    office.happen(at_work[1], HandoverAccepted(MORNING, office.dossier(at_work[1]).legs[0].id), by=PROCESSOR)
    office.happen(at_work[3], SupplementRequested(MORNING, until=MORNING + timedelta(days=9)), by=PROCESSOR)
    desk = open_desk()

    show_work(desk)

    assert desk.screen.title == "Work of my unit, next deadline first"
    assert desk.codes() == ["…1004", "…1003", "…1002", "…1005"]
    assert title_of(desk, Column.WHO) == "Held by"
    assert cells(desk, Column.WHO) == ["Vũ Thị Ước", "Vũ Thị Ước", "paper: Vũ Thị Ước", "Vũ Thị Ước"]
    assert (title_of(desk, Column.DUE), cells(desk, Column.DUE)) == (
        "Deadline",
        ["past 09/03", "11/03", "13/03", "19/03"],
    )
    assert cells(desk, Column.STATE) == [
        "To be accepted",
        "To be processed",
        "To be accepted",
        "Supplement awaited",
    ]
    assert cells(desk, Column.STATE, TONE_ROLE) == [Tone.ALARM, Tone.FINE, Tone.FINE, Tone.PLAIN]
    assert cells(desk, Column.DUE, Qt.ItemDataRole.ToolTipRole)[0] == "09:15 09/03/2022"


def test_m_shows_only_what_i_hold(
    office: CounterOffice, open_desk: OpenDesk, at_work: tuple[DossierId, ...]
) -> None:
    """And M again all of the unit; an empty list hears the key too."""
    mine = office.receive(1006)
    office.happen(mine, HandedOver(MORNING, to=CLERK_AND_PROCESSOR.id))
    office.sign_in(CLERK_AND_PROCESSOR)
    desk = open_desk()
    show_work(desk)

    keys(desk, "M")
    assert (desk.screen.title, desk.codes()) == ("What I hold, next deadline first", ["…1006"])
    keys(desk, "M")
    assert (desk.screen.title, len(desk.codes())) == ("Work of my unit, next deadline first", 5)

    office.sign_in(SUPERVISOR)
    desk.settle()
    keys(desk, "M")
    assert desk.screen.empty_words.startswith("You hold nothing.")
    keys(desk, "M")
    assert len(desk.codes()) == 5


def test_one_key_accepts_the_row(
    office: CounterOffice, open_desk: OpenDesk, at_work: tuple[DossierId, ...]
) -> None:
    """A takes the dossier, and the row says that it is being processed by whoever pressed it."""
    office.sign_in(CLERK_AND_PROCESSOR)
    desk = open_desk()
    show_work(desk)

    keys(desk, "A")

    assert desk.screen.notice.words == "1 dossier(s) accepted: you hold them now."
    assert cells(desk, Column.WHO)[0] == "Phạm Văn Được"
    assert cells(desk, Column.STATE)[0] == "To be processed"


def test_many_rows_are_accepted_in_one_go(
    office: CounterOffice, open_desk: OpenDesk, at_work: tuple[DossierId, ...]
) -> None:
    """Ctrl+A chooses all of them; those that somebody has accepted before stay with that person."""
    office.happen(at_work[1], HandoverAccepted(MORNING, office.dossier(at_work[1]).legs[0].id), by=PROCESSOR)
    office.sign_in(CLERK_AND_PROCESSOR)
    desk = open_desk()
    show_work(desk)

    keys(desk, "Ctrl+A", "A")

    assert desk.screen.notice.words == "3 dossier(s) accepted: you hold them now."
    held = [office.dossier(one).legs[-1].accepted_by for one in at_work]
    assert held == [CLERK_AND_PROCESSOR.id, PROCESSOR.id, CLERK_AND_PROCESSOR.id, CLERK_AND_PROCESSOR.id]


def test_nothing_is_accepted_where_nothing_waits(
    office: CounterOffice, open_desk: OpenDesk, at_work: tuple[DossierId, ...]
) -> None:
    """A on what is being processed says so."""
    desk = open_desk()
    show_work(desk)
    keys(desk, "A", "A")
    assert desk.screen.notice.words == "Nothing that is chosen waits to be accepted."


@pytest.mark.parametrize(
    ("member", "acts"),
    [
        (CLERK, ["Accept the chosen ones", "Only what I hold"]),
        (PROCESSOR, ["Accept the chosen ones", "Only what I hold"]),
        (SUPERVISOR, ["Only what I hold"]),
    ],
)
def test_only_what_ones_roles_allow_is_offered(
    office: CounterOffice, open_desk: OpenDesk, member: StaffMember, acts: list[str]
) -> None:
    """The others see the list, greyed acts and no more."""
    office.sign_in(member)
    desk = open_desk()
    show_work(desk)
    assert offered(desk) == acts


def test_what_was_accepted_meanwhile_is_told(
    office: CounterOffice, open_desk: OpenDesk, at_work: tuple[DossierId, ...]
) -> None:
    """Somebody was faster: nothing is written, and the rows show how it stands."""
    desk = open_desk()
    show_work(desk)
    office.happen(at_work[2], HandoverAccepted(MORNING, office.dossier(at_work[2]).legs[0].id), by=PROCESSOR)

    keys(desk, "A")

    assert "Chưa có gì thay đổi." in desk.screen.notice.words
    assert cells(desk, Column.STATE)[0] == "To be processed"


def test_who_sent_it_from_elsewhere_is_told_as_such(office: CounterOffice, open_desk: OpenDesk) -> None:
    """A person of another unit is nobody that the list of people here knows."""
    dossier = office.receive(1001)
    office.happen(dossier, HandedOver(MORNING), by=CLERK)
    with office.store.begin() as unit:
        unit.reference.put_staff((PROCESSOR,), at=MORNING)
        unit.commit()
    desk = open_desk()
    show_work(desk)
    assert cells(desk, Column.WHO) == ["who sent it"]
