"""When the result is promised: by the rule in one line, or typed where the catalogue does not know the duration."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.deadlines import explain
from cgcounter.domain.particulars import DueBasis
from cgcounter.domain.procedures import Time
from cgcounter.gui.days import due_words
from cgcounter.gui.typed_values import read_day, show_day
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.parsed_edit import ParsedEdit
from cgcounter.gui.widgets.partial_date_edit import PartialDateEdit
from cgcounter.gui.widgets.wrapping_row import FieldLine
from cgcounter.services.intake import Intake, Terms

END_OF_DAY: Final = time(17, 0)
_CLOCK: Final = re.compile(r"([0-9]{1,2})[hH:. ]*([0-9]{2})?")


class ClockEdit(ParsedEdit[time]):
    """17:00, 9h30, 930 or 17."""

    allowed = r"[\dhH:. ]*"


class DuePart(Form):
    """Signals: ``edited``: a due time was typed, or that there is none."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: PartialDateEdit[date] = PartialDateEdit(read_day, show_day)
        self.clock = ClockEdit(parse_clock, show_clock)
        self.none = QCheckBox(self.tr("No due time"))
        self._words = QLabel()
        self._asks = False
        self._build()
        self._explain()
        for field in (self.day, self.clock):
            field.textEdited.connect(self._follow)
        self.none.toggled.connect(self._dress)
        self.none.clicked.connect(self._follow)

    def _build(self) -> None:
        self._words.setWordWrap(True)
        self.day.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.day.setProperty("holds", "date")
        self.clock.setProperty("holds", "clock")
        self.day.setAccessibleName(self.tr("Due day"))
        self.clock.setAccessibleName(self.tr("Due clock time"))
        self._line = FieldLine()
        for part in (self.day, self.clock, self.none):
            self._line.add(part)
        told = self.add(self.tr("D&ue"), self._words)
        told.label.setBuddy(self.day)
        self._row = self.add("", self._line)

    def _explain(self) -> None:
        self.day.setWhatsThis(
            self.tr(
                "The catalogue does not know the duration: the day that the citizen is promised, as 8 digits."
            )
        )
        self.clock.setWhatsThis(self.tr("The hour on that day: 17, 17:00 or 9h30."))
        self.none.setWhatsThis(self.tr("Space: no time is promised, and the receipt names none."))

    @property
    def words(self) -> str:
        """What the line says of the due time."""
        return self._words.text()

    @property
    def basis(self) -> DueBasis:
        """By the rule, typed, or none; where nothing was typed yet the rule is asked, and says what is missing."""
        if not self._asks:
            return DueBasis.RULE
        if self.none.isChecked():
            return DueBasis.NONE
        return DueBasis.TYPED if self.day.text().strip() else DueBasis.RULE

    @property
    def typed(self) -> datetime | None:
        """The time that was typed; None while there is none or it cannot be read."""
        day, clock = self.day.value, self.clock.value
        if self.basis is not DueBasis.TYPED or day is None or clock is None:
            return None
        return datetime.combine(day, clock, TIME_ZONE)

    def show_time(self, time: Time) -> None:
        """Ask for the due time where the catalogue does not know the duration; else wait for the rule's answer."""
        self._ask(asks=time.duration is None)

    def _ask(self, *, asks: bool) -> None:
        self._asks = asks
        self._row.clear()
        self._row.setVisible(asks)
        self._row.label.setVisible(asks)
        self._say_typed()

    def show_terms(self, terms: Terms) -> None:
        """Say the time by the rule, and how it was counted."""
        if terms.due is not None:
            self._words.setText(f"<b>{due_words(terms.due.at)}</b> · {explain(terms.due)}")

    def restore(self, draft: Intake) -> None:
        """Put a draft's due time back, after its procedure."""
        if draft.due_typed is not None:
            self.day.show_value(draft.due_typed.date())
            self.clock.show_value(draft.due_typed.time())
        self.none.setChecked(draft.due_basis is DueBasis.NONE)
        self._say_typed()

    def point_at_unreadable(self) -> bool:
        """Lead to what was typed and means nothing; False: all of it can be read."""
        is_unreadable = self.basis is DueBasis.TYPED and self.typed is None
        if is_unreadable:
            self.say_error(self.tr("There is no such day or time: 24032022, 17:00."))
        return is_unreadable

    def say_error(self, words: str) -> None:
        """Something is wrong with the due time."""
        self._row.say(Remark.ERROR, words)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_all(self) -> None:
        """Back to nothing typed."""
        self.day.clear()
        self.clock.show_value(END_OF_DAY)
        self.none.setChecked(False)
        self._ask(asks=False)

    def _say_typed(self) -> None:
        """The day of the week shows a slip of the finger: nobody means to promise a Sunday."""
        if self.typed is not None:
            self._words.setText(f"<b>{due_words(self.typed)}</b>")
        elif self._asks:
            self._words.setText(
                self.tr("The catalogue does not know the duration: type a due time, or none.")
            )
        else:
            self._words.clear()

    @Slot()
    def _follow(self) -> None:
        self._row.clear()
        self._say_typed()
        self.edited.emit()

    @Slot(bool)
    def _dress(self, none: bool) -> None:  # noqa: FBT001  a slot is called by place
        for field in (self.day, self.clock):
            field.setEnabled(not none)


def parse_clock(text: str) -> time | None:
    """A clock time as clerks type it: 17:00, 9h30, 930, 1700, 9h or 17; None for anything else."""
    found = _CLOCK.fullmatch(text.strip())
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else None
    except ValueError:
        return None


def show_clock(clock: time) -> str:
    return f"{clock:%H:%M}"
