"""Does from the list what needs no card: accepts hand-overs, one or many in one go, and ticks off who was told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.holding import Task
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Topic
from cgcounter.gui.lookup.screen import LookupScreen
from cgcounter.gui.stage import Stage
from cgcounter.gui.theme import Tone


class RowActing(QObject):
    """One act at a time; the list reads itself again when it hears of what was done."""

    def __init__(self, screen: LookupScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._under_way = False
        screen.row_acts.accept_wanted.connect(self._accept)
        screen.row_acts.tell_wanted.connect(self._tick_told)
        stage.session.actor_changed.connect(self._greet)
        self._greet(stage.session.signed_in)

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        if actor is not None:
            self._screen.row_acts.allow(actor)

    @Slot()
    def _accept(self) -> None:
        chosen = [line.id for line in self._screen.chosen if line.task is Task.ACCEPT]
        if not chosen:
            self._caution(self.tr("Nothing that is chosen waits to be accepted."))
            return
        words = self.tr("%n dossier(s) accepted: you hold them now.", "", len(chosen))
        accept = self._stage.cases.acts.accept_handover.several
        self._do(partial(accept, self._stage.session.actor, chosen), words)

    @Slot(str)
    def _tick_told(self, note: str) -> None:
        line = next(iter(self._screen.chosen), None)
        if line is None:
            self._caution(self.tr("Choose the row of the one who was told."))
        elif line.told:
            self._caution(self.tr("{name} was told before.").format(name=line.name))
        else:
            words = self.tr("{name} was told.").format(name=line.name)
            tell = self._stage.cases.acts.tell_applicant
            self._do(partial(tell, self._stage.session.actor, line.id, note), words)

    def _do(self, act: Callable[[], object], words: str) -> None:
        if not self._under_way:
            self._under_way = True
            self._stage.runner.run(act, owner=self, done=partial(self._finish, words), failed=self._refuse)

    def _finish(self, words: str, _done: object) -> None:
        self._under_way = False
        self._screen.row_acts.note.clear()
        self._screen.focus_rows()
        self._screen.notice.say(Tone.FINE, words)
        self._stage.changes.announce(Topic.DOSSIERS, initiator=self)

    def _refuse(self, error: CounterError) -> None:
        """What does not go is said; the rows are read again, for they stand otherwise than they were shown."""
        self._under_way = False
        self._screen.show_error(self._stage.messages.explain(error).sentence)
        self._stage.changes.announce(Topic.DOSSIERS, initiator=self)

    def _caution(self, words: str) -> None:
        self._screen.notice.say(Tone.CAUTION, words)
