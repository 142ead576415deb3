"""A line over the screen that says what happened, what was saved and what to do; nothing waits for it."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from cgcounter.gui.theme import Tone, theme_in_use
from cgcounter.gui.widgets.icons import icon, picture


class NoticeBar(QFrame):
    """One notice at a time; the next takes the place of the last.

    Signals: action_requested: the notice's button was pressed. closed: the notice was put away.
    """

    action_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.PLAIN
        self._picture, self._words = QLabel(), QLabel()
        self._action, self._close = QPushButton(), QToolButton()
        self._build()
        self.hide()

    def _build(self) -> None:
        self._words.setWordWrap(True)
        self._action.clicked.connect(self.action_requested)
        self._close.setProperty("kind", "quiet")
        self._close.setAccessibleName(self.tr("Close the notice"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.setSpacing(10)
        layout.addWidget(self._picture)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        # Within the bar only: elsewhere Esc belongs to the window, which asks `dismiss` first.
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.dismiss)

    @property
    def words(self) -> str:
        """What is being said; empty when nothing is."""
        return self._words.text()

    @property
    def tone(self) -> Tone:
        """How good or bad what is said last is."""
        return self._tone

    def say(self, tone: Tone, words: str, *, action: str = "") -> None:
        """Say one or two sentences, with a button where there is something to do at once."""
        self._tone = tone
        self._words.setText(words)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._dress()
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot(result=bool)
    def dismiss(self) -> bool:
        """Put the notice away; False: there was none."""
        if self.isHidden():
            return False
        self.hide()
        self._words.clear()
        self.closed.emit()
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # A notice that nobody sees is dressed when it comes.
        if event.type() == QEvent.Type.PaletteChange and not self.isHidden():
            self._dress()

    def _dress(self) -> None:
        theme = theme_in_use()
        ink, fill = theme.tokens.ink_and_fill(self._tone)
        side = theme.px(18)
        self._picture.setPixmap(picture(self._tone.value, ink, side, fill))
        self._close.setIcon(icon("close", ink))
        if self.property("tone") != self._tone.value:
            self.setProperty("tone", self._tone.value)
            for widget in (self, self._words):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
