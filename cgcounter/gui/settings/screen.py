"""The screen of the settings: the form, and behind it the pages that try printers, scanner and backup folder."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cgcounter.gui.equipment.pages import EquipmentPages
from cgcounter.gui.equipment.scan_line import KeyClock
from cgcounter.gui.scanner import event_time
from cgcounter.gui.settings.form import SettingsForm
from cgcounter.gui.widgets.page import Page


class SettingsScreen(QStackedWidget):
    """Shows the form or one page; Esc leads from a page back to the form."""

    def __init__(self, clock: KeyClock = event_time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form, self.equipment = SettingsForm(), EquipmentPages.made(clock)
        self.addWidget(self.form)
        for page in self.equipment:
            page.next.setText(self.tr("Save  Enter"))
            page.back_wanted.connect(self.show_form)
            self.addWidget(page)
        self.setFocusProxy(self.form)

    @Slot()
    def show_form(self) -> None:
        """Back to the form, at the button that led away from it."""
        place = self.currentIndex() - 1  # the form itself is the first
        self._show(self.form)
        (self.form.printers, self.form.scanner, self.form.backups)[place].setFocus()

    def take_scan(self, payload: str) -> bool:
        """Hand a scan to the page in front; False: it means nothing there."""
        page = self.currentWidget()
        return isinstance(page, Page) and page.take_scan(payload)

    def show_page(self, place: int) -> None:
        """Bring the page at this place of the equipment to the front."""
        page = self.equipment[place]
        self._show(page)
        page.take_focus()

    def _show(self, widget: QWidget) -> None:
        self.setCurrentWidget(widget)
        self.setFocusProxy(widget)
