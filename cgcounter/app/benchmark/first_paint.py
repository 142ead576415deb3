"""Tells when a window has been painted for the first time; runs in the started process."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cgcounter.gui.first_frame import FirstFrame


def tell_moment() -> None:
    """Write the moment on the clock that all processes of a machine share, in nanoseconds."""
    sys.stdout.write(f"{time.monotonic_ns()}\n")
    sys.stdout.flush()


class FirstPaint(QObject):
    """Tells the moment of a window's first frame, and then calls ``leave``."""

    def __init__(self, window: QWidget, leave: Callable[[], object]) -> None:
        super().__init__(window)
        self._leave = leave
        FirstFrame(window).painted.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        tell_moment()
        self._leave()
