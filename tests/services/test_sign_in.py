"""People sign in by name and PIN; five wrong PINs in a row make one person wait, and nobody else."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.staff import Actor, Role, StaffId
from cgcounter.services.ports import NotSetUpError
from cgcounter.services.sign_in import Name, PinPausedError, SignIn, WrongPinError
from tests.services.desk import ADMINISTRATOR, CLERK, LEFT, PROCESSOR, SUPERVISOR, Desk

NOBODY = StaffId(UUID(int=0xDEAD))


def try_pin(desk: Desk, person: StaffId, pin: str) -> str:
    """What comes of a try, in one word and a figure."""
    try:
        desk.cases.sign_in(person, pin)
    except WrongPinError as wrong:
        return f"left {wrong.fields['left']}"
    except PinPausedError:
        return "paused"
    return "in"


def test_the_right_pin_lets_in(desk: Desk) -> None:
    """The actor bears name, roles and office, and is whom events name."""
    assert desk.cases.sign_in(CLERK.id, "1111") == Actor(CLERK.id, "Lê Thị Ẩn", (Role.CLERK,), "xa-cao-an")


def test_those_who_work_here_are_offered(desk: Desk) -> None:
    """The screen shows the active people with their parts, in the order of the office."""
    assert desk.cases.sign_in.names() == (
        Name(CLERK.id, "Lê Thị Ẩn", (Role.CLERK,)),
        Name(PROCESSOR.id, "Phạm Văn Được", (Role.PROCESSOR,)),
        Name(SUPERVISOR.id, "Đỗ Đình Quyền", (Role.SUPERVISOR,)),
        Name(ADMINISTRATOR.id, "Hồ Quản Trị", (Role.ADMINISTRATOR,)),
    )


@pytest.mark.parametrize("pin", ["1112", "", "2222", " 1111", "hash of 1111"])
def test_a_wrong_pin_is_told_with_the_tries_left(desk: Desk, pin: str) -> None:
    """Another PIN, somebody else's, or none: four tries are left."""
    with pytest.raises(WrongPinError) as wrong:
        desk.cases.sign_in(CLERK.id, pin)
    assert wrong.value.fields == {"left": 4}


@pytest.mark.parametrize("person", [LEFT.id, NOBODY])
def test_who_is_not_of_the_office_is_told_no_more(desk: Desk, person: StaffId) -> None:
    """Somebody who left, with the right PIN, or an unknown id is refused as for a wrong PIN."""
    answers = [try_pin(desk, person, "4444") for _ in range(6)]
    assert answers == ["left 4", "left 3", "left 2", "left 1", "paused", "paused"]


def test_the_fifth_wrong_pin_begins_a_pause(desk: Desk) -> None:
    """Tries are counted down; then even the right PIN waits, and says for how long."""
    answers = [try_pin(desk, CLERK.id, "0000") for _ in range(5)]
    assert answers == ["left 4", "left 3", "left 2", "left 1", "paused"]
    desk.clock.advance(seconds=45.5)
    with pytest.raises(PinPausedError) as paused:
        desk.cases.sign_in(CLERK.id, "1111")
    assert paused.value.fields == {"seconds": 15}


def test_the_pause_is_a_minute(desk: Desk) -> None:
    """The error that begins it says 60 seconds; one second before its end it holds, at its end it does not."""
    for _ in range(4):
        try_pin(desk, CLERK.id, "0000")
    with pytest.raises(PinPausedError) as paused:
        desk.cases.sign_in(CLERK.id, "0000")
    assert paused.value.fields == {"seconds": 60}
    desk.clock.advance(seconds=59)
    assert try_pin(desk, CLERK.id, "1111") == "paused"
    desk.clock.advance(seconds=1)
    assert try_pin(desk, CLERK.id, "1111") == "in"


def test_others_are_not_kept_waiting(desk: Desk) -> None:
    """Wrong tries are counted for each person; one person's pause is nobody else's."""
    for _ in range(4):
        try_pin(desk, CLERK.id, "0000")
    assert try_pin(desk, SUPERVISOR.id, "0000") == "left 4"
    assert try_pin(desk, CLERK.id, "0000") == "paused"
    assert try_pin(desk, SUPERVISOR.id, "3333") == "in"
    assert try_pin(desk, PROCESSOR.id, "2222") == "in"


def test_waiting_does_not_lengthen_the_pause(desk: Desk) -> None:
    """Tries during the pause are not counted."""
    for _ in range(5):
        try_pin(desk, CLERK.id, "0000")
    for _ in range(20):
        desk.clock.advance(seconds=2)
        assert try_pin(desk, CLERK.id, "0000") == "paused"
    desk.clock.advance(seconds=20)
    assert try_pin(desk, CLERK.id, "0000") == "left 4"


def test_getting_in_forgets_the_wrong_tries(desk: Desk) -> None:
    """Only tries in a row count."""
    for _ in range(4):
        try_pin(desk, CLERK.id, "0000")
    assert try_pin(desk, CLERK.id, "1111") == "in"
    assert try_pin(desk, CLERK.id, "0000") == "left 4"


def test_who_is_signed_in_is_known_as_the_list_has_them_now(desk: Desk) -> None:
    """Changed roles and names count for somebody who is in; who was sent away is nobody any more."""
    manage, clerk = desk.cases.manage_staff, desk.cases.sign_in(CLERK.id, "1111")
    assert desk.cases.sign_in.renew(clerk) == clerk
    changed = msgspec.structs.replace(CLERK, name="Lê Thị Ân", roles=(Role.SUPERVISOR,))
    manage.change(desk.administrator, changed)
    assert desk.cases.sign_in.renew(clerk) == Actor(CLERK.id, "Lê Thị Ân", (Role.SUPERVISOR,), "xa-cao-an")
    manage.change(desk.administrator, msgspec.structs.replace(changed, active=False))
    assert desk.cases.sign_in.renew(clerk) is None
    assert desk.cases.sign_in.renew(msgspec.structs.replace(clerk, id=NOBODY)) is None


@given(st.lists(st.tuples(st.sampled_from(["right", "wrong", "wait"]), st.booleans()), max_size=40))
def test_pauses_follow_a_simple_model(acts: list[tuple[str, bool]]) -> None:
    """Law: each person by itself gets in by the right PIN and waits a minute after the fifth wrong one in a row."""
    desk = Desk()
    desk.set_up()
    wrong = dict.fromkeys((CLERK.id, SUPERVISOR.id), 0)
    paused_until = dict.fromkeys(wrong, desk.clock.now())
    for act, is_clerk in acts:
        person = CLERK if is_clerk else SUPERVISOR
        if act == "wait":
            desk.clock.advance(seconds=25)
            continue
        if desk.clock.now() < paused_until[person.id]:
            expected = "paused"
        elif act == "right":
            wrong[person.id], expected = 0, "in"
        else:
            wrong[person.id] += 1
            expected = f"left {5 - wrong[person.id]}"
            if wrong[person.id] == 5:
                paused_until[person.id] = desk.clock.now() + timedelta(minutes=1)
                wrong[person.id], expected = 0, "paused"
        pin = person.pin_hash.removeprefix("hash of ") if act == "right" else "0000"
        assert try_pin(desk, person.id, pin) == expected


def test_a_program_that_starts_again_counts_anew(desk: Desk) -> None:
    """Tries are counted for as long as the program runs."""
    for _ in range(5):
        try_pin(desk, CLERK.id, "0000")
    assert SignIn(desk.workplace, desk.pins)(CLERK.id, "1111").id == CLERK.id


def test_no_office_no_sign_in() -> None:
    """Before the set-up nobody is offered and nobody gets in."""
    desk = Desk()
    with pytest.raises(NotSetUpError):
        desk.cases.sign_in(CLERK.id, "1111")
    with pytest.raises(NotSetUpError):
        desk.cases.sign_in.names()


def test_no_pin_in_the_words_of_an_error(desk: Desk) -> None:
    """Neither PIN, nor hash, nor name is in what a log may hold."""
    with pytest.raises(WrongPinError) as wrong:
        desk.cases.sign_in(CLERK.id, "1234")
    told = f"{wrong.value} {wrong.value!r} {wrong.value.fields}"
    assert not any(secret in told for secret in ("1234", "1111", "Lê Thị Ẩn", str(CLERK.id)))
