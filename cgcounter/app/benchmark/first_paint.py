"""Tells when a window has been painted for the first time; runs in the started process."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget


def tell_moment() -> None:
    """Write the moment on the clock that all processes of a machine share, in nanoseconds."""
    sys.stdout.write(f"{time.monotonic_ns()}\n")
    sys.stdout.flush()


class FirstPaint(QObject):
    """Tells the moment of a window's first frame, and then calls ``leave``."""

    def __init__(self, window: QWidget, leave: Callable[[], None]) -> None:
        super().__init__(window)
        self._leave = leave
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:  # noqa: N802  an override of Qt
        if event.type() is QEvent.Type.Paint:
            window.removeEventFilter(self)
            # The frame is whole when the event loop goes on.
            QTimer.singleShot(0, self._tell)
        return False

    @Slot()
    def _tell(self) -> None:
        tell_moment()
        self._leave()
