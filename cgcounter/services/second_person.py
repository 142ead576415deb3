"""Acts that only two people together may do: the second agrees beside the first with their own PIN."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.staff import Actor, Role, StaffId, require_role


class SecondPersonError(RuleBrokenError):
    """The act asks for two people, and the same one stood for both."""

    code = "second_person"


class SecondPerson(Struct, frozen=True):
    """Who agrees to an act beside the one who does it, with their own PIN."""

    id: StaffId
    pin: str


class CheckPin(Protocol):
    """Tells who a person with this PIN is; raises WrongPinError, PinPausedError."""

    def __call__(self, person: StaffId, pin: str) -> Actor: ...


def agreed(check_pin: CheckPin, actor: Actor, second: SecondPerson, roles: frozenset[Role]) -> StaffId:
    """Who agreed; raises SecondPersonError, WrongPinError, PinPausedError, RoleMissingError."""
    if second.id == actor.id:
        raise SecondPersonError
    other = check_pin(second.id, second.pin)
    require_role(other, roles)
    return other.id
