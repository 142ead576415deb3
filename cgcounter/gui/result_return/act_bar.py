"""The buttons of a card: exactly what may be done with the dossier now, by whoever is signed in."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cgcounter.domain.forms import FormKey
from cgcounter.domain.lifecycle import Act
from cgcounter.gui.result_return.wish import ALWAYS, MOVES, PAPERS, WISHES, WITH_BUTTON, Wish
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.wrapping_row import WrappingRow


class ActBar(QWidget):
    """A button for each of the usual wishes, with its key; all of them are actions, and commands of the window.

    Signals: wished: a Wish.
    """

    wished = Signal(object)

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._buttons: dict[Wish, QPushButton] = {}
        self._actions: dict[Wish, QAction] = {}
        self._primary: QPushButton | None = None
        self._others = QLabel()
        self._others.setProperty("textRole", "muted")
        self._others.setWordWrap(True)
        buttons = QWidget()
        self._row = WrappingRow(buttons)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(buttons)
        rows.addWidget(self._others)
        for wish, (words, key) in self._wordings().items():
            self._add(card, wish, words, key)
        self.show_acts((), (), is_printed=False)
        self._fit()

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """What has a button now, in their order."""
        return tuple(wish for wish in self.offered if wish in self._buttons)

    @property
    def offered(self) -> tuple[Wish, ...]:
        """All that may be wished for now, by a button or by name."""
        return tuple(wish for wish, action in self._actions.items() if action.isVisible())

    @property
    def primary(self) -> QPushButton | None:
        """The button that moves the dossier on, if anything does."""
        return self._primary

    @property
    def pointed_at(self) -> QPushButton | None:
        """The button that has the focus."""
        return next((button for button in self._buttons.values() if button.hasFocus()), None)

    def show_acts(
        self,
        acts: Iterable[Act],
        papers: Iterable[FormKey],
        *,
        is_printed: bool,
        owed: str = "",
        in_group: bool = False,
    ) -> None:
        """Offer these acts, and these forms to be printed; what is ``owed`` is taken with the return.

        ``in_group``: others were handed in together with this dossier.
        """
        acts, papers = tuple(acts), frozenset(papers)
        wishes = ALWAYS.union(*(WISHES.get(act, ()) for act in acts))
        if Act.REPRINT in acts:
            wishes |= {wish for wish, form in PAPERS.items() if form in papers}
        if owed and Wish.RETURN in wishes:
            wishes |= {Wish.RETURN_UNPAID}
        if in_group:
            wishes |= {Wish.NEXT_OF_GROUP}
        for wish, action in self._actions.items():
            action.setVisible(wish in wishes)
        for wish, button in self._buttons.items():
            button.setVisible(wish in wishes)
        self._say(Wish.RETURN, self._return_words(owed, at_once=Act.SERVE_AT_ONCE in acts))
        self._say(Wish.PRINT, self.tr("Print again") if is_printed else self.tr("Print"))
        self._choose_primary(next((wish for wish in MOVES if wish in wishes), None))
        self._tell_others()

    def _return_words(self, owed: str, *, at_once: bool) -> str:
        if owed:
            words = self.tr("Return at once, take {amount}") if at_once else self.tr("Return, take {amount}")
            return words.format(amount=owed)
        return self.tr("Return at once") if at_once else self.tr("Return to the applicant")

    def _tell_others(self) -> None:
        """What has no button is named, so that nobody has to guess what the commands hold."""
        named = [self._actions[wish].text() for wish in self.offered if wish not in self._buttons]
        self._others.setText(self.tr("More with Ctrl+K: {acts}").format(acts=", ".join(named)))
        self._others.setVisible(bool(named))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _wordings(self) -> dict[Wish, tuple[str, str]]:
        return {
            Wish.RETURN: (self.tr("Return to the applicant"), ""),
            Wish.AUTHORISED: (self.tr("To an authorised person"), "U"),
            Wish.RETURN_UNPAID: (self.tr("Return, fee not taken"), "K"),
            Wish.RECORD: (self.tr("Result is ready"), ""),
            Wish.NEGATIVE: (self.tr("Negative result"), "N"),
            Wish.SUPPLIED: (self.tr("Supplement received"), ""),
            Wish.PAID: (self.tr("Payment made"), ""),
            Wish.RESUME: (self.tr("Go on"), ""),
            Wish.START: (self.tr("Hand over for processing"), ""),
            Wish.FORWARD: (self.tr("Hand over to…"), "T"),
            Wish.ACCEPT: (self.tr("Accept the hand-over"), "A"),
            Wish.SUPPLEMENT: (self.tr("Request a supplement"), "F7"),
            Wish.TELL: (self.tr("Applicant was told"), "B"),
            Wish.CORRECT: (self.tr("Correct"), "F5"),
            Wish.PRINT_HANDOVER_SLIP: (self.tr("Print the hand-over slip"), "G"),
            Wish.PRINT: (self.tr("Print"), "F8"),
            Wish.PREVIEW: (self.tr("Preview"), "Ctrl+P"),
            Wish.NEXT_OF_GROUP: (self.tr("Next of the group"), "O"),
            Wish.CLOSE: (self.tr("Close"), "Esc"),
        } | {wish: (words, "") for wish, words in self._rare_wordings().items()}

    def _rare_wordings(self) -> dict[Wish, str]:
        return {
            Wish.BY_POST: self.tr("Send the result by post"),
            Wish.ELECTRONIC: self.tr("Return electronically"),
            Wish.PAYMENT: self.tr("Request a payment"),
            Wish.SUSPEND: self.tr("Suspend for verification"),
            Wish.FAULT: self.tr("Correct the result"),
            Wish.REFUSE: self.tr("Refuse the dossier"),
            Wish.STOP: self.tr("Stop processing"),
            Wish.WITHDRAW: self.tr("Withdraw"),
            Wish.APOLOGISE: self.tr("Apologise, new date"),
            Wish.COLLECT: self.tr("Collect the fee"),
            Wish.REFUND: self.tr("Pay the fee back"),
            Wish.RATE: self.tr("Rating of the citizen"),
            Wish.VOID: self.tr("Void a mistaken entry"),
            Wish.REOPEN: self.tr("Open again"),
            Wish.PRINT_SUPPLEMENT: self.tr("Print the supplement request"),
            Wish.PRINT_REFUSAL: self.tr("Print the refusal"),
            Wish.PRINT_APOLOGY: self.tr("Print the apology"),
            Wish.PRINT_STOP_NOTICE: self.tr("Print the stop notice"),
            Wish.PRINT_CONTROL_SLIP: self.tr("Print the control slip"),
            Wish.PRINT_PAYMENT_SLIP: self.tr("Print the payment slip"),
        }

    def _add(self, card: QWidget, wish: Wish, words: str, key: str) -> None:
        action = QAction(words, card)
        action.setData(wish)
        action.setAutoRepeat(False)
        action.triggered.connect(self._tell)
        self._actions[wish] = action
        if wish in WITH_BUTTON:
            self._buttons[wish] = button = QPushButton()
            button.clicked.connect(action.trigger)
            self._row.addWidget(button)
        action.setShortcut(QKeySequence(key))
        if len(key) == 1:
            # A bare letter is a shortcut within the card only; in a field it is a letter.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if wish is not Wish.CLOSE:  # the card hears Esc itself: the window has one too
            card.addAction(action)
        self._say(wish, words)

    def _say(self, wish: Wish, words: str) -> None:
        action, button = self._actions[wish], self._buttons.get(wish)
        action.setText(words)
        if button is None:
            return
        button.setText(
            f"{words}  {action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)}".strip()
        )
        button.setAccessibleName(words)

    def _choose_primary(self, chosen: Wish | None) -> None:
        self._primary = self._buttons[chosen] if chosen else None
        for wish, button in self._buttons.items():
            button.setProperty("kind", "primary" if wish is chosen else "quiet" if wish in ALWAYS else "")
            button.style().unpolish(button)
            button.style().polish(button)

    def _tell(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wished.emit(Wish(action.data()))

    def _fit(self) -> None:
        self._row.setSpacing(theme_in_use().px(8))
