"""What holds of any dossier, however its events branch and whatever they say (sync 8 and 9)."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.events import Event
from cgcounter.domain.facts import (
    ApologyMade,
    ApplicantTold,
    DossierRated,
    Fact,
    FeeCollected,
    FeeRefunded,
    HandoverAccepted,
    ParticularsCorrected,
    UnknownFact,
)
from cgcounter.domain.fold import fold, in_order_of_ancestry
from cgcounter.domain.holding import holding_of
from tests.domain.lives import (
    ASKED,
    DUTY,
    GUIDED,
    HANDED,
    LATER,
    MORNING,
    REFUSED,
    REFUSED_AT_INTAKE,
    RESULT,
    RESUMED,
    RETURNED,
    STOPPED,
    SUSPENDED,
    VOIDED,
    WITHDRAWN,
    event,
    event_id,
    faulted,
    received,
    reopened,
)

_PLAIN: tuple[Fact, ...] = (
    HANDED, ASKED, DUTY, SUSPENDED, RESUMED, RESULT, RETURNED, WITHDRAWN, REFUSED, STOPPED, VOIDED,
    GUIDED, REFUSED_AT_INTAKE, received(),
    ApologyMade(apologised_at=LATER, reason="Chờ", promised_at=LATER),
    ApplicantTold(told_at=LATER),
    DossierRated(rated_at=LATER, score=5),
    DossierRated(rated_at=MORNING, score=1),
    FeeCollected(collected_at=LATER, amount_dong=8000),
    FeeRefunded(refunded_at=LATER, amount_dong=8000, reason="Rút"),
    ParticularsCorrected(corrected_at=LATER, reason="Gõ nhầm", note="Mới"),
    UnknownFact(type="x", version=1, payload=b"\xc0"),
)  # fmt: skip


@st.composite
def _branching(draw: st.DrawFn) -> list[Event]:
    """A life of any facts after any others, with acts that name any other act."""
    events = [event(1, received())]
    for number in range(2, draw(st.integers(2, 14))):
        known = st.sampled_from([one.id.int for one in events])
        named = draw(known)
        naming = (faulted(named), reopened(named), HandoverAccepted(accepted_at=LATER, leg=event_id(named)))
        fact = draw(st.sampled_from([*_PLAIN, *naming]))
        events.append(event(number, fact, *draw(st.lists(known, min_size=1, max_size=3, unique=True))))
    return events


@given(_branching(), st.integers(0, 1 << 32))
def test_the_dossier_is_a_function_of_the_set_of_its_events(life: list[Event], seed: int) -> None:
    """I10: permutation, duplication and batching of any facts change nothing."""
    shuffled = [*life, *life[::2]]
    random.Random(seed).shuffle(shuffled)  # noqa: S311  a repeatable order is wanted
    assert fold(shuffled) == fold(life)


@given(_branching())
def test_ancestors_always_come_first(life: list[Event]) -> None:
    """The walk never meets an event before what its author had seen."""
    order = [one.id for one in in_order_of_ancestry(life)]
    for one in life:
        assert all(order.index(base) < order.index(one.id) for base in one.base)


@given(_branching())
def test_a_dossier_never_contradicts_itself(life: list[Event]) -> None:
    """However lines of acts are overtaken or lifted, the state and what lies beside it tell one story."""
    dossier = fold(life)
    assert (dossier.status == "returned") == (dossier.returned is not None)
    assert (dossier.status in {"withdrawn", "refused", "stopped", "voided"}) == (dossier.ending is not None)
    if dossier.status in {"result_ready", "returned"}:
        assert dossier.result is not None
    assert dossier.result is None or dossier.status in {"result_ready", "returned", "voided"}
    assert (holding_of(dossier) is None) == (not dossier.is_open)
    _check_clock(dossier)
    _check_money(dossier)


def _check_clock(dossier: Dossier) -> None:
    waits_for = {"awaiting_supplement": "supplement", "awaiting_payment": "payment"}
    if dossier.status in waits_for:
        assert dossier.pause is not None
        assert dossier.pause.kind == waits_for[dossier.status]
    if dossier.status == "in_progress" and dossier.pause is not None:
        assert dossier.pause.kind == "verification"
    assert all(pause.ended_at is not None for pause in dossier.pauses[:-1])
    assert all(pause.ended_at is None or pause.since <= pause.ended_at for pause in dossier.pauses)
    assert all(leg.ended_at is not None for leg in dossier.legs[:-1])


def _check_money(dossier: Dossier) -> None:
    assert 0 <= dossier.owed_dong <= dossier.fee.amount_dong
    assert dossier.collected_dong >= 0


@given(_branching())
def test_what_does_not_count_leaves_no_trace(life: list[Event]) -> None:
    """C3: an act that is recorded and not applied is told in the history and nowhere else."""
    dossier = fold(life)
    for overtaken in (one.id for one in dossier.history if not one.applied):
        assert dossier.last_move != overtaken
        assert overtaken not in {leg.id for leg in dossier.legs}
    assert {one.id for one in dossier.history} == {one.id for one in life}


@given(_branching(), st.integers(2, 14))
def test_what_is_known_later_never_unsays_a_return(life: list[Event], cut: int) -> None:
    """I14: a result that left the office's hands has left them, unless a supervisor lifts that very act."""
    before, after = fold(life[:cut]), fold(life)
    if before.returned is not None and after.returned is None:
        lifted = {one.fact.undoes for one in after.history if hasattr(one.fact, "undoes")}
        assert before.last_move in lifted
