"""The first rows of a file as they were read, each with its number in the sheet."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from cgcounter.domain.tables import FIRST_ROW
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.row_table import RowTable
from cgcounter.gui.widgets.titled_model import ROOT, Index
from cgcounter.services.table_file import Table

SHOWN: Final = 20
_WIDEST, _NARROWEST = 260, 70


class FileRows(QAbstractTableModel):
    """The number of the row, then its cells under the names that the file gives them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: Table | None = None

    def show_table(self, table: Table | None) -> None:
        """Show this one in place of what was shown."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.rows[:SHOWN])

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical or self._table is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._table.columns[section - 1] if section else self.tr("Row")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._table is None:
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if index.column() == 0:
            return str(index.row() + FIRST_ROW)
        return self._table.rows[index.row()].get(self._table.columns[index.column() - 1], "")


class RowsView(RowTable):
    """Columns as wide as what they hold, within reason; the others are reached sideways."""

    def __init__(self, model: FileRows, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.modelReset.connect(self.fit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def fit(self) -> None:
        """Share the room out anew; there are never more than a few rows to measure."""
        px = theme_in_use().px
        for column in range(self.model().columnCount()):
            held = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
            self.setColumnWidth(column, min(max(held + px(16), px(_NARROWEST)), px(_WIDEST)))
