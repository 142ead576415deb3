"""A code for machines on the screen: black on white in every scheme, its modules whole pixels of the screen."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cgcounter.domain.trial_codes import SymbolKind
from cgcounter.gui.theme import theme_in_use
from cgcounter.services.ports import Symbol

_DARK: Final = "1"
_MODULE: Final = {SymbolKind.CODE_128: 2, SymbolKind.QR: 3}
_QUIET_MODULES: Final = {SymbolKind.CODE_128: 10, SymbolKind.QR: 4}
_BARS_HEIGHT: Final = 64
_BARS_MARGIN: Final = 12


class SymbolView(QWidget):
    """Shows one symbol with the white that scanners need around it."""

    def __init__(self, kind: SymbolKind, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says of it."""
        super().__init__(parent)
        self._kind = kind
        self._rows: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_symbol(self, symbol: Symbol) -> None:
        """Show these modules."""
        self._rows = symbol.rows
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        module, quiet = self._module(), self._quiet()
        width = len(self._rows[0]) * module + 2 * quiet if self._rows else 0
        return QSize(round(width), round(self._row_height() * len(self._rows) + 2 * self._margin()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        module, height = self._module(), self._row_height()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            for row, modules in enumerate(self._rows):
                left = self._quiet()
                for value, run in groupby(modules):
                    width = sum(1 for _ in run) * module
                    if value == _DARK:
                        top = self._margin() + row * height
                        painter.fillRect(QRectF(left, top, width, height), Qt.GlobalColor.black)
                    left += width

    def _module(self) -> float:
        """The width of a module: whole pixels of the screen, or its edges would be grey."""
        ratio = self.devicePixelRatioF()
        return max(round(theme_in_use().px(_MODULE[self._kind]) * ratio), 1) / ratio

    def _quiet(self) -> float:
        return _QUIET_MODULES[self._kind] * self._module()

    def _row_height(self) -> float:
        return theme_in_use().px(_BARS_HEIGHT) if self._kind is SymbolKind.CODE_128 else self._module()

    def _margin(self) -> float:
        """Above and below: bars are read across and need little."""
        return theme_in_use().px(_BARS_MARGIN) if self._kind is SymbolKind.CODE_128 else self._quiet()
