"""The page of the office's habits: when fees are taken, what citizens are asked, which slips are printed."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from cgcounter.domain.offices import FeeMoment, Habits
from cgcounter.domain.particulars import RatingScale
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.edit_page import EditPage


class HabitsScreen(EditPage):
    """Three choices that count for every clerk from the next dossier on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Habits of the office"),
            self.tr("They count from the next dossier on; a clerk may do otherwise with a single one."),
            parent,
        )
        self._fee, self._rating, self._slip = QComboBox(), QComboBox(), QComboBox()
        self._fill()
        self.ask("fee", self.tr("&Fees are taken"), self._fee)
        self.ask("rating", self.tr("Citizens are &asked"), self._rating)
        self.ask("slip", self.tr("&Payment slips"), self._slip)
        self.setFocusProxy(self._fee)

    def _fill(self) -> None:
        for box, choices in (
            (
                self._fee,
                (
                    (self.tr("when the result is fetched"), FeeMoment.RETURN),
                    (self.tr("at intake"), FeeMoment.INTAKE),
                ),
            ),
            (
                self._rating,
                (
                    (self.tr("for a score from 1 to 5"), RatingScale.FIVE_POINTS),
                    (self.tr("for one of three faces"), RatingScale.THREE_FACES),
                    (self.tr("for nothing"), None),
                ),
            ),
            (
                self._slip,
                (
                    (self.tr("are printed when they are asked for"), False),
                    (self.tr("are printed with every payment"), True),
                ),
            ),
        ):
            for words, value in choices:
                box.addItem(words, value)

    def show_habits(self, habits: Habits) -> None:
        """Begin with what counts now."""
        for box, value in (
            (self._fee, habits.fee_at),
            (self._rating, habits.rating),
            (self._slip, habits.prints_slip),
        ):
            box.setCurrentIndex(next(at for at in range(box.count()) if box.itemData(at) == value))
        self.begin()
        self.take_focus()

    def answer(self) -> Habits:
        return Habits(self._fee.currentData(), self._rating.currentData(), self._slip.currentData())

    def show_saved(self) -> None:
        """They count from now on."""
        self.begin()
        self.notice.say(Tone.FINE, self.tr("Saved. They count from now on."))
        self.take_focus()
