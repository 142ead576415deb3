"""The screen of tables to take in before the real use cases and real files, its administrator signed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event as Gate

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.app.reference_files import read_table_file
from cgcounter.domain.catalogue_tables import Rows
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Change
from cgcounter.gui.table_import.presenter import TableImportPresenter
from cgcounter.gui.table_import.screen import TableImportScreen
from cgcounter.services.import_change import ImportChange
from cgcounter.services.ports import CodeMarks, Progress, untold
from cgcounter.services.take_over_dossiers import TakeOverDossiers
from cgcounter.services.workplace import Workplace
from tests.gui.whole_office import WholeOffice
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]
KINDS = ("catalogue", "calendar", "units", "dossiers")


@pytest.fixture
def office(qapp: object, resources: Path) -> Iterator[WholeOffice]:
    """An office of five, its administrator signed in."""
    office = WholeOffice(resources)
    office.sign_in(office.administrator)
    yield office
    office.runner.close()


class Import:
    """The screen as it is used, and what was told to others."""

    def __init__(self, office: WholeOffice, show: Show, qtbot: QtBot) -> None:
        self.office, self._qtbot = office, qtbot
        self.screen = TableImportScreen()
        self.screen.resize(1366, 728)
        self.presenter = TableImportPresenter(self.screen, office.stage, read_table_file)
        self.told: list[Change] = []
        self.closings = 0
        office.stage.changes.changed.connect(self.told.append)
        self.presenter.closed.connect(self._note_closing)
        show(self.screen)
        self.presenter.open()

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

    def look(self, kind: str, file: Path | str) -> None:
        """Choose a kind by the arrow keys, type the path, Enter."""
        down = ("Down",) * KINDS.index(kind)
        self.keys("Home", *down, "Return", "Ctrl+A", "Backspace", f"'{file}'", "Return")

    @property
    def found(self) -> list[str]:
        """What is said of the file."""
        return self.screen.preview.found

    @property
    def refused(self) -> list[str]:
        """The rows that are not taken."""
        return self.screen.preview.refused_rows

    @property
    def notice(self) -> str:
        """What stands over the preview."""
        return self.screen.preview.notice.words

    @property
    def remarks(self) -> list[str]:
        """What the page in front says beside its fields, hints left out."""
        labels = self.screen.findChildren(QLabel)
        return [
            label.text() for label in labels if label.isVisible() and label.property("textRole") == "error"
        ]

    def shows(self, step: QWidget) -> bool:
        """Whether this step is in front."""
        return self.screen.currentWidget() is step

    @property
    def may_take(self) -> bool:
        """Whether F9 does anything."""
        return self.screen.preview.take.isEnabled()


@pytest.fixture
def taking(office: WholeOffice, show: Show, qtbot: QtBot) -> Import:
    """The screen at its first step."""
    return Import(office, show, qtbot)


class HeldTakeOver(TakeOverDossiers):
    """The real take-over, which a test can hold after its first row."""

    def __init__(self, workplace: Workplace, marks: CodeMarks) -> None:
        super().__init__(workplace, marks)
        self._gate, self.reached = Gate(), Gate()
        self.open()

    def close(self) -> None:
        """Wait after the first row from now on."""
        self._gate.clear()
        self.reached.clear()

    def open(self) -> None:
        """Wait no more."""
        self._gate.set()

    def __call__(
        self, actor: Actor, rows: Rows, *, source: str, dry_run: bool, progress: Progress = untold
    ) -> ImportChange:
        def held(done: int, of: int) -> None:
            if done == 1:
                self.reached.set()
                self._gate.wait(10)
            progress(done, of)

        return super().__call__(actor, rows, source=source, dry_run=dry_run, progress=held)


class Held:
    """The screen over a take-over that can be held."""

    def __init__(self, office: WholeOffice, show: Show, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.work = HeldTakeOver(office.workplace, office.marks)
        tables = replace(office.cases.tables, dossiers=self.work)
        office.stage = office.stage._replace(cases=office.cases._replace(tables=tables))
        self.taking = Import(office, show, qtbot)

    def wait(self) -> None:
        """Until the first row is done."""
        self._qtbot.waitUntil(self.work.reached.is_set)


@pytest.fixture
def held(office: WholeOffice, show: Show, qtbot: QtBot) -> Iterator[Held]:
    """The screen at its first step."""
    held = Held(office, show, qtbot)
    yield held
    held.work.open()
