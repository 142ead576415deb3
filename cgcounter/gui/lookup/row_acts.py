"""What can be done from a list without opening its dossiers: accept them, tick off who was told, see only one's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from cgcounter.domain.lifecycle import Act, row_of
from cgcounter.domain.staff import Actor
from cgcounter.gui.lookup.questions import Listed
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.wrapping_row import WrappingRow
from cgcounter.services.find_dossiers import Work
from cgcounter.services.ports import View
from cgcounter.services.texts import MOST_TEXT

_NOTE_WIDTH = 220


class RowActs(QWidget):
    """Buttons over the rows, with the same letters as the card's; the letters are keys while the rows have the focus.

    Signals: accept_wanted: accept the chosen rows. tell_wanted: who waits for them was told, with the note that is
    typed. whose_wanted: a Work: all of the unit, or one's own.
    """

    accept_wanted = Signal()
    tell_wanted = Signal(str)
    whose_wanted = Signal(object)

    def __init__(self, rows: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = WrappingRow(self)
        self._shown: Listed = View.ALL
        self._rows = rows
        self.accept = self._add(self.tr("Accept the chosen ones"), "A", self.accept_wanted)
        self.mine = self._add(self.tr("Only what I hold"), "M", self._switch)
        self.tell = self._add(self.tr("Applicant was told"), "B", self._tell)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("how (may be left out)"))
        self.note.setAccessibleName(self.tr("How the applicant was told"))
        self.note.setWhatsThis(
            self.tr("Stands in the history of the dossier. Enter ticks off the row that is chosen.")
        )
        self.note.setMaxLength(MOST_TEXT)
        self.note.returnPressed.connect(self._tell)
        self._line.addWidget(self.note)
        self.show_for(View.ALL)
        self._fit()

    def allow(self, actor: Actor) -> None:
        """Offer what this person's roles allow."""
        self.accept.setEnabled(actor.may(row_of(Act.ACCEPT_HANDOVER).roles))
        for part in (self.tell, self.note):
            part.setEnabled(actor.may(row_of(Act.TELL_APPLICANT).roles))

    def show_for(self, listed: Listed) -> None:
        """Offer what the rows of a list are for; other lists have nothing of this."""
        self._shown = listed
        for action in (self.accept, self.mine):
            action.setVisible(isinstance(listed, Work))
        self.tell.setVisible(listed is View.WAITING)
        self.note.setVisible(listed is View.WAITING)
        self.mine.setText(self.tr("All of my unit") if listed is Work.MINE else self.tr("Only what I hold"))
        self.setVisible(isinstance(listed, Work) or listed is View.WAITING)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _add(self, words: str, key: str, do: SignalInstance | object) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setAutoRepeat(False)
        action.triggered.connect(do)
        self._rows.addAction(action)
        button = _ActButton(action, self)
        self._line.addWidget(button)
        return action

    @Slot()
    def _switch(self) -> None:
        self.whose_wanted.emit(Work.UNIT if self._shown is Work.MINE else Work.MINE)

    @Slot()
    def _tell(self) -> None:
        self.tell_wanted.emit(self.note.text().strip())

    def _fit(self) -> None:
        px = theme_in_use().px
        self._line.setSpacing(px(8))
        self.note.setFixedWidth(px(_NOTE_WIDTH))


class _ActButton(QPushButton):
    """Shows an action with its key, and is there when it is."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # the rows keep the focus, and the chosen ones stay chosen
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(f"{self._action.text()}  {key}")
        self.setAccessibleName(self._action.text())
        self.setVisible(self._action.isVisible())
        self.setEnabled(self._action.isEnabled())
