"""The pages on which somebody is added, changed, or given a new PIN."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from cgcounter.domain.staff import Role, StaffMember
from cgcounter.gui.staff.answers import ChangeAnswer, NewPinAnswer, PersonAnswer
from cgcounter.gui.staff.fields import NameAndRoles, PinTwice
from cgcounter.gui.widgets.edit_page import EditPage

RoleChoices = Sequence[tuple[Role, str]]


class NewPersonPage(EditPage):
    """Name, roles, and a first PIN."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("A new person"),
            self.tr("What this person does bears the name, so it is the one on the identity card."),
            parent,
        )
        self._person, self._pin = NameAndRoles(self), PinTwice(self)

    def ask_for(self, roles: RoleChoices) -> None:
        """Begin with empty fields."""
        self._person.show("", roles, ())
        self._pin.clear()
        self.begin()

    def answer(self) -> PersonAnswer:
        return PersonAnswer(self._person.name, self._person.roles, self._pin.pin, self._pin.again)


class ChangePage(EditPage):
    """Name, roles, and whether somebody works here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Change a person"),
            self.tr(
                "Nobody is ever deleted: who leaves may not sign in, and what they did keeps their name."
            ),
            parent,
        )
        self._person = NameAndRoles(self)
        self._active = QCheckBox(self.tr("Works here and may sign in"))
        self.ask("active", "", self._active)

    def ask_about(self, member: StaffMember, roles: RoleChoices) -> None:
        """Begin with the person as the list has them."""
        self.show_title(member.name)
        self._person.show(member.name, roles, member.roles)
        self._active.setChecked(member.active)
        self.begin()

    def answer(self) -> ChangeAnswer:
        return ChangeAnswer(self._person.name, self._person.roles, self._active.isChecked())


class NewPinPage(EditPage):
    """A PIN for somebody who forgot theirs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("A new PIN"),
            self.tr(
                "The old PIN lets nobody in any more. The person can take another one by themselves later."
            ),
            parent,
        )
        self._pin = PinTwice(self)

    def ask_for(self, member: StaffMember) -> None:
        """Begin with empty fields."""
        self.show_title(self.tr("A new PIN for {name}").format(name=member.name))
        self._pin.clear()
        self.begin()

    def answer(self) -> NewPinAnswer:
        return NewPinAnswer(self._pin.pin, self._pin.again)
