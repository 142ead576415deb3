"""The test page of a printer, before the printer is chosen for good."""

from __future__ import annotations

from cgcounter.domain.forms import FormKey, PrintTestFacts
from cgcounter.services.ports import Clock, Forms, Printers
from cgcounter.services.settings import PaperContext


class PrintTestPage:
    """Prints where the settings might send papers to; nothing is put on record."""

    def __init__(self, forms: Forms, printers: Printers, clock: Clock) -> None:
        self._forms = forms
        self._printers = printers
        self._clock = clock

    def __call__(self, context: PaperContext) -> None:
        """Print one page of the sheet; raises PrinterError, FontMissingError."""
        facts = PrintTestFacts(context.size, context.printer, self._clock.now())
        printer = self._printers.printer_named(context.printer)
        title = f"{FormKey.PRINT_TEST}-{context.size}"
        printer.send(self._forms.render(facts), title=title, size=context.size)
