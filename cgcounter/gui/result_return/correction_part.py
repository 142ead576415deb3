"""Mistakes in a received dossier are put right: what is wrong, and why it was."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from cgcounter.domain.particulars import PaperGiven
from cgcounter.domain.people import Person, normalise_phone
from cgcounter.gui.result_return.card_part import CardPart
from cgcounter.gui.widgets.check_table import CheckRow, CheckTable
from cgcounter.gui.widgets.field_row import Remark


@dataclass(frozen=True)
class Corrected:
    """The particulars and papers as they should be, and the reason."""

    phone: str
    address: str
    name: str
    note: str
    papers: tuple[PaperGiven, ...]
    reason: str


class CorrectionPart(CardPart):
    """Phone, address, name, note and the papers that were given; the usual reasons are one digit each."""

    def __init__(self) -> None:
        places = {"name_missing": "name", "reason_missing": "reason"}
        super().__init__(self.tr("Correct the particulars"), self.tr("Save the correction"), places)
        self.add_field("phone", self.tr("Phone"))
        self.add_field("address", self.tr("Address"))
        self.add_field("name", self.tr("Full name"))
        self.add_field("note", self.tr("Note"))
        self.papers = CheckTable((self.tr("Paper"), self.tr("Originals"), self.tr("Copies"), self.tr("Note")))
        self._papers_row = self.add_row(self.tr("Pa&pers"), self.papers)
        self._given: tuple[PaperGiven, ...] = ()
        self.add_field("reason", self.tr("Reason"))
        self.papers.setAccessibleName(self.tr("Papers"))
        self.papers.setWhatsThis(self.tr("Space takes the tick from a paper that was not given."))
        self.papers.rows_changed.connect(self.edited)
        self.fields["reason"].setPlaceholderText(self.tr("a digit from 1 to 4, or your own words"))
        self.fields["reason"].textEdited.connect(self._take_digit)
        self.fields["phone"].editingFinished.connect(self._check_phone)

    def open_for(self, applicant: Person, note: str, papers: tuple[PaperGiven, ...]) -> None:
        """Show the particulars and papers as they stand."""
        self._given = papers
        self.papers.show_rows(tuple(_row(place, paper) for place, paper in enumerate(papers)))
        self._papers_row.setVisible(bool(papers))
        self._papers_row.label.setVisible(bool(papers))
        texts = {"phone": applicant.phone, "address": applicant.address, "name": applicant.name, "note": note}
        self.open(texts)
        for one, following in pairwise((self.fields["note"], self.papers, self.fields["reason"])):
            QWidget.setTabOrder(one, following)
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
            phone=phone,
            address=self.text("address"),
            name=self.text("name"),
            note=self.text("note"),
            papers=self._corrected_papers(),
            reason=self.text("reason"),
        )

    @property
    def is_touched(self) -> bool:
        """Whether closing would lose something that was typed or unticked."""
        return super().is_touched or self._corrected_papers() != self._given

    @property
    def changes_nothing(self) -> bool:
        """Whether the particulars are still what they were."""
        texts = (self.text(name) == before for name, before in self._before.items() if name != "reason")
        return all(texts) and self._corrected_papers() == self._given

    def _corrected_papers(self) -> tuple[PaperGiven, ...]:
        """The papers that are ticked, with their counts; where a paper came from stays as it was."""
        self.papers.take_edit()
        return tuple(
            replace(self._given[place], originals=row.counts[0], copies=row.counts[1], note=row.note)
            for place, row in enumerate(self.papers.rows)
            if row.is_checked
        )

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


def _row(place: int, paper: PaperGiven) -> CheckRow:
    return CheckRow(key=place, text=paper.name, counts=(paper.originals, paper.copies), note=paper.note)
