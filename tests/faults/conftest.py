"""A demo office to break, a window on it, and an environment without the hooks of a running program."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cgcounter.app import places
from cgcounter.app.crash import CrashReports
from cgcounter.app.demo.making import make_demo_office, morning_of_the_first_day
from cgcounter.services.settings import Settings
from tests.faults.real_window import RealWindow


@pytest.fixture(autouse=True)
def no_keyring_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The keyring of whoever runs the tests is left alone."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.fixture(scope="session")
def worked_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo office on the morning of its day; tests work on copies."""
    home = tmp_path_factory.mktemp("worked")
    make_demo_office(places.Folders.under(home, uses_keyring=False), morning_of_the_first_day())
    return home


@pytest.fixture
def home(worked_home: Path, tmp_path: Path) -> Path:
    """A demo office of the test's own."""
    return Path(shutil.copytree(worked_home, tmp_path / "counter"))


@pytest.fixture
def folders(home: Path) -> places.Folders:
    """The folders of the test's own demo office."""
    return places.Folders.under(home, uses_keyring=False)


@pytest.fixture
def open_window(
    qapp: QApplication, folders: places.Folders, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., RealWindow]]:
    """Opens the real window on the office; a bug in it fails the test, because its reports take no hook over."""
    monkeypatch.setattr(CrashReports, "install", lambda _: None)
    opened: list[RealWindow] = []

    def open_it(settings: Settings | None = None, at: places.Folders | None = None) -> RealWindow:
        opened.append(RealWindow(at or folders, settings or Settings()))
        return opened[-1]

    yield open_it
    for window in opened:
        window.close()
    opened.clear()
    assert list(folders.logs.glob("crash-*")) == []
