"""Tests of the preview's screen for those who hear and touch it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cgcounter.gui.preview.screen import PreviewScreen
from tests.gui.accessibility import nameless, too_small

Show = Callable[[QWidget], None]


def test_everything_has_a_name_and_can_be_hit(show: Show) -> None:
    """Pages and buttons say what they are and are large enough."""
    screen = PreviewScreen()
    show(screen)
    assert nameless(screen) == []
    assert too_small(screen) == []
