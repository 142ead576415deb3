"""Tests of the list of people: real keys before the real use cases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from cgcounter.domain.staff import Role
from cgcounter.gui.changes import Topic
from cgcounter.gui.staff.presenter import StaffPresenter
from cgcounter.gui.staff.screen import StaffScreen
from cgcounter.services.ports import DataFileError
from cgcounter.services.sign_in import WrongPinError
from tests.gui.staff.conftest import People
from tests.gui.whole_office import WholeOffice
from tests.services.desk import ADMINISTRATOR, CLERK, LEFT, PROCESSOR, STAFF, SUPERVISOR

TO_PINS = ("Return",) * 6
LAST_ADMINISTRATOR = (
    "Văn phòng phải còn ít nhất một người quản trị. Chưa có gì thay đổi. "
    "Giao vai trò quản trị cho người khác trước."
)
TYPED = "What you typed is not saved: F9 saves it, Esc again drops it."


def test_everybody_is_listed_with_roles_and_state(people: People) -> None:
    """Those who work here first, in the order of the list; those who left below them."""
    assert people.rows == [
        ("Lê Thị Ẩn", "Công chức tiếp nhận", "Works here"),
        ("Phạm Văn Được", "Công chức chuyên môn", "Works here"),
        ("Đỗ Đình Quyền", "Cán bộ giám sát", "Works here"),
        ("Hồ Quản Trị", "Quản trị", "Works here"),
        ("Vũ Thị Nghỉ", "Công chức tiếp nhận", "Has left"),
    ]
    assert people.shows_list()
    assert people.pointed_at == "Lê Thị Ẩn"


def test_somebody_is_added_by_keys_alone(people: People) -> None:
    """Name, two roles, the PIN twice, Enter at the end: in the list, marked, and able to sign in."""
    people.keys("F2", "'  lý thị  Mới '", "Return", "Space", "Return", "Space", *("Return",) * 4)
    people.keys("'7777'", "Return", "'7777'", "Return")
    added = people.kept()[-1]
    assert (added.name, added.roles) == ("lý thị Mới", (Role.CLERK, Role.PROCESSOR))
    assert people.office.cases.sign_in(added.id, "7777").id == added.id
    assert people.shows_list()
    assert people.pointed_at == "lý thị Mới"
    assert people.notice == "lý thị Mới can sign in now."
    assert [change.topics for change in people.told] == [{Topic.STAFF}]


@pytest.mark.parametrize(
    ("keys", "remark"),
    [
        (("F9",), "Type the name of the person."),
        (("'Lý Mới'", "F9"), "Tick at least one role."),
        (("'Lý Mới'", "Return", "Space", "F9"), "Mã PIN gồm ít nhất 4 chữ số. Gõ mã PIN khác."),
        (
            ("'Lý Mới'", "Return", "Space", *("Return",) * 5, "'777'", "Return", "'777'", "F9"),
            "Mã PIN gồm ít nhất 4 chữ số. Gõ mã PIN khác.",
        ),
        (
            ("'Lý Mới'", "Return", "Space", *("Return",) * 5, "'7777'", "Return", "'7778'", "Return"),
            "The two PINs differ. Type the same PIN again.",
        ),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(people: People, keys: tuple[str, ...], remark: str) -> None:
    """One remark at a time, the focus in its field, and nobody is added."""
    people.keys("F2", *keys)
    assert people.remarks == [remark]
    assert people.kept() == STAFF
    assert people.told == []


def test_roles_are_changed(people: People) -> None:
    """Enter on somebody, the boxes as they are now; what is ticked and saved counts, the PIN stays."""
    people.keys("Down", "Return", "Return", "Space", "F9")
    changed = replace(PROCESSOR, roles=(Role.CLERK, Role.PROCESSOR))
    assert people.kept() == (CLERK, changed, SUPERVISOR, LEFT, ADMINISTRATOR)
    assert people.notice == "Phạm Văn Được is changed."
    assert people.pointed_at == "Phạm Văn Được"
    assert [change.topics for change in people.told] == [{Topic.STAFF}]


def test_who_leaves_stays_in_the_list_and_can_come_back(people: People) -> None:
    """Unticked, somebody stands among those who left and is not deleted; ticked again they sign in as before."""
    people.keys("F5", *TO_PINS, "Space", "F9")
    assert people.kept() == (replace(CLERK, active=False), *STAFF[1:])
    assert people.rows[-2:] == [
        ("Lê Thị Ẩn", "Công chức tiếp nhận", "Has left"),
        ("Vũ Thị Nghỉ", "Công chức tiếp nhận", "Has left"),
    ]
    assert people.pointed_at == "Lê Thị Ẩn"
    with pytest.raises(WrongPinError):
        people.office.cases.sign_in(CLERK.id, "1111")
    people.keys("F5", *TO_PINS, "Space", "F9")
    assert people.kept() == STAFF
    assert people.office.cases.sign_in(CLERK.id, "1111").id == CLERK.id


@pytest.mark.parametrize(
    "keys",
    [
        ("Return", "Space", *("Return",) * 4, "Space", "F9"),
        (*TO_PINS, "Space", "F9"),
    ],
    ids=["role taken", "sent away"],
)
def test_the_last_administrator_is_told_to_stay(people: People, keys: tuple[str, ...]) -> None:
    """Beside the roles, in words; nothing is changed."""
    people.keys("Down", "Down", "Down", "F5", *keys)
    assert people.remarks == [LAST_ADMINISTRATOR]
    assert people.kept() == STAFF


def test_a_forgotten_pin_is_given_anew(people: People) -> None:
    """F7, the PIN twice; the old one lets nobody in."""
    people.keys("F7", "'7777'", "Return", "'7778'", "Return")
    assert people.remarks == ["The two PINs differ. Type the same PIN again."]
    people.keys("Ctrl+A", "'7777'", "Return")
    assert people.notice == "Lê Thị Ẩn has a new PIN."
    assert people.office.cases.sign_in(CLERK.id, "7777").id == CLERK.id
    with pytest.raises(WrongPinError):
        people.office.cases.sign_in(CLERK.id, "1111")


@pytest.mark.parametrize("key", ["F2", "F5", "F7"])
def test_a_page_left_untouched_asks_nothing(people: People, key: str) -> None:
    """Esc leads back to the list, and from the list away."""
    people.keys(key, "Esc")
    assert people.shows_list()
    people.keys("Esc")
    assert people.closings == 1


@pytest.mark.parametrize("key", ["F2", "F5", "F7"])
def test_what_was_typed_is_dropped_only_after_a_question(people: People, key: str) -> None:
    """The first Esc says that it is not saved, the second drops it; next time nothing of it is there."""
    people.keys(key, "'12'", "Esc")
    assert people.notice == TYPED
    assert not people.shows_list()
    people.keys("Esc")
    assert people.shows_list()
    assert people.kept() == STAFF
    people.keys(key, "Esc")
    assert people.shows_list()


def test_trouble_with_the_file_stands_over_the_page(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    """What belongs to no field is told over all of them; what was typed stays and can be saved again."""

    def refuse() -> None:
        raise DataFileError

    with monkeypatch.context() as trouble:
        trouble.setattr(people.office.store, "begin", refuse)
        people.keys("F7", "'7777'", "Return", "'7777'", "Return")
        assert people.notice.startswith("Không dùng được tệp dữ liệu lúc này.")
    people.keys("F9")
    assert people.notice == "Lê Thị Ẩn has a new PIN."


def test_another_role_sees_nobody(office: WholeOffice, open_screen: Callable[[], People]) -> None:
    """Who came here in spite of all reads why, and nothing else."""
    office.sign_in(office.clerk)
    people = open_screen()
    assert people.rows == []
    assert people.notice.startswith("Việc này dành cho: quản trị.")
    people.keys("F5", "F7")
    assert people.shows_list()


def test_who_gives_the_role_away_is_led_out(people: People) -> None:
    """The keeper of a moment ago has no business here."""
    people.office.sign_in(replace(people.office.administrator, name="Hồ Khác"))
    assert people.closings == 0
    people.office.sign_in(people.office.clerk)
    assert people.closings == 1


def test_a_list_changed_elsewhere_is_read_again(people: People) -> None:
    """What another counter has written is shown, and who was pointed at stays so."""
    people.keys("Down")
    other = StaffPresenter(StaffScreen(), people.office.stage)
    people.office.cases.manage_staff.change(people.office.administrator, replace(CLERK, name="Lê Thị Ân"))
    people.office.stage.changes.announce(Topic.STAFF, initiator=other)
    people.settle()
    assert people.rows[0][0] == "Lê Thị Ân"
    assert people.pointed_at == "Phạm Văn Được"
