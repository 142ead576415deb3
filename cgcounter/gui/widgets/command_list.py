"""The commands as a list: the text, its keys at the right, what is not valid now greyed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cgcounter.gui.theme import ROW_HEIGHT, theme_in_use
from cgcounter.gui.widgets.commands import Command

_MOST_ROWS: Final = 10
_Index = QModelIndex | QPersistentModelIndex


class CommandList(QListView):
    """Signals: clicked_command: the Command that the mouse chose."""

    clicked_command = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = _Commands(self)
        self.setModel(self._commands)
        self.setItemDelegate(_CommandDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._tell_click)

    @property
    def command(self) -> Command | None:
        """The one that is marked."""
        return self._commands.at(self.currentIndex())

    @property
    def commands(self) -> tuple[Command, ...]:
        """All that are listed."""
        return self._commands.commands

    def show_commands(self, commands: Sequence[Command]) -> None:
        """List these, the first one marked; a sentence where there are none."""
        self._commands.replace(tuple(commands), self.tr("Nothing matches"))
        self.setCurrentIndex(self._commands.index(0))

    def wanted_height(self) -> int:
        """As high as its rows, up to a page of them."""
        rows = min(self._commands.rowCount(), _MOST_ROWS)
        return rows * theme_in_use().px(ROW_HEIGHT) + 2 * self.frameWidth()

    @Slot(int)
    def step(self, rows: int) -> None:
        """Move the mark; it stops at both ends."""
        row = self.currentIndex().row() + rows
        self.setCurrentIndex(self._commands.index(min(max(row, 0), self._commands.rowCount() - 1)))

    @Slot(QModelIndex)
    def _tell_click(self, index: QModelIndex) -> None:
        self.clicked_command.emit(self._commands.at(index))


class _Commands(QAbstractListModel):
    """The commands, replaced whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.commands: tuple[Command, ...] = ()
        self._nothing = ""

    def at(self, index: _Index) -> Command | None:
        return self.commands[index.row()] if 0 <= index.row() < len(self.commands) else None

    def replace(self, commands: tuple[Command, ...], nothing: str) -> None:
        self.beginResetModel()
        self.commands, self._nothing = commands, nothing
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else max(len(self.commands), 1)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command = self.at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return command.text if command else self._nothing
        if role == Qt.ItemDataRole.UserRole:
            return command
        if role == Qt.ItemDataRole.AccessibleTextRole and command:
            parts = (command.text, *command.keys, "" if command.enabled else self.tr("not possible now"))
            return ", ".join(part for part in parts if part)
        return None


class _CommandDelegate(QStyledItemDelegate):
    """The text at the left, its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme_in_use().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        command = index.data(Qt.ItemDataRole.UserRole)
        valid = command is not None and command.enabled
        keys = "   ".join(command.keys) if command is not None else ""
        tokens, gap = theme_in_use().tokens, theme_in_use().px(10)
        area, metrics = option.rect.adjusted(gap, 0, -gap, 0), option.fontMetrics
        room = area.width() - metrics.horizontalAdvance(keys) - 2 * gap
        painter.save()
        painter.setPen(QColor(tokens.text if valid else tokens.disabled))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(QColor(tokens.muted if valid else tokens.disabled))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)
        painter.restore()
