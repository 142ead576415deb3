"""The page on which who takes paper dossiers over says that it is really them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cgcounter.gui.widgets.page import Page
from cgcounter.gui.widgets.pin_field import PinField


class PinPage(Page):
    """One PIN; the log then bears the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Take dossiers over"),
            self.tr("What is taken over cannot be deleted again, and stands in the log under your name."),
            parent,
        )
        self._pin = PinField()
        self.ask("pin", self.tr("&PIN"), self._pin, self.tr("Your own PIN, as when signing in."))
        self.next.setText(self.tr("Take over  Enter"))

    def ask_for(self, name: str, dossiers: int) -> None:
        """Begin with an empty field."""
        words = self.tr("{name} takes over dossiers: {count}")
        self.show_title(words.format(name=name, count=dossiers))
        self._pin.clear()
        self.show_working(under_way=False)
        self.clear_remarks()

    def answer(self) -> str:
        return self._pin.text()

    def refuse(self, words: str) -> None:
        """Say why not, and ask again."""
        self._pin.clear()
        self.show_working(under_way=False)
        self.show_remark("pin", words)
