"""The buttons of a card: exactly what may be done with the dossier now, by whoever is signed in."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from cgcounter.domain.lifecycle import Act
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.wrapping_row import WrappingRow


class Wish(StrEnum):
    """What a button of the card asks for, in the order of the buttons."""

    RETURN = "return"
    AUTHORISED = "authorised"
    RECORD = "record"
    NEGATIVE = "negative"
    START = "start"
    CORRECT = "correct"
    PRINT = "print"
    PREVIEW = "preview"
    CLOSE = "close"


_WISHES: Final = {
    Act.RETURN_RESULT: (Wish.RETURN, Wish.AUTHORISED),
    Act.SERVE_AT_ONCE: (Wish.RETURN, Wish.AUTHORISED),
    Act.RECORD_RESULT: (Wish.RECORD, Wish.NEGATIVE),
    Act.START_PROCESSING: (Wish.START,),
    Act.CORRECT: (Wish.CORRECT,),
    Act.REPRINT: (Wish.PRINT, Wish.PREVIEW),
}
# What moves the dossier on; the first of them that is possible is the primary button.
_MOVES: Final = (Wish.RETURN, Wish.RECORD, Wish.START)
_ALWAYS: Final = frozenset({Wish.CLOSE})


class ActBar(QWidget):
    """One button a wish, each with its key.

    Signals: wished: a Wish.
    """

    wished = Signal(object)

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._buttons: dict[Wish, QPushButton] = {}
        self._actions: dict[Wish, QAction] = {}
        self._primary: QPushButton | None = None
        self._row = WrappingRow(self)
        for wish, (words, key) in self._wordings().items():
            self._add(card, wish, words, key)
        self.show_acts((), is_printed=False)
        self._fit()

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """What may be wished for now, in the order of the buttons."""
        return tuple(wish for wish, action in self._actions.items() if action.isVisible())

    @property
    def primary(self) -> QPushButton | None:
        """The button that moves the dossier on, if anything does."""
        return self._primary

    @property
    def pointed_at(self) -> QPushButton | None:
        """The button that has the focus."""
        return next((button for button in self._buttons.values() if button.hasFocus()), None)

    def show_acts(self, acts: Iterable[Act], *, is_printed: bool) -> None:
        """Show the buttons of these acts."""
        acts = tuple(acts)
        wishes = _ALWAYS.union(*(_WISHES.get(act, ()) for act in acts))
        for wish, action in self._actions.items():
            action.setVisible(wish in wishes)
            self._buttons[wish].setVisible(wish in wishes)
        at_once = Act.SERVE_AT_ONCE in acts
        self._say(Wish.RETURN, self.tr("Return at once") if at_once else self.tr("Return to the applicant"))
        self._say(Wish.PRINT, self.tr("Print again") if is_printed else self.tr("Print"))
        self._choose_primary(next((wish for wish in _MOVES if wish in wishes), None))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _wordings(self) -> dict[Wish, tuple[str, str]]:
        return {
            Wish.RETURN: (self.tr("Return to the applicant"), ""),
            Wish.AUTHORISED: (self.tr("To an authorised person"), "U"),
            Wish.RECORD: (self.tr("Result is ready"), ""),
            Wish.NEGATIVE: (self.tr("Negative result"), "N"),
            Wish.START: (self.tr("Hand over for processing"), ""),
            Wish.CORRECT: (self.tr("Correct"), "F5"),
            Wish.PRINT: (self.tr("Print"), "F8"),
            Wish.PREVIEW: (self.tr("Preview"), "Ctrl+P"),
            Wish.CLOSE: (self.tr("Close"), "Esc"),
        }

    def _add(self, card: QWidget, wish: Wish, words: str, key: str) -> None:
        action, button = QAction(words, card), QPushButton()
        action.setData(wish)
        action.setAutoRepeat(False)
        action.triggered.connect(self._tell)
        button.clicked.connect(action.trigger)
        self._actions[wish], self._buttons[wish] = action, button
        self._row.addWidget(button)
        action.setShortcut(QKeySequence(key))
        if len(key) == 1:
            # A bare letter is a shortcut within the card only; in a field it is a letter.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if wish is not Wish.CLOSE:  # the card hears Esc itself: the window has one too
            card.addAction(action)
        self._say(wish, words)

    def _say(self, wish: Wish, words: str) -> None:
        action, button = self._actions[wish], self._buttons[wish]
        action.setText(words)
        button.setText(
            f"{words}  {action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)}".strip()
        )
        button.setAccessibleName(words)

    def _choose_primary(self, chosen: Wish | None) -> None:
        self._primary = self._buttons[chosen] if chosen else None
        for wish, button in self._buttons.items():
            button.setProperty("kind", "primary" if wish is chosen else "quiet" if wish in _ALWAYS else "")
            button.style().unpolish(button)
            button.style().polish(button)

    def _tell(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wished.emit(Wish(action.data()))

    def _fit(self) -> None:
        self._row.setSpacing(theme_in_use().px(8))
