"""Which procedure, and which of its cases: found with a few letters, a code, or a favourite's digit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from cgcounter.domain.procedures import Procedure
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.pick_list import Choice, PickList
from cgcounter.gui.widgets.wrapping_row import WrappingRow


class Offer(NamedTuple):
    """A procedure that the line offers; a favourite with the digit that picks it."""

    procedure: Procedure
    digit: int = 0


Search = Callable[[str], Sequence[Offer]]


class ProcedurePart(Form):
    """The procedure line and a tick for each of its cases.

    Signals: ``picked`` carries the Procedure; ``cases_changed``: a case was ticked or unticked.
    """

    picked = Signal(object)
    cases_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search: Search = lambda _text: ()
        self._procedure: Procedure | None = None
        self.line = PickList(self._offers)
        self.line.setPlaceholderText(self.tr("A few letters, a code, or the digit of a favourite"))
        self.line.setWhatsThis(
            self.tr(
                "A few letters of the name, with or without marks, the code, or the digit of a favourite. Down shows "
                "the favourites, Enter takes the marked one, and its papers, fee and due time come with it."
            )
        )
        self.line.picked.connect(self._tell)
        self.line.textEdited.connect(self._forget_error)
        self._row = self.add(self.tr("P&rocedure"), self.line)
        self._cases = QWidget(self)
        self._cases.setWhatsThis(
            self.tr("Each case brings papers of its own. Space ticks it, Enter goes to the next one.")
        )
        self._case_boxes = WrappingRow(self._cases)
        self._cases_row = self.add(self.tr("Cases"), self._cases)
        self._show_cases(())

    @property
    def procedure(self) -> Procedure | None:
        """What is picked; none while other letters stand in the line."""
        return self._procedure if self.line.choice is not None else None

    @property
    def cases(self) -> tuple[str, ...]:
        """The ticked cases, in the catalogue's order."""
        return tuple(box.text() for box in self._boxes() if box.isChecked())

    def search_with(self, search: Search) -> None:
        """Find procedures with this from now on; it is given what stands in the line."""
        self._search = search

    def show_procedure(self, procedure: Procedure | None, cases: Sequence[str] = ()) -> None:
        """Show a procedure that comes from elsewhere: a scan or a draft."""
        self._procedure = procedure
        self.line.show_choice(None if procedure is None else _choice(Offer(procedure)))
        self.line.setCursorPosition(0)
        self._row.clear()
        self._show_cases(procedure.cases if procedure else (), cases)

    def first_case(self) -> QWidget | None:
        """The first of the cases to tick."""
        return next(iter(self._boxes()), None)

    def say_error(self, words: str) -> None:
        """The procedure cannot be taken."""
        self._row.say(Remark.ERROR, words)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offers(self, text: str) -> Sequence[Choice]:
        return [_choice(offer) for offer in self._search(text)]

    @Slot()
    def _forget_error(self) -> None:
        self._row.clear()

    @Slot(object)
    def _tell(self, choice: Choice | None) -> None:
        procedure = choice.key if choice else None
        if isinstance(procedure, Procedure):
            self.show_procedure(procedure)
            self.picked.emit(procedure)
        elif self._procedure is not None:
            # A line that was emptied and left: what its papers and fee belong to stands there again.
            self.line.show_choice(_choice(Offer(self._procedure)))

    def _boxes(self) -> list[QCheckBox]:
        return [box for box in self._cases.findChildren(QCheckBox) if box.parent() is self._cases]

    def _show_cases(self, names: Sequence[str], ticked: Sequence[str] = ()) -> None:
        for box in self._boxes():
            self._case_boxes.removeWidget(box)
            box.setParent(None)
            box.deleteLater()
        before: QWidget = self.line
        for name in names:
            box = QCheckBox(name, self._cases)
            # What is made later would be last in the order of Enter and Tab.
            QWidget.setTabOrder(before, box)
            before = box
            box.setChecked(name in ticked)
            box.toggled.connect(self.cases_changed)
            self._case_boxes.addWidget(box)
        self._cases_row.setVisible(bool(names))
        self._cases_row.label.setVisible(bool(names))


def _choice(offer: Offer) -> Choice:
    detail = f"{offer.procedure.code}   {offer.digit}" if offer.digit else offer.procedure.code
    return Choice(key=offer.procedure, text=offer.procedure.name, detail=detail)
