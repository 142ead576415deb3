"""Random lives, held at every step beside the matrix of facts 2.4 as it is read in tests/domain/matrix.py."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Sequence
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.fold import fold
from cgcounter.domain.lifecycle import (
    LIFECYCLE,
    Act,
    ActForbiddenError,
    NewerVersionError,
    acts_for,
    require_act,
    require_start,
    row_of,
)
from cgcounter.domain.staff import Actor, Role, RoleMissingError, StaffId
from tests.domain import matrix, replicas
from tests.domain.matrix import HIGHER_FIRST, ROLES, RULES, START, Life, Rule
from tests.domain.replicas import Choose, Option, Replica

LIVES = int(os.environ.get("CGCOUNTER_LIVES", "100"))
ACTS_A_LIFE = 30
ACTORS = {role: Actor(StaffId(UUID(int=1)), "Lê Thị Ẩn", (Role(role),), "xa-cao-an") for role in ROLES}
EVERYBODY = Actor(StaffId(UUID(int=1)), "Lê Thị Ẩn", tuple(Role), "xa-cao-an")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.act)
def test_each_row_of_the_table_says_what_the_matrix_says(rule: Rule) -> None:
    """2.4: from where, to where, by whom, with which form, what stops and resumes the clock, whose second PIN."""
    row = row_of(Act(rule.act))
    assert {state or START for state in row.sources} == set(rule.sources.split())
    assert (row.target or "") == ("" if rule.target == "before" else rule.target)
    assert row.roles == set(rule.roles.split())
    assert row.second == set(rule.second.split())
    assert (row.form or "", row.clock or "") == (rule.form, rule.clock)


def test_table_and_matrix_know_the_same_acts_and_roles() -> None:
    """No act is missing in either reading, and each has one row."""
    assert [row.act for row in LIFECYCLE] == [*dict.fromkeys(row.act for row in LIFECYCLE)]
    assert {row.act for row in LIFECYCLE} == set(Act) == {rule.act for rule in RULES}
    assert set(ROLES) == set(Role)


def check_acts(life: Life, dossier: Dossier | None) -> None:
    """All acts and all roles: buttons and checks allow what the matrix allows, and refuse the rest with a reason."""
    open_acts = {rule.act for rule in RULES if matrix.is_open(rule.act, life)}
    for role, actor in ACTORS.items():
        for act in Act:
            said = _error_of(act, actor, dossier)
            if not matrix.may(role, act):
                assert type(said) is RoleMissingError, (role, act, life)
            elif life.newer and act != "reprint":
                assert type(said) is NewerVersionError, (role, act, life)
            elif act not in open_acts:
                assert type(said) is ActForbiddenError, (role, act, life)
                assert said.fields == {"act": act, "status": life.state}
            else:
                assert said is None, (role, act, life)
        if dossier is not None:
            assert set(acts_for(dossier, actor)) == {act for act in open_acts if matrix.may(role, act)}
    if dossier is not None:
        assert set(acts_for(dossier, EVERYBODY)) == open_acts


def _error_of(act: Act, actor: Actor, dossier: Dossier | None) -> RuleBrokenError | None:
    try:
        if dossier is None:
            require_start(act, actor)
        else:
            require_act(act, dossier, actor)
    except RuleBrokenError as error:
        return error
    return None


def check_state(life: Life, dossier: Dossier) -> None:
    """The dossier stands where the matrix says, with its clock, its legs, its money."""
    ended = life.state in {"withdrawn", "refused", "stopped", "voided"} and life.has_code
    told = {
        "state": dossier.status,
        "paused": dossier.pause.kind if dossier.pause else "",
        "due": dossier.due_at,
        "legs": len(dossier.legs),
        "leg_is_taken": dossier.leg is not None and dossier.leg.accepted_at is not None,
        "result": dossier.result is not None,
        "returned": dossier.returned is not None,
        "ended": dossier.ending is not None,
        "told": dossier.told is not None,
        "rated": dossier.rating is not None,
        "apologies": len(dossier.apologies),
        "money": (dossier.collected_dong, dossier.owed_dong),
        "newer": dossier.read_only,
        "open": dossier.is_open,
    }
    assert told == {
        "state": life.state,
        "paused": life.paused,
        "due": replicas.clock(life),
        "legs": life.legs,
        "leg_is_taken": life.leg_is_taken,
        "result": life.has_result,
        "returned": life.state == "returned",
        "ended": ended,
        "told": life.told,
        "rated": life.rated,
        "apologies": life.apologies,
        "money": (life.collected, life.owed),
        "newer": life.newer,
        "open": life.state in matrix.OPEN.split(),
    }


def step(replica: Replica) -> str:
    """One act that the matrix allows to somebody, and what has to be so after it; "" where nobody may do anything."""
    allowed = [rule.act for rule in RULES if matrix.is_open(rule.act, replica.life)]
    if not allowed:
        return ""
    act = replica.choose(_preferred(replica, allowed))
    replica.done[act] += 1
    had_rival = replica.life.rival is not None
    replica.live(act)
    dossier = replica.dossier()
    if had_rival:
        replica.settle(dossier)
    check_state(replica.life, dossier)
    check_acts(replica.life, dossier)
    return act


def _preferred(replica: Replica, allowed: list[str]) -> list[str]:
    """Mostly what this life has seen least of, so that no act is rare, and mostly an intake to begin with."""
    if replica.life.state == START:
        return [*allowed, "receive", "receive", "receive"]
    fewest = min(replica.done[act] for act in allowed)
    rarest = [act for act in allowed if replica.done[act] == fewest]
    return replica.choose((allowed, rarest, rarest))


def grow_apart(replica: Replica) -> list[str]:
    """Two counters go on without each other, then learn of each other, either of the other."""
    trunk, other = replica.life, replica.fork()
    acts = [step(one) for one in (replica, other) for _ in range(replica.choose(range(4)))]
    mine, theirs = replica.fork(), other.fork()
    replica.join(trunk, theirs)
    other.join(trunk, mine)
    assert replica.dossier() == other.dossier()
    replica.settle(replica.dossier())
    check_state(replica.life, replica.dossier())
    check_acts(replica.life, replica.dossier())
    return acts


def live(choose: Choose) -> list[str]:
    """A whole life, alone and apart; what it was made of."""
    replica = replicas.newborn(choose)
    check_acts(replica.life, None)
    acts = [step(replica)]
    while len(acts) < ACTS_A_LIFE and acts[-1]:
        chance = choose(range(20))
        if chance < 2 and replica.life.rival is None:
            acts += [*grow_apart(replica), "merge"]
        elif chance == 19 and len(acts) > ACTS_A_LIFE // 2:
            replica.meet_newer_version()
            check_acts(replica.life, replica.dossier())
        rival = replica.life.rival
        acts.append(step(replica))
        if rival is not None and acts[-1] in {"fault_result", "reopen"}:
            acts.append("lifted beside a rival")
    shuffled = sorted([*replica.events, *replica.events[::2]], key=lambda _: choose(range(1 << 16)))
    assert fold(shuffled) == replica.dossier()
    return acts


@pytest.mark.timeout(60 + LIVES)
def test_lives_keep_to_the_matrix() -> None:
    """2.4: at every step of many lives all acts and all roles are as the matrix says; every act and merges occur."""
    seen: Counter[str] = Counter()
    for seed in range(LIVES):
        chance = random.Random(seed)  # noqa: S311  lives that can be lived again
        try:
            seen.update(live(chance.choice))
        except AssertionError as error:
            error.add_note(f"seed {seed}")
            raise
    assert {*seen} >= {rule.act for rule in RULES} | {"merge", "lifted beside a rival"}


@settings(max_examples=settings().max_examples // 2)
@given(st.data())
def test_any_life_keeps_to_the_matrix(data: st.DataObject) -> None:
    """The same with lives that are sought out and made small."""

    def choose(options: Sequence[Option], /) -> Option:
        return data.draw(st.sampled_from(options))

    live(choose)


def test_the_order_of_concurrent_acts_has_every_state() -> None:
    """C3 ranks whatever a dossier can be."""
    reachable = {rule.target for rule in RULES} - {"", "before"}
    assert set(HIGHER_FIRST) == reachable
