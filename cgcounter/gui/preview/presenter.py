"""Makes a document, shows its pages at the sharpness the screen asks for, and sends it to paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import Topic
from cgcounter.gui.preview.pane import PreviewPane
from cgcounter.gui.preview.screen import PreviewScreen
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane
from cgcounter.services.ports import PagePicture
from cgcounter.services.print_form import Rendered

_FIRST_DPI: Final = 110


class PageMaker(QObject):
    """Keeps a pane supplied with pictures of one document; the latest wish counts, one is made at a time.

    Signals: failed: the CounterError for which there are no pictures.
    """

    failed = Signal(object)

    def __init__(self, pane: PreviewPane, stage: Stage) -> None:
        super().__init__(pane)
        self._pane = pane
        self._stage = stage
        self._document: Rendered | None = None
        self._dpi = _FIRST_DPI
        self._under_way = False
        pane.pages_wanted.connect(self._sharpen)

    def show(self, document: Rendered) -> None:
        """Show this document from now on."""
        self._document = document
        self._make()

    @Slot(int)
    def _sharpen(self, dpi: int) -> None:
        self._dpi = dpi
        self._make()

    def _make(self) -> None:
        if self._document is None or self._under_way:
            return
        self._under_way = True
        document, dpi = self._document, self._dpi
        self._stage.runner.run(
            partial(self._stage.cases.show_pages, document.pdf, dpi=dpi),
            owner=self,
            done=partial(self._deliver, document, dpi),
            failed=self._give_up,
            lane=Lane.BACKGROUND,
        )

    def _deliver(self, document: Rendered, dpi: int, pages: Sequence[PagePicture]) -> None:
        self._under_way = False
        if document is self._document:
            # Pages that are not sharp at the pane's size make it ask again.
            self._pane.show_document(document, pages, dpi=dpi)
        else:
            self._make()

    def _give_up(self, error: CounterError) -> None:
        self._under_way = False
        self.failed.emit(error)


class Sheet(NamedTuple):
    """A document that can be seen before it is printed, by whoever is signed in then.

    Both calls run off the GUI thread.
    """

    title: str
    render: Callable[[Actor], Rendered]
    print: Callable[[Actor], object]


class PreviewPresenter(QObject):
    """Shows one sheet at a time.

    Signals: printed: what the sheet's printing returned. closed: the preview is to go.
    """

    printed = Signal(object)
    closed = Signal()

    def __init__(self, screen: PreviewScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._sheet: Sheet | None = None
        self._pages = PageMaker(screen.pane, stage)
        self._pages.failed.connect(self._show_problem)
        screen.print_wanted.connect(self._print)
        screen.close_wanted.connect(self.closed)

    def open_receipt(self, dossier: Dossier) -> None:
        """Show the receipt of a dossier."""
        receipt, number = self._stage.cases.print_receipt, dossier.id
        self.open(
            Sheet(
                title=self.tr("Receipt {code}").format(code=dossier.code),
                render=lambda actor: receipt.preview(actor, number),
                print=lambda actor: receipt(actor, number),
            )
        )

    def open(self, sheet: Sheet) -> None:
        """Make the sheet and show it."""
        self._sheet = sheet
        self._screen.show_title(sheet.title)
        self._screen.setFocus()
        self._stage.runner.run(
            partial(sheet.render, self._stage.session.actor),
            owner=self,
            done=partial(self._show, sheet),
            failed=self._show_problem,
            lane=Lane.BACKGROUND,
        )

    def _show(self, sheet: Sheet, document: Rendered) -> None:
        if sheet is self._sheet:
            self._pages.show(document)

    @Slot()
    def _print(self) -> None:
        if self._sheet is None:
            return
        self._screen.show_printing(under_way=True)
        self._stage.runner.run(
            partial(self._sheet.print, self._stage.session.actor),
            owner=self,
            done=self._tell_printed,
            failed=self._show_problem,
            lane=Lane.BACKGROUND,
        )

    def _tell_printed(self, result: object) -> None:
        self._screen.show_printing(under_way=False)
        self._stage.changes.announce(Topic.PRINTING, Topic.DOSSIERS, initiator=self)
        self.printed.emit(result)
        self.closed.emit()

    @Slot(object)
    def _show_problem(self, error: CounterError) -> None:
        self._screen.show_problem(self._stage.messages.explain(error).sentence)
