"""The screen of people before the real use cases, its keeper signed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.staff import StaffMember
from cgcounter.gui.changes import Change
from cgcounter.gui.staff.presenter import StaffPresenter
from cgcounter.gui.staff.screen import StaffScreen
from cgcounter.gui.widgets.page import Page
from tests.gui.whole_office import WholeOffice
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


@pytest.fixture
def office(qapp: object, resources: Path) -> Iterator[WholeOffice]:
    """An office of five, its administrator signed in."""
    office = WholeOffice(resources)
    office.sign_in(office.administrator)
    yield office
    office.runner.close()


class People:
    """The screen as it is used, and what was told to others."""

    def __init__(self, office: WholeOffice, show: Show, qtbot: QtBot) -> None:
        self.office, self._qtbot = office, qtbot
        self.screen = StaffScreen()
        self.screen.resize(1366, 728)
        self.presenter = StaffPresenter(self.screen, office.stage)
        self.told: list[Change] = []
        self.closings = 0
        office.stage.changes.changed.connect(self.told.append)
        self.presenter.closed.connect(self._note_closing)
        show(self.screen)
        self.presenter.open()
        self.settle()

    def _note_closing(self) -> None:
        self.closings += 1

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    def keys(self, *strokes: str) -> None:
        """Press keys one after the other; what stands in quotes is typed."""
        for stroke in strokes:
            if stroke.startswith("'"):
                type_text(self.screen, stroke.strip("'"))
            else:
                press(self.screen, stroke)
            self.settle()

    def shows_list(self) -> bool:
        """Whether the list is in front, ready for the next key."""
        return self.screen.currentWidget() is self.screen.people and self.screen.people.table.hasFocus()

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """The list as it is shown."""
        model = self.screen.people.table.model()
        cells = [[str(model.index(row, at).data()) for at in range(3)] for row in range(model.rowCount())]
        return [(name, roles, state) for name, roles, state in cells]

    @property
    def pointed_at(self) -> str:
        """The name in the row that is marked."""
        table = self.screen.people.table
        return str(table.currentIndex().siblingAtColumn(0).data(Qt.ItemDataRole.DisplayRole))

    @property
    def remarks(self) -> list[str]:
        """What the page in front says beside its fields, hints left out."""
        labels = self.screen.findChildren(QLabel)
        return [
            label.text() for label in labels if label.isVisible() and label.property("textRole") == "error"
        ]

    @property
    def notice(self) -> str:
        """What stands over the list or the page in front."""
        front = self.screen.currentWidget()
        return front.notice.words if isinstance(front, Page) else self.screen.people.notice.words

    def kept(self) -> tuple[StaffMember, ...]:
        """The list as the data file has it."""
        with self.office.store.look() as reading:
            return reading.reference.staff()


@pytest.fixture
def open_screen(office: WholeOffice, show: Show, qtbot: QtBot) -> Callable[[], People]:
    """Opens the screen once the test has said who is there."""
    return lambda: People(office, show, qtbot)


@pytest.fixture
def people(office: WholeOffice, show: Show, qtbot: QtBot) -> People:
    """The list of the office's five."""
    return People(office, show, qtbot)
