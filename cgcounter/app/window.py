"""Starts the window: lock first, then the first frame; all the rest is loaded behind it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cgcounter.app import places
from cgcounter.app.qt_libraries import require_qt, require_qt_network
from cgcounter.domain.errors import CounterError, EnvironmentProblemError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cgcounter.app.instance import SingleInstance
    from cgcounter.app.program import Program
    from cgcounter.gui.main_window import MainWindow


class DisplayMissingError(EnvironmentProblemError):
    """There is no display to open a window on."""

    code = "display_missing"


def run_window(folders: places.Folders) -> int:
    """Open the counter's window and run until it is closed; raises what makes that impossible."""
    require_qt()
    if not has_display():
        raise DisplayMissingError
    from cgcounter.app.appearance import open_window, read_appearance
    from cgcounter.app.instance import AlreadyRunningError, SingleInstance

    application = make_application()
    appearance = read_appearance(folders.settings_file)
    try:
        folders.make()
        instance = SingleInstance(folders.data)
        instance.hold()
    except AlreadyRunningError:
        raise  # the window that is there has come forward
    except CounterError as error:
        show_refusal(open_window(application, appearance), error, folders)
        raise
    try:
        window = open_window(application, appearance)
        if not window.isVisible():  # closed at once
            return 0
        _held = load_program(window, folders, instance)
        return application.exec()
    finally:
        instance.let_go()


def load_program(window: MainWindow, folders: places.Folders, instance: SingleInstance) -> Program:
    """Fill the window that is on the screen; what makes that impossible is told in it, and raised."""
    from cgcounter.app.clocks import SystemClock
    from cgcounter.app.program import fill_window
    from cgcounter.app.settings import read_settings

    try:
        settings = read_settings(folders.settings_file)
        require_qt_network()
    except CounterError as error:
        show_refusal(window, error, folders)
        raise
    program = fill_window(window, folders, settings, SystemClock())
    instance.raise_wanted.connect(program.raise_window)
    instance.listen()
    return program


def show_refusal(window: MainWindow, error: CounterError, folders: places.Folders) -> None:
    """Nothing but the words, until the window is closed: who started from a menu sees no terminal."""
    from cgcounter.app.telling import tell

    window.show_words(tell(error, folders))
    if window.isVisible():
        make_application().exec()


def make_application() -> QApplication:
    """The one application object, also where there is no display."""
    from PySide6.QtWidgets import QApplication

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Asking for the style by its name would build the thousand enum values of QStyle; the first frame waits.
    application = QApplication([places.APP_NAME, "-style", "Fusion"])
    application.setApplicationName(places.APP_NAME)
    return application


def has_display() -> bool:
    """Whether this machine can show a window."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
