"""Reads a day's log, shows it, prints it and saves it as a file."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.forms import DailyLogFacts
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.daily_log.screen import DailyLogScreen, DayFigures
from cgcounter.gui.preview.presenter import PageMaker
from cgcounter.gui.sheet_telling import SheetTelling
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane
from cgcounter.gui.theme import Tone
from cgcounter.services.print_form import Rendered
from cgcounter.services.show_daily_log import ShowDailyLog


class _DayLog(NamedTuple):
    facts: DailyLogFacts
    document: Rendered


class DailyLogPresenter(QObject):
    """Shows today first.

    Signals: closed: the log is to go.
    """

    closed = Signal()

    def __init__(self, screen: DailyLogScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._telling = SheetTelling(screen, stage, self)
        self._day: date | None = None
        self._asked = 0
        self._document: Rendered | None = None
        self._pages = PageMaker(screen.pane, stage)
        self._pages.failed.connect(self._refuse)
        screen.step_wanted.connect(self._step)
        screen.today_wanted.connect(self.open)
        screen.print_wanted.connect(self._print)
        screen.save_wanted.connect(self._save)
        screen.close_wanted.connect(self._close)
        stage.changes.changed.connect(self._reload_if_concerned)
        stage.session.actor_changed.connect(self._reload_for)

    @Slot()
    def open(self) -> None:
        """Show today's log."""
        self._show_day(self._today())
        self._screen.setFocus()

    @Slot(int)
    def _step(self, days: int) -> None:
        if self._day is not None:
            self._show_day(self._day + timedelta(days=days))

    @Slot()
    def _close(self) -> None:
        self._day = None
        self.closed.emit()

    @Slot(object)
    def _reload_if_concerned(self, change: Change) -> None:
        if self._day is not None and self._screen.isVisible() and change.concerns(Topic.DOSSIERS, self):
            self._show_day(self._day)

    @Slot(object)
    def _reload_for(self, actor: Actor | None) -> None:
        """Who came may not be one who may read the log."""
        if self._day is not None and actor is not None:
            self._show_day(self._day)

    def _today(self) -> date:
        return self._stage.clock.now().date()

    def _show_day(self, day: date) -> None:
        self._day, self._document = day, None
        self._asked += 1
        self._screen.show_day(day, is_today=day >= self._today())
        # One piece of work for figures and pages: both come, or the reason why neither does.
        self._stage.runner.run(
            partial(_read, self._stage.cases.show_daily_log, self._stage.session.actor, day),
            owner=self,
            done=partial(self._show, self._asked),
            failed=self._refuse,
            lane=Lane.BACKGROUND,
        )

    def _show(self, asked: int, log: _DayLog) -> None:
        facts = log.facts
        if asked != self._asked:
            return
        self._screen.show_figures(
            DayFigures(
                received=len(facts.received),
                returned=len(facts.returned),
                overdue=len(facts.overdue),
                fees_dong=sum(line.fee_dong for line in facts.received),
            )
        )
        self._show_document(log.document)

    def _show_document(self, document: Rendered) -> None:
        self._document = document
        self._pages.show(document)

    @Slot()
    def _print(self) -> None:
        if self._day is None:
            return
        self._screen.show_printing(under_way=True)
        self._stage.runner.run(
            partial(self._stage.cases.show_daily_log.print, self._stage.session.actor, self._day),
            owner=self,
            done=partial(self._tell_printed, self._day),
            failed=self._telling.tell_not_printed,
            lane=Lane.BACKGROUND,
        )

    def _tell_printed(self, day: date, document: Rendered) -> None:
        self._screen.show_printing(under_way=False)
        self._screen.show_notice(
            Tone.FINE, self.tr("The log of {day} is printed.").format(day=f"{day:%d/%m/%Y}")
        )
        if day == self._day:
            # Something may have happened since the pages were made: what is shown is what was printed.
            self._show_document(document)
        self._stage.changes.announce(Topic.PRINTING, initiator=self)

    @Slot(object)
    def _save(self, folder: Path) -> None:
        if self._document is not None:
            self._telling.save(folder, self._document)

    @Slot(object)
    def _refuse(self, error: CounterError) -> None:
        self._screen.show_refusal(self._stage.messages.explain(error).sentence)


def _read(log: ShowDailyLog, actor: Actor, day: date) -> _DayLog:
    return _DayLog(log(actor, day), log.render(actor, day))
