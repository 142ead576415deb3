"""Checks who is at the counter, and shows the lock screen until somebody is."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import Actor, StaffId
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.role_words import roles_in_words
from cgcounter.gui.sign_in.people_list import Person
from cgcounter.gui.sign_in.screen import SignInScreen, SignInWish
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane
from cgcounter.services.sign_in import Name, PinPausedError

_TICK_MS: Final = 500


class SignInPresenter(QObject):
    """Lets people in one at a time; the window is locked whenever the session has nobody."""

    def __init__(self, screen: SignInScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._last: StaffId | None = None
        self._checking = False
        self._paused_until: dict[StaffId, datetime] = {}
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._count_down)
        screen.sign_in_wanted.connect(self._check)
        screen.person_pointed.connect(self._tell)
        stage.session.actor_changed.connect(self._take_turn)
        stage.changes.changed.connect(self._follow)

    def open(self) -> None:
        """Show who can sign in and wait for a choice."""
        self._screen.start_over(self._last)
        self._reload()

    @Slot(object)
    def _take_turn(self, actor: Actor | None) -> None:
        """Somebody came, or the window was locked."""
        if actor is None:
            self.open()
        else:
            self._last = actor.id

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.concerns(Topic.STAFF, self):
            self._reload()
            self._renew()

    def _renew(self) -> None:
        """Whose name or roles have changed has them at the next act; who was sent away is out."""
        actor = self._stage.session.signed_in
        if actor is not None:
            self._stage.runner.run(
                partial(self._stage.cases.sign_in.renew, actor),
                owner=self,
                done=partial(self._take_renewed, actor),
                failed=self._show_problem,
            )

    def _take_renewed(self, before: Actor, now: Actor | None) -> None:
        session = self._stage.session
        if session.signed_in != before or now == before:
            return
        if now is None:
            session.leave()
        else:
            session.enter(now)

    def _reload(self) -> None:
        self._stage.runner.run(
            self._stage.cases.sign_in.names, owner=self, done=self._show_people, failed=self._show_problem
        )

    def _show_people(self, names: tuple[Name, ...]) -> None:
        people = [
            Person(each.id, each.name, roles_in_words(each.roles, self._stage.messages)) for each in names
        ]
        self._screen.show_people(people, at=self._last)

    @Slot(object)
    def _check(self, wish: SignInWish) -> None:
        if self._checking:
            return
        self._checking = True
        self._tell()
        # The hash is slow on purpose, and nothing else may wait for it.
        self._stage.runner.run(
            partial(self._stage.cases.sign_in, wish.person, wish.pin),
            owner=self,
            done=self._enter,
            failed=partial(self._refuse, wish.person),
            lane=Lane.BACKGROUND,
        )

    def _enter(self, actor: Actor) -> None:
        self._checking = False
        self._screen.start_over(actor.id)
        self._stage.session.enter(actor)

    def _refuse(self, person: StaffId, error: CounterError) -> None:
        self._checking = False
        if isinstance(error, PinPausedError):
            seconds = timedelta(seconds=int(error.fields["seconds"]))
            self._paused_until[person] = self._stage.clock.now() + seconds
            self._tick.start()
        if self._screen.person != person or isinstance(error, PinPausedError):
            self._tell()
        else:
            self._show_problem(error)

    @Slot()
    def _tell(self) -> None:
        """Say what stands in the way of the person pointed at: nothing, a check under way, or a pause."""
        seconds = self._seconds_left(self._screen.person)
        if self._checking:
            self._screen.show_checking()
        elif seconds:
            self._screen.show_problem(self._words(PinPausedError(seconds=seconds)), may_try=False)
        else:
            self._screen.show_nothing()

    @Slot()
    def _count_down(self) -> None:
        now = self._stage.clock.now()
        person = self._screen.person
        was_paused = person in self._paused_until
        self._paused_until = {each: until for each, until in self._paused_until.items() if until > now}
        if not self._paused_until:
            self._tick.stop()
        if was_paused:
            self._tell()

    def _seconds_left(self, person: StaffId | None) -> int:
        """Whole seconds begun of this person's pause."""
        until = self._paused_until.get(person) if person is not None else None
        left = until - self._stage.clock.now() if until is not None else timedelta()
        return max(-(-left // timedelta(seconds=1)), 0)

    def _show_problem(self, error: CounterError) -> None:
        self._screen.show_problem(self._words(error), may_try=True)

    def _words(self, error: CounterError) -> str:
        return self._stage.messages.explain(error).sentence
