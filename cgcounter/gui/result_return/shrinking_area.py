"""A form that is as high as its fields, and scrolls where the pane has less room than that."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from cgcounter.gui.theme import ROW_HEIGHT, theme_in_use

_ROWS_AT_LEAST: Final = 2


class ShrinkingArea(QScrollArea):
    """Follows its form as remarks come and go, at every zoom."""

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        self._form = form
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(form)
        for ground in (form, self.viewport()):
            ground.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        form = self._form
        height = form.heightForWidth(self.viewport().width()) if form.hasHeightForWidth() else -1
        return QSize(form.sizeHint().width(), max(height, form.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        room = theme_in_use().px(ROW_HEIGHT * _ROWS_AT_LEAST)
        return QSize(self._form.minimumSizeHint().width(), room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
