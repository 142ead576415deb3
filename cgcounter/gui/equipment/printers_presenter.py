"""Finds the printers, prints test pages, and tells of each code that is scanned back whether it is right."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Slot

from cgcounter.domain.errors import CounterError
from cgcounter.domain.forms import PaperSize
from cgcounter.domain.scanning import Damage, TrialScan, damage_between
from cgcounter.domain.trial_codes import SymbolKind, find_trial_code, trial_code
from cgcounter.gui.equipment.parts import EquipmentParts, EquipmentPresenter
from cgcounter.gui.equipment.printers_page import PrintersAnswer, PrintersPage
from cgcounter.gui.equipment.scan_words import words_of_damage
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.findings import Finding
from cgcounter.services.ports import PrinterError
from cgcounter.services.settings import PaperContext

_EVERY_CODE: Final = tuple(trial_code(size, kind) for size in PaperSize for kind in SymbolKind)


class PrintersPresenter(EquipmentPresenter):
    """What is tried is what stands on the page, whether it is kept or not."""

    def __init__(self, page: PrintersPage, parts: EquipmentParts) -> None:
        super().__init__(page, parts)
        self._page = page
        self._scanned: dict[PaperSize, set[SymbolKind]] = {}
        page.test_wanted.connect(self._print)
        page.scan_arrived.connect(self._examine)
        page.answered.connect(self._answer)

    def open(self) -> None:
        """Show what is set, and look for the printers of this machine."""
        self._scanned = {}
        self._page.show_printers((), self._kept())
        self._page.show_findings(())
        self._run(self._parts.printers, self._offer)

    def _kept(self) -> PrintersAnswer:
        settings = self._parts.current()
        return PrintersAnswer(settings.receipt, settings.daily_log)

    def _offer(self, names: tuple[str, ...]) -> None:
        self._page.show_printers(names, self._page.answer())

    @Slot(object)
    def _print(self, context: PaperContext) -> None:
        self._page.show_printing(under_way=True)
        self._page.show_findings((Finding(Tone.PLAIN, self.tr("Printing the test page…")),))
        work = partial(self._parts.print_test, context)
        self._run(work, partial(self._tell_printed, context), self._tell_not_printed)

    def _tell_printed(self, context: PaperContext, _nothing: None) -> None:
        self._scanned[context.size] = set()
        if context.printer:
            words = self.tr("Sent to {printer}. Do the four things that the page asks for.")
        else:
            words = self.tr(
                "The page lies as a PDF in the papers folder. Do the four things that it asks for."
            )
        sent = Finding(Tone.FINE, words.format(printer=context.printer))
        self._page.show_findings((sent, *self._state_of(context.size)))
        self._page.show_printing(under_way=False)

    def _tell_not_printed(self, error: CounterError) -> None:
        words = self._parts.messages.explain(error).sentence
        if isinstance(error, PrinterError):
            words = self.tr("The printer did not take the page ({reason}). Check it, or choose another one.")
            words = words.format(reason=self._parts.messages.term(str(error.fields.get("reason", ""))))
        self._page.show_findings((Finding(Tone.ALARM, words),))
        self._page.show_printing(under_way=False)

    @Slot(object)
    def _examine(self, scan: TrialScan) -> None:
        code = find_trial_code(scan.text)
        if code is None:
            self._page.show_findings((words_of_damage(_likeliest_damage(scan), scan),))
            return
        self._scanned.setdefault(code.size, set()).add(code.kind)
        self._page.show_findings(self._state_of(code.size))

    def _state_of(self, size: PaperSize) -> tuple[Finding, ...]:
        """Which codes of a sheet have been read back."""
        return tuple(self._state(size, kind) for kind in SymbolKind)

    def _state(self, size: PaperSize, kind: SymbolKind) -> Finding:
        code = self.tr("Bar code") if kind is SymbolKind.CODE_128 else self.tr("Square code")
        if kind in self._scanned[size]:
            tone, words = Tone.FINE, self.tr("{code}, {paper}: read back right.")
        else:
            tone, words = Tone.PLAIN, self.tr("{code}, {paper}: not scanned yet.")
        return Finding(tone, words.format(code=code, paper=self._name_of(size)))

    def _name_of(self, size: PaperSize) -> str:
        return {
            PaperSize.A5: self.tr("A5 sheet"),
            PaperSize.A4: self.tr("A4 sheet"),
            PaperSize.A4_TWO_UP: self.tr("A4 sheet with both copies"),
        }[size]

    @Slot(object)
    def _answer(self, answer: PrintersAnswer) -> None:
        self._keep(receipt=answer.receipt, daily_log=answer.daily_log)


def _likeliest_damage(scan: TrialScan) -> Damage:
    """How a code of a test page may have become what arrived; another code where none of them could."""
    damages = (damage_between(scan, code) for code in _EVERY_CODE)
    return next((damage for damage in damages if damage is not Damage.OTHER), Damage.OTHER)
