"""The Forms of the services, as PDF: which module draws which form, in the typeface that the machine offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Lock
from typing import Any, Final

from cgcounter.documents import (
    apology,
    cash_sheet,
    control_slip,
    daily_log,
    handover_slip,
    payment_slip,
    print_test,
    public_list,
    receipt,
    recovery_sheet,
    refusal,
    register,
    stop_notice,
    supplement,
)
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
    CashSheetFacts,
    DailyLogFacts,
    DossierFormFacts,
    FormFacts,
    FormKey,
    HandoverSlipFacts,
    PrintTestFacts,
    PublicListFacts,
    ReceiptFacts,
    RecoverySheetFacts,
    RegisterFacts,
)
from cgcounter.services.ports import Progress, untold

_VERSIONS: Final = {
    FormKey.RECEIPT: receipt.VERSION,
    FormKey.SUPPLEMENT: supplement.VERSION,
    FormKey.REFUSAL: refusal.VERSION,
    FormKey.APOLOGY: apology.VERSION,
    FormKey.STOP_NOTICE: stop_notice.VERSION,
    FormKey.PAYMENT_SLIP: payment_slip.VERSION,
    FormKey.DAILY_LOG: daily_log.VERSION,
    FormKey.CASH_SHEET: cash_sheet.VERSION,
    FormKey.RECOVERY_SHEET: recovery_sheet.VERSION,
    FormKey.PRINT_TEST: print_test.VERSION,
    FormKey.CONTROL_SLIP: control_slip.VERSION,
    FormKey.REGISTER: register.VERSION,
    FormKey.PUBLIC_LIST: public_list.VERSION,
    FormKey.HANDOVER_SLIP: handover_slip.VERSION,
}
_OF_ONE_DOSSIER: Final = {
    FormKey.CONTROL_SLIP: control_slip.draw_control_slip,
    FormKey.SUPPLEMENT: supplement.draw_supplement,
    FormKey.REFUSAL: refusal.draw_refusal,
    FormKey.APOLOGY: apology.draw_apology,
    FormKey.STOP_NOTICE: stop_notice.draw_stop_notice,
    FormKey.PAYMENT_SLIP: payment_slip.draw_payment_slip,
}


class PdfForms:
    """Renders forms; fonts and the paper engine are loaded at the first one."""

    def __init__(self, fonts_folder: Path, families: tuple[FontFamily, ...] | None = None) -> None:
        """``fonts_folder`` holds the packaged family; ``families`` stand before it, by default the machine's."""
        preferred = system_families() if families is None else families
        self._families = (*preferred, packaged_family(fonts_folder))
        # The engine's tables of letters in use are not made for two threads at once.
        self._one_at_a_time = Lock()
        self._next_in_line = Lock()

    def render(self, facts: FormFacts, progress: Progress = untold) -> bytes:
        """The PDF; the same facts give the same bytes on one machine.

        Raises FontMissingError, and NothingToPrintError for a form whose act did not happen.
        What ``progress`` raises ends the rendering, and leaves nothing behind.
        """
        self._wait_turn()
        try:
            typeface = first_typeface(self._families)
            pages = self._giving_way(_draw(facts, typeface, progress))
            return pdf_bytes(pages, typeface, _TITLES[type(facts)](facts))
        finally:
            self._one_at_a_time.release()

    def _wait_turn(self) -> None:
        # Who waits holds the place in line: without it a long form would take its next turn at once.
        with self._next_in_line:
            self._one_at_a_time.acquire()

    def _giving_way(self, pages: Iterable[DrawnPage]) -> Iterator[DrawnPage]:
        """Between two pages another form may be made: a citizen's receipt does not wait for a book of a year.

        The tables are the document's own, so that documents may take turns page by page.
        """
        for page in pages:
            yield page
            self._one_at_a_time.release()
            self._wait_turn()

    def template_version(self, form: FormKey) -> int:
        """Raised by one whenever the same facts would print otherwise."""
        return _VERSIONS[form]


def _draw(facts: FormFacts, typeface: Typeface, progress: Progress) -> Iterable[DrawnPage]:
    if isinstance(facts, DossierFormFacts):
        return _OF_ONE_DOSSIER[facts.form](facts, typeface)
    if isinstance(facts, RegisterFacts):
        return register.draw_register(facts, typeface, progress)
    return _DRAWN[type(facts)](facts, typeface)


_DRAWN: Final[dict[type[FormFacts], Callable[[Any, Typeface], Iterable[DrawnPage]]]] = {
    ReceiptFacts: receipt.draw_receipt,
    DailyLogFacts: daily_log.draw_daily_log,
    CashSheetFacts: cash_sheet.draw_cash_sheet,
    HandoverSlipFacts: handover_slip.draw_handover_slip,
    PublicListFacts: public_list.draw_public_list,
    RecoverySheetFacts: recovery_sheet.draw_recovery_sheet,
    PrintTestFacts: print_test.draw_print_test,
}

# The title in the file's particulars: the dossier's code, no person and no recovery code.
_TITLES: Final[dict[type[FormFacts], Callable[[Any], str]]] = {
    ReceiptFacts: lambda facts: f"{receipt.TITLE} {facts.dossier.code}",
    DossierFormFacts: lambda facts: f"{facts.head.title} {facts.dossier.code}".strip(),
    DailyLogFacts: lambda facts: f"{daily_log.TITLE} {facts.day:%d/%m/%Y}",
    CashSheetFacts: lambda facts: f"{cash_sheet.TITLE} {facts.count.day:%d/%m/%Y}",
    RegisterFacts: lambda facts: f"{facts.head.title} {facts.first:%d/%m/%Y} - {facts.last:%d/%m/%Y}",
    HandoverSlipFacts: lambda facts: f"{facts.head.title} {short_time(facts.handed_at)}",
    PublicListFacts: lambda facts: f"{facts.head.title} {facts.field} {facts.day:%d/%m/%Y}",
    RecoverySheetFacts: lambda _: recovery_sheet.TITLE,
    PrintTestFacts: lambda _: print_test.TITLE,
}
