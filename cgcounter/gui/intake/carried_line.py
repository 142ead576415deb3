"""What holds for the next dossier too, and must not be overlooked: the group, and that receipts are entered late."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class CarriedLine(QWidget):
    """In sight however long the form is; it is gone when each dossier is of now and by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group: UUID | None = None
        self._place = 1
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setProperty("carried", "true")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._label)

    @property
    def group(self) -> UUID | None:
        """The group of what is saved next; None: it is by itself."""
        return self._group

    @property
    def has_begun(self) -> bool:
        """Whether dossiers of the group were saved already."""
        return self._group is not None and self._place > 1

    @property
    def words(self) -> str:
        """What is said; empty when nothing is."""
        return self._label.text()

    def begin_group(self, group: UUID | None, place: int = 1) -> None:
        """What is saved from here on was handed in together; the next is at this ``place``, from 1. None: no group."""
        self._group, self._place = group, place

    def count_on(self) -> None:
        """One more of the group was saved."""
        self._place += 1

    def tell(self, late: str) -> None:
        """Say the group, and what is said of a late entry."""
        group = ""
        if self._group is not None:
            words = self.tr("Group: dossier {number} of one submitter. Ctrl+G ends the group.")
            group = words.format(number=self._place)
        self._label.setText("\n".join(part for part in (late, group) if part))
        self.setAccessibleName(self._label.text())
        self.setVisible(bool(self._label.text()))
