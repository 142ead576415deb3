"""The pages that ask for one of a few things: the language, and how to begin."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cgcounter.gui.set_up.answers import Language, Start
from cgcounter.gui.widgets.page import Page

Choice = Language | Start


class ChoicePage(Page):
    """Each choice by its digit, or with the arrows and Enter."""

    def __init__(
        self, title: str, words: str, choices: Mapping[Choice, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, words, parent)
        self._choices = {
            choice: QPushButton(f"{digit}   {name}")
            for digit, (choice, name) in enumerate(choices.items(), 1)
        }
        self._chosen = next(iter(choices))
        ways = QWidget()
        rows = QVBoxLayout(ways)
        rows.setContentsMargins(0, 0, 0, 0)
        for button in self._choices.values():
            button.clicked.connect(self._choose)
            button.setStyleSheet("text-align: left;")  # the digits stand under each other
            rows.addWidget(button)
        self.form.add_wide(ways)
        self.next.hide()

    def show_choice(self, choice: Choice) -> None:
        """Begin with this one."""
        self._chosen = choice

    def take_focus(self) -> None:
        self._choices[self._chosen].setFocus()

    def answer(self) -> Choice:
        return self._chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons = tuple(self._choices.values())
        if event.text().isdecimal() and 1 <= int(event.text()) <= len(buttons):
            buttons[int(event.text()) - 1].click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _choose(self) -> None:
        self._chosen = next(choice for choice, button in self._choices.items() if button is self.sender())
        self.answered.emit(self._chosen)


class LanguagePage(ChoicePage):
    """The first page of all speaks both languages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Ngôn ngữ · Language",
            "Chương trình nói tiếng nào? Giấy tờ luôn in bằng tiếng Việt.\n"
            "Which language shall the program speak? Papers are always printed in Vietnamese.",
            {Language.VIETNAMESE: "Tiếng Việt", Language.ENGLISH: "English"},
            parent,
        )
        self.back.hide()


class WelcomePage(ChoicePage):
    """Three ways to begin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Welcome"),
            self.tr("There is no data on this computer yet. How shall it begin?"),
            {
                Start.DEMO: self.tr("Try the demo office"),
                Start.OFFICE: self.tr("Set up an office"),
                Start.RESTORE: self.tr("Restore from a backup"),
            },
            parent,
        )
