"""Which printer each form goes to, as the settings say."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from cgcounter.domain.forms import FormKey, PaperSize
from cgcounter.services.ports import Printer
from cgcounter.services.settings import Settings


class ChosenPrinters:
    """Looks the settings up at every print, so that a change there counts at once."""

    def __init__(self, settings: Callable[[], Settings], papers: Path) -> None:
        self._settings = settings
        self._papers = papers

    def printer_for(self, form: FormKey) -> Printer:
        """The printer that is set for the form."""
        return self.printer_named(self._settings().context(form).printer)

    def printer_named(self, name: str) -> Printer:
        """The system's queue of that name, or the papers folder."""
        from cgcounter.gui.printing import CupsPrinter, FolderPrinter

        if not name:
            return FolderPrinter(Path(self._settings().papers_folder or self._papers))
        if sys.platform == "win32":
            return _windows_printer(name)
        return CupsPrinter(name)

    def size_for(self, form: FormKey) -> PaperSize:
        """The sheet the form is laid out for."""
        return self._settings().context(form).size


def _windows_printer(name: str) -> Printer:
    from cgcounter.documents.raster import each_picture
    from cgcounter.gui.printing import WindowsPrinter

    return WindowsPrinter(name, each_picture)
