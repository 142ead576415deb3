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
from cgcounter.domain.papers_at_hand import PaperAtHand
from cgcounter.domain.particulars import PaperAsked, PaperGiven, PaperSource, Submission
from cgcounter.domain.procedures import Paper
from cgcounter.gui.widgets.check_table import CheckRow, CheckTable
from cgcounter.gui.widgets.pane_keys import PaneKeys

_NO_BREAK: Final = "\u00a0"
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Key(Struct, frozen=True):
    """What a row stands for; ``free`` papers are not of the catalogue and survive a change of case."""

    name: str
    submission: Submission
    free: bool = False


class _Origin(Struct, frozen=True):
    """Where a paper comes from; what is new has no such origin."""

    source: PaperSource
    from_code: str = ""


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
    """Signals: ``edited``: a paper was ticked, counted, noted, added, taken over, or is being named."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: dict[str, PaperAtHand] = {}
        self._origins: dict[str, _Origin] = {}
        headings = (self.tr("Papers"), self.tr("Originals"), self.tr("Copies"), self.tr("Note"))
        self.table = CheckTable(headings)
        self.table.setAccessibleName(self.tr("Papers of the dossier"))
        self.table.rows_changed.connect(self.edited)
        self.extra = _ExtraPaper()
        self.extra.setPlaceholderText(self.tr("Another paper: type its name, then Enter"))
        self.extra.setAccessibleName(self.tr("Another paper"))
        self.extra.named.connect(self._add_extra)
        self.extra.textEdited.connect(self.edited)
        self._add_keys()
        self._explain()
        self._none = QLabel(self.tr("The catalogue names no papers for this procedure."))
        self._none.setProperty("textRole", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.table, self._none, self.extra):
            layout.addWidget(widget)

    def _add_keys(self) -> None:
        keys = PaneKeys(self.table)
        self._take_one = keys.add(self.tr("Paper given before: take it over, or not"), self._reuse, "D")
        self._look_one = keys.add(self.tr("Paper looked up in a data base, or not"), self._look_up, "K")
        self._take_all = keys.add(self.tr("Take over all papers given before"), self._reuse_all, "A")
        self.table.selectionModel().currentChanged.connect(self._allow_keys)
        self._allow_keys()

    @Slot()
    def _allow_keys(self) -> None:
        """Only on the name of a paper: in the cell of its note the same letters begin to be typed."""
        place = self.table.currentIndex()
        is_on_name = place.isValid() and place.column() == 0
        self._take_one.setEnabled(is_on_name and self._current_name() in self._offers)
        self._look_one.setEnabled(is_on_name)
        self._take_all.setEnabled(is_on_name and bool(self._offers))

    def _explain(self) -> None:
        self.table.setWhatsThis(
            self.tr(
                "Space unticks a paper that was not brought. A digit counts its originals; Right goes on to the copies "
                "and the note. D takes over a paper that was given before, A all of them, K says that it was looked up "
                "in a data base. Enter goes down, and from the last row on to the next field."
            )
        )
        self.extra.setWhatsThis(
            self.tr(
                "A paper that the catalogue does not name: Enter adds it, Enter in the empty line goes on."
            )
        )

    def offer(self, at_hand: Iterable[PaperAtHand]) -> None:
        """Say which of the papers the office has already; what was taken over of another offer is asked for again."""
        self._offers = {paper.name: paper for paper in at_hand}
        self._origins = {
            name: origin for name, origin in self._origins.items() if self._still_stands(name, origin)
        }
        self._allow_keys()
        self._say_anew(self.table.rows)

    def _still_stands(self, name: str, origin: _Origin) -> bool:
        offer = self._offers.get(name)
        is_offered = offer is not None and offer.from_code == origin.from_code
        return is_offered or origin.source is not PaperSource.REUSED

    def show_asked(self, papers: Iterable[Paper]) -> None:
        """Show what the catalogue asks for; ticks, counts, notes and free papers of before stay."""
        before = {row.key: row for row in self.table.rows}
        asked = [self._asked_row(paper) for paper in papers]
        self._show([before.get(row.key, row) for row in asked] + self._free_rows())

    def show_draft(self, asked: Iterable[Paper], given: Iterable[PaperGiven]) -> None:
        """Show what the catalogue asks for, ticked as it was in a draft, and the draft's free papers."""
        brought = {paper.name: paper for paper in given}
        self._origins = {
            paper.name: _Origin(paper.source, paper.from_code)
            for paper in brought.values()
            if paper.source is not PaperSource.NEW
        }
        rows = []
        for paper in asked:
            row, was = self._asked_row(paper), brought.pop(paper.name, None)
            rows.append(replace(row, is_checked=False) if was is None else _as_given(row, was))
        self._show(rows + [self._free_row(paper) for paper in brought.values()])

    def typed(self) -> tuple[PaperGiven, ...]:
        """The ticked papers, with the count, note or name that is still being typed."""
        self.table.take_edit()
        return tuple(self._given(row) for row in self._rows_with_extra() if row.is_checked)

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
        self._offers, self._origins = {}, {}
        self._show([])
        self._none.setVisible(False)

    def _show(self, rows: list[CheckRow]) -> None:
        self.table.show_rows(tuple(rows))
        self._allow_keys()
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _asked_row(self, paper: Paper) -> CheckRow:
        key = _Key(paper.name, paper.must_submit)
        return CheckRow(key, self._text_of(key), counts=(paper.originals, paper.copies))

    def _free_row(self, paper: PaperGiven) -> CheckRow:
        key = _Key(paper.name, paper.submission, free=True)
        return _as_given(CheckRow(key, self._text_of(key)), paper)

    def _free_rows(self) -> list[CheckRow]:
        return [row for row in self.table.rows if _key(row).free]

    def _text_of(self, key: _Key) -> str:
        shown = self.tr(" (shown only)") if key.submission is Submission.SHOW_ONLY else ""
        return f"{key.name}{shown}{self._source_words(key.name)}"

    def _source_words(self, name: str) -> str:
        """Whether a paper is new, reused or looked up, or may be reused; what names a dossier has its own line."""
        origin, offer = self._origins.get(name), self._offers.get(name)
        if origin is not None and origin.source is PaperSource.REUSED:
            return "\n" + self.tr("reused from {code}").format(code=origin.from_code)
        if origin is None and offer is not None:
            words = self.tr("given before with {code}, {day}: D takes it over")
            return "\n" + words.format(code=offer.from_code, day=f"{offer.day:%d/%m/%Y}")
        words = self.tr("new") if origin is None else self.tr("looked up")
        return " " + f"· {words}".replace(" ", _NO_BREAK)

    def _say_anew(self, rows: Iterable[CheckRow]) -> None:
        self.table.retell(tuple(replace(row, text=self._text_of(_key(row))) for row in rows))

    @Slot()
    def _reuse(self) -> None:
        offer = self._offers.get(self._current_name())
        if offer is not None:
            self._switch(offer.name, _Origin(PaperSource.REUSED, offer.from_code))

    @Slot()
    def _look_up(self) -> None:
        name = self._current_name()
        if name:
            self._switch(name, _Origin(PaperSource.LOOKED_UP))

    @Slot()
    def _reuse_all(self) -> None:
        for offer in self._offers.values():
            self._origins[offer.name] = _Origin(PaperSource.REUSED, offer.from_code)
        self._tick(set(self._offers))

    def _switch(self, name: str, origin: _Origin) -> None:
        """The same key once more: the paper is new again."""
        if self._origins.get(name) == origin:
            del self._origins[name]
        else:
            self._origins[name] = origin
        self._tick({name})

    def _tick(self, chosen: set[str]) -> None:
        """What is at hand is part of the dossier."""
        rows = (
            replace(row, is_checked=row.is_checked or _key(row).name in chosen) for row in self.table.rows
        )
        self._say_anew(rows)
        self.edited.emit()

    def _current_name(self) -> str:
        row = self.table.currentIndex().row()
        return _key(self.table.rows[row]).name if 0 <= row < len(self.table.rows) else ""

    def _given(self, row: CheckRow) -> PaperGiven:
        key, (originals, copies) = _key(row), row.counts
        origin = self._origins.get(key.name, _Origin(PaperSource.NEW))
        return PaperGiven(
            name=key.name,
            originals=originals,
            copies=copies,
            submission=key.submission,
            source=origin.source,
            note=row.note,
            from_code=origin.from_code,
        )

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


def _key(row: CheckRow) -> _Key:
    if not isinstance(row.key, _Key):
        raise TypeError(row.key)
    return row.key
