"""Reads what the trial scans tell, and lets the program listen as this scanner types."""

from __future__ import annotations

from PySide6.QtCore import Slot

from cgcounter.domain.scanning import TrialScan, Wedge, report_on
from cgcounter.domain.trial_codes import SCREEN_CODE, SymbolKind, find_trial_code
from cgcounter.gui.equipment.parts import EquipmentParts, EquipmentPresenter
from cgcounter.gui.equipment.scan_words import words_of_report
from cgcounter.gui.equipment.scanner_page import ScannerPage


class ScannerPresenter(EquipmentPresenter):
    """A scanner that is not fit changes nothing: the program goes on listening as before."""

    def __init__(self, page: ScannerPage, parts: EquipmentParts) -> None:
        super().__init__(page, parts)
        self._page = page
        self._found: Wedge | None = None
        page.scan_arrived.connect(self._examine)
        page.answered.connect(self._answer)

    def open(self) -> None:
        """Show the code; nothing has been scanned yet."""
        self._found = None
        for kind in SymbolKind:
            self._page.show_symbol(kind, self._parts.symbols.draw(SCREEN_CODE, kind))
        self._page.show_findings(())

    @Slot(object)
    def _examine(self, scan: TrialScan) -> None:
        printed = find_trial_code(scan.text)
        report = report_on(scan, printed.text if printed else SCREEN_CODE)
        self._found = report.wedge if report.is_fit else None
        self._page.show_findings(words_of_report(report))

    @Slot()
    def _answer(self) -> None:
        self._keep(scanner=self._found or self._parts.current().scanner)
