"""Garbage is collected on the GUI thread only: a worker that collects would destroy living widgets."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot


class GarbageCollection(QObject):
    """Takes garbage collection over from the interpreter, for as long as it lives."""

    def __init__(self, parent: QObject, *, every_ms: int = 5000) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(every_ms)

    @Slot()
    def collect(self) -> None:
        """Collect now; also right after a dialog has closed."""
        gc.collect()

    @Slot()
    def settle(self) -> None:
        """Once the program is loaded: what is here stays, and later collections need not look at it."""
        gc.collect()
        gc.freeze()
