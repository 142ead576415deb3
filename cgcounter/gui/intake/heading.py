"""The title of a pane, which gives its place to a notice, so that no field moves under who is typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cgcounter.gui.theme import ROW_HEIGHT, theme_in_use
from cgcounter.gui.widgets.notice_bar import NoticeBar

_LINES = 2


class Heading(QWidget):
    """As high as a notice of two lines, whichever of the two it shows."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = NoticeBar()
        self._title = QLabel(title)
        self._title.setProperty("textRole", "title")
        self._title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._title)
        rows.addWidget(self.notice)
        self.notice.installEventFilter(self)
        self._fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._title.setVisible(self.notice.isHidden())
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        px = theme_in_use().px
        words = _LINES * self.fontMetrics().lineSpacing() + px(10)
        self.setMinimumHeight(max(words, px(ROW_HEIGHT) + px(10)))
