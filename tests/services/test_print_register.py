"""The register of a period: which rows, which form, and how a thick one is made without anybody waiting."""

from __future__ import annotations

from datetime import date

import pytest

from cgcounter.domain.form_sets import FormNotInSetError, FormSets
from cgcounter.domain.forms import FormHead, FormKey, PaperSize, RegisterFacts
from cgcounter.domain.staff import Role, RoleMissingError
from cgcounter.services.ports import PrinterError, RegisterShare
from cgcounter.services.print_register import A_LOOK, Book, PeriodBackwardsError, PrintRegister
from tests.fakes.fake_printer import FakePrinter, Job
from tests.services.desk import OFFICE, Desk, actor_of, at
from tests.services.small_catalogue import EXTRACT

MARCH = Book(date(2022, 3, 1), date(2022, 3, 31))


def drawn(desk: Desk) -> RegisterFacts:
    """What was rendered last."""
    facts = desk.forms.rendered[-1]
    assert isinstance(facts, RegisterFacts)
    return facts


def serials(facts: RegisterFacts) -> list[str]:
    """The ends of the codes of its rows."""
    return [dossier.code[-4:] for dossier in facts.dossiers]


def test_a_book_names_its_office_period_and_rows(desk: Desk) -> None:
    """Rows in the order of the volume, as the dossiers stand now."""
    desk.bring_to_result()
    desk.receive(procedure_code=EXTRACT.code)
    desk.clock.set(at(31, 23, 59))
    desk.receive()
    rendered = desk.cases.books.register.render(desk.clerk, MARCH)
    facts = drawn(desk)
    assert serials(facts) == ["1001", "1002", "1001"]
    assert facts.dossiers[0].result is not None
    assert (facts.office, facts.field) == (OFFICE, "")
    assert (facts.first, facts.last, facts.printed_at) == (MARCH.first, MARCH.last, at(31, 23, 59))
    assert rendered.title == "REGISTER-20220301-20220331"


def test_a_book_of_one_field_and_volume(desk: Desk) -> None:
    """The title tells which part it is, in letters that every disk takes."""
    desk.receive()
    desk.receive(procedure_code=EXTRACT.code)
    book = Book(MARCH.first, MARCH.last, EXTRACT.field, "01/2022")
    rendered = desk.cases.books.register.render(desk.clerk, book)
    assert serials(drawn(desk)) == ["1002"]
    assert drawn(desk).field == "Hộ tịch"
    assert rendered.title == "REGISTER-20220301-20220331-ho-tich-01-2022"


def test_the_shares_of_a_period_are_offered(desk: Desk) -> None:
    """What there is to choose from, with how thick it is."""
    desk.receive()
    desk.receive(procedure_code=EXTRACT.code)
    desk.receive(procedure_code=EXTRACT.code)
    shares = desk.cases.books.register.shares(desk.supervisor, MARCH.first, MARCH.last)
    assert shares == (
        RegisterShare("01/2022", "Chứng thực", 1),
        RegisterShare("01/2022", "Hộ tịch", 2),
    )


@pytest.mark.parametrize(
    ("first", "last", "head"),
    [
        pytest.param(
            date(2022, 1, 1), date(2025, 6, 30), FormHead("Sổ theo dõi", 6, "TT 01/2018"), id="2018"
        ),
        pytest.param(date(2025, 7, 1), date(2026, 1, 1), FormHead("Sổ theo dõi", 7), id="2025"),
        pytest.param(date(2025, 6, 30), date(2025, 7, 1), FormHead("Sổ theo dõi"), id="both"),
    ],
)
def test_the_set_follows_the_period(desk: Desk, first: date, last: date, head: FormHead) -> None:
    """Mẫu 06 until 30/06/2025, Mẫu 07 from then on; a period of both cites neither."""
    desk.cases.books.register.render(desk.clerk, Book(first, last))
    assert drawn(desk).head == head


def test_a_time_without_forms_has_no_register(desk: Desk) -> None:
    """Where no set is in force on either end there is no form to draw."""
    register = PrintRegister(desk.workplace, desk.forms, desk.printers, FormSets())
    with pytest.raises(FormNotInSetError):
        register.render(desk.clerk, MARCH)


def test_a_period_runs_forward(desk: Desk) -> None:
    """The last day before the first is told, and nothing is drawn; one day alone is a period."""
    backwards = Book(date(2022, 3, 10), date(2022, 3, 9))
    with pytest.raises(PeriodBackwardsError):
        desk.cases.books.register.render(desk.clerk, backwards)
    with pytest.raises(PeriodBackwardsError):
        desk.cases.books.register.shares(desk.clerk, backwards.first, backwards.last)
    assert desk.forms.rendered == []
    desk.receive()
    desk.cases.books.register.render(desk.clerk, Book(date(2022, 3, 10), date(2022, 3, 10)))
    assert serials(drawn(desk)) == ["1001"]


def test_a_thick_book_is_read_a_few_rows_at_a_look(desk: Desk) -> None:
    """Between two looks others come and write; what they add since the beginning is in the next book."""
    for _ in range(A_LOOK + 1):
        desk.receive()
    told: list[tuple[int, int]] = []

    def watch(done: int, of: int) -> None:
        told.append((done, of))
        if len(told) == 1:
            desk.receive()

    desk.cases.books.register.render(desk.clerk, MARCH, watch)
    rows = A_LOOK + 1
    assert len(drawn(desk).dossiers) == rows
    assert told == [(A_LOOK, 2 * rows), (rows, 2 * rows), (2 * rows, 2 * rows)]


class CalledOffError(Exception):
    """What a person's wish to stop raises."""


def test_a_book_can_be_called_off_while_it_is_read(desk: Desk) -> None:
    """What the progress raises ends the work before anything is drawn."""
    desk.receive()

    def stop(done: int, of: int) -> None:
        raise CalledOffError

    with pytest.raises(CalledOffError):
        desk.cases.books.register.render(desk.clerk, MARCH, stop)
    assert desk.forms.rendered == []


def test_what_was_drawn_is_printed_as_it_is(desk: Desk) -> None:
    """A thick book is not made twice; it goes to its own printer on A4, and is no event of a dossier."""
    desk.receive()
    printer = desk.printers.for_forms[FormKey.REGISTER] = FakePrinter("Kyocera văn phòng")
    rendered = desk.cases.books.register.render(desk.clerk, MARCH)
    desk.receive()
    before = desk.events()
    desk.cases.books.register.print(desk.clerk, rendered)
    assert printer.jobs == [Job(rendered.pdf, "REGISTER-20220301-20220331", PaperSize.A4)]
    assert len(desk.forms.rendered) == 1
    assert desk.events() == before


def test_a_printer_that_fails_is_told(desk: Desk) -> None:
    """The book is still there to be printed again."""
    rendered = desk.cases.books.register.render(desk.clerk, MARCH)
    desk.printers.printer.fails_with = "hết giấy"
    with pytest.raises(PrinterError):
        desk.cases.books.register.print(desk.clerk, rendered)


@pytest.mark.parametrize("role", [Role.PROCESSOR, Role.ADMINISTRATOR])
def test_who_may_not_read_the_log_may_not_read_the_book(desk: Desk, role: Role) -> None:
    """Roles as for the daily log: clerk, supervisor, head."""
    rendered = desk.cases.books.register.render(desk.clerk, MARCH)
    stranger = actor_of(role)
    with pytest.raises(RoleMissingError):
        desk.cases.books.register.render(stranger, MARCH)
    with pytest.raises(RoleMissingError):
        desk.cases.books.register.shares(stranger, MARCH.first, MARCH.last)
    with pytest.raises(RoleMissingError):
        desk.cases.books.register.print(stranger, rendered)
