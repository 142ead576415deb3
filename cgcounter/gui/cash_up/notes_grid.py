"""How many banknotes of each value lie in the drawer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from cgcounter.domain.cash import BANKNOTES_DONG, NoteCount
from cgcounter.domain.money import figures

_COLUMNS = 3
_MOST_NOTES = 99_999


class NotesGrid(QWidget):
    """A small field for each banknote, empty where there is none.

    Signals: ``edited``: the clerk counted something.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[int, QLineEdit] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place, dong in enumerate(BANKNOTES_DONG):
            self._add(place, dong)
        self.setFocusProxy(self.fields[BANKNOTES_DONG[0]])

    @property
    def notes(self) -> tuple[NoteCount, ...]:
        """What was counted, the largest first."""
        counts = ((dong, int(field.text() or 0)) for dong, field in self.fields.items())
        return tuple(NoteCount(dong, count) for dong, count in counts if count)

    def show_notes(self, notes: tuple[NoteCount, ...]) -> None:
        """Show a count; none of it is new."""
        counts = {one.dong: one.count for one in notes}
        for dong, field in self.fields.items():
            field.setText(str(counts[dong]) if dong in counts else "")

    def _add(self, place: int, dong: int) -> None:
        label, field = QLabel(f"{figures(dong)} ×"), QLineEdit()
        label.setBuddy(field)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.setValidator(QIntValidator(0, _MOST_NOTES, field))
        field.setAccessibleName(self.tr("Banknotes of {value} đồng").format(value=figures(dong)))
        field.textEdited.connect(self._tell)
        self.fields[dong] = field
        row, column = place // _COLUMNS, 2 * (place % _COLUMNS)
        self._grid.addWidget(label, row, column)
        self._grid.addWidget(field, row, column + 1)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()
