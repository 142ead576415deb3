"""The line at the foot of the window: counter, clerk, printer, last backup, receipts not yet printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from cgcounter.gui.widgets.elided_label import ElidedLabel
from cgcounter.services.tell_state import DeskState


class StatusLine(QFrame):
    """Always there, never blinks, speaks in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "true")
        self._words, self._message, self._unprinted = ElidedLabel(), QLabel(), QLabel()
        self._message.setProperty("textRole", "muted")
        self._unprinted.setProperty("textRole", "warning")
        self._words.setProperty("textRole", "muted")
        self._words.setAccessibleName(self.tr("State of the counter"))
        self._message.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._message)
        layout.addWidget(self._unprinted)

    @property
    def words(self) -> str:
        """What the line says now."""
        return self._words.text()

    def show_state(self, state: DeskState) -> None:
        """Say the state anew."""
        parts = [state.counter_name or self.tr("Counter {slot}").format(slot=state.slot), state.clerk]
        parts.append(self.tr("Printer: {name}").format(name=state.printer))
        if state.backup_at is None:
            parts.append(self.tr("No backup yet"))
        else:
            parts.append(self.tr("Backup {when}").format(when=f"{state.backup_at:%d/%m %H:%M}"))
        self._words.setText(" · ".join(part for part in parts if part))
        self._unprinted.setText(
            self.tr("Not printed: {count}").format(count=state.unprinted) if state.unprinted else ""
        )

    def show_message(self, words: str) -> None:
        """What was done last, quietly."""
        self._message.setText(words)
