"""The list of dossiers as a table: thin over rows that are replaced whole and grow at the end only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, IntEnum, auto

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
    WHO = 3
    DUE = 4
    STATE = 5


class Layout(Enum):
    """What a list is about: dossiers, who is to be called, or who is to do what."""

    PLAIN = auto()
    PHONES = auto()
    WORK = auto()

    @property
    def columns(self) -> frozenset[Column]:
        """What has something to say; where it is about people, there is a column for them."""
        return frozenset(Column) - ({Column.WHO} if self is Layout.PLAIN else set())


@dataclass(frozen=True)
class DossierRow:
    """A dossier of the list, and how it stands now; ``holder`` is the name of who holds it."""

    line: DossierLine
    standing: Standing
    holder: str = ""


class DossierTable(TitledModel):
    """Signals: more_wanted: the end of the rows came into sight, and there are more to read."""

    columns = Column
    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DossierRow] = []
        self._today = date.min
        self._more = False
        self._layout = Layout.PLAIN

    @property
    def layout(self) -> Layout:
        """Which columns say something now."""
        return self._layout

    def show_layout(self, layout: Layout) -> None:
        """Let the columns say what this kind of list is about."""
        self._layout = layout
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.WHO, Column.DUE)

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

    def line_at(self, row: int) -> DossierLine | None:
        """What a row shows."""
        return self._rows[row].line if 0 <= row < len(self._rows) else None

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
            Column.PROCEDURE: self.tr("Procedure"),
            Column.WHO: self.tr("Phone") if self._layout is Layout.PHONES else self.tr("Held by"),
            Column.DUE: self._due_title(),
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
        texts = {
            Column.CODE: f"…{line.code.rpartition('-')[2]}" if line.code else "–",
            Column.NAME: line.name,
            Column.PROCEDURE: line.procedure_name,
            Column.WHO: self._who(row),
            Column.DUE: self._due_words(line),
            Column.STATE: row.standing.word,
        }
        return texts[column]

    def _who(self, row: DossierRow) -> str:
        """Whom to call, or who holds it; of a paper that first, for somebody has to fetch it."""
        if self._layout is not Layout.WORK:
            return row.line.phone or "–"
        return self.tr("paper: {holder}").format(holder=row.holder) if row.line.on_paper else row.holder

    def _due_title(self) -> str:
        titles = {
            Layout.PLAIN: self.tr("Due"),
            Layout.PHONES: self.tr("Waits since"),
            Layout.WORK: self.tr("Deadline"),
        }
        return titles[self._layout]

    def _moment(self, line: DossierLine) -> datetime | None:
        """The time that a list is about: the promise, the release of a result, or the deadline of who holds it."""
        match self._layout:
            case Layout.PLAIN:
                return line.due_at
            case Layout.PHONES:
                return line.released_at
            case Layout.WORK:
                return line.deadline

    def _due_words(self, line: DossierLine) -> str:
        moment = self._moment(line)
        if moment is None:
            return "–"
        day = moment.date()
        if day == self._today:
            return self.tr("today")
        words = f"{day:%d/%m}" if day.year == self._today.year else f"{day:%d/%m/%Y}"
        is_late = self._layout is Layout.WORK and day < self._today
        return self.tr("past {day}").format(day=words) if is_late else words

    def _whole(self, row: DossierRow, column: Column) -> str:
        line = row.line
        match column:
            case Column.CODE:
                return line.code or self.tr("No code: the intake was refused")
            case Column.PROCEDURE:
                return f"{line.procedure_code} – {line.procedure_name}"
            case Column.DUE:
                moment = self._moment(line)
                return f"{moment:%H:%M %d/%m/%Y}" if moment else self.tr("No due time")
            case _:
                return self._shown(row, column)
