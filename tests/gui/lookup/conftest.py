"""The list before a counter in memory."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cgcounter.gui.lookup.presenter import LookupPresenter
from cgcounter.gui.lookup.screen import LookupScreen
from tests.gui.counter_office import CounterOffice

Show = Callable[[QWidget], None]


@pytest.fixture
def office(qapp: object, resources: Path) -> Iterator[CounterOffice]:
    """A counter without dossiers, its clerk signed in."""
    office = CounterOffice(resources)
    office.sign_in()
    yield office
    office.runner.close()


class Desk:
    """The list as it is used: shown, with its presenter, and what that has told."""

    def __init__(self, office: CounterOffice, show: Show, qtbot: QtBot) -> None:
        self.office, self._qtbot = office, qtbot
        self.screen = LookupScreen()
        self.screen.resize(700, 560)
        self.presenter = LookupPresenter(self.screen, office.stage)
        self.opened: list[object] = []
        self.cards: list[object] = []
        self.procedures: list[object] = []
        self.left: list[bool] = []
        self.presenter.dossier_opened.connect(self.opened.append)
        self.presenter.card_read.connect(self.cards.append)
        self.presenter.procedure_named.connect(self.procedures.append)
        self.presenter.search_left.connect(self._note_leaving)
        show(self.screen)
        self.settle()

    def _note_leaving(self) -> None:
        self.left.append(True)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    def codes(self) -> list[str]:
        """The first column as it is shown."""
        model = self.screen.table.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def open_desk(office: CounterOffice, show: Show, qtbot: QtBot) -> Callable[[], Desk]:
    """Opens the list once the test has put its dossiers into the store."""
    return lambda: Desk(office, show, qtbot)
