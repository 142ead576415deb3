"""The hands of the demo's clerk: real key events and scans into the real window, and patience until it has answered."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from cgcounter.gui import keystrokes

PATIENCE_SECONDS: Final = 60


class WindowStuckError(RuntimeError):
    """The window did not come to rest; a bug that the demo is there to show."""


class Hands:
    """Types, presses and scans; after each the window is given the time it needs."""

    def __init__(self, window: QWidget, busy: Callable[[], bool]) -> None:
        self._window = window
        self._busy = busy

    def press(self, *keys: str) -> None:
        """Press keys as the help writes them ("F9", "Ctrl+L", "Return")."""
        for key in keys:
            keystrokes.press(self._window, key)
            self.rest()

    def type_text(self, text: str) -> None:
        """Type letter by letter."""
        keystrokes.type_text(self._window, text)
        self.rest()

    def scan(self, payload: str) -> None:
        """Read a code with the wedge scanner."""
        keystrokes.scan(self._window, payload)
        self.rest()

    def rest(self) -> None:
        """Let the window finish what it was asked."""
        until = time.monotonic() + PATIENCE_SECONDS
        quiet = 0
        # Twice quiet: what is delivered may start more work.
        while quiet < 2:  # noqa: PLR2004  see the line above
            QApplication.processEvents()
            quiet = 0 if self._busy() else quiet + 1
            if time.monotonic() > until:
                raise WindowStuckError
            if quiet == 0:
                time.sleep(0.001)
