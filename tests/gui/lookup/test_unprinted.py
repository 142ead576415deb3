"""Tests of the list of what waits for its receipt, before the real use cases."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from cgcounter.domain.facts import FormPrinted
from cgcounter.domain.particulars import DossierId
from cgcounter.gui.changes import Topic
from cgcounter.services.ports import View
from tests.gui.counter_office import MORNING, CounterOffice
from tests.gui.lookup.conftest import Desk
from tests.typing_keys import press

OpenDesk = Callable[[], Desk]
DAY = timedelta(days=1)
RECEIPT_PRINTED = FormPrinted(MORNING, "RECEIPT", 1, bytes(32))


def fill(office: CounterOffice) -> None:
    """Four dossiers of four days without a receipt."""
    office.receive(1001, "Đỗ Đình Đức", received_at=MORNING - 9 * DAY)
    office.receive(1002, "Trần Thị Dương", received_at=MORNING - 2 * DAY, due_at=MORNING + DAY / 4)
    office.receive(1003, "Nguyễn Văn Ẩn")
    office.receive(1006, "Bùi Văn Ếch", received_at=MORNING - DAY)


def test_what_waits_for_its_receipt_is_listed_under_a_heading(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """Dossiers of every day without a receipt, newest first, the first one marked for arrows and Enter; no tile."""
    fill(office)
    office.happen(DossierId(UUID(int=1003)), RECEIPT_PRINTED)
    desk = open_desk()
    press(desk.screen, "Alt+2")
    desk.settle()

    desk.presenter.list_aside(View.UNPRINTED)
    desk.settle()

    assert desk.codes() == ["…1006", "…1002", "…1001"]
    assert desk.screen.title == "Receipts not yet printed"
    assert desk.screen.tiles.choice is None
    assert desk.screen.table.hasFocus()
    press(desk.screen, "Down")
    press(desk.screen, "Return")
    assert desk.opened == [DossierId(UUID(int=1002))]


def test_a_receipt_that_is_printed_leaves_its_list(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The list follows the printer until it is empty, and then says so."""
    waiting = office.receive(1001)
    desk = open_desk()
    desk.presenter.list_aside(View.UNPRINTED)
    desk.settle()
    assert desk.codes() == ["…1001"]

    office.happen(waiting, RECEIPT_PRINTED)
    office.changes.announce(Topic.DOSSIERS)
    desk.settle()

    assert desk.codes() == []
    assert desk.screen.empty_words.startswith("Every receipt is printed.")


def test_esc_leads_from_what_waits_back_to_everything(office: CounterOffice, open_desk: OpenDesk) -> None:
    """One level a press: from hits to what waits for its receipt, from there to all dossiers."""
    fill(office)
    desk = open_desk()
    desk.presenter.list_aside(View.UNPRINTED)
    desk.settle()
    desk.presenter.search("Ẩn")
    desk.settle()
    assert desk.codes() == ["…1003"]

    press(desk.screen, "Esc")
    desk.settle()
    assert desk.screen.title == "Receipts not yet printed"
    press(desk.screen, "Esc")
    desk.settle()
    assert desk.screen.title == "All dossiers, newest first"
    assert not desk.presenter.go_back()


def test_whoever_types_on_keeps_the_focus(office: CounterOffice, open_desk: OpenDesk) -> None:
    """What was wished before a search began does not take the focus from the search."""
    fill(office)
    desk = open_desk()
    field = QLineEdit(desk.screen)
    field.show()
    field.setFocus()
    desk.presenter.list_aside(View.UNPRINTED)
    desk.presenter.search("Ẩn")
    desk.settle()
    assert desk.codes() == ["…1003"]
    assert field.hasFocus()
