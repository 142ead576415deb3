"""The page that asks by which catalogue of procedures the office is to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.findings import Finding, Findings
from cgcounter.gui.widgets.page import Page
from cgcounter.gui.widgets.path_field import PathField, Wanted

_LIST_HEIGHT = 160


class CataloguePage(Page):
    """A file to look into; the line left empty keeps the catalogue that comes with the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("The catalogue"),
            self.tr(
                "Left empty, the office begins with the catalogue of 2022 that comes with the program. Else name the "
                "file of the procedures (CSV); that of the papers, papers.csv, lies beside it."
            ),
            parent,
        )
        self._file = PathField(self.tr("Catalogue file"), Wanted.FILE)
        self._file.line.setPlaceholderText(self.tr("the catalogue of 2022"))
        self._findings, self._list = Findings(), QListWidget()
        self._list.setAccessibleName(self.tr("What would change, row by row"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.hide()
        self.ask("file", self.tr("Catalogue &file"), self._file)
        self.form.add_wide(self._findings)
        self.form.add_wide(self._list)

    def answer(self) -> str:
        return self._file.text

    def show_preview(self, findings: Sequence[Finding], rows: Sequence[str]) -> None:
        """Say what the file would change, and list it row by row."""
        self._findings.show_findings(findings)
        self._list.clear()
        self._list.addItems(list(rows))
        self._list.setFixedHeight(theme_in_use().px(_LIST_HEIGHT))
        self._list.setVisible(bool(rows))
