"""The intake pane: procedure, person, papers, terms, and the ways to save."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from cgcounter.domain.offices import Habits
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Procedure
from cgcounter.gui.intake.due_part import DuePart
from cgcounter.gui.intake.heading import Heading
from cgcounter.gui.intake.more_part import More, MorePart
from cgcounter.gui.intake.papers_part import PapersPart
from cgcounter.gui.intake.person_part import PersonPart
from cgcounter.gui.intake.procedure_part import ProcedurePart
from cgcounter.gui.intake.refusal_part import RefusalPart
from cgcounter.gui.intake.save_bar import SaveBar
from cgcounter.gui.intake.terms_part import TermsPart
from cgcounter.gui.theme import ROW_HEIGHT, Tone, theme_in_use
from cgcounter.gui.widgets.enter_moves_on import EnterMovesOn
from cgcounter.services.intake import Intake, Terms
from cgcounter.services.messages import Explanation

PAUSE_MS: Final = 700
_TO_BE_HEEDED: Final = (Tone.ALARM, Tone.CAUTION)
_PLACES: Final = {
    "procedure_missing": "procedure",
    "procedure_unknown": "procedure",
    "procedure_not_in_force": "procedure",
    "unknown_case": "procedure",
    "name_missing": "person",
    "fee_missing": "fee",
    "bad_amount": "fee",
    "due_time_missing": "due",
    "due_time_past": "due",
    "bad_date": "due",
    "reason_missing": "reason",
    "nothing_asked": "reason",
}


class IntakeScreen(QWidget):
    """The passive pane.

    Signals: ``paused``: nothing was typed for a while (time to keep the draft). ``terms_wanted``: procedure, case,
    pages or copies changed. ``number_typed``: a whole identity number stands. ``person_shown``: a card or an earlier
    dossier filled the person. ``save_wanted``: save and print;
    ``quiet_save_wanted``: save only; ``serve_wanted``: receive, result and return in one act. ``refuse_wanted``
    carries the reason, ``guide_wanted`` what is missing beside the papers that are not ticked.
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading(self.tr("Receive a dossier"))
        self.notice = self._heading.notice
        self.procedure, self.person, self.papers = ProcedurePart(), PersonPart(), PapersPart()
        self.more, self.terms, self.due = MorePart(), TermsPart(), DuePart()
        self.refusal, self.bar = RefusalPart(), SaveBar()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._touched = self._busy = self._asks_to_discard = False
        self._build()
        self._connect()
        self._enter = EnterMovesOn(self)
        self._blank = self.typed()
        self.clear()

    def _build(self) -> None:
        self._inner = QWidget()
        self._fields = QVBoxLayout(self._inner)
        for part in (self.procedure, self.person, self.papers, self.more):
            self._fields.addWidget(part)
        self._fields.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self._inner, self._scroll.viewport()):
            ground.setAutoFillBackground(False)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self._heading)
        self._rows.addWidget(self._scroll, 1)
        # What is promised and asked for stays in sight, however many papers there are.
        for below in (self.terms, self.due, self.refusal, self.bar):
            self._rows.addWidget(below)
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
        self.procedure.picked.connect(self._take_procedure)
        self.procedure.cases_changed.connect(self._take_cases)
        self.person.number_typed.connect(self.number_typed)
        self.terms.edited.connect(self.terms_wanted)
        for part in (self.person, self.papers, self.terms, self.due, self.more):
            part.edited.connect(self._touch)
        self._pause.timeout.connect(self.paused)
        for follow in (self._keep_width, self._keep_in_sight):
            self._scroll.verticalScrollBar().rangeChanged.connect(follow)
        self.papers.table.selectionModel().currentRowChanged.connect(self._show_paper)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focus)

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
        terms, more, procedure = self.terms.typed(), self.more.typed(), self.procedure.procedure
        return Intake(
            procedure_code=procedure.code if procedure else "",
            applicant=self.person.typed(),
            papers=self.papers.typed(),
            cases=self.procedure.cases,
            submitter=more.submitter,
            submitter_relation=more.relation,
            sets=more.sets,
            pages=terms.pages,
            copies=terms.copies,
            fee_typed=terms.fee_typed,
            exemption=terms.exemption,
            takes_fee=terms.takes_fee,
            official=terms.official,
            due_basis=self.due.basis,
            due_typed=self.due.typed,
            return_channel=more.return_channel,
            note=more.note,
        )

    def point_at_unreadable(self) -> bool:
        """Lead to what was typed and means nothing; False: all of it can be read."""
        return any(part.point_at_unreadable() for part in (self.person, self.terms, self.due))

    def restore(self, intake: Intake, procedure: Procedure | None) -> None:
        """Put a kept draft back into the fields."""
        self.clear()
        self.person.show_person(intake.applicant)
        if procedure is not None:
            cases = [case for case in intake.cases if case in procedure.cases]
            self.procedure.show_procedure(procedure, cases)
            self._show_what_is_asked(procedure)
            self.papers.show_draft(procedure.papers_for(cases), intake.papers)
        self.terms.restore(intake)
        self.due.restore(intake)
        self.more.restore(_more_of(intake))
        self._touch()
        self.notice.say(
            Tone.PLAIN, self.tr("This was typed before and is not saved. F9 saves it, Esc twice gives it up.")
        )
        self.terms_wanted.emit()
        self.start()

    def show_error(self, explanation: Explanation) -> None:
        """Say what is wrong beside the field that it is about."""
        words = explanation.sentence
        match _PLACES.get(explanation.code):
            case "procedure":
                self.procedure.say_error(words)
            case "person":
                self.person.say_name_missing(words)
            case "fee":
                self.terms.say_fee(words)
            case "due":
                self.due.say_error(words)
            case "reason" if self.refusal.isVisible():
                self.refusal.say_reason(words)
            case _:
                self.notice.say(Tone.ALARM, words)

    def show_saved(self, words: str) -> None:
        """Empty the pane for the next citizen and say what was saved."""
        focus = QApplication.focusWidget()
        is_here = focus is not None and self.isAncestorOf(focus)
        self.clear()
        self.notice.say(Tone.FINE, words)
        if is_here:
            self.start()

    def set_busy(self, *, busy: bool) -> None:
        """Nothing can be saved twice while a save is under way."""
        self._busy = busy
        self.refusal.set_busy(busy=busy)
        self._offer()

    def clear(self) -> None:
        """An empty pane."""
        self.notice.dismiss()
        self.procedure.show_procedure(None)
        self.papers.setVisible(False)
        self.person.clear_all()
        self.papers.clear_all()
        self.terms.clear_all()
        self.due.clear_all()
        self.more.restore(More())
        self.refusal.reason.clear()
        self.refusal.hide()
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
        if self.refusal.isVisible():
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
        self._fields.setSpacing(px(6))
        self._keep_width()

    @Slot()
    def _keep_width(self) -> None:
        """The fields are as wide with the scroll bar as without it: none goes to another line when it comes."""
        bar, gap = self._scroll.verticalScrollBar(), theme_in_use().px(8)
        width, is_there = bar.sizeHint().width(), bar.maximum() > bar.minimum()
        self._fields.setContentsMargins(0, 0, gap if is_there else gap + width, 0)
        for below in (self.terms, self.due, self.refusal):
            below.setContentsMargins(0, 0, gap + width, 0)

    @Slot()
    def _keep_in_sight(self) -> None:
        """What comes or goes above a field does not push it out of sight while it is filled in."""
        self._show_focus(None, self.focusWidget())

    def _offer(self) -> None:
        procedure = self.procedure.procedure
        cases = self.procedure.cases
        at_once = procedure is not None and procedure.terms_for(cases=cases).is_same_day
        self.bar.offer(may_save=self._touched and not self._busy, at_once=at_once)

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
        """Fee and time may hang on the ticked cases."""
        asked = procedure.terms_for(cases=self.procedure.cases)
        self.terms.show_procedure(procedure.code, asked)
        self.due.show_time(asked.time)
        self.papers.setVisible(True)

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
        self.bar.show()
        self.start()

    @Slot(QWidget, QWidget)
    def _show_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A field that gets the focus is in sight, with the line under it."""
        if new is not None and self._inner.isAncestorOf(new):
            self._scroll.ensureWidgetVisible(new, 0, theme_in_use().px(ROW_HEIGHT))

    @Slot(QModelIndex, QModelIndex)
    def _show_paper(self, current: QModelIndex, _previous: QModelIndex) -> None:
        table = self.papers.table
        if table.hasFocus():
            row = table.visualRect(current)
            middle = table.viewport().mapTo(self._inner, row.center())
            self._scroll.ensureVisible(0, middle.y(), 0, row.height())


def _more_of(intake: Intake) -> More:
    return More(
        submitter=intake.submitter,
        relation=intake.submitter_relation,
        return_channel=intake.return_channel,
        sets=intake.sets,
        note=intake.note,
    )
