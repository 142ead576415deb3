"""Where somebody has to sit to do something with a dossier: at the counter that received it, or where it is now."""

from __future__ import annotations

from enum import StrEnum

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.staff import Actor


class Side(StrEnum):
    """Whose people do an act: those of the office that received the dossier, of the unit that has it now, or both.

    ``GIVER``: of the unit that has it, and of the one that gave it away until it is accepted.
    """

    COUNTER = "counter"
    WORK = "work"
    GIVER = "giver"
    EITHER = "either"


class HeldElsewhereError(RuleBrokenError):
    """Another unit, ``unit``, has the dossier: its people work on it."""

    code = "held_elsewhere"


class ReceivedElsewhereError(RuleBrokenError):
    """Another office received the dossier: this is done at its counter."""

    code = "received_elsewhere"


def is_on_side(side: Side, dossier: Dossier, actor: Actor) -> bool:
    """Whether the actor sits where acts of this side are done."""
    at_counter = actor.office == dossier.office
    if side is Side.COUNTER:
        return at_counter
    if side is Side.EITHER and at_counter:
        return True
    return _works_on(dossier, actor.unit_key) or (side is Side.GIVER and _gave(dossier, actor.unit_key))


def require_side(side: Side, dossier: Dossier, actor: Actor) -> None:
    """Raise HeldElsewhereError or ReceivedElsewhereError unless the actor sits where acts of this side are done."""
    if is_on_side(side, dossier, actor):
        return
    if side in {Side.WORK, Side.GIVER}:
        raise HeldElsewhereError(unit=(dossier.leg and dossier.leg.unit_name) or "receiving_unit")
    raise ReceivedElsewhereError


def _works_on(dossier: Dossier, unit: str) -> bool:
    """Whether a unit has the dossier, or writes for the one that has.

    A paper comes back with its slip: the unit it was received in may write down what was done elsewhere.
    """
    is_paper = dossier.leg is not None and not dossier.leg.electronic
    return unit == dossier.unit_at_work or (is_paper and unit == dossier.own_unit)


def _gave(dossier: Dossier, unit: str) -> bool:
    """Whether a unit gave the dossier away and nobody has accepted it yet."""
    leg = dossier.leg
    return leg is not None and leg.accepted_at is None and unit == dossier.unit_before
