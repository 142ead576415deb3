"""The card before a counter in memory."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.dossier import Status
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import StaffMember
from cgcounter.gui.changes import Change
from cgcounter.gui.result_return.presenter import ResultReturnPresenter
from cgcounter.gui.result_return.screen import DossierCard
from tests.gui.counter_office import CLERK, CounterOffice

Show = Callable[[QWidget], None]


@pytest.fixture
def office(qapp: object, resources: Path) -> Iterator[CounterOffice]:
    """A counter without dossiers, its clerk signed in."""
    office = CounterOffice(resources)
    office.sign_in()
    yield office
    office.runner.close()


class Desk(QWidget):
    """The card as it is used, beside a field that stands for the search strip; and what it has told."""

    def __init__(self, office: CounterOffice, qtbot: QtBot) -> None:
        super().__init__()
        self.office, self._qtbot = office, qtbot
        self.strip, self.card = QLineEdit(), DossierCard()
        layout = QVBoxLayout(self)
        layout.addWidget(self.strip)
        layout.addWidget(self.card, 1)
        self.resize(640, 640)
        self.presenter = ResultReturnPresenter(self.card, office.stage)
        self.told: list[object] = []
        self.changes: list[Change] = []
        self.presenter.closed.connect(self._note_closing)
        self.presenter.print_wanted.connect(self.told.append)
        self.presenter.preview_wanted.connect(self.told.append)
        office.changes.changed.connect(self.changes.append)

    def _note_closing(self) -> None:
        self.told.append("closed")

    def open(self, dossier: DossierId) -> None:
        """Open a dossier, as the search does."""
        self.presenter.open(dossier)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    def status(self, dossier: DossierId) -> Status:
        """How the dossier stands in the store."""
        return self.office.dossier(dossier).status

    @property
    def focus_words(self) -> str:
        """What the widget with the focus is called."""
        focus = QApplication.focusWidget()
        return focus.accessibleName() if focus is not None else ""


@pytest.fixture
def open_desk(office: CounterOffice, show: Show, qtbot: QtBot) -> Callable[..., Desk]:
    """Shows the desk, with this person signed in."""

    def open_for(member: StaffMember = CLERK) -> Desk:
        office.sign_in(member)
        desk = Desk(office, qtbot)
        show(desk)
        desk.strip.setFocus()
        return desk

    return open_for
