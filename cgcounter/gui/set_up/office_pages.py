"""The pages that ask for the office and for the codes of its counter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

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
            self.tr("The commune is found by a few letters, with or without marks, or typed."),
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
    """Agency code and slot: together they make this counter's dossier codes its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("The counter"),
            self.tr("Both stand in every dossier code and do not change once dossiers are received."),
            parent,
        )
        self._agency, self._slot = QLineEdit(), QLineEdit("1")
        self._agency.setPlaceholderText("H23.xx.yy")
        self._slot.setMaxLength(1)
        self._slot.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]"), self))
        confirm = self.tr(
            "From the decision that gave your agency its code. Have it confirmed before you begin."
        )
        self.ask("agency_code", self.tr("&Agency code"), self._agency, confirm)
        each = self.tr("1 to 9; each computer of the office has a number of its own.")
        self.ask("slot", self.tr("&Counter number"), self._slot, each)

    def answer(self) -> CounterAnswer:
        return CounterAnswer(agency_code=self._agency.text(), slot=self._slot.text())
