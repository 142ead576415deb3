"""A clerk closes the day's money."""

from __future__ import annotations

from datetime import date

import pytest

from cgcounter.domain.cash import CashCount, NoteCount
from cgcounter.domain.forms import CashSheetFacts, FormKey, NothingToPrintError, PaperSize
from cgcounter.domain.money import BadAmountError
from cgcounter.domain.staff import Actor, RoleMissingError
from cgcounter.services.cash_up import CashDay, CountedCash, DifferenceUnexplainedError
from cgcounter.services.ports import PrinterError
from tests.fakes.fake_printer import FakePrinter
from tests.services.desk import LEFT, OFFICE, Desk, at

THURSDAY = date(2022, 3, 10)
COLLEAGUE = Actor(LEFT.id, LEFT.name, LEFT.roles, OFFICE.unit_key)


def pay(desk: Desk, by: Actor | None = None) -> None:
    """A deed is paid for with 50.000 đồng."""
    desk.cases.acts.collect_fee(by or desk.clerk, desk.receive().id)


def test_a_clerk_sees_their_own_payments(desk: Desk) -> None:
    """What colleagues took lies in another drawer."""
    pay(desk)
    pay(desk, COLLEAGUE)
    mine = desk.cases.cash_up(desk.clerk)
    assert (mine.day, mine.taken_dong, mine.count) == (THURSDAY, 50_000, None)
    assert [one.by for one in mine.payments] == [desk.clerk.id]


def test_what_was_counted_is_kept_with_what_should_be_there(desk: Desk) -> None:
    """By banknote or in total; the money in the drawer before the day is no taking."""
    pay(desk)
    notes = (NoteCount(50_000, 1), NoteCount(20_000, 0), NoteCount(10_000, 2))
    counted = CountedCash(total_dong=1, opening_dong=20_000, notes=notes)
    assert desk.cases.cash_up.count(desk.clerk, counted).count == CashCount(
        day=THURSDAY,
        clerk=desk.clerk.id,
        counted_at=at(10, 8, 15),
        taken_dong=50_000,
        counted_dong=70_000,
        opening_dong=20_000,
        notes=(NoteCount(50_000, 1), NoteCount(10_000, 2)),
    )
    assert len(desk.events()) == 2  # a count is no event of a dossier


def test_a_difference_needs_a_reason(desk: Desk) -> None:
    """Without one nothing is kept; with one the difference is told."""
    pay(desk)
    with pytest.raises(DifferenceUnexplainedError):
        desk.cases.cash_up.count(desk.clerk, CountedCash(total_dong=48_000))
    assert desk.cases.cash_up(desk.clerk).count is None
    wish = CountedCash(total_dong=48_000, reason=" Trả thừa tiền lẻ ")
    count = desk.cases.cash_up.count(desk.clerk, wish).count
    assert count is not None
    assert (count.difference_dong, count.reason) == (-2_000, "Trả thừa tiền lẻ")


def test_counted_again_the_later_count_stands(desk: Desk) -> None:
    """The earlier one is kept beside it; money taken since is in the new one."""
    desk.cases.cash_up.count(desk.clerk, CountedCash())
    pay(desk)
    desk.clock.advance(minutes=5)
    desk.cases.cash_up.count(desk.clerk, CountedCash(total_dong=50_000))
    stands = desk.cases.cash_up(desk.clerk).count
    assert stands is not None
    assert stands.counted_dong == 50_000
    with desk.store.look() as reading:
        assert [one.counted_dong for one in reading.cash_counts.of_day(THURSDAY)] == [0, 50_000]


def test_no_drawer_holds_less_than_nothing(desk: Desk) -> None:
    """A negative amount is refused."""
    with pytest.raises(BadAmountError):
        desk.cases.cash_up.count(desk.clerk, CountedCash(total_dong=-1, reason="?"))


def test_only_clerks_have_a_drawer(desk: Desk) -> None:
    """Supervisors read the daily log; they take no money."""
    for ask in (desk.cases.cash_up, lambda actor: desk.cases.cash_up.count(actor, CountedCash())):
        with pytest.raises(RoleMissingError):
            ask(desk.supervisor)


def test_the_sheet_of_the_count_is_printed(desk: Desk) -> None:
    """The payments up to the count, to the printer of lists; without a count there is no sheet."""
    with pytest.raises(NothingToPrintError):
        desk.cases.cash_up.print(desk.clerk)
    pay(desk)
    printer = desk.printers.for_forms[FormKey.CASH_SHEET] = FakePrinter("Kyocera văn phòng")
    desk.cases.cash_up.count(desk.clerk, CountedCash(total_dong=50_000))
    desk.clock.advance(minutes=1)
    pay(desk)
    desk.cases.cash_up.print(desk.clerk)
    facts = desk.forms.rendered[-1]
    assert isinstance(facts, CashSheetFacts)
    assert (facts.clerk, len(facts.payments), facts.count.counted_dong) == ("Lê Thị Ẩn", 1, 50_000)
    (job,) = printer.jobs
    assert (job.title, job.size) == (f"CASH_SHEET-20220310-{desk.clerk.id.hex[-4:]}", PaperSize.A4)


def test_a_printer_that_fails_loses_no_count(desk: Desk) -> None:
    """What was counted is kept before it goes to paper."""
    desk.cases.cash_up.count(desk.clerk, CountedCash())
    desk.printers.printer.fails_with = "hết giấy"
    with pytest.raises(PrinterError):
        desk.cases.cash_up.print(desk.clerk)
    assert desk.cases.cash_up(desk.clerk).count is not None


def test_the_daily_log_tells_money_and_counts(desk: Desk) -> None:
    """Clerk by clerk, with what each of them counted."""
    pay(desk)
    pay(desk, COLLEAGUE)
    desk.cases.cash_up.count(desk.clerk, CountedCash(total_dong=50_000))
    log = desk.cases.show_daily_log(desk.supervisor)
    assert [(one.by, one.sum_dong) for one in log.takings] == [
        (desk.clerk.id, 50_000),
        (COLLEAGUE.id, 50_000),
    ]
    assert [(one.clerk, one.counted_dong) for one in log.counts] == [(desk.clerk.id, 50_000)]


def test_another_day_is_counted_afterwards(desk: Desk) -> None:
    """Who forgot to count yesterday counts this morning, for yesterday."""
    pay(desk)
    desk.clock.set(at(11, 7, 30))
    wish = CountedCash(total_dong=50_000)
    counted: CashDay = desk.cases.cash_up.count(desk.clerk, wish, THURSDAY)
    assert counted.count is not None
    assert (counted.count.day, counted.count.counted_at) == (THURSDAY, at(11, 7, 30))
    assert desk.cases.cash_up(desk.clerk).count is None
