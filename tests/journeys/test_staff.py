"""The list of people over the real window: kept by the administrator alone, and what it says counts at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from cgcounter.app.demo.citizens import card_payload
from cgcounter.app.demo.office import PEOPLE
from cgcounter.app.opening import Office
from cgcounter.domain.staff import Role, StaffMember
from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.gui.own_pin.screen import OwnPinScreen
from cgcounter.gui.settings.screen import SettingsScreen
from cgcounter.gui.sign_in.screen import SignInScreen
from cgcounter.gui.staff.screen import StaffScreen
from cgcounter.gui.widgets.commands import commands_of
from tests.journeys.conftest import Counter, citizen

CLERK, PROCESSOR, ADMINISTRATOR = 0, 1, 5
TO_ACTIVE = ("Return",) * 6


def staff(counter: Counter) -> tuple[StaffMember, ...]:
    """The list as the file has it."""
    return counter.ask(_staff_of)


def _staff_of(office: Office) -> tuple[StaffMember, ...]:
    with office.store.look() as reading:
        return reading.reference.staff()


def front(counter: Counter) -> type[QWidget]:
    """The kind of page in front."""
    assert counter.window.page is not None
    return type(counter.window.page)


def change_places(counter: Counter, place: int) -> None:
    """Another person of the office comes to the counter."""
    counter.hands.press("Ctrl+L")
    counter.sign_in(place)


def command(counter: Counter, letters: str) -> None:
    """Run a command by the palette."""
    counter.hands.press("Ctrl+K")
    counter.hands.type_text(letters)
    counter.hands.press("Return")


def is_offered(counter: Counter, text: str) -> bool:
    """Whether a command can be run now."""
    return next(one.enabled for one in commands_of(counter.window) if one.text == text)


def tab_to(counter: Counter, widget: QWidget) -> None:
    """Reach a widget of the page in front by Tab alone."""
    for _ in range(30):
        if widget.hasFocus():
            return
        counter.hands.press("Tab")
    pytest.fail("Tab does not lead there")


@pytest.mark.parametrize("place", range(ADMINISTRATOR))
def test_only_the_administrator_gets_to_the_list(counter: Counter, place: int) -> None:
    """For every other role the command is greyed, Enter on it does nothing, and the settings do not offer it."""
    change_places(counter, place)
    assert not is_offered(counter, "Cán bộ và vai trò")
    command(counter, "can bo va")
    counter.hands.press("Esc", "Ctrl+,")
    assert front(counter) is SettingsScreen
    settings = counter.window.findChildren(SettingsScreen)[0].form
    assert [button.isVisible() for button in (settings._staff, settings._counter, settings._pin)] == [
        False,
        False,
        True,
    ]


def test_the_list_is_reached_from_palette_and_settings(counter: Counter) -> None:
    """Each page closes back to the page it was opened over, and a page asked for twice is there once."""
    change_places(counter, ADMINISTRATOR)
    command(counter, "can bo va")
    assert front(counter) is StaffScreen
    counter.hands.press("Esc")
    assert front(counter) is DeskScreen
    counter.hands.press("Ctrl+,")
    tab_to(counter, counter.window.findChildren(SettingsScreen)[0].form._staff)
    counter.hands.press("Return")
    assert front(counter) is StaffScreen
    counter.hands.press("Ctrl+,")
    assert front(counter) is SettingsScreen
    assert len(counter.window.findChildren(SettingsScreen)) == 1
    counter.hands.press("Esc")
    assert front(counter) is StaffScreen
    counter.hands.press("Esc")
    assert front(counter) is DeskScreen


def test_a_new_person_comes_to_the_counter(counter: Counter) -> None:
    """Added by keys alone, offered at the door, let in by the first PIN."""
    change_places(counter, ADMINISTRATOR)
    command(counter, "can bo va")
    counter.hands.press("F2")
    counter.hands.type_text("Lý Thị Mới")
    counter.hands.press("Return", "Space", *("Return",) * 5)
    for _ in range(2):
        counter.hands.type_text("7777")
        counter.hands.press("Return")
    assert "Đã thêm Lý Thị Mới; người này đăng nhập được ngay." in counter.words
    counter.hands.press("Esc", "Ctrl+L", "7")
    counter.hands.type_text("7777")
    counter.hands.press("Return")
    assert front(counter) is DeskScreen
    assert counter.program._session.actor.name == "Lý Thị Mới"


def test_changed_roles_count_at_the_next_act(counter: Counter) -> None:
    """The administrator takes on another role, stays where they are, and may do at once what it allows."""
    change_places(counter, ADMINISTRATOR)
    command(counter, "can bo va")
    counter.hands.press(*("Down",) * ADMINISTRATOR, "Return", "Return", "Space", "F9")
    assert front(counter) is StaffScreen
    assert counter.program._session.actor.roles == (Role.CLERK, Role.ADMINISTRATOR)
    assert staff(counter)[ADMINISTRATOR].roles == (Role.CLERK, Role.ADMINISTRATOR)
    counter.hands.press("Esc")
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return", "F9")
    assert [dossier.applicant.name for dossier in counter.dossiers()] == [citizen().name]


def test_who_hands_the_role_on_is_led_out(counter: Counter) -> None:
    """A second administrator, then the first gives the role away: the list closes, the desk goes on."""
    change_places(counter, ADMINISTRATOR)
    command(counter, "can bo va")
    to_last_role = ("Return",) * 5
    counter.hands.press("Return", *to_last_role, "Space", "F9")
    counter.hands.press(
        *("Down",) * ADMINISTRATOR, "Return", "Return", "Space", *("Return",) * 4, "Space", "F9"
    )
    assert [member.roles for member in staff(counter)][::ADMINISTRATOR] == [
        (Role.CLERK, Role.ADMINISTRATOR),
        (Role.CLERK,),
    ]
    assert front(counter) is DeskScreen
    assert not is_offered(counter, "Cán bộ và vai trò")


def test_who_sends_themselves_away_is_out(counter: Counter) -> None:
    """The window is locked at once, nothing stays open, and the others find their desk."""
    change_places(counter, ADMINISTRATOR)
    command(counter, "can bo va")
    counter.hands.press("Return", *("Return",) * 5, "Space", "F9")
    counter.hands.press(*("Down",) * ADMINISTRATOR, "Return", *TO_ACTIVE, "Space", "F9")
    assert front(counter) is SignInScreen
    assert counter.window.findChildren(StaffScreen) == []
    assert [member.active for member in staff(counter)] == [True] * ADMINISTRATOR + [False]
    counter.sign_in(PROCESSOR)
    assert front(counter) is DeskScreen


def test_a_person_takes_another_pin(counter: Counter) -> None:
    """By palette, for everybody; the next sign-in takes the new one."""
    command(counter, "doi ma")
    assert front(counter) is OwnPinScreen
    for pin in (PEOPLE[CLERK].pin, "7777", "7777"):
        counter.hands.type_text(pin)
        counter.hands.press("Return")
    assert "Đã đổi mã PIN của bạn." in counter.words
    counter.hands.press("Esc", "Ctrl+L", "1")
    counter.hands.type_text(PEOPLE[CLERK].pin)
    counter.hands.press("Return")
    assert front(counter) is SignInScreen
    counter.hands.type_text("7777")
    counter.hands.press("Return")
    assert front(counter) is DeskScreen
