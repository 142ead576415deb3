"""Draws the book that is asked for behind the window, shows it, prints it and saves it as a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.forms import FormKey
from cgcounter.domain.staff import Actor, StaffId
from cgcounter.gui.books.makers import BookMaker, Drawn, ListMaker, Print, RegisterMaker, SlipMaker
from cgcounter.gui.books.screen import BooksScreen
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.preview.presenter import PageMaker
from cgcounter.gui.sheet_telling import SheetTelling
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane
from cgcounter.gui.theme import Tone
from cgcounter.gui.work_under_way import WorkStoppedError, WorkUnderWay
from cgcounter.services.print_form import Rendered

PAGES_SHOWN: Final = 20
"""A book of a year has a thousand pages: as pictures they would fill the memory."""
_LOOKED_EVERY_MS: Final = 100


class BooksPresenter(QObject):
    """One book is drawn at a time; who wishes for print while it is drawn gets it when it is there.

    Signals: closed: the pane is to go.
    """

    closed = Signal()

    def __init__(self, screen: BooksScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._telling = SheetTelling(screen, stage, self)
        self._makers: dict[FormKey, BookMaker] = {
            FormKey.REGISTER: RegisterMaker(screen.register, stage),
            FormKey.HANDOVER_SLIP: SlipMaker(screen.slip, stage),
            FormKey.PUBLIC_LIST: ListMaker(screen.list, stage),
        }
        self._book = FormKey.REGISTER
        self._drawing: WorkUnderWay | None = None
        self._document: Rendered | None = None
        self._prints_when_drawn = False
        self._is_open = False
        self._reader: StaffId | None = None
        self._pages = PageMaker(screen.pane, stage, most=PAGES_SHOWN)
        self._timer = QTimer(self, interval=_LOOKED_EVERY_MS)
        self._connect()

    def _connect(self) -> None:
        screen, stage = self._screen, self._stage
        self._timer.timeout.connect(self._look)
        self._pages.failed.connect(self._refuse)
        screen.book_wanted.connect(self._choose)
        screen.draw_wanted.connect(self._draw)
        screen.stop_wanted.connect(self.stop)
        screen.print_wanted.connect(self._print)
        screen.save_wanted.connect(self._save)
        screen.close_wanted.connect(self._close)
        for maker in self._makers.values():
            maker.offered.connect(self._follow_offer)
            maker.failed.connect(self._refuse)
        stage.changes.changed.connect(self._follow_change)
        stage.session.actor_changed.connect(self._greet)

    @Slot()
    def open(self) -> None:
        """Show the book that was in front last."""
        self._choose(self._book)

    @property
    def _maker(self) -> BookMaker:
        return self._makers[self._book]

    @Slot(object)
    def _choose(self, book: FormKey) -> None:
        self._show_book(book)
        self._screen.focus_fields()

    def _show_book(self, book: FormKey) -> None:
        self.stop()
        self._book, self._document, self._is_open = book, None, True
        self._reader = self._stage.session.actor.id
        self._screen.show_book(book)
        self._maker.open()

    @Slot()
    def _close(self) -> None:
        self.stop()
        self._is_open = False
        self.closed.emit()

    @Slot(object)
    def _follow_change(self, change: Change) -> None:
        """What can be chosen follows what happens elsewhere; a book that is shown stays as it was drawn."""
        if self._is_open and self._screen.isVisible() and change.concerns(Topic.DOSSIERS, self):
            self._maker.open()

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        """Who comes back finds the book as it was; another person may not be one who may read it."""
        if actor is None or not self._is_open or self._screen.isHidden():
            return
        if actor.id != self._reader:
            self._show_book(self._book)

    @Slot(bool)
    def _follow_offer(self, can_be_drawn: bool) -> None:  # noqa: FBT001  a signal's own shape
        if can_be_drawn and self._document is None and self._drawing is None and self._is_open:
            self._draw()

    @Slot()
    def _draw(self) -> None:
        self.stop()
        work = self._maker.drawing()
        if work is None:
            return
        self._document, self._prints_when_drawn = None, False
        self._drawing = drawing = WorkUnderWay()
        self._screen.show_nothing(self.tr("Drawing the pages…"))
        self._screen.show_drawing(0)
        self._screen.pane.setFocus()
        self._timer.start()
        self._stage.runner.run(
            partial(work, drawing),
            owner=self,
            done=partial(self._take, drawing),
            failed=partial(self._miss, drawing),
            lane=Lane.BACKGROUND,
        )

    @Slot()
    def _look(self) -> None:
        if self._drawing is not None:
            self._screen.show_drawing(self._drawing.per_cent)

    @Slot()
    def stop(self) -> None:
        """No more of what is being drawn; who draws hears of it at the next row."""
        if self._drawing is None:
            return
        self._drawing.stop()
        self._end_drawing()
        self._screen.show_nothing(self.tr("Stopped. Nothing was printed."))
        self._screen.focus_fields()

    def _end_drawing(self) -> None:
        self._drawing = None
        self._timer.stop()

    def _take(self, drawing: WorkUnderWay, drawn: Drawn) -> None:
        if drawing is not self._drawing:
            return
        self._end_drawing()
        self._screen.show_drawn()
        self._show_document(drawn.document)
        if drawn.unsure:
            words = self.tr("Procedures not confirmed in the catalogue: {count}. Check them first.")
            self._screen.show_notice(Tone.CAUTION, words.format(count=drawn.unsure))
        if self._prints_when_drawn:
            self._print()

    def _miss(self, drawing: WorkUnderWay, error: CounterError) -> None:
        if drawing is not self._drawing or isinstance(error, WorkStoppedError):
            return
        self._end_drawing()
        self._screen.show_drawing(None)
        if self._maker.take_problem(error):
            self._screen.show_nothing("")
        else:
            self._refuse(error)

    def _show_document(self, document: Rendered) -> None:
        self._document = document
        self._pages.show(document)

    @Slot()
    def _print(self) -> None:
        if self._document is None:
            self._draw_and_print()
            return
        work = self._maker.printing()
        if work is not None:
            self._send(work, self._document)

    def _draw_and_print(self) -> None:
        if self._drawing is None:
            self._draw()
        self._prints_when_drawn = self._drawing is not None

    def _send(self, work: Print, document: Rendered) -> None:
        self._screen.show_printing(under_way=True)
        self._stage.runner.run(
            partial(work, document),
            owner=self,
            done=partial(self._tell_printed, document),
            failed=self._telling.tell_not_printed,
            lane=Lane.BACKGROUND,
        )

    def _tell_printed(self, shown: Rendered, printed: Rendered) -> None:
        self._screen.show_printing(under_way=False)
        self._screen.show_notice(Tone.FINE, self.tr("Printed."))
        if shown is self._document and printed is not shown:
            # Something may have happened since the pages were made: what is shown is what was printed.
            self._show_document(printed)
        self._stage.changes.announce(Topic.DOSSIERS, Topic.PRINTING, initiator=self)
        self._maker.open()

    @Slot(object)
    def _save(self, folder: Path) -> None:
        if self._document is not None:
            self._telling.save(folder, self._document)

    @Slot(object)
    def _refuse(self, error: CounterError) -> None:
        self._screen.show_nothing(self._stage.messages.explain(error).sentence)
