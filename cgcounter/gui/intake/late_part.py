"""A dossier whose receipt was written by hand, in a power cut: its day, its hour, its number, and the reason."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.particulars import LateEntryKind
from cgcounter.gui.intake.due_part import ClockEdit, parse_clock, show_clock
from cgcounter.gui.typed_values import read_day, show_day
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.partial_date_edit import PartialDateEdit
from cgcounter.gui.widgets.prompt_box import PromptBox
from cgcounter.gui.widgets.wrapping_row import FieldLine
from cgcounter.services.intake import Intake, LateIntake
from cgcounter.services.texts import MOST_TEXT


class LatePart(QWidget):
    """Folded away until its box is ticked; of a pile of receipts the day and the reason stay for the next one.

    Signals: ``edited``: something was typed. ``time_changed``: everything is judged by another day now.
    """

    edited = Signal()
    time_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_box = PromptBox(self.tr("Received &before: the receipt was written by hand"))
        self.day: PartialDateEdit[date] = PartialDateEdit(read_day, show_day)
        self.clock = ClockEdit(parse_clock, show_clock)
        self.number, self.reason = QLineEdit(), QLineEdit()
        self._form = Form()
        self._build()
        self._explain()
        self.open_box.toggled.connect(self._form.setVisible)
        self.open_box.clicked.connect(self._begin)
        for field in (self.day, self.clock):
            field.value_changed.connect(self._follow_time)
        for line in (self.number, self.reason):
            line.textEdited.connect(self._follow)

    def _build(self) -> None:
        moment = FieldLine()
        for field, name, holds in (
            (self.day, self.tr("Day of the receipt"), "date"),
            (self.clock, self.tr("Hour of the receipt"), "clock"),
        ):
            field.setAccessibleName(name)
            field.setProperty("holds", holds)
            moment.add(field)
        self.day.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.clock.setPlaceholderText(self.tr("9h30"))
        self.reason.setPlaceholderText(self.tr("power cut, machine out of order"))
        self.reason.setMaxLength(MOST_TEXT)
        self._moment = self._form.add(self.tr("Received on"), moment)
        self._form.add(self.tr("Number on it"), self.number)
        self._reason = self._form.add(self.tr("Reason"), self.reason)
        self._form.setVisible(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.open_box)
        rows.addWidget(self._form)

    def _explain(self) -> None:
        self.open_box.setWhatsThis(
            self.tr("Space: a dossier that was received while the machine stood still is entered now.")
        )
        self.day.setWhatsThis(
            self.tr("The day on the hand-written receipt, as 8 digits; the due time is counted from it.")
        )
        self.clock.setWhatsThis(self.tr("The hour on the hand-written receipt: 9h30 or 9:30."))
        self.number.setWhatsThis(self.tr("The number on the hand-written receipt, by which it is found."))
        self.reason.setWhatsThis(self.tr("Why it was written by hand; it stays on record."))

    @property
    def is_open(self) -> bool:
        """Whether what is typed was received before."""
        return self.open_box.isChecked()

    @property
    def words(self) -> str:
        """That what is typed was received before, and when; empty for a dossier of now."""
        late = self.typed()
        if late is None:
            return ""
        if late.received_at is None:
            return self.tr("Late entry: the day and hour on the hand-written receipt are not typed yet.")
        words = self.tr("Late entry: received {when}, the receipt was written by hand.")
        return words.format(when=f"{late.received_at:%H:%M %d/%m/%Y}")

    def typed(self) -> LateIntake | None:
        """What stands here, without a time while day or hour cannot be read; None for a dossier of now."""
        if not self.is_open:
            return None
        day, clock = self.day.value, self.clock.value
        at = datetime.combine(day, clock, TIME_ZONE) if day is not None and clock is not None else None
        return LateIntake(LateEntryKind.HAND_WRITTEN, at, self.reason.text(), self.number.text())

    def point_at_unreadable(self) -> bool:
        """Lead to the day or hour where it is missing or means nothing; False: all of it can be read."""
        if not self.is_open:
            return False
        for field in (self.day, self.clock):
            if field.value is None:
                self.say_time(
                    self.tr("Type the day and the hour of the hand-written receipt: 10032022, 9h30.")
                )
                field.setFocus()
                return True
        return False

    def restore(self, intake: Intake) -> None:
        """Put a draft back."""
        self.clear_all()
        if intake.late is not None:
            if intake.late.received_at is not None:
                at = intake.late.received_at.astimezone(TIME_ZONE)
                self.day.show_value(at.date())
                self.clock.show_value(at.timetz().replace(tzinfo=None))
            self.number.setText(intake.late.paper_number)
            self.reason.setText(intake.late.reason)
            self.open_box.setChecked(True)

    def clear_all(self) -> None:
        """A dossier of now."""
        self.open_box.setChecked(False)
        for field in (self.day, self.clock, self.number, self.reason):
            field.clear()
        self._forget_errors()

    def go_on(self) -> None:
        """The next of a pile: only its number is another one, and its hour."""
        self.number.clear()
        self._forget_errors()

    def say_time(self, words: str) -> None:
        """The time of the receipt cannot be."""
        self._moment.say(Remark.ERROR, words)
        self.day.setFocus()

    def say_reason(self, words: str) -> None:
        """The reason is missing."""
        self._reason.say(Remark.ERROR, words)
        self.reason.setFocus()

    @Slot()
    def _begin(self) -> None:
        if self.is_open:
            self.day.setFocus()
        self._follow_time()

    @Slot()
    def _follow_time(self) -> None:
        self._follow()
        self.time_changed.emit()

    @Slot()
    def _follow(self) -> None:
        self._forget_errors()
        self.edited.emit()

    def _forget_errors(self) -> None:
        self._moment.clear()
        self._reason.clear()
