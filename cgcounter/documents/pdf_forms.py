"""The Forms of the services, as PDF: which module draws which form, in the typeface that the machine offers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import Final

from cgcounter.documents import daily_log, handover_slip, print_test, receipt, recovery_sheet, register
from cgcounter.documents.fonts import (
    FontFamily,
    Typeface,
    first_typeface,
    packaged_family,
    system_families,
)
from cgcounter.documents.pages import DrawnPage
from cgcounter.documents.painting import pdf_bytes
from cgcounter.documents.wording import short_time
from cgcounter.domain.forms import (
    DailyLogFacts,
    FormFacts,
    FormKey,
    HandoverSlipFacts,
    PrintTestFacts,
    ReceiptFacts,
    RecoverySheetFacts,
    RegisterFacts,
)
from cgcounter.services.ports import Progress, untold

_VERSIONS: Final = {
    FormKey.RECEIPT: receipt.VERSION,
    FormKey.DAILY_LOG: daily_log.VERSION,
    FormKey.RECOVERY_SHEET: recovery_sheet.VERSION,
    FormKey.PRINT_TEST: print_test.VERSION,
    FormKey.REGISTER: register.VERSION,
    FormKey.HANDOVER_SLIP: handover_slip.VERSION,
}


class PdfForms:
    """Renders forms; fonts and the paper engine are loaded at the first one."""

    def __init__(self, fonts_folder: Path, families: tuple[FontFamily, ...] | None = None) -> None:
        """``fonts_folder`` holds the packaged family; ``families`` stand before it, by default the machine's."""
        preferred = system_families() if families is None else families
        self._families = (*preferred, packaged_family(fonts_folder))
        # The engine's tables of letters in use are not made for two threads at once.
        self._one_at_a_time = Lock()

    def render(self, facts: FormFacts, progress: Progress = untold) -> bytes:
        """The PDF; the same facts give the same bytes on one machine. Raises FontMissingError.

        What ``progress`` raises ends the rendering, and leaves nothing behind.
        """
        with self._one_at_a_time:
            typeface = first_typeface(self._families)
            return pdf_bytes(_draw(facts, typeface, progress), typeface, _title(facts))

    def template_version(self, form: FormKey) -> int:
        """Raised by one whenever the same facts would print otherwise."""
        return _VERSIONS[form]


def _draw(facts: FormFacts, typeface: Typeface, progress: Progress) -> Iterable[DrawnPage]:
    match facts:
        case ReceiptFacts():
            return receipt.draw_receipt(facts, typeface)
        case DailyLogFacts():
            return daily_log.draw_daily_log(facts, typeface)
        case RecoverySheetFacts():
            return recovery_sheet.draw_recovery_sheet(facts, typeface)
        case PrintTestFacts():
            return print_test.draw_print_test(facts, typeface)
        case HandoverSlipFacts():
            return handover_slip.draw_handover_slip(facts, typeface)
        case RegisterFacts():
            return register.draw_register(facts, typeface, progress)


def _title(facts: FormFacts) -> str:
    """The title in the file's particulars: the dossier's code, no person and no recovery code."""
    match facts:
        case ReceiptFacts():
            return f"{receipt.TITLE} {facts.dossier.code}"
        case DailyLogFacts():
            return f"{daily_log.TITLE} {facts.day:%d/%m/%Y}"
        case RecoverySheetFacts():
            return recovery_sheet.TITLE
        case PrintTestFacts():
            return print_test.TITLE
        case HandoverSlipFacts():
            return f"{facts.head.title} {short_time(facts.handed_at)}"
        case RegisterFacts():
            return f"{facts.head.title} {facts.first:%d/%m/%Y} - {facts.last:%d/%m/%Y}"
