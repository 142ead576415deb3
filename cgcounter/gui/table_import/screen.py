"""The screen of tables to take in: the choice, then what the file would change, then who does it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cgcounter.gui.table_import.choose_page import ChoosePage
from cgcounter.gui.table_import.pin_page import PinPage
from cgcounter.gui.table_import.preview_part import PreviewPart


class TableImportScreen(QStackedWidget):
    """Shows one step at a time; what comes of it is for others to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose, self.preview, self.pin = ChoosePage(), PreviewPart(), PinPage()
        for step in (self.choose, self.preview, self.pin):
            self.addWidget(step)
        self.pin.back_wanted.connect(self.show_preview)
        self.setFocusProxy(self.choose)

    @Slot()
    def show_choice(self) -> None:
        """Back to kind and file, as they were chosen."""
        self._show(self.choose)
        self.choose.take_focus()

    @Slot()
    def show_preview(self) -> None:
        """What the file holds and would change."""
        self._show(self.preview)
        self.preview.setFocus()

    def show_pin(self) -> None:
        """Ask who it is."""
        self._show(self.pin)
        self.pin.take_focus()

    def _show(self, step: QWidget) -> None:
        self.setCurrentWidget(step)
        self.setFocusProxy(step)
