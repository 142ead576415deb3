"""Makes a receipt and shows its pages as sharp as the screen can; printing is the wish of whoever looks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.particulars import DossierId
from cgcounter.gui.preview.pane import PreviewPane
from cgcounter.gui.preview.screen import PreviewScreen
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane
from cgcounter.services.ports import PagePicture
from cgcounter.services.print_form import Rendered

_FIRST_DPI: Final = 110


class PageMaker(QObject):
    """Keeps a pane supplied with pictures of one document; the latest wish counts, one is made at a time.

    No more than the first ``most`` pages of a thick one are made.

    Signals: failed: the CounterError for which there are no pictures.
    """

    failed = Signal(object)

    def __init__(self, pane: PreviewPane, stage: Stage, *, most: int | None = None) -> None:
        super().__init__(pane)
        self._pane = pane
        self._most = most
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
            # One more than is shown tells that there are more.
            partial(self._stage.cases.show_pages, document.pdf, dpi=dpi, most=self._most and self._most + 1),
            owner=self,
            done=partial(self._deliver, document, dpi),
            failed=self._give_up,
            lane=Lane.BACKGROUND,
        )

    def _deliver(self, document: Rendered, dpi: int, pages: Sequence[PagePicture]) -> None:
        self._under_way = False
        if document is self._document:
            # Pages that are not sharp at the pane's size make it ask again.
            shown = pages[: self._most]
            self._pane.show_document(document, shown, dpi=dpi, goes_on=len(pages) > len(shown))
        else:
            self._make()

    def _give_up(self, error: CounterError) -> None:
        self._under_way = False
        self.failed.emit(error)


class PreviewPresenter(QObject):
    """Shows one receipt at a time.

    Signals: print_wanted: the DossierId whose receipt is to be printed. closed: the preview is to go.
    """

    print_wanted = Signal(object)
    closed = Signal()

    def __init__(self, screen: PreviewScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._dossier: DossierId | None = None
        self._pages = PageMaker(screen.pane, stage)
        self._pages.failed.connect(self._show_problem)
        screen.print_wanted.connect(self._print)
        screen.close_wanted.connect(self._close)

    def open(self, dossier: DossierId) -> None:
        """Show the receipt of a dossier as it would be printed now."""
        self._dossier = dossier
        self._screen.show_title(self.tr("The receipt as it is printed"))
        self._screen.setFocus()
        self._stage.runner.run(
            partial(self._stage.cases.print_form.preview, self._stage.session.actor, dossier),
            owner=self,
            done=partial(self._show, dossier),
            failed=self._show_problem,
            lane=Lane.BACKGROUND,
        )

    def _show(self, dossier: DossierId, document: Rendered) -> None:
        if dossier == self._dossier:
            self._pages.show(document)

    @Slot()
    def _print(self) -> None:
        dossier = self._dossier
        if dossier is not None:
            self._close()
            self.print_wanted.emit(dossier)

    @Slot()
    def _close(self) -> None:
        # A key pressed twice prints once: the second finds nothing open.
        self._dossier = None
        self.closed.emit()

    @Slot(object)
    def _show_problem(self, error: CounterError) -> None:
        self._screen.show_problem(self._stage.messages.explain(error).sentence)
