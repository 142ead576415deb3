"""The screen of the calendar before the real use cases, its administrator signed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.calendar import CalendarDay, WorkingCalendar
from cgcounter.gui.calendar.presenter import CalendarPresenter
from cgcounter.gui.calendar.screen import CalendarScreen
from cgcounter.gui.changes import Change
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


class Calendar:
    """The screen as it is used, and what was told to others."""

    def __init__(self, office: WholeOffice, show: Show, qtbot: QtBot, days: tuple[CalendarDay, ...]) -> None:
        self.office, self._qtbot = office, qtbot
        self.keep(*days)
        self.screen = CalendarScreen()
        self.screen.resize(1366, 728)
        self.presenter = CalendarPresenter(self.screen, office.stage)
        self.told: list[Change] = []
        self.closings = 0
        office.stage.changes.changed.connect(self.told.append)
        self.presenter.closed.connect(self._note_closing)
        show(self.screen)
        self.presenter.open()
        self.settle()

    def _note_closing(self) -> None:
        self.closings += 1

    def keep(self, *days: CalendarDay) -> None:
        """Let the office work by these days, as if they came from elsewhere."""
        with self.office.store.begin() as unit:
            unit.reference.put_calendar(WorkingCalendar(days), source="x", at=self.office.clock.now())
            unit.commit()

    def stored(self) -> tuple[CalendarDay, ...]:
        """The days as the data file has them."""
        with self.office.store.look() as reading:
            return reading.reference.calendar().days

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

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The table as it is shown."""
        model = self.screen.days.table.model()
        return [
            tuple(str(model.index(row, at).data()) for at in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    @property
    def pointed_at(self) -> str:
        """The day in the row that is marked."""
        return str(self.screen.days.table.currentIndex().siblingAtColumn(0).data())

    @property
    def remarks(self) -> list[str]:
        """What the page in front says beside its fields, hints left out."""
        labels = self.screen.findChildren(QLabel)
        return [
            label.text() for label in labels if label.isVisible() and label.property("textRole") == "error"
        ]

    @property
    def notice(self) -> str:
        """What stands over the days or the page in front."""
        front = self.screen.currentWidget()
        return front.notice.words if isinstance(front, Page) else self.screen.days.notice.words

    def shows(self, part: QWidget) -> bool:
        """Whether this part is in front."""
        return self.screen.currentWidget() is part


@pytest.fixture
def open_calendar(office: WholeOffice, show: Show, qtbot: QtBot) -> Callable[..., Calendar]:
    """Opens the screen over these days."""
    return lambda *days: Calendar(office, show, qtbot, days)
