"""The list beside the task: four tiles that filter it, its rows, and what a search has found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.particulars import DossierId
from cgcounter.gui.lookup.list_words import ListWords
from cgcounter.gui.lookup.questions import Listed
from cgcounter.gui.lookup.row_acts import RowActs
from cgcounter.gui.lookup.table_model import Column, DossierRow, DossierTable, Layout
from cgcounter.gui.theme import Tone, theme_in_use
from cgcounter.gui.widgets.elided_label import ElidedLabel
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.gui.widgets.row_table import RowTable
from cgcounter.gui.widgets.tiles import Tiles, TileSpec
from cgcounter.services.find_dossiers import Work
from cgcounter.services.ports import TileCounts, View

_WIDTHS: Final = {Column.CODE: 78, Column.DUE: 92, Column.STATE: 160}
_WIDTHS_BESIDE_PEOPLE: Final = _WIDTHS | {Column.DUE: 104, Column.STATE: 140}
_SHARED: Final = (Column.NAME, Column.WHO, Column.PROCEDURE)
_SHARES: Final = {Column.NAME: 0.6, Column.WHO: 0.58, Column.PROCEDURE: 0.4}
# Where there is no room for everything, the name is what stays; in lists about people they stay beside it.
_ROOM_FOR: Final = {Column.PROCEDURE: 560, Column.DUE: 520}
_ROOM_BESIDE_PEOPLE: Final = _ROOM_FOR | {Column.PROCEDURE: 860, Column.CODE: 480}


ASIDE: Final = frozenset({View.UNPRINTED, View.WAITING, Work.UNIT, Work.MINE})
"""The lists that have no tile: Esc leads back from them."""


class LookupScreen(QWidget):
    """Shows rows of a view or the hits of a search, never both.

    Signals: view_chosen: a View. dossier_chosen: the DossierId of the row on which Enter was pressed.
    more_wanted: the end of the rows is in sight. back_wanted: Esc, while something else than a tile's rows or all
    of them is shown.
    """

    view_chosen = Signal(object)
    dossier_chosen = Signal(object)
    more_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = NoticeBar()
        self.tiles = Tiles(self._tile_specs())
        self._model = DossierTable(self)
        self.table = RowTable(self._model, chips=Column.STATE)
        self._title, self._hint, self._empty = ElidedLabel(), QLabel(), QLabel()
        self._rows = QStackedWidget()
        self.row_acts = RowActs(self._rows)
        self._words = ListWords(self)
        self._shown: tuple[Listed, str] = (View.ALL, "")
        self._wanted: DossierId | None = None
        self._build()
        self._connect()
        self._fit()

    @property
    def title(self) -> str:
        """What the rows are, in words."""
        return self._title.text()

    @property
    def chosen(self) -> tuple[DossierLine, ...]:
        """The rows that are chosen, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(line for row in rows if (line := self._model.line_at(row)) is not None)

    @property
    def empty_words(self) -> str:
        """What stands in the place of rows; nothing while there are any."""
        return "" if self._model.rowCount() else self._empty.text()

    def show_counts(self, counts: TileCounts) -> None:
        """New figures on the tiles."""
        self.tiles.show_figures(
            {
                View.OVERDUE: counts.overdue,
                View.DUE_TODAY: counts.due_today,
                View.RECEIVED_TODAY: counts.received,
                View.RETURNED_TODAY: counts.returned,
            }
        )

    def show_view(self, view: Listed, rows: Sequence[DossierRow], today: date, *, more: bool) -> None:
        """Show the first rows of a view."""
        self.tiles.choose(view)
        hint = self.tr("Esc: back to the list") if view in ASIDE else ""
        self._say(self._words.title(view), hint, self._words.nothing(view))
        self._lay_out(view)
        self._replace((view, ""), rows, today, more=more)

    def show_hits(self, query: str, rows: Sequence[DossierRow], today: date) -> None:
        """Show what a search has found."""
        self.tiles.choose(None)
        hint = self.tr("Esc: back to the list")
        self._say(self._words.hits(query, len(rows)), hint, self._words.no_hit(query))
        self._lay_out(View.ALL)
        self._replace((View.ALL, query), rows, today, more=False)

    def append_rows(self, rows: Sequence[DossierRow], *, more: bool) -> None:
        """Show the next rows below the others."""
        self._model.append_rows(rows, more=more)

    def point_at(self, dossier: DossierId) -> None:
        """Mark the row of a dossier that was just saved or opened, as soon as the list holds it."""
        self._wanted = dossier
        self.table.setCurrentIndex(QModelIndex())
        self._mark_wanted()

    def show_error(self, words: str) -> None:
        """Say in words what did not work."""
        self.notice.say(Tone.ALARM, words)

    def focus_rows(self) -> None:
        """Let the arrows and Enter choose a row, from the first on; an empty list still hears its own keys."""
        if not self._model.rowCount():
            self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        # The window has an Esc of its own; within the list it waits while there is something to leave here.
        if event.type() == QEvent.Type.ShortcutOverride and self._is_way_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_way_back(event):
            super().keyPressEvent(event)
        elif not self.notice.dismiss():
            self.back_wanted.emit()

    def _is_way_back(self, event: QEvent) -> bool:
        is_esc = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        is_aside = self._shown[0] in ASIDE or bool(self._shown[1])
        return is_esc and (is_aside or self.notice.isVisible())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The viewport, not the screen: its width also changes when the scroll bar comes and goes.
        if event.type() == QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _tile_specs(self) -> tuple[TileSpec, ...]:
        return (
            TileSpec(View.OVERDUE, self.tr("Overdue")),
            TileSpec(View.DUE_TODAY, self.tr("Due today")),
            TileSpec(View.RECEIVED_TODAY, self.tr("Received today")),
            TileSpec(View.RETURNED_TODAY, self.tr("Returned today")),
        )

    def _build(self) -> None:
        self._title.setProperty("textRole", "title")
        self._hint.setProperty("textRole", "muted")
        self._empty.setProperty("textRole", "muted")
        self._empty.setProperty("panel", "true")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.table.setAccessibleName(self.tr("Dossiers"))
        self.table.viewport().installEventFilter(self)
        self._rows.addWidget(self.table)
        self._rows.addWidget(self._empty)
        heading = QHBoxLayout()
        heading.addWidget(self._title, 1)
        heading.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.tiles)
        layout.addWidget(self.notice)
        layout.addLayout(heading)
        layout.addWidget(self.row_acts)
        layout.addWidget(self._rows, 1)

    def _connect(self) -> None:
        self.tiles.chosen.connect(self._tell_view)
        self.table.activated.connect(self._tell_dossier)
        self._model.more_wanted.connect(self.more_wanted)

    def _say(self, title: str, hint: str, nothing: str) -> None:
        self._title.setText(title)
        self._hint.setText(hint)
        self._empty.setText(nothing)

    def _replace(
        self, what: tuple[Listed, str], rows: Sequence[DossierRow], today: date, *, more: bool
    ) -> None:
        """The same list read again stays where it was, pointing at the same dossier; another begins at its top."""
        same, dossier, bar = what == self._shown, self._pointed_at(), self.table.verticalScrollBar()
        position = bar.value() if same else 0
        self._shown = what
        self._model.show_rows(rows, today, more=more)
        self._rows.setCurrentWidget(self.table if rows else self._empty)
        row = self._model.row_of(dossier) if same else None
        if row is not None:
            self.table.selectRow(row)
        bar.setValue(position)
        self._mark_wanted()

    def _mark_wanted(self) -> None:
        row = self._model.row_of(self._wanted)
        if row is not None:
            self._wanted = None
            self.table.selectRow(row)  # which brings it into sight

    def _pointed_at(self) -> DossierId | None:
        return self._model.dossier_at(self.table.currentIndex().row())

    def _fit(self) -> None:
        px = theme_in_use().px
        self._empty.setContentsMargins(px(40), 0, px(40), 0)
        # The upper mark of a capital (Ẩ, Ễ) rises above the line; it must not be cut off a searched name.
        self._title.setContentsMargins(0, px(5), 0, 0)
        self._fit_columns()

    def _lay_out(self, listed: Listed) -> None:
        """Show the columns and the acts that a list is for; of work several rows may be chosen."""
        layout = Layout.WORK if isinstance(listed, Work) else Layout.PLAIN
        self._model.show_layout(Layout.PHONES if listed is View.WAITING else layout)
        modes = QAbstractItemView.SelectionMode
        self.table.setSelectionMode(
            modes.ExtendedSelection if layout is Layout.WORK else modes.SingleSelection
        )
        self.row_acts.show_for(listed)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Share out what the columns of fixed width leave; a task needs less words than a state."""
        px, table = theme_in_use().px, self.table
        widths = _WIDTHS if self._model.layout is Layout.PLAIN else _WIDTHS_BESIDE_PEOPLE
        for column, width in widths.items():
            table.setColumnWidth(column, max(px(width), table.horizontalHeader().sectionSizeHint(column)))
        shown = self._model.layout.columns
        for column in Column:
            rooms = _ROOM_BESIDE_PEOPLE if Column.WHO in shown else _ROOM_FOR
            table.setColumnHidden(column, column not in shown or self.width() < px(rooms.get(column, 0)))
        fixed = sum(table.columnWidth(column) for column in _WIDTHS if not table.isColumnHidden(column))
        free = table.viewport().width() - fixed
        sharing = [column for column in _SHARED if not table.isColumnHidden(column)]
        whole = sum(_SHARES[column] for column in sharing)
        for column in sharing[1:]:
            table.setColumnWidth(column, int(free * _SHARES[column] / whole))
        rest = sum(table.columnWidth(column) for column in sharing[1:])
        table.setColumnWidth(Column.NAME, free - rest)

    @Slot(object)
    def _tell_view(self, view: View | None) -> None:
        self.view_chosen.emit(view or View.ALL)

    @Slot(QModelIndex)
    def _tell_dossier(self, index: QModelIndex) -> None:
        self.dossier_chosen.emit(self._model.dossier_at(index.row()))
