"""The settings of this machine, as values: language, appearance, printers, folders."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

from cgcounter.domain.forms import FormKey, PaperSize
from cgcounter.domain.scanning import Wedge

LOWEST_ZOOM: Final = 90
HIGHEST_ZOOM: Final = 160


class PaperContext(Struct, frozen=True, omit_defaults=True):
    """Where a form goes: a queue of the system by its name, or, with no name, a PDF in the papers folder."""

    printer: str = ""
    size: PaperSize = PaperSize.A4


class Settings(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What differs from machine to machine. ``zoom`` is per cent; empty folders mean the usual ones.

    What concerns the office lies in the data file, so that a backup knows whose it is.
    """

    language: Literal["vi", "en"] = "vi"
    scheme: Literal["light", "dark"] = "light"
    zoom: int = 100
    receipt: PaperContext = PaperContext(size=PaperSize.A5)
    daily_log: PaperContext = PaperContext(size=PaperSize.A4)
    scanner: Wedge = Wedge()
    backup_folder: str = ""
    papers_folder: str = ""

    def context(self, form: FormKey) -> PaperContext:
        """Where a form goes."""
        return self.receipt if form is FormKey.RECEIPT else self.daily_log
