"""Tells the bursts of a wedge scanner from typing, wherever in the program the keys go.

A wedge scanner is a keyboard to the system: its characters reach the focused field before anyone can know
that they are a scan. What they did there is undone once the terminator shows what they were.
"""

import unicodedata
from collections.abc import Callable
from time import monotonic
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import Shiboken

from cgcounter.domain.scanning import Prefix, Wedge

OPT_OUT_PROPERTY = "acceptsScanAsText"

_TERMINATORS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_MODIFIER_KEYS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
)
_WATCHED = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})

Restore = Callable[[], None]


@runtime_checkable
class TakesScans(Protocol):
    """A page of the window that scans may be for, wherever on it the focus is."""

    def take_scan(self, payload: str) -> bool:
        """Take it; False: a scan means nothing here."""


def event_time(event: QKeyEvent) -> int:
    """When the system saw the key, in ms: a busy window must not make a hand look like a scanner."""
    return event.timestamp() or int(monotonic() * 1000)


class ScannerFilter(QObject):
    """Watches the keys of whatever window has the focus.

    Signals: scanned: the payload, NFC. refused: the same, of a scan that came during a modal dialog.
    A field with the property `acceptsScanAsText` gets scans as if they were typed.
    """

    scanned = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        wedge: Wedge | None = None,
        clock: Callable[[QKeyEvent], int] = event_time,
    ) -> None:
        super().__init__(parent)
        self._wedge = wedge or Wedge()
        self.clock = clock
        self._burst = _Burst()
        self._swallowed: int | None = None
        self._finished_at: int | None = None
        self._window: QWindow | None = None
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            raise TypeError("there are no keys to watch without an application")
        application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def listen_for(self, wedge: Wedge) -> None:
        """From now on scans come like this."""
        self._wedge = wedge

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        # Only the focus window gets keys. A filter on the application would be asked about every event of
        # every widget, in Python.
        if self._window is not None and Shiboken.isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _WATCHED or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _MODIFIER_KEYS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._withhold_from_shortcuts(event)
        if event.type() == QEvent.Type.KeyPress:
            return self._take_press(event)
        return self._take_release(event)

    def _withhold_from_shortcuts(self, event: QKeyEvent) -> bool:
        """Within a burst no letter, and at its end no Enter, is a shortcut."""
        within = self._continues(event) and (_is_printable(event) or event.key() in _TERMINATORS)
        if within or self._is_prefix(event):
            event.accept()
            return True
        return False

    def _take_press(self, event: QKeyEvent) -> bool:
        swallow = self._read(event)
        self._swallowed = event.key() if swallow else None
        return swallow

    def _take_release(self, event: QKeyEvent) -> bool:
        """Who did not get the press does not get the release."""
        if event.key() != self._swallowed:
            return False
        self._swallowed = None
        return True

    def _read(self, event: QKeyEvent) -> bool:
        """Add a key to the burst, begin one or end it; True: nobody else may have the key."""
        continues, moment = self._continues(event), self.clock(event)
        if self._is_prefix(event) and not _takes_scans_as_text(QApplication.focusWidget()):
            self._burst = _Burst(moment, prefixed=True)
            return True
        if event.key() in _TERMINATORS and self._is_second_terminator(moment):
            return True
        if event.key() in _TERMINATORS and continues and self._is_long_enough():
            self._finish()
            self._finished_at = moment
            return True
        if not _is_printable(event) or event.isAutoRepeat():
            self._burst = _Burst()
            return False
        if not continues:
            self._burst = _Burst()
        return self._burst.take(event.text(), moment, QApplication.focusWidget())

    def _continues(self, event: QKeyEvent) -> bool:
        gap = self.clock(event) - self._burst.last_ms
        return self._burst.is_open and 0 <= gap <= self._wedge.longest_gap_ms

    def _is_prefix(self, event: QKeyEvent) -> bool:
        if self._wedge.prefix is Prefix.F13:
            return event.key() == Qt.Key.Key_F13
        return self._wedge.prefix is Prefix.STX and event.text() == "\x02"

    def _is_second_terminator(self, moment: int) -> bool:
        """A scanner set to CR and LF sends two: the second must not press what the first has opened."""
        finished_at, self._finished_at = self._finished_at, None
        return finished_at is not None and 0 <= moment - finished_at <= self._wedge.longest_gap_ms

    def _is_long_enough(self) -> bool:
        shortest = 1 if self._burst.prefixed else self._wedge.shortest
        return len(self._burst.text) >= shortest

    def _finish(self) -> None:
        burst, self._burst = self._burst, _Burst()
        burst.undo()
        payload = unicodedata.normalize("NFC", burst.text)
        if QApplication.activeModalWidget() is None:
            self.scanned.emit(payload)
        else:
            self.refused.emit(payload)


class _Burst:
    """Characters that came at a scanner's speed, and how to undo what they did where they went."""

    def __init__(self, begun_ms: int = 0, *, prefixed: bool = False) -> None:
        self.text = ""
        self.last_ms = begun_ms
        self.prefixed = prefixed
        self._reached: dict[QWidget, Restore] = {}

    @property
    def is_open(self) -> bool:
        return self.prefixed or bool(self.text)

    def take(self, text: str, moment: int, focus: QWidget | None) -> bool:
        """Add a character that `focus` is about to get; True: it must not get it."""
        if not self.text and _takes_scans_as_text(focus):
            return False
        self.text += text
        self.last_ms = moment
        if self.prefixed:
            return True
        if focus is None:
            return False
        # A field that moves on when it is full sends the rest of the burst to the next one.
        if focus not in self._reached:
            self._reached[focus] = _remember(focus)
        # Outside text a second fast character is no typing; its spaces would press the focused button.
        return len(self.text) > 1 and not _holds_text(focus)

    def undo(self) -> None:
        """Put back what every widget showed before the first character of the burst reached it."""
        for widget, restore in reversed(self._reached.items()):
            if Shiboken.isValid(widget):
                restore()
        first = next(iter(self._reached), None)
        if first is not None and Shiboken.isValid(first):
            first.setFocus()


def _is_printable(event: QKeyEvent) -> bool:
    return event.text() != "" and event.text().isprintable()


def _takes_scans_as_text(widget: QWidget | None) -> bool:
    return widget is not None and bool(widget.property(OPT_OUT_PROPERTY))


def _remember(widget: QWidget) -> Restore:
    """How to bring a widget back to what it shows now; nothing to do for one that keys do not change."""
    line = _text_line(widget)
    if line is not None:
        return _remember_line(line)
    if isinstance(widget, QPlainTextEdit):
        return _remember_block(widget)
    if isinstance(widget, QComboBox):
        return _remember_choice(widget)
    if isinstance(widget, QAbstractItemView):
        return _remember_row(widget)
    return _nothing


def _text_line(widget: QWidget) -> QLineEdit | None:
    if isinstance(widget, QLineEdit):
        return widget
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        return widget.findChild(QLineEdit)
    return None


def _holds_text(widget: QWidget) -> bool:
    return isinstance(widget, QPlainTextEdit) or _text_line(widget) is not None


def _nothing() -> None:
    """Keys change nothing here."""


def _remember_line(line: QLineEdit) -> Restore:
    text, cursor = line.text(), line.cursorPosition()
    start, length = line.selectionStart(), line.selectionLength()

    def restore() -> None:
        if line.text() != text:
            line.selectAll()
            line.insert(text)  # as if typed, unlike setText: who listens to edits hears of it
        if start < 0:
            line.setCursorPosition(cursor)
        elif cursor == start:
            line.setSelection(start + length, -length)
        else:
            line.setSelection(start, length)

    return restore


def _remember_block(block: QPlainTextEdit) -> Restore:
    text = block.toPlainText()
    anchor, position = block.textCursor().anchor(), block.textCursor().position()

    def restore() -> None:
        cursor = block.textCursor()
        if block.toPlainText() != text:
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(text)
        cursor.setPosition(anchor)
        cursor.setPosition(position, cursor.MoveMode.KeepAnchor)
        block.setTextCursor(cursor)

    return restore


def _remember_choice(box: QComboBox) -> Restore:
    choice = box.currentIndex()
    return lambda: box.setCurrentIndex(choice)


def _remember_row(view: QAbstractItemView) -> Restore:
    row = QPersistentModelIndex(view.currentIndex())
    return lambda: view.setCurrentIndex(row)
