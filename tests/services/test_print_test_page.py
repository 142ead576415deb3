"""The test page goes to the printer that is tried, whatever the settings say."""

import pytest

from cgcounter.domain.forms import PaperSize, PrintTestFacts
from cgcounter.services.ports import PrinterError
from cgcounter.services.print_test_page import PrintTestPage
from cgcounter.services.settings import PaperContext
from tests.fakes.fake_printer import FakePrinter
from tests.services.desk import Desk, at


def try_printer(desk: Desk, context: PaperContext) -> None:
    PrintTestPage(desk.forms, desk.printers, desk.clock)(context)


def test_the_tried_printer_prints_one_page(desk: Desk) -> None:
    """The page tells printer, sheet and time, and comes out of that printer on that sheet."""
    tried = desk.printers.named["HP_quay_1"] = FakePrinter("HP_quay_1")
    try_printer(desk, PaperContext("HP_quay_1", PaperSize.A4_TWO_UP))

    (job,) = tried.jobs
    assert (job.title, job.size) == ("PRINT_TEST-A4_TWO_UP", PaperSize.A4_TWO_UP)
    assert desk.forms.rendered[-1] == PrintTestFacts(PaperSize.A4_TWO_UP, "HP_quay_1", at(10, 8, 15))
    assert desk.printers.printer.jobs == []


def test_without_a_printer_it_goes_to_a_file(desk: Desk) -> None:
    """No name is the folder of papers."""
    try_printer(desk, PaperContext("", PaperSize.A5))
    assert [job.title for job in desk.printers.printer.jobs] == ["PRINT_TEST-A5"]


def test_a_printer_that_fails_is_told_and_nothing_is_on_record(desk: Desk) -> None:
    """The machine's answer comes through; a test page is no event."""
    before = desk.events()
    desk.printers.printer.fails_with = "printer_stopped"
    with pytest.raises(PrinterError):
        try_printer(desk, PaperContext("HP_quay_1"))
    assert desk.events() == before
