"""The card of one dossier: what it is, where it stands, and what may be done with it now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from cgcounter.domain.particulars import RatingScale
from cgcounter.gui.result_return.act_bar import ActBar
from cgcounter.gui.result_return.ask_part import AskPart
from cgcounter.gui.result_return.asked_parts import AskedParts
from cgcounter.gui.result_return.authorised_part import AuthorisedPart
from cgcounter.gui.result_return.card_part import CardPart
from cgcounter.gui.result_return.card_words import CardFacts
from cgcounter.gui.result_return.correction_part import CorrectionPart
from cgcounter.gui.result_return.facts_panel import FactsPanel
from cgcounter.gui.result_return.rating_part import RatingPart
from cgcounter.gui.result_return.wish import Wish
from cgcounter.gui.theme import Tone, theme_in_use
from cgcounter.gui.widgets.elided_label import ElidedLabel
from cgcounter.gui.widgets.notice_bar import NoticeBar

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DossierCard(QWidget):
    """Enter presses the button that has the focus ring: the primary one when a card is opened, none after an act.

    Signals: wished: a Wish that needs nothing more. answered: a Wish, and the AskPart that holds what it needs.
    return_to_wanted: a Collector. correction_wanted: a Corrected. rated: a Rated. part_left: what was open at the
    foot was left.
    """

    wished = Signal(object)
    return_to_wanted = Signal(object)
    answered = Signal(object, object)
    correction_wanted = Signal(object)
    rated = Signal(object)
    part_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice, self.facts, self.acts = NoticeBar(), FactsPanel(), ActBar(self)
        self.authorised, self.correction, self.rating = AuthorisedPart(), CorrectionPart(), RatingPart()
        self.asked = AskedParts(self)
        self._code, self._name, self._identity = ElidedLabel(), ElidedLabel(), QLabel()
        self._owed = QLabel()
        self._shown: CardFacts | None = None
        self._part: CardPart | None = None
        self._asked_to_drop = False
        self._body = QWidget()
        self._build()
        self._connect()
        self._fit()

    @property
    def heading(self) -> tuple[str, str, str]:
        """Code, name and the line on the photo ID."""
        return self._code.text(), self._name.text(), self._identity.text()

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return self._part is not None and self._part.is_touched

    @property
    def asks_who(self) -> bool:
        """Whether an authorised person is being asked for."""
        return self._part is self.authorised and self._part.isEnabled()

    def show_nothing(self) -> None:
        """There is no dossier to show."""
        self._close_part()
        self._shown = None
        self._body.hide()

    def show_waiting(self) -> None:
        """Another dossier is being read: nothing of the last one may be wished for."""
        self._close_part()
        self.notice.dismiss()
        self.acts.setEnabled(False)

    def show_card(self, facts: CardFacts, *, opened: bool) -> None:
        """Show a dossier; `opened`: the clerk has just asked for it, so that Enter does what comes next."""
        self._shown = facts
        self._code.setText(facts.code)
        self._fit_code()
        self._name.setText(facts.name)
        self._identity.setText(facts.identity)
        self._owed.setText(self.tr("To be paid: {amount}").format(amount=facts.owed) if facts.owed else "")
        self._show_foot()
        self.facts.show_facts(facts)
        self._show_acts(facts)
        self._body.show()
        if opened:
            self.facts.verticalScrollBar().setValue(0)
            self.focus_default()

    def ask_rating(self, scale: RatingScale) -> None:
        """Ask how it was; what was done stays to be read, and whatever comes next ends the question."""
        self._part = self.rating
        self._asked_to_drop = False
        self._show_foot()
        self.rating.open_for(scale)

    def show_under_way(self, *, under_way: bool) -> None:
        """While an act is under way nothing else can be wished for."""
        if under_way:
            # A disabled button would hand the focus, and the next Enter, to its neighbour.
            self.facts.setFocus(Qt.FocusReason.OtherFocusReason)
        self.acts.setEnabled(not under_way)
        if self._part is not None:
            self._part.setEnabled(not under_way)

    def show_done(self, words: str) -> None:
        """Say what was saved; what was open closes."""
        self._close_part()
        self.facts.setFocus(Qt.FocusReason.OtherFocusReason)
        self.facts.verticalScrollBar().setValue(0)
        self.notice.say(Tone.FINE, words)

    def show_problem(self, code: str, words: str) -> None:
        """Say what did not work: beside the field it is about, else over the card."""
        if self._part is not None and self._part.say_problem(code, words):
            return
        self.notice.say(Tone.ALARM, words)
        if self._part is not None:
            self._part.point_at_confirm()
        else:
            self.focus_default()

    def show_caution(self, words: str) -> None:
        """Say what the clerk should know before going on."""
        self.notice.say(Tone.CAUTION, words)

    def focus_default(self) -> None:
        """Wait where Enter does what comes next."""
        (self.acts.primary or self.facts).setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> None:
        """One level back: a notice, what is open at the foot, the card. What was typed is dropped on the second."""
        if self._part is None:
            if not self.notice.dismiss():
                self.wished.emit(Wish.CLOSE)
        elif self.is_touched and not self._asked_to_drop:
            self._asked_to_drop = True
            self.show_caution(self.tr("What you typed is not saved. Esc again drops it, F9 saves it."))
        else:
            self._close_part()
            self.notice.dismiss()
            self.focus_default()
            self.part_left.emit()

    def event(self, event: QEvent) -> bool:
        # The window has an Esc of its own; within the card it waits.
        if event.type() == QEvent.Type.ShortcutOverride and _is_esc(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if _is_esc(event):
            self.step_back()
        elif event.key() in _ENTER and isinstance(focus, QPushButton):
            # An Enter that is held down since the search field must not return anything.
            if not event.isAutoRepeat():
                focus.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_default()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_code()

    def _build(self) -> None:
        self._name.setProperty("textRole", "name")
        self._identity.setWordWrap(True)
        self._owed.setProperty("textRole", "owed")
        self._owed.setWordWrap(True)
        rule = QFrame()
        rule.setProperty("panel", "true")
        rule.setFixedHeight(1)
        self._inner = QVBoxLayout(self._body)
        self._inner.setContentsMargins(0, 0, 0, 0)
        for widget in (self._code, self._name, self._identity, self._owed, rule):
            self._inner.addWidget(widget)
        self._inner.addWidget(self.facts, 1)
        for foot in (self.authorised, self.correction, self.rating, self.asked, self.acts):
            self._inner.addWidget(foot)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self.notice)
        self._outer.addWidget(self._body, 1)
        self._outer.addStretch(0)
        self._body.hide()

    def _connect(self) -> None:
        self.acts.wished.connect(self._take_wish)
        self.authorised.confirmed.connect(self._send_collector)
        self.correction.confirmed.connect(self._send_correction)
        self.rating.confirmed.connect(self._send_rating)
        self.asked.confirmed.connect(self._send_answer)
        for part in (self.authorised, self.correction, self.rating, self.asked):
            part.left.connect(self.step_back)
            part.edited.connect(self._forget_question)

    @Slot(object)
    def _take_wish(self, wish: Wish) -> None:
        shown = self._shown
        if self._part is self.rating and not self.is_touched:
            self._close_part()  # who goes on leaves the rating out
        if shown is None or not self.acts.isEnabled() or self._part is not None:
            return
        if wish is Wish.AUTHORISED:
            self._open(self.authorised)
            self.authorised.open_for(shown.owed, shown.submitter, shown.relation)
        elif wish is Wish.CORRECT:
            self._open(self.correction)
            self.correction.open_for(shown.applicant, shown.note, shown.papers_given)
        elif self.asked.asks(wish):
            self._open(self.asked.part(wish))
            self.asked.open(wish, shown.offers)
        else:
            self.wished.emit(wish)

    def _show_acts(self, facts: CardFacts) -> None:
        """A button that goes must not hand its focus, and the next Enter, to its neighbour."""
        button = self.acts.pointed_at
        if button is not None:
            self.facts.setFocus(Qt.FocusReason.OtherFocusReason)
        self.acts.setEnabled(True)
        self.acts.show_acts(
            facts.acts,
            facts.papers,
            is_printed=facts.is_printed,
            owed=facts.owed,
            in_group=facts.in_group,
        )
        if button is not None and not button.isHidden():
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, part: CardPart) -> None:
        self._part = part
        self._asked_to_drop = False
        self.notice.dismiss()
        self._show_foot()

    def _close_part(self) -> None:
        if self._part is not None:
            self._part.hide()
            self.asked.hide()
            self._part = None
        self._show_foot()

    def _show_foot(self) -> None:
        """The acts, and what is to be paid with them, give way to a part that is open."""
        self.acts.setVisible(self._part is None)
        self._owed.setVisible(self._part is None and bool(self._owed.text()))

    @Slot()
    def _forget_question(self) -> None:
        if self._asked_to_drop:
            self._asked_to_drop = False
            self.notice.dismiss()

    @Slot()
    def _send_collector(self) -> None:
        self.return_to_wanted.emit(self.authorised.collector)

    @Slot()
    def _send_rating(self) -> None:
        if not self.rating.points_at_score():
            self.rated.emit(self.rating.rated)

    @Slot(object, object)
    def _send_answer(self, wish: Wish, part: AskPart) -> None:
        if not part.points_at_unreadable():
            self.answered.emit(wish, part)

    @Slot()
    def _send_correction(self) -> None:
        if self.correction.changes_nothing:
            self.show_caution(self.tr("Nothing has been changed yet."))
        elif not self.correction.text("reason"):
            self.correction.ask_reason()
        else:
            self.correction_wanted.emit(self.correction.corrected)

    def _fit(self) -> None:
        px = theme_in_use().px
        self._outer.setContentsMargins(px(16), px(12), px(16), px(12))
        self._outer.setSpacing(px(8))
        self._inner.setSpacing(px(6))
        # The upper mark of a capital (Ẩ, Ễ) rises above the line; it must not be cut off a name.
        self._name.setContentsMargins(0, px(5), 0, 0)
        self._owed.setContentsMargins(0, px(4), 0, 0)
        self._fit_code()

    def _fit_code(self) -> None:
        """As large as it can be read whole: a code with its end cut off is none."""
        room = self.width() - 2 * self._outer.contentsMargins().left()
        for role in ("number", "name"):
            self._code.setProperty("textRole", role)
            self._code.style().unpolish(self._code)
            self._code.style().polish(self._code)
            if self._code.fontMetrics().horizontalAdvance(self._code.text()) <= room:
                return


def _is_esc(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not event.modifiers()
