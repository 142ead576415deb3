"""Mistakes in a received dossier are put right: what is wrong, and why it was."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot

from cgcounter.domain.people import Person, normalise_phone
from cgcounter.gui.result_return.card_part import CardPart
from cgcounter.gui.widgets.field_row import Remark


@dataclass(frozen=True)
class Corrected:
    """The particulars as they should be, and the reason."""

    phone: str
    address: str
    name: str
    note: str
    reason: str


class CorrectionPart(CardPart):
    """Phone, address, name and note; the usual reasons are one digit each."""

    def __init__(self) -> None:
        places = {"name_missing": "name", "reason_missing": "reason"}
        super().__init__(self.tr("Correct the particulars"), self.tr("Save the correction"), places)
        self.add_field("phone", self.tr("Phone"))
        self.add_field("address", self.tr("Address"))
        self.add_field("name", self.tr("Full name"))
        self.add_field("note", self.tr("Note"))
        self.add_field("reason", self.tr("Reason"))
        self.fields["reason"].setPlaceholderText(self.tr("a digit from 1 to 4, or your own words"))
        self.fields["reason"].textEdited.connect(self._take_digit)
        self.fields["phone"].editingFinished.connect(self._check_phone)

    def open_for(self, applicant: Person, note: str) -> None:
        """Show the particulars as they stand."""
        texts = {"phone": applicant.phone, "address": applicant.address, "name": applicant.name, "note": note}
        self.open(texts)
        self._offer_reasons()

    def ask_reason(self) -> None:
        """All that is missing is why."""
        self._offer_reasons()
        self.fields["reason"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_reasons(self) -> None:
        reasons = (f"{number} {reason}" for number, reason in enumerate(self._reasons(), start=1))
        self.rows["reason"].say(Remark.HINT, " · ".join(reasons))

    @property
    def corrected(self) -> Corrected:
        """What stands in the fields."""
        phone = self.text("phone")
        if phone != self._before.get("phone"):
            phone = normalise_phone(phone)[0]
        return Corrected(
            phone, self.text("address"), self.text("name"), self.text("note"), self.text("reason")
        )

    @property
    def changes_nothing(self) -> bool:
        """Whether the particulars are still what they were."""
        return all(self.text(name) == before for name, before in self._before.items() if name != "reason")

    def _reasons(self) -> tuple[str, ...]:
        return (
            self.tr("typed wrongly"),
            self.tr("the citizen's particulars changed"),
            self.tr("differs from the papers"),
            self.tr("left out at intake"),
        )

    @Slot(str)
    def _take_digit(self, text: str) -> None:
        # The words come at once, but Enter or F9 saves them: the first digit of a scan must not save anything.
        reasons = self._reasons()
        if text.strip().isdecimal() and 1 <= int(text) <= len(reasons):
            reason = reasons[int(text) - 1]
            self.fields["reason"].setText(reason[:1].upper() + reason[1:])

    @Slot()
    def _check_phone(self) -> None:
        digits, is_valid = normalise_phone(self.text("phone"))
        if digits and not is_valid:
            self.rows["phone"].say(Remark.WARNING, self.tr("This does not look like a phone number."))
        else:
            self.rows["phone"].clear()
