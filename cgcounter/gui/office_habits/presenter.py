"""Shows and changes the habits of the office, and lets every screen know."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.offices import Habits
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Topic
from cgcounter.gui.office_habits.screen import HabitsScreen
from cgcounter.gui.stage import Stage
from cgcounter.services.manage_staff import KEEPERS


class HabitsPresenter(QObject):
    """Signals: closed: the screen is to go, as its reader wishes or because they administer the office no more."""

    closed = Signal()

    def __init__(self, screen: HabitsScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        screen.left.connect(self.closed)
        screen.answered.connect(self._change)
        stage.session.actor_changed.connect(self._greet)

    def open(self) -> None:
        """Show how it is now."""
        self._stage.runner.run(
            self._stage.cases.keep_habits, owner=self, done=self._screen.show_habits, failed=self._refuse
        )

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        if actor is not None and not actor.may(KEEPERS):
            self.closed.emit()

    @Slot(object)
    def _change(self, habits: Habits) -> None:
        self._screen.show_working(under_way=True)
        self._stage.runner.run(
            partial(self._stage.cases.keep_habits.change, self._stage.session.actor, habits),
            owner=self,
            done=self._finish,
            failed=self._refuse,
        )

    def _finish(self, _: Habits) -> None:
        self._screen.show_saved()
        self._stage.changes.announce(Topic.SETTINGS, Topic.DOSSIERS, initiator=self)

    def _refuse(self, error: CounterError) -> None:
        self._screen.show_problem(self._stage.messages.explain(error).sentence)
