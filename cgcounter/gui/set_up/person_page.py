"""The page that asks for the first person of the office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from cgcounter.domain.staff import Role
from cgcounter.gui.staff.answers import PersonAnswer
from cgcounter.gui.staff.fields import NameAndRoles, PinTwice
from cgcounter.gui.widgets.page import Page

_TICKED: Final = (Role.CLERK, Role.ADMINISTRATOR)


class PersonPage(Page):
    """Name, roles, and the PIN twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("The first person"),
            self.tr(
                "This person signs in first. Events bear the name, so it is the one on the identity card."
            ),
            parent,
        )
        self._person, self._pin = NameAndRoles(self), PinTwice(self)

    def show_roles(self, roles: Sequence[tuple[Role, str]]) -> None:
        """The roles that can be ticked, in words."""
        self._person.show("", roles, _TICKED)

    def answer(self) -> PersonAnswer:
        return PersonAnswer(self._person.name, self._person.roles, self._pin.pin, self._pin.again)
