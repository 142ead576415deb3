"""Watches a start of the program from inside: tells the moment of its first frame, or when it is ready for a scan.

The way from the command line stays the real one, and so does the order in which modules are imported: only what is
imported and shown anyway is looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from cgcounter.app import window as starting
from cgcounter.app.benchmark.first_paint import FirstPaint, tell_moment
from cgcounter.gui.main_window import MainWindow

if TYPE_CHECKING:
    from cgcounter.app.program import Program
    from cgcounter.gui.stage import Session


def watch_first_frame() -> None:
    """Let the coming start tell its first frame and end."""
    show = MainWindow.show

    def watched(window: MainWindow) -> None:
        FirstPaint(window, window.close)
        show(window)

    MainWindow.show = watched  # type: ignore[method-assign,assignment]  # the window tells nobody that it is watched


def watch_ready() -> None:
    """Let the coming start tell when a clerk is in and list and intake have answered, and end."""
    load = starting.load_program

    def watched(*parts: Any) -> Program:
        program = load(*parts)
        _Readiness(program)
        return program

    starting.load_program = watched  # type: ignore[assignment]  # the parts go on as they came


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
        from cgcounter.gui.stage import Session

        session = self._program.findChild(Session)
        if self._program.runner.busy or session is None:
            return
        if session.signed_in is None:
            self._sign_in(session)
        else:
            self._program.runner.idle.disconnect(self._look_later)
            tell_moment()
            self._leave()

    def _sign_in(self, session: Session) -> None:
        from uuid import UUID

        from cgcounter.app.demo.office import OFFICE
        from cgcounter.domain.staff import Actor, Role, StaffId

        session.enter(Actor(StaffId(UUID(int=1)), "Lê Thị Ẩn", (Role.CLERK,), OFFICE.unit_key))

    def _leave(self) -> None:
        """End in order, but without the copy that a closing window makes."""
        self._program.runner.close()
        if self._program.office is not None:
            self._program.office.close()
        QApplication.exit(0)
