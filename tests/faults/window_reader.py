"""Starts the program as its command does, and tells on stdout what can be read in its window.

Started as a program of its own with the words of the command line. Each line it prints is one text of the window once
that has come to rest; then it closes the window (``close``), or minimises it and waits to be called to the front
(``wait``), which is the first word.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QLabel

from cgcounter.app.main import main
from cgcounter.app.window import make_application
from cgcounter.gui.main_window import MainWindow

LOOK_EVERY_MS = 20
OPENING = ("Đang mở tệp dữ liệu…", "Opening the data file…")


class Reader(QObject):
    """Looks at the window until it says something, and acts on it."""

    def __init__(self, parent: QObject, *, waits: bool) -> None:
        super().__init__(parent)
        self._waits, self._has_told = waits, False
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(LOOK_EVERY_MS)

    @Slot()
    def _look(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                self._take(window)

    def _take(self, window: MainWindow) -> None:
        if not self._has_told:
            self._tell(window)
        elif not window.isMinimized():
            say("raised")
            window.close()

    def _tell(self, window: MainWindow) -> None:
        texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.text()]
        if not texts or texts[0] in OPENING:
            return
        self._has_told = True
        for line in "\n".join(texts).splitlines():
            say(line)
        if self._waits:
            window.showMinimized()
            say("minimised")
        else:
            window.close()


def say(line: str) -> None:
    """A line that the parent can read at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    reader = Reader(make_application(), waits=sys.argv[1] == "wait")
    sys.exit(main(sys.argv[2:]))
