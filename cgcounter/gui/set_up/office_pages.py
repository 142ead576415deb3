"""The pages that ask for the office and for the codes of its counter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from cgcounter.domain.units import Unit
from cgcounter.gui.counter_unit.fields import UnitFields
from cgcounter.gui.set_up.answers import CounterAnswer, OfficeAnswer
from cgcounter.gui.set_up.communes import (
    OFFICE_NAME,
    Commune,
    authority_of,
    find_communes,
    key_of,
    place_of,
)
from cgcounter.gui.widgets.page import Page
from cgcounter.gui.widgets.pick_list import Choice, PickList


class OfficePage(Page):
    """The commune; what its papers say follows from it and can be typed over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("The office"),
            self.tr("The commune or district is found by a few letters, with or without marks, or typed."),
            parent,
        )
        self._communes: tuple[Commune, ...] = ()
        self._commune = PickList(self._find, free_text=True)
        self._authority, self._office, self._place = QLineEdit(), QLineEdit(OFFICE_NAME), QLineEdit()
        self.ask("unit_key", self.tr("&Commune"), self._commune)
        self.ask("authority", self.tr("&First header line"), self._authority)
        self.ask("office_name", self.tr("&Second header line"), self._office)
        hint = self.tr("Stands before the date on every form.")
        self.ask("place", self.tr("&Place"), self._place, hint)
        self._commune.textChanged.connect(self._derive)

    def show_communes(self, communes: Sequence[Commune]) -> None:
        """What can be picked."""
        self._communes = tuple(communes)

    def answer(self) -> OfficeAnswer:
        choice = self._commune.choice
        return OfficeAnswer(
            unit_key=str(choice.key) if choice else key_of(self._communes, self._commune.text()),
            commune=self._commune.text(),
            authority=self._authority.text(),
            office_name=self._office.text(),
            place=self._place.text(),
        )

    def _find(self, query: str) -> list[Choice]:
        return [Choice(one.key, one.name, one.code) for one in find_communes(self._communes, query)]

    @Slot(str)
    def _derive(self, commune: str) -> None:
        self._authority.setText(authority_of(commune))
        self._place.setText(place_of(commune))


class CounterPage(Page):
    """Unit, agency code and slot: the last two make this counter's dossier codes its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("The counter"),
            self.tr("Agency code and number stand in every dossier code that this counter gives out."),
            parent,
        )
        self._fields, self._slot = UnitFields(self), QLineEdit("1")
        self._slot.setMaxLength(1)
        self._slot.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]"), self))
        each = self.tr("1 to 9; each computer of the office has a number of its own.")
        self.ask("slot", self.tr("&Counter number"), self._slot, each)

    def offer(self, own_name: str, units: Sequence[Unit]) -> None:
        """The units of which the counter may be; left empty it is the office's own."""
        self._fields.offer(own_name, units)

    def answer(self) -> CounterAnswer:
        return CounterAnswer(self._fields.answer, slot=self._slot.text())
