"""Finds the commands of the window that match what is typed, and runs the chosen one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cgcounter.domain.names import exact_marks, matches, search_key
from cgcounter.gui.palette.screen import Palette
from cgcounter.gui.widgets.commands import Command, commands_of

_MOST_RECENT: Final = 5


class PalettePresenter(QObject):
    """Offers the actions of `window` as they are at the moment of asking."""

    def __init__(self, palette: Palette, window: QWidget) -> None:
        super().__init__(palette)
        self._palette = palette
        self._window = window
        self._commands: tuple[Command, ...] = ()
        self._recent: list[str] = []
        palette.query_changed.connect(self._find)
        palette.run_wanted.connect(self._run)

    @Slot()
    def open(self) -> None:
        """Show what can be done now, or go again when asked twice."""
        if self._palette.isVisible():
            self._palette.leave()
            return
        # Before the palette takes the focus: actions may be valid only where it is.
        self._commands = commands_of(self._window)
        self._palette.open()
        self._find("")

    @Slot(str)
    def _find(self, query: str) -> None:
        found = [command for command in self._commands if _answers(command, query)]
        found.sort(key=lambda command: self._rank(command, query))
        self._palette.show_commands(found)

    def _rank(self, command: Command, query: str) -> tuple[bool, bool, int, bool]:
        """Valid before not valid, the marks as typed before any marks, used lately first, first word first."""
        recent = self._recent.index(command.text) if command.text in self._recent else _MOST_RECENT
        inside = not search_key(command.text).startswith(search_key(query))
        return not command.enabled, not exact_marks(query, command.text), recent, inside

    @Slot(object)
    def _run(self, command: Command) -> None:
        others = [text for text in self._recent if text != command.text]
        self._recent = [command.text, *others][:_MOST_RECENT]
        command.action.trigger()


def _answers(command: Command, query: str) -> bool:
    """A command is found by the beginnings of its words, marks or not, and by its keys."""
    wanted = search_key(query)
    by_keys = bool(wanted) and any(search_key(keys).startswith(wanted) for keys in command.keys)
    return by_keys or matches(query, command.text)
