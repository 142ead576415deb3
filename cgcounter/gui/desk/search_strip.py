"""The one scan-or-search field at the top, with the four tasks beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget


class SearchStrip(QWidget):
    """One line to search with.

    Signals: ``typed`` carries committed text while it is typed; ``entered`` the same on Enter.
    """

    typed = Signal(str)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Scan a code, or type a name, dossier code or ID number…  F3"))
        self.field.setAccessibleName(self.tr("Scan or search"))
        self.field.setWhatsThis(
            self.tr(
                "A scan is understood in any field. Here you type the last word of a name, the last four digits of a "
                "code, or an ID number: Enter goes to what was found."
            )
        )
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self.typed)
        self.field.returnPressed.connect(self._enter)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.field, 1)

    def add_button(self, action: QAction) -> None:
        """A button that shows an action with its key."""
        button = QPushButton()
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setText(f"{action.text()}  {keys}")
        button.clicked.connect(action.trigger)
        self._layout.addWidget(button)

    def take_focus(self) -> None:
        """Ready for the next search."""
        self.field.setFocus()
        self.field.selectAll()

    @Slot()
    def _enter(self) -> None:
        if self.field.text().strip():
            self.entered.emit(self.field.text())
