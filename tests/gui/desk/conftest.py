"""The working window before a counter in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Topic
from cgcounter.gui.desk.presenter import DeskPresenter
from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.gui.lookup.screen import LookupScreen
from tests.gui.whole_office import WholeOffice
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


class WorkingDesk:
    """The desk as it is used: shown, its clerk signed in; scans come from wherever the focus is."""

    def __init__(self, resources: Path, show: Show, qtbot: QtBot) -> None:
        self.office, self._qtbot = WholeOffice(resources), qtbot
        self.screen = DeskScreen()
        self.screen.resize(1346, 700)
        self.presenter = DeskPresenter(self.screen, self.office.stage)
        self.list = self.screen.findChildren(LookupScreen)[0]
        self.locks = 0
        self.presenter.lock_wanted.connect(self._note_lock)
        show(self.screen)
        self.sign_in()

    def _note_lock(self) -> None:
        self.locks += 1

    def sign_in(self, actor: Actor | None = None) -> None:
        """Somebody comes to the counter."""
        self.office.sign_in(actor)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    def receive(self) -> Dossier:
        """A dossier comes in at this counter."""
        dossier = self.office.receive()
        self.office.stage.changes.announce(Topic.DOSSIERS)
        self.settle()
        return dossier

    def press(self, *keys: str) -> None:
        """Press keys, and wait for what comes of each."""
        for key in keys:
            press(self.screen, key)
            self.settle()

    def type_text(self, text: str) -> None:
        """Type letter by letter into whatever has the focus."""
        type_text(self.screen, text)
        self.settle()

    def scan(self, payload: str) -> None:
        """A scanner read something."""
        self.presenter.take_scan(payload)
        self.settle()

    @property
    def task(self) -> str:
        """What kind of task is in front."""
        return type(self.screen.task).__name__

    @property
    def where(self) -> str:
        """Where the next key goes: the search field, the task, the list, or elsewhere."""
        focus = QApplication.focusWidget()
        if focus is self.screen.strip.field:
            return "search"
        if self.screen.is_task_focused:
            return "task"
        return "list" if focus is not None and self.list.isAncestorOf(focus) else "elsewhere"

    @property
    def said(self) -> str:
        """What the status line says was done last."""
        return self.screen.status._message.text()


@pytest.fixture
def desk(qapp: object, resources: Path, show: Show, qtbot: QtBot) -> Iterator[WorkingDesk]:
    """A desk without dossiers, its clerk signed in."""
    desk = WorkingDesk(resources, show, qtbot)
    yield desk
    desk.presenter.put_away()
    desk.settle()
    desk.office.stage.session.leave()
    desk.office.runner.close()
