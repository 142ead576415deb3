"""The facts of a dossier, row by row, and its history under them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cgcounter.gui.result_return.card_words import CardFacts, Row
from cgcounter.gui.result_return.history_words import Told
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.status_chip import StatusChip
from cgcounter.gui.widgets.wrapping_row import WrappingRow

SMALLEST_TARGET: Final = 32


class FactsPanel(QScrollArea):
    """Scrolls with the arrow keys while it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._words: dict[Row, QLabel] = {}
        self._labels: dict[Row, QLabel] = {}
        self._chip = StatusChip()
        self._explanation = _words("muted")
        self._history_title = _words("title")
        self._facts, self._history = QGridLayout(), QGridLayout()
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._build()
        self._fit()

    def words(self, row: Row) -> str:
        """What a row says; empty when it is left out."""
        return self._words[row].text()

    @property
    def history(self) -> tuple[str, ...]:
        """The lines of the history, the latest first."""
        return tuple(what.text() for _, what in self._lines)

    def show_facts(self, facts: CardFacts) -> None:
        """Show a dossier."""
        for row in Row:
            words = facts.rows.get(row, "")
            self._words[row].setText(words)
            self._words[row].setVisible(bool(words))
            self._labels[row].setVisible(bool(words))
        self._chip.show_state(*facts.standing)
        self._explanation.setText(facts.explanation)
        self._explanation.setVisible(bool(facts.explanation))
        self._dress_prints(is_printed=facts.is_printed)
        self._show_history(facts.history)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _titles(self) -> dict[Row, str]:
        return {
            Row.PROCEDURE: self.tr("Procedure"),
            Row.DUE: self.tr("Due"),
            Row.STATE: self.tr("State", "where a dossier stands"),
            Row.RESULT: self.tr("Result"),
            Row.SUBMITTER: self.tr("Handed in by"),
            Row.ARRIVAL: self.tr("Came in"),
            Row.CONTACT: self.tr("Contact", "phone and address"),
            Row.PAPERS: self.tr("Papers"),
            Row.FEE: self.tr("Fee"),
            Row.PRINTS: self.tr("Receipt"),
            Row.NOTE: self.tr("Note"),
        }

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Facts and history of the dossier"))
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.addLayout(self._facts)
        self._column.addWidget(self._history_title)
        self._column.addLayout(self._history)
        self._column.addStretch(1)
        self._history_title.setText(self.tr("History"))
        for row, title in self._titles().items():
            self._add_row(row, title)
        for grid in (self._facts, self._history):
            grid.setColumnStretch(1, 1)
        self.setWidget(inner)
        for ground in (inner, self.viewport()):
            ground.setAutoFillBackground(False)

    def _add_row(self, row: Row, title: str) -> None:
        label, words = _words("muted"), _words()
        label.setText(title)
        label.setWordWrap(False)
        self._labels[row], self._words[row] = label, words
        line = self._facts.rowCount()
        self._facts.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        if row is not Row.DUE:
            self._facts.addWidget(words, line, 1)
            return
        due = QWidget()
        self._due = WrappingRow(due)
        words.setWordWrap(False)
        for widget in (words, self._chip):
            self._due.addWidget(widget)
        self._facts.addWidget(due, line, 1)
        self._facts.addWidget(self._explanation, line + 1, 1)

    def _dress_prints(self, *, is_printed: bool) -> None:
        label = self._words[Row.PRINTS]
        label.setProperty("textRole", "" if is_printed else "warning")
        label.style().unpolish(label)
        label.style().polish(label)

    def _show_history(self, lines: tuple[Told, ...]) -> None:
        for label in (label for line in self._lines for label in line):
            self._history.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._lines = [self._add_line(at, told) for at, told in enumerate(reversed(lines))]

    def _add_line(self, at: int, told: Told) -> tuple[QLabel, QLabel]:
        when, what = _words("muted"), _words()
        when.setText(f"{told.at:%H:%M %d/%m/%Y}")
        when.setWordWrap(False)
        what.setText(f"{told.what} · {told.who}")
        self._history.addWidget(when, at, 0, Qt.AlignmentFlag.AlignTop)
        self._history.addWidget(what, at, 1)
        return when, what

    def _fit(self) -> None:
        px = theme_in_use().px
        self._column.setContentsMargins(0, 0, px(8), 0)
        self._column.setSpacing(px(8))
        self._due.setSpacing(px(10))
        # An open part may need nearly all the room there is.
        self.setMinimumHeight(max(px(24), SMALLEST_TARGET))
        for grid in (self._facts, self._history):
            grid.setHorizontalSpacing(px(12))
            grid.setVerticalSpacing(px(3))
        for label in self.findChildren(QLabel):
            _leave_room(label)
        widest = max(label.sizeHint().width() for label in self._labels.values())
        self._facts.setColumnMinimumWidth(0, widest)


def _leave_room(label: QLabel) -> None:
    """Capitals with two marks (Ẩ, Ễ) rise above what fonts call their height; Qt would cut the upper one off."""
    label.setContentsMargins(0, theme_in_use().px(4), 0, 0)


def _words(role: str = "") -> QLabel:
    label = QLabel()
    _leave_room(label)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("textRole", role)
    return label
