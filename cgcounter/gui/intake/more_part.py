"""What most intakes do without: another person at the counter, another way in or back, more sets, a note."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from cgcounter.domain.names import matches
from cgcounter.domain.particulars import ReturnChannel
from cgcounter.domain.people import RELATIONS, Person
from cgcounter.gui.intake.channel_part import Arrival, ChannelPart
from cgcounter.gui.widgets.count_edit import CountEdit
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.pick_list import Choice, PickList
from cgcounter.gui.widgets.prompt_box import PromptBox
from cgcounter.services.intake import Intake


class More(Struct, frozen=True):
    """What stands here; no submitter means that the applicant came."""

    arrival: Arrival = Arrival()
    submitter: Person | None = None
    relation: str = ""
    return_channel: ReturnChannel = ReturnChannel.COUNTER
    sets: int = 1
    note: str = ""


class MorePart(QWidget):
    """Folded away until its box is ticked.

    Signals: ``edited``: something was typed or chosen. ``channel_changed``: time and fee may be others now.
    """

    edited = Signal()
    channel_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.submitter, self.note = QLineEdit(), QLineEdit()
        self.relation = PickList(_relations, free_text=True)
        self.sets, self.return_channel = CountEdit(), QComboBox()
        self.arrival = ChannelPart()
        self.open_box = PromptBox(self.tr("&More: other person, online, by post, note"))
        self._form = Form()
        self._submitter = Person("")
        self._build()
        self._explain()
        self.open_box.toggled.connect(self._form.setVisible)
        self.submitter.textEdited.connect(self._forget_card)
        for field in (self.submitter, self.relation, self.note, self.sets):
            field.textEdited.connect(self.edited)
        self.relation.picked.connect(self.edited)
        self.return_channel.activated.connect(self.edited)
        self.arrival.edited.connect(self.edited)
        self.arrival.channel_changed.connect(self.channel_changed)

    def _build(self) -> None:
        self.return_channel.addItem(self.tr("at the counter"), ReturnChannel.COUNTER)
        self.return_channel.addItem(self.tr("by post"), ReturnChannel.POST)
        self.return_channel.addItem(self.tr("electronically"), ReturnChannel.ELECTRONIC)
        self.submitter.setPlaceholderText(
            self.tr("only if it is not the applicant; type, or scan the card here")
        )
        self.relation.setPlaceholderText(self.tr("authorised person, wife, son"))
        self._submitter_row = self._form.add(self.tr("Handed in by"), self.submitter)
        self._form.add(self.tr("as"), self.relation)
        self._form.add_wide(self.arrival)
        self._form.add(self.tr("Result wanted"), self.return_channel)
        self._form.add(self.tr("Sets"), self.sets)
        self._form.add(self.tr("Note"), self.note)
        self._form.setVisible(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.open_box)
        rows.addWidget(self._form)

    def _explain(self) -> None:
        self.open_box.setWhatsThis(self.tr("Space opens what most dossiers do without."))
        self.submitter.setWhatsThis(
            self.tr(
                "Who stands at the counter for the applicant: scan that card while you are in this field."
            )
        )
        self.relation.setWhatsThis(
            self.tr(
                "What this person is to the applicant; it is printed on the receipt. An authorised person brings a "
                "certified authorisation, close kin need none in matters of civil status."
            )
        )
        self.return_channel.setWhatsThis(self.tr("How the citizen wants the result; the receipt says it."))
        self.sets.setWhatsThis(self.tr("How many sets of the papers were handed in."))
        self.note.setWhatsThis(self.tr("Anything else; it is printed on the receipt."))

    def typed(self) -> More:
        """What stands in the fields."""
        name = self.submitter.text().strip()
        return More(
            arrival=self.arrival.typed(),
            submitter=Person(name, personal_id=self._submitter.personal_id) if name else None,
            relation=self.relation.text(),
            return_channel=ReturnChannel(self.return_channel.currentData()),
            sets=self.sets.count,
            note=self.note.text(),
        )

    def restore(self, intake: Intake | None) -> None:
        """Put a draft back, opened where it holds anything; None: nothing of it."""
        self._submitter = (intake.submitter if intake else None) or Person("")
        self.submitter.setText(self._submitter.name)
        self.relation.setText(intake.submitter_relation if intake else "")
        self.arrival.restore(intake)
        channel = intake.return_channel if intake else ReturnChannel.COUNTER
        self.return_channel.setCurrentIndex(self.return_channel.findData(channel))
        self.sets.show_value(intake.sets if intake else 1)
        self.note.setText(intake.note if intake else "")
        self._submitter_row.clear()
        self.open_box.setChecked(self.typed() != More())

    def go_on(self, applicant: Person) -> None:
        """The next of a group has the same submitter, who may have been its own ``applicant``, and the same way in."""
        if not self.submitter.text().strip():
            self._submitter = applicant
            self.submitter.setText(applicant.name)
            self.open_box.setChecked(True)
        self.arrival.forget_code()
        self.note.clear()

    @property
    def asks_who(self) -> bool:
        """Whether the clerk is just about to say who hands the dossier in."""
        return self.submitter.hasFocus()

    def show_card(self, person: Person) -> None:
        """The card of who hands the dossier in was scanned."""
        self._submitter = person
        self.submitter.setText(person.name)
        self._submitter_row.say(Remark.WARNING, self.tr("Check the name against the card."))
        self.edited.emit()

    @Slot()
    def _forget_card(self) -> None:
        """Another name, typed from its first letter on, does not keep the number of the card."""
        self._submitter_row.clear()
        if len(self.submitter.text().strip()) <= 1:
            self._submitter = Person("")


def _relations(typed: str) -> list[Choice]:
    return [Choice(words, words) for words in RELATIONS if not typed.strip() or matches(typed, words)]
