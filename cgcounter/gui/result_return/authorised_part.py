"""Somebody else takes the result: who it is, by hand or from their identity card."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from cgcounter.domain.names import search_key
from cgcounter.domain.people import Person, normalise_personal_id, personal_id_warnings
from cgcounter.gui.result_return.card_part import CardPart
from cgcounter.gui.widgets.field_row import Remark


@dataclass(frozen=True)
class Collector:
    """The authorised person, as typed or scanned, and whether what is owed is taken of them."""

    name: str
    personal_id: str
    relation: str
    collects: bool = False


class AuthorisedPart(CardPart):
    """Name, identity number and relation of the authorised person."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Return to an authorised person"), self.tr("Return"), {"receiver_missing": "name"}
        )
        self.add_field("name", self.tr("Full name"))
        self.add_field("personal_id", self.tr("ID number"))
        self.add_field("relation", self.tr("Relation", "of the authorised person to the applicant"))
        self.collects = QCheckBox()
        self.add_wide(self.collects)
        self.fields["name"].setPlaceholderText(self.tr("type it, or scan the person's ID card"))
        self.fields["personal_id"].setPlaceholderText(self.tr("12 digits"))
        self.fields["relation"].setPlaceholderText(self.tr("husband, daughter, by written authorisation…"))
        self.fields["personal_id"].editingFinished.connect(self._check_number)
        self.fields["name"].textEdited.connect(self._forget_submitter)
        self._offered: dict[str, str] = {}

    def open_for(self, owed: str, submitter: Person | None, relation: str) -> None:
        """Ask who it is, beginning with who handed the dossier in, where that was not the applicant.

        What is ``owed`` is taken too, unless it is unticked.
        """
        self.collects.setText(self.tr("&Take the fee: {amount}").format(amount=owed))
        self.collects.setChecked(bool(owed))
        self.collects.setVisible(bool(owed))
        self._offered = {}
        if submitter is not None:
            number = submitter.personal_id
            self._offered = {"name": submitter.name, "personal_id": number, "relation": relation}
        self.open(self._offered)
        if submitter is not None:
            words = self.tr(
                "Handed the dossier in: check the photo ID. For another person type or scan here."
            )
            self.rows["name"].say(Remark.WARNING, words)

    @property
    def collector(self) -> Collector:
        """Who it is."""
        number = normalise_personal_id(self.text("personal_id"))
        return Collector(self.text("name"), number, self.text("relation"), self.collects.isChecked())

    def show_card(self, name: str, personal_id: str, remark: str) -> None:
        """Fill in what a card says; scanners lose marks, so the name has a remark beside it."""
        if not self._is_submitter(name, personal_id):
            self._forget("name", "personal_id", "relation")
        self.fields["personal_id"].setText(personal_id)
        self._check_number()
        self.fields["name"].setText(name or self.text("name"))
        if self.text("name"):
            self.rows["name"].say(Remark.WARNING, remark)
            self.point_at_confirm()
        else:
            self.ask_for("name", self.tr("The card did not give the name: type it."))
        self.edited.emit()

    def _is_submitter(self, name: str, personal_id: str) -> bool:
        number = self._offered.get("personal_id")
        return (
            personal_id == number if number else search_key(name) == search_key(self._offered.get("name", ""))
        )

    @Slot()
    def _forget_submitter(self) -> None:
        self._forget("personal_id", "relation")

    def _forget(self, *names: str) -> None:
        """Two persons are never mixed: of who handed the dossier in nothing stays beside another name or card."""
        for name in names:
            if self._offered and self.text(name) == self._offered[name]:
                self.fields[name].clear()
        if self._offered:
            self.rows["name"].clear()
        self._offered = {}

    @Slot()
    def _check_number(self) -> None:
        if personal_id_warnings(normalise_personal_id(self.text("personal_id"))):
            self.rows["personal_id"].say(Remark.WARNING, self.tr("This does not look like an ID number."))
        else:
            self.rows["personal_id"].clear()
