"""Enter goes to the next field and Shift+Enter back, as in a paper form filled in from top to bottom."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterMovesOn(QObject):
    """Takes the Enter that no field of `form` wanted for itself; on a button it presses the button."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        form.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        bare = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() not in _ENTER or bare != Qt.KeyboardModifier.NoModifier:
            return False
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton) and not back:
            if not event.isAutoRepeat():  # a key held down is one wish
                focus.click()
        else:
            move_on(self._form, focus, back=back)
        return True


def move_on(form: QWidget, field: QWidget | None, *, back: bool = False) -> None:
    """Give the focus to the field of `form` after `field` (before it, with `back`); the last stays."""
    if field is None or not form.isAncestorOf(field):
        return
    # WORKAROUND PySide 6.11 (no public report known): nextInFocusChain() makes the widget it answers with a child
    # of the one that was asked, in the binding's books only. When any widget of such a chain is deleted later, the
    # binding gives up everything behind it, and the next layout pass crashes. So Qt itself takes the step.
    form.focusNextPrevChild(not back)
    reached = QApplication.focusWidget()
    if reached is None or not _is_next(form, field, reached, back=back):
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_next(form: QWidget, field: QWidget, reached: QWidget, *, back: bool) -> bool:
    """Whether Qt's step led to a field: a small button, such as the one that closes a notice, is Tab's alone."""
    is_field = form.isAncestorOf(reached) and not isinstance(reached, QToolButton)
    return is_field and not _is_round_trip(form, field, reached, back=back)


def _is_round_trip(form: QWidget, field: QWidget, reached: QWidget, *, back: bool) -> bool:
    """Where a form is all there is in its window, Qt goes from its end to its beginning."""
    first, second = (reached, field) if back else (field, reached)
    return _top(form, first) >= _top(form, second) + second.height()


def _top(form: QWidget, field: QWidget) -> int:
    return field.mapTo(form, QPoint()).y()
