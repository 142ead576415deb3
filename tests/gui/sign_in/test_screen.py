"""Tests of the sign-in screen for those who see, hear and touch it."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from cgcounter.domain.staff import StaffId
from cgcounter.gui.sign_in.people_list import Person
from cgcounter.gui.sign_in.screen import SignInScreen
from cgcounter.gui.theme import Scheme, apply_theme
from tests.gui.accessibility import nameless, too_small

Show = Callable[[QWidget], None]
NINE = [Person(StaffId(UUID(int=each)), f"Nguyễn Thị Đỗ Quyên {each}", "Công chức") for each in range(1, 10)]


@pytest.fixture
def screen(show: Show) -> SignInScreen:
    """Nine people."""
    screen = SignInScreen()
    screen.show_people(NINE, at=None)
    show(screen)
    return screen


def test_everything_has_a_name_and_can_be_hit(screen: SignInScreen) -> None:
    """List, PIN field and button say what they are and are large enough."""
    assert nameless(screen) == []
    assert too_small(screen) == []


def test_a_person_is_read_out_with_digit_and_roles(screen: SignInScreen) -> None:
    """A screen reader says what the row shows."""
    model = screen._people.model()
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "2, Nguyễn Thị Đỗ Quyên 2, Công chức"


def test_it_fits_the_small_screen_at_the_largest_zoom(screen: SignInScreen, app: QApplication) -> None:
    """At 160 % everything stands within 1366 x 728, the people scroll."""
    apply_theme(app, Scheme.LIGHT, 160)
    size = screen.minimumSizeHint()
    assert size.width() <= 1366
    assert size.height() <= 728
