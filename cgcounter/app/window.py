"""Starts the window: lock first, then the first frame, then the data file behind it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cgcounter.app import places
from cgcounter.app.clocks import SystemClock
from cgcounter.app.qt_libraries import require_qt
from cgcounter.app.settings import read_settings
from cgcounter.app.telling import language_of, tell
from cgcounter.domain.errors import CounterError, EnvironmentProblemError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class DisplayMissingError(EnvironmentProblemError):
    """There is no display to open a window on."""

    code = "display_missing"


def run_window(folders: places.Folders) -> int:
    """Open the counter's window and run until it is closed; raises what makes that impossible."""
    require_qt()
    if not has_display():
        raise DisplayMissingError
    from cgcounter.app.instance import AlreadyRunningError, SingleInstance
    from cgcounter.app.program import start_program

    application = make_application()
    instance = SingleInstance(folders.data, application)
    try:
        folders.make()
        settings = read_settings(folders.settings_file)
        instance.hold()
    except AlreadyRunningError:
        raise  # the window that is there has come forward
    except CounterError as error:
        show_refusal(application, error, folders)
        raise
    program = start_program(folders, settings, SystemClock())
    instance.raise_wanted.connect(program.raise_window)
    try:
        return application.exec()
    finally:
        instance.let_go()


def show_refusal(application: QApplication, error: CounterError, folders: places.Folders) -> None:
    """A window with nothing but the words: who started the program from a menu sees no terminal."""
    from cgcounter.app.languages import install_language
    from cgcounter.gui.main_window import MainWindow

    install_language(application, language_of(folders), places.resources())
    window = MainWindow()
    window.show_words(tell(error, folders))
    window.show()
    application.exec()


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
