"""The papers of the dossier: those the catalogue asks for, and free ones the citizen brought."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from cgcounter.domain import names
from cgcounter.domain.particulars import PaperGiven, Submission
from cgcounter.domain.procedures import Paper
from cgcounter.gui.widgets.check_table import CheckRow, CheckTable


class _Key(Struct, frozen=True):
    """What a row stands for; ``free`` papers are not of the catalogue and survive a change of case."""

    name: str
    submission: Submission
    free: bool = False


class PapersPart(QWidget):
    """Signals: ``edited``: a paper was ticked, counted, noted or added."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headings = (self.tr("Papers"), self.tr("Originals"), self.tr("Copies"), self.tr("Note"))
        self.table = CheckTable(headings)
        self.table.setAccessibleName(self.tr("Papers of the dossier"))
        self.table.rows_changed.connect(self.edited)
        self.extra = QLineEdit()
        self.extra.setPlaceholderText(self.tr("Another paper: type its name, then Enter"))
        self.extra.setAccessibleName(self.tr("Another paper"))
        self.extra.returnPressed.connect(self._add_extra)
        self._none = QLabel(self.tr("The catalogue names no papers for this procedure."))
        self._none.setProperty("textRole", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.table, self._none, self.extra):
            layout.addWidget(widget)

    def show_asked(self, papers: Iterable[Paper]) -> None:
        """Show what the catalogue asks for; ticks, counts, notes and free papers of before stay."""
        before = {row.key: row for row in self.table.rows}
        asked = [self._asked_row(paper) for paper in papers]
        self._show([before.get(row.key, row) for row in asked] + self._free_rows())

    def show_draft(self, asked: Iterable[Paper], given: Iterable[PaperGiven]) -> None:
        """Show what the catalogue asks for, ticked as it was in a draft, and the draft's free papers."""
        brought = {paper.name: paper for paper in given}
        rows = []
        for paper in asked:
            row, was = self._asked_row(paper), brought.pop(paper.name, None)
            rows.append(replace(row, is_checked=False) if was is None else _as_given(row, was))
        self._show(rows + [self._free_row(paper) for paper in brought.values()])

    def typed(self) -> tuple[PaperGiven, ...]:
        """The ticked papers."""
        return tuple(_given(row) for row in self.table.rows if row.is_checked)

    def first(self) -> QWidget:
        """Where going through the papers begins."""
        return self.table if self.table.rows else self.extra

    def clear_all(self) -> None:
        """No papers."""
        self.extra.clear()
        self._show([])
        self._none.setVisible(False)

    def _show(self, rows: list[CheckRow]) -> None:
        self.table.show_rows(tuple(rows))
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _asked_row(self, paper: Paper) -> CheckRow:
        key = _Key(paper.name, paper.must_submit)
        text = self._text_of(paper.name, paper.must_submit)
        return CheckRow(key, text, counts=(paper.originals, paper.copies))

    def _free_row(self, paper: PaperGiven) -> CheckRow:
        key = _Key(paper.name, paper.submission, free=True)
        return _as_given(CheckRow(key, self._text_of(paper.name, paper.submission)), paper)

    def _free_rows(self) -> list[CheckRow]:
        return [row for row in self.table.rows if isinstance(row.key, _Key) and row.key.free]

    def _text_of(self, name: str, submission: Submission) -> str:
        return name + self.tr(" (shown only)") if submission is Submission.SHOW_ONLY else name

    @Slot()
    def _add_extra(self) -> None:
        name = names.nfc(self.extra.text())
        if not name:
            self.focusNextPrevChild(True)  # noqa: FBT003  Qt's own signature
            return
        free = self._free_row(PaperGiven(name, originals=1))
        rows = [replace(row, is_checked=True) if row.text == name else row for row in self.table.rows]
        is_there = any(row.text == name for row in rows)
        self._show(rows if is_there else [*rows, free])
        self.extra.clear()
        self.edited.emit()


def _as_given(row: CheckRow, paper: PaperGiven) -> CheckRow:
    return replace(row, is_checked=True, counts=(paper.originals, paper.copies), note=paper.note)


def _given(row: CheckRow) -> PaperGiven:
    if not isinstance(row.key, _Key):
        raise TypeError(row.key)
    originals, copies = row.counts
    return PaperGiven(
        name=row.key.name, originals=originals, copies=copies, submission=row.key.submission, note=row.note
    )
