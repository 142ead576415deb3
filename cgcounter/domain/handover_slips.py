"""Hand-over slips: which dossiers went to a unit in one go, on paper, and stand on one sheet.

What nobody has put on a slip yet and the unit has not accepted makes a new one. A slip that was printed stays what it
is: it is known by its first print, and a reprint repeats all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from msgspec import Struct

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier, Leg
from cgcounter.domain.facts import FormPrinted
from cgcounter.domain.forms import FormKey
from cgcounter.domain.staff import StaffId


class HandoverSlip(Struct, frozen=True):
    """One sheet: the dossiers in the order in which they were handed over, and how often it went to paper."""

    unit: str
    unit_name: str
    dossiers: tuple[Dossier, ...]
    times_printed: int = 0

    @property
    def handed_at(self) -> datetime:
        """When the last of them was handed over."""
        return max(leg.handed_at for leg in self._legs())

    @property
    def handed_by(self) -> StaffId | None:
        """Who handed them over; None where several people did."""
        people = {leg.handed_by for leg in self._legs()}
        return people.pop() if len(people) == 1 else None

    def _legs(self) -> Iterator[Leg]:
        return (leg for dossier in self.dossiers if (leg := dossier.paper_leg) is not None)


class _Sheet(Struct, frozen=True):
    """What tells one slip from another: the unit, and the bytes of the first print; none for a new one."""

    unit: str
    unit_name: str
    sha256: bytes = b""


def slips_of(dossiers: Iterable[Dossier], day: date, giver: str) -> tuple[HandoverSlip, ...]:
    """The slips of what a unit handed over on a day, the new ones first; each kind by its first hand-over."""
    sheets: dict[_Sheet, list[tuple[datetime, Dossier]]] = {}
    for dossier in dossiers:
        leg, prints = dossier.paper_leg, prints_of_slip(dossier)
        if leg is not None and _went_out(dossier, leg, day, giver) and (prints or is_on_its_way(dossier)):
            sheet = _Sheet(leg.unit, leg.unit_name, prints[0].sha256 if prints else b"")
            sheets.setdefault(sheet, []).append((leg.handed_at, dossier))
    ordered = sorted(sheets.items(), key=lambda one: (bool(one[0].sha256), min(at for at, _ in one[1])))
    return tuple(_slip(sheet, handed) for sheet, handed in ordered)


def _went_out(dossier: Dossier, leg: Leg, day: date, giver: str) -> bool:
    return leg.handed_at.astimezone(TIME_ZONE).date() == day and dossier.giver_of(leg) == giver


def has_slip(dossier: Dossier) -> bool:
    """Whether a slip can be printed of how it stands: it went out on paper, and nothing has followed that."""
    return is_on_its_way(dossier) or (_is_where_it_went(dossier) and bool(prints_of_slip(dossier)))


def is_on_its_way(dossier: Dossier) -> bool:
    """Whether it was handed over on paper and the unit has not taken it yet."""
    leg = dossier.leg
    return _is_where_it_went(dossier) and leg is not None and leg.accepted_at is None


def _is_where_it_went(dossier: Dossier) -> bool:
    leg, on_paper = dossier.leg, dossier.paper_leg
    went_out = leg is not None and on_paper is not None and leg.id == on_paper.id
    return dossier.is_open and went_out and leg is not None and leg.ended_at is None


def prints_of_slip(dossier: Dossier) -> tuple[FormPrinted, ...]:
    """How its slip went to paper since it was last handed over on paper."""
    leg = dossier.paper_leg
    if leg is None:
        return ()
    place = next(place for place, line in enumerate(dossier.history) if line.id == leg.id)
    prints = (line.fact for line in dossier.history[place:] if isinstance(line.fact, FormPrinted))
    return tuple(one for one in prints if one.form == FormKey.HANDOVER_SLIP)


def _slip(sheet: _Sheet, handed: list[tuple[datetime, Dossier]]) -> HandoverSlip:
    dossiers = tuple(dossier for _, dossier in sorted(handed, key=lambda one: (one[0], one[1].code)))
    times = max(len(prints_of_slip(dossier)) for dossier in dossiers)
    return HandoverSlip(sheet.unit, sheet.unit_name, dossiers, times)
