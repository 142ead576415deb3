"""The page that tries the scanner: a code to scan from the screen, and what its scan tells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cgcounter.domain.trial_codes import SymbolKind
from cgcounter.gui.equipment.scan_line import KeyClock, ScanLine
from cgcounter.gui.equipment.symbol_view import SymbolView
from cgcounter.gui.scanner import event_time
from cgcounter.gui.theme import Tone
from cgcounter.gui.widgets.findings import Finding, Findings
from cgcounter.gui.widgets.page import Page
from cgcounter.services.ports import Symbol


class ScannerPage(Page):
    """Both symbols of the code: what cannot read the one may read the other.

    Signals: scan_arrived: a TrialScan.
    """

    scan_arrived = Signal(object)

    def __init__(self, clock: KeyClock = event_time, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("The scanner"),
            self.tr(
                "Scan one of the two codes. A scanner that reads no screen reads a code of the test page instead."
            ),
            parent,
        )
        self._views = {
            SymbolKind.CODE_128: SymbolView(SymbolKind.CODE_128, self.tr("Bar code to scan")),
            SymbolKind.QR: SymbolView(SymbolKind.QR, self.tr("Square code to scan")),
        }
        self._line, self._findings = ScanLine(clock), Findings()
        self._line.setPlaceholderText(self.tr("scan here"))
        self._line.scan_arrived.connect(self.scan_arrived)
        self.form.add_wide(self._symbols())
        self.ask("scan", self.tr("S&can"), self._line)
        self.form.add_wide(self._findings)

    def show_symbol(self, kind: SymbolKind, symbol: Symbol) -> None:
        """Show the code as one of its symbols."""
        self._views[kind].show_symbol(symbol)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what the scan told."""
        self._findings.show_findings(findings)

    def take_scan(self, payload: str) -> bool:  # noqa: ARG002  how it came is what counts, and that is not known here
        """A scan that fell beside the line is asked for again, in it."""
        self._line.setFocus()
        words = self.tr("The scan fell beside the line. It waits for it now: scan again.")
        self.show_findings((Finding(Tone.CAUTION, words),))
        return True

    def answer(self) -> None:
        """Nothing is typed here: what counts was scanned."""

    def _symbols(self) -> QWidget:
        both = QWidget()
        cells = QHBoxLayout(both)
        cells.setContentsMargins(0, 0, 0, 0)
        for view in self._views.values():
            cells.addWidget(view)
        cells.addStretch(1)
        return both
