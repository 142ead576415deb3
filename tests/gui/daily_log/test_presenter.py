"""Tests of the daily log: F6 and P, other days, files, and a printer that fails."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.facts import HandedOver, ResultRecorded, ResultReturned
from cgcounter.domain.forms import DailyLogFacts
from cgcounter.domain.particulars import Fee
from cgcounter.gui.changes import Topic
from cgcounter.gui.daily_log.presenter import DailyLogPresenter
from cgcounter.gui.daily_log.screen import DailyLogScreen
from tests.fakes.fake_forms import FakeForms
from tests.gui.counter_office import MORNING, PROCESSOR
from tests.gui.small_office import SmallOffice
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]
YESTERDAY = MORNING - timedelta(days=1)


@pytest.fixture
def office(qapp: object, resources: Path) -> Iterator[SmallOffice]:
    """A morning with three dossiers received and one returned; of those before, two are overdue."""
    office = SmallOffice(resources)
    office.receive(1001, received_at=MORNING, fee=Fee(12_000))
    office.receive(1002, received_at=MORNING, fee=Fee(0))
    office.receive(1003, received_at=MORNING, fee=Fee(8_000))
    office.receive(1004, received_at=YESTERDAY - timedelta(days=9), due_at=YESTERDAY)
    office.receive(1005, received_at=YESTERDAY, due_at=YESTERDAY + timedelta(hours=1))
    returned = office.receive(1006, received_at=YESTERDAY)
    office.happen(returned, HandedOver(MORNING), ResultRecorded(MORNING), ResultReturned(MORNING))
    office.sign_in()
    yield office
    office.runner.close()


class Window(QStackedWidget):
    """A window with a field of work, and the log behind F6."""

    def __init__(self, office: SmallOffice) -> None:
        super().__init__()
        self.office = office
        self.field, self.log = QLineEdit(), DailyLogScreen()
        work = QWidget()
        QVBoxLayout(work).addWidget(self.field)
        self.addWidget(work)
        self.addWidget(self.log)
        self.presenter = DailyLogPresenter(self.log, office.stage)
        self.presenter.closed.connect(self._close_log)
        for key, slot in (("F6", self._open_log), ("Esc", self._hear_escape)):
            action = QAction(key, self)
            action.setShortcut(key)
            action.triggered.connect(slot)
            self.addAction(action)
        self.escapes = 0

    def _open_log(self) -> None:
        self.presenter.open()
        self.setCurrentWidget(self.log)

    def _close_log(self) -> None:
        self.setCurrentIndex(0)

    def _hear_escape(self) -> None:
        self.escapes += 1

    @property
    def words(self) -> str:
        """All that the log says around its pages."""
        return " ".join(label.text() for label in self.log.findChildren(QLabel) if not label.isHidden())


@pytest.fixture
def window(office: SmallOffice, show: Show) -> Window:
    """The window, at work."""
    window = Window(office)
    window.resize(900, 600)
    show(window)
    window.field.setFocus()
    return window


def settle(qtbot: QtBot, office: SmallOffice) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not office.runner.busy)


def open_log(window: Window, qtbot: QtBot) -> None:
    """Press F6 and wait for the pages."""
    press(window, "F6")
    settle(qtbot, window.office)


def test_two_keys_print_the_log_once(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """F6 and P at once, while the pages are still being made, send exactly one log of today to the printer."""
    office.forms.ready.clear()
    press(window, "F6")
    press(window, "P")
    press(window, "P")
    office.forms.ready.set()
    settle(qtbot, office)

    assert office.printed() == ["DAILY_LOG-20220310"]


def test_the_log_can_be_printed_again(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """Once a print is done, P prints another copy."""
    open_log(window, qtbot)
    for _ in range(2):
        press(window, "P")
        settle(qtbot, office)

    assert len(office.printed()) == 2


def test_the_figures_of_the_day(window: Window, qtbot: QtBot) -> None:
    """Received, returned, overdue, and the fees of what was received, in whole dong."""
    open_log(window, qtbot)
    figures = [
        label.text() for label in window.log.findChildren(QLabel) if label.property("textRole") == "number"
    ]
    assert figures == ["3", "1", "2", "20.000"]


def test_what_is_shown_is_the_log_of_the_day(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """The pane shows the very document of the day, its pages made by the raster at the size it asked for."""
    office.raster.pages_a_document = 2
    open_log(window, qtbot)

    document = window.log.pane.document
    assert document is not None
    facts = office.forms.rendered[-1]
    assert isinstance(facts, DailyLogFacts)
    assert facts.day == date(2022, 3, 10)
    assert document.pdf == FakeForms().render(facts)
    assert "Page 1 of 2" in window.words
    assert office.raster.asked[-1] == window.log.pane._view._wanted_dpi()


def test_keys_lead_to_other_days(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """Left shows the day before, Right the day after, T today; there is no log of tomorrow."""
    open_log(window, qtbot)
    assert "Thursday 10/03/2022" in window.words
    press(window, "Left")
    press(window, "Left")
    press(window, "Right")
    settle(qtbot, office)
    assert "Wednesday 09/03/2022" in window.words
    press(window, "P")
    settle(qtbot, office)
    assert office.printed() == ["DAILY_LOG-20220309"]

    press(window, "T")
    press(window, "Right")
    settle(qtbot, office)
    assert "Thursday 10/03/2022" in window.words


def test_a_printer_that_fails_loses_nothing(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """The failure is told in words, the log stays, and P prints once the printer is well again."""
    office.printers.printer.fails_with = "paper jam"
    open_log(window, qtbot)
    press(window, "P")
    settle(qtbot, office)
    assert "Máy in không nhận giấy này (paper jam)" in window.words
    assert "press P to print again" in window.words
    assert window.log.pane.document is not None

    office.printers.printer.fails_with = ""
    press(window, "P")
    settle(qtbot, office)
    assert len(office.printed()) == 1
    assert "is printed" in window.words


def test_escape_closes_the_log_only(window: Window, qtbot: QtBot) -> None:
    """Esc leads back to the work and its focus, although the window has an Esc of its own."""
    open_log(window, qtbot)
    press(window, "Esc")

    assert window.currentIndex() == 0
    assert window.field.hasFocus()
    assert window.escapes == 0


def test_the_log_is_saved_to_a_folder(
    window: Window, office: SmallOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    """S asks for a folder, Enter writes the very bytes that are shown, and P is heard again at once."""
    open_log(window, qtbot)
    press(window, "S")
    type_text(window, str(tmp_path))
    press(window, "Return")
    settle(qtbot, office)

    shown = window.log.pane.document
    assert shown is not None
    assert (tmp_path / "DAILY_LOG-20220310.pdf").read_bytes() == shown.pdf
    assert f"Saved as {tmp_path}" in window.words
    press(window, "P")
    settle(qtbot, office)
    assert len(office.printed()) == 1


def test_a_folder_that_cannot_be_written_is_told(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """Where no file can be written the screen says so and asks again; Esc leaves the question, not the log."""
    open_log(window, qtbot)
    press(window, "S")
    type_text(window, "/no such folder")
    press(window, "Return")
    settle(qtbot, office)
    assert "could not be written" in window.words

    press(window, "Esc")
    assert window.currentWidget() is window.log
    press(window, "Esc")
    assert window.currentIndex() == 0


def test_nothing_is_saved_before_there_is_a_document(
    window: Window, office: SmallOffice, qtbot: QtBot
) -> None:
    """S does nothing while the pages are being made."""
    office.forms.ready.clear()
    press(window, "F6")
    press(window, "S")
    folder = window.log.findChild(QLineEdit)
    assert folder is not None
    assert not folder.isVisible()
    office.forms.ready.set()
    settle(qtbot, office)


def test_an_act_renews_the_log_in_view(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """What another screen or a counter did while the log is open shows in it."""
    open_log(window, qtbot)
    office.receive(1007, received_at=MORNING)
    office.stage.changes.announce(Topic.DOSSIERS, initiator=QObject())
    settle(qtbot, office)
    assert "4" in [label.text() for label in window.log.findChildren(QLabel)]


def test_who_may_not_read_the_log_sees_why(window: Window, office: SmallOffice, qtbot: QtBot) -> None:
    """When a person without the role signs in, the open log makes place for the reason."""
    open_log(window, qtbot)
    office.stage.session.leave()
    office.sign_in(PROCESSOR)
    settle(qtbot, office)

    assert window.log.pane.document is None
    assert "công chức tiếp nhận" in window.log.pane._view.accessibleDescription()
