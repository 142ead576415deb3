"""Prints on the background lane and tells how it went; what was saved stays saved whatever the printer says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import CounterError
from cgcounter.domain.forms import FormKey
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import Actor, Role
from cgcounter.gui.changes import Topic
from cgcounter.gui.desk.screen import DeskScreen
from cgcounter.gui.papers import Paper
from cgcounter.gui.result_return.form_names import form_name
from cgcounter.gui.stage import Stage
from cgcounter.gui.tasks import Lane
from cgcounter.gui.theme import Tone
from cgcounter.services.print_handover_slip import PrintedSlip

Result = TypeVar("Result")


class PaperPrinting(QObject):
    """Remembers whose receipt was saved or printed last at this window, and who stood there."""

    def __init__(self, screen: DeskScreen, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._last: DossierId | None = None
        self._actor: Actor | None = None
        self._trouble = ""
        screen.last_receipt_wanted.connect(self._reprint_last)
        screen.recovery_sheet_wanted.connect(self._print_sheet)
        stage.session.actor_changed.connect(self._greet)
        self._greet(stage.session.signed_in)

    @Slot(object)
    def print_receipt(self, dossier: DossierId) -> None:
        """Print, or reprint, the receipt of a dossier."""
        self._last = dossier
        self._run(partial(self._stage.cases.print_form, self._who(), dossier), self._tell_printed)

    @Slot(object)
    def print_paper(self, paper: Paper) -> None:
        """Print, or reprint, a form of a dossier that is not its receipt."""
        cases, who = self._stage.cases, self._who()
        if paper.form is FormKey.HANDOVER_SLIP:
            self._run(partial(cases.books.handover_slip.print, who, paper.dossier), self._tell_slip)
        else:
            work = partial(cases.print_form, who, paper.dossier, paper.form)
            self._run(work, partial(self._tell_paper, paper))

    def remember(self, dossier: Dossier) -> None:
        """What was saved last is what "the last receipt" means, printed or not."""
        if dossier.code:
            self._last = DossierId(dossier.id)

    @Slot()
    def _reprint_last(self) -> None:
        if self._last is not None:
            self.print_receipt(self._last)
        else:
            self._screen.status.show_message(self.tr("Nothing was saved or printed here since the start."))

    @Slot()
    def _print_sheet(self) -> None:
        self._run(partial(self._stage.cases.print_recovery_sheet, self._who()), self._tell_sheet)

    @Slot(object)
    def _greet(self, actor: Actor | None) -> None:
        """Who locks the window right after saving still gets the receipt."""
        if actor is not None:
            self._actor = actor
            self._screen.sheet_action.setEnabled(Role.ADMINISTRATOR in actor.roles)

    def _who(self) -> Actor:
        if self._actor is None:
            raise RuntimeError("nobody has signed in yet")
        return self._actor

    def _run(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        self._stage.runner.run(work, owner=self, done=done, failed=self._tell_failed, lane=Lane.BACKGROUND)

    def _tell_paper(self, paper: Paper, dossier: Dossier) -> None:
        self._tell_printed(dossier)
        words = self.tr("Printed: {form}, {code}").format(form=form_name(paper.form), code=dossier.code)
        self._screen.status.show_message(words)

    def _tell_slip(self, printed: PrintedSlip) -> None:
        slip = printed.slip
        words = self.tr("Printed: hand-over slip to {unit}, dossiers: {count}")
        self._tell_out(words.format(count=len(slip.dossiers), unit=slip.unit_name))

    def _tell_printed(self, dossier: Dossier) -> None:
        what = dossier.code or form_name(dossier.prints[-1].form)
        self._tell_out(self.tr("Printed: {code}").format(code=what))

    def _tell_out(self, words: str) -> None:
        if self._screen.notice.words == self._trouble:
            self._screen.notice.dismiss()  # what could not be printed before is on paper now
        self._screen.status.show_message(words)
        self._stage.changes.announce(Topic.DOSSIERS, Topic.PRINTING, initiator=self)

    def _tell_sheet(self, _: object) -> None:
        self._screen.status.show_message(self.tr("The recovery sheet is printed. It belongs into the safe."))

    def _tell_failed(self, error: CounterError) -> None:
        self._trouble = self._stage.messages.explain(error).sentence
        self._screen.notice.say(Tone.ALARM, self._trouble)
        self._stage.changes.announce(Topic.PRINTING, initiator=self)
