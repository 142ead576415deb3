"""The first run on screen before a store in memory: its keys, its words, and what it told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.app.reference_files import read_catalogue_rows, seed_data
from cgcounter.domain.errors import CounterError
from cgcounter.domain.offices import Counter, Office
from cgcounter.gui.set_up.presenter import NewOffice, SetUpParts, SetUpPresenter
from cgcounter.gui.set_up.screen import SetUpScreen
from cgcounter.services.import_catalogue import CataloguePreview, preview_catalogue
from cgcounter.services.ports import DataFileError
from cgcounter.services.print_form import Rendered
from cgcounter.services.set_up_office import SetUpOffice
from cgcounter.services.workplace import Workplace
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_ids import FakeIds
from tests.fakes.fake_pins import FakePins
from tests.fakes.fake_store import FakeStore
from tests.gui.equipment.machine import TriedMachine, moment
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]

TO_OFFICE = ("1", "2")
TO_COUNTER = (*TO_OFFICE, "'cao an'", "Return", "Return", "Return", "Return")
TO_CODE = (*TO_COUNTER, "Return")
TO_PERSON = (*TO_CODE, "'h23.12.3'", "Return", "Return", "Backspace", "'2'", "Return")
PAST_ROLES = ("Return",) * 6
TO_PRINTERS = (*TO_PERSON, "'Lê Thị Ẩn'", *PAST_ROLES, "'1234'", "Return", "'1234'", "Return")
TO_SCANNER = (*TO_PRINTERS, "Alt+S")
TO_BACKUPS = (*TO_SCANNER, "Alt+S")
TO_CATALOGUE = (*TO_BACKUPS, "Alt+S")
TO_SHEET = (*TO_CATALOGUE, "Alt+S")


class Sheets:
    """Makes recovery sheets and prints them, unless something is in the way."""

    def __init__(self) -> None:
        self.problem: CounterError | None = None
        self.printed: list[Rendered] = []

    def make(self, office: Office, counter: Counter) -> Rendered:
        if isinstance(self.problem, DataFileError):
            raise self.problem
        return Rendered(f"sheet of {office.place} {counter.slot}".encode(), "RECOVERY_SHEET")

    def print(self, sheet: Rendered) -> None:
        if self.problem is not None:
            raise self.problem
        self.printed.append(sheet)


class FirstRun:
    """The set-up on screen, and what it said."""

    def __init__(self, resources: Path, qtbot: QtBot) -> None:
        self.sheets, self.store, self.machine = Sheets(), FakeStore(), TriedMachine(resources, qtbot)
        self.seed = seed_data(resources)
        self.screen = SetUpScreen(moment)
        self.screen.resize(1366, 728)
        workplace = Workplace(self.store, FakeClock(), FakeIds())
        self.presenter = SetUpPresenter(
            self.screen,
            SetUpParts(
                set_up=SetUpOffice(workplace, FakePins()),
                seed=self.seed,
                make_sheet=self.sheets.make,
                print_sheet=self.sheets.print,
                read_catalogue=self._read_catalogue,
                equipment=self.machine.parts(),
                clock=workplace.clock,
            ),
        )
        self.demos = 0
        self.languages: list[str] = []
        self.restores: list[tuple[Path, str]] = []
        self.done: list[NewOffice] = []
        self.presenter.language_wanted.connect(self.languages.append)
        self.presenter.demo_wanted.connect(self._hear_demo)
        self.presenter.restore_wanted.connect(self._hear_restore)
        self.presenter.set_up_done.connect(self.done.append)

    def _read_catalogue(self, file: Path) -> CataloguePreview:
        rows = read_catalogue_rows(file)
        return preview_catalogue(self.seed.catalogue, *rows)

    def _hear_demo(self) -> None:
        self.demos += 1

    def _hear_restore(self, file: Path, code: str) -> None:
        self.restores.append((file, code))

    def keys(self, *strokes: str) -> None:
        """Press keys one after the other; what stands in quotes is typed."""
        for stroke in strokes:
            if stroke.startswith("'"):
                type_text(self.screen, stroke.strip("'"))
            else:
                self._press(stroke)
            self.machine.settle()

    def _press(self, stroke: str) -> None:
        page = self.screen.page
        press(self.screen, stroke)
        if stroke.startswith(
            "Alt+"
        ):  # a button that is reached by its letter shows for a moment that it is pressed
            self.machine.wait_for(lambda: self.screen.page is not page)

    def shows(self, page: QWidget) -> bool:
        """Whether this page is in front."""
        return self.screen.page is page

    @property
    def words(self) -> str:
        """All that the page in front says."""
        return " ".join(label.text() for label in self.screen.page.findChildren(QLabel) if label.isVisible())

    @property
    def offers(self) -> list[str]:
        """The communes that the open list offers."""
        return [choice.text for choice in self.screen.office._commune.offers]

    @property
    def focused_text(self) -> str:
        """What stands in the focused field."""
        field = self.screen.focusWidget()
        assert isinstance(field, QLineEdit)
        return field.text()
