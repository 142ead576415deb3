"""The page that asks where papers are printed, and tries the printers with a page to scan back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from cgcounter.domain.forms import PaperSize
from cgcounter.domain.scanning import TrialScan
from cgcounter.gui.equipment.scan_line import KeyClock, ScanLine
from cgcounter.gui.scanner import event_time
from cgcounter.gui.widgets.findings import Finding, Findings
from cgcounter.gui.widgets.page import Page
from cgcounter.services.settings import PaperContext


class PrintersAnswer(NamedTuple):
    """Where each kind of paper goes."""

    receipt: PaperContext
    daily_log: PaperContext


class PrintersPage(Page):
    """Receipts on their sheet, everything else on A4.

    Signals: test_wanted: the PaperContext to print a test page with. scan_arrived: a TrialScan.
    """

    test_wanted = Signal(object)
    scan_arrived = Signal(object)

    def __init__(self, clock: KeyClock = event_time, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("The printers"),
            self.tr(
                "Print a test page of each kind, look at it and measure its ruler, then scan both of its codes back: "
                "what is printed must be readable again."
            ),
            parent,
        )
        self._size, self._receipt, self._log = QComboBox(), QComboBox(), QComboBox()
        receipts, logs = self.tr("&Test page of the receipts"), self.tr("Test page on &A4")
        self._tests = (QPushButton(receipts), QPushButton(logs))
        self._line, self._findings = ScanLine(clock), Findings()
        self._fill()
        self.ask("receipt", self.tr("Print &receipts to"), self._receipt_row())
        self.ask("daily_log", self.tr("Print &other papers to"), self._log)
        self.form.add_wide(self._test_row())
        self.ask("scan", self.tr("S&can"), self._line)
        self.form.add_wide(self._findings)
        self._line.scan_arrived.connect(self.scan_arrived)

    def show_printers(self, names: Sequence[str], chosen: PrintersAnswer) -> None:
        """Offer these printers; one that is chosen but not there stays offered, or it would be lost."""
        _choose(self._size, chosen.receipt.size)
        for box, context in ((self._receipt, chosen.receipt), (self._log, chosen.daily_log)):
            box.clear()
            box.addItem(self.tr("PDF file (no printer)"), "")
            for name in dict.fromkeys((*names, *filter(None, (context.printer,)))):
                box.addItem(name, name)
            _choose(box, context.printer)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what became of the test pages."""
        self._findings.show_findings(findings)

    def show_printing(self, *, under_way: bool) -> None:
        """A page is on its way; then its codes are asked for."""
        for button in self._tests:
            button.setEnabled(not under_way)
        if not under_way:
            self._line.setFocus()

    def take_scan(self, payload: str) -> bool:
        """A code of the test page is looked at wherever the focus is, which then waits for the next."""
        self._line.setFocus()
        self.scan_arrived.emit(TrialScan(payload))
        return True

    def answer(self) -> PrintersAnswer:
        size = PaperSize(self._size.currentData())  # the box keeps the text of an enum, not the enum
        return PrintersAnswer(
            PaperContext(self._receipt.currentData(), size),
            PaperContext(self._log.currentData(), PaperSize.A4),
        )

    def _fill(self) -> None:
        self._size.addItem(self.tr("A5, two sheets"), PaperSize.A5)
        self._size.addItem(self.tr("A4, both copies on one sheet"), PaperSize.A4_TWO_UP)
        self._size.addItem(self.tr("A4, two sheets"), PaperSize.A4)
        for box in (self._receipt, self._log):
            # A printer's long name is cut off in the box rather than widening the page.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._size.setAccessibleName(self.tr("Paper of the receipts"))
        self._receipt.setAccessibleName(self.tr("Printer of the receipts"))
        self._line.setPlaceholderText(self.tr("scan the codes of the test page here"))
        for button in self._tests:
            button.clicked.connect(self._tell_test)

    def _receipt_row(self) -> QWidget:
        """Printer and paper beside each other: at the largest zoom the page is high enough without another row."""
        row, cells = _row()
        row.setFocusProxy(self._receipt)
        cells.addWidget(self._receipt, 1)
        cells.addWidget(self._size)
        return row

    def _test_row(self) -> QWidget:
        row, cells = _row()
        for button in self._tests:
            cells.addWidget(button)
        cells.addStretch(1)
        return row

    @Slot()
    def _tell_test(self) -> None:
        answer = self.answer()
        self.test_wanted.emit(answer.receipt if self.sender() is self._tests[0] else answer.daily_log)


def _row() -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    cells = QHBoxLayout(row)
    cells.setContentsMargins(0, 0, 0, 0)
    return row, cells


def _choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(max(box.findData(value), 0))
