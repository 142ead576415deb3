"""Who may do something by where they sit: the office that received a dossier, or the unit that works on it."""

from __future__ import annotations

from uuid import UUID

import pytest
from msgspec.structs import replace

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import Fact, HandedOver, HandoverAccepted, ResultRecorded
from cgcounter.domain.fold import fold
from cgcounter.domain.lifecycle import Act, acts_for, require_act
from cgcounter.domain.sides import HeldElsewhereError, ReceivedElsewhereError
from cgcounter.domain.staff import Actor, Role, RoleMissingError, StaffId
from tests.domain.lives import MORNING, event, event_id, received

JUSTICE = "phong-tu-phap"
BY_WIRE = HandedOver(handed_at=MORNING, unit=JUSTICE, unit_name="Phòng Tư pháp")
ON_PAPER = HandedOver(handed_at=MORNING, unit=JUSTICE, unit_name="Phòng Tư pháp", electronic=False)
WITHIN = HandedOver(handed_at=MORNING)
TAKEN = HandoverAccepted(accepted_at=MORNING, leg=event_id(2))
WORK = {
    Act.TRANSFER,
    Act.ACCEPT_HANDOVER,
    Act.REQUEST_SUPPLEMENT,
    Act.REQUEST_PAYMENT,
    Act.SUSPEND,
    Act.RECORD_RESULT,
    Act.RECORD_NEGATIVE,
}


def somebody(office: str, unit: str = "") -> Actor:
    """A person of every role at a counter of this office, of another unit than its own where one is named."""
    return Actor(StaffId(UUID(int=1)), "Lê Thị Ẩn", tuple(Role), office, unit)


COMMUNE = somebody("xa-cao-an")
POLICE = somebody("xa-cao-an", "ca-xa-cao-an")
OF_JUSTICE = somebody("ubnd-huyen", JUSTICE)
OF_TAX = somebody("ubnd-huyen", "chi-cuc-thue")


def dossier_after(*facts: Fact) -> Dossier:
    """A dossier received in the commune, and what followed."""
    life = [event(1, received())]
    life += [event(number, fact, number - 1) for number, fact in enumerate(facts, 2)]
    return fold(life)


@pytest.mark.parametrize(
    ("facts", "actor", "acts"),
    [
        ((WITHIN,), COMMUNE, WORK),
        ((WITHIN,), POLICE, set()),
        ((WITHIN,), OF_JUSTICE, set()),
        ((BY_WIRE,), OF_JUSTICE, WORK),
        ((BY_WIRE,), OF_TAX, set()),
        ((BY_WIRE,), POLICE, set()),
        ((BY_WIRE,), COMMUNE, {Act.TRANSFER}),
        ((BY_WIRE, TAKEN), COMMUNE, set()),
        ((BY_WIRE, TAKEN), OF_JUSTICE, WORK - {Act.ACCEPT_HANDOVER}),
        ((ON_PAPER,), OF_JUSTICE, WORK),
        ((ON_PAPER,), COMMUNE, WORK),
        ((ON_PAPER,), OF_TAX, set()),
    ],
)
def test_who_has_a_dossier_works_on_it(facts: tuple[Fact, ...], actor: Actor, acts: set[Act]) -> None:
    """The unit it was handed to; of a paper also the one it came from, which may redirect what nobody took yet."""
    assert set(acts_for(dossier_after(*facts), actor)) & WORK == acts


@pytest.mark.parametrize("act", sorted(WORK - {Act.TRANSFER}))
def test_the_people_of_another_unit_are_refused_in_words(act: Act) -> None:
    """The error names the unit that has the dossier; a clerk at its own counter is refused like a stranger."""
    dossier = dossier_after(BY_WIRE)
    for actor in (COMMUNE, POLICE, OF_TAX):
        with pytest.raises(HeldElsewhereError) as refused:
            require_act(act, dossier, actor)
        assert refused.value.fields == {"unit": "Phòng Tư pháp"}


def test_what_was_received_at_a_counter_of_another_unit_is_that_units() -> None:
    """At a district's one-stop the tax branch does not hand over what the insurance received."""
    dossier = fold([event(1, replace(received(), unit="ca-xa-cao-an"))])
    assert Act.START_PROCESSING in acts_for(dossier, POLICE)
    assert Act.START_PROCESSING not in acts_for(dossier, COMMUNE)
    with pytest.raises(HeldElsewhereError) as refused:
        require_act(Act.START_PROCESSING, dossier, COMMUNE)
    assert refused.value.fields == {"unit": "receiving_unit"}


def test_what_is_done_at_the_counter_is_done_where_it_was_received() -> None:
    """Any counter of the office returns a result; another office does not, not even the one that made it."""
    ready = dossier_after(BY_WIRE, TAKEN, ResultRecorded(released_at=MORNING))
    for actor in (COMMUNE, POLICE):
        assert {Act.RETURN_RESULT, Act.TELL_APPLICANT, Act.VOID} <= set(acts_for(ready, actor))
    assert set(acts_for(ready, OF_JUSTICE)) == {Act.FAULT_RESULT, Act.APOLOGISE, Act.REPRINT}
    for act in (Act.RETURN_RESULT, Act.TELL_APPLICANT, Act.CORRECT, Act.COLLECT_FEE):
        with pytest.raises(ReceivedElsewhereError):
            require_act(act, ready, OF_JUSTICE)


def test_the_role_is_asked_for_first() -> None:
    """Who may not do it anywhere is told so, wherever they sit."""
    clerk = Actor(StaffId(UUID(int=1)), "Lê Thị Ẩn", (Role.CLERK,), "ubnd-huyen")
    with pytest.raises(RoleMissingError):
        require_act(Act.RECORD_RESULT, dossier_after(BY_WIRE), clerk)
