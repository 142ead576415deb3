"""A dossier is not taken in: the reason that the citizen is told, and the two ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.wrapping_row import WrappingRow
from cgcounter.services.texts import MOST_TEXT


class RefusalPart(QWidget):
    """Stands in the place of the ways to save, so that F9 cannot take in what is being refused.

    Signals: ``confirmed`` carries the reason of a refusal, ``guided`` what else is missing beside the papers that are
    not ticked; ``left``: the dossier is taken in after all.
    """

    confirmed = Signal(str)
    guided = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = QLineEdit()
        self.reason.setMaxLength(MOST_TEXT)
        self.reason.setPlaceholderText(self.tr("what the citizen is told"))
        self.reason.setWhatsThis(
            self.tr("Why the dossier is not taken in. Enter puts the refusal on record, Esc goes back.")
        )
        form = Form()
        self._row = form.add(self.tr("Reason of the refusal"), self.reason)
        self._guides = False
        self._record = QAction(self.tr("Record the refusal"), self)
        self._record.setShortcuts([QKeySequence(key) for key in ("F9", "Ctrl+Return", "Ctrl+Enter")])
        self._record.setAutoRepeat(False)
        self.addAction(self._record)
        bar = QWidget()
        self._buttons = WrappingRow(bar)
        self._confirming = self._button("", self._record.trigger)
        self._confirming.setProperty("kind", "primary")
        self._button(self.tr("Take it in after all  Esc"), self.left)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(form)
        rows.addWidget(bar)
        self._record.triggered.connect(self._confirm)
        self.reason.returnPressed.connect(self._confirm)
        self.reason.textEdited.connect(self._row.clear)

    def open(self, *, guides: bool = False) -> None:
        """Ask for the reason of a refusal; ``guides``: for what an incomplete dossier lacks."""
        self._guides = guides
        label = self.tr("Also missing") if guides else self.tr("Reason of the refusal")
        self._row.label.setText(label)
        self.reason.setAccessibleName(label)
        self._record.setText(self.tr("Print what is missing") if guides else self.tr("Record the refusal"))
        self._confirming.setText(f"{self._record.text()}  F9")
        self.reason.setPlaceholderText(
            self.tr("beside the papers that are not ticked")
            if guides
            else self.tr("what the citizen is told")
        )
        self._buttons.setSpacing(theme_in_use().px(6))
        self._row.clear()
        self.set_busy(busy=False)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, busy: bool) -> None:
        """A refusal is recorded once."""
        self._record.setEnabled(not busy)

    def say_reason(self, words: str) -> None:
        """Something is wrong with the reason."""
        self._row.say(Remark.ERROR, words)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, text: str, pressed: object) -> QPushButton:
        button = QPushButton(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(pressed)
        self._buttons.addWidget(button)
        return button

    @Slot()
    def _confirm(self) -> None:
        if self._record.isEnabled():
            told = self.guided if self._guides else self.confirmed
            told.emit(self.reason.text())
