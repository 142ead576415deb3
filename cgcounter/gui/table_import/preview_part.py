"""What a file holds and what it would change, with the keys that take it in or leave it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cgcounter.gui.table_import.rows_table import SHOWN, FileRows, RowsView
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.findings import Finding, Findings
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.gui.widgets.saving import SaveRow
from cgcounter.gui.widgets.wrapping_row import WrappingRow
from cgcounter.services.table_file import TableFile

_LEAST_HEIGHT: Final = 70


class PreviewPart(QWidget):
    """Signals: take_wanted. save_wanted: the folder for the refused rows, a Path. back_wanted."""

    take_wanted = Signal()
    save_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice, self.saving = NoticeBar(), SaveRow()
        self._title, self._rows_of = QLabel(), QLabel()
        self._findings, self._refused = Findings(), QListWidget()
        self._which, self._bar = QComboBox(), QProgressBar()
        self._model = FileRows(self)
        self.rows = RowsView(self._model)
        self._buttons = QWidget()
        self._row = WrappingRow(self._buttons)
        self._file: TableFile | None = None
        self._build()
        self._add_buttons()
        self._which.currentIndexChanged.connect(self._show_table)
        self.saving.save_wanted.connect(self.save_wanted)
        self.setFocusProxy(self.rows)
        self._fit()

    def show_file(self, title: str, file: TableFile) -> None:
        """Show its first rows; what it would change is not known yet."""
        self._file = file
        self._title.setText(title)
        self._which.clear()
        for table in file.tables:
            if table.columns:
                self._which.addItem(table.name)
        for widget in (self._which, self._rows_of):
            widget.setVisible(self._which.count() > 1)
        self._show_table()
        self.notice.dismiss()
        self.saving.hide()
        self.show_refused(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what was found."""
        self._findings.show_findings(findings)

    def show_refused(self, rows: Sequence[str]) -> None:
        """List the rows that are not taken; only then can they be saved."""
        self._refused.clear()
        self._refused.addItems(list(rows))
        self._refused.setVisible(bool(rows))
        self.save.setEnabled(bool(rows))

    def offer(self, *, take: bool) -> None:
        """Whether the file can be taken in."""
        self.take.setEnabled(take)

    def show_work(self, per_cent: int | None) -> None:
        """How far the work under way has come; None: there is none."""
        self._bar.setVisible(per_cent is not None)
        self._bar.setValue(per_cent or 0)

    @property
    def refused_rows(self) -> list[str]:
        """What is said of the rows that are not taken."""
        return [self._refused.item(place).text() for place in range(self._refused.count())]

    @property
    def found(self) -> list[str]:
        """What is said of the file."""
        return [one.words for one in self._findings.shown]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _build(self) -> None:
        self._title.setProperty("textRole", "title")
        self._rows_of.setText(self.tr("&Rows of"))
        self._rows_of.setBuddy(self._which)
        self._which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._which.setAccessibleName(self.tr("Table whose rows are shown"))
        self._which.setWhatsThis(self.tr("A file may hold several tables; the first rows of one are shown."))
        self.rows.setAccessibleName(self.tr("The first {count} rows").format(count=SHOWN))
        self.rows.setWhatsThis(self.tr("As the file has them, with the number of the row in the sheet."))
        self._refused.setAccessibleName(self.tr("Rows that are not taken"))
        self._refused.setWhatsThis(
            self.tr("Where each stands and why; F7 saves this list for who made the file.")
        )
        self._bar.setAccessibleName(self.tr("How far it has come"))
        self.saving.hide()
        self._bar.hide()
        which = QWidget()
        cells = QHBoxLayout(which)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.addWidget(self._rows_of)
        cells.addWidget(self._which)
        cells.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        for widget in (self._title, self.notice, self._bar, self._findings, which):
            layout.addWidget(widget)
        layout.addWidget(self.rows, 2)
        layout.addWidget(self._refused, 1)
        layout.addWidget(self.saving)
        layout.addWidget(self._buttons)

    def _add_buttons(self) -> None:
        self.take = self._add(
            "primary", self.tr("Take it in"), self.take_wanted.emit, "F9", "Ctrl+Return", "Ctrl+Enter"
        )
        self.save = self._add("", self.tr("Save the refused rows"), self._open_saving, "F7")
        self._add("quiet", self.tr("Back"), self._go_back, "Esc")

    def _add(self, kind: str, words: str, do: Callable[[], None], *keys: str) -> QAction:
        action, button = QAction(words, self), QPushButton(f"{words}  {keys[0]}")
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setAutoRepeat(False)
        action.triggered.connect(do)
        action.enabledChanged.connect(button.setEnabled)
        self.addAction(action)
        button.setProperty("kind", kind)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        self._row.addWidget(button)
        return action

    def _fit(self) -> None:
        px = theme_in_use().px
        self._row.setSpacing(px(8))
        for cells in (self.rows, self._refused):
            cells.setMinimumHeight(px(_LEAST_HEIGHT))

    @Slot()
    def _show_table(self) -> None:
        tables = {table.name: table for table in self._file.tables} if self._file else {}
        self._model.show_table(tables.get(self._which.currentText()))
        self.rows.selectRow(0)

    @Slot()
    def _open_saving(self) -> None:
        self.saving.open()

    @Slot()
    def _go_back(self) -> None:
        """The row that asks for a folder first."""
        if self.saving.isVisible():
            self.saving.hide()
            self.rows.setFocus()
        else:
            self.back_wanted.emit()
