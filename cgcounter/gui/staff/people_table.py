"""The people as a table: thin over rows that are replaced whole."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from cgcounter.domain.staff import StaffId
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.status_chip import TONE_ROLE
from cgcounter.gui.widgets.titled_model import ROOT, Index, TitledModel


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    ROLES = 1
    STATE = 2


class PersonRow(NamedTuple):
    """Somebody of the list, and in words the parts they play."""

    id: StaffId
    name: str
    roles: str
    active: bool


class PeopleTable(TitledModel):
    """Everybody, also those who left."""

    columns = Column

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PersonRow, ...] = ()

    def show_rows(self, rows: Sequence[PersonRow]) -> None:
        """Show these in place of what was shown."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def person_at(self, row: int) -> StaffId | None:
        """Who stands in a row, if there is one."""
        return self._rows[row].id if 0 <= row < len(self._rows) else None

    def row_of(self, person: StaffId | None) -> int | None:
        """Where somebody stands."""
        return next((at for at, row in enumerate(self._rows) if row.id == person), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def titles(self) -> dict[Column, str]:
        return {
            Column.NAME: self.tr("Name"),
            Column.ROLES: self.tr("Roles"),
            Column.STATE: self.tr("State", "whether somebody works here"),
        }

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self._words(row, column)
        if role == TONE_ROLE and column is Column.STATE:
            return Tone.FINE if row.active else Tone.PLAIN
        return None

    def _words(self, row: PersonRow, column: Column) -> str:
        match column:
            case Column.NAME:
                return row.name
            case Column.ROLES:
                return row.roles
            case Column.STATE:
                return self.tr("Works here") if row.active else self.tr("Has left")
