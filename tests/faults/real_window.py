"""The real window off screen on a data folder, a clerk's hands on it, and all the words that can be read there."""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from shiboken6 import Shiboken

from cgcounter.app import places
from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo.hands import Hands
from cgcounter.app.demo.office import DEMO_START, PEOPLE
from cgcounter.app.languages import install_language
from cgcounter.app.opening import Office
from cgcounter.app.program import start_program
from cgcounter.gui import keystrokes
from cgcounter.gui.scanner import ScannerFilter
from cgcounter.services.settings import Settings

Answer = TypeVar("Answer")


class RealWindow:
    """A started program; `close` it, or nothing of it will go."""

    def __init__(self, folders: places.Folders, settings: Settings) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self._scanner = ScannerFilter(application, clock=keystrokes.moment)
        self.folders, self.clock = folders, DemoClock(DEMO_START)
        self.program = start_program(folders, settings, self.clock, scanner=self._scanner)
        self.window = self.program.window
        self.hands = Hands(self.window, lambda: self.program.is_busy)
        self.hands.rest()

    def ask(self, question: Callable[[Office], Answer]) -> Answer:
        """What the opened office answers; asked on a thread of its own, as the window's may not wait for a disk."""
        office = self.program.office
        assert office is not None
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(question, office).result()

    @property
    def words(self) -> str:
        """Every text that stands in the window now."""
        labels = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        return "\n".join(text for text in labels if text)

    @property
    def typed(self) -> list[str]:
        """What stands in the fields of the page, from top to bottom, the empty ones left out."""
        fields = [field for field in self.window.findChildren(QLineEdit) if field.isVisible()]
        return [field.text() for field in fields if field.text()]

    def sign_in(self, place: int = 0) -> None:
        """The person at a place of the list signs in."""
        self.hands.press(str(place + 1))
        self.hands.type_text(PEOPLE[place].pin)
        self.hands.press("Return")

    def close(self) -> None:
        """Close the window as a clerk does, and clear away all that the program made."""
        self.hands.rest()
        self.window.close()
        QApplication.processEvents()
        for thing in (self.window, self.program, self._scanner):
            Shiboken.delete(thing)
        install_language(self._application, "en", places.resources())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.unfreeze()  # the program set aside what it had loaded; here it goes
        gc.collect()
        gc.freeze()


def focused() -> QWidget | None:
    """The widget that the next key goes to."""
    focus = QGuiApplication.focusObject()
    return focus if isinstance(focus, QWidget) else None
