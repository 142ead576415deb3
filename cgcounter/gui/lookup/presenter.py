"""Turns tiles, scrolling, typed words and scans into questions to the data file, and answers into rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain import names
from cgcounter.domain.codes import MalformedCodeError, ScanKind
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.errors import CounterError
from cgcounter.domain.id_cards import MalformedCardError
from cgcounter.domain.procedures import Procedure
from cgcounter.domain.staff import StaffId
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.lookup.acting import RowActing
from cgcounter.gui.lookup.questions import (
    Answer,
    Listed,
    Wish,
    ask,
    is_like_a_card,
    is_like_a_code,
    page_of,
)
from cgcounter.gui.lookup.screen import ASIDE, LookupScreen
from cgcounter.gui.lookup.table_model import DossierRow
from cgcounter.gui.stage import Stage
from cgcounter.gui.standing import standing, told, working
from cgcounter.services.find_dossiers import Found, Work
from cgcounter.services.intake import ProcedureUnknownError
from cgcounter.services.ports import Page, View

PAGE_ROWS: Final = 100
MOST_ROWS_READ_AGAIN: Final = 500
FEWEST_LETTERS: Final = 2


class LookupPresenter(QObject):
    """Of the wishes that come while a question is under way only the last is asked; stale answers are dropped.

    Signals: dossier_opened: the DossierId of the one dossier that was meant. card_read: the Found of an identity
    card. procedure_named: a Procedure. search_left: the hits made room for the list again.
    """

    dossier_opened = Signal(object)
    card_read = Signal(object)
    procedure_named = Signal(object)
    search_left = Signal()

    def __init__(self, screen: LookupScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._wish = Wish(View.ALL)
        self._rows = 0
        self._next: str | None = None
        self._names: Mapping[StaffId, str] = {}
        self._is_asking = False
        self._ask_again = False
        self._focus_on: Wish | None = None
        self._scan = 0
        screen.view_chosen.connect(self._choose_view)
        screen.dossier_chosen.connect(self.dossier_opened)
        screen.more_wanted.connect(self._read_more)
        screen.back_wanted.connect(self.go_back)
        screen.row_acts.whose_wanted.connect(self.list_aside)
        self._acting = RowActing(screen, stage)
        stage.changes.changed.connect(self._follow)
        stage.session.actor_changed.connect(self._greet)
        self._greet(stage.session.signed_in)

    @Slot()
    def reload(self) -> None:
        """Read again what the list shows; as many rows as it shows, so that nothing jumps."""
        if self._is_asking:
            self._ask_again = True
            return
        self._is_asking = True
        limit = min(max(PAGE_ROWS, self._rows), MOST_ROWS_READ_AGAIN)
        self._stage.runner.run(
            partial(ask, self._stage.cases, self._stage.session.actor, self._wish, limit),
            owner=self,
            done=partial(self._take, self._wish),
            failed=self._fail,
        )

    @Slot(str)
    def search(self, text: str) -> None:
        """Show the hits for what has been typed so far, from two letters on; fewer bring the list back."""
        query = names.nfc(text)
        self._want(Wish(self._wish.view, query if len(query) >= FEWEST_LETTERS else ""))

    @Slot(object)
    def list_aside(self, view: Listed) -> None:
        """Show a list that has no tile, and let the arrows choose there."""
        self._focus_on = Wish(view)
        self._choose_view(view)
        if not self._is_asking:
            self.reload()

    @Slot(result=bool)
    def go_back(self) -> bool:
        """From the hits to the list, from a list without a tile to everything; False: nothing is to be left."""
        if self._wish.query:
            self.leave_search()
        elif self._wish.view in ASIDE:
            self._choose_view(View.ALL)
        else:
            return False
        return True

    @Slot()
    def leave_search(self) -> None:
        """Back from the hits to the list."""
        if self._wish.query:
            self._want(Wish(self._wish.view))
            self.search_left.emit()

    @Slot(str)
    def resolve(self, text: str) -> None:
        """Follow a scan, or what was typed before Enter, to where it leads."""
        self._scan += 1
        self._screen.notice.dismiss()
        self._stage.runner.run(
            partial(self._stage.cases.find_dossiers, text),
            owner=self,
            done=partial(self._lead, self._scan, names.nfc(text)),
            failed=partial(self._refuse, self._scan),
        )

    def _want(self, wish: Wish) -> None:
        self._scan += 1  # where an earlier scan leads is no longer asked
        if wish != self._wish:
            self._wish, self._rows, self._next = wish, 0, None
            self._screen.notice.dismiss()
            self.reload()

    @Slot(object)
    def _choose_view(self, view: Listed) -> None:
        was_searching = bool(self._wish.query)
        self._want(Wish(view))
        if was_searching:
            self.search_left.emit()

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.concerns(Topic.DOSSIERS, self):
            self._greet(self._stage.session.signed_in)

    @Slot(object)
    def _greet(self, actor: object) -> None:
        if actor is not None:
            self.reload()

    def _take(self, wish: Wish, answer: Answer) -> None:
        self._is_asking = False
        if self._ask_again or wish != self._wish:
            self._ask_again = False
            self.reload()
            return
        self._screen.show_counts(answer.counts)
        self._names = answer.names
        self._show(answer.page)
        focus_on, self._focus_on = self._focus_on, None
        if focus_on == wish:
            self._screen.focus_rows()

    def _show(self, page: Page) -> None:
        self._rows, self._next = len(page.lines), page.next
        rows, today = self._dressed(page.lines), self._stage.clock.now().date()
        if self._wish.query:
            self._screen.show_hits(self._wish.query, rows, today)
        else:
            self._screen.show_view(self._wish.view, rows, today, more=page.next is not None)

    def _dressed(self, lines: tuple[DossierLine, ...]) -> list[DossierRow]:
        now, messages = self._stage.clock.now(), self._stage.messages
        if self._wish == Wish(View.WAITING):
            return [DossierRow(line, told(line)) for line in lines]
        if self._wish in (Wish(Work.UNIT), Wish(Work.MINE)):
            return [DossierRow(line, working(line, now), self._holder(line)) for line in lines]
        return [DossierRow(line, standing(line, now, messages)) for line in lines]

    def _holder(self, line: DossierLine) -> str:
        """Who holds it: somebody of the list of people here, or the one who handed it over from elsewhere."""
        return self._names.get(line.held_by, self.tr("who sent it")) if line.held_by else "–"

    def _fail(self, error: CounterError) -> None:
        self._is_asking = self._ask_again = False
        self._tell(error)

    def _tell(self, error: CounterError) -> None:
        self._screen.show_error(self._stage.messages.explain(error).sentence)

    @Slot()
    def _read_more(self) -> None:
        if self._next is not None:
            self._stage.runner.run(
                partial(
                    page_of, self._stage.cases, self._stage.session.actor, self._wish, PAGE_ROWS, self._next
                ),
                owner=self,
                done=partial(self._append, self._wish, self._next),
                failed=self._tell,
            )

    def _append(self, wish: Wish, after: str, page: Page) -> None:
        if not self._is_asking and (wish, after) == (self._wish, self._next):
            self._rows, self._next = self._rows + len(page.lines), page.next
            self._screen.append_rows(self._dressed(page.lines), more=page.next is not None)

    def _lead(self, scan: int, text: str, found: Found) -> None:
        if scan != self._scan:
            return
        if found.kind is ScanKind.ID_CARD:
            self.leave_search()
            self.card_read.emit(found)
        elif found.kind is ScanKind.PROCEDURE:
            self._name_procedure(text, found.procedure)
        elif len(found.lines) == 1:
            self.leave_search()
            self.dossier_opened.emit(found.lines[0].id)
        elif not found.lines and is_like_a_code(text):
            self._tell(MalformedCodeError())
        elif not found.lines and is_like_a_card(text):
            self._tell(MalformedCardError())
        else:
            self._wish = Wish(self._wish.view, text)
            self._show(Page(found.lines))
            self._screen.focus_rows()

    def _name_procedure(self, text: str, procedure: Procedure | None) -> None:
        if procedure is None:
            self._tell(ProcedureUnknownError(procedure=text))
        else:
            self.leave_search()
            self.procedure_named.emit(procedure)

    def _refuse(self, scan: int, error: CounterError) -> None:
        if scan == self._scan:
            self._tell(error)
