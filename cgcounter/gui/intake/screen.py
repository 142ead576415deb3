"""The intake pane: procedure, person, papers, terms, and three ways to save."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cgcounter.domain.events import ReturnChannel
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Procedure
from cgcounter.gui.intake.papers_part import PapersPart
from cgcounter.gui.intake.person_part import PersonPart
from cgcounter.gui.intake.procedure_part import ProcedurePart
from cgcounter.gui.intake.terms_part import TermsPart, TypedTerms
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.count_edit import CountEdit
from cgcounter.gui.widgets.enter_moves_on import EnterMovesOn
from cgcounter.gui.widgets.field_row import Form
from cgcounter.gui.widgets.notice_bar import NoticeBar
from cgcounter.gui.widgets.wrapping_row import WrappingRow
from cgcounter.services.intake import Intake, Terms
from cgcounter.services.messages import Explanation

PAUSE_MS = 700
_BETWEEN_BUTTONS = 4  # so that all four fit into one line at 100 %
_PLACES = {
    "procedure_unknown": "procedure",
    "procedure_not_in_force": "procedure",
    "unknown_case": "procedure",
    "name_missing": "person",
    "fee_missing": "fee",
    "bad_amount": "fee",
    "due_time_missing": "due",
    "due_time_past": "due",
    "bad_date": "due",
}


class IntakeScreen(QWidget):
    """The passive pane.

    Signals: ``edited``: something was typed. ``paused``: nothing was typed for a while (time to keep the draft).
    ``terms_wanted``: procedure, case, pages or copies changed. ``number_typed``: a whole identity number stands.
    ``save_wanted``: save and print; ``quiet_save_wanted``: save only; ``serve_wanted``: receive, result and return
    in one act. ``refuse_wanted`` carries the reason.
    """

    edited = Signal()
    paused = Signal()
    terms_wanted = Signal()
    number_typed = Signal(str)
    save_wanted = Signal()
    quiet_save_wanted = Signal()
    serve_wanted = Signal()
    refuse_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.procedure, self.person = ProcedurePart(), PersonPart()
        self.papers, self.terms, self.notice = PapersPart(), TermsPart(), NoticeBar()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._touched = self._asks_to_discard = False
        self._build_more()
        self._build_buttons()
        self._build_layout()
        self._connect()
        self._enter = EnterMovesOn(self)
        self.clear()

    def _build_more(self) -> None:
        self._more = Form()
        self._submitter, self._relation = QLineEdit(), QLineEdit()
        self._sets, self._note = CountEdit(), QLineEdit()
        self._return_channel = QComboBox()
        self._return_channel.addItem(self.tr("at the counter"), ReturnChannel.COUNTER)
        self._return_channel.addItem(self.tr("by post"), ReturnChannel.POST)
        self._return_channel.addItem(self.tr("electronically"), ReturnChannel.ELECTRONIC)
        self._more.add(self.tr("Handed in by"), self._submitter)
        self._submitter.setPlaceholderText(self.tr("only if it is not the applicant"))
        self._more.add(self.tr("as"), self._relation)
        self._relation.setPlaceholderText(self.tr("authorised person, wife, son"))
        self._more.add(self.tr("Result wanted"), self._return_channel)
        self._more.add(self.tr("Sets"), self._sets)
        self._more.add(self.tr("Note"), self._note)
        self._show_more = QCheckBox(self.tr("&More: other person, return by post, note"))
        self._more.setVisible(False)

    def _build_buttons(self) -> None:
        self.save_action = self._action(self.tr("Save and print"), "F9", "Ctrl+Return", "Ctrl+Enter")
        self.quiet_action = self._action(self.tr("Save, do not print"), "Ctrl+S")
        self.serve_action = self._action(self.tr("Return at once"), "Shift+F9")
        self.refuse_action = self._action(self.tr("Refuse"), "Ctrl+R")
        # A row of its own widget: laid out within another layout, a layout of ours crashes the process.
        self._button_bar = QWidget()
        self._buttons = WrappingRow(self._button_bar)
        self._buttons.setSpacing(_BETWEEN_BUTTONS)
        self._button_of: dict[QAction, QPushButton] = {}
        for action in (self.save_action, self.serve_action, self.quiet_action, self.refuse_action):
            button = QPushButton()
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(action.trigger)
            self._button_of[action] = button
            self._buttons.addWidget(button)
        self._button_of[self.save_action].setProperty("kind", "primary")
        self._button_of[self.refuse_action].setProperty("kind", "quiet")
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Reason of the refusal, then Enter"))
        self._reason.setAccessibleName(self.tr("Reason of the refusal"))
        self._reason.setVisible(False)

    def _action(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.addAction(action)
        return action

    def _build_layout(self) -> None:
        title = QLabel(self.tr("Receive a dossier"))
        title.setProperty("textRole", "title")
        inner = QWidget()
        fields = QVBoxLayout(inner)
        fields.setContentsMargins(0, 0, 8, 0)
        for part in (self.procedure, self.person, self.papers, self._show_more, self._more):
            fields.addWidget(part)
        fields.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        for ground in (inner, scroll.viewport()):
            ground.setAutoFillBackground(False)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll = scroll
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 12)
        for widget in (title, self.notice):
            layout.addWidget(widget)
        layout.addWidget(scroll, 1)
        # What is promised and asked for stays in sight, however many papers there are.
        layout.addWidget(self.terms)
        layout.addWidget(self._reason)
        layout.addWidget(self._button_bar)

    def _connect(self) -> None:
        self.save_action.triggered.connect(self.save_wanted)
        self.quiet_action.triggered.connect(self.quiet_save_wanted)
        self.serve_action.triggered.connect(self.serve_wanted)
        self.refuse_action.triggered.connect(self._ask_reason)
        self._reason.returnPressed.connect(self._send_refusal)
        self.procedure.picked.connect(self._take_procedure)
        self.procedure.cases_changed.connect(self._take_cases)
        self.person.number_typed.connect(self.number_typed)
        self.terms.edited.connect(self.terms_wanted)
        self._show_more.toggled.connect(self._more.setVisible)
        for signal in (
            self.person.edited,
            self.papers.edited,
            self.terms.edited,
            self.procedure.cases_changed,
            self._submitter.textEdited,
            self._relation.textEdited,
            self._note.textEdited,
        ):
            signal.connect(self._touch)
        self._pause.timeout.connect(self.paused)

    @property
    def is_touched(self) -> bool:
        """True when something would be lost by leaving."""
        return self._touched

    def start(self) -> None:
        """Put the focus where an intake begins."""
        if self.procedure.procedure is None:
            self.procedure.line.setFocus()
        else:
            self._to_first_empty()

    def show_card(self, person: Person, *, check_name: bool) -> None:
        """Fill the person from a scanned card and go on."""
        self.person.show_person(person, check_name=check_name)
        self._touch()
        self.start()

    def show_procedure(self, procedure: Procedure) -> None:
        """Take a procedure that was scanned."""
        self.procedure.show_procedure(procedure)
        self._take_procedure(procedure)
        self.start()

    def show_terms(self, terms: Terms) -> None:
        """Show fee and due time by the rules."""
        self.terms.show_terms(terms)

    def typed(self) -> Intake:
        """The wish as it stands; raises BadDateError for a due day that is none."""
        terms = self.terms.typed()
        procedure = self.procedure.procedure
        submitter = self._submitter.text().strip()
        return Intake(
            procedure_code=procedure.code if procedure else "",
            applicant=self.person.typed(),
            papers=self.papers.typed(),
            cases=self.procedure.cases,
            submitter=Person(name=submitter) if submitter else None,
            submitter_relation=self._relation.text(),
            sets=self._sets.count,
            pages=terms.pages,
            copies=terms.copies,
            fee_typed=terms.fee_typed,
            exemption=terms.exemption,
            due_basis=terms.due_basis,
            due_typed=terms.due_typed,
            return_channel=self._return_channel.currentData(),
            note=self._note.text(),
        )

    def restore(self, intake: Intake, procedure: Procedure | None) -> None:
        """Put a kept draft back into the fields."""
        self.procedure.show_procedure(procedure, intake.cases)
        if procedure is not None:
            self.terms.show_procedure(procedure)
            self.papers.setVisible(True)
        self.person.show_person(intake.applicant)
        self.papers.show_given(intake.papers)
        self.terms.restore(
            TypedTerms(
                pages=intake.pages,
                copies=intake.copies,
                fee_typed=intake.fee_typed,
                exemption=intake.exemption,
                due_basis=intake.due_basis,
                due_typed=intake.due_typed,
            )
        )
        self._submitter.setText(intake.submitter.name if intake.submitter else "")
        self._relation.setText(intake.submitter_relation)
        self._note.setText(intake.note)
        self._sets.show_value(intake.sets)
        self._return_channel.setCurrentIndex(self._return_channel.findData(intake.return_channel))
        self._touched = True
        self._dress_buttons()
        self.terms_wanted.emit()

    def show_error(self, explanation: Explanation) -> None:
        """Say what is wrong beside the field that it is about."""
        place = _PLACES.get(explanation.code, "")
        if place == "procedure":
            self.procedure.say_error(explanation.sentence)
        elif place == "person":
            self.person.say_name_missing(explanation.sentence)
        elif place == "fee":
            self.terms.say_fee(explanation.sentence)
        elif place == "due":
            self.terms.say_due(explanation.sentence)
        else:
            self.notice.say(Tone.ALARM, explanation.sentence)

    def show_saved(self, words: str) -> None:
        """Empty the pane for the next citizen and say what was saved."""
        self.clear()
        self.notice.say(Tone.FINE, words)
        self.start()

    def set_busy(self, *, busy: bool) -> None:
        """Nothing can be saved twice while a save is under way."""
        for action in self._button_of:
            action.setEnabled(not busy)
        if not busy:
            self._dress_buttons()

    def clear(self) -> None:
        """An empty pane."""
        self._pause.stop()
        self._touched = self._asks_to_discard = False
        self.notice.dismiss()
        self.procedure.show_procedure(None)
        self.papers.setVisible(False)
        self.person.clear_all()
        self.papers.clear_all()
        self.terms.clear_all()
        for field in (self._submitter, self._relation, self._note, self._reason):
            field.clear()
        self._reason.setVisible(False)
        self._sets.show_value(1)
        self._return_channel.setCurrentIndex(0)
        self._show_more.setChecked(False)
        self._dress_buttons()

    @property
    def asks_to_discard(self) -> bool:
        """True while the pane asks whether what is typed may go."""
        return self._asks_to_discard

    def ask_to_discard(self) -> None:
        """Something typed would be lost: say so; a second Esc is the answer."""
        self._asks_to_discard = True
        self.notice.say(Tone.CAUTION, self.tr("What is typed here is not saved. Esc again gives it up."))

    def leave(self) -> bool:
        """One level back: a notice, the refusal's reason, then what is typed; False when nothing was left to do."""
        if not self._asks_to_discard and self.notice.dismiss():
            return True
        if self._reason.isVisible():
            self._reason.setVisible(False)
            self.start()
            return True
        return False

    def _dress_buttons(self) -> None:
        procedure = self.procedure.procedure
        self.serve_action.setEnabled(procedure is not None and procedure.is_same_day)
        for action, button in self._button_of.items():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setText(f"{action.text()}  {keys}")
            button.setEnabled(action.isEnabled())
        self._button_of[self.serve_action].setVisible(self.serve_action.isEnabled())

    @Slot()
    def _touch(self) -> None:
        self._touched = True
        if self._asks_to_discard:
            self._asks_to_discard = False
            self.notice.dismiss()
        self._pause.start()
        self.edited.emit()

    @Slot(object)
    def _take_procedure(self, procedure: Procedure) -> None:
        self.terms.show_procedure(procedure)
        self.papers.setVisible(True)
        self.papers.show_asked(procedure.papers_for())
        self._dress_buttons()
        self._touch()
        self.terms_wanted.emit()
        if not procedure.cases:
            self._to_first_empty()

    @Slot()
    def _take_cases(self) -> None:
        procedure = self.procedure.procedure
        if procedure is not None:
            self.papers.show_asked(procedure.papers_for(self.procedure.cases))
            self.terms_wanted.emit()

    def _to_first_empty(self) -> None:
        if not (self.person.number.text() and self.person.name.text()):
            self.person.number.setFocus()
        elif not self.terms.take_counts_focus():
            self.papers.take_focus()

    @Slot()
    def _ask_reason(self) -> None:
        self._reason.setVisible(True)
        self._reason.setFocus()

    @Slot()
    def _send_refusal(self) -> None:
        self.refuse_wanted.emit(self._reason.text())
