"""What the tests of the window share: the program's look, and windows that really have the focus."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.gui.theme import Scheme, apply_theme, use_resources


@pytest.fixture
def app(qapp: QApplication, resources: Path) -> QApplication:
    """The application, dressed in the light theme at 100 %."""
    use_resources(resources)
    apply_theme(qapp, Scheme.LIGHT)
    return qapp


@pytest.fixture
def show(qtbot: QtBot, app: QApplication) -> Iterator[Callable[[QWidget], None]]:
    """Show a widget as the active window, so that keys and shortcuts reach it; closed after the test."""
    kept: list[QWidget] = []  # qtbot alone would let go of a window that only its fields are held of

    def show_active(widget: QWidget) -> None:
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        # waitActive is content with an active parent; keys go to the focus window.
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() == widget.windowHandle())

    yield show_active
    kept.clear()
