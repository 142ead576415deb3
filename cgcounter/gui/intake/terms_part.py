"""What the office asks for: pages and copies, fee, and the reason where nothing is paid."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from cgcounter.domain.money import FeeRule
from cgcounter.domain.particulars import OfficialReceipt
from cgcounter.domain.procedures import ProcedureTerms
from cgcounter.gui.intake.taking import Taking
from cgcounter.gui.typed_values import read_dong, show_dong
from cgcounter.gui.widgets.count_edit import CountEdit
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.money_edit import MoneyEdit
from cgcounter.services.intake import Intake, Terms


class TypedTerms(Struct, frozen=True):
    """What the clerk typed over or beside the catalogue's fee."""

    pages: int
    copies: int
    fee_typed: int | None
    exemption: str
    takes_fee: bool
    official: OfficialReceipt | None


class TermsPart(Form):
    """A typed fee stays until it is emptied or another procedure is picked; then the rule's amount is back.

    Signals: ``edited``: pages, copies, fee, exemption, or whether the fee is taken now were changed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages, self.copies = CountEdit(), CountEdit()
        self.fee, self.exemption = MoneyEdit(read_dong, show_dong), QLineEdit()
        self.taking = Taking(self)
        self._by_rule: int | None = None
        self._typed_fee = ""
        self._procedure = ""
        self._build_counts()
        self._build_fee()
        self._explain()

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
        fees = self._beside((self.fee, ""), (self.exemption, self.tr("Exempt")), (self.taking.now, ""))
        self._fee_row = self.add(self.tr("F&ee"), fees)
        self._fee_row.label.setBuddy(self.fee)
        self.fee.setAccessibleName(self.tr("Fee"))
        self._official_row = self.add(self.tr("Official receipt"), self.taking.number)
        self.taking.edited.connect(self.edited)
        self.taking.now.toggled.connect(self._show_taking)
        self._show_taking()

    def _explain(self) -> None:
        self.pages.setWhatsThis(
            self.tr("Pages of the original: the fee of certified copies is counted by them.")
        )
        self.copies.setWhatsThis(self.tr("How many are made; the fee is for each."))
        self.fee.setWhatsThis(
            self.tr(
                "What the catalogue asks for. An amount typed here is charged instead; emptied, the rule counts."
            )
        )
        self.exemption.setWhatsThis(self.tr("Why nothing is paid. With a reason here the fee is 0."))

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
            layout.addWidget(field, 0 if field is self.taking.now else 1)
        return line

    def show_procedure(self, code: str, asked: ProcedureTerms) -> None:
        """Show the fields that the fee of this procedure, in its chosen cases, needs."""
        rules = {charge.rule for charge in asked.charges}
        tiers, per_copy = FeeRule.PER_PAGE_TIER in rules, FeeRule.PER_COPY in rules
        self.pages.setVisible(tiers)
        self._show_counts(shown=tiers or per_copy)
        self._counts_row.label.setText(self.tr("Pa&ges") if tiers else "")
        if code != self._procedure:
            self._procedure, self._typed_fee, self._by_rule = code, "", None
            self._show_fee()

    def first_count(self) -> QWidget | None:
        """Pages, or copies, where the fee asks for them."""
        if self._counts_row.isHidden():
            return None
        return self.copies if self.pages.isHidden() else self.pages

    def show_terms(self, terms: Terms) -> None:
        """Show what the rules ask for now."""
        self._by_rule = terms.fee_dong
        self.fee.setPlaceholderText(self.tr("type the amount") if terms.fee_dong is None else "")
        is_being_emptied = self.fee.hasFocus() and not self.fee.text()
        if not is_being_emptied:
            self._show_fee()

    def typed(self) -> TypedTerms:
        """What the clerk typed; what cannot be read counts as not typed."""
        return TypedTerms(
            pages=self.pages.count,
            copies=self.copies.count,
            fee_typed=self._fee_typed(),
            exemption=self.exemption.text(),
            takes_fee=self.taking.takes_fee,
            official=self.taking.official,
        )

    def point_at_unreadable(self) -> bool:
        """Lead to what was typed and means nothing; False: all of it can be read."""
        is_unreadable = self.fee.isEnabled() and self.fee.is_unreadable
        if is_unreadable:
            self.say_fee(self.tr("Type an amount in dong, such as 12.000."))
        return is_unreadable

    def restore(self, draft: Intake) -> None:
        """Put a draft's terms back, after its procedure."""
        self.pages.show_value(draft.pages or 1)
        self.copies.show_value(draft.copies or 1)
        if draft.fee_typed is not None:
            self._typed_fee = show_dong(draft.fee_typed)
        self.exemption.setText(draft.exemption)
        self.taking.restore(takes_fee=draft.takes_fee, official=draft.official)
        self._dress_fee()

    def say_fee(self, words: str) -> None:
        """Something is wrong with the fee."""
        self._fee_row.say(Remark.ERROR, words)
        self.fee.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_all(self) -> None:
        """Back to nothing typed."""
        self._by_rule, self._typed_fee, self._procedure = None, "", ""
        for count in (self.pages, self.copies):
            count.show_value(1)
        self.exemption.clear()
        self.taking.clear()
        self._dress_fee()
        self._fee_row.clear()
        self._show_counts(shown=False)

    def _show_counts(self, *, shown: bool) -> None:
        self._counts_row.setVisible(shown)
        self._counts_row.label.setVisible(shown)

    def _show_fee(self) -> None:
        """Nothing for who is exempt, what was typed, else what the rule says."""
        if not self.fee.isEnabled():
            self.fee.show_value(0)
        elif not self._typed_fee:
            self.fee.show_value(self._by_rule)
        elif self.fee.text() != self._typed_fee:
            self.fee.setText(self._typed_fee)
        self._show_taking()

    @Slot()
    def _show_taking(self) -> None:
        """Where nothing is paid there is nothing to take, and a receipt is written where something is taken."""
        is_paid = bool(self.fee.value)
        self.taking.now.setVisible(is_paid)
        for widget in (self._official_row, self._official_row.label):
            widget.setVisible(is_paid and self.taking.takes_fee)

    @Slot()
    def _follow_fee(self) -> None:
        self._typed_fee = self.fee.text()
        self._fee_row.clear()
        self._show_taking()
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

    def _fee_typed(self) -> int | None:
        amount = self.fee.value if self._typed_fee and self.fee.isEnabled() else None
        return None if amount == self._by_rule else amount
