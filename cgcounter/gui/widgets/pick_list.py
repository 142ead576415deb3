"""A line in which a few letters find one of many: the matches stand in a list under it, picked with Enter.

Not QCompleter: it breaks what an input method is composing, and cannot search without marks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cgcounter.gui.theme import ROW_HEIGHT, theme_in_use

_ROWS_SHOWN = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS_SHOWN,
    Qt.Key.Key_PageUp: -_ROWS_SHOWN,
}
# Another window, or help and palette over this one.
_ONLY_LOOKS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


@dataclass(frozen=True)
class Choice:
    """One of the many: what it stands for, its text, and a quieter word at the right."""

    key: object
    text: str
    detail: str = ""


class PickList(QLineEdit):
    """Finds with `search`, which is given what stands in the line and answers at once.

    Signals: picked: the Choice, or None when the line was emptied.
    With `free_text` what matches nothing stays as it is typed; else leaving brings the last choice back.
    """

    picked = Signal(object)

    def __init__(
        self,
        search: Callable[[str], Sequence[Choice]],
        parent: QWidget | None = None,
        *,
        free_text: bool = False,
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._free_text = free_text
        self._choice: Choice | None = None
        self._popup = _Popup(self)
        self._popup.clicked.connect(self._pick)
        self.destroyed.connect(self._popup.deleteLater)
        self.textEdited.connect(self._find)

    @property
    def choice(self) -> Choice | None:
        """What was picked last, if it still stands in the line."""
        return self._choice if self._choice is not None and self.text() == self._choice.text else None

    def show_choice(self, choice: Choice | None) -> None:
        """Show a choice that comes from elsewhere; nobody is told."""
        self._choice = choice
        self.setText(choice.text if choice else "")
        self._popup.hide()

    @property
    def offers(self) -> tuple[Choice, ...]:
        """What the open list offers; empty while it is closed."""
        return self._popup.choices if self._popup.isVisible() else ()

    def event(self, event: QEvent) -> bool:
        # The window has an Esc of its own; it waits until the open list is closed.
        if event.type() == QEvent.Type.ShortcutOverride and self._closes_list(event):
            event.accept()
            return True
        return super().event(event)

    def _closes_list(self, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return is_escape and self._popup.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._steer(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A word that is still being composed is searched for too; the composition itself is not touched."""
        super().inputMethodEvent(event)
        if event.preeditString():
            at = self.cursorPosition()
            self._find(self.text()[:at] + event.preeditString() + self.text()[at:])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _ONLY_LOOKS:
            self._popup.hide()  # the clerk will type on
        else:
            self._settle()
        super().focusOutEvent(event)

    def _steer(self, event: QKeyEvent) -> bool:
        """Move in the list, pick from it or close it; False: the key is for the line."""
        key, is_open = Qt.Key(event.key()), self._popup.isVisible()
        if key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if is_open:
                self._popup.step(_STEPS[key])
            elif key == Qt.Key.Key_Down:
                self._offer(self._search(self.text()))
            return True
        if self._closes_list(event):
            self._popup.hide()
            return True
        if key in _ENTER and is_open and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._pick(self._popup.current())
            return True
        return False

    @Slot(str)
    def _find(self, text: str) -> None:
        if not text.strip() or (self._choice is not None and text == self._choice.text):
            self._popup.hide()
        else:
            self._offer(self._search(text))

    def _offer(self, choices: Sequence[Choice]) -> None:
        if choices or not self._free_text:
            self._popup.offer(choices, self.tr("Nothing matches"))
        else:
            self._popup.hide()

    @Slot(object)
    def _pick(self, choice: Choice | None) -> None:
        if choice is None:
            return
        self.show_choice(choice)
        self.picked.emit(choice)
        if self.hasFocus():  # who heard of it may have led the clerk elsewhere already
            self.focusNextPrevChild(True)  # noqa: FBT003  Qt's own signature

    def _settle(self) -> None:
        """What is left in the line is a choice, nothing, or free text."""
        self._popup.hide()
        if self.choice is not None:
            return
        if self.text().strip() and not self._free_text:
            self.setText(self._choice.text if self._choice else "")
        elif self._choice is not None:
            self._choice = None
            self.picked.emit(None)


class _Popup(QFrame):
    """The list under the line: a child of the window that never takes the focus.

    Signals: clicked: the Choice that the mouse picked.
    """

    clicked = Signal(object)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._model = _Choices(self)
        self._view = QListView(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(_ChoiceDelegate(self._view))
        self._view.setUniformItemSizes(True)
        self._view.clicked.connect(self._tell_click)
        for widget in (self, self._view):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAccessibleName(self.tr("Matches"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._view)
        self.setProperty("popup", True)  # noqa: FBT003  Qt's own signature
        self.hide()

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self._model.choices

    def offer(self, choices: Sequence[Choice], nothing: str) -> None:
        """Show these, the first one marked; or the sentence that there is nothing."""
        self._model.replace(tuple(choices), nothing)
        self._view.setCurrentIndex(self._model.index(0) if choices else QModelIndex())
        self._place()
        self.raise_()
        self.show()

    def current(self) -> Choice | None:
        row = self._view.currentIndex().row()
        return self.choices[row] if 0 <= row < len(self.choices) else None

    def step(self, rows: int) -> None:
        """Move the mark; it stops at both ends."""
        if self.choices:
            row = min(max(self._view.currentIndex().row() + rows, 0), len(self.choices) - 1)
            self._view.setCurrentIndex(self._model.index(row))

    def hide(self) -> None:
        super().hide()
        self._line.window().removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        """Under the line; above it where there is more room."""
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        window.installEventFilter(self)
        corner = self._line.mapTo(window, self._line.rect().topLeft())
        line = QRect(corner, self._line.size())
        frame = 2 * self._view.frameWidth() + 6
        wanted = min(self._model.rowCount(), _ROWS_SHOWN) * theme_in_use().px(ROW_HEIGHT) + frame
        below, above = window.height() - line.bottom() - 4, line.top() - 4
        if wanted <= below or below >= above:
            self.setGeometry(line.left(), line.bottom() + 2, line.width(), min(wanted, below))
        else:
            height = min(wanted, above)
            self.setGeometry(line.left(), line.top() - 1 - height, line.width(), height)

    @Slot(QModelIndex)
    def _tell_click(self, index: QModelIndex) -> None:
        if index.row() < len(self.choices):
            self.clicked.emit(self.choices[index.row()])


class _Choices(QAbstractListModel):
    """What the list offers, replaced whole."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()
        self._nothing = ""

    def replace(self, choices: tuple[Choice, ...], nothing: str) -> None:
        self.beginResetModel()
        self.choices, self._nothing = choices, nothing
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else max(len(self.choices), 1)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole):
            return None
        if index.row() >= len(self.choices):
            return self._nothing if role == Qt.ItemDataRole.DisplayRole else ""
        choice = self.choices[index.row()]
        return choice.text if role == Qt.ItemDataRole.DisplayRole else choice.detail

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) if self.choices and index.isValid() else Qt.ItemFlag.NoItemFlags


class _ChoiceDelegate(QStyledItemDelegate):
    """The text at the left, its detail at the right and quieter."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        # No wider than the list: a long text is shortened, or its detail would lie out of sight.
        return QSize(0, theme_in_use().px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        tokens, gap = theme_in_use().tokens, theme_in_use().px(8)
        area, metrics = option.rect.adjusted(gap, 0, -gap, 0), option.fontMetrics
        detail = str(index.data(Qt.ItemDataRole.UserRole))
        room = area.width() - (metrics.horizontalAdvance(detail) + gap if detail else 0)
        painter.save()
        painter.setPen(tokens.text if index.flags() else tokens.muted)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(tokens.muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, detail)
        painter.restore()
