"""Saving a document as a file: the row that asks for the folder, and the writing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from cgcounter.services.print_form import Rendered


class SaveRow(QWidget):
    """Asks for a folder, typed or looked for; it stands in the screen and holds nobody up.

    Signals: save_wanted: the folder, a Path.
    """

    save_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = QLineEdit(QStandardPaths.writableLocation(documents))
        self._browse = QPushButton(self.tr("Browse…"))
        self._save = QPushButton(self.tr("Save here"))
        label = QLabel(self.tr("&Folder"))
        label.setBuddy(self._folder)
        self._folder.setAccessibleName(self.tr("Folder"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self._folder, 1)
        row.addWidget(self._browse)
        row.addWidget(self._save)
        self._folder.returnPressed.connect(self._wish)
        self._save.clicked.connect(self._wish)
        self._browse.clicked.connect(self._look)

    def open(self) -> None:
        """Offer the folder used last."""
        self.show()
        self._folder.setFocus()
        self._folder.selectAll()

    @Slot()
    def _wish(self) -> None:
        text = self._folder.text().strip()
        if text:
            self.save_wanted.emit(Path(text).expanduser())

    @Slot()
    def _look(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for the file"), self._folder.text())
        if folder:
            self._folder.setText(folder)
        self._folder.setFocus()


def file_of(folder: Path, document: Rendered) -> Path:
    """Where a document is saved to."""
    return folder / f"{document.title}.pdf"


def write_document(folder: Path, document: Rendered) -> bool:
    """Write the file; False where it cannot be written."""
    return write_file(file_of(folder, document), document.pdf)


def write_file(file: Path, content: bytes) -> bool:
    """Write a file; False where it cannot be written."""
    try:
        file.write_bytes(content)
    except OSError:
        return False
    return True
