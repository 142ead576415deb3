"""The panes that show paper: daily log, preview of a receipt, books. Made, and imported, when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from cgcounter.domain.particulars import DossierId
from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.gui.stage import Stage

if TYPE_CHECKING:
    from cgcounter.gui.books.presenter import BooksPresenter
    from cgcounter.gui.daily_log.presenter import DailyLogPresenter
    from cgcounter.gui.preview.presenter import PreviewPresenter


class _Closes(Protocol):
    @property
    def closed(self) -> SignalInstance: ...


_Pane = TypeVar("_Pane", bound=_Closes)


class Sheets(QObject):
    """Nobody waits at the start of the program for what is looked at once a day.

    Signals: ``brought`` carries the pane that is to come to the front; ``closed``: it is to go. ``print_wanted``
    carries the id of the dossier whose receipt is meant.
    """

    brought = Signal(object)
    closed = Signal()
    print_wanted = Signal(object)

    def __init__(self, screen: DeskScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._panes: list[QWidget] = []
        self._log: DailyLogPresenter | None = None
        self._preview: PreviewPresenter | None = None
        self._books: BooksPresenter | None = None

    def __contains__(self, widget: object) -> bool:
        return widget in self._panes

    def open_log(self) -> None:
        """Today's log."""
        if self._log is None:
            from cgcounter.gui.daily_log.presenter import DailyLogPresenter
            from cgcounter.gui.daily_log.screen import DailyLogScreen

            self._log = self._place(DailyLogPresenter(DailyLogScreen(self._screen), self._stage))
        self._bring(self._log)
        self._log.open()

    def open_preview(self, dossier: DossierId) -> None:
        """The receipt of a dossier as it is printed."""
        if self._preview is None:
            from cgcounter.gui.preview.presenter import PreviewPresenter
            from cgcounter.gui.preview.screen import PreviewScreen

            self._preview = self._place(PreviewPresenter(PreviewScreen(self._screen), self._stage))
            self._preview.print_wanted.connect(self.print_wanted)
        self._bring(self._preview)
        self._preview.open(dossier)

    def open_books(self) -> None:
        """Register, hand-over slips, public lists."""
        if self._books is None:
            from cgcounter.gui.books.presenter import BooksPresenter
            from cgcounter.gui.books.screen import BooksScreen

            self._books = self._place(BooksPresenter(BooksScreen(self._screen), self._stage))
        self._bring(self._books)
        self._books.open()

    def stop(self) -> None:
        """No more of a long drawing."""
        if self._books is not None:
            self._books.stop()

    def _place(self, presenter: _Pane) -> _Pane:
        pane = _pane_of(presenter)
        self._panes.append(pane)
        self._screen.place_task(pane)
        presenter.closed.connect(self.closed)
        return presenter

    def _bring(self, presenter: object) -> None:
        self.brought.emit(_pane_of(presenter))


def _pane_of(presenter: object) -> QWidget:
    """A presenter is a child of its screen."""
    pane = presenter.parent() if isinstance(presenter, QObject) else None
    if not isinstance(pane, QWidget):
        raise TypeError(presenter)
    return pane
