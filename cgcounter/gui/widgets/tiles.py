"""Tiles with a figure and a word that filter the list beside them; Alt+1 is the first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget


@dataclass(frozen=True)
class TileSpec:
    """A tile: what it stands for, and its word."""

    key: object
    word: str


class Tile(QPushButton):
    """One figure with its word; pressed in while it filters."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self._figure, self._word = QLabel("–"), QLabel(word)
        self._figure.setProperty("textRole", "number")
        self._word.setProperty("textRole", "muted")
        # At a large zoom four unbroken words beside each other would take the room of the task.
        self._word.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._labels = QVBoxLayout(self)
        self._labels.setContentsMargins(10, 4, 10, 4)
        self._labels.setSpacing(0)
        for label in (self._figure, self._word):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._labels.addWidget(label)
        self.setAccessibleName(word)

    @property
    def figure(self) -> str:
        """The figure as it is shown."""
        return self._figure.text()

    def show_figure(self, figure: int) -> None:
        self._figure.setText(str(figure))
        self.setAccessibleName(f"{figure} {self._word.text()}")

    def sizeHint(self) -> QSize:
        return self._labels.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._labels.minimumSize()


class Tiles(QWidget):
    """A row of tiles, at most one of them pressed in.

    Signals: chosen: the key of the tile that was pressed in, None when the last one was let out.
    The actions of the widget choose a tile each; the command palette lists them.
    """

    chosen = Signal(object)

    def __init__(self, specs: Sequence[TileSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: dict[object, Tile] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for number, spec in enumerate(specs, start=1):
            tile = Tile(spec.word, self)
            tile.clicked.connect(self._tell)
            layout.addWidget(tile, 1)
            self._tiles[spec.key] = tile
            self._add_action(tile, spec.word, f"Alt+{number}")

    def tile(self, key: object) -> Tile:
        """The tile that stands for `key`."""
        return self._tiles[key]

    @property
    def choice(self) -> object | None:
        """The key of the tile that is pressed in."""
        return next((key for key, tile in self._tiles.items() if tile.isChecked()), None)

    def choose(self, key: object | None) -> None:
        """Press one tile in, or let all out, without telling anyone."""
        for each, tile in self._tiles.items():
            tile.setChecked(each == key)

    def show_figures(self, figures: Mapping[object, int]) -> None:
        """New figures, by key."""
        for key, figure in figures.items():
            self._tiles[key].show_figure(figure)

    def _add_action(self, tile: Tile, word: str, shortcut: str) -> None:
        action = QAction(word, self)
        action.setShortcut(shortcut)
        action.triggered.connect(tile.click)
        tile.setToolTip(f"{word} ({shortcut})")
        self.addAction(action)

    @Slot()
    def _tell(self) -> None:
        pressed = self.sender()
        for tile in self._tiles.values():
            if tile is not pressed:
                tile.setChecked(False)
        self.chosen.emit(self.choice)
