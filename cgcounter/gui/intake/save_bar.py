"""The ways to save an intake: one action with its keys and one button each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.wrapping_row import WrappingRow


class SaveBar(QWidget):
    """Its actions hold for the whole window while the bar is in view.

    Signals: ``save_wanted``: save and print; ``quiet_save_wanted``: save only; ``serve_wanted``: receive, result and
    return in one act; ``refusal_wanted``: do not take the dossier in; ``guidance_wanted``: tell what it lacks;
    ``group_wanted``: a group begins or ends; ``override_wanted``: receive what is out of force all the same.
    """

    save_wanted = Signal()
    quiet_save_wanted = Signal()
    serve_wanted = Signal()
    refusal_wanted = Signal()
    guidance_wanted = Signal()
    group_wanted = Signal()
    override_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = WrappingRow(self)
        self._buttons: dict[QAction, QPushButton] = {}
        self._save = self._add(self.tr("Save and print"), "F9", "Ctrl+Return", "Ctrl+Enter")
        self._serve = self._add(self.tr("Return at once"), "Shift+F9")
        self._quiet = self._add(self.tr("Save, do not print"), "Ctrl+S")
        self._refuse = self._add(self.tr("Refuse"), "Ctrl+R")
        self._guide = self._add(self.tr("Papers are missing"), "F7")
        self._buttons[self._guide].setProperty("kind", "quiet")
        self._guide.triggered.connect(self.guidance_wanted)
        self._say(self.tr("Group: many dossiers from one submitter"), "Ctrl+G", self.group_wanted)
        self._override = self._say(
            self.tr("Receive though it is out of force"), "Ctrl+O", self.override_wanted
        )
        self._override.setEnabled(False)
        self._buttons[self._save].setProperty("kind", "primary")
        self._buttons[self._refuse].setProperty("kind", "quiet")
        self._save.triggered.connect(self.save_wanted)
        self._serve.triggered.connect(self.serve_wanted)
        self._quiet.triggered.connect(self.quiet_save_wanted)
        self._refuse.triggered.connect(self.refusal_wanted)

    def offer(self, *, may_save: bool, at_once: bool) -> None:
        """Offer what can be done now; returning at once is shown only where a procedure allows it."""
        self._row.setSpacing(theme_in_use().px(6))
        for action, button in self._buttons.items():
            action.setEnabled(may_save and (at_once or action is not self._serve))
            button.setEnabled(action.isEnabled())
        self._buttons[self._serve].setVisible(at_once)

    def offer_override(self, *, is_out_of_force: bool) -> None:
        """Only what is out of force needs somebody who agrees."""
        self._override.setEnabled(is_out_of_force)

    def _say(self, text: str, key: str, wanted: SignalInstance) -> QAction:
        """What is seldom done has no button; palette and help list it."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setAutoRepeat(False)
        action.triggered.connect(wanted)
        self.addAction(action)
        return action

    def _add(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setAutoRepeat(False)
        self.addAction(action)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button = QPushButton(f"{text}  {shown}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        self._buttons[action] = button
        self._row.addWidget(button)
        return action
