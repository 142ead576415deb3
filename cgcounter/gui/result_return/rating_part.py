"""The citizen says how it was: one digit is the whole answer, and no answer is one too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget

from cgcounter.domain.particulars import RatingScale
from cgcounter.domain.scanning import LONGEST_GAP_MS
from cgcounter.gui.result_return.card_part import CardPart
from cgcounter.gui.theme import theme_in_use
from cgcounter.gui.widgets.wrapping_row import WrappingRow

# A scan may begin with such a digit: its next character comes sooner than this.
REST_MS: Final = 3 * LONGEST_GAP_MS


@dataclass(frozen=True)
class Rated:
    """The score on its scale, 1 the worst, and what the citizen said."""

    score: int
    scale: RatingScale
    comment: str


class RatingPart(CardPart):
    """A digit is saved after a short rest, when it is clear that no scan follows it; a comment is typed before it."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("How satisfied is the citizen?"),
            self.tr("Save the rating"),
            {"bad_score": "score", "text_too_long": "comment"},
        )
        self._scale = RatingScale.FIVE_POINTS
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._save_digit)
        self.confirmed.connect(self._rest.stop)
        choices = QWidget()
        self._choice_row = WrappingRow(choices)
        self._choices: list[QPushButton] = []
        self.add_wide(choices)
        self.add_field("score", self.tr("Score"))
        self.add_field("comment", self.tr("Comment"))
        self.fields["score"].textEdited.connect(self._wait)
        self.fields["comment"].setPlaceholderText(self.tr("may be left out; type it before the score"))
        self.fields["score"].setWhatsThis(
            self.tr("One digit saves the rating. Esc, or the next scan, leaves it out.")
        )

    @property
    def rated(self) -> Rated:
        """What stands in the fields; a score of 0 is none."""
        typed = self.text("score")
        score = int(typed) if typed.isascii() and typed.isdecimal() else 0
        return Rated(score, self._scale, self.text("comment"))

    def open_for(self, scale: RatingScale) -> None:
        """Ask on a scale."""
        self._scale = scale
        names = self._names(scale)
        for button in self._choices:
            self._choice_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._choices = [self._choice(score, name) for score, name in enumerate(names, start=1)]
        self._choice_row.setSpacing(theme_in_use().px(6))
        self.fields["score"].setPlaceholderText(self.tr("a digit from 1 to {best}").format(best=len(names)))
        self.open()

    def points_at_score(self) -> bool:
        """Lead to the score where none of the scale is typed; False: there is one."""
        is_missing = not 1 <= self.rated.score <= len(self._choices)
        if is_missing:
            words = self.tr("Type a digit from 1 to {best}; Esc leaves the rating out.")
            self.ask_for("score", words.format(best=len(self._choices)))
        return is_missing

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rest.stop()

    @Slot()
    def _wait(self) -> None:
        self.rows["score"].clear()
        self._rest.start()

    @Slot()
    def _save_digit(self) -> None:
        if len(self.text("score")) == 1 and self.isVisible() and self.isEnabled():
            self.confirmed.emit()

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.fields["score"].setText(str(self._choices.index(button) + 1))
            self.confirmed.emit()

    def _choice(self, score: int, name: str) -> QPushButton:
        button = QPushButton(f"{score}  {name}")
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._choose)
        self._choice_row.addWidget(button)
        return button

    def _names(self, scale: RatingScale) -> tuple[str, ...]:
        if scale is RatingScale.THREE_FACES:
            return (self.tr("☹ Dissatisfied"), self.tr("😐 Satisfied"), self.tr("☺ Very satisfied"))
        return (
            self.tr("Very dissatisfied"),
            self.tr("Dissatisfied"),
            self.tr("Neither"),
            self.tr("Satisfied"),
            self.tr("Very satisfied"),
        )
