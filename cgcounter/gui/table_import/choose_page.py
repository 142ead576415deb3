"""The page that asks which table is to be taken in, and from which file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from cgcounter.gui.widgets.page import Page
from cgcounter.gui.widgets.path_field import PathField, Wanted
from cgcounter.services.table_file import COLUMNS, TABLES, ImportKind


class Choice(NamedTuple):
    """What the page asks for."""

    kind: ImportKind
    file: str


class ChoosePage(Page):
    """A kind of table, and below it what such a table has to have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Take in a table"),
            self.tr("What the file would change is shown first. Nothing changes before you have seen it."),
            parent,
        )
        self._kind = QComboBox()
        self._file = PathField(self.tr("Table file"), Wanted.FILE)
        self._about = QLabel()
        self._add_fields()
        self._tell()

    def _add_fields(self) -> None:
        for kind, name in self._names().items():
            self._kind.addItem(name, kind)
        self._about.setWordWrap(True)
        self._about.setProperty("textRole", "muted")
        self.ask("kind", self.tr("&Kind of table"), self._kind, self.tr("The arrow keys choose."))
        self.form.add_wide(self._about)
        self.ask("file", self.tr("&File"), self._file, self.tr("CSV (UTF-8) or XLSX."))
        self.next.setText(self.tr("Look into it  Enter"))
        self.back.setText(self.tr("Close  Esc"))
        self._kind.currentIndexChanged.connect(self._tell)

    @property
    def kind(self) -> ImportKind:
        """The kind that is chosen."""
        return ImportKind(self._kind.currentData())

    def answer(self) -> Choice:
        return Choice(self.kind, self._file.text)

    def _names(self) -> Mapping[ImportKind, str]:
        return {
            ImportKind.CATALOGUE: self.tr("Catalogue of procedures"),
            ImportKind.CALENDAR: self.tr("Working calendar"),
            ImportKind.UNITS: self.tr("List of units"),
            ImportKind.DOSSIERS: self.tr("Paper dossiers of before"),
        }

    @Slot()
    def _tell(self) -> None:
        about = {
            ImportKind.CATALOGUE: self.tr(
                "The file replaces the catalogue. Dossiers received before keep the procedure of their intake."
            ),
            ImportKind.CALENDAR: self.tr(
                "The years that the file speaks of are replaced. Due times already promised stay."
            ),
            ImportKind.UNITS: self.tr("The file replaces the list of units."),
            ImportKind.DOSSIERS: self.tr(
                "Each row becomes a dossier of its day, in your name. The same file a second time adds nothing."
            ),
        }
        needed = self.tr("Columns of {table}: {columns}.")
        tables = (
            needed.format(table=name, columns=", ".join(COLUMNS[name].needed)) for name in TABLES[self.kind]
        )
        self._about.setText("\n".join((about[self.kind], *tables)))
