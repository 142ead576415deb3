"""How acts become events: ids, ancestry, actor, office and time."""

import pytest

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import HandedOver, ResultRecorded
from cgcounter.domain.fold import NoBeginningError, fold
from cgcounter.domain.particulars import ResultKind
from tests.services.desk import CLERK, Desk, at


def test_facts_of_one_act_form_a_chain(desk: Desk) -> None:
    """Each fact follows the one before it, and the first one follows all that the dossier knows."""
    dossier = desk.receive()
    facts = (HandedOver(at(10, 9)), ResultRecorded(at(10, 10)))
    desk.clock.advance(hours=2)
    with desk.store.begin() as unit:
        after = desk.workplace.continue_dossier(unit, desk.clerk, dossier, facts)
        unit.commit()
    received, started, resulted = desk.events()
    assert (started.base, resulted.base) == ((received.id,), (started.id,))
    assert {one.at for one in (started, resulted)} == {at(10, 10, 15)}
    assert {one.actor for one in (started, resulted)} == {CLERK.id}
    assert {one.office for one in (started, resulted)} == {"xa-cao-an"}
    assert after == fold(desk.events())


def test_an_act_joins_what_happened_apart(desk: Desk) -> None:
    """After two acts that did not know of each other the next one names both: ancestry, not the clock."""
    dossier = desk.receive()
    with desk.store.begin() as unit:
        for _ in range(2):
            desk.workplace.continue_dossier(unit, desk.clerk, dossier, (HandedOver(at(10, 9)),))
        unit.commit()
    forked = desk.stored(dossier.id)
    assert len(forked.heads) == 2
    joined = desk.cases.acts.record_result(desk.processor, dossier.id, ResultKind.POSITIVE)
    accepted, _ = desk.events()[-2:]
    assert set(accepted.base) == set(forked.heads)
    assert joined.heads == (desk.events()[-1].id,)
    assert joined.status is Status.RESULT_READY


def test_ids_are_new_and_in_order(desk: Desk) -> None:
    """Dossiers and events have ids of their own, of version 7."""
    dossiers = [desk.receive() for _ in range(3)]
    ids = [event.id for event in desk.events()] + [dossier.id for dossier in dossiers]
    assert len(set(ids)) == 6
    assert {one.version for one in ids} == {7}


def test_a_life_needs_its_beginning(desk: Desk) -> None:
    """A dossier begun by a fact that begins nothing is a mistake that is not committed."""
    with pytest.raises(NoBeginningError), desk.store.begin() as unit:
        desk.workplace.begin_dossier(unit, desk.clerk, (HandedOver(at(10, 9)),))
    assert desk.events() == ()
