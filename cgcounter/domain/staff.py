"""The people of an office: who they are and which parts they may play."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID

from msgspec import Struct

from cgcounter.domain.errors import RuleBrokenError

StaffId = NewType("StaffId", UUID)


class Role(StrEnum):
    """A part played at the one-stop office; one person may hold several (glossary, section 2.2)."""

    CLERK = "clerk"
    PROCESSOR = "processor"
    SUPERVISOR = "supervisor"
    HEAD = "head"
    ADMINISTRATOR = "administrator"


LEADERS: Final = frozenset({Role.SUPERVISOR, Role.HEAD})
"""Those of whom one has to agree to what a clerk may not do alone."""


class RoleMissingError(RuleBrokenError):
    """The signed-in person does not hold a role that this act asks for."""

    code = "role_missing"


class StaffMember(Struct, frozen=True):
    """A person who can sign in; ``pin_hash`` is an argon2id hash, never a PIN."""

    id: StaffId
    name: str
    roles: tuple[Role, ...]
    pin_hash: str
    title: str = ""
    active: bool = True


class Actor(Struct, frozen=True):
    """The signed-in person in whose name an event is written, and the office they sit in.

    ``unit`` is the unit of their counter, empty where it is the office's own.
    """

    id: StaffId
    name: str
    roles: tuple[Role, ...]
    office: str
    unit: str = ""

    @property
    def unit_key(self) -> str:
        """The unit that this person works for."""
        return self.unit or self.office

    def may(self, allowed: frozenset[Role]) -> bool:
        """True when this person holds at least one of the roles."""
        return not allowed.isdisjoint(self.roles)


def require_role(actor: Actor, allowed: frozenset[Role]) -> None:
    """Raise RoleMissingError unless the actor holds one of the roles."""
    if not actor.may(allowed):
        raise RoleMissingError(roles=", ".join(sorted(allowed)))


def head_name(staff: Iterable[StaffMember]) -> str:
    """Who signs for the office: the name of its head; empty where nobody is entered as such."""
    return next((one.name for one in staff if one.active and Role.HEAD in one.roles), "")
