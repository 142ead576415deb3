"""Keeps the status line up to date: every minute, and whenever something it tells has changed."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.desk.status_line import StatusLine
from cgcounter.gui.stage import Stage

STATE_EVERY_MS: Final = 60_000


class StateTelling(QObject):
    """Tells nothing while nobody is signed in."""

    def __init__(self, line: StatusLine, stage: Stage) -> None:
        super().__init__(line)
        self._line = line
        self._stage = stage
        self._timer = QTimer(self, interval=STATE_EVERY_MS)
        self._timer.timeout.connect(self._ask)
        stage.changes.changed.connect(self._heed)
        stage.session.actor_changed.connect(self._greet)

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        if actor is None:
            self._timer.stop()
        else:
            self._timer.start()
            self._ask()

    @Slot(object)
    def _heed(self, change: Change) -> None:
        if any(change.concerns(topic, self) for topic in (Topic.DOSSIERS, Topic.PRINTING, Topic.SETTINGS)):
            self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._stage.session.signed_in is not None:
            ask = partial(self._stage.cases.tell_state, self._stage.session.actor)
            self._stage.runner.run(ask, owner=self, done=self._line.show_state, failed=self._keep)

    def _keep(self, _error: CounterError) -> None:
        """The line keeps its last words; who does something next is told what is wrong."""
