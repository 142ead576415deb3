"""The actions of a pane: their keys count only while the focus is within it, and there before all others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget


class PaneKeys(QObject):
    """Hears the keys that no field within `pane` wanted for itself.

    The actions are children of the pane, so that palette and help find them, but not added to it: of two actions
    on one key, the window's and the pane's, Qt would start neither.
    """

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._actions: list[QAction] = []
        pane.installEventFilter(self)

    def add(self, text: str, slot: Callable[[], object] | SignalInstance, *keys: str) -> QAction:
        """An action with its keys, as the help writes them; the first is shown on buttons."""
        action = QAction(text, self._pane)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setAutoRepeat(False)
        action.triggered.connect(slot)
        self._actions.append(action)
        return action

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        action = self._action_of(event)
        if action is None or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and (action.autoRepeat() or not event.isAutoRepeat()):
            action.trigger()
        return True

    def _action_of(self, event: QKeyEvent) -> QAction | None:
        strokes = _strokes(event)
        return next(
            (one for one in self._actions if one.isEnabled() and strokes & set(one.shortcuts())), None
        )


def _strokes(event: QKeyEvent) -> set[QKeySequence]:
    """The names of a key: by its place, and by its sign, which may take Shift on this keyboard ("+")."""
    # The number pad sends the same keys with a mark of their own.
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    strokes = {QKeySequence(event.key() | modifiers.value)}
    if not modifiers & ~Qt.KeyboardModifier.ShiftModifier and event.text().isprintable():
        strokes.add(QKeySequence(event.text().upper()))
    return strokes


class ActionButton(QPushButton):
    """Shows an action with its first key, and runs it."""

    def __init__(self, action: QAction, parent: QWidget | None = None, *, kind: str = "") -> None:
        super().__init__(parent)
        self._action = action
        self.setProperty("kind", kind)
        # A click leaves the focus where the keys of the pane are heard.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(f"{self._action.text()}  {key}".strip())
        self.setAccessibleName(self._action.text())
        self.setEnabled(self._action.isEnabled())
