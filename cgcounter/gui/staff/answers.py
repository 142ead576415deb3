"""What the pages about people ask for, as it was typed; no PIN is in any picture of these values."""

from __future__ import annotations

from dataclasses import dataclass, field

from cgcounter.domain.staff import Role


@dataclass(frozen=True)
class PersonAnswer:
    """Somebody who is to be added."""

    name: str
    roles: tuple[Role, ...]
    pin: str = field(repr=False)
    pin_again: str = field(repr=False)


@dataclass(frozen=True)
class ChangeAnswer:
    """Somebody of the list as they are to be from now on."""

    name: str
    roles: tuple[Role, ...]
    active: bool


@dataclass(frozen=True)
class NewPinAnswer:
    """A PIN for somebody who forgot theirs."""

    pin: str = field(repr=False)
    pin_again: str = field(repr=False)


@dataclass(frozen=True)
class OwnPinAnswer:
    """Another PIN for who is signed in."""

    old: str = field(repr=False)
    pin: str = field(repr=False)
    pin_again: str = field(repr=False)
