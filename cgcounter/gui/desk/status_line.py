"""The line at the foot of the window: counter, clerk, printer, last backup, receipts not yet printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from cgcounter.gui.widgets.elided_label import ElidedLabel
from cgcounter.services.tell_state import DeskState

_UNPRINTED_KEY = "Alt+5"


class StatusLine(QFrame):
    """Always there, never blinks, speaks in words.

    Signals: ``unprinted_wanted``: show what waits for its receipt.
    """

    unprinted_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "true")
        self._words, self._message, self._unprinted = ElidedLabel(), QLabel(), QPushButton()
        self.unprinted_action = QAction(self.tr("Receipts not yet printed"), self)
        self._build()
        self._build_unprinted()

    def _build(self) -> None:
        self._message.setProperty("textRole", "muted")
        self._words.setProperty("textRole", "muted")
        self._words.setAccessibleName(self.tr("State of the counter"))
        self._message.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._message)
        layout.addWidget(self._unprinted)

    def _build_unprinted(self) -> None:
        action, button = self.unprinted_action, self._unprinted
        action.setShortcut(_UNPRINTED_KEY)
        action.setEnabled(False)
        action.triggered.connect(self.unprinted_wanted)
        self.addAction(action)
        button.setProperty("kind", "warning")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(f"{action.text()} ({_UNPRINTED_KEY})")
        button.clicked.connect(action.trigger)
        self._show_unprinted(0)

    @property
    def words(self) -> str:
        """What the line says now."""
        return self._words.text()

    @property
    def unprinted_words(self) -> str:
        """What it says of receipts; empty when all are printed."""
        return "" if self._unprinted.isHidden() else self._unprinted.text()

    def show_state(self, state: DeskState) -> None:
        """Say the state anew."""
        parts = [state.counter_name or self.tr("Counter {slot}").format(slot=state.slot), state.clerk]
        parts.append(self.tr("Printer: {name}").format(name=state.printer))
        if state.backup_at is None:
            parts.append(self.tr("No backup yet"))
        else:
            parts.append(self.tr("Backup {when}").format(when=f"{state.backup_at:%d/%m %H:%M}"))
        self._words.setText(" · ".join(part for part in parts if part))
        self._show_unprinted(state.unprinted)

    def show_message(self, words: str) -> None:
        """What was done last, quietly."""
        self._message.setText(words)

    def _show_unprinted(self, count: int) -> None:
        self.unprinted_action.setEnabled(count > 0)
        self._unprinted.setText(self.tr("Not printed: {count}").format(count=count) + f"  {_UNPRINTED_KEY}")
        self._unprinted.setVisible(count > 0)
