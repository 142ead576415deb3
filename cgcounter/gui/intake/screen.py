"""The intake pane: procedure, person, papers, terms, and the ways to save."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cgcounter.domain.offices import Habits
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Procedure, ProcedureTerms
from cgcounter.gui.intake.carried_line import CarriedLine
from cgcounter.gui.intake.due_part import DuePart
from cgcounter.gui.intake.heading import Heading
from cgcounter.gui.intake.late_part import LatePart
from cgcounter.gui.intake.more_part import MorePart
from cgcounter.gui.intake.override_part import OverridePart
from cgcounter.gui.intake.papers_part import PapersPart
from cgcounter.gui.intake.parts import Parts
from cgcounter.gui.intake.person_part import PersonPart
from cgcounter.gui.intake.procedure_part import ProcedurePart
from cgcounter.gui.intake.refusal_part import RefusalPart
from cgcounter.gui.intake.save_bar import SaveBar
from cgcounter.gui.intake.scrolled_fields import ScrolledFields
from cgcounter.gui.intake.terms_part import TermsPart
from cgcounter.gui.theme import Tone, theme_in_use
from cgcounter.gui.widgets.enter_moves_on import EnterMovesOn
from cgcounter.services.intake import Intake, Terms
from cgcounter.services.messages import Explanation

PAUSE_MS: Final = 700
_TO_BE_HEEDED: Final = (Tone.ALARM, Tone.CAUTION)


class IntakeScreen(QWidget):
    """The passive pane.

    Signals: ``paused``: nothing was typed for a while (time to keep the draft). ``terms_wanted``: procedure, case,
    pages or copies changed. ``number_typed``: a whole identity number stands. ``person_shown``: a card or an earlier
    dossier filled the person. ``save_wanted``: save and print;
    ``quiet_save_wanted``: save only; ``serve_wanted``: receive, result and return in one act. ``refuse_wanted``
    carries the reason, ``guide_wanted`` what is missing beside the papers that are not ticked. ``group_wanted``: the
    next dossiers are handed in together. ``override_wanted`` carries the reason, who agrees, and their PIN.
    """

    paused = Signal()
    terms_wanted = Signal()
    number_typed = Signal(str)
    person_shown = Signal()
    save_wanted = Signal()
    quiet_save_wanted = Signal()
    serve_wanted = Signal()
    refuse_wanted = Signal(str)
    guide_wanted = Signal(str)
    group_wanted = Signal()
    override_wanted = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading(self.tr("Receive a dossier"))
        self.notice = self._heading.notice
        self.procedure, self.person, self.papers = ProcedurePart(), PersonPart(), PapersPart()
        self.more, self.late, self.terms, self.due = MorePart(), LatePart(), TermsPart(), DuePart()
        self.refusal, self.override, self.bar = RefusalPart(), OverridePart(), SaveBar()
        self._parts = Parts(
            self.notice,
            self.procedure,
            self.person,
            self.papers,
            self.more,
            self.late,
            self.terms,
            self.due,
            self.refusal,
            self.override,
        )
        self.carried = CarriedLine()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._touched = self._busy = self._asks_to_discard = False
        self._build()
        self._connect()
        self._enter = EnterMovesOn(self)
        self._blank = self.typed()
        self.clear()

    def _build(self) -> None:
        below = (self.carried, self.terms, self.due, self.refusal, self.override)
        self._fields = ScrolledFields(below)
        for part in (self.procedure, self.person, self.papers, self.more, self.late):
            self._fields.add(part)
        self._fields.follow(self.papers.table)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self._heading)
        self._rows.addWidget(self._fields, 1)
        # What is promised and asked for stays in sight, however many papers there are.
        for widget in (*below, self.bar):
            self._rows.addWidget(widget)
        self._fit()

    def _connect(self) -> None:
        self.bar.save_wanted.connect(self.save_wanted)
        self.bar.quiet_save_wanted.connect(self.quiet_save_wanted)
        self.bar.serve_wanted.connect(self.serve_wanted)
        self.bar.refusal_wanted.connect(self._ask_reason)
        self.bar.guidance_wanted.connect(self._ask_what_is_missing)
        self.refusal.confirmed.connect(self.refuse_wanted)
        self.refusal.guided.connect(self.guide_wanted)
        self.refusal.left.connect(self._take_in_after_all)
        self.bar.group_wanted.connect(self._switch_group)
        self.bar.override_wanted.connect(self._ask_override)
        self.override.confirmed.connect(self.override_wanted)
        self.override.left.connect(self._take_in_after_all)
        self.more.channel_changed.connect(self._take_channel)
        self.late.time_changed.connect(self.terms_wanted)
        self.procedure.picked.connect(self._take_procedure)
        self.procedure.cases_changed.connect(self._take_cases)
        self.person.number_typed.connect(self.number_typed)
        self.terms.edited.connect(self.terms_wanted)
        for part in (self.person, self.papers, self.terms, self.due, self.more, self.late):
            part.edited.connect(self._touch)
        self._pause.timeout.connect(self.paused)

    @property
    def is_touched(self) -> bool:
        """True when something would be lost by leaving."""
        return self._touched

    def start(self) -> None:
        """Put the focus where an intake begins, or goes on."""
        self._first_empty().setFocus(Qt.FocusReason.TabFocusReason)

    def resume(self) -> None:
        """Put the focus back to where the clerk was in what is typed."""
        before: QWidget | None = self.focusWidget()
        if self._touched and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.start()

    def show_card(self, person: Person) -> None:
        """Fill the person from a scanned card and go on."""
        self.person.show_card(person)
        self._touch()
        self.person_shown.emit()
        self.start()

    def show_known(self, person: Person) -> None:
        """Fill the gaps from an earlier dossier of the same person."""
        if self.person.fill_gaps(person):
            self.person.habitual_enter.lead_to(self._first_empty())
        self._touch()
        self.person_shown.emit()

    def show_procedure(self, procedure: Procedure) -> None:
        """Take a procedure that was scanned."""
        self.procedure.show_procedure(procedure)
        self._take_procedure(procedure)
        (self.procedure.first_case() or self._first_empty()).setFocus(Qt.FocusReason.TabFocusReason)

    def take_habits(self, habits: Habits) -> None:
        """Stand as the office usually does; what is being typed stays as it is."""
        if not self._touched:
            self.terms.taking.take_habit(habits.fee_at)
            self._blank = self.typed()

    def show_terms(self, terms: Terms) -> None:
        """Show fee and due time by the rules."""
        self.terms.show_terms(terms)
        self.due.show_terms(terms)

    def typed(self) -> Intake:
        """The wish as it stands; what cannot be read counts as not typed."""
        return self._parts.typed(self.carried.group)

    def point_at_unreadable(self) -> bool:
        """Lead to what was typed and means nothing; False: all of it can be read."""
        return self._parts.point_at_unreadable()

    def restore(self, intake: Intake, procedure: Procedure | None, *, place: int = 1) -> None:
        """Put a kept draft back into the fields; its ``place`` is that in its group, from 1."""
        self.clear()
        self.more.restore(intake)
        self.late.restore(intake)
        self.carried.begin_group(intake.group, place)
        self.person.show_person(intake.applicant)
        if procedure is not None:
            cases = [case for case in intake.cases if case in procedure.cases]
            self.procedure.show_procedure(procedure, cases)
            self._show_what_is_asked(procedure)
            self.papers.show_draft(procedure.papers_for(cases), intake.papers)
        self.terms.restore(intake)
        self.due.restore(intake)
        self._touch()
        self.notice.say(
            Tone.PLAIN, self.tr("This was typed before and is not saved. F9 saves it, Esc twice gives it up.")
        )
        self.terms_wanted.emit()
        self.start()

    def show_error(self, explanation: Explanation) -> None:
        """Say what is wrong beside the field that it is about."""
        self._parts.say(explanation)

    def show_saved(self, words: str, *, is_received: bool = True) -> None:
        """Empty the pane for the next citizen and say what was saved; what was not received is none of a group."""
        focus = QApplication.focusWidget()
        is_here = focus is not None and self.isAncestorOf(focus)
        self._go_on(is_received=is_received)
        self.notice.say(Tone.FINE, words)
        if is_here:
            self.start()

    def set_busy(self, *, busy: bool) -> None:
        """Nothing can be saved twice while a save is under way."""
        self._busy = busy
        self.refusal.set_busy(busy=busy)
        self.override.set_busy(busy=busy)
        self._offer()

    def clear(self) -> None:
        """An empty pane."""
        self.more.restore(None)
        self.late.clear_all()
        self.carried.begin_group(None)
        self._clear_dossier()

    def begin_group(self, group: UUID | None) -> None:
        """What is saved from here on was handed in together by one submitter; None: each by itself."""
        self.carried.begin_group(group)
        self._offer()

    def _go_on(self, *, is_received: bool) -> None:
        """After a save: of a pile of late receipts and of a group stays what the next one shares."""
        procedure, cases = self.procedure.procedure, self.procedure.cases
        self.late.go_on()
        if self.carried.group is None:
            self.more.restore(None)
            self._clear_dossier()
        else:
            if is_received:
                self.carried.count_on()
            self.more.go_on(self.person.typed())
            self._clear_dossier()
            if procedure is not None:
                self.procedure.show_procedure(procedure, cases)
                self._show_what_is_asked(procedure)
                self.papers.show_asked(procedure.papers_for(cases))
        if self.carried.words:
            self._touch()  # a power cut loses nothing of what stays
            self.terms_wanted.emit()

    def _clear_dossier(self) -> None:
        self.notice.dismiss()
        self.procedure.show_procedure(None)
        self.papers.setVisible(False)
        self.person.clear_all()
        self.papers.clear_all()
        self.terms.clear_all()
        self.due.clear_all()
        self.refusal.reason.clear()
        for asking in (self.refusal, self.override):
            asking.hide()
        self.bar.show()
        self._pause.stop()
        self._touched = self._asks_to_discard = False
        self._offer()

    @property
    def asks_to_discard(self) -> bool:
        """True while the pane asks whether what is typed may go."""
        return self._asks_to_discard

    def ask_to_discard(self) -> None:
        """Something typed would be lost: say so; a second Esc is the answer."""
        self._asks_to_discard = True
        self.notice.say(Tone.CAUTION, self.tr("What is typed here is not saved. Esc again gives it up."))

    def leave(self) -> bool:
        """One level back: the refusal, then a notice that is to be heeded; False when only what is typed is left."""
        if self._asks_to_discard:
            return False
        if self.refusal.isVisible() or self.override.isVisible():
            self._take_in_after_all()
            return True
        return self.notice.tone in _TO_BE_HEEDED and self.notice.dismiss()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        px = theme_in_use().px
        self._rows.setContentsMargins(px(16), px(6), px(8), px(12))
        self._rows.setSpacing(px(6))
        self._fields.fit()

    def _offer(self) -> None:
        procedure = self.procedure.procedure
        at_once = procedure is not None and self._asked_of(procedure).is_same_day
        self.bar.offer(may_save=self._touched and not self._busy, at_once=at_once)
        self.carried.tell(self.late.words)

    @Slot()
    def _touch(self) -> None:
        self._touched = self.typed() != self._blank
        if self._asks_to_discard:
            self._asks_to_discard = False
            self.notice.dismiss()
        self._pause.start()
        self._offer()

    @Slot(object)
    def _take_procedure(self, procedure: Procedure) -> None:
        self._show_what_is_asked(procedure)
        self.papers.show_asked(procedure.papers_for())
        self._touch()
        self.terms_wanted.emit()
        if not procedure.cases:
            self.start()

    def _show_what_is_asked(self, procedure: Procedure) -> None:
        """Fee and time may hang on the ticked cases, and on how the dossier came in."""
        asked = self._asked_of(procedure)
        self.terms.show_procedure(procedure.code, asked)
        self.due.show_time(asked.time)
        self.papers.setVisible(True)

    def _asked_of(self, procedure: Procedure) -> ProcedureTerms:
        return procedure.terms_for(self.more.arrival.typed().channel, self.procedure.cases)

    @Slot()
    def _take_channel(self) -> None:
        procedure = self.procedure.procedure
        if procedure is not None:
            self._show_what_is_asked(procedure)
            self.terms_wanted.emit()

    @Slot()
    def _take_cases(self) -> None:
        procedure = self.procedure.procedure
        if procedure is not None:
            self._show_what_is_asked(procedure)
            self.papers.show_asked(procedure.papers_for(self.procedure.cases))
            self._touch()
            self.terms_wanted.emit()

    def _first_empty(self) -> QWidget:
        if self.procedure.procedure is None:
            return self.procedure.line
        return self.person.first_empty() or self.terms.first_count() or self.papers.first()

    @Slot()
    def _ask_reason(self) -> None:
        self._turn_away(guides=False)

    @Slot()
    def _ask_what_is_missing(self) -> None:
        self._turn_away(guides=True)

    def _turn_away(self, *, guides: bool) -> None:
        self.bar.hide()
        self.refusal.show()
        self.refusal.open(guides=guides)

    @Slot()
    def _take_in_after_all(self) -> None:
        self.refusal.hide()
        self.override.hide()
        self.bar.show()
        self.start()

    @Slot()
    def _ask_override(self) -> None:
        self.bar.hide()
        self.override.open()

    @Slot()
    def _switch_group(self) -> None:
        """A group that is ended takes its submitter and way in along: the next citizen has others."""
        if self.carried.group is None:
            self.group_wanted.emit()
            return
        if self.carried.has_begun:
            self.more.restore(None)
            self._take_channel()
        self.begin_group(None)
        self._touch()
