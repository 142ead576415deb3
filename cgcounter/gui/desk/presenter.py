"""Leads from one task to the next: what a key, a scan or a finished act brings to the front."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.events import DossierId
from cgcounter.domain.procedures import Procedure
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.daily_log.presenter import DailyLogPresenter
from cgcounter.gui.daily_log.screen import DailyLogScreen
from cgcounter.gui.desk.receipt_printing import ReceiptPrinting
from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.gui.intake.presenter import IntakePresenter
from cgcounter.gui.intake.screen import IntakeScreen
from cgcounter.gui.lookup.presenter import LookupPresenter
from cgcounter.gui.lookup.screen import LookupScreen
from cgcounter.gui.preview.presenter import PreviewPresenter
from cgcounter.gui.preview.screen import PreviewScreen
from cgcounter.gui.result_return.presenter import ResultReturnPresenter
from cgcounter.gui.result_return.screen import DossierCard
from cgcounter.gui.stage import Stage
from cgcounter.gui.theme import Tone
from cgcounter.services.find_dossiers import Found
from cgcounter.services.messages import Explanation
from cgcounter.services.tell_state import DeskState

STATE_EVERY_MS = 60_000


class _Presenters(NamedTuple):
    intake: IntakePresenter
    lookup: LookupPresenter
    card: ResultReturnPresenter
    log: DailyLogPresenter
    preview: PreviewPresenter


class DeskPresenter(QObject):
    """Owns the features of the desk and the roads between them.

    Signals: ``lock_wanted``: another person takes the counter, or nobody.
    """

    lock_wanted = Signal()

    def __init__(self, screen: DeskScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._printing = ReceiptPrinting(stage, self)
        self._intake_screen, self._card = IntakeScreen(), DossierCard()
        self._log, self._preview, self._list = DailyLogScreen(), PreviewScreen(), LookupScreen()
        self._before: QWidget = self._intake_screen
        self._presenters = self._make_presenters()
        self._place()
        self._add_actions()
        self._connect()
        self._timer = QTimer(self, interval=STATE_EVERY_MS)
        self._timer.timeout.connect(self._ask_state)

    def _make_presenters(self) -> _Presenters:
        return _Presenters(
            intake=IntakePresenter(self._intake_screen, self._stage),
            lookup=LookupPresenter(self._list, self._stage),
            card=ResultReturnPresenter(self._card, self._stage),
            log=DailyLogPresenter(self._log, self._stage),
            preview=PreviewPresenter(self._preview, self._stage),
        )

    def _place(self) -> None:
        for widget in (self._intake_screen, self._card, self._log, self._preview):
            self._screen.place_task(widget)
        self._screen.place_list(self._list)

    def _add_actions(self) -> None:
        screen = self._screen
        screen.add_task_action(self.tr("Receive"), "F2").triggered.connect(self.begin_intake)
        screen.add_task_action(self.tr("Return"), "F4").triggered.connect(self._ask_receipt)
        screen.add_task_action(self.tr("Daily log"), "F6").triggered.connect(self._open_log)
        search = screen.add_quiet_action(self.tr("Search"), "F3", "Ctrl+F")
        search.triggered.connect(screen.strip.take_focus)
        last = screen.add_quiet_action(self.tr("Reprint the last receipt"), "Ctrl+F8")
        last.triggered.connect(self._printing.reprint_last)
        lock = screen.add_quiet_action(self.tr("Lock, or change the clerk"), "Ctrl+L")
        lock.triggered.connect(self.lock_wanted)
        back = screen.add_quiet_action(self.tr("One level back"), "Esc")
        back.triggered.connect(self._go_back)

    def _connect(self) -> None:
        strip, on = self._screen.strip, self._presenters
        strip.typed.connect(on.lookup.search)
        strip.entered.connect(on.lookup.resolve)
        on.lookup.search_left.connect(strip.field.clear)
        on.lookup.dossier_opened.connect(self._open_dossier)
        on.lookup.card_read.connect(self._take_card)
        on.lookup.procedure_named.connect(self._take_procedure)
        on.intake.saved.connect(self._printing.remember)
        on.intake.print_wanted.connect(self._printing.print_receipt)
        on.card.print_wanted.connect(self._printing.print_receipt)
        on.card.preview_wanted.connect(self._open_preview)
        on.card.closed.connect(self.begin_intake)
        on.log.closed.connect(self._leave_pane)
        on.preview.closed.connect(self._leave_pane)
        on.preview.print_wanted.connect(self._printing.print_receipt)
        self._printing.printed.connect(self._tell_printed)
        self._printing.failed.connect(self._tell_unprinted)
        self._stage.changes.changed.connect(self._heed)
        self._stage.session.actor_changed.connect(self._greet)

    @Slot(str)
    def take_scan(self, payload: str) -> None:
        """A scanner read something, wherever the focus was."""
        if self._screen.task is self._card and self._presenters.card.scan(payload):
            return
        self._presenters.lookup.resolve(payload)

    @Slot()
    def begin_intake(self) -> None:
        """Bring the intake to the front, as it was left."""
        self._bring(self._intake_screen)
        self._intake_screen.start()

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        if actor is None:
            self._timer.stop()
            return
        self._presenters.intake.open()
        self.begin_intake()
        self._ask_state()
        self._timer.start()

    def _bring(self, widget: QWidget) -> None:
        for task in (self._intake_screen, self._card):
            if self._screen.task is task:
                self._before = task
        self._screen.show_task(widget, wide=widget in (self._log, self._preview))

    @Slot(object)
    def _open_dossier(self, dossier: DossierId) -> None:
        self._screen.strip.field.clear()
        self._bring(self._card)
        self._presenters.card.open(dossier)

    @Slot(object)
    def _take_card(self, found: Found) -> None:
        self._screen.strip.field.clear()
        self._bring(self._intake_screen)
        self._presenters.intake.take_card(found)

    @Slot(object)
    def _take_procedure(self, procedure: Procedure) -> None:
        self._screen.strip.field.clear()
        self._bring(self._intake_screen)
        self._presenters.intake.take_procedure(procedure)

    @Slot(object)
    def _open_preview(self, dossier: DossierId) -> None:
        self._bring(self._preview)
        self._presenters.preview.open(dossier)

    @Slot()
    def _open_log(self) -> None:
        self._bring(self._log)
        self._presenters.log.open()

    @Slot()
    def _ask_receipt(self) -> None:
        self._screen.strip.take_focus()
        self._screen.notice.say(
            Tone.PLAIN, self.tr("Scan the citizen's receipt, or type its code or a name.")
        )

    @Slot()
    def _leave_pane(self) -> None:
        self._screen.show_task(self._before)
        if self._before is self._intake_screen:
            self._intake_screen.start()
        else:
            self._card.setFocus()

    @Slot()
    def _go_back(self) -> None:
        """One level back: a notice, what is open within the task, then the task, then a draft that may go."""
        if self._screen.notice.dismiss():
            return
        if self._screen.strip.field.text():
            self._screen.strip.field.clear()
            self._presenters.lookup.leave_search()
            return
        if self._screen.task is self._intake_screen:
            self._leave_intake()
        else:
            self._leave_pane()

    def _leave_intake(self) -> None:
        if self._intake_screen.leave():
            return
        if self._intake_screen.is_touched and not self._intake_screen.asks_to_discard:
            self._intake_screen.ask_to_discard()
        else:
            self._presenters.intake.discard()
            self._screen.strip.take_focus()

    @Slot(object)
    def _tell_printed(self, dossier: Dossier) -> None:
        self._screen.status.show_message(self.tr("Printed: {code}").format(code=dossier.code))

    @Slot(object)
    def _tell_unprinted(self, why: Explanation) -> None:
        self._screen.notice.say(Tone.ALARM, why.sentence)

    @Slot(object)
    def _heed(self, change: Change) -> None:
        if change.concerns(Topic.PRINTING, self) or change.concerns(Topic.SETTINGS, self):
            self._ask_state()

    @Slot()
    def _ask_state(self) -> None:
        if self._stage.session.signed_in is not None:
            ask = partial(self._stage.cases.tell_state, self._stage.session.actor)
            self._stage.runner.run(ask, owner=self, done=self._show_state, failed=lambda _: None)

    def _show_state(self, state: DeskState) -> None:
        self._screen.status.show_state(state)
