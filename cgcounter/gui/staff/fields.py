"""Fields that several pages about people ask for alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from cgcounter.domain.staff import Role
from cgcounter.gui.widgets.page import Page
from cgcounter.gui.widgets.pin_field import PinField
from cgcounter.gui.widgets.tick_boxes import TickBoxes

_COLUMNS: Final = 2


class NameAndRoles(QObject):
    """Who somebody is, and a box to tick for each part they play."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._name, self._roles = QLineEdit(), TickBoxes[Role](_COLUMNS)
        page.ask("name", self.tr("&Full name"), self._name)
        page.ask("roles", self.tr("&Roles"), self._roles)

    @property
    def name(self) -> str:
        """What is typed."""
        return self._name.text()

    @property
    def roles(self) -> tuple[Role, ...]:
        """What is ticked."""
        return self._roles.ticked

    def show(self, name: str, choices: Sequence[tuple[Role, str]], ticked: Collection[Role]) -> None:
        """Show a name and the roles with their words."""
        self._name.setText(name)
        self._roles.show_choices(choices, ticked)


class PinTwice(QObject):
    """A new PIN: the second time proves the first."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._pin, self._again = PinField(), PinField()
        page.ask(
            "pin", self.tr("&New PIN"), self._pin, self.tr("At least 4 digits, known to this person only.")
        )
        page.ask("pin_again", self.tr("PIN &again"), self._again)

    @property
    def pin(self) -> str:
        """What is typed first."""
        return self._pin.text()

    @property
    def again(self) -> str:
        """What is typed the second time."""
        return self._again.text()

    def clear(self) -> None:
        """Forget both."""
        self._pin.clear()
        self._again.clear()
