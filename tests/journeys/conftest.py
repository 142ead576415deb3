"""A real counter for a clerk's hands: window, encrypted file and paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from cgcounter.app import places
from cgcounter.app.clocks import DemoClock
from cgcounter.app.crash import CrashReports
from cgcounter.app.demo.citizens import invented_person
from cgcounter.app.demo.hands import Hands
from cgcounter.app.demo.office import COUNTER, DEMO_START, OFFICE, PEOPLE, actor_of
from cgcounter.app.opening import Office, open_office
from cgcounter.app.reference_files import seed_data
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.people import Person
from cgcounter.domain.staff import Actor
from cgcounter.services.ports import View
from cgcounter.services.settings import Settings
from tests.faults.real_window import RealWindow


class CountingHands(Hands):
    """Counts the keys that a clerk would press; a scan counts apart."""

    keys = 0
    scans = 0

    def press(self, *keys: str) -> None:
        self.keys += len(keys)
        super().press(*keys)

    def type_text(self, text: str) -> None:
        self.keys += len(text)
        super().type_text(text)

    def scan(self, payload: str) -> None:
        self.scans += 1
        super().scan(payload)

    def start_counting(self) -> None:
        """The flow begins here."""
        self.keys = self.scans = 0


class Counter(RealWindow):
    """A real counter with hands that count, and what is in its file and on its paper."""

    def __init__(self, folders: places.Folders) -> None:
        super().__init__(folders, Settings())
        self.hands: CountingHands = CountingHands(self.window, lambda: self.program.is_busy)

    def dossiers(self) -> list[Dossier]:
        """What the file holds, newest first."""
        return self.ask(_all_dossiers)

    def dossier_clerk(self) -> Actor:
        """The first person of the demo office, who is signed in."""
        return self.ask(_first_person)

    def papers(self) -> list[str]:
        """The names of the PDFs that were printed."""
        return sorted(file.stem for file in self.folders.papers.glob("*.pdf"))


def _all_dossiers(office: Office) -> list[Dossier]:
    cases = office.cases
    return [cases.open_dossier(line.id) for line in cases.list_dossiers(View.ALL).lines]


def _first_person(office: Office) -> Actor:
    with office.store.look() as reading:
        return actor_of(reading.reference.staff()[0])


@pytest.fixture(scope="session")
def new_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office set up this morning; tests work on copies, for PINs are slow to hash."""
    home = tmp_path_factory.mktemp("new")
    office = open_office(places.Folders.under(home, uses_keyring=False), Settings, DemoClock(DEMO_START))
    office.cases.set_up_office(OFFICE, COUNTER, PEOPLE, seed_data(places.resources()))
    office.close()
    return home


@pytest.fixture
def counter(
    qapp: QApplication, new_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Counter]:
    """An office set up this morning, its first clerk signed in; a bug in it fails the test."""
    monkeypatch.setattr(CrashReports, "install", lambda _: None)
    home = shutil.copytree(new_home, tmp_path / "counter")
    counter = Counter(places.Folders.under(home, uses_keyring=False))
    counter.sign_in()
    counter.hands.start_counting()
    yield counter
    counter.close()
    assert list(counter.folders.logs.glob("crash-*")) == []


def citizen(seed: int = 1) -> Person:
    """An invented citizen."""
    return invented_person(Random(seed))  # noqa: S311  repeatable on purpose
