"""Which act a form tells."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cgcounter.domain.facts import (
    ApologyMade,
    DossierWithdrawn,
    Fact,
    GuidanceGiven,
    HandedOver,
    SupplementRequested,
)
from cgcounter.domain.fold import fold
from cgcounter.domain.forms import NothingToPrintError, last_told
from tests.domain.lives import MORNING, event, received

FIRST = SupplementRequested(requested_at=MORNING + timedelta(days=1), number=1)
SECOND = SupplementRequested(requested_at=MORNING + timedelta(days=2), number=2)


def test_a_form_tells_the_last_act_of_its_kind() -> None:
    """Later acts of other kinds do not matter."""
    acts: list[Fact] = [
        HandedOver(handed_at=MORNING),
        FIRST,
        ApologyMade(MORNING, "", MORNING),
        DossierWithdrawn(MORNING),
    ]
    events = [event(1, received()), *(event(place, act, place - 1) for place, act in enumerate(acts, 2))]
    assert last_told(fold(events), GuidanceGiven, SupplementRequested) == FIRST


def test_an_overtaken_act_is_not_told() -> None:
    """Of two requests that did not know of each other one stands; the paper says what that one asks for."""
    events = [
        event(1, received()),
        event(2, HandedOver(handed_at=MORNING), 1),
        event(3, FIRST, 2),
        event(4, SECOND, 2),
    ]
    dossier = fold(events)
    assert [line.fact for line in dossier.history if not line.applied] == [SECOND]
    assert last_told(dossier, SupplementRequested) == FIRST


def test_no_act_is_one_clear_error() -> None:
    """What did not happen is not printed."""
    with pytest.raises(NothingToPrintError):
        last_told(fold([event(1, received())]), ApologyMade)
