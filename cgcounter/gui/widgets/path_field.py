"""A path, typed or looked for: a file to read, or a folder to write to."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget


class Wanted(StrEnum):
    """What the path is to lead to."""

    FILE = "file"
    FOLDER = "folder"


class PathField(QWidget):
    """A line with a button beside it that looks through the folders of this machine."""

    def __init__(self, name: str, wanted: Wanted, parent: QWidget | None = None) -> None:
        """`name` says what is asked for, to a screen reader and over the dialog."""
        super().__init__(parent)
        self._name, self._wanted = name, wanted
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        browse = QPushButton(self.tr("&Browse…"))
        browse.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter leads from the path to the next field
        browse.clicked.connect(self._look)
        self.setFocusProxy(self.line)
        cells = QHBoxLayout(self)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.addWidget(self.line, 1)
        cells.addWidget(browse)

    @property
    def text(self) -> str:
        """The path as it was typed, without blanks at its ends."""
        return self.line.text().strip()

    @Slot()
    def _look(self) -> None:
        if self._wanted is Wanted.FOLDER:
            path = QFileDialog.getExistingDirectory(self, self._name, self.text)
        else:
            path, _ = QFileDialog.getOpenFileName(self, self._name, self.text)
        if path:
            self.line.setText(path)
        self.line.setFocus()
