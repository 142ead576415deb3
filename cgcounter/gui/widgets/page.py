"""The frame of a page that asks for a few things: title, what it is about, fields, on, past and back."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from cgcounter.gui.theme import Tone, theme_in_use
from cgcounter.gui.widgets.enter_moves_on import move_on
from cgcounter.gui.widgets.field_row import FieldRow, Form, Remark
from cgcounter.gui.widgets.notice_bar import NoticeBar

_WIDTH: Final = 680
_TOP: Final = 40
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Complaint(NamedTuple):
    """The first field that cannot stay as it is, and why."""

    field: str
    words: str


class Page(QWidget):
    """Enter goes from field to field and from the last one on; Esc goes back.

    Signals: answered: what the page asked for. back_wanted. skip_wanted: nothing of it is to count.
    """

    answered = Signal(object)
    back_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form()
        self.next = QPushButton(self.tr("Continue  Enter"))
        self.back = QPushButton(self.tr("Back  Esc"))
        self.skip = QPushButton(self.tr("&Skip"))
        self.notice = NoticeBar()
        self._named: dict[str, FieldRow] = {}
        self._hints: dict[str, str] = {}
        self._ends: tuple[QWidget | None, ...] = ()
        self._panel, self._top = QFrame(), QSpacerItem(0, 0)
        self._build(title, words)
        self.next.clicked.connect(self._answer)
        self.back.clicked.connect(self.back_wanted)
        self.skip.clicked.connect(self.skip_wanted)
        self.skip.hide()

    def ask(self, name: str, label: str, field: QWidget, hint: str = "") -> None:
        """Add a field, by whose `name` a remark on it is placed."""
        row = self.form.add(label, field)
        self._named[name], self._hints[name] = row, hint
        self._ends = (field, field.focusProxy())
        field.setToolTip(hint)
        self._clear(name)

    def answer(self) -> object:
        """What the page asks for, as it stands there; each page says it."""
        raise NotImplementedError

    def number(self, step: int, of: int) -> None:
        """Say which of so many pages this is."""
        words = self.tr("{step} of {of} · {title}")
        self.show_title(words.format(step=step, of=of, title=self._heading.text()))

    def take_scan(self, payload: str) -> bool:  # noqa: ARG002  pages that know what to do with it say so
        """Take a scan that did not fall into a field; False: it means nothing here."""
        return False

    def show_title(self, words: str) -> None:
        """Say anew what the page is about."""
        self._heading.setText(words)

    def has(self, name: str) -> bool:
        """Whether a field of this name was added."""
        return name in self._named

    def show_remark(self, name: str, words: str, remark: Remark = Remark.ERROR) -> None:
        """Say what is wrong with a field, beside it, and lead there."""
        row = self._named[name]
        row.say(remark, words)
        row.field.setFocus()

    def show_working(self, *, under_way: bool) -> None:
        """Nothing can be pressed while the page's work is under way."""
        for button in (self.next, self.back, self.skip):
            button.setEnabled(not under_way)
        if under_way:
            self.notice.say(Tone.PLAIN, self.tr("One moment…"))
        else:
            self.notice.dismiss()

    def show_problem(self, words: str) -> None:
        """Say what went wrong with the page as a whole."""
        self.show_working(under_way=False)
        self.notice.say(Tone.ALARM, words)

    def take_focus(self) -> None:
        """Begin with the first field."""
        first = next(iter(self._named.values()), None)
        if first is not None:
            first.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.back.isHidden():
            self.back.click()
        elif event.key() in _ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go_on_from(self.focusWidget(), back=back)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Fields are added after the buttons, some of them only when their words are known.
        for before, after in pairwise((*_tab_stops(self.form), self.next, self.skip, self.back)):
            QWidget.setTabOrder(before, after)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _go_on_from(self, field: QWidget | None, *, back: bool) -> None:
        if isinstance(field, QPushButton) and not back:
            field.click()
        elif field is not None and field in self._ends and not back:
            self.next.click()
        else:
            move_on(self, field, back=back)

    def _clear(self, name: str) -> None:
        """Nothing is wrong with the field: its hint stands there, if it has one."""
        row, hint = self._named[name], self._hints[name]
        row.clear()
        if hint:
            row.say(Remark.HINT, hint)

    def _build(self, title: str, words: str) -> None:
        self._heading, explanation = QLabel(title), QLabel(words)
        self._heading.setProperty("textRole", "title")
        self._heading.setWordWrap(True)
        explanation.setProperty("textRole", "muted")
        explanation.setWordWrap(True)
        self.next.setProperty("kind", "primary")
        self._panel.setProperty("panel", "true")
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.back)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.skip)
        self._buttons.addWidget(self.next)
        self._rows = QVBoxLayout(self._panel)
        for widget in (self._heading, explanation, self.notice, self.form):
            self._rows.addWidget(widget)
        self._rows.addLayout(self._buttons)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._panel, 8)
        middle.addStretch(1)
        # Every page begins at the same height, unless it needs all the room: only what differs moves.
        self._outer = QVBoxLayout(self)
        self._outer.addSpacerItem(self._top)
        self._outer.addLayout(middle)
        self._outer.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        px = theme_in_use().px
        self._panel.setMaximumWidth(px(_WIDTH))
        self._top.changeSize(0, px(_TOP), vData=QSizePolicy.Policy.Maximum)
        self._outer.setContentsMargins(px(12), px(8), px(12), px(8))
        self._rows.setContentsMargins(px(24), px(11), px(24), px(16))
        self._rows.setSpacing(px(10))
        # The upper mark of a capital (Ẩ, Ễ) rises above the line; it must not be cut off a name.
        self._heading.setContentsMargins(0, px(5), 0, 0)

    def clear_remarks(self) -> None:
        """Nothing is wrong, or nothing is known of it yet."""
        for name in self._named:
            self._clear(name)
        self.notice.dismiss()

    @Slot()
    def _answer(self) -> None:
        self.clear_remarks()
        self.answered.emit(self.answer())


def _tab_stops(form: QWidget) -> list[QWidget]:
    """The widgets of a form that Tab leads to, as they stand under and beside each other."""
    return [
        widget
        for widget in form.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is form.window()  # the list of a box is a window of its own
    ]
