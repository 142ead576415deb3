"""Leads from one task to the next: what a key, a scan or a finished act brings to the front."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.procedures import Procedure
from cgcounter.domain.staff import Actor, StaffId
from cgcounter.gui.desk.calendar_warning import CalendarWarning
from cgcounter.gui.desk.file_checking import FileChecking
from cgcounter.gui.desk.paper_printing import PaperPrinting
from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.gui.desk.sheets import Sheets
from cgcounter.gui.desk.state_telling import StateTelling
from cgcounter.gui.desk.way_back import WayBack
from cgcounter.gui.intake.presenter import IntakePresenter
from cgcounter.gui.intake.screen import IntakeScreen
from cgcounter.gui.lookup.presenter import LookupPresenter
from cgcounter.gui.lookup.screen import LookupScreen
from cgcounter.gui.result_return.presenter import ResultReturnPresenter
from cgcounter.gui.result_return.screen import DossierCard
from cgcounter.gui.stage import Stage
from cgcounter.services.find_dossiers import Found, Work
from cgcounter.services.ports import View


class _Presenters(NamedTuple):
    intake: IntakePresenter
    lookup: LookupPresenter
    card: ResultReturnPresenter


class DeskPresenter(QObject):
    """Owns the features of the desk and the roads between them.

    Signals: ``lock_wanted``: another person takes the counter, or nobody. ``calendar_wanted``: the working calendar.
    """

    lock_wanted = Signal()
    calendar_wanted = Signal()

    def __init__(self, screen: DeskScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._guest: StaffId | None = None
        # Made within the window: what gets its place later is dressed a second time.
        self._intake, self._card, self._list = IntakeScreen(screen), DossierCard(screen), LookupScreen(screen)
        self._sheets = Sheets(screen, stage)
        self._before: QWidget = self._intake
        self._place()
        self._presenters = self._make_presenters()
        self._printing = PaperPrinting(screen, stage)
        self._state = StateTelling(screen.status, stage)
        self._file = FileChecking(screen.notice, stage)
        self._calendar = CalendarWarning(screen.notice, stage)
        self._calendar.calendar_wanted.connect(self.calendar_wanted)
        self._way_back = WayBack(screen, self._intake, self._presenters.intake, self._presenters.lookup)
        self._connect_screen()
        self._connect_features()
        stage.session.actor_changed.connect(self._greet)

    def _place(self) -> None:
        for widget in (self._intake, self._card):
            self._screen.place_task(widget)
        self._screen.place_list(self._list)

    def _make_presenters(self) -> _Presenters:
        return _Presenters(
            intake=IntakePresenter(self._intake, self._stage),
            lookup=LookupPresenter(self._list, self._stage),
            card=ResultReturnPresenter(self._card, self._stage),
        )

    def _connect_screen(self) -> None:
        screen, strip = self._screen, self._screen.strip
        screen.intake_wanted.connect(self.begin_intake)
        screen.return_wanted.connect(self._ask_receipt)
        screen.log_wanted.connect(self._sheets.open_log)
        screen.books_wanted.connect(self._sheets.open_books)
        screen.waiting_wanted.connect(self._list_waiting)
        screen.work_wanted.connect(self._list_work)
        screen.lock_wanted.connect(self._lock)
        screen.status.unprinted_wanted.connect(self._list_unprinted)
        for search in (strip.typed, strip.entered):
            search.connect(self._make_room)
        strip.typed.connect(self._presenters.lookup.search)
        strip.entered.connect(self._presenters.lookup.resolve)

    def _connect_features(self) -> None:
        on, print_receipt = self._presenters, self._printing.print_receipt
        on.lookup.search_left.connect(self._screen.strip.field.clear)
        on.lookup.dossier_opened.connect(self._open_dossier)
        on.lookup.card_read.connect(self._take_card)
        on.lookup.procedure_named.connect(self._take_procedure)
        on.intake.saved.connect(self._follow_saved)
        for feature in (on.intake, on.card, self._sheets):
            feature.print_wanted.connect(print_receipt)
        on.card.preview_wanted.connect(self._sheets.open_preview)
        for maker in (on.intake, on.card):
            maker.paper_wanted.connect(self._printing.print_paper)
        on.card.closed.connect(self.begin_intake)
        self._sheets.brought.connect(self._bring)
        self._sheets.closed.connect(self._leave_pane)

    @Slot(str)
    def take_scan(self, payload: str) -> None:
        """A scanner read something, wherever the focus was."""
        if self._screen.task is self._card and self._presenters.card.scan(payload):
            return
        self._make_room()
        self._presenters.lookup.resolve(payload)

    @Slot()
    def begin_intake(self) -> None:
        """Bring the intake to the front, as it was left."""
        self._bring(self._intake)
        self._intake.resume()

    def put_away(self) -> None:
        """Keep what is typed, and begin nothing long: the window is locked, or closes."""
        self._presenters.intake.keep_draft()
        self._sheets.stop()

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        """Who comes back finds the desk as it was left; another person begins anew."""
        if actor is None:
            return
        self._presenters.intake.open(actor)
        if actor.id != self._guest:
            self._guest = actor.id
            self._screen.show_task(self._intake)
            self._screen.strip.field.clear()
            self._presenters.lookup.leave_search()
            self._screen.strip.take_focus()

    @Slot()
    def _lock(self) -> None:
        self.put_away()
        self.lock_wanted.emit()

    @Slot(object)
    def _bring(self, widget: QWidget) -> None:
        if self._screen.task in (self._intake, self._card):
            self._before = self._screen.task
        self._screen.status.show_message("")  # it told of what was done before
        self._screen.show_task(widget, wide=widget in self._sheets)

    @Slot()
    def _make_room(self) -> None:
        """What a search or a scan leads to stands in the list or beside it: a sheet of paper gives way."""
        if self._screen.task in self._sheets:
            self._screen.show_task(self._before)

    @Slot(object)
    def _open_dossier(self, dossier: DossierId) -> None:
        self._screen.strip.field.clear()
        self._bring(self._card)
        self._presenters.card.open(dossier)
        self._list.point_at(dossier)

    @Slot(object)
    def _follow_saved(self, dossier: Dossier) -> None:
        self._screen.status.show_message("")
        self._list.point_at(DossierId(dossier.id))
        self._printing.remember(dossier)

    @Slot(object)
    def _take_card(self, found: Found) -> None:
        self._screen.strip.field.clear()
        self._bring(self._intake)
        self._presenters.intake.take_card(found)

    @Slot(object)
    def _take_procedure(self, procedure: Procedure) -> None:
        self._screen.strip.field.clear()
        self._bring(self._intake)
        self._presenters.intake.take_procedure(procedure)

    @Slot()
    def _list_unprinted(self) -> None:
        self._make_room()
        self._presenters.lookup.list_aside(View.UNPRINTED)

    @Slot()
    def _list_waiting(self) -> None:
        self._make_room()
        self._presenters.lookup.list_aside(View.WAITING)

    @Slot()
    def _list_work(self) -> None:
        self._make_room()
        self._presenters.lookup.list_aside(Work.UNIT)

    @Slot()
    def _ask_receipt(self) -> None:
        self._screen.strip.take_focus()
        words = self.tr("Scan the citizen's receipt, or type its code or a name.")
        self._screen.status.show_message(words)

    @Slot()
    def _leave_pane(self) -> None:
        self._screen.show_task(self._before)
        self._way_back.go_to_task()
