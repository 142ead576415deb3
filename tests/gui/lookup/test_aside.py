"""Lists without a tile: results that wait to be fetched, and the work of the office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from cgcounter.domain.facts import ApplicantTold, HandedOver, ResultRecorded
from cgcounter.gui.lookup.table_model import Column
from cgcounter.services.find_dossiers import Work
from cgcounter.services.ports import View
from tests.gui.counter_office import MORNING, CounterOffice
from tests.gui.lookup.conftest import Desk

OpenDesk = Callable[[], Desk]


def cells(desk: Desk, column: Column) -> list[str]:
    """What stands in a column."""
    model = desk.screen.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_who_waits_for_a_result_is_listed_with_the_phone(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The one that waits longest first, with the number to call, and whether they were called."""
    later, told = office.receive(1001), office.receive(1002)
    office.happen(later, HandedOver(MORNING), ResultRecorded(MORNING + timedelta(hours=3)))
    office.happen(told, HandedOver(MORNING), ResultRecorded(MORNING + timedelta(hours=1)))
    office.happen(told, ApplicantTold(MORNING))
    desk = open_desk()

    desk.presenter.list_aside(View.WAITING)
    desk.settle()

    assert desk.screen.title == "Results waiting to be fetched, longest first"
    assert desk.codes() == ["…1002", "…1001"]
    assert cells(desk, Column.PROCEDURE) == ["0912000001"] * 2
    assert cells(desk, Column.STATE) == ["Told", "Not told"]
    header = desk.screen.table.model().headerData(Column.PROCEDURE, Qt.Orientation.Horizontal)
    assert header == "Phone"


def test_elsewhere_a_row_tells_its_procedure_again(office: CounterOffice, open_desk: OpenDesk) -> None:
    """Esc leads back to everything, with the procedures in their column."""
    office.receive(1001)
    desk = open_desk()
    desk.presenter.list_aside(View.WAITING)
    desk.settle()

    assert desk.presenter.go_back()
    desk.settle()

    assert cells(desk, Column.PROCEDURE) == ["Đăng ký lại khai sinh"]
    assert not desk.presenter.go_back()


def test_the_work_of_the_office_is_listed_by_its_deadlines(
    office: CounterOffice, open_desk: OpenDesk
) -> None:
    """What was handed over within the office, the next deadline first; what lies at the counter is left out."""
    office.receive(1001)
    for serial, days in ((1002, 3), (1003, 1)):
        dossier = office.receive(serial)
        office.happen(dossier, HandedOver(MORNING, due_at=MORNING + timedelta(days=days)))
    desk = open_desk()

    desk.presenter.list_aside(Work.UNIT)
    desk.settle()

    assert desk.codes() == ["…1003", "…1002"]
