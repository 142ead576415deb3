"""Makes the recovery sheet, prints it and saves it, until it has been put away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from cgcounter.domain.errors import CounterError
from cgcounter.gui.set_up.end_pages import SheetPage
from cgcounter.gui.tasks import Lane, TaskRunner
from cgcounter.gui.widgets.saving import file_of, write_document
from cgcounter.services.messages import Messages
from cgcounter.services.ports import PrinterError
from cgcounter.services.print_form import Rendered


class RecoveryPresenter(QObject):
    """Serves the page of the recovery sheet."""

    def __init__(
        self,
        page: SheetPage,
        print_sheet: Callable[[Rendered], None],
        runner: TaskRunner,
        messages: Messages,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._print_sheet = print_sheet
        self._runner = runner
        self._messages = messages
        self._make: Callable[[], Rendered] | None = None
        self._making = False
        self._printing = False
        self._sheet: Rendered | None = None
        page.print_wanted.connect(self._print)
        page.save_wanted.connect(self._save)
        page.again_wanted.connect(self._make_again)

    @property
    def sheet(self) -> Rendered | None:
        """The sheet, once it is made."""
        return self._sheet

    def open(self, make: Callable[[], Rendered]) -> None:
        """Make the sheet and offer it."""
        self._make = make
        self._make_again()

    @Slot()
    def _make_again(self) -> None:
        if self._make is not None and not self._making:
            self._making = True
            self._run(self._make, self._offer, self._tell_not_made)

    def _offer(self, sheet: Rendered) -> None:
        self._making, self._sheet = False, sheet
        self._page.show_sheet(is_made=True)
        self._page.take_focus()

    def _tell_not_made(self, error: CounterError) -> None:
        self._making = False
        self._page.show_sheet(is_made=False)
        self._page.show_failed(self._messages.explain(error).sentence)
        self._page.take_focus()

    @Slot()
    def _print(self) -> None:
        if self._sheet is not None and not self._printing:
            self._printing = True
            self._run(partial(self._print_sheet, self._sheet), self._tell_printed, self._tell_not_printed)

    def _tell_printed(self, _nothing: None) -> None:
        self._printing = False
        self._page.show_done(self.tr("The sheet is printed."))

    def _tell_not_printed(self, error: CounterError) -> None:
        self._printing = False
        words = self._messages.explain(error).sentence
        if isinstance(error, PrinterError):
            words = self.tr(
                "The printer did not take the sheet ({reason}). Check it and print again, or save the sheet."
            ).format(reason=self._messages.term(str(error.fields.get("reason", ""))))
        self._page.show_failed(words)

    @Slot(Path)
    def _save(self, folder: Path) -> None:
        if self._sheet is not None:
            work = partial(write_document, folder, self._sheet)
            self._run(work, partial(self._tell_saved, file_of(folder, self._sheet)))

    def _tell_saved(self, file: Path, is_written: bool) -> None:  # noqa: FBT001  the runner passes one result
        if is_written:
            words = self.tr("Saved as {file}. Print it, put it away, and delete the file.")
            self._page.show_done(words.format(file=file))
        else:
            words = self.tr("The file could not be written: {file}. Choose another folder.")
            self._page.show_failed(words.format(file=file))

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[CounterError], None] | None = None,
    ) -> None:
        self._runner.run(work, owner=self, done=done, failed=failed, lane=Lane.BACKGROUND)
