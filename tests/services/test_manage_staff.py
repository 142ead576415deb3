"""The list of people: the administrator keeps it, and somebody who can do so is always left; PINs are one's own."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import Actor, Role, StaffId, StaffMember
from cgcounter.services.intake import NameMissingError
from cgcounter.services.manage_staff import ManageStaff, PersonNotFoundError
from cgcounter.services.set_up_office import LastAdministratorError, NewPerson, PinTooShortError
from cgcounter.services.sign_in import PinPausedError, WrongPinError
from tests.services.desk import ADMINISTRATOR, CLERK, LEFT, OFFICE, PROCESSOR, STAFF, SUPERVISOR, Desk

NEWCOMER = NewPerson("Lý Thị Mới", (Role.CLERK, Role.PROCESSOR), "7777", "Công chức tư pháp")


@pytest.fixture
def manage(desk: Desk) -> ManageStaff:
    """The use case of the office's counter."""
    return desk.cases.manage_staff


def kept(desk: Desk) -> tuple[StaffMember, ...]:
    """The list as the data file has it."""
    with desk.store.look() as reading:
        return reading.reference.staff()


def test_everybody_is_listed(desk: Desk, manage: ManageStaff) -> None:
    """Those who left are seen as well: they may come back."""
    assert manage.people(desk.administrator) == STAFF


def test_somebody_is_added(desk: Desk, manage: ManageStaff) -> None:
    """A new person stands at the end with an id and a hashed PIN, and signs in at once."""
    staff = manage.add(desk.administrator, NEWCOMER)
    assert staff[:-1] == STAFF
    added = staff[-1]
    assert added.id not in {member.id for member in STAFF}
    assert (added.name, added.roles, added.title) == ("Lý Thị Mới", NEWCOMER.roles, "Công chức tư pháp")
    assert (added.pin_hash, added.active) == ("hash of 7777", True)
    assert kept(desk) == staff
    assert desk.cases.sign_in(added.id, "7777") == Actor(
        added.id, "Lý Thị Mới", NEWCOMER.roles, OFFICE.unit_key
    )


@pytest.mark.parametrize(
    ("person", "error"),
    [
        (NewPerson(" \u200b", (Role.CLERK,), "7777"), NameMissingError),
        (NewPerson("Lý Thị Mới", (Role.CLERK,), "777"), PinTooShortError),
        (NewPerson("Lý Thị Mới", (Role.CLERK,), "77a7"), PinTooShortError),
    ],
)
def test_an_incomplete_person_is_not_added(
    desk: Desk, manage: ManageStaff, person: NewPerson, error: type[CounterError]
) -> None:
    """Name and PIN are asked for as in the set-up."""
    with pytest.raises(error):
        manage.add(desk.administrator, person)
    assert kept(desk) == STAFF


def test_somebody_is_changed(desk: Desk, manage: ManageStaff) -> None:
    """Name, roles, title and leave change in their place; the PIN stays, whatever the wish says."""
    wish = StaffMember(
        PROCESSOR.id, "Phạm Văn Đổi", (Role.HEAD,), "hash of 0000", "Phó Chủ tịch", active=False
    )
    staff = manage.change(desk.administrator, wish)
    changed = msgspec.structs.replace(wish, pin_hash=PROCESSOR.pin_hash)
    assert staff == (CLERK, changed, SUPERVISOR, LEFT, ADMINISTRATOR)
    assert kept(desk) == staff


def test_who_leaves_cannot_sign_in_and_who_comes_back_can(desk: Desk, manage: ManageStaff) -> None:
    """Leaving closes the door at once; coming back opens it to the same PIN."""
    gone = msgspec.structs.replace(CLERK, active=False)
    manage.change(desk.administrator, gone)
    with pytest.raises(WrongPinError):
        desk.cases.sign_in(CLERK.id, "1111")
    assert CLERK.id not in {name.id for name in desk.cases.sign_in.names()}
    manage.change(desk.administrator, msgspec.structs.replace(gone, active=True))
    assert desk.cases.sign_in(CLERK.id, "1111").id == CLERK.id


def test_a_pin_is_given_anew(desk: Desk, manage: ManageStaff) -> None:
    """The old PIN lets nobody in any more; nothing else of the person changes."""
    staff = manage.reset_pin(desk.administrator, CLERK.id, "7777")
    assert staff[0] == msgspec.structs.replace(CLERK, pin_hash="hash of 7777")
    assert staff[1:] == STAFF[1:]
    with pytest.raises(WrongPinError):
        desk.cases.sign_in(CLERK.id, "1111")
    assert desk.cases.sign_in(CLERK.id, "7777").id == CLERK.id


def test_a_new_pin_is_long_enough(desk: Desk, manage: ManageStaff) -> None:
    """The rule of the set-up holds."""
    with pytest.raises(PinTooShortError):
        manage.reset_pin(desk.administrator, CLERK.id, "77")
    assert kept(desk) == STAFF


def test_everybody_can_take_another_pin(desk: Desk, manage: ManageStaff) -> None:
    """No role is asked for; the old PIN lets nobody in any more, and nobody else is touched."""
    manage.change_own_pin(desk.clerk, "1111", "7777")
    assert kept(desk) == (msgspec.structs.replace(CLERK, pin_hash="hash of 7777"), *STAFF[1:])
    with pytest.raises(WrongPinError):
        desk.cases.sign_in(CLERK.id, "1111")
    assert desk.cases.sign_in(CLERK.id, "7777").id == CLERK.id


def test_the_old_pin_is_asked(desk: Desk, manage: ManageStaff) -> None:
    """Who finds a window open cannot take it over; guessing here and at the door is counted together."""
    for left in (4, 3, 2):
        with pytest.raises(WrongPinError) as wrong:
            manage.change_own_pin(desk.clerk, "2222", "7777")
        assert wrong.value.fields == {"left": left}
    with pytest.raises(WrongPinError):
        desk.cases.sign_in(CLERK.id, "0000")
    for pin in ("0000", "1111"):
        with pytest.raises(PinPausedError):
            manage.change_own_pin(desk.clerk, pin, "7777")
    assert kept(desk) == STAFF


def test_a_new_pin_of_ones_own_is_long_enough(desk: Desk, manage: ManageStaff) -> None:
    """The rule of the set-up holds, and a mistake in the new PIN costs no try at the old one."""
    for pin in ("77", "77a7"):
        with pytest.raises(PinTooShortError):
            manage.change_own_pin(desk.clerk, "1111", pin)
    with pytest.raises(WrongPinError) as wrong:
        manage.change_own_pin(desk.clerk, "0000", "7777")
    assert wrong.value.fields == {"left": 4}


def test_who_was_sent_away_takes_no_pin(desk: Desk, manage: ManageStaff) -> None:
    """A window that is still open opens nothing any more."""
    manage.change(desk.administrator, msgspec.structs.replace(CLERK, active=False))
    with pytest.raises(WrongPinError):
        manage.change_own_pin(desk.clerk, "1111", "7777")


def test_a_name_is_kept_trimmed_and_composed(desk: Desk, manage: ManageStaff) -> None:
    """NFC, one blank between words, nothing around it, whether somebody is added or changed."""
    loose = unicodedata.normalize("NFD", "  Lý  Thị Mới ")
    assert (
        manage.add(desk.administrator, msgspec.structs.replace(NEWCOMER, name=loose))[-1].name == "Lý Thị Mới"
    )
    changed = manage.change(desk.administrator, msgspec.structs.replace(CLERK, name=loose))
    assert changed[0].name == "Lý Thị Mới"


def test_nobody_else_is_changed(desk: Desk, manage: ManageStaff) -> None:
    """An id that is not in the list is told, without the id in the words."""
    nobody = StaffId(UUID(int=0xDEAD))
    with pytest.raises(PersonNotFoundError) as told:
        manage.reset_pin(desk.administrator, nobody, "7777")
    assert str(told.value) == "person_not_found"
    with pytest.raises(PersonNotFoundError):
        manage.change(desk.administrator, msgspec.structs.replace(CLERK, id=nobody))
    assert kept(desk) == STAFF


@pytest.mark.parametrize(
    "wish",
    [
        msgspec.structs.replace(ADMINISTRATOR, active=False),
        msgspec.structs.replace(ADMINISTRATOR, roles=(Role.CLERK,)),
        msgspec.structs.replace(ADMINISTRATOR, roles=()),
    ],
)
def test_the_last_administrator_stays(desk: Desk, manage: ManageStaff, wish: StaffMember) -> None:
    """Who alone can let people in can neither leave nor lose the role; with a second one it is allowed."""
    with pytest.raises(LastAdministratorError):
        manage.change(desk.administrator, wish)
    assert kept(desk) == STAFF
    second = msgspec.structs.replace(SUPERVISOR, roles=(Role.SUPERVISOR, Role.ADMINISTRATOR))
    manage.change(desk.administrator, second)
    manage.change(desk.administrator, wish)
    assert kept(desk)[2:] == (second, LEFT, wish)


def test_who_left_does_not_count(desk: Desk, manage: ManageStaff) -> None:
    """An administrator who may not sign in lets nobody in."""
    manage.change(desk.administrator, msgspec.structs.replace(LEFT, roles=(Role.ADMINISTRATOR,)))
    with pytest.raises(LastAdministratorError):
        manage.change(desk.administrator, msgspec.structs.replace(ADMINISTRATOR, active=False))


@given(st.lists(st.tuples(st.sampled_from(STAFF), st.booleans(), st.sets(st.sampled_from(Role))), max_size=8))
def test_somebody_can_always_let_people_in(wishes: list[tuple[StaffMember, bool, set[Role]]]) -> None:
    """Law: whatever changes are wished in whatever order, an active administrator is left and nobody gets lost."""
    desk = Desk()
    desk.set_up()
    for member, active, roles in wishes:
        wish = msgspec.structs.replace(member, active=active, roles=tuple(roles))
        with suppress(LastAdministratorError):
            desk.cases.manage_staff.change(desk.administrator, wish)
        staff = kept(desk)
        assert any(one.active and Role.ADMINISTRATOR in one.roles for one in staff)
        assert [one.id for one in staff] == [one.id for one in STAFF]
