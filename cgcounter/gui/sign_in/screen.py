"""The screen before the work and while it is locked: who is at the counter, and their PIN."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cgcounter.domain.staff import StaffId
from cgcounter.gui.sign_in.people_list import PeopleList, Person
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.pin_field import PinField

_PANEL_WIDTH: Final = 480
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class SignInWish:
    """Somebody says who they are; the PIN is in no picture of this value."""

    person: StaffId
    pin: str = field(repr=False)


class SignInScreen(QWidget):
    """The people as a list, below it the PIN.

    Signals: sign_in_wanted: a SignInWish. person_pointed: a StaffId, whose turn it may be now.
    """

    sign_in_wanted = Signal(object)
    person_pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = self._label("muted")
        self._people = PeopleList()
        self._pin = PinField()
        self._enter = QPushButton(self.tr("Sign in"))
        self._words = self._label("muted")
        self._panel = QFrame()
        self._build_panel()
        self._build_screen()
        self._connect()
        self._fit()

    @property
    def person(self) -> StaffId | None:
        """Who is pointed at."""
        person = self._people.person
        return person and person.id

    def show_place(self, words: str) -> None:
        """Name the office and the counter, or the program where there is no office yet."""
        self._place.setText(words)

    def show_people(self, people: Sequence[Person], *, at: StaffId | None) -> None:
        """List these people, pointing at one of them, and wait for a choice."""
        self._people.show_people(people, at=at)

    def start_over(self, at: StaffId | None) -> None:
        """Forget the PIN and wait for a choice of person."""
        if at is not None:
            self._people.point_at(at)
        self._pin.clear()
        self.show_nothing()
        self._people.setFocus()

    def show_checking(self) -> None:
        """The PIN is being looked at."""
        self._pin.setReadOnly(True)
        self._say("muted", self.tr("Checking the PIN…"))

    def show_nothing(self) -> None:
        """No message, and a PIN may be typed."""
        self._pin.setReadOnly(False)
        self._say("muted", self.tr("Digit, arrows or letters of the name choose. Enter goes on."))

    def show_problem(self, words: str, *, may_try: bool) -> None:
        """Say what went wrong beside the field; `may_try`: a PIN may be typed at once."""
        self._pin.clear()
        self._pin.setReadOnly(not may_try)
        self._say("error", words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self._people.step(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self._pin.clear()
            self._people.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._people.setFocus()

    def _label(self, role: str) -> QLabel:
        label = QLabel()
        label.setProperty("textRole", role)
        label.setWordWrap(True)
        return label

    def _build_panel(self) -> None:
        heading = QLabel(self.tr("&Who is at the counter?"))
        heading.setProperty("textRole", "title")
        heading.setBuddy(self._people)
        self._people.setAccessibleName(self.tr("People of this office"))
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._panel.setProperty("panel", "true")
        rows = QVBoxLayout(self._panel)
        rows.addWidget(self._place)
        rows.addWidget(heading)
        rows.addWidget(self._people, 1)
        rows.addLayout(self._pin_row())
        rows.addWidget(self._words)

    def _pin_row(self) -> QHBoxLayout:
        label = QLabel(self.tr("&PIN"))
        label.setBuddy(self._pin)
        self._pin.setAccessibleName(self.tr("PIN"))
        self._pin.setToolTip(self.tr("Your own PIN. It is never shown, and nobody else should know it."))
        self._enter.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._pin, 1)
        row.addWidget(self._enter)
        return row

    def _build_screen(self) -> None:
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._panel, 4)
        middle.addStretch(1)
        rows = QVBoxLayout(self)
        rows.addStretch(1)
        rows.addLayout(middle, 6)
        rows.addStretch(2)

    def _connect(self) -> None:
        self._people.chosen.connect(self._pin.setFocus)
        self._people.pointed.connect(self._point)
        self._pin.returnPressed.connect(self._wish)
        self._enter.clicked.connect(self._wish)
        self.setFocusProxy(self._people)
        QWidget.setTabOrder(self._people, self._pin)
        QWidget.setTabOrder(self._pin, self._enter)

    def _fit(self) -> None:
        px = theme_in_use().px
        self._panel.setMaximumWidth(px(_PANEL_WIDTH))
        rows = self._panel.layout()
        if rows is not None:
            rows.setContentsMargins(px(24), px(20), px(24), px(20))
            rows.setSpacing(px(10))
        self._words.setMinimumHeight(self._words.fontMetrics().lineSpacing() * 2)

    def _say(self, role: str, words: str) -> None:
        self._words.setProperty("textRole", role)
        self._words.setText(words)
        self._words.style().polish(self._words)

    @Slot()
    def _point(self) -> None:
        self._pin.clear()
        self.person_pointed.emit(self.person)

    @Slot()
    def _wish(self) -> None:
        person = self.person
        if person is not None and self._pin.text() and not self._pin.isReadOnly():
            self.sign_in_wanted.emit(SignInWish(person, self._pin.text()))
