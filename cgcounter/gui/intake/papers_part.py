"""The papers of the dossier: those the catalogue asks for, and free ones the citizen brought."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from cgcounter.domain.events import PaperGiven
from cgcounter.domain.procedures import Paper, Submission
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
        asked = [_asked_row(paper, self._words_of(paper.must_submit)) for paper in papers]
        free = [row for row in self.table.rows if isinstance(row.key, _Key) and row.key.free]
        self._show([before.get(row.key, row) for row in asked] + free)

    def show_given(self, papers: Iterable[PaperGiven]) -> None:
        """Show the papers of a draft."""
        self._show([self._given_row(paper) for paper in papers])

    def typed(self) -> tuple[PaperGiven, ...]:
        """The ticked papers."""
        return tuple(_given(row) for row in self.table.rows if row.is_checked)

    def take_focus(self) -> None:
        """Begin with the first paper."""
        (self.table if self.table.rows else self.extra).setFocus(Qt.FocusReason.TabFocusReason)

    def clear_all(self) -> None:
        """No papers."""
        self.extra.clear()
        self._show([])
        self._none.setVisible(False)

    def _show(self, rows: list[CheckRow]) -> None:
        self.table.show_rows(tuple(rows))
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _given_row(self, paper: PaperGiven) -> CheckRow:
        key = _Key(paper.name, paper.submission, free=True)
        text = f"{paper.name}{self._words_of(paper.submission)}"
        return CheckRow(key, text, counts=(paper.originals, paper.copies), note=paper.note)

    def _words_of(self, submission: Submission) -> str:
        return self.tr(" (shown only)") if submission is Submission.SHOW_ONLY else ""

    @Slot()
    def _add_extra(self) -> None:
        name = self.extra.text().strip()
        if not name:
            self.focusNextPrevChild(True)  # noqa: FBT003  Qt's own signature
            return
        row = CheckRow(_Key(name, Submission.YES, free=True), name, counts=(1, 0))
        self._show([*self.table.rows, row])
        self.extra.clear()
        self.edited.emit()


def _asked_row(paper: Paper, suffix: str) -> CheckRow:
    key = _Key(paper.name, paper.must_submit)
    return CheckRow(key, f"{paper.name}{suffix}", counts=(paper.originals, paper.copies))


def _given(row: CheckRow) -> PaperGiven:
    if not isinstance(row.key, _Key):
        raise TypeError(row.key)
    originals, copies = row.counts
    return PaperGiven(
        name=row.key.name, originals=originals, copies=copies, submission=row.key.submission, note=row.note
    )
