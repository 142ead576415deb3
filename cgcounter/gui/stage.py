"""What every presenter stands on: the task runner, change notices, who is signed in, and the words of errors."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import ChangeNotice
from cgcounter.gui.tasks import TaskRunner
from cgcounter.services.messages import Messages
from cgcounter.services.ports import Clock
from cgcounter.services.use_cases import UseCases


class Session(QObject):
    """Who is signed in at this window.

    Signals: ``actor_changed`` carries the Actor, or None when the window is locked.
    """

    actor_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actor: Actor | None = None

    @property
    def signed_in(self) -> Actor | None:
        """The present actor, if any."""
        return self._actor

    @property
    def actor(self) -> Actor:
        """The present actor; asking without one is a bug, for no screen is open then."""
        if self._actor is None:
            raise RuntimeError("nobody is signed in")
        return self._actor

    def enter(self, actor: Actor) -> None:
        """Sign a person in."""
        self._actor = actor
        self.actor_changed.emit(actor)

    def leave(self) -> None:
        """Lock the window."""
        self._actor = None
        self.actor_changed.emit(None)


class Stage(NamedTuple):
    """Handed to every presenter."""

    cases: UseCases
    runner: TaskRunner
    changes: ChangeNotice
    session: Session
    messages: Messages
    clock: Clock
