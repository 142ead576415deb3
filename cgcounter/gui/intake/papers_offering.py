"""Offers what the office has already of the asked papers, as soon as procedure and person are known."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from cgcounter.domain.papers_at_hand import PaperAtHand
from cgcounter.gui.intake.screen import IntakeScreen
from cgcounter.gui.stage import Stage
from cgcounter.services.intake import Intake


class PapersOffering(QObject):
    """An answer that comes when another person or procedure stands in the pane is dropped."""

    def __init__(self, screen: IntakeScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._offered_to = ""
        # A pause: phone and address tell a household, and a number of another length ends with no sign.
        for known in (screen.terms_wanted, screen.number_typed, screen.person_shown, screen.paused):
            known.connect(self._ask)
        screen.person.edited.connect(self._withdraw)

    @Slot()
    def _withdraw(self) -> None:
        """What was offered to one person is not taken over for another, however soon it is saved."""
        if self._offered_to and self._screen.person.typed().personal_id != self._offered_to:
            self._offer("", ())

    @Slot()
    def _ask(self) -> None:
        typed = self._screen.typed()
        if typed.procedure_code and typed.applicant.personal_id:
            self._stage.runner.run(
                partial(self._stage.cases.offer_papers, typed),
                owner=self,
                done=partial(self._take, typed),
                failed=lambda _: (
                    None
                ),  # what is wrong with the procedure is told where the terms are asked for
            )
        else:
            self._offer("", ())

    def _take(self, asked: Intake, at_hand: tuple[PaperAtHand, ...]) -> None:
        if _question(self._screen.typed()) == _question(asked):
            self._offer(asked.applicant.personal_id, at_hand)

    def _offer(self, personal_id: str, at_hand: tuple[PaperAtHand, ...]) -> None:
        self._offered_to = personal_id
        self._screen.papers.offer(at_hand)


def _question(intake: Intake) -> tuple[object, ...]:
    """What the answer hangs on."""
    who = intake.applicant
    return intake.procedure_code, intake.cases, who.personal_id, who.phone, who.address
