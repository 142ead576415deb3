"""Which procedure, and which of its cases: found with a few letters, a code, or a favourite's digit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cgcounter.domain.procedures import Procedure
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.pick_list import Choice, PickList

Search = Callable[[str], Sequence[Procedure]]


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
        self.line.picked.connect(self._tell)
        self._row = self.add(self.tr("P&rocedure"), self.line)
        self._cases = QWidget(self)
        self._case_boxes = QVBoxLayout(self._cases)
        self._case_boxes.setContentsMargins(0, 0, 0, 0)
        self._case_boxes.setSpacing(0)
        self._cases_row = self.add(self.tr("Cases"), self._cases)
        self._show_cases(())

    @property
    def procedure(self) -> Procedure | None:
        """What is picked."""
        return self._procedure

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
        self.line.show_choice(None if procedure is None else _choice(procedure))
        self.line.setCursorPosition(0)
        self._row.clear()
        self._show_cases(procedure.cases if procedure else (), cases)

    def say_error(self, words: str) -> None:
        """The procedure cannot be taken."""
        self._row.say(Remark.ERROR, words)
        self.line.setFocus()

    def _offers(self, text: str) -> Sequence[Choice]:
        return [_choice(procedure) for procedure in self._search(text)]

    @Slot(object)
    def _tell(self, choice: Choice | None) -> None:
        procedure = choice.key if choice else None
        if isinstance(procedure, Procedure):
            self.show_procedure(procedure)
            self.picked.emit(procedure)

    def _boxes(self) -> list[QCheckBox]:
        return [box for box in self._cases.findChildren(QCheckBox) if box.parent() is self._cases]

    def _show_cases(self, names: Sequence[str], ticked: Sequence[str] = ()) -> None:
        for box in self._boxes():
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


def _choice(procedure: Procedure) -> Choice:
    return Choice(key=procedure, text=procedure.name, detail=procedure.code)
