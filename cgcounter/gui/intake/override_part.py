"""A procedure that is out of force is received all the same: the reason, and a leader who agrees with their PIN."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from cgcounter.domain.names import matches
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.pick_list import Choice, PickList
from cgcounter.gui.widgets.pin_field import PinField
from cgcounter.gui.widgets.wrapping_row import WrappingRow
from cgcounter.services.texts import MOST_TEXT

_PLACES: Final = {
    "reason_missing": 0,
    "second_person": 1,
    "role_missing": 1,
    "person_not_found": 1,
    "wrong_pin": 2,
    "pin_paused": 2,
}


class OverridePart(QWidget):
    """Stands in the place of the ways to save.

    Signals: ``confirmed`` carries the reason, who agrees (None: nobody was picked), and their PIN; ``left``: not so.
    """

    confirmed = Signal(str, object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaders: Sequence[Choice] = ()
        self.reason, self.second, self.pin = QLineEdit(), PickList(self._offers), PinField()
        self.reason.setMaxLength(MOST_TEXT)
        self.reason.setPlaceholderText(self.tr("why it is received all the same"))
        self.second.setPlaceholderText(self.tr("a supervisor or the head"))
        form = Form()
        self._rows = (
            form.add(self.tr("Reason"), self.reason),
            form.add(self.tr("Agrees"), self.second),
            form.add(self.tr("PIN"), self.pin),
        )
        self._save = QAction(self.tr("Save and print though it is out of force"), self)
        self._save.setShortcuts([QKeySequence(key) for key in ("F9", "Ctrl+Return", "Ctrl+Enter")])
        self._save.setAutoRepeat(False)
        self._save.triggered.connect(self._confirm)
        self.addAction(self._save)
        bar = QWidget()
        self._buttons = WrappingRow(bar)
        self._button(f"{self._save.text()}  F9", self._save.trigger, kind="primary")
        self._button(self.tr("Do not receive it  Esc"), self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(form)
        layout.addWidget(bar)
        self._explain()
        self.pin.returnPressed.connect(self._confirm)
        self.hide()

    def _explain(self) -> None:
        self.reason.setWhatsThis(
            self.tr("Why a procedure that is out of force is received; it stays on record.")
        )
        self.second.setWhatsThis(self.tr("Who agrees: a supervisor or the head, here at the counter."))
        self.pin.setWhatsThis(self.tr("They type their own PIN; Enter saves and prints."))

    def show_leaders(self, leaders: Sequence[Choice]) -> None:
        """Who can agree."""
        self._leaders = leaders

    def open(self) -> None:
        """Ask."""
        self._buttons.setSpacing(theme_in_use().px(6))
        self.reason.clear()
        self.second.show_choice(None)
        self.pin.clear()
        self._forget_errors()
        self.set_busy(busy=False)
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, busy: bool) -> None:
        """It is saved once."""
        self._save.setEnabled(not busy)

    def is_about(self, code: str) -> bool:
        """Whether an error is about one of these fields."""
        return self.isVisible() and code in _PLACES

    def say_error(self, code: str, words: str) -> None:
        """What is wrong, beside its field."""
        place = _PLACES[code]
        self._rows[place].say(Remark.ERROR, words)
        self.pin.clear()
        self._rows[place].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offers(self, typed: str) -> Sequence[Choice]:
        return [one for one in self._leaders if not typed.strip() or matches(typed, one.text)]

    def _button(self, text: str, pressed: object, *, kind: str = "") -> None:
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(pressed)
        self._buttons.addWidget(button)

    @Slot()
    def _confirm(self) -> None:
        if self._save.isEnabled():
            self._forget_errors()
            choice = self.second.choice
            self.confirmed.emit(self.reason.text(), choice.key if choice else None, self.pin.text())

    def _forget_errors(self) -> None:
        for row in self._rows:
            row.clear()
