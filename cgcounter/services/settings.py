"""The settings of this machine, as values: language, appearance, printers, folders."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

from cgcounter.domain.forms import FormKey, PaperSize
from cgcounter.domain.scanning import Wedge

LOWEST_ZOOM: Final = 90
HIGHEST_ZOOM: Final = 160


_OF_ONE_DOSSIER: Final = frozenset(
    {
        FormKey.SUPPLEMENT,
        FormKey.REFUSAL,
        FormKey.APOLOGY,
        FormKey.STOP_NOTICE,
        FormKey.CONTROL_SLIP,
        FormKey.PAYMENT_SLIP,
    }
)


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
        """Where a form goes: those of one dossier with the receipt, one A5 copy a sheet; lists with the log."""
        if form is FormKey.RECEIPT:
            return self.receipt
        if form not in _OF_ONE_DOSSIER:
            return self.daily_log
        size = PaperSize.A4 if self.receipt.size is PaperSize.A4 else PaperSize.A5
        return PaperContext(self.receipt.printer, size)
