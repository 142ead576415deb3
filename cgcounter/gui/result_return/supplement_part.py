"""What an incomplete dossier lacks, ticked off from its papers or typed; and what then came."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from cgcounter.domain.particulars import PaperAsked, PaperGiven
from cgcounter.gui.result_return.ask_part import AskPart, Question
from cgcounter.gui.widgets.check_table import CheckRow, CheckTable


class PapersAskPart(AskPart):
    """A table of papers over the lines of the question; a line below it takes papers that it does not name."""

    def __init__(self, question: Question, headings: tuple[str, ...], *, ticked: bool) -> None:
        self.table, self.extra = CheckTable(headings), QLineEdit()
        super().__init__(question, (self.table, self.extra))
        self._ticked, self._counts = ticked, len(headings) - 2
        self.extra.setPlaceholderText(self.tr("Another paper: type its name, then Enter"))
        self.extra.setAccessibleName(self.tr("Another paper"))
        self.table.rows_changed.connect(self.edited)
        self.extra.returnPressed.connect(self._add_extra)

    def open_for(self, papers: Iterable[str]) -> None:
        """Offer these papers, one original each."""
        self.extra.clear()
        self.table.show_rows(tuple(self._row(name, is_checked=self._ticked) for name in papers))
        self.open_with({})
        for one, following in pairwise((self.table, self.extra, next(iter(self.fields.values())))):
            QWidget.setTabOrder(one, following)
        (self.table if self.table.rows else self.extra).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_touched(self) -> bool:
        """Whether closing would lose something that was typed or ticked."""
        changed = any(row.is_checked is not self._ticked for row in self.table.rows)
        return changed or bool(self.extra.text().strip()) or super().is_touched

    @property
    def asked(self) -> tuple[PaperAsked, ...]:
        """The ticked papers as a request names them: originals, certified and plain copies."""
        return tuple(PaperAsked(row.text, *row.counts) for row in self._checked())

    @property
    def brought(self) -> tuple[PaperGiven, ...]:
        """The ticked papers as they came: originals and copies."""
        return tuple(
            PaperGiven(row.text, originals=row.counts[0], copies=row.counts[1], note=row.note)
            for row in self._checked()
        )

    def _checked(self) -> tuple[CheckRow, ...]:
        self._add_extra()
        return tuple(row for row in self.table.rows if row.is_checked)

    def _row(self, name: str, *, is_checked: bool) -> CheckRow:
        return CheckRow(key=name, text=name, is_checked=is_checked, counts=(1, *([0] * (self._counts - 1))))

    @Slot()
    def _add_extra(self) -> None:
        name = " ".join(self.extra.text().split())
        if name:
            self.table.show_rows((*self.table.rows, self._row(name, is_checked=True)))
            self.extra.clear()
            self.edited.emit()
