"""What the office asks for and promises: pages and copies, fee, exemption, due time."""

from __future__ import annotations

from datetime import date, datetime, time

from msgspec import Struct
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.deadlines import explain
from cgcounter.domain.errors import CounterError
from cgcounter.domain.money import FeeRule, parse_dong
from cgcounter.domain.particulars import DueBasis
from cgcounter.domain.people import parse_partial_date
from cgcounter.domain.procedures import Procedure
from cgcounter.gui.widgets.count_edit import CountEdit
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.money_edit import MoneyEdit
from cgcounter.gui.widgets.parsed_edit import ParsedEdit
from cgcounter.gui.widgets.partial_date_edit import PartialDateEdit
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


class _ClockEdit(ParsedEdit[time]):
    """17:00, 17h00, 1700 or 17."""

    allowed = r"[\dhH:. ]*"


class TermsPart(Form):
    """A typed fee stays until it is emptied or another procedure is picked; then the rule's amount is back.

    Signals: ``edited``: pages, copies, fee, exemption or due time were changed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages, self.copies = CountEdit(), CountEdit()
        self.fee, self.exemption = MoneyEdit(_read_dong, _show_dong), QLineEdit()
        self.due_day: PartialDateEdit[date] = PartialDateEdit(_read_day, _show_day)
        self.due_clock = _ClockEdit(parse_clock, _show_clock)
        self.no_due = QCheckBox(self.tr("No due time"))
        self.due_words = QLabel()
        self._by_rule: int | None = None
        self._typed_fee = ""
        self._asks_due = False
        self._procedure = ""
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
        self.fee.textEdited.connect(self._follow_fee)
        self.fee.editingFinished.connect(self._check_fee)
        self.exemption.textEdited.connect(self._follow_exemption)
        fees = self._beside((self.fee, ""), (self.exemption, self.tr("Exempt")))
        self._fee_row = self.add(self.tr("F&ee"), fees)
        self._fee_row.label.setBuddy(self.fee)
        self.fee.setAccessibleName(self.tr("Fee"))

    def _build_due(self) -> None:
        self.due_words.setWordWrap(True)
        self.due_day.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.due_clock.setProperty("holds", "clock")
        self.due_day.setProperty("holds", "date")
        self._due_line = FieldLine()
        for part in (self.due_day, self.due_clock, self.no_due):
            self._due_line.add(part)
        self.due_day.setAccessibleName(self.tr("Due day"))
        self.due_clock.setAccessibleName(self.tr("Due clock time"))
        self._due_row = self.add(self.tr("D&ue"), self.due_words)
        self._typed_due_row = self.add("", self._due_line)
        self._due_row.label.setBuddy(self.due_day)
        for field in (self.due_day, self.due_clock):
            field.textEdited.connect(self._follow_due)
        self.no_due.toggled.connect(self._dress_due)
        self.no_due.clicked.connect(self._follow_due)

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
        self._show_counts(shown=tiers or per_copy)
        self._counts_row.label.setText(self.tr("Pa&ges") if tiers else "")
        if procedure.code != self._procedure:
            self._procedure, self._typed_fee, self._by_rule = procedure.code, "", None
            self._show_fee()
        self._ask_due(asks=procedure.duration is None)

    def first_count(self) -> QWidget | None:
        """Pages, or copies, where the fee asks for them."""
        if self._counts_row.isHidden():
            return None
        return self.copies if self.pages.isHidden() else self.pages

    def show_terms(self, terms: Terms) -> None:
        """Show what follows from the rules now."""
        self._by_rule = terms.fee_dong
        self.fee.setPlaceholderText(self.tr("type the amount") if terms.fee_dong is None else "")
        is_being_emptied = self.fee.hasFocus() and not self.fee.text()
        if not is_being_emptied:
            self._show_fee()
        if terms.due is not None:
            self.due_words.setText(f"<b>{due_text(terms.due.at)}</b> · {explain(terms.due)}")

    def typed(self) -> TypedTerms:
        """What the clerk typed; what cannot be read counts as not typed."""
        return TypedTerms(
            pages=self.pages.count,
            copies=self.copies.count,
            fee_typed=self._fee_typed(),
            exemption=self.exemption.text(),
            due_basis=self._due_basis(),
            due_typed=self._due_typed(),
        )

    def point_at_unreadable(self) -> bool:
        """Lead to what was typed and means nothing; False: all of it can be read."""
        if self.fee.isEnabled() and self.fee.is_unreadable:
            self.say_fee(self.tr("Type an amount in dong, such as 12.000."))
            return True
        if self._due_basis() is DueBasis.TYPED and self._due_typed() is None:
            self.say_due(self.tr("There is no such day or time: 24032022, 17:00."))
            return True
        return False

    def restore(self, typed: TypedTerms) -> None:
        """Put a draft's terms back, after its procedure."""
        self.pages.show_value(typed.pages or 1)
        self.copies.show_value(typed.copies or 1)
        if typed.fee_typed is not None:
            self._typed_fee = _show_dong(typed.fee_typed)
        self.exemption.setText(typed.exemption)
        self._dress_fee()
        if typed.due_typed is not None:
            self.due_day.show_value(typed.due_typed.date())
            self.due_clock.show_value(typed.due_typed.time())
        self.no_due.setChecked(typed.due_basis is DueBasis.NONE)

    def say_fee(self, words: str) -> None:
        """Something is wrong with the fee."""
        self._fee_row.say(Remark.ERROR, words)
        self.fee.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_due(self, words: str) -> None:
        """Something is wrong with the due time."""
        self._typed_due_row.say(Remark.ERROR, words)
        self.due_day.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_all(self) -> None:
        """Back to nothing typed."""
        self._by_rule, self._typed_fee, self._procedure = None, "", ""
        for count in (self.pages, self.copies):
            count.show_value(1)
        for field in (self.exemption, self.due_day):
            field.clear()
        self._dress_fee()
        self.due_clock.show_value(END_OF_DAY)
        self.no_due.setChecked(False)
        self._fee_row.clear()
        self._show_counts(shown=False)
        self._ask_due(asks=False)

    def _show_counts(self, *, shown: bool) -> None:
        self._counts_row.setVisible(shown)
        self._counts_row.label.setVisible(shown)

    def _ask_due(self, *, asks: bool) -> None:
        self._asks_due = asks
        self._typed_due_row.clear()
        self._typed_due_row.setVisible(asks)
        self._typed_due_row.label.setVisible(asks)
        self.due_words.setText(
            self.tr("The catalogue does not know the duration: type a due time, or none.") if asks else ""
        )

    def _show_fee(self) -> None:
        """Nothing for who is exempt, what was typed, else what the rule says."""
        if not self.fee.isEnabled():
            self.fee.show_value(0)
        elif not self._typed_fee:
            self.fee.show_value(self._by_rule)
        elif self.fee.text() != self._typed_fee:
            self.fee.setText(self._typed_fee)

    @Slot()
    def _follow_fee(self) -> None:
        self._typed_fee = self.fee.text()
        self._fee_row.clear()
        self.edited.emit()

    @Slot()
    def _check_fee(self) -> None:
        self._show_fee()
        if self.fee.is_unreadable:
            self._fee_row.say(Remark.ERROR, self.tr("Type an amount in dong, such as 12.000."))

    def _dress_fee(self) -> None:
        self.fee.setEnabled(not self.exemption.text().strip())
        self._fee_row.clear()
        self._show_fee()

    @Slot()
    def _follow_exemption(self) -> None:
        self._dress_fee()
        self.edited.emit()

    @Slot()
    def _follow_due(self) -> None:
        self._typed_due_row.clear()
        self.edited.emit()

    @Slot(bool)
    def _dress_due(self, no_due: bool) -> None:  # noqa: FBT001  a slot is called by place
        for field in (self.due_day, self.due_clock):
            field.setEnabled(not no_due)

    def _fee_typed(self) -> int | None:
        amount = self.fee.value if self._typed_fee and self.fee.isEnabled() else None
        return None if amount == self._by_rule else amount

    def _due_basis(self) -> DueBasis:
        if not self._asks_due:
            return DueBasis.RULE
        if self.no_due.isChecked():
            return DueBasis.NONE
        return DueBasis.TYPED if self.due_day.text().strip() else DueBasis.RULE

    def _due_typed(self) -> datetime | None:
        day, clock = self.due_day.value, self.due_clock.value
        if self._due_basis() is not DueBasis.TYPED or day is None or clock is None:
            return None
        return datetime.combine(day, clock, TIME_ZONE)


def parse_clock(text: str) -> time | None:
    """A clock time as clerks type it: 17:00, 17h00, 1700 or 17; None for anything else."""
    digits = "".join(letter for letter in text if letter.isdecimal())
    try:
        return time(int(digits[:2]), int(digits[2:] or 0))
    except ValueError:
        return None


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


def _read_day(text: str) -> date | None:
    """A whole day; a month or a year alone promises nothing."""
    try:
        day = parse_partial_date(text)
    except CounterError:
        return None
    return None if day.day is None or day.month is None else date(day.year, day.month, day.day)


def _show_day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _show_clock(clock: time) -> str:
    return f"{clock:%H:%M}"
