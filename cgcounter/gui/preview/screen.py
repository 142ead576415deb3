"""The print preview: the pages of one document, to print or to put away; not a dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cgcounter.gui.preview.pane import PreviewPane
from cgcounter.gui.theme import Tone, theme_in_use
from cgcounter.gui.widgets.elided_label import ElidedLabel
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.gui.widgets.pane_keys import ActionButton, PaneKeys


class PreviewScreen(QWidget):
    """A title, the pages, and what can be done with them.

    Signals: print_wanted: send what is shown to its printer. close_wanted: the clerk has seen enough.
    """

    print_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = PreviewPane()
        self._title = ElidedLabel()
        self._notice = NoticeBar()
        keys = PaneKeys(self)
        self._print = keys.add(self.tr("Print"), self.print_wanted, "Enter", "Return", "Ctrl+P")
        self._close = keys.add(self.tr("Close"), self.close_wanted, "Esc")
        self._build()
        self.setFocusProxy(self.pane)

    def show_title(self, words: str) -> None:
        """Name the document; there is nothing of it to see yet."""
        self._title.setText(words)
        self._notice.dismiss()
        self.pane.show_words(self.tr("Preparing the pages…"))

    def show_problem(self, words: str) -> None:
        """Say why there is nothing to see."""
        self.pane.show_words("")
        self._notice.say(Tone.ALARM, words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _build(self) -> None:
        self._title.setProperty("textRole", "title")
        bar = QHBoxLayout()
        bar.addWidget(self._title, 1)
        bar.addWidget(ActionButton(self._print, kind="primary"))
        bar.addWidget(ActionButton(self._close))
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(bar)
        self._rows.addWidget(self._notice)
        self._rows.addWidget(self.pane, 1)
        self._fit()

    def _fit(self) -> None:
        edge = theme_in_use().px(12)
        self._rows.setContentsMargins(edge, edge, edge, edge)
        self._rows.setSpacing(theme_in_use().px(8))
