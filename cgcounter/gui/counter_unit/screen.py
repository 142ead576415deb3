"""The page on which the administrator changes the unit and the agency code of this counter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cgcounter.gui.counter_unit.fields import UnitAnswer, UnitFields
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.edit_page import EditPage
from cgcounter.services.change_counter import CounterLook


class CounterUnitScreen(EditPage):
    """What is received from now on bears it; what was received before keeps its code and its unit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Unit of this counter"),
            self.tr(
                "At a one-stop office whose counters belong to several units (insurance, tax, police) each receives "
                "its own procedures under its own agency code. Dossiers received before stay as they are."
            ),
            parent,
        )
        self._fields = UnitFields(self)

    def show_look(self, look: CounterLook) -> None:
        """Begin with what is kept."""
        office, counter = look.place
        self._fields.offer(look.own_name, look.units)
        self._fields.show(
            UnitAnswer(counter.unit_key, counter.agency_code or office.agency_code, counter.code_confirmed)
        )
        self.begin()
        self.take_focus()

    def answer(self) -> UnitAnswer:
        return self._fields.answer

    def show_saved(self) -> None:
        """It counts from now on."""
        self.begin()
        self.notice.say(Tone.FINE, self.tr("Saved. What is received from now on bears it."))
        self.take_focus()
