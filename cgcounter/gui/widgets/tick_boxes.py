"""A box to tick for each of a few things, in columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

Key = TypeVar("Key")


class TickBoxes(QWidget, Generic[Key]):
    """Shows choices in the order they are given.

    Signals: toggled: a box was ticked or unticked.
    """

    toggled = Signal()

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._boxes: dict[Key, QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)

    @property
    def ticked(self) -> tuple[Key, ...]:
        """What is ticked, in the order shown."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def show_choices(self, choices: Sequence[tuple[Key, str]], ticked: Collection[Key]) -> None:
        """Show a box for each key with its words; made once, ticked anew afterwards."""
        for key, words in choices:
            if key not in self._boxes:
                self._add(key, words)
        for key, box in self._boxes.items():
            box.setChecked(key in ticked)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def _add(self, key: Key, words: str) -> None:
        place = len(self._boxes)
        box = QCheckBox(words)
        box.toggled.connect(self.toggled)
        self._boxes[key] = box
        self._grid.addWidget(box, place // self._columns, place % self._columns)
