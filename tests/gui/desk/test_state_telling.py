"""Who keeps the status line up to date: at every sign-in, every minute, and when what it tells has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Topic
from cgcounter.gui.desk.state_telling import StateTelling
from cgcounter.gui.desk.status_line import StatusLine
from cgcounter.services.ports import DataFileError
from cgcounter.services.tell_state import DeskState, TellState
from tests.gui.whole_office import WholeOffice


class CountedTelling(TellState):
    """Counts how often it was asked, and can be told to fail."""

    asked = 0
    failure: DataFileError | None = None

    def __call__(self, actor: Actor) -> DeskState:
        self.asked += 1
        if self.failure is not None:
            raise self.failure
        return super().__call__(actor)


class Told:
    """A status line with the one who keeps it."""

    def __init__(self, resources: Path, qtbot: QtBot) -> None:
        self.office, self._qtbot = WholeOffice(resources), qtbot
        self.tell = CountedTelling(self.office.workplace, self.office.printers, self.office.backups)
        stage = self.office.stage
        self.line = StatusLine()
        self.telling = StateTelling(
            self.line, stage._replace(cases=stage.cases._replace(tell_state=self.tell))
        )
        (self.timer,) = self.telling.findChildren(QTimer)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)


@pytest.fixture
def told(resources: Path, show: Callable[[QWidget], None], qtbot: QtBot) -> Iterator[Told]:
    """Nobody is in yet."""
    told = Told(resources, qtbot)
    show(told.line)
    yield told
    told.office.stage.session.leave()
    told.office.runner.close()


def test_who_signs_in_is_named_at_once(told: Told) -> None:
    """Counter, clerk, printer, backup; then every minute anew."""
    told.office.sign_in()
    told.settle()
    assert told.line.words == "Quầy 1 · Lê Thị Ẩn · Printer: Máy in thử · No backup yet"
    assert told.timer.isActive()
    assert told.timer.interval() == 60_000
    told.timer.timeout.emit()
    told.settle()
    assert told.tell.asked == 2


@pytest.mark.parametrize(
    ("topic", "asks"),
    [
        (Topic.DOSSIERS, 1),
        (Topic.PRINTING, 1),
        (Topic.SETTINGS, 1),
        (Topic.STAFF, 0),
        (Topic.CATALOGUE, 0),
    ],
)
def test_what_changes_the_line_is_heeded(told: Told, topic: Topic, asks: int) -> None:
    """What it does not tell of is none of its business."""
    told.office.sign_in()
    told.settle()
    before = told.tell.asked
    told.office.stage.changes.announce(topic)
    told.settle()
    assert told.tell.asked - before == asks


def test_a_receipt_that_is_owed_is_counted(told: Told) -> None:
    """As soon as a dossier is saved and not printed."""
    told.office.sign_in()
    told.office.receive()
    told.office.stage.changes.announce(Topic.DOSSIERS)
    told.settle()
    assert told.line.unprinted_words == "Not printed: 1  Alt+5"


def test_a_locked_window_asks_nothing(told: Told) -> None:
    """Whatever changes meanwhile; the clock of the minute stands too."""
    told.office.sign_in()
    told.settle()
    told.office.stage.session.leave()
    told.office.stage.changes.announce(Topic.DOSSIERS)
    told.settle()
    assert told.tell.asked == 1
    assert not told.timer.isActive()


def test_what_cannot_be_told_leaves_the_last_words(told: Told) -> None:
    """Who does something next is told what is wrong."""
    told.office.sign_in()
    told.settle()
    words = told.line.words
    told.tell.failure = DataFileError()
    told.office.stage.changes.announce(Topic.DOSSIERS)
    told.settle()
    assert told.line.words == words
