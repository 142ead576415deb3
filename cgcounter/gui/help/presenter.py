"""Gathers the help: from the fields' own words and the window's own actions, never from a second list."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from cgcounter.gui.help.screen import HelpPane
from cgcounter.gui.widgets.commands import Command, commands_of, plain_text

_FUNCTION_KEY = re.compile(r"F(\d+)")


class HelpPresenter(QObject):
    """Shows the help of `window` as it is at the moment of asking."""

    def __init__(self, pane: HelpPane, window: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._window = window
        pane.field_entered.connect(self._show_field)

    @Slot()
    def open(self) -> None:
        """Show keys and help of the focused field, or go again when asked twice."""
        if self._pane.isVisible():
            self._pane.leave()
            return
        self._show_field(QApplication.focusWidget())
        with_keys = [command for command in commands_of(self._window) if command.keys]
        self._pane.show_keys(sorted(with_keys, key=_place_on_keyboard))
        self._pane.open()

    @Slot(object)
    def _show_field(self, field: QWidget | None) -> None:
        self._pane.show_field(_name_of(field), _help_of(field))


def _name_of(field: QWidget | None) -> str:
    if isinstance(field, QAbstractButton) and not field.accessibleName():
        return plain_text(field.text())
    return field.accessibleName() if field else ""


def _help_of(field: QWidget | None) -> str:
    """What the field, or the part it belongs to, says of itself."""
    while field is not None:
        words = field.whatsThis() or field.toolTip()
        if words:
            return words
        field = field.parentWidget()
    return ""


def _place_on_keyboard(command: Command) -> tuple[int, int]:
    """Function keys first and in their order, the others as the window made them."""
    found = _FUNCTION_KEY.fullmatch(command.keys[0])
    return (0, int(found[1])) if found else (1, 0)
