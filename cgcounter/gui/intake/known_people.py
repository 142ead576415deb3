"""What an identity number tells: the earlier dossiers of its holder, who then need not be typed again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.gui.intake.screen import IntakeScreen
from cgcounter.gui.stage import Stage


class KnownPeople(QObject):
    """An answer that comes when another number stands in the pane is dropped: no two persons are mixed."""

    def __init__(self, screen: IntakeScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        screen.number_typed.connect(self._ask)

    def show(self, number: str, lines: Sequence[DossierLine]) -> None:
        """Say how many dossiers the holder of a number has, and fill what the last one knows."""
        if not lines or not self._stands(number):
            return
        open_now = sum(1 for line in lines if line.returned_at is None)
        self._screen.person.say_known(
            self.tr("⚑ {total} earlier dossiers, {open} still open").format(total=len(lines), open=open_now)
        )
        read = partial(self._stage.cases.open_dossier, lines[0].id)
        self._stage.runner.run(read, owner=self, done=partial(self._fill, number), failed=lambda _: None)

    @Slot(str)
    def _ask(self, number: str) -> None:
        ask = partial(self._stage.cases.find_dossiers.of_person, number)
        self._stage.runner.run(ask, owner=self, done=partial(self.show, number), failed=lambda _: None)

    def _fill(self, number: str, dossier: Dossier) -> None:
        if self._stands(number):
            self._screen.show_known(dossier.applicant)

    def _stands(self, number: str) -> bool:
        return self._screen.person.typed().personal_id == number
