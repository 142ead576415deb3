"""The page of the backup folder: what takes no copies is refused in words, what is risky is asked about once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from cgcounter.domain.errors import CounterError
from cgcounter.gui.equipment.backup_page import BackupPage
from cgcounter.gui.equipment.backup_presenter import BackupPresenter
from cgcounter.services.settings import Settings
from cgcounter.storage.failures import BackupFolderUnusableError, FolderNotLocalError
from tests.gui.equipment.machine import USUAL, TriedMachine
from tests.typing_keys import press, type_text

Show = Callable[[QWidget], None]


class Backups:
    """The page as it is used."""

    def __init__(self, machine: TriedMachine, show: Show) -> None:
        self.machine = machine
        self.page = BackupPage()
        self.page.resize(1366, 728)
        self.presenter = BackupPresenter(self.page, machine.parts())
        self.kept: list[str] = []
        self.presenter.kept.connect(self._hear)
        self.presenter.open()
        show(self.page)
        self.page.take_focus()

    def _hear(self, settings: Settings) -> None:
        self.kept.append(settings.backup_folder)

    def answer(self, folder: str = "") -> None:
        """Type a folder in the place of what stands there, and Enter."""
        press(self.page, "Ctrl+A")
        press(self.page, "Backspace")
        type_text(self.page, folder)
        self.enter()

    def enter(self) -> None:
        press(self.page, "Return")
        self.machine.settle()

    @property
    def words(self) -> str:
        """All that the page says."""
        return " ".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def backups(machine: TriedMachine, show: Show) -> Backups:
    """The page, open."""
    return Backups(machine, show)


def test_a_folder_is_looked_at_and_kept(backups: Backups) -> None:
    """The typed folder is what is looked at, and what counts."""
    backups.answer("/media/usb/Sao lưu")
    assert backups.machine.looked_at == [Path("/media/usb/Sao lưu")]
    assert backups.kept == ["/media/usb/Sao lưu"]


def test_an_empty_line_is_the_usual_folder(backups: Backups) -> None:
    """It is looked at too, and stays whatever the usual folder will be."""
    backups.answer()
    assert backups.machine.looked_at == [USUAL]
    assert backups.kept == [""]


def test_the_home_folder_may_be_written_short(backups: Backups) -> None:
    """~ is the home of who is signed in on this computer."""
    backups.answer("~/copies")
    assert backups.kept == [str(Path.home() / "copies")]


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (FolderNotLocalError(), "thư mục mạng hoặc thư mục đồng bộ đám mây"),
        (BackupFolderUnusableError(reason="is_data_folder"), "đây là thư mục dữ liệu"),
        (BackupFolderUnusableError(reason="not_a_folder"), "đây không phải thư mục"),
        (BackupFolderUnusableError(reason="folder_not_writable"), "không ghi được vào thư mục"),
        (BackupFolderUnusableError(reason="path_not_whole"), "đường dẫn chưa đầy đủ"),
        (BackupFolderUnusableError(reason="disk_full"), "đĩa đầy"),
    ],
)
def test_a_folder_that_takes_no_copies_is_refused(
    backups: Backups, problem: CounterError, words: str
) -> None:
    """Why is said beside the field; another can be typed at once."""
    backups.machine.folder_problem = problem
    backups.answer("/x")
    assert words in backups.words
    assert backups.kept == []
    backups.machine.folder_problem = None
    backups.answer("/y")
    assert backups.kept == ["/y"]


def test_a_folder_beside_the_data_is_asked_about_once(backups: Backups) -> None:
    """The same disk is a warning, not a refusal: the second Enter keeps it."""
    backups.machine.is_beside_data = True
    backups.answer("/home/lan/copies")
    assert "same disk as the data" in backups.words
    assert backups.kept == []
    backups.enter()
    assert backups.kept == ["/home/lan/copies"]


def test_each_folder_beside_the_data_is_asked_about(backups: Backups) -> None:
    """Another folder on that disk is another question."""
    backups.machine.is_beside_data = True
    backups.answer("/home/lan/copies")
    backups.answer("/home/lan/others")
    assert backups.kept == []


def test_the_folder_that_is_set_is_shown(machine: TriedMachine, show: Show) -> None:
    """Who comes back from the settings sees what counts."""
    machine.settings = Settings(backup_folder="/media/usb")
    assert Backups(machine, show).page.answer() == "/media/usb"


def test_settings_that_cannot_be_kept_are_told(backups: Backups) -> None:
    """The folder is fit, but the disk takes no settings."""
    backups.machine.is_disk_full = True
    backups.answer("/media/usb")
    assert "settings.toml" in backups.page.notice.words
    assert backups.kept == []
