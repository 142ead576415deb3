"""Prints receipts on the background lane; what was saved stays saved whatever the printer says."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import CounterError
from cgcounter.domain.events import DossierId
from cgcounter.gui.changes import Topic
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane
from cgcounter.services.messages import Explanation


class ReceiptPrinting(QObject):
    """Remembers what was printed last.

    Signals: ``printed`` carries the Dossier as it is after printing; ``failed`` the Explanation of what went wrong.
    """

    printed = Signal(object)
    failed = Signal(object)

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._last: DossierId | None = None

    @Slot(object)
    def print_receipt(self, dossier: DossierId) -> None:
        """Print, or reprint, the receipt of a dossier."""
        self._last = dossier
        self._stage.runner.run(
            partial(self._stage.cases.print_receipt, self._stage.session.actor, dossier),
            owner=self,
            done=self._tell_printed,
            failed=self._tell_failed,
            lane=Lane.BACKGROUND,
        )

    @Slot(object)
    def remember(self, dossier: Dossier) -> None:
        """What was saved last is what "the last receipt" means, printed or not."""
        if dossier.code:
            self._last = dossier.id

    @Slot()
    def reprint_last(self) -> None:
        """Print, or print again, the receipt of what was saved or printed last at this window."""
        if self._last is not None:
            self.print_receipt(self._last)

    def _tell_printed(self, dossier: Dossier) -> None:
        self.printed.emit(dossier)
        self._stage.changes.announce(Topic.DOSSIERS, Topic.PRINTING, initiator=self)

    def _tell_failed(self, error: CounterError) -> None:
        explanation: Explanation = self._stage.messages.explain(error)
        self.failed.emit(explanation)
        self._stage.changes.announce(Topic.PRINTING, initiator=self)
