"""Tests of the daily log's screen for those who see, hear and touch it."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from cgcounter.gui.daily_log.screen import DailyLogScreen, DayFigures
from cgcounter.gui.theme import Scheme, apply_theme
from tests.gui.accessibility import nameless, too_small
from tests.typing_keys import press

Show = Callable[[QWidget], None]


@pytest.fixture
def screen(show: Show) -> DailyLogScreen:
    """A day with large figures, the row that saves open."""
    screen = DailyLogScreen()
    screen.resize(700, 640)
    show(screen)
    screen.show_day(date(2022, 3, 9), is_today=False)
    screen.show_figures(DayFigures(received=187, returned=164, overdue=23, fees_dong=12_345_000))
    press(screen, "S")
    return screen


def test_everything_has_a_name_and_can_be_hit(screen: DailyLogScreen) -> None:
    """Pages, buttons and the folder's field say what they are and are large enough."""
    assert nameless(screen) == []
    assert too_small(screen) == []


def test_it_fits_half_the_small_screen_at_the_largest_zoom(screen: DailyLogScreen, app: QApplication) -> None:
    """At 160 % it stands within the left part of the window."""
    apply_theme(app, Scheme.LIGHT, 160)
    size = screen.minimumSizeHint()
    assert size.width() <= 760
    assert size.height() <= 640
