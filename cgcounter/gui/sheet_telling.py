"""What every pane of paper does with its document: it is saved as a file, and what did not go to paper is told."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from cgcounter.domain.errors import CounterError
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.saving import file_of, write_document
from cgcounter.services.ports import PrinterError
from cgcounter.services.print_form import Rendered


class SheetPane(Protocol):
    """A screen that shows, prints and saves a document."""

    def show_printing(self, *, under_way: bool) -> None: ...
    def show_notice(self, tone: Tone, words: str) -> None: ...
    def show_saved(self, words: str) -> None: ...


class SheetTelling(QObject):
    """Serves the presenter of a pane, and goes with it."""

    def __init__(self, pane: SheetPane, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._stage = stage

    def save(self, folder: Path, document: Rendered) -> None:
        """Write the document as a file, and tell where it lies, or that it could not be written."""
        self._stage.runner.run(
            partial(write_document, folder, document),
            owner=self,
            done=partial(self._tell_saved, file_of(folder, document)),
            lane=Lane.BACKGROUND,
        )

    def tell_not_printed(self, error: CounterError) -> None:
        """Nothing went to paper: why, and what to do."""
        self._pane.show_printing(under_way=False)
        explanation = self._stage.messages.explain(error)
        words = explanation.sentence
        if isinstance(error, PrinterError):
            advice = self.tr("Check the printer, then press P to print again.")
            words = f"{explanation.text} {advice}"
        self._pane.show_notice(Tone.ALARM, words)

    def _tell_saved(self, file: Path, is_written: bool) -> None:  # noqa: FBT001  the runner passes one result
        if is_written:
            self._pane.show_saved(self.tr("Saved as {file}.").format(file=file))
        else:
            words = self.tr("The file could not be written: {file}. Choose another folder.")
            self._pane.show_notice(Tone.ALARM, words.format(file=file))
