"""The focus goes on by itself where a field is full; the Enter that some press out of habit leads no further."""

from __future__ import annotations

from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

HABIT_SECONDS: Final = 0.8
_GOES_ON: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class HabitualEnter(QObject):
    """Leads the focus and swallows one Enter or Tab that comes right after, unless something was typed before it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        self._until = 0.0

    def lead_to(self, field: QWidget) -> None:
        """Give the focus to a field that nobody asked for by a key."""
        self._let_go()
        self._field, self._until = field, monotonic() + HABIT_SECONDS
        field.installEventFilter(self)
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        self._let_go()
        return event.key() in _GOES_ON and not event.modifiers() and monotonic() < self._until

    def _let_go(self) -> None:
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field = None
