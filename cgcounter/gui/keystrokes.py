"""Key events as hands, an input method and a wedge scanner make them, for the demo day and the tests.

The events take the whole road of real ones: window, shortcuts, focus widget. Their times are made up (a hand
is slow, a scanner fast), so that nobody has to wait; a scanner filter that is to believe them is given
`moment` as its clock.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

HAND_GAP_MS: Final = 80
SCANNER_GAP_MS: Final = 2
REST_MS: Final = 500

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_TEXT_OF_KEYS = {
    Qt.Key.Key_Return: "\r",
    Qt.Key.Key_Enter: "\r",
    Qt.Key.Key_Tab: "\t",
    Qt.Key.Key_Space: " ",
    Qt.Key.Key_Backspace: "\b",
    Qt.Key.Key_Escape: "\x1b",
    Qt.Key.Key_Delete: "\x7f",
}


class _Hand:
    """The time of the last made-up event: there is one keyboard, whatever window it types into."""

    now_ms = 0


def moment(_event: QKeyEvent | None = None) -> int:
    """When the event that is being sent happens, in milliseconds; the clock for `ScannerFilter`."""
    return _Hand.now_ms


def type_text(window: QWidget, text: str, *, gap_ms: int = HAND_GAP_MS) -> None:
    """Type `text` letter by letter, Vietnamese letters included, into whatever has the focus."""
    for letter in text:
        strike(window, letter, gap_ms=gap_ms)


def strike(window: QWidget, letter: str, *, gap_ms: int) -> None:
    """Strike one key that carries a letter, `gap_ms` after the one before."""
    _Hand.now_ms += gap_ms
    _send(window, _key_of(letter), letter, _SHIFT if letter.isupper() else _NO_MODIFIER)


def press(
    window: QWidget,
    key: Qt.Key | str,
    modifiers: Qt.KeyboardModifier = _NO_MODIFIER,
    *,
    gap_ms: int = REST_MS,
) -> None:
    """Press one key after a rest: a `Qt.Key`, or a shortcut as the help writes it ("F9", "Ctrl+K")."""
    _Hand.now_ms += gap_ms
    if isinstance(key, str):
        stroke: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs forget this operator
    else:
        stroke = QKeyCombination(modifiers, key)
    text = _text_of(stroke.key(), stroke.keyboardModifiers())
    _send(window, stroke.key(), text, stroke.keyboardModifiers())


def scan(window: QWidget, payload: str, *, terminator: Qt.Key = Qt.Key.Key_Return) -> None:
    """Read `payload` as a wedge scanner does: a burst of keys with a terminator."""
    _Hand.now_ms += REST_MS
    type_text(window, payload, gap_ms=SCANNER_GAP_MS)
    press(window, terminator, gap_ms=SCANNER_GAP_MS)


def compose(preedit: str) -> None:
    """Show `preedit` in the focused field, not yet committed, as an input method does between two keys."""
    _Hand.now_ms += HAND_GAP_MS
    _send_composition(QInputMethodEvent(preedit, []))


def commit(text: str) -> None:
    """Commit `text` to the focused field, as an input method does at the end of a word."""
    _Hand.now_ms += HAND_GAP_MS
    event = QInputMethodEvent()
    event.setCommitString(text)
    _send_composition(event)


def _send(window: QWidget, key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier) -> None:
    target = _focus_window(window)
    QTest.sendKeyEvent(QTest.KeyAction.Press, target, key, text, modifiers)
    # The press may have closed its window; the system then sends the release to the next one.
    QTest.sendKeyEvent(QTest.KeyAction.Release, _focus_window(window), key, text, modifiers)


def _send_composition(event: QInputMethodEvent) -> None:
    field = QGuiApplication.focusObject()
    if field is None:
        raise RuntimeError("no field has the focus")
    QCoreApplication.sendEvent(field, event)


def _focus_window(window: QWidget) -> QWindow:
    """The window the system would send keys to: a dialog over `window`, else `window` itself."""
    candidates: tuple[QWindow | None, ...] = (QGuiApplication.focusWindow(), window.window().windowHandle())
    for candidate in candidates:
        if candidate is not None:
            return candidate
    raise RuntimeError("the window is not shown")


def _key_of(letter: str) -> Qt.Key:
    """The key of a letter; one that no keyboard has comes with its text alone."""
    if letter.isascii() and letter.isprintable():
        return Qt.Key(ord(letter.upper()))
    return Qt.Key.Key_unknown


def _text_of(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> str:
    if modifiers & ~_SHIFT:
        return ""
    if key in _TEXT_OF_KEYS:
        return _TEXT_OF_KEYS[key]
    if Qt.Key.Key_Space < key <= Qt.Key.Key_AsciiTilde:
        letter = chr(key)
        return letter if modifiers & _SHIFT else letter.lower()
    return ""
