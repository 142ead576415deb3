"""The pane of books before a counter in memory, in a window with a field of work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.facts import HandedOver
from cgcounter.domain.procedures import Level, Procedure
from cgcounter.domain.tables import Confidence
from cgcounter.gui.books.presenter import BooksPresenter
from cgcounter.gui.books.screen import BooksScreen
from tests.gui.counter_office import CERTIFIED_COPY, MORNING
from tests.gui.small_office import SmallOffice

Show = Callable[[QWidget], None]


def procedure(code: str, field: str, confidence: Confidence | None = None) -> Procedure:
    """A procedure of the commune."""
    return Procedure(
        code=code,
        name=f"Thủ tục {code}",
        field=field,
        level=Level.COMMUNE,
        duration_kind=DurationKind.SAME_DAY,
        duration=Duration(DurationKind.SAME_DAY),
        confidence=confidence,
    )


@pytest.fixture
def office(qapp: object, resources: Path) -> Iterator[SmallOffice]:
    """On Thursday three dossiers: two of civil status, one copy; another one came in February."""
    office = SmallOffice(resources)
    office.receive(1001)
    office.receive(1002)
    office.receive(1003, procedure=CERTIFIED_COPY)
    office.receive(1004, received_at=MORNING - timedelta(days=20))
    office.offer(
        (
            procedure("1.004884", "Hộ tịch"),
            procedure("1.000001", "Hộ tịch", Confidence.MEMORY),
            procedure("2.000815", "Chứng thực"),
        )
    )
    office.sign_in()
    yield office
    office.runner.close()


def hand_over_on_paper(office: SmallOffice, serial: int) -> None:
    """A dossier goes to the department of justice on paper."""
    dossier = next(one.dossier for one in office.store.contents.events if one.dossier.int == serial)
    fact = HandedOver(MORNING, unit="phong-tu-phap", unit_name="Phòng Tư pháp", electronic=False)
    office.happen(dossier, fact)


class Window(QStackedWidget):
    """A window with a field of work, and the books behind Ctrl+F6."""

    def __init__(self, office: SmallOffice, qtbot: QtBot) -> None:
        super().__init__()
        self.office, self._qtbot = office, qtbot
        self.field, self.books = QLineEdit(), BooksScreen()
        work = QWidget()
        QVBoxLayout(work).addWidget(self.field)
        self.addWidget(work)
        self.addWidget(self.books)
        self.presenter = BooksPresenter(self.books, office.stage)
        self.presenter.closed.connect(self._close_books)
        self.escapes = 0
        for key, slot in (("Ctrl+F6", self._open_books), ("Esc", self._hear_escape)):
            action = QAction(key, self)
            action.setShortcut(key)
            action.triggered.connect(slot)
            self.addAction(action)

    def _open_books(self) -> None:
        self.setCurrentWidget(self.books)
        self.presenter.open()

    def _close_books(self) -> None:
        self.setCurrentIndex(0)

    def _hear_escape(self) -> None:
        self.escapes += 1

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    @property
    def words(self) -> str:
        """All that the pane says around its pages, and in their place."""
        labels = [label.text() for label in self.books.findChildren(QLabel) if label.isVisible()]
        return " ".join([*labels, self.books.pane._view.accessibleDescription()])

    @property
    def focus_name(self) -> str:
        """What the widget with the focus is called."""
        focus = QApplication.focusWidget()
        return focus.accessibleName() if focus is not None else ""


@pytest.fixture
def window(office: SmallOffice, show: Show, qtbot: QtBot) -> Window:
    """The window, at work."""
    window = Window(office, qtbot)
    window.resize(1340, 640)
    show(window)
    window.field.setFocus()
    return window
