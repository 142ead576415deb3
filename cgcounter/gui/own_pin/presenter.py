"""Changes the PIN of who is signed in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.gui.own_pin.screen import OwnPinScreen
from cgcounter.gui.staff.answers import OwnPinAnswer
from cgcounter.gui.staff.checks import tell_refused, wrong_with_pin
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane


class OwnPinPresenter(QObject):
    """Signals: closed: the screen is to go."""

    closed = Signal()

    def __init__(self, screen: OwnPinScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        screen.left.connect(self.closed)
        screen.answered.connect(self._change)

    def open(self) -> None:
        """Ask."""
        self._screen.ask_for(self._stage.session.actor.name)

    @Slot(object)
    def _change(self, answer: OwnPinAnswer) -> None:
        complaint = wrong_with_pin(answer, self._stage.messages)
        if complaint is not None:
            self._screen.show_remark(*complaint)
            return
        self._screen.show_working(under_way=True)
        actor, change = self._stage.session.actor, self._stage.cases.manage_staff.change_own_pin
        # PINs are checked and hashed slowly on purpose, and nobody may wait for that.
        self._stage.runner.run(
            partial(change, actor, answer.old, answer.pin),
            owner=self,
            done=self._finish,
            failed=self._refuse,
            lane=Lane.BACKGROUND,
        )

    def _finish(self, _nothing: None) -> None:
        self._screen.show_changed()

    def _refuse(self, error: CounterError) -> None:
        self._screen.forget_old()
        tell_refused(self._screen, error, self._stage.messages)
