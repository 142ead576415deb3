"""Where Esc leads on the desk: one level back each time, and nothing typed is lost without a question."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.gui.intake.presenter import IntakePresenter
from cgcounter.gui.intake.screen import IntakeScreen
from cgcounter.gui.lookup.presenter import LookupPresenter


class WayBack(QObject):
    """A notice, then the search or what waits for its receipt, then from there to the task, then what is typed there.

    The card and the panes of paper hear Esc themselves while they have the focus.
    """

    def __init__(
        self, screen: DeskScreen, intake: IntakeScreen, on: IntakePresenter, lookup: LookupPresenter
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._intake = intake
        self._on_intake = on
        self._lookup = lookup
        screen.back_wanted.connect(self._go_back)

    def go_to_task(self) -> None:
        """Put the focus back into the task in front."""
        if self._screen.task is self._intake:
            self._intake.resume()
        elif self._screen.task is not None:
            self._screen.task.setFocus()

    @Slot()
    def _go_back(self) -> None:
        strip = self._screen.strip
        if self._screen.notice.dismiss():
            return
        if self._screen.is_task_focused:
            self._leave_intake()
        elif strip.field.text():
            strip.field.clear()
            self._lookup.leave_search()
        elif self._lookup.go_back():
            return
        elif self._screen.task is not self._intake or self._intake.is_touched:
            self.go_to_task()
        else:
            strip.take_focus()

    def _leave_intake(self) -> None:
        if self._screen.task is not self._intake or self._intake.leave():
            return
        if self._intake.is_touched and not self._intake.asks_to_discard:
            self._intake.ask_to_discard()
        else:
            self._on_intake.discard()
            self._screen.strip.take_focus()
