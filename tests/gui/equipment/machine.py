"""A machine to try: its printers, folders and settings, as the pages of the equipment ask for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from cgcounter.app.reference_files import read_messages
from cgcounter.app.settings import SettingsNotKeptError
from cgcounter.documents.barcodes import ScreenSymbols
from cgcounter.domain.errors import CounterError
from cgcounter.gui.equipment.parts import EquipmentParts
from cgcounter.gui.tasks import TaskRunner
from cgcounter.services.ports import FolderLook, PrinterError
from cgcounter.services.settings import PaperContext, Settings
from tests.gui.bugs import no_bug
from tests.typing_keys import moment

__all__ = ["USUAL", "TriedMachine", "moment"]

USUAL = Path("/home/lan/Documents/cgcounter/backups")


class TriedMachine:
    """Keeps what was kept and printed; says no where it was told to."""

    def __init__(self, resources: Path, qtbot: QtBot, settings: Settings | None = None) -> None:
        self._qtbot = qtbot
        self.settings = settings or Settings()
        self.queues: tuple[str, ...] = ("HP_quay_1", "Canon")
        self.printed: list[PaperContext] = []
        self.looked_at: list[Path] = []
        self.printer_fails_with = ""
        self.folder_problem: CounterError | None = None
        self.is_beside_data = False
        self.is_disk_full = False
        self.runner = TaskRunner(no_bug)
        self.messages = read_messages(resources, "vi")

    def parts(self) -> EquipmentParts:
        """What the pages are given."""
        return EquipmentParts(
            current=lambda: self.settings,
            keep=self._keep,
            printers=lambda: self.queues,
            print_test=self._print,
            look_at_folder=self._look,
            usual_folder=USUAL,
            symbols=ScreenSymbols(),
            key_clock=moment,
            runner=self.runner,
            messages=self.messages,
        )

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.runner.busy)

    def wait_for(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(holds)

    def _keep(self, settings: Settings) -> None:
        if self.is_disk_full:
            raise SettingsNotKeptError(file="settings.toml")
        self.settings = settings

    def _print(self, context: PaperContext) -> None:
        if self.printer_fails_with:
            raise PrinterError(reason=self.printer_fails_with)
        self.printed.append(context)

    def _look(self, folder: Path) -> FolderLook:
        self.looked_at.append(folder)
        if self.folder_problem is not None:
            raise self.folder_problem
        return FolderLook(folder, is_new=True, is_beside_data=self.is_beside_data)


def _no_bug(error: BaseException) -> None:
    """No test here expects a bug."""
    raise error
