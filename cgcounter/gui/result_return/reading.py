"""What is read for a card in one go: the dossier, the people in it, its papers, and what can be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.forms import FormKey
from cgcounter.domain.handover_slips import has_slip
from cgcounter.domain.offices import Habits
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import Role, StaffId
from cgcounter.domain.units import Unit
from cgcounter.gui.result_return.asked_parts import Offers
from cgcounter.gui.widgets.pick_list import Choice
from cgcounter.services.sign_in import Name
from cgcounter.services.use_cases import UseCases

_LEADERS: Final = frozenset({Role.SUPERVISOR, Role.HEAD})
_WORKERS: Final = frozenset({Role.PROCESSOR, Role.CLERK})


class Reading(NamedTuple):
    """A dossier, the people in it, the forms it has, what its parts offer, the office's habits, and its ``group``."""

    dossier: Dossier
    names: Mapping[StaffId, str]
    papers: tuple[FormKey, ...] = ()
    offers: Offers = Offers()
    habits: Habits = Habits()
    group: tuple[DossierLine, ...] = ()


def read_dossier(cases: UseCases, dossier_id: DossierId) -> Reading:
    """Read all of it on the database lane."""
    return reading_of(cases, cases.open_dossier(dossier_id))


def reading_of(cases: UseCases, dossier: Dossier) -> Reading:
    """What belongs to a dossier that is known already."""
    people = cases.sign_in.names()
    units = cases.acts.hand_over.destinations(dossier)
    return Reading(
        dossier,
        {one.id: one.name for one in people},
        _papers(cases, dossier),
        _offers(dossier, people, units),
        cases.keep_habits(),
        cases.find_dossiers.of_group(dossier),
    )


def _papers(cases: UseCases, dossier: Dossier) -> tuple[FormKey, ...]:
    """What can be printed of it now; the slip it stands on, too, though that is about others as well."""
    slip = (FormKey.HANDOVER_SLIP,) if has_slip(dossier) else ()
    return (*cases.print_form.forms_for(dossier), *slip)


def _offers(dossier: Dossier, people: Iterable[Name], units: Iterable[Unit]) -> Offers:
    people = tuple(people)
    pause = dossier.pause
    return Offers(
        places=(
            *(Choice(one.id, one.name) for one in people if not _WORKERS.isdisjoint(one.roles)),
            *(Choice(one.key, one.name) for one in units),
        ),
        leaders=tuple(Choice(one.id, one.name) for one in people if not _LEADERS.isdisjoint(one.roles)),
        papers=tuple(dict.fromkeys(paper.name for paper in dossier.papers)),
        asked=tuple(paper.name for paper in pause.papers) if pause else (),
        owed_dong=dossier.owed_dong,
        collected_dong=dossier.collected_dong,
    )
