"""Enter goes to the next field and Shift+Enter back, as in a paper form filled in from top to bottom."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

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
    step = _neighbour(field, back=back)
    while step is not None and step is not field and step is not form:
        if form.isAncestorOf(step) and _takes_focus(step):
            reason = Qt.FocusReason.BacktabFocusReason if back else Qt.FocusReason.TabFocusReason
            step.setFocus(reason)
            return
        step = _neighbour(step, back=back)


def _neighbour(field: QWidget | None, *, back: bool) -> QWidget | None:
    if field is None:
        return None
    return field.previousInFocusChain() if back else field.nextInFocusChain()


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None
