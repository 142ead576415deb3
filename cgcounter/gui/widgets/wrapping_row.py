"""A row that goes on in the next line where the pane is too narrow, as it is at a large zoom."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """Gives each widget the size it asks for, from left to right, line by line.

    A widget that wants to grow gets what its line leaves.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = list(self._lines(width))
        return sum(map(_height, lines)) + self.spacing() * max(len(lines) - 1, 0)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        top = area.top()
        for line in self._lines(area.width()):
            self._place(line, QRect(area.left(), top, area.width(), _height(line)))
            top += _height(line) + self.spacing()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.sizeHint())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        """The items as they share out over lines of this width."""
        line: list[QLayoutItem] = []
        for item in self._shown():
            if line and self._width([*line, item]) > width:
                yield line
                line = []
            line.append(item)
        if line:
            yield line

    def _width(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self.spacing() * (len(line) - 1)

    def _place(self, line: list[QLayoutItem], area: QRect) -> None:
        growing = [item for item in line if _may_grow(item)]
        share = max(area.width() - self._width(line), 0) // max(len(growing), 1)
        left = area.left()
        for item in line:
            size = item.sizeHint() + QSize(share if item in growing else 0, 0)
            item.setGeometry(QRect(QPoint(left, area.top()), size))
            left += size.width() + self.spacing()


def _may_grow(item: QLayoutItem) -> bool:
    wants = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
    return wants and item.maximumSize().width() > item.sizeHint().width()


def _height(line: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)


class FieldLine(QWidget):
    """Short fields beside each other, each kept together with the label before it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = WrappingRow(self)

    def add(self, field: QWidget, words: str = "") -> None:
        """Add a field at the end."""
        if not words:
            self._row.addWidget(field)
            return
        label, pair = QLabel(words), QWidget()
        label.setBuddy(field)
        field.setAccessibleName(words)
        cells = QHBoxLayout(pair)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.addWidget(label)
        cells.addWidget(field)
        self._row.addWidget(pair)
