"""Lets the calendar be changed in a table of its own, and keeps it as a new version when it was seen what changes."""

from __future__ import annotations

from datetime import date
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.calendar import CalendarDay, DayKind
from cgcounter.domain.calendar_remarks import STOPPING, DayRemark, is_forecast, remarks_on
from cgcounter.domain.errors import CounterError
from cgcounter.domain.names import nfc
from cgcounter.domain.staff import Actor
from cgcounter.gui.calendar.day_table import DayRow
from cgcounter.gui.calendar.pages import DayAnswer
from cgcounter.gui.calendar.screen import CalendarScreen
from cgcounter.gui.calendar.words import change_findings, change_lines, remark_sentence
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.stage import Stage
from cgcounter.gui.theme import Tone
from cgcounter.services.change_calendar import CALENDAR_KEEPERS, CalendarChange, Days

_FIELDS = {DayRemark.TWICE: "date", DayRemark.REASON_MISSING: "reason"}


class CalendarPresenter(QObject):
    """What is changed lies in a table of its own until it is saved; Ctrl+Z takes back one change after the other.

    Signals: closed: the screen is to go.
    """

    closed = Signal()

    def __init__(self, screen: CalendarScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen, self._part = screen, screen.days
        self._stage = stage
        self._kept: Days = ()
        self._days: Days = ()
        self._past: list[Days] = []
        self._meant: CalendarDay | None = None
        self._year = 0
        self._asks = False
        self._connect()

    def _connect(self) -> None:
        part, screen = self._part, self._screen
        part.add_wanted.connect(self._begin_adding)
        part.change_wanted.connect(self._begin_changing)
        part.remove_wanted.connect(self._remove)
        part.decide_wanted.connect(self._begin_deciding)
        part.undo_wanted.connect(self._undo)
        part.save_wanted.connect(self._begin_saving)
        part.close_wanted.connect(self._leave)
        screen.day.answered.connect(self._take_day)
        screen.decide.answered.connect(self._take_decision)
        screen.changes.answered.connect(self._save)
        self._stage.changes.changed.connect(self._follow)
        self._stage.session.actor_changed.connect(self._greet)

    def open(self) -> None:
        """Read the calendar; what was changed and not saved goes."""
        self._stage.runner.run(
            partial(self._stage.cases.change_calendar.days, self._stage.session.actor),
            owner=self,
            done=self._begin,
            failed=self._tell,
        )

    @property
    def is_changed(self) -> bool:
        """Whether something is to be saved."""
        return self._days != self._kept

    @Slot(object)
    def _follow(self, change: Change) -> None:
        """Another calendar came in: it is shown, unless somebody is changing this one, who is told when they save."""
        if change.concerns(Topic.CATALOGUE, self) and not self.is_changed:
            self.open()

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        """Who gave the role away has no business here any more."""
        if actor is not None and not actor.may(CALENDAR_KEEPERS):
            self.closed.emit()

    def _begin(self, days: Days) -> None:
        self._kept = self._days = days
        self._past.clear()
        self._show(self._stage.clock.now().date())

    def _show(self, at: date) -> None:
        self._asks = False
        terms = self._stage.messages.term
        rows = [
            DayRow(day, terms(day.kind), remarks)
            for day, remarks in zip(self._days, remarks_on(self._days), strict=True)
        ]
        self._part.show_days(rows, at=at)

    def _change_to(self, days: Days, at: date) -> None:
        if days != self._days:
            self._past.append(self._days)
            self._days = days
        self._screen.show_days()
        self._show(at)

    @Slot()
    def _undo(self) -> None:
        if self._past:
            self._days = self._past.pop()
            row = self._part.pointed_at
            self._show(row.day.date if row else self._stage.clock.now().date())
        else:
            self._part.notice.say(Tone.PLAIN, self.tr("There is nothing to take back."))

    @Slot()
    def _begin_adding(self) -> None:
        self._ask_about(None)

    @Slot(int)
    def _begin_changing(self, row: int) -> None:
        self._ask_about(self._days[row])

    def _ask_about(self, day: CalendarDay | None) -> None:
        self._meant = day
        kinds = [(kind, self._stage.messages.term(kind)) for kind in DayKind]
        self._screen.day.ask_for(kinds, day)
        self._screen.show_page(self._screen.day)

    @Slot(object)
    def _take_day(self, answer: DayAnswer) -> None:
        """A day that somebody typed is decided: it is no forecast any more."""
        if answer.date is None:
            words = self.tr("There is no such date. Type eight digits, such as 02012026.")
            self._screen.day.show_remark("date", words)
            return
        day = CalendarDay(answer.date, answer.kind, nfc(answer.reason), nfc(answer.document))
        others = tuple(one for one in self._days if one is not self._meant)
        remarks = remarks_on((day, *others))[0]
        stopping = next((remark for remark in remarks if remark in STOPPING), None)
        if stopping is not None:
            self._screen.day.show_remark(_FIELDS[stopping], remark_sentence(stopping))
        else:
            self._change_to(_in_order((*others, day)), day.date)

    @Slot(int)
    def _remove(self, row: int) -> None:
        day = self._days[row]
        self._change_to((*self._days[:row], *self._days[row + 1 :]), day.date)
        words = self.tr("{day} is taken out; Ctrl+Z brings it back. It counts when you save: F9.")
        self._part.notice.say(Tone.PLAIN, words.format(day=f"{day.date:%d/%m/%Y}"))

    @Slot(int)
    def _begin_deciding(self, year: int) -> None:
        forecasts = sum(is_forecast(day) for day in self._days if day.date.year == year)
        if not forecasts:
            words = self.tr("{year} holds no forecast.").format(year=year)
            self._part.notice.say(Tone.PLAIN, words)
            return
        self._year = year
        self._screen.decide.ask_for(year, forecasts)
        self._screen.show_page(self._screen.decide)

    @Slot(object)
    def _take_decision(self, document: str) -> None:
        number = nfc(document)
        if not number:
            self._screen.decide.show_remark("document", self.tr("Type the number of the decision."))
            return
        decided = tuple(
            replace(day, source=number, confidence=None)
            if day.date.year == self._year and is_forecast(day)
            else day
            for day in self._days
        )
        self._change_to(decided, date(self._year, 1, 1))

    @Slot()
    def _begin_saving(self) -> None:
        if not self.is_changed:
            self._part.notice.say(Tone.PLAIN, self.tr("Nothing has changed."))
            return
        self._stage.runner.run(
            partial(self._stage.cases.change_calendar.preview, self._stage.session.actor, self._days),
            owner=self,
            done=self._show_changes,
            failed=self._tell,
        )

    def _show_changes(self, change: CalendarChange) -> None:
        lines = tuple(change_lines(change, self._stage.messages))
        self._screen.changes.show_changes(lines, tuple(change_findings(change)))
        self._screen.show_page(self._screen.changes)

    @Slot()
    def _save(self) -> None:
        self._screen.changes.show_working(under_way=True)
        keep, days = self._stage.cases.change_calendar, self._days
        self._stage.runner.run(
            partial(keep, self._stage.session.actor, self._kept, days),
            owner=self,
            done=partial(self._tell_saved, days),
            failed=self._refuse,
        )

    def _tell_saved(self, days: Days, _change: CalendarChange) -> None:
        row = self._part.pointed_at
        self._kept = self._days = days
        self._past.clear()
        self._screen.show_days()
        self._show(row.day.date if row else self._stage.clock.now().date())
        self._part.notice.say(Tone.FINE, self.tr("The calendar is saved and counts from now on."))
        self._stage.changes.announce(Topic.CATALOGUE, initiator=self)

    def _refuse(self, error: CounterError) -> None:
        self._screen.changes.show_problem(self._stage.messages.explain(error).sentence)

    def _tell(self, error: CounterError) -> None:
        self._part.notice.say(Tone.ALARM, self._stage.messages.explain(error).sentence)

    @Slot()
    def _leave(self) -> None:
        if self._asks or not self.is_changed:
            self.closed.emit()
            return
        self._asks = True
        words = self.tr("What you changed is not saved: F9 saves it, Esc again drops it.")
        self._part.notice.say(Tone.CAUTION, words)


def _in_order(days: Days) -> Days:
    return tuple(sorted(days, key=lambda day: day.date))
