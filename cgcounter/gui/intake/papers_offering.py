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
        for known in (screen.terms_wanted, screen.number_typed, screen.person_shown):
            known.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        typed = self._screen.typed()
        if typed.procedure_code and typed.applicant.personal_id:
            self._stage.runner.run(
                partial(self._stage.cases.offer_papers, typed),
                owner=self,
                done=partial(self._offer, typed),
                failed=lambda _: (
                    None
                ),  # what is wrong with the procedure is told where the terms are asked for
            )

    def _offer(self, asked: Intake, at_hand: tuple[PaperAtHand, ...]) -> None:
        typed = self._screen.typed()
        is_same = (typed.procedure_code, typed.cases) == (asked.procedure_code, asked.cases)
        if is_same and typed.applicant.personal_id == asked.applicant.personal_id:
            self._screen.papers.offer(at_hand)
