"""The status line: counter, clerk, printer, last copy, receipts still to be printed."""

import pytest

from cgcounter.domain.forms import FormKey
from cgcounter.domain.offices import Counter
from cgcounter.services.ports import NotSetUpError, PrinterError
from cgcounter.services.return_result import Receiver
from tests.fakes.fake_printer import FakePrinter
from tests.services.desk import APPLICANT, OFFICE, Desk, an_intake, at
from tests.services.small_catalogue import COPY, DEED


def test_a_morning_begins(desk: Desk) -> None:
    """Who sits where, at which printer; no copy yet, nothing to print."""
    desk.printers.for_forms[FormKey.RECEIPT] = FakePrinter("HP quầy 1")
    state = desk.cases.tell_state(desk.clerk)
    assert (state.slot, state.counter_name) == (1, "Quầy 1")
    assert (state.clerk, state.printer) == ("Lê Thị Ẩn", "HP quầy 1")
    assert (state.backup_at, state.unprinted) == (None, 0)


def test_a_counter_without_a_name_has_its_number(desk: Desk) -> None:
    """A counter need not be named."""
    with desk.store.begin() as unit:
        unit.reference.put_office(OFFICE, Counter(3), at=desk.clock.now())
        unit.commit()
    state = desk.cases.tell_state(desk.supervisor)
    assert (state.slot, state.counter_name, state.clerk) == (3, "", "Đỗ Đình Quyền")


def test_the_last_copy_is_told(desk: Desk) -> None:
    """The time of the newest good copy."""
    desk.cases.back_up()
    desk.clock.advance(hours=2)
    assert desk.cases.tell_state(desk.clerk).backup_at == at(10, 8, 15)


def test_receipts_that_failed_are_counted(desk: Desk) -> None:
    """What was received and not printed waits for F8; printed, refused and served at once do not."""
    printed, _ = desk.receive(), desk.receive()
    desk.cases.print_form(desk.clerk, printed.id)
    desk.printers.printer.fails_with = "hết giấy"
    failed = desk.receive()
    with pytest.raises(PrinterError):
        desk.cases.print_form(desk.clerk, failed.id)
    desk.cases.refuse_intake(desk.clerk, DEED.code, APPLICANT, "không đủ điều kiện")
    desk.cases.receive_dossier.at_once(desk.clerk, an_intake(procedure_code=COPY.code))
    assert desk.cases.tell_state(desk.clerk).unprinted == 2


def test_receipts_of_earlier_days_are_counted_too(desk: Desk) -> None:
    """What the printer did not take yesterday still waits this morning; printing it, or returning, ends that."""
    first, second, _ = desk.receive(), desk.bring_to_result(), desk.receive()
    desk.clock.advance(hours=24)
    desk.receive()
    assert desk.cases.tell_state(desk.clerk).unprinted == 4
    desk.cases.print_form(desk.clerk, first.id)
    desk.cases.acts.return_result(desk.clerk, second.id, Receiver())
    assert desk.cases.tell_state(desk.clerk).unprinted == 2


def test_before_the_set_up_there_is_no_state() -> None:
    """A blank file says so."""
    desk = Desk()
    with pytest.raises(NotSetUpError):
        desk.cases.tell_state(desk.clerk)
