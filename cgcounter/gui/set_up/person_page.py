"""The page that asks for the first person of the office."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from cgcounter.domain.staff import Role
from cgcounter.gui.set_up.answers import PersonAnswer
from cgcounter.gui.set_up.page import Page
from cgcounter.gui.widgets.pin_field import PinField
from cgcounter.gui.widgets.tick_boxes import TickBoxes

_TICKED = frozenset({Role.CLERK, Role.ADMINISTRATOR})
_COLUMNS = 2


class PersonPage(Page):
    """Name, roles, and the PIN twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("3 of 4 · The first person"),
            self.tr(
                "This person signs in first. Events bear the name, so it is the one on the identity card."
            ),
            parent,
        )
        self._name, self._roles = QLineEdit(), TickBoxes[Role](_COLUMNS)
        self._pin, self._pin_again = PinField(), PinField()
        self.ask("name", self.tr("&Full name"), self._name)
        self.ask("roles", self.tr("&Roles"), self._roles)
        self.ask("pin", self.tr("&PIN"), self._pin, self.tr("At least 4 digits, known to this person only."))
        self.ask("pin_again", self.tr("PIN &again"), self._pin_again)

    def show_roles(self, roles: Sequence[tuple[Role, str]]) -> None:
        """The roles that can be ticked, in words."""
        self._roles.show_choices(roles, _TICKED)

    def answer(self) -> PersonAnswer:
        return PersonAnswer(
            name=self._name.text(),
            roles=self._roles.ticked,
            pin=self._pin.text(),
            pin_again=self._pin_again.text(),
        )
