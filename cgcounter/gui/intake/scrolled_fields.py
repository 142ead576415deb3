"""The fields that scroll when the window is low: whichever has the focus is in sight, with the line under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QTableView, QVBoxLayout, QWidget

from cgcounter.gui.theme import ROW_HEIGHT, theme_in_use


class ScrolledFields(QScrollArea):
    """What stands ``below`` it is kept as wide as its fields."""

    def __init__(self, below: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below = below
        self._inner = QWidget()
        self._fields = QVBoxLayout(self._inner)
        self._fields.addStretch(1)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self._inner, self.viewport()):
            ground.setAutoFillBackground(False)
        for follow in (self._keep_width, self._keep_in_sight):
            self.verticalScrollBar().rangeChanged.connect(follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focus)

    def add(self, part: QWidget) -> None:
        """A part of the form, under those before it."""
        self._fields.insertWidget(self._fields.count() - 1, part)

    def follow(self, table: QTableView) -> None:
        """Of a table the current row is in sight."""
        self._table = table
        table.selectionModel().currentRowChanged.connect(self._show_row)

    def fit(self) -> None:
        """Take the measures of the looks in use."""
        self._fields.setSpacing(theme_in_use().px(6))
        self._keep_width()

    @Slot()
    def _keep_width(self) -> None:
        """The fields are as wide with the scroll bar as without it: none goes to another line when it comes."""
        bar, gap = self.verticalScrollBar(), theme_in_use().px(8)
        width, is_there = bar.sizeHint().width(), bar.maximum() > bar.minimum()
        self._fields.setContentsMargins(0, 0, gap if is_there else gap + width, 0)
        for part in self._below:
            part.setContentsMargins(0, 0, gap + width, 0)

    @Slot()
    def _keep_in_sight(self) -> None:
        """What comes or goes above a field does not push it out of sight while it is filled in."""
        self._show_focus(None, self._inner.focusWidget())

    @Slot(QWidget, QWidget)
    def _show_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A field that gets the focus is in sight, with the line under it."""
        if new is not None and self._inner.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, theme_in_use().px(ROW_HEIGHT))

    @Slot(QModelIndex, QModelIndex)
    def _show_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        table = self._table
        if table.hasFocus():
            row = table.visualRect(current)
            middle = table.viewport().mapTo(self._inner, row.center())
            self.ensureVisible(0, middle.y(), 0, row.height())
