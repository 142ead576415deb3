"""The window's stage over the counter in memory that the use cases are tested on, for the tests of intake and desk."""

from __future__ import annotations

from pathlib import Path

from cgcounter.app.reference_files import read_messages
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import Actor
from cgcounter.gui.changes import ChangeNotice
from cgcounter.gui.stage import Session, Stage
from cgcounter.gui.tasks import TaskRunner
from cgcounter.services.intake import Intake
from cgcounter.services.ports import View
from tests.gui.bugs import no_bug
from tests.services.desk import Desk


class WholeOffice(Desk):
    """An office with every use case; who signs in does so without the screen."""

    def __init__(self, resources: Path) -> None:
        super().__init__()
        self.set_up()
        self.runner = TaskRunner(no_bug)
        self.stage = Stage(
            cases=self.cases,
            runner=self.runner,
            changes=ChangeNotice(),
            session=Session(),
            messages=read_messages(resources, "vi"),
            clock=self.clock,
        )

    def sign_in(self, actor: Actor | None = None) -> None:
        """Let somebody in, the clerk unless said otherwise."""
        self.stage.session.enter(actor or self.clerk)

    def received(self) -> list[Dossier]:
        """The dossiers of today, newest first."""
        lines = self.cases.list_dossiers(View.RECEIVED_TODAY).lines
        return [self.stored(DossierId(line.id)) for line in lines]

    def draft_of(self, actor: Actor) -> Intake | None:
        """What is kept of what this person was typing."""
        return self.cases.keep_draft.load(actor)

    def printed(self) -> list[str]:
        """The titles of what came out of the printer."""
        return [job.title for job in self.printers.printer.jobs]
