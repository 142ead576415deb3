"""What a screen reader and a large finger need of every window: names and targets that can be hit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

SMALLEST_TARGET = 32


def nameless(window: QWidget) -> list[QWidget]:
    """Visible widgets that take the focus but say nothing about themselves."""
    named_by_labels = {label.buddy() for label in window.findChildren(QLabel)}
    return [each for each in _focusable(window) if each not in named_by_labels and not _own_name(each)]


def too_small(window: QWidget) -> list[QWidget]:
    """Visible widgets that take the focus but are hard to hit."""
    return [each for each in _focusable(window) if min(each.width(), each.height()) < SMALLEST_TARGET]


def _own_name(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    return widget.accessibleName()


def _focusable(window: QWidget) -> list[QWidget]:
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(each, QLineEdit) and each.isReadOnly())
        and each.focusProxy() is None
    ]
