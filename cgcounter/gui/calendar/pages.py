"""The pages on which a day is typed, a year confirmed, and what changes is seen before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QWidget

from cgcounter.domain.calendar import CalendarDay, DayKind
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.typed_values import read_day, show_day
from cgcounter.gui.widgets.edit_page import EditPage
from cgcounter.gui.widgets.findings import Finding, Findings
from cgcounter.gui.widgets.page import Page
from cgcounter.gui.widgets.partial_date_edit import PartialDateEdit

_LIST_HEIGHT = 220


class DayAnswer(NamedTuple):
    """A day as it was typed; None: there is no such date."""

    date: date | None
    kind: DayKind
    reason: str
    document: str


class DayPage(EditPage):
    """One day that differs from its weekday."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("A day of the calendar"),
            self.tr("It counts when the whole calendar is saved; what was promised before stays promised."),
            parent,
        )
        self._date: PartialDateEdit[date] = PartialDateEdit(read_day, show_day)
        self._kind, self._reason, self._document = QComboBox(), QLineEdit(), QLineEdit()
        self._date.setProperty("holds", "date")
        self.ask("date", self.tr("&Day"), self._date, self.tr("Eight digits, such as 02012026."))
        self.ask("kind", self.tr("&Kind"), self._kind, self.tr("The arrow keys choose."))
        self.ask(
            "reason",
            self.tr("&Reason"),
            self._reason,
            self.tr("Of a make-up working day with the day off it is worked for, such as: for 02/01/2026."),
        )
        self.ask(
            "document", self.tr("D&ocument"), self._document, self.tr("Number of the decision; may be empty.")
        )
        self.next.setText(self.tr("Into the table  F9"))

    def ask_for(self, kinds: Sequence[tuple[DayKind, str]], day: CalendarDay | None) -> None:
        """Begin with a day of the table, or with empty fields."""
        self.show_title(self.tr("Change a day") if day else self.tr("A new day"))
        self._kind.clear()
        for kind, words in kinds:
            self._kind.addItem(words, kind)
        self._date.show_value(day.date if day else None)
        self._kind.setCurrentIndex(max(self._kind.findData(day.kind if day else DayKind.DAY_OFF), 0))
        self._reason.setText(day.name if day else "")
        self._document.setText(day.source if day else "")
        self.begin()

    def answer(self) -> DayAnswer:
        kind = DayKind(self._kind.currentData() or DayKind.DAY_OFF)
        return DayAnswer(self._date.value, kind, self._reason.text(), self._document.text())


class DecidePage(EditPage):
    """The decision that makes the forecasts of a year valid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Confirm a year"),
            self.tr("Only when the decision is there and its days are those of the table, swaps included."),
            parent,
        )
        self._document = QLineEdit()
        self.ask(
            "document", self.tr("D&ocument"), self._document, self.tr("Number of the decision of that year.")
        )
        self.next.setText(self.tr("Into the table  F9"))

    def ask_for(self, year: int, forecasts: int) -> None:
        """Begin with an empty field."""
        words = self.tr("Confirm {year}: forecasts that become decided days: {count}")
        self.show_title(words.format(year=year, count=forecasts))
        self._document.clear()
        self.begin()

    def answer(self) -> str:
        return self._document.text()


class ChangesPage(Page):
    """What keeping the calendar would change; nothing to type."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Save the calendar"),
            self.tr("It becomes a new version; the former ones stay on record."),
            parent,
        )
        self._findings, self._list = Findings(), QListWidget()
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ask(
            "changes", self.tr("&Changes"), self._list, self.tr("Every day that is new, changed or gone.")
        )
        self.form.add_wide(self._findings)
        self.next.setText(self.tr("Save  Enter"))

    def show_changes(self, lines: Sequence[str], findings: Sequence[Finding]) -> None:
        """List the days, and say what it means for dossiers."""
        self._list.clear()
        self._list.addItems(list(lines))
        self._list.setCurrentRow(0)
        self._list.setFixedHeight(theme_in_use().px(_LIST_HEIGHT))
        self._findings.show_findings(findings)
        self.show_working(under_way=False)

    def answer(self) -> None:
        """Nothing is asked."""

    @property
    def lines(self) -> list[str]:
        """The days that are listed."""
        return [self._list.item(place).text() for place in range(self._list.count())]

    @property
    def found(self) -> list[str]:
        """What is said about dossiers."""
        return [one.words for one in self._findings.shown]
