"""Tells when a window stands on the screen: what is heavy is loaded behind its first frame."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

PATIENCE_MS: Final = 300


class FirstFrame(QObject):
    """Watches a window until it has been painted for the first time.

    Signals: ``painted``: the frame is whole.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            window.removeEventFilter(self)
            # The frame is whole when the event loop goes on.
            QTimer.singleShot(0, self.painted.emit)
        return False


def wait_for_first_frame(window: QWidget) -> None:
    """Come back when the window has been painted, or soon: a minimised one, say, is not."""
    loop = QEventLoop()
    patience = QTimer(loop, interval=PATIENCE_MS, singleShot=True)
    patience.timeout.connect(loop.quit)
    FirstFrame(window).painted.connect(loop.quit)
    patience.start()
    loop.exec()
