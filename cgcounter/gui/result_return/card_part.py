"""What opens at the foot of the card to ask for more: fields, a button that does it and one that leaves."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cgcounter.gui.result_return.shrinking_area import ShrinkingArea
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.enter_moves_on import EnterMovesOn
from cgcounter.gui.widgets.field_row import FieldRow, Form, Remark
from cgcounter.gui.widgets.wrapping_row import WrappingRow
from cgcounter.services.texts import MOST_TEXT

_SAVE_KEYS = ("F9", "Ctrl+Return", "Ctrl+Enter")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardPart(QFrame):
    """Fields by name; Enter goes from one to the next and at last to the button.

    Signals: confirmed: the button or F9. left: the part is to close. edited: something was typed.
    """

    confirmed = Signal()
    left = Signal()
    edited = Signal()

    def __init__(self, title: str, confirm: str, places: Mapping[str, str]) -> None:
        super().__init__()
        self.fields: dict[str, QLineEdit] = {}
        self.rows: dict[str, FieldRow] = {}
        self._places = places
        self._before: dict[str, str] = {}
        self._form = Form()
        self._area = ShrinkingArea(self._form)
        self._confirm, self._leave = QPushButton(f"{confirm}  F9"), QPushButton(self.tr("Cancel  Esc"))
        self._build(title, confirm)
        self._enter = EnterMovesOn(self)
        self.installEventFilter(self)
        self._save = QAction(confirm, self)
        self._save.setShortcuts([QKeySequence(key) for key in _SAVE_KEYS])
        self._save.setAutoRepeat(False)
        self._save.triggered.connect(self._confirm.click)
        self.addAction(self._save)
        self.hide()

    def add_field(self, name: str, label: str, field: QLineEdit | None = None) -> FieldRow:
        """Add a line to type in, plain text unless a field that means more is given."""
        if field is None:
            field = QLineEdit()
            field.setMaxLength(MOST_TEXT)
        field.textEdited.connect(self.edited)
        field.installEventFilter(self)
        self.fields[name] = field
        self.rows[name] = self._form.add(label, field)
        return self.rows[name]

    def add_row(self, label: str, widget: QWidget) -> FieldRow:
        """Add something beside its label that is no line to type in."""
        return self._form.add(label, widget)

    def add_wide(self, widget: QWidget) -> None:
        """Add something over the whole width."""
        self._form.add_wide(widget)

    def open(self, texts: Mapping[str, str] | None = None) -> None:
        """Show the fields with these texts, and wait in the first one."""
        self._before = {name: (texts or {}).get(name, "") for name in self.fields}
        for name, field in self.fields.items():
            field.setText(self._before[name])
            field.setCursorPosition(0)
            self.rows[name].clear()
        self.setEnabled(True)
        self.show()
        # Only now: the order within a part does not outlive its being put into the card.
        for one, next_one in pairwise((*self.fields.values(), self._confirm, self._leave)):
            QWidget.setTabOrder(one, next_one)
        first = next(iter(self.fields.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def text(self, name: str) -> str:
        """What stands in a field."""
        return self.fields[name].text().strip()

    @property
    def is_touched(self) -> bool:
        """Whether closing would lose something that was typed."""
        return any(self.text(name) != before for name, before in self._before.items())

    def point_at_confirm(self) -> None:
        """Nothing is left to type: Enter does it."""
        self._confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for(self, name: str, words: str) -> None:
        """Say beside a field what it lacks, and wait there."""
        self.rows[name].say(Remark.ERROR, words)
        self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, code: str, words: str) -> bool:
        """Say an error beside the field it is about; False: it is about none of them."""
        if code not in self._places:
            return False
        self.ask_for(self._places[code], words)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self:
            # An Enter that is held down must not run through the fields and press the button.
            return isinstance(event, QKeyEvent) and event.isAutoRepeat() and event.key() in _ENTER
        if event.type() == QEvent.Type.FocusIn:
            for row in self.rows.values():
                if row.field is watched:
                    self._area.ensureWidgetVisible(row, 0, 0)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _build(self, title: str, confirm: str) -> None:
        heading = QLabel(title)
        heading.setProperty("textRole", "title")
        self.setAccessibleName(title)
        self._confirm.setProperty("kind", "primary")
        self._confirm.setAccessibleName(confirm)
        self._leave.setAccessibleName(self.tr("Cancel"))
        self._confirm.clicked.connect(self.confirmed)
        self._leave.clicked.connect(self.left)
        foot = QWidget()
        self._buttons = WrappingRow(foot)
        for button in (self._confirm, self._leave):
            self._buttons.addWidget(button)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(heading)
        self._layout.addWidget(self._area)
        self._layout.addWidget(foot)
        self._fit()

    def _fit(self) -> None:
        px = theme_in_use().px
        self._layout.setContentsMargins(0, px(8), 0, 0)
        self._layout.setSpacing(px(8))
        self._buttons.setSpacing(px(8))
