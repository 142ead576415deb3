"""A line whose every change is a search, and whose other keys steer the list under it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchLine(QLineEdit):
    """Signals: typed: what stands in the line. stepped: so many rows on. entered. left: Esc."""

    typed = Signal(str)
    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self.typed)

    def event(self, event: QEvent) -> bool:
        # The keys that steer are not left to shortcuts of the window that bear the same ones.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _steers(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not _steers(event):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.entered.emit()
        else:
            self.left.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A word still being composed is searched for too; the composition itself is not touched."""
        super().inputMethodEvent(event)
        at = self.cursorPosition()
        self.typed.emit(self.text()[:at] + event.preeditString() + self.text()[at:])


def _steers(event: QKeyEvent) -> bool:
    bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    return bare and Qt.Key(event.key()) in (*_STEPS, *_ENTER, Qt.Key.Key_Escape)
