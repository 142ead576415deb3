"""The list of dossiers as a table: thin over rows that are replaced whole and grow at the end only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QObject, Qt, Signal

from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.particulars import DossierId
from cgcounter.gui.standing import Standing
from cgcounter.gui.widgets.status_chip import TONE_ROLE
from cgcounter.gui.widgets.titled_model import ROOT, Index, TitledModel


class Column(IntEnum):
    """The columns from left to right."""

    CODE = 0
    NAME = 1
    PROCEDURE = 2
    DUE = 3
    STATE = 4


@dataclass(frozen=True)
class DossierRow:
    """A dossier of the list, and how it stands now."""

    line: DossierLine
    standing: Standing


class DossierTable(TitledModel):
    """Signals: more_wanted: the end of the rows came into sight, and there are more to read."""

    columns = Column
    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DossierRow] = []
        self._today = date.min
        self._more = False
        self._phones = False

    def show_phones(self, *, shown: bool) -> None:
        """Show phone numbers in the place of procedures: who waits is to be called."""
        self._phones = shown
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.PROCEDURE, Column.PROCEDURE)

    def show_rows(self, rows: Sequence[DossierRow], today: date, *, more: bool = False) -> None:
        """Show these in place of what was shown."""
        self.beginResetModel()
        self._rows, self._today, self._more = list(rows), today, more
        self.endResetModel()

    def append_rows(self, rows: Sequence[DossierRow], *, more: bool) -> None:
        """Show these below what is shown."""
        self._more = more
        if rows:
            first = len(self._rows)
            self.beginInsertRows(ROOT, first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def dossier_at(self, row: int) -> DossierId | None:
        """Which dossier a row shows."""
        return self._rows[row].line.id if 0 <= row < len(self._rows) else None

    def row_of(self, dossier: DossierId | None) -> int | None:
        """Where a dossier is shown."""
        return next((at for at, row in enumerate(self._rows) if row.line.id == dossier), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._more = False  # asked for; the answer says whether there is still more
            self.more_wanted.emit()

    def titles(self) -> dict[Column, str]:
        return {
            Column.CODE: self.tr("Code"),
            Column.NAME: self.tr("Name"),
            Column.PROCEDURE: self.tr("Phone") if self._phones else self.tr("Procedure"),
            Column.DUE: self.tr("Due"),
            Column.STATE: self.tr("State", "where a dossier stands"),
        }

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._whole(row, column)
        if role == TONE_ROLE and column is Column.STATE:
            return row.standing.tone
        return None

    def _shown(self, row: DossierRow, column: Column) -> str:
        line = row.line
        match column:
            case Column.CODE:
                return f"…{line.code.rpartition('-')[2]}" if line.code else "–"
            case Column.NAME:
                return line.name
            case Column.PROCEDURE:
                return line.phone if self._phones else line.procedure_name
            case Column.DUE:
                return self._due_words(line)
            case Column.STATE:
                return row.standing.word

    def _due_words(self, line: DossierLine) -> str:
        if line.due_at is None:
            return "–"
        day = line.due_at.date()
        if day == self._today:
            return self.tr("today")
        return f"{day:%d/%m}" if day.year == self._today.year else f"{day:%d/%m/%Y}"

    def _whole(self, row: DossierRow, column: Column) -> str:
        line = row.line
        match column:
            case Column.CODE:
                return line.code or self.tr("No code: the intake was refused")
            case Column.PROCEDURE:
                return f"{line.procedure_code} – {line.procedure_name}"
            case Column.DUE:
                return f"{line.due_at:%H:%M %d/%m/%Y}" if line.due_at else self.tr("No due time")
            case _:
                return self._shown(row, column)
