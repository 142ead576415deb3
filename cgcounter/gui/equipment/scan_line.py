"""The line that a trial scan goes into: it keeps how every key came, so that it can be told how the scanner types."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cgcounter.domain.scanning import LONGEST_GAP_MS, Ending, Prefix, TrialScan, Wedge
from cgcounter.gui.scanner import OPT_OUT_PROPERTY, event_time

KeyClock = Callable[[QKeyEvent], int]

_END_KEYS: Final = {
    Qt.Key.Key_Return: Ending.ENTER,
    Qt.Key.Key_Enter: Ending.ENTER,
    Qt.Key.Key_Tab: Ending.TAB,
}
_STX: Final = "\x02"
_AFTER_END_MS: Final = 200  # a second key of the ending comes within a few milliseconds
_AFTER_CHARACTER_MS: Final = 600


class ScanLine(QLineEdit):
    """Shows what arrives, then tells it whole.

    Signals: scan_arrived: a TrialScan, once nothing more comes.
    """

    scan_arrived = Signal(object)

    def __init__(self, clock: KeyClock = event_time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(OPT_OUT_PROPERTY, True)  # noqa: FBT003  Qt's own signature
        self._clock = clock
        self._arrival = _Arrival()
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._finish)

    def event(self, event: QEvent) -> bool:
        """Tab at the end of a scan is a part of it; Qt would leave the line before it is asked."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._ends_scan(event):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moment = self._clock(event)
        if self._ends_scan(event):
            self._arrival.end(_END_KEYS[Qt.Key(event.key())], moment)
            self._silence.start(_AFTER_END_MS)
        elif prefix := _prefix_of(event):
            self._begin()
            self._arrival.prefix = prefix
        else:
            self._take(event, moment)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.commitString():
            self._arrival.was_composed = True
            self._silence.start(_AFTER_CHARACTER_MS)

    def _ends_scan(self, event: QKeyEvent) -> bool:
        return event.key() in _END_KEYS and self._arrival.is_open and bool(self.text())

    def _take(self, event: QKeyEvent, moment: int) -> None:
        if self._arrival.has_ended and event.text():
            self._finish()
        if event.text().isprintable() and event.text():
            self._arrival.moments.append(moment)
            self._silence.start(_AFTER_CHARACTER_MS)
        elif event.key() == Qt.Key.Key_Backspace and self._arrival.is_hasty(moment):
            self._arrival.was_composed = True  # an input method erases what it is about to rewrite
        super().keyPressEvent(event)

    def _begin(self) -> None:
        self.clear()
        self._arrival = _Arrival()

    @Slot()
    def _finish(self) -> None:
        """Tell what came; what a hand is still typing stays."""
        self._silence.stop()
        scan = self._arrival.scan(self.text())
        if self._arrival.has_ended or (scan.is_at_speed and len(scan.text) >= Wedge().shortest):
            self._begin()
            self.scan_arrived.emit(scan)


class _Arrival:
    """The keys of one scan, by the time they came."""

    def __init__(self) -> None:
        self.moments: list[int] = []
        self.endings: list[tuple[int, Ending]] = []
        self.prefix = Prefix.NONE
        self.was_composed = False

    @property
    def is_open(self) -> bool:
        return bool(self.moments) or self.was_composed

    @property
    def has_ended(self) -> bool:
        return bool(self.endings)

    def is_hasty(self, moment: int) -> bool:
        """Whether a key comes faster than a hand's."""
        return bool(self.moments) and moment - self.moments[-1] <= LONGEST_GAP_MS

    def end(self, ending: Ending, moment: int) -> None:
        self.endings.append((moment, ending))

    def scan(self, text: str) -> TrialScan:
        """What came, as the line shows it."""
        return TrialScan(
            text=unicodedata.normalize("NFC", text),
            gaps_ms=tuple(after - before for before, after in pairwise(self.moments)),
            ending=self._ending(),
            prefix=self.prefix,
            was_composed=self.was_composed,
        )

    def _ending(self) -> Ending:
        if len(self.endings) > 1:
            return Ending.TWO_KEYS
        return self.endings[0][1] if self.endings else Ending.NOTHING


def _prefix_of(event: QKeyEvent) -> Prefix | None:
    if event.key() == Qt.Key.Key_F13:
        return Prefix.F13
    return Prefix.STX if event.text() == _STX else None
