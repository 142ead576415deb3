"""What the office asks for and promises: pages and copies, fee, exemption, due time."""

from __future__ import annotations

from datetime import datetime, time

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.deadlines import explain
from cgcounter.domain.errors import CounterError
from cgcounter.domain.events import DueBasis
from cgcounter.domain.money import FeeRule, parse_dong
from cgcounter.domain.people import parse_partial_date
from cgcounter.domain.procedures import Procedure
from cgcounter.gui.widgets.count_edit import CountEdit
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.money_edit import MoneyEdit
from cgcounter.gui.widgets.wrapping_row import FieldLine
from cgcounter.services.intake import Terms

END_OF_DAY = time(17, 0)


class TypedTerms(Struct, frozen=True):
    """What the clerk typed over or beside the catalogue's terms."""

    pages: int
    copies: int
    fee_typed: int | None
    exemption: str
    due_basis: DueBasis
    due_typed: datetime | None


class TermsPart(Form):
    """Signals: ``edited``: pages, copies, fee, exemption or due time were changed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages, self.copies = CountEdit(), CountEdit()
        self.fee, self.exemption = MoneyEdit(_read_dong, _show_dong), QLineEdit()
        self.due_day, self.due_clock = QLineEdit(), QLineEdit()
        self.no_due = QCheckBox(self.tr("No due time"))
        self.due_words = QLabel()
        self._by_rule: int | None = None
        self._asks_due = False
        self._build_counts()
        self._build_fee()
        self._build_due()

    def _build_counts(self) -> None:
        for field in (self.pages, self.copies):
            field.value_changed.connect(self.edited)
        counts = self._beside((self.pages, ""), (self.copies, self.tr("Copies", "how many are made")))
        self._counts_row = self.add(self.tr("Pa&ges"), counts)
        self._counts_row.label.setBuddy(self.pages)
        self.pages.setAccessibleName(self.tr("Pages of the original"))

    def _build_fee(self) -> None:
        self.exemption.setPlaceholderText(self.tr("reason, if nothing is paid"))
        self.fee.setMinimumWidth(110)
        for field in (self.fee, self.exemption):
            field.textEdited.connect(self.edited)
        self.fee.editingFinished.connect(self._check_fee)
        fees = self._beside((self.fee, ""), (self.exemption, self.tr("Exempt")))
        self._fee_row = self.add(self.tr("F&ee"), fees)
        self._fee_row.label.setBuddy(self.fee)
        self.fee.setAccessibleName(self.tr("Fee"))

    def _build_due(self) -> None:
        self.due_words.setWordWrap(True)
        self.due_day.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.due_clock.setText(f"{END_OF_DAY:%H:%M}")
        self.due_clock.setProperty("holds", "clock")
        for field in (self.due_day, self.due_clock):
            field.textEdited.connect(self.edited)
        self.no_due.toggled.connect(self.edited)
        self.due_day.setProperty("holds", "date")
        self._due_line = FieldLine()
        for part in (self.due_day, self.due_clock, self.no_due):
            self._due_line.add(part)
        self.due_day.setAccessibleName(self.tr("Due day"))
        self.due_clock.setAccessibleName(self.tr("Due clock time"))
        self._due_row = self.add(self.tr("D&ue"), self.due_words)
        self._typed_due_row = self.add("", self._due_line)
        self._due_row.label.setBuddy(self.due_day)

    def _beside(self, *fields: tuple[QWidget, str]) -> QWidget:
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        for field, words in fields:
            if words:
                label = QLabel(words)
                label.setBuddy(field)
                field.setAccessibleName(words)
                layout.addWidget(label)
            layout.addWidget(field, 1)
        return line

    def show_procedure(self, procedure: Procedure) -> None:
        """Show the fields that this procedure's fee and due time need."""
        tiers = procedure.fee_rule is FeeRule.PER_PAGE_TIER
        per_copy = procedure.fee_rule is FeeRule.PER_COPY
        self.pages.setVisible(tiers)
        self._counts_row.setVisible(tiers or per_copy)
        self._counts_row.label.setVisible(tiers or per_copy)
        self._counts_row.label.setText(self.tr("Pa&ges") if tiers else "")
        self._ask_due(asks=procedure.duration is None)

    def _ask_due(self, *, asks: bool) -> None:
        self._asks_due = asks
        self._typed_due_row.setVisible(asks)
        self.due_words.setText(
            self.tr("The catalogue does not know the duration: type a due time, or none.") if asks else ""
        )

    def take_counts_focus(self) -> bool:
        """Begin with pages, or copies, where the fee asks for them; False where it does not."""
        if not self._counts_row.isVisibleTo(self):
            return False
        first = self.pages if self.pages.isVisibleTo(self) else self.copies
        first.setFocus()
        first.selectAll()
        return True

    def show_terms(self, terms: Terms) -> None:
        """Show what follows from the rules now."""
        if self._by_rule != terms.fee_dong or not self.fee.text():
            self._by_rule = terms.fee_dong
            self.fee.show_value(terms.fee_dong)
        self.fee.setPlaceholderText(self.tr("type the amount") if terms.fee_dong is None else "")
        if terms.due is not None:
            self.due_words.setText(f"<b>{due_text(terms.due.at)}</b> · {explain(terms.due)}")

    def typed(self) -> TypedTerms:
        """What the clerk typed; raises BadDateError for a due day that is none."""
        return TypedTerms(
            pages=self.pages.count,
            copies=self.copies.count,
            fee_typed=self._fee_typed(),
            exemption=self.exemption.text(),
            due_basis=self._due_basis(),
            due_typed=self._due_typed(),
        )

    def restore(self, typed: TypedTerms) -> None:
        """Put a draft's terms back."""
        self.pages.show_value(typed.pages or 1)
        self.copies.show_value(typed.copies or 1)
        self.exemption.setText(typed.exemption)
        if typed.fee_typed is not None:
            self.fee.show_value(typed.fee_typed)
        if typed.due_typed is not None:
            self.due_day.setText(f"{typed.due_typed:%d/%m/%Y}")
            self.due_clock.setText(f"{typed.due_typed:%H:%M}")
        self.no_due.setChecked(typed.due_basis is DueBasis.NONE)

    def say_fee(self, words: str) -> None:
        """Something is wrong with the fee."""
        self._fee_row.say(Remark.ERROR, words)
        self.fee.setFocus()

    def say_due(self, words: str) -> None:
        """Something is wrong with the due time."""
        self._typed_due_row.say(Remark.ERROR, words)
        self.due_day.setFocus()

    def clear_all(self) -> None:
        """Back to nothing typed."""
        self._by_rule = None
        for count in (self.pages, self.copies):
            count.show_value(1)
        for field in (self.fee, self.exemption, self.due_day):
            field.clear()
        self.due_clock.setText(f"{END_OF_DAY:%H:%M}")
        self.no_due.setChecked(False)
        self.due_words.clear()
        self._fee_row.clear()
        self._typed_due_row.clear()
        self._counts_row.setVisible(False)
        self._counts_row.label.setVisible(False)
        self._ask_due(asks=False)

    def _fee_typed(self) -> int | None:
        return None if self.fee.value == self._by_rule else self.fee.value

    def _check_fee(self) -> None:
        if self.fee.is_unreadable:
            self._fee_row.say(Remark.ERROR, self.tr("Type an amount in dong, such as 12.000."))
        else:
            self._fee_row.clear()

    def _due_basis(self) -> DueBasis:
        if not self._asks_due:
            return DueBasis.RULE
        if self.no_due.isChecked():
            return DueBasis.NONE
        return DueBasis.TYPED if self.due_day.text().strip() else DueBasis.RULE

    def _due_typed(self) -> datetime | None:
        if self._due_basis() is not DueBasis.TYPED:
            return None
        day = parse_partial_date(self.due_day.text())
        clock = parse_clock(self.due_clock.text())
        return datetime(day.year, day.month or 1, day.day or 1, clock.hour, clock.minute, tzinfo=TIME_ZONE)


def parse_clock(text: str) -> time:
    """A clock time as clerks type it: 17:00, 17h00, 1700 or 17; the end of the day for anything else."""
    digits = "".join(letter for letter in text if letter.isdecimal())
    try:
        return time(int(digits[:2]), int(digits[2:4] or 0))
    except ValueError:
        return END_OF_DAY


def due_text(at: datetime) -> str:
    """A due time as receipts say it: hour first, then day."""
    return f"{at:%H:%M} {_DAYS[at.weekday()]} {at:%d/%m/%Y}"


_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


def _read_dong(text: str) -> int | None:
    try:
        return parse_dong(text)
    except CounterError:
        return None


def _show_dong(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
