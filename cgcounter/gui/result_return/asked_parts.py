"""The parts that ask for what an act needs, each made when it is asked for the first time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cgcounter.gui.result_return.ask_part import AskPart, Question
from cgcounter.gui.result_return.questions import Questions
from cgcounter.gui.result_return.supplement_part import PapersAskPart
from cgcounter.gui.result_return.wish import Wish
from cgcounter.gui.typed_values import show_dong
from cgcounter.gui.widgets.pick_list import Choice


@dataclass(frozen=True)
class Offers:
    """What parts offer of a dossier: where it can go, who can agree, its papers, which are asked for, and its money.

    ``owed_dong`` and ``collected_dong`` are proposed where money is taken or given back.
    """

    places: tuple[Choice, ...] = ()
    leaders: tuple[Choice, ...] = ()
    papers: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    owed_dong: int = 0
    collected_dong: int = 0


class AskedParts(QWidget):
    """Signals: confirmed: the Wish and its AskPart. left, edited: as of the part in front."""

    confirmed = Signal(object, object)
    left = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = Questions(self)
        self._parts: dict[Wish, AskPart] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def asks(self, wish: Wish) -> bool:
        """Whether an act needs something before it is done."""
        return self._questions.find(wish) is not None

    def part(self, wish: Wish) -> AskPart:
        """The part of a wish that asks."""
        if wish not in self._parts:
            question = self._questions.find(wish)
            if question is None:
                raise LookupError(wish)
            self._parts[wish] = part = self._make(wish, question)
            part.confirmed.connect(self._tell)
            part.left.connect(self.left)
            part.edited.connect(self.edited)
            self._column.addWidget(part)
        return self._parts[wish]

    def open(self, wish: Wish, offers: Offers) -> None:
        """Show the part of a wish with what can be chosen."""
        part = self.part(wish)
        self.show()
        if isinstance(part, PapersAskPart):
            part.open_for(offers.papers if wish is Wish.SUPPLEMENT else offers.asked)
        else:
            choices = {"to": offers.places, "way": self._ways(), "second": offers.leaders}
            amounts = {Wish.COLLECT: offers.owed_dong, Wish.REFUND: offers.collected_dong}
            part.open_with(choices, {"amount": show_dong(amounts[wish])} if wish in amounts else {})

    def _make(self, wish: Wish, question: Question) -> AskPart:
        paper, note = self.tr("Papers"), self.tr("Note")
        originals, copies = self.tr("Originals"), self.tr("Copies")
        if wish is Wish.SUPPLEMENT:
            headings = (paper, originals, self.tr("Certified"), copies, note)
            return PapersAskPart(question, headings, ticked=False)
        if wish is Wish.SUPPLIED:
            return PapersAskPart(question, (paper, originals, copies, note), ticked=True)
        return AskPart(question)

    def _ways(self) -> tuple[Choice, ...]:
        return (
            Choice(key=True, text=self.tr("electronically")),
            Choice(key=False, text=self.tr("on paper, with a slip")),
        )

    @Slot()
    def _tell(self) -> None:
        for wish, part in self._parts.items():
            if part is self.sender():
                self.confirmed.emit(wish, part)
