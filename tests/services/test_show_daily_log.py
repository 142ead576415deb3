"""The day on paper: received, returned, overdue, due."""

from datetime import date

import pytest

from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.forms import DailyLogFacts, FormKey, PaperSize
from cgcounter.domain.particulars import ResultKind
from cgcounter.domain.staff import Actor
from cgcounter.services.ports import PrinterError
from cgcounter.services.return_result import Receiver
from tests.fakes.fake_printer import FakePrinter, Job
from tests.services.desk import APPLICANT, COUNTER, LEFT, OFFICE, Desk, an_intake, at
from tests.services.small_catalogue import COPY, DEED

THURSDAY, FRIDAY = date(2022, 3, 10), date(2022, 3, 11)


def serials(lines: tuple[DossierLine, ...]) -> list[str]:
    return [line.code[-4:] for line in lines]


def test_an_empty_day(desk: Desk) -> None:
    """Before the first citizen the log names office, counter, day, hour and who asks."""
    log = desk.cases.show_daily_log(desk.clerk)
    assert (log.office, log.counter, log.day) == (OFFICE, COUNTER, THURSDAY)
    assert (log.printed_at, log.printed_by) == (at(10, 8, 15), "Lê Thị Ẩn")
    assert (log.received, log.returned, log.overdue, log.due_today) == ((), (), (), ())


def test_who_received_is_named(desk: Desk) -> None:
    """Each row's clerk can be told by name, also one who has left the office since."""
    desk.receive()
    former = Actor(LEFT.id, LEFT.name, LEFT.roles, OFFICE.unit_key)
    desk.cases.receive_dossier(former, an_intake())
    log = desk.cases.show_daily_log(desk.clerk)
    clerks = dict(log.clerks)
    named = [line.received_by and clerks[line.received_by] for line in log.received]
    assert named == ["Lê Thị Ẩn", "Vũ Thị Nghỉ"]


def test_a_day_in_its_order(desk: Desk) -> None:
    """Received and returned stand in the order of the day; a refusal was not received."""
    first = desk.bring_to_result()
    desk.receive()
    desk.cases.refuse_intake(desk.clerk, DEED.code, APPLICANT, "không đủ điều kiện")
    desk.cases.receive_dossier.at_once(desk.clerk, an_intake(procedure_code=COPY.code))
    desk.clock.advance(minutes=10)
    desk.cases.acts.return_result(desk.clerk, first.id, Receiver())
    log = desk.cases.show_daily_log(desk.supervisor)
    assert serials(log.received) == ["1001", "1002", "1003"]
    assert serials(log.returned) == ["1003", "1001"]
    assert (log.overdue, log.due_today) == ((), ())
    assert log.printed_by == "Đỗ Đình Quyền"


def test_what_is_due_and_what_slipped(desk: Desk) -> None:
    """On the day of its due time a dossier is due, after it overdue, and with a result neither."""
    desk.receive()
    done = desk.receive()
    desk.cases.acts.hand_over(desk.clerk, done.id)
    desk.clock.set(at(14, 17))
    log = desk.cases.show_daily_log(desk.clerk)
    assert (serials(log.due_today), serials(log.overdue)) == (["1001", "1002"], [])
    desk.cases.acts.record_result(desk.processor, done.id, ResultKind.POSITIVE)
    desk.clock.advance(minutes=1)
    log = desk.cases.show_daily_log(desk.clerk)
    assert (serials(log.due_today), serials(log.overdue)) == ([], ["1001"])


def test_another_day_can_be_asked_for(desk: Desk) -> None:
    """The log of a past day shows what that day received, and says which day it is."""
    desk.receive()
    desk.clock.set(at(11, 9))
    desk.receive()
    log = desk.cases.show_daily_log(desk.clerk, THURSDAY)
    assert (log.day, log.printed_at) == (THURSDAY, at(11, 9))
    assert [line.code[-11:] for line in log.received] == ["220310-1001"]
    assert serials(desk.cases.show_daily_log(desk.clerk).received) == ["1001"]


def test_the_log_goes_to_its_own_printer(desk: Desk) -> None:
    """Printed are the bytes that are shown, on A4; a log is no event of a dossier."""
    desk.receive()
    printer = desk.printers.for_forms[FormKey.DAILY_LOG] = FakePrinter("Kyocera văn phòng")
    shown = desk.cases.show_daily_log.render(desk.clerk)
    printed = desk.cases.show_daily_log.print(desk.clerk)
    assert shown == printed
    assert shown.title == "DAILY_LOG-20220310"
    assert printer.jobs == [Job(shown.pdf, "DAILY_LOG-20220310", PaperSize.A4)]
    assert len(desk.events()) == 1


def test_a_past_day_is_printed_as_itself(desk: Desk) -> None:
    """Title and facts are of the day asked for."""
    desk.clock.set(at(14, 8))
    assert desk.cases.show_daily_log.print(desk.clerk, FRIDAY).title == "DAILY_LOG-20220311"
    facts = desk.forms.rendered[-1]
    assert isinstance(facts, DailyLogFacts)
    assert facts.day == FRIDAY


def test_a_printer_that_fails_is_told(desk: Desk) -> None:
    """The clerk learns that nothing came out."""
    desk.printers.printer.fails_with = "hết giấy"
    with pytest.raises(PrinterError) as failed:
        desk.cases.show_daily_log.print(desk.clerk)
    assert str(failed.value) == "printer_problem(reason)"
