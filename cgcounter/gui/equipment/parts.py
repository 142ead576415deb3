"""What the pages of the equipment work with, and how each of them keeps what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from cgcounter.domain.errors import CounterError
from cgcounter.gui.equipment.scan_line import KeyClock
from cgcounter.gui.tasks import Lane, TaskRunner
from cgcounter.gui.widgets.page import Page
from cgcounter.services.messages import Messages
from cgcounter.services.ports import FolderLook, Symbols
from cgcounter.services.settings import PaperContext, Settings


class EquipmentParts(NamedTuple):
    """What is asked of the machine runs off the GUI thread: keeping, printing, looking for printers and folders."""

    current: Callable[[], Settings]
    keep: Callable[[Settings], None]
    printers: Callable[[], tuple[str, ...]]
    print_test: Callable[[PaperContext], None]
    look_at_folder: Callable[[Path], FolderLook]
    usual_folder: Path
    symbols: Symbols
    key_clock: KeyClock
    runner: TaskRunner
    messages: Messages


class EquipmentPresenter(QObject):
    """Serves one page.

    Signals: kept: the Settings that count from now on.
    """

    kept = Signal(object)

    def __init__(self, page: Page, parts: EquipmentParts) -> None:
        super().__init__(page)
        self._frame = page
        self._parts = parts

    def open(self) -> None:
        """Show what the settings say; each page knows how."""
        raise NotImplementedError

    def _keep(self, **changes: object) -> None:
        """Write the settings with these changes, then tell them."""
        settings = replace(self._parts.current(), **changes)
        self._frame.show_working(under_way=True)
        self._run(partial(self._parts.keep, settings), partial(self._tell_kept, settings), self._tell_problem)

    def _tell_kept(self, settings: Settings, _nothing: None) -> None:
        self._frame.show_working(under_way=False)
        self.kept.emit(settings)

    def _tell_problem(self, error: CounterError) -> None:
        self._frame.show_problem(self._parts.messages.explain(error).sentence)

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[CounterError], None] | None = None,
    ) -> None:
        self._parts.runner.run(work, owner=self, done=done, failed=failed, lane=Lane.BACKGROUND)
