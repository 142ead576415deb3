"""A page that changes something kept: it saves from any field, and asks before it drops what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.page import Page


class EditPage(Page):
    """`begin` it when its fields show what is kept now.

    Signals: left: the page is to go, and what stands in it with it.
    """

    left = Signal()

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(title, words, parent)
        self._kept: object = None
        self._asks = False
        self.next.setText(self.tr("Save  F9"))
        save = QAction(self.tr("Save"), self)
        save.setShortcuts([QKeySequence(key) for key in ("F9", "Ctrl+Return", "Ctrl+Enter")])
        save.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.triggered.connect(self.next.click)
        self.addAction(save)
        self.back_wanted.connect(self._leave)

    def begin(self) -> None:
        """What stands in the fields now is no change."""
        self._kept = self.answer()
        self._asks = False
        self.show_working(under_way=False)
        self.clear_remarks()

    @Slot()
    def _leave(self) -> None:
        if self._asks or self.answer() == self._kept:
            self.left.emit()
            return
        self._asks = True
        self.notice.say(
            Tone.CAUTION, self.tr("What you typed is not saved: F9 saves it, Esc again drops it.")
        )
