"""Roles as every screen names them."""

from __future__ import annotations

from collections.abc import Sequence

from cgcounter.domain.staff import Role
from cgcounter.services.messages import Messages


def roles_in_words(roles: Sequence[Role], messages: Messages) -> str:
    """The parts somebody plays, as a phrase."""
    return _capitalised(", ".join(messages.term(role) for role in roles))


def role_choices(messages: Messages) -> list[tuple[Role, str]]:
    """Every role with its word, for boxes to tick."""
    return [(role, _capitalised(messages.term(role))) for role in Role]


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
