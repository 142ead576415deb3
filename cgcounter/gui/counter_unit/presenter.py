"""Changes the unit and the agency code of this counter, and lets every screen know."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Topic
from cgcounter.gui.counter_unit.fields import UnitAnswer
from cgcounter.gui.counter_unit.screen import CounterUnitScreen
from cgcounter.gui.stage import Stage
from cgcounter.services.change_counter import CounterLook
from cgcounter.services.manage_staff import KEEPERS

_PLACES: Final = {"unit_not_found": "unit_key", "malformed_agency_code": "agency_code"}


class CounterUnitPresenter(QObject):
    """Signals: closed: the screen is to go, as its reader wishes or because they administer the machine no more."""

    closed = Signal()

    def __init__(self, screen: CounterUnitScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        screen.left.connect(self.closed)
        screen.answered.connect(self._change)
        stage.session.actor_changed.connect(self._greet)

    def open(self) -> None:
        """Show how it is now."""
        self._stage.runner.run(
            partial(self._stage.cases.change_counter.look, self._stage.session.actor),
            owner=self,
            done=self._show,
            failed=self._refuse,
        )

    def _show(self, look: CounterLook) -> None:
        self._screen.show_look(look)

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        if actor is not None and not actor.may(KEEPERS):
            self.closed.emit()

    @Slot(object)
    def _change(self, answer: UnitAnswer) -> None:
        self._screen.show_working(under_way=True)
        self._stage.runner.run(
            partial(
                self._stage.cases.change_counter,
                self._stage.session.actor,
                answer.unit_key,
                answer.agency_code.upper(),
                confirmed=answer.confirmed,
            ),
            owner=self,
            done=self._finish,
            failed=self._refuse,
        )

    def _finish(self, _place: object) -> None:
        """Who is signed in works for that unit now; its catalogue and its work are others."""
        self._screen.show_saved()
        topics = (Topic.STAFF, Topic.CATALOGUE, Topic.SETTINGS, Topic.DOSSIERS)
        self._stage.changes.announce(*topics, initiator=self)

    def _refuse(self, error: CounterError) -> None:
        words = self._stage.messages.explain(error).sentence
        if error.code in _PLACES:
            self._screen.show_working(under_way=False)
            self._screen.show_remark(_PLACES[error.code], words)
        else:
            self._screen.show_problem(words)
