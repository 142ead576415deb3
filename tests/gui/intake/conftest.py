"""The intake pane before a counter in memory."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.domain.dossier import Dossier
from cgcounter.gui.intake.presenter import IntakePresenter
from cgcounter.gui.intake.screen import IntakeScreen
from tests.gui.whole_office import WholeOffice
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


@pytest.fixture
def office(qapp: object, resources: Path) -> Iterator[WholeOffice]:
    """A counter without dossiers, its clerk signed in."""
    office = WholeOffice(resources)
    office.sign_in()
    yield office
    office.runner.close()


class Pane:
    """The intake pane as it is used: shown, with its presenter, and what that has told."""

    def __init__(self, office: WholeOffice, show: Show, qtbot: QtBot) -> None:
        self.office, self._qtbot = office, qtbot
        self.screen = IntakeScreen()
        self.screen.resize(700, 640)
        self.presenter = IntakePresenter(self.screen, office.stage)
        self.saved: list[Dossier] = []
        self.to_print: list[object] = []
        self.presenter.saved.connect(self.saved.append)
        self.presenter.print_wanted.connect(self.to_print.append)
        show(self.screen)
        self.open()

    def open(self) -> None:
        """The clerk signs in."""
        self.presenter.open(self.office.clerk)
        self.settle()
        self.screen.start()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.office.runner.busy)

    def press(self, *keys: str) -> None:
        """Press keys as the help writes them, and wait for what comes of each."""
        for key in keys:
            press(self.screen, key)
            self.settle()

    def type_text(self, text: str) -> None:
        """Type letter by letter into whatever has the focus."""
        type_text(self.screen, text)
        self.settle()

    def pick(self, code: str) -> None:
        """Type the code of a procedure, and take it."""
        self.type_text(code)
        self.press("Return")

    @property
    def focus(self) -> QWidget | None:
        """The field that the next key goes to."""
        return QApplication.focusWidget()


@pytest.fixture
def pane(office: WholeOffice, show: Show, qtbot: QtBot) -> Pane:
    """An empty pane, the focus where an intake begins."""
    return Pane(office, show, qtbot)
