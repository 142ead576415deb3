"""The papers of the dossier: those the catalogue asks for, and free ones the citizen brought."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from msgspec import Struct
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from cgcounter.domain import names
from cgcounter.domain.particulars import PaperAsked, PaperGiven, Submission
from cgcounter.domain.procedures import Paper
from cgcounter.gui.widgets.check_table import CheckRow, CheckTable

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Key(Struct, frozen=True):
    """What a row stands for; ``free`` papers are not of the catalogue and survive a change of case."""

    name: str
    submission: Submission
    free: bool = False


class _ExtraPaper(QLineEdit):
    """Enter takes the name and waits for another one; in the empty line it goes on, as in every field.

    Signals: ``named``: a name stands there and Enter was pressed.
    """

    named = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and event.key() in _ENTER and self.text().strip():
            self.named.emit()
        else:
            super().keyPressEvent(event)


class PapersPart(QWidget):
    """Signals: ``edited``: a paper was ticked, counted, noted, added, or is being named."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headings = (self.tr("Papers"), self.tr("Originals"), self.tr("Copies"), self.tr("Note"))
        self.table = CheckTable(headings)
        self.table.setAccessibleName(self.tr("Papers of the dossier"))
        self.table.rows_changed.connect(self.edited)
        self.extra = _ExtraPaper()
        self.extra.setPlaceholderText(self.tr("Another paper: type its name, then Enter"))
        self.extra.setAccessibleName(self.tr("Another paper"))
        self.extra.named.connect(self._add_extra)
        self.extra.textEdited.connect(self.edited)
        self._explain()
        self._none = QLabel(self.tr("The catalogue names no papers for this procedure."))
        self._none.setProperty("textRole", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.table, self._none, self.extra):
            layout.addWidget(widget)

    def _explain(self) -> None:
        self.table.setWhatsThis(
            self.tr(
                "Space unticks a paper that was not brought. A digit counts its originals; Right goes on to the copies "
                "and the note. Enter goes down, and from the last row on to the next field."
            )
        )
        self.extra.setWhatsThis(
            self.tr(
                "A paper that the catalogue does not name: Enter adds it, Enter in the empty line goes on."
            )
        )

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
        """The ticked papers, with the count, note or name that is still being typed."""
        self.table.take_edit()
        return tuple(_given(row) for row in self._rows_with_extra() if row.is_checked)

    def missing(self) -> tuple[PaperAsked, ...]:
        """The papers of the catalogue that are not ticked: what the citizen is to bring."""
        rows = (row for row in self.table.rows if not row.is_checked and not _key(row).free)
        return tuple(
            PaperAsked(_key(row).name, originals=row.counts[0], copies=row.counts[1]) for row in rows
        )

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
        return [row for row in self.table.rows if _key(row).free]

    def _text_of(self, name: str, submission: Submission) -> str:
        return name + self.tr(" (shown only)") if submission is Submission.SHOW_ONLY else name

    @Slot()
    def _add_extra(self) -> None:
        self._show(self._rows_with_extra())
        self.extra.clear()
        self.edited.emit()

    def _rows_with_extra(self) -> list[CheckRow]:
        """The rows, and the paper named in the line below; one that is listed is ticked instead."""
        rows, name = list(self.table.rows), names.nfc(self.extra.text())
        named = [place for place, row in enumerate(rows) if _key(row).name == name]
        for place in named:
            rows[place] = replace(rows[place], is_checked=True)
        return rows if named or not name else [*rows, self._free_row(PaperGiven(name, originals=1))]


def _as_given(row: CheckRow, paper: PaperGiven) -> CheckRow:
    return replace(row, is_checked=True, counts=(paper.originals, paper.copies), note=paper.note)


def _given(row: CheckRow) -> PaperGiven:
    key, (originals, copies) = _key(row), row.counts
    return PaperGiven(
        name=key.name, originals=originals, copies=copies, submission=key.submission, note=row.note
    )


def _key(row: CheckRow) -> _Key:
    if not isinstance(row.key, _Key):
        raise TypeError(row.key)
    return row.key
