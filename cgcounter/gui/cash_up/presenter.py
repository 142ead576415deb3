"""Reads a clerk's money of the day, keeps what was counted, and prints its sheet."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.gui.cash_up.screen import CashAnswer, CashUpScreen
from cgcounter.gui.changes import Topic
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane
from cgcounter.services.cash_up import CashDay, CountedCash

_PLACES: Final = {
    "difference_unexplained": "reason",
    "text_too_long": "reason",
    "bad_amount": "total",
}


class CashUpPresenter(QObject):
    """Signals: closed: the screen is to go."""

    closed = Signal()

    def __init__(self, screen: CashUpScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._actor = stage.session.actor
        screen.left.connect(self.closed)
        screen.answered.connect(self._keep_and_print)
        screen.skip_wanted.connect(self._keep)

    def open(self) -> None:
        """Show the money of who is signed in."""
        self._stage.runner.run(
            partial(self._stage.cases.cash_up, self._actor), owner=self, done=self._show, failed=self._refuse
        )

    def _show(self, cash: CashDay) -> None:
        self._screen.show_cash(self._actor.name, cash)

    @Slot(object)
    def _keep_and_print(self, answer: CashAnswer) -> None:
        self._count(answer, prints=True)

    @Slot()
    def _keep(self) -> None:
        self._count(self._screen.answer(), prints=False)

    def _count(self, answer: CashAnswer, *, prints: bool) -> None:
        if answer.total_dong is None:
            self._screen.show_remark("total", self.tr("Type what you counted, 0 if there is nothing."))
            return
        self._screen.show_working(under_way=True)
        counted = CountedCash(
            total_dong=answer.total_dong,
            opening_dong=answer.opening_dong,
            notes=answer.notes,
            reason=answer.reason,
        )
        self._stage.runner.run(
            partial(self._stage.cases.cash_up.count, self._actor, counted),
            owner=self,
            done=partial(self._finish, prints),
            failed=self._refuse,
        )

    def _finish(self, prints: bool, cash: CashDay) -> None:  # noqa: FBT001  bound by partial
        self._show(cash)
        self._screen.show_kept(self.tr("The count is saved."))
        self._stage.changes.announce(Topic.DOSSIERS, initiator=self)
        if prints:
            self._stage.runner.run(
                partial(self._stage.cases.cash_up.print, self._actor),
                owner=self,
                done=self._tell_printed,
                failed=self._tell_unprinted,
                lane=Lane.BACKGROUND,
            )

    def _tell_printed(self, _: object) -> None:
        self._screen.show_kept(self.tr("The count is saved and its sheet is printed."))

    def _tell_unprinted(self, error: CounterError) -> None:
        words = self.tr("The count is saved. {trouble}")
        self._screen.show_problem(words.format(trouble=self._stage.messages.explain(error).sentence))

    def _refuse(self, error: CounterError) -> None:
        words = self._stage.messages.explain(error).sentence
        if error.code in _PLACES:
            self._screen.show_working(under_way=False)
            self._screen.show_remark(_PLACES[error.code], words)
        else:
            self._screen.show_problem(words)
