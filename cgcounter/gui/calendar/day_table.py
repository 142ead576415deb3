"""The days of the calendar as a table: thin over rows that are replaced whole."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from cgcounter.domain.calendar import CalendarDay
from cgcounter.domain.calendar_remarks import DayRemark
from cgcounter.gui.calendar.words import day_words, remark_tone, remark_word
from cgcounter.gui.widgets.status_chip import TONE_ROLE
from cgcounter.gui.widgets.titled_model import ROOT, Index, TitledModel


class Column(IntEnum):
    """The columns from left to right."""

    DATE = 0
    KIND = 1
    REASON = 2
    DOCUMENT = 3
    REMARK = 4


class DayRow(NamedTuple):
    """A day with its kind in words, and what is to be looked at."""

    day: CalendarDay
    kind: str
    remarks: tuple[DayRemark, ...] = ()


class DayTable(TitledModel):
    """Every day that differs from its weekday."""

    columns = Column

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DayRow, ...] = ()

    def show_rows(self, rows: Sequence[DayRow]) -> None:
        """Show these in place of what was shown."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def titles(self) -> dict[Column, str]:
        return {
            Column.DATE: self.tr("Day"),
            Column.KIND: self.tr("Kind"),
            Column.REASON: self.tr("Reason"),
            Column.DOCUMENT: self.tr("Document"),
            Column.REMARK: self.tr("Look at"),
        }

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self._words(row, column)
        if role == TONE_ROLE and column is Column.REMARK and row.remarks:
            return remark_tone(row.remarks[0])
        return None

    def _words(self, row: DayRow, column: Column) -> str:
        match column:
            case Column.DATE:
                return day_words(row.day)
            case Column.KIND:
                return row.kind
            case Column.REASON:
                return row.day.name
            case Column.DOCUMENT:
                return row.day.source
            case Column.REMARK:
                return remark_word(row.remarks[0]) if row.remarks else ""
