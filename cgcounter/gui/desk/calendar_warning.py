"""Tells leaders and administrators, when they sign in, that nobody has decided the calendar that will be needed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.stage import Stage
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.services.change_calendar import CALENDAR_KEEPERS


class CalendarWarning(QObject):
    """Says it in the notice of the desk, whose button leads to the calendar; goes when the calendar is decided.

    Signals: calendar_wanted.
    """

    calendar_wanted = Signal()

    def __init__(self, notice: NoticeBar, stage: Stage) -> None:
        super().__init__(notice)
        self._notice = notice
        self._stage = stage
        self._said = ""
        notice.action_requested.connect(self._follow_button)
        stage.session.actor_changed.connect(self._greet)
        stage.changes.changed.connect(self._heed)

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        if actor is not None and actor.may(CALENDAR_KEEPERS):
            self._ask()
        else:
            self._take_back()

    @Slot(object)
    def _heed(self, change: Change) -> None:
        if self._said and change.concerns(Topic.CATALOGUE, self):
            self._ask()

    def _ask(self) -> None:
        self._stage.runner.run(
            self._stage.cases.change_calendar.year_to_decide, owner=self, done=self._tell, failed=self._keep
        )

    def _tell(self, year: int | None) -> None:
        actor = self._stage.session.signed_in
        if year is None or actor is None or not actor.may(CALENDAR_KEEPERS):
            self._take_back()
            return
        words = self.tr(
            "The calendar of {year} is not decided: due times in it follow a forecast, or know none of its days off."
        )
        self._said = words.format(year=year)
        self._notice.say(Tone.CAUTION, self._said, action=self.tr("&Open the calendar"))

    def _take_back(self) -> None:
        if self._said and self._notice.words == self._said:
            self._notice.dismiss()
        self._said = ""

    @Slot()
    def _follow_button(self) -> None:
        if self._said and self._notice.words == self._said:
            self.calendar_wanted.emit()

    def _keep(self, _error: CounterError) -> None:
        """Who opens the calendar is told what is wrong."""
