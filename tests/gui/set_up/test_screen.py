"""Tests of the pages of the first run for those who see, hear and touch them."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from cgcounter.domain.staff import Role
from cgcounter.gui.set_up.screen import SetUpScreen
from cgcounter.gui.theme import Scheme, apply_theme
from cgcounter.gui.widgets.page import Page
from tests.gui.accessibility import nameless, too_small
from tests.typing_keys import press

Show = Callable[[QWidget], None]


@pytest.fixture
def screen(show: Show) -> SetUpScreen:
    """The first run, its roles named."""
    screen = SetUpScreen()
    screen.resize(1366, 728)
    screen.person.show_roles([(role, "Công chức tiếp nhận") for role in Role])
    show(screen)
    return screen


def pages(screen: SetUpScreen) -> list[Page]:
    """All six."""
    return [screen.welcome, screen.office, screen.counter, screen.person, screen.sheet, screen.restore]


def test_everything_has_a_name_and_can_be_hit(screen: SetUpScreen) -> None:
    """Every field, box and button of every page says what it is and is large enough."""
    for page in pages(screen):
        screen.show_page(page)
        assert nameless(page) == []
        assert too_small(page) == []


def test_tab_goes_down_the_page_and_then_to_the_buttons(screen: SetUpScreen) -> None:
    """Tab leads through the fields as they stand, then on, then back."""
    screen.show_page(screen.counter)
    for _ in range(2):
        press(screen, "Tab")
    assert screen.focusWidget() is screen.counter.next
    press(screen, "Tab")
    assert screen.focusWidget() is screen.counter.back


def test_every_page_fits_the_small_screen_at_the_largest_zoom(screen: SetUpScreen, app: QApplication) -> None:
    """At 160 % every page stands within 1366 x 728."""
    apply_theme(app, Scheme.LIGHT, 160)
    for page in pages(screen):
        page.show_problem("Không dùng được tệp dữ liệu lúc này. Tệp được giữ nguyên. Báo người quản trị.")
        size = page.minimumSizeHint()
        assert size.width() <= 1366
        assert size.height() <= 728
