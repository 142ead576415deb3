"""Unit and agency code of a counter, as first run and settings ask for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit

from cgcounter.domain.names import matches
from cgcounter.domain.units import Unit
from cgcounter.gui.widgets.page import Page
from cgcounter.gui.widgets.pick_list import Choice, PickList


@dataclass(frozen=True)
class UnitAnswer:
    """The unit, empty for the office's own, and the code as it was typed."""

    unit_key: str
    agency_code: str
    confirmed: bool


class UnitFields(QObject):
    """A unit that the table of units gives a code brings it along."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._choices: tuple[Choice, ...] = ()
        self._codes: dict[object, str] = {}
        self._unit, self._agency = PickList(self._find), QLineEdit()
        self._confirmed = QCheckBox(self.tr("Confirmed by the agency; left empty: not confirmed"))
        self._agency.setPlaceholderText("H23.xx.yy")
        own = self.tr("Left empty: a counter of the office itself.")
        page.ask("unit_key", self.tr("&Unit of the counter"), self._unit, own)
        decided = self.tr("From the decision that gave the agency its code.")
        page.ask("agency_code", self.tr("&Agency code"), self._agency, decided)
        page.ask("code_confirmed", "", self._confirmed)
        self._unit.picked.connect(self._bring_code)

    @property
    def answer(self) -> UnitAnswer:
        """What stands in the fields."""
        choice = self._unit.choice
        return UnitAnswer(
            unit_key=str(choice.key) if choice else "",
            agency_code=self._agency.text(),
            confirmed=self._confirmed.isChecked(),
        )

    def offer(self, own_name: str, units: Iterable[Unit]) -> None:
        """What can be picked; the office's own unit, which needs no picking, stands in the empty line."""
        units = tuple(units)
        self._unit.setPlaceholderText(own_name)
        self._choices = tuple(Choice(unit.key, unit.name) for unit in units)
        self._codes = {unit.key: unit.agency_code for unit in units if unit.agency_code}

    def show(self, answer: UnitAnswer) -> None:
        """Show what is kept."""
        self._unit.show_choice(next((one for one in self._choices if one.key == answer.unit_key), None))
        self._agency.setText(answer.agency_code)
        self._confirmed.setChecked(answer.confirmed)

    def _find(self, typed: str) -> list[Choice]:
        return [one for one in self._choices if not typed.strip() or matches(typed, one.text)]

    @Slot(object)
    def _bring_code(self, choice: Choice | None) -> None:
        """Another unit has another code; what was confirmed of the last one is not of this."""
        self._confirmed.setChecked(False)
        if choice is not None and choice.key in self._codes:
            self._agency.setText(self._codes[choice.key])
