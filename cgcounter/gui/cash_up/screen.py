"""The page on which a clerk counts the drawer: what should be there, what is, and why it differs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from cgcounter.domain.cash import NoteCount, total_of
from cgcounter.domain.money import figures
from cgcounter.domain.payments import PaymentKind
from cgcounter.gui.cash_up.notes_grid import NotesGrid
from cgcounter.gui.theme import Tone
from cgcounter.gui.typed_values import read_dong, show_dong
from cgcounter.gui.widgets.edit_page import EditPage
from cgcounter.gui.widgets.money_edit import MoneyEdit
from cgcounter.services.cash_up import CashDay
from cgcounter.services.texts import MOST_TEXT


@dataclass(frozen=True)
class CashAnswer:
    """What was counted, in whole dong; no total is typed where it is None."""

    total_dong: int | None
    opening_dong: int
    notes: tuple[NoteCount, ...]
    reason: str


class CashUpScreen(EditPage):
    """The total follows the banknotes; a typed total stands for itself.

    Signals: answered: keep and print. skip_wanted: keep without paper.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Cash up for today"),
            self.tr("Count your drawer: type the total, or how many banknotes there are of each value."),
            parent,
        )
        self._taken_dong = 0
        self._total, self._opening = MoneyEdit(read_dong, show_dong), MoneyEdit(read_dong, show_dong)
        self._notes, self._reason = NotesGrid(), QLineEdit()
        self._taken, self._difference = QLabel(), QLabel()
        self._build_fields()
        self._build_keys()
        self.setFocusProxy(self._total)

    def _build_fields(self) -> None:
        self._taken.setWordWrap(True)
        self._difference.setProperty("textRole", "number")
        self._reason.setMaxLength(MOST_TEXT)
        self._reason.setPlaceholderText(self.tr("only if the cash differs"))
        self.form.add_wide(self._taken)
        self.ask("total", self.tr("C&ounted"), self._total)
        self.ask("notes", self.tr("&Banknotes"), self._notes)
        self.ask("opening", self.tr("In the &drawer before"), self._opening)
        self.ask("reason", self.tr("&Reason"), self._reason)
        self.form.add_wide(self._difference)
        self._total.setAccessibleName(self.tr("Counted, in đồng"))
        self._opening.setAccessibleName(self.tr("In the drawer before, in đồng"))
        self._opening.setWhatsThis(
            self.tr("Change that lay in the drawer before the first payment of the day.")
        )
        self._total.setWhatsThis(self.tr("All the cash in your drawer now, with what lay there before."))
        self._reason.setWhatsThis(self.tr("Why there is more or less cash than the payments left."))
        self._total.textEdited.connect(self._count_in_total)
        self._opening.textEdited.connect(self._compare)
        self._notes.edited.connect(self._count_by_notes)

    def _build_keys(self) -> None:
        self.next.setText(self.tr("Save and print  F9"))
        self.skip.setText(self.tr("Save, do not print  Ctrl+S"))
        self.skip.show()
        quiet = QAction(self.tr("Save, do not print"), self)
        quiet.setShortcut(QKeySequence("Ctrl+S"))
        quiet.triggered.connect(self.skip.click)
        self.addAction(quiet)

    def show_cash(self, clerk: str, cash: CashDay) -> None:
        """Show the day's payments of a clerk, and what was counted before."""
        self._taken_dong = cash.taken_dong
        title = self.tr("Cash up for {day}: {clerk}")
        self.show_title(title.format(day=f"{cash.day:%d/%m/%Y}", clerk=clerk))
        self._taken.setText(self._words_of(cash))
        count = cash.count
        self._notes.show_notes(count.notes if count else ())
        self._total.show_value(count.counted_dong if count else None)
        self._opening.show_value(count.opening_dong if count and count.opening_dong else None)
        self._reason.setText(count.reason if count else "")
        self._compare()
        self.begin()
        self.take_focus()

    def answer(self) -> CashAnswer:
        return CashAnswer(
            total_dong=self._total.value,
            opening_dong=self._opening.value or 0,
            notes=self._notes.notes,
            reason=self._reason.text().strip(),
        )

    def show_kept(self, words: str) -> None:
        """What was counted is on record."""
        self.begin()
        self.notice.say(Tone.FINE, words)

    def _words_of(self, cash: CashDay) -> str:
        sums = {
            kind: sum(one.amount_dong for one in cash.payments if one.kind is kind) for kind in PaymentKind
        }
        words = self.tr("Payments: {count}. Taken {taken}, paid back {back}, left in the drawer {left} đồng.")
        told = words.format(
            count=len(cash.payments),
            taken=figures(sums[PaymentKind.COLLECTED]),
            back=figures(sums[PaymentKind.REFUNDED]),
            left=figures(cash.taken_dong),
        )
        if cash.count is None:
            return told
        before = self.tr("Counted before at {when}.")
        return f"{told} {before.format(when=f'{cash.count.counted_at:%H:%M %d/%m/%Y}')}"

    @Slot()
    def _count_by_notes(self) -> None:
        self._total.show_value(total_of(self._notes.notes))
        self._compare()

    @Slot()
    def _count_in_total(self) -> None:
        self._notes.show_notes(())
        self._compare()

    @Slot()
    def _compare(self) -> None:
        total = self._total.value
        if total is None:
            self._difference.setText(self.tr("Nothing counted yet"))
            return
        missing = (self._opening.value or 0) + self._taken_dong - total
        if missing > 0:
            words = self.tr("{amount} đồng missing")
        elif missing < 0:
            words = self.tr("{amount} đồng too much")
        else:
            words = self.tr("The cash is right")
        self._difference.setText(words.format(amount=figures(abs(missing))))
