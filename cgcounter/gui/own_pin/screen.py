"""The page on which somebody changes their own PIN."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cgcounter.gui.staff.answers import OwnPinAnswer
from cgcounter.gui.staff.fields import PinTwice
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.edit_page import EditPage
from cgcounter.gui.widgets.pin_field import PinField


class OwnPinScreen(EditPage):
    """The old PIN, and the new one twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Change my PIN"),
            self.tr("The new PIN counts from the next time you sign in."),
            parent,
        )
        self._old = PinField()
        self.ask("old", self.tr("&Old PIN"), self._old)
        self._pin = PinTwice(self)
        self.setFocusProxy(self._old)

    def ask_for(self, name: str) -> None:
        """Begin with empty fields."""
        self.show_title(self.tr("Change the PIN of {name}").format(name=name))
        self._forget()

    def answer(self) -> OwnPinAnswer:
        return OwnPinAnswer(self._old.text(), self._pin.pin, self._pin.again)

    def forget_old(self) -> None:
        """The old PIN is to be typed again."""
        self._old.clear()

    def show_changed(self) -> None:
        """The new PIN counts; nothing of it stays on the screen."""
        self._forget()
        self.notice.say(Tone.FINE, self.tr("Your PIN is changed."))
        self.take_focus()

    def _forget(self) -> None:
        self._old.clear()
        self._pin.clear()
        self.begin()
