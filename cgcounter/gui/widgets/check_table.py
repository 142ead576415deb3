"""A table to tick off, with counts and a note in each row, worked with the keyboard from top to bottom."""

from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cgcounter.gui.theme import ROW_HEIGHT, theme_in_use

Index = QModelIndex | QPersistentModelIndex

_LARGEST_COUNT = 999
_NOTE_SHARE = 0.3
_BESIDE_TEXT = 52  # the box to tick and the paddings
_MOST_ROWS_SHOWN, _FEWEST_ROWS_SHOWN = 7, 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TEXT_COLUMN = 0


@dataclass(frozen=True)
class CheckRow:
    """One thing to tick off; `key` says to its owner what it is."""

    key: object
    text: str
    is_checked: bool = True
    counts: tuple[int, ...] = ()
    note: str = ""


class CheckTable(QTableView):
    """Up and Down move, Space ticks, digits count, Enter goes down and from the last row on to the next field.

    Signals: rows_changed: all rows as a tuple of CheckRow, after a change by the clerk.
    """

    rows_changed = Signal(object)

    def __init__(self, headings: tuple[str, ...], parent: QWidget | None = None) -> None:
        """`headings` name the text, each count, and the note."""
        super().__init__(parent)
        self._rows_model = _Rows(headings, self)
        self._rows_model.edited.connect(self.rows_changed)
        self.setModel(self._rows_model)
        delegate = _CellDelegate(self)
        delegate.entered.connect(self._move_row)
        self.setItemDelegate(delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)  # the name of a paper is long, and who uses no mouse sees no tip
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.verticalHeader().hide()
        self._size_cells()

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """What stands in the table now."""
        return self._rows_model.rows

    def take_edit(self) -> None:
        """Take over what is being typed into a cell, which stays open; nothing where none is."""
        editor = self._open_cell()
        if editor is not None:
            self.commitData(editor)

    def end_edit(self) -> None:
        """Close an open cell with what was typed: its row has the focus, and is found by who comes back to it."""
        if self._open_cell() is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rows(self, rows: tuple[CheckRow, ...]) -> None:
        """Show other rows; nobody is told."""
        self._rows_model.replace(rows)
        self.setCurrentIndex(self._rows_model.index(0, _TEXT_COLUMN))
        self.updateGeometry()

    def retell(self, rows: tuple[CheckRow, ...]) -> None:
        """Show the same rows in other words or ticked otherwise; the place and an open cell stay; nobody is told."""
        self._rows_model.retell(rows)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_for(_MOST_ROWS_SHOWN))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height_for(_FEWEST_ROWS_SHOWN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_cells()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._size_cells()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move_row(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self._rows_model.toggle(index.row())
        elif event.text().isdigit() and index.isValid() and index.column() == _TEXT_COLUMN:
            self._count(event)
        else:
            super().keyPressEvent(event)

    def _open_cell(self) -> QWidget | None:
        editor = QApplication.focusWidget()
        return editor if editor is not None and self.viewport().isAncestorOf(editor) else None

    def _height_for(self, rows: int) -> int:
        """What all rows need, but no more than so many plain ones."""
        row = theme_in_use().px(ROW_HEIGHT)
        body = min(max(self.verticalHeader().length(), row), rows * row)
        return self.horizontalHeader().sizeHint().height() + body + 2 * self.frameWidth() + 2

    @Slot(bool)
    def _move_row(self, back: bool) -> None:  # noqa: FBT001  a slot is called by place
        row = self.currentIndex().row() + (-1 if back else 1)
        if 0 <= row < len(self.rows):
            self.setCurrentIndex(self._rows_model.index(row, self.currentIndex().column()))
        else:
            self.focusNextPrevChild(not back)

    def _count(self, event: QKeyEvent) -> None:
        """A digit typed on the text means the first count of that row."""
        first_count = self._rows_model.index(self.currentIndex().row(), _TEXT_COLUMN + 1)
        if first_count.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(first_count)
            super().keyPressEvent(event)

    def _size_cells(self) -> None:
        if not hasattr(self, "_rows_model"):  # Qt asks while the table is still being made
            return
        header, rows = self.horizontalHeader(), self.verticalHeader()
        rows.setMinimumSectionSize(theme_in_use().px(ROW_HEIGHT))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        note = self._rows_model.columnCount() - 1
        widths = {column: header.sectionSizeHint(column) for column in range(1, note + 1)}
        room = self.viewport().width() - sum(widths[column] for column in range(1, note))
        widths[note] = max(int(room * _NOTE_SHARE), widths[note])
        widths[_TEXT_COLUMN] = room - widths[note]
        for column, width in widths.items():
            header.resizeSection(column, width)
        self.updateGeometry()


class _Rows(QAbstractTableModel):
    """The rows as one tuple, replaced whole.

    Signals: edited: that tuple, after a change by the clerk.
    """

    edited = Signal(object)

    def __init__(self, headings: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._headings = headings
        self.rows: tuple[CheckRow, ...] = ()

    def replace(self, rows: tuple[CheckRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def retell(self, rows: tuple[CheckRow, ...]) -> None:
        if len(rows) != len(self.rows):
            raise ValueError(rows)
        if rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, _TEXT_COLUMN), self.index(len(rows) - 1, _TEXT_COLUMN))

    def toggle(self, row: int) -> None:
        self._put(row, replace(self.rows[row], is_checked=not self.rows[row].is_checked))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._cell(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.text if index.column() == _TEXT_COLUMN else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == _TEXT_COLUMN:
            return Qt.CheckState.Checked if row.is_checked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, place = self.rows[index.row()], index.column() - 1
        if role == Qt.ItemDataRole.CheckStateRole:
            self.toggle(index.row())
        elif index.column() == len(self._headings) - 1:
            self._put(index.row(), replace(row, note=str(value).strip()))
        elif str(value).isdigit():
            counts = (*row.counts[:place], int(str(value)), *row.counts[place + 1 :])
            self._put(index.row(), replace(row, counts=counts))
        else:
            return False
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == _TEXT_COLUMN:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def _put(self, place: int, row: CheckRow) -> None:
        if row == self.rows[place]:
            return
        self.rows = (*self.rows[:place], row, *self.rows[place + 1 :])
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._headings) - 1))
        self.edited.emit(self.rows)

    def _cell(self, row: CheckRow, column: int) -> str:
        if column == _TEXT_COLUMN:
            return row.text
        if column == len(self._headings) - 1:
            return row.note
        return str(row.counts[column - 1])

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        is_count = _TEXT_COLUMN < column < len(self._headings) - 1
        side = Qt.AlignmentFlag.AlignHCenter if is_count else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class _CellDelegate(QStyledItemDelegate):
    """Edits counts as plain digits, the note as plain text; makes a row as high as its text needs.

    Signals: entered: Enter ended an edit; True with Shift.
    """

    entered = Signal(bool)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        table, px = option.widget, theme_in_use().px
        if not isinstance(table, QTableView) or index.column() != _TEXT_COLUMN:
            return QSize(0, px(ROW_HEIGHT))
        width = table.columnWidth(_TEXT_COLUMN) - px(_BESIDE_TEXT)
        wrapped = option.fontMetrics.boundingRect(
            QRect(0, 0, width, 0), Qt.TextFlag.TextWordWrap, str(index.data())
        )
        return QSize(width, wrapped.height() + px(10))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("inCell", True)  # noqa: FBT003  Qt's own signature
        if index.column() < index.model().columnCount() - 1:
            editor.setValidator(QIntValidator(0, _LARGEST_COUNT, editor))
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """One Enter takes what was typed and goes on; Qt's own would need a second one. Help leaves a cell open."""
        if isinstance(event, QFocusEvent) and event.reason() == Qt.FocusReason.PopupFocusReason:
            return False
        is_enter = isinstance(event, QKeyEvent) and event.key() in _ENTER
        if not is_enter or event.type() != QEvent.Type.KeyPress or not isinstance(editor, QWidget):
            return super().eventFilter(editor, event)
        back = isinstance(event, QKeyEvent) and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
        self.entered.emit(back)
        return True

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
