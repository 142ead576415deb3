"""Opens a dossier as a card, does what its buttons ask for, and shows what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.errors import CounterError
from cgcounter.domain.facts import Fact, FeeCollected, FeeRefunded, ResultReturned
from cgcounter.domain.forms import FormKey
from cgcounter.domain.id_cards import Acceptance, read_id_card
from cgcounter.domain.lifecycle import ActForbiddenError, acts_for
from cgcounter.domain.particulars import DossierId, RatingScale
from cgcounter.domain.staff import LEADERS
from cgcounter.gui.changes import Change, Topic
from cgcounter.gui.papers import Paper
from cgcounter.gui.result_return.ask_part import AskPart
from cgcounter.gui.result_return.authorised_part import Collector
from cgcounter.gui.result_return.card_words import CardWords
from cgcounter.gui.result_return.correction_part import Corrected
from cgcounter.gui.result_return.rating_part import Rated
from cgcounter.gui.result_return.reading import Reading, read_dossier, reading_of
from cgcounter.gui.result_return.screen import DossierCard
from cgcounter.gui.result_return.wish import PAPERS, Wish
from cgcounter.gui.result_return.wishes import act_of, correction_of, plain_act_of, receiver_of
from cgcounter.gui.stage import Stage

PAYMENTS: Final = (FeeCollected, FeeRefunded)
# What goes on paper as soon as it is saved.
_PAPER_OF: Final = {
    Wish.SUPPLEMENT: FormKey.SUPPLEMENT,
    Wish.REFUSE: FormKey.REFUSAL,
    Wish.STOP: FormKey.STOP_NOTICE,
    Wish.WITHDRAW: FormKey.STOP_NOTICE,
    Wish.APOLOGISE: FormKey.APOLOGY,
}


class ResultReturnPresenter(QObject):
    """One act at a time; what is typed is never dropped by a scan.

    Signals: closed: the card is to go. print_wanted, preview_wanted: the DossierId whose receipt is meant.
    paper_wanted: the Paper of another form.
    """

    closed = Signal()
    print_wanted = Signal(object)
    preview_wanted = Signal(object)
    paper_wanted = Signal(object)

    def __init__(self, screen: DossierCard, stage: Stage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._stage = stage
        self._words = CardWords(stage.messages, self)
        self._wanted: DossierId | None = None
        self._next: DossierId | None = None
        self._shown: Reading | None = None
        self._under_way = False
        screen.wished.connect(self._take_wish)
        screen.return_to_wanted.connect(self._return_to)
        screen.answered.connect(self._take_answer)
        screen.correction_wanted.connect(self._correct)
        screen.rated.connect(self._rate)
        screen.part_left.connect(self._open_next)
        stage.changes.changed.connect(self._follow)
        stage.session.actor_changed.connect(self._greet)

    @Slot(object)
    def open(self, dossier: DossierId) -> None:
        """Show a dossier; what is being typed or done on the card in front is finished first."""
        if self._under_way or self._screen.is_touched:
            self._next = dossier if dossier != self._wanted else None
            if not self._under_way:
                self._screen.show_caution(
                    self.tr("Finish what you have begun here: F9 saves it, Esc twice drops it.")
                )
            return
        self._wanted, self._next, self._shown = dossier, None, None
        self._screen.show_waiting()
        self._reload(opened=True)

    @Slot(str)
    def scan(self, text: str) -> bool:
        """Take an identity card while an authorised person is asked for; False: the scan is not for this card."""
        reading = read_id_card(text)
        if self._shown is None or not self._screen.asks_who or reading.accepted is Acceptance.NO:
            return False
        remark = self.tr("Check the name against the card.")
        if reading.personal_id == self._shown.dossier.applicant.personal_id:
            remark = self.tr("This is the applicant's own card: Esc, then Enter returns to the applicant.")
        self._screen.authorised.show_card(reading.name, reading.personal_id, remark)
        return True

    @Slot()
    def step_back(self) -> None:
        """One level back, as Esc on the card."""
        self._screen.step_back()

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if self._wanted is not None and change.concerns(Topic.DOSSIERS, self):
            self._reload(opened=False)

    @Slot(object)
    def _greet(self, actor: object) -> None:
        if actor is not None and not self._under_way:
            self._show(opened=False)

    def _reload(self, *, opened: bool) -> None:
        if self._wanted is not None:
            self._stage.runner.run(
                partial(read_dossier, self._stage.cases, self._wanted),
                owner=self,
                done=partial(self._take, self._wanted, opened),
                failed=partial(self._miss, self._wanted),
            )

    def _take(self, wanted: DossierId, opened: bool, reading: Reading) -> None:  # noqa: FBT001  bound by partial
        # What an act under way brings back is newer than this.
        if wanted == self._wanted and not self._under_way:
            self._shown = reading
            self._show(opened=opened)

    def _miss(self, wanted: DossierId, error: CounterError) -> None:
        if wanted == self._wanted:
            self._wanted = self._shown = None
            self._screen.show_nothing()
            self._tell(error)

    def _show(self, *, opened: bool) -> None:
        actor = self._stage.session.signed_in
        if self._shown is not None:
            acts = acts_for(self._shown.dossier, actor) if actor is not None else ()
            now, leads = self._stage.clock.now(), actor is not None and actor.may(LEADERS)
            self._screen.show_card(self._words.tell(self._shown, now, acts, leads=leads), opened=opened)

    @Slot(object)
    def _take_wish(self, wish: Wish) -> None:
        act, dossier = plain_act_of(wish, self._stage.cases.acts), self._wanted
        if act is not None:
            self._do(act)
        elif wish is Wish.CLOSE:
            self.closed.emit()
        elif wish is Wish.RATE:
            self._ask_rating()
        elif wish is Wish.NEXT_OF_GROUP:
            self._open_next_of_group()
        elif dossier is not None:
            self._put_on_paper(wish, dossier)

    def _open_next_of_group(self) -> None:
        if self._shown is not None and self._shown.group:
            self.open(DossierId(self._shown.group[0].id))

    def _put_on_paper(self, wish: Wish, dossier: DossierId) -> None:
        if wish is Wish.PRINT:
            self.print_wanted.emit(dossier)
        elif wish is Wish.PREVIEW:
            self.preview_wanted.emit(dossier)
        else:
            self.paper_wanted.emit(Paper(dossier, PAPERS[wish]))

    @Slot(object)
    def _return_to(self, collector: Collector) -> None:
        act = partial(self._stage.cases.acts.return_result, collects=collector.collects)
        self._do(act, receiver_of(collector))

    @Slot(object, object)
    def _take_answer(self, wish: Wish, part: AskPart) -> None:
        self._do(act_of(wish, part, self._stage.cases.acts), paper=_PAPER_OF.get(wish))

    @Slot(object)
    def _correct(self, corrected: Corrected) -> None:
        if self._shown is not None:
            self._do(self._stage.cases.acts.correct_dossier, correction_of(corrected, self._shown.dossier))

    @Slot(object)
    def _rate(self, rated: Rated) -> None:
        self._do(self._stage.cases.acts.rate_dossier, rated.score, rated.scale, rated.comment)

    def _ask_rating(self) -> None:
        """On the scale that the office asks with; five points where it asks nobody by itself."""
        if self._shown is not None:
            self._screen.ask_rating(self._shown.habits.rating or RatingScale.FIVE_POINTS)

    def _do(self, act: Callable[..., Dossier], *details: object, paper: FormKey | None = None) -> None:
        """Do one act on the dossier that is shown, and print its paper; a second wish meanwhile is no wish."""
        if self._under_way or self._shown is None:
            return
        self._under_way = True
        self._screen.show_under_way(under_way=True)
        self._stage.runner.run(
            partial(self._act, partial(act, self._stage.session.actor, self._shown.dossier.id, *details)),
            owner=self,
            done=partial(self._tell_done, paper),
            failed=self._tell_refused,
        )

    def _act(self, act: Callable[[], Dossier]) -> Reading:
        return reading_of(self._stage.cases, act())

    def _tell_done(self, paper: FormKey | None, reading: Reading) -> None:
        self._finish()
        done = _new_facts(self._shown, reading)
        self._shown = reading
        self._screen.show_done(self._words.saved(reading.dossier, reading.names, len(done)))
        self._show(opened=False)
        self._stage.changes.announce(Topic.DOSSIERS, initiator=self)
        if paper is None and reading.habits.prints_slip and any(isinstance(one, PAYMENTS) for one in done):
            paper = FormKey.PAYMENT_SLIP
        if paper in reading.papers:
            self.paper_wanted.emit(Paper(DossierId(reading.dossier.id), paper))
        if self._next is None and reading.habits.rating and _may_be_rated(done, reading):
            self._ask_rating()
        self._open_next()

    def _tell_refused(self, error: CounterError) -> None:
        self._finish()
        self._tell(error)
        if isinstance(error, ActForbiddenError):  # it stands otherwise than it is shown
            self._reload(opened=False)

    def _finish(self) -> None:
        self._under_way = False
        self._screen.show_under_way(under_way=False)

    def _tell(self, error: CounterError) -> None:
        self._screen.show_problem(error.code, self._stage.messages.explain(error).sentence)

    @Slot()
    def _open_next(self) -> None:
        if self._next is not None:
            self.open(self._next)


def _new_facts(before: Reading | None, after: Reading) -> tuple[Fact, ...]:
    """What the act just done wrote down; something at least."""
    known = len(before.dossier.history) if before is not None else 0
    lines = after.dossier.history[known:] or after.dossier.history[-1:]
    return tuple(line.fact for line in lines)


def _may_be_rated(done: tuple[Fact, ...], reading: Reading) -> bool:
    """Whether the citizen was just given the result, and has not said how it was."""
    return reading.dossier.rating is None and any(isinstance(one, ResultReturned) for one in done)
