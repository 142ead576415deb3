"""Watches a start of the program from inside: tells the moment of its first frame, or when it is ready for a scan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from cgcounter.app import program as starting
from cgcounter.app.benchmark.first_paint import FirstPaint, tell_moment
from cgcounter.app.demo.office import OFFICE
from cgcounter.app.program import Program
from cgcounter.domain.staff import Actor, Role, StaffId
from cgcounter.gui.stage import Session

_CLERK = Actor(StaffId(UUID(int=1)), "Lê Thị Ẩn", (Role.CLERK,), OFFICE.unit_key)


def watch_first_frame() -> None:
    """Let the coming start tell its first frame and end."""
    _watch(lambda program: FirstPaint(program.window, lambda: _leave(program)))


def watch_ready() -> None:
    """Let the coming start tell when a clerk is in and list and intake have answered, and end."""
    _watch(_Readiness)


def _watch(look: Callable[[Program], QObject]) -> None:
    start = starting.start_program

    def watched(*parts: Any, **named: Any) -> Program:
        program = start(*parts, **named)
        look(program)
        return program

    # The way from the command line to here stays the real one; only what it has started is looked at.
    starting.start_program = watched


def _leave(program: Program) -> None:
    """End in order, but without the copy that a closing window makes."""
    program.runner.close()
    if program.office is not None:
        program.office.close()
    QApplication.exit(0)


class _Readiness(QObject):
    """Lets a clerk in as soon as somebody could sign in, and tells when all that follows has been answered."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        program.runner.idle.connect(self._look_later)

    @Slot()
    def _look_later(self) -> None:
        # What was delivered last may have asked for more, and has still to be painted.
        QTimer.singleShot(0, self._look)

    @Slot()
    def _look(self) -> None:
        session = self._program.findChild(Session)
        if self._program.runner.busy or session is None:
            return
        if session.signed_in is None:
            session.enter(_CLERK)
        else:
            self._program.runner.idle.disconnect(self._look_later)
            tell_moment()
            _leave(self._program)
