"""Shows the settings, finds the printers in the background, and hands on what is saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.gui.settings.screen import SettingsScreen
from cgcounter.gui.tasks import Lane, TaskRunner
from cgcounter.services.messages import Messages
from cgcounter.services.settings import Settings


class SettingsParts(NamedTuple):
    """What the screen works with. Keeping and looking for printers run off the GUI thread."""

    current: Callable[[], Settings]
    keep: Callable[[Settings], None]
    printers: Callable[[], tuple[str, ...]]
    runner: TaskRunner
    messages: Messages


class SettingsPresenter(QObject):
    """Serves the settings screen.

    Signals: ``kept`` carries the Settings that count from now on; ``closed``: the screen is to go.
    """

    kept = Signal(object)
    closed = Signal()

    def __init__(self, screen: SettingsScreen, parts: SettingsParts) -> None:
        super().__init__(screen)
        self._screen = screen
        self._parts = parts
        screen.save_wanted.connect(self._keep)
        screen.close_wanted.connect(self.closed)

    def open(self) -> None:
        """Show the settings that count now."""
        self._screen.show_settings(self._parts.current())
        self._parts.runner.run(
            self._parts.printers, owner=self, done=self._screen.show_printers, lane=Lane.BACKGROUND
        )

    @Slot(object)
    def _keep(self, settings: Settings) -> None:
        self._parts.runner.run(
            partial(self._parts.keep, settings),
            owner=self,
            done=partial(self._tell_kept, settings),
            failed=self._tell_not_kept,
            lane=Lane.BACKGROUND,
        )

    def _tell_kept(self, settings: Settings, _nothing: None) -> None:
        self._screen.show_saved()
        self.kept.emit(settings)

    def _tell_not_kept(self, error: CounterError) -> None:
        self._screen.show_problem(self._parts.messages.explain(error).sentence)
