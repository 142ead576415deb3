"""Starts the window: lock first, then the first frame, then the data file behind it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cgcounter.app import places
from cgcounter.app.clocks import SystemClock
from cgcounter.app.qt_libraries import require_qt
from cgcounter.app.settings import read_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def run_window(folders: places.Folders) -> int:
    """Open the counter's window and run until it is closed; raises what makes that impossible."""
    require_qt()
    from cgcounter.app.instance import SingleInstance
    from cgcounter.app.program import start_program

    folders.make()
    settings = read_settings(folders.settings_file)
    application = make_application()
    instance = SingleInstance(folders.data, application)
    instance.hold()
    program = start_program(folders, settings, SystemClock())
    instance.raise_wanted.connect(program.raise_window)
    try:
        return application.exec()
    finally:
        instance.let_go()


def make_application() -> QApplication:
    """The one application object, also where there is no display."""
    from PySide6.QtWidgets import QApplication

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication([places.APP_NAME])
    application.setApplicationName(places.APP_NAME)
    return application


def has_display() -> bool:
    """Whether this machine can show a window."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
