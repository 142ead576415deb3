"""Keeps what a person is typing, and gives it back to the same person and to nobody else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.procedures import Procedure
from cgcounter.domain.staff import Actor
from cgcounter.gui.intake.screen import IntakeScreen
from cgcounter.gui.stage import Stage
from cgcounter.services.intake import Intake
from cgcounter.services.use_cases import UseCases

FindProcedure = Callable[[str], Procedure | None]


class DraftKeeping(QObject):
    """The pane belongs to whoever signed in last; ``find`` gives the procedure of a code."""

    def __init__(self, screen: IntakeScreen, stage: Stage, find: FindProcedure) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._find = find
        self._owner: Actor | None = None
        self._is_kept = False
        screen.paused.connect(self.keep)

    def welcome(self, actor: Actor) -> None:
        """Offer this person's draft; who comes back to the pane finds it as it was left."""
        before, self._owner = self._owner, actor
        if before is not None and before.id == actor.id:
            return
        self._is_kept = False
        self._screen.clear()
        load = partial(_draft_of, self._stage.cases, actor)
        self._stage.runner.run(load, owner=self, done=partial(self._offer, actor), failed=self._tell)

    @Slot()
    def keep(self) -> None:
        """Keep what is typed now; nothing typed is no draft."""
        if self._owner is None:
            return
        if not self._screen.is_touched:
            self.forget()
            return
        self._is_kept = True
        self._write(partial(self._stage.cases.keep_draft, self._owner, self._screen.typed()))

    def forget(self) -> None:
        """Give the draft up."""
        if self._owner is not None and self._is_kept:
            self._is_kept = False
            self._write(partial(self._stage.cases.keep_draft.discard, self._owner))

    def _write(self, work: Callable[[], None]) -> None:
        self._stage.runner.run(work, owner=self, done=lambda _: None, failed=self._tell)

    def _offer(self, actor: Actor, kept: tuple[Intake, int] | None) -> None:
        if kept is None or self._owner is None or actor.id != self._owner.id:
            return
        self._is_kept = True
        if not self._screen.is_touched:
            draft, place = kept
            self._screen.restore(draft, self._find(draft.procedure_code), place=place)

    def _tell(self, error: CounterError) -> None:
        self._screen.show_error(self._stage.messages.explain(error))


def _draft_of(cases: UseCases, actor: Actor) -> tuple[Intake, int] | None:
    """What this person had typed, and its place in its group."""
    draft = cases.keep_draft.load(actor)
    return None if draft is None else (draft, cases.prepare_intake.place_in_group(draft.group))
