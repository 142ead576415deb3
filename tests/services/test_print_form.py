"""Save first, print after: what comes out is on record, what does not come out is not."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

import pytest

from cgcounter.domain.dossier import Status
from cgcounter.domain.facts import FormPrinted
from cgcounter.domain.form_sets import FormNotInSetError
from cgcounter.domain.forms import DossierFormFacts, FormKey, PaperSize, ReceiptFacts
from cgcounter.domain.lifecycle import ActForbiddenError
from cgcounter.domain.particulars import DossierId
from cgcounter.domain.staff import Role, RoleMissingError
from cgcounter.services.correct_dossier import Correction
from cgcounter.services.ports import DataFileError, DossierNotFoundError, PrinterError
from cgcounter.services.print_form import PrintNotRecordedError
from tests.fakes.fake_printer import FakePrinter, Job
from tests.fakes.fake_store import FakeStore, FakeUnitOfWork
from tests.services.desk import APPLICANT, CLERK, FORM_SETS, OFFICE, Desk, actor_of, an_intake, at
from tests.services.small_catalogue import COPY, DEED

DAY = date(2022, 3, 10)


@pytest.fixture
def printer(desk: Desk) -> FakePrinter:
    """The printer of the receipts, which is not that of other forms."""
    desk.printers.for_forms[FormKey.RECEIPT] = FakePrinter("HP quầy 1")
    return desk.printers.for_forms[FormKey.RECEIPT]


def test_the_receipt_comes_out_and_is_put_on_record(desk: Desk, printer: FakePrinter) -> None:
    """One job; then one event with time, template, digest of the very bytes, printer, and no reprint."""
    received = desk.receive()
    desk.clock.advance(minutes=1)
    dossier = desk.cases.print_form(desk.clerk, received.id)
    (job,) = printer.jobs
    assert (job.title, job.size) == ("RECEIPT-000.12.30.H23-220310-1001", PaperSize.A5)
    assert desk.printers.printer.jobs == []
    event = desk.events()[-1]
    assert event.fact == FormPrinted(
        printed_at=at(10, 8, 16),
        form="RECEIPT",
        template_version=3,
        sha256=hashlib.sha256(job.pdf).digest(),
        reprint=0,
        printer="HP quầy 1",
    )
    assert (event.actor, event.base) == (CLERK.id, (desk.events()[0].id,))
    assert (dossier.status, dossier.print_count(FormKey.RECEIPT)) == (Status.ACCEPTED, 1)
    assert desk.stored(dossier.id) == dossier


def test_the_receipt_says_what_is_saved(desk: Desk) -> None:
    """Office, dossier and the name of the clerk who received it, on the sheet of the printer."""
    dossier = desk.receive()
    desk.cases.print_form(desk.supervisor, dossier.id)
    assert desk.forms.rendered == [
        ReceiptFacts(
            OFFICE,
            dossier,
            clerk_name="Lê Thị Ẩn",
            size=PaperSize.A5,
            reprint=0,
            head=FORM_SETS.head(FormKey.RECEIPT, DAY),
        )
    ]


def test_a_printer_that_fails_undoes_nothing(desk: Desk, printer: FakePrinter) -> None:
    """The dossier stays received and unprinted, no print is on record, and the next try is the first print."""
    dossier = desk.receive()
    printer.fails_with = "hết giấy"
    for _ in range(2):
        with pytest.raises(PrinterError):
            desk.cases.print_form(desk.clerk, dossier.id)
    assert desk.stored(dossier.id) == dossier
    assert dossier.status is Status.ACCEPTED
    assert not any(isinstance(fact, FormPrinted) for fact in desk.facts())
    printer.fails_with = ""
    printed = desk.cases.print_form(desk.clerk, dossier.id)
    assert [one.reprint for one in printed.prints] == [0]


class ShutStore(FakeStore):
    """A data file that can be read and, once shut, no longer be written."""

    is_shut = False

    @contextmanager
    def begin(self) -> Iterator[FakeUnitOfWork]:
        if self.is_shut:
            raise DataFileError
        with super().begin() as unit:
            yield unit


def test_a_paper_that_cannot_be_recorded_is_told_as_printed() -> None:
    """The paper came out: nobody may read that nothing was printed, or that the dossier is not saved."""
    desk = Desk(store := ShutStore())
    desk.set_up()
    dossier = desk.receive()
    store.is_shut = True
    with pytest.raises(PrintNotRecordedError):
        desk.cases.print_form(desk.clerk, dossier.id)
    assert len(desk.printers.printer.jobs) == 1
    assert desk.stored(dossier.id) == dossier


def test_a_reprint_counts(desk: Desk, printer: FakePrinter) -> None:
    """The second paper is reprint 1, the third reprint 2, and they bear it."""
    dossier = desk.receive()
    first, second, third = (desk.cases.print_form(desk.clerk, dossier.id) for _ in range(3))
    assert first.prints[0] == second.prints[0]
    assert [one.reprint for one in third.prints] == [0, 1, 2]
    assert [one.reprint for one in desk.forms.rendered if isinstance(one, ReceiptFacts)] == [0, 1, 2]
    assert len({job.pdf for job in printer.jobs}) == 3


def test_a_corrected_receipt_is_a_reprint(desk: Desk) -> None:
    """What was printed before stays on record; the new paper tells what is true now."""
    dossier = desk.receive()
    desk.cases.print_form(desk.clerk, dossier.id)
    desk.cases.acts.correct_dossier(desk.clerk, dossier.id, Correction(reason="nhầm", note="mới"))
    printed = desk.cases.print_form(desk.clerk, dossier.id)
    facts = desk.forms.rendered[-1]
    assert isinstance(facts, ReceiptFacts)
    assert (facts.dossier.note, facts.reprint) == ("mới", 1)
    assert printed.print_count(FormKey.RECEIPT) == 2


def test_what_is_shown_is_what_is_printed(desk: Desk, printer: FakePrinter) -> None:
    """The preview has the bytes and the title of the job that follows, and puts nothing on record."""
    dossier = desk.receive()
    shown = desk.cases.print_form.preview(desk.clerk, dossier.id)
    assert printer.jobs == []
    assert len(desk.events()) == 1
    desk.cases.print_form(desk.clerk, dossier.id)
    assert printer.jobs == [Job(shown.pdf, shown.title, PaperSize.A5)]


def test_the_receipt_of_what_was_served_at_once_is_optional(desk: Desk) -> None:
    """A returned dossier may still get its receipt, as a first print."""
    served = desk.cases.receive_dossier.at_once(desk.clerk, an_intake(procedure_code=COPY.code))
    assert served.prints == ()
    assert desk.cases.print_form(desk.clerk, served.id).prints[0].reprint == 0


def test_a_refusal_has_no_receipt(desk: Desk) -> None:
    """What was never received is not confirmed on paper, nor shown."""
    refused = desk.cases.refuse_intake(desk.clerk, DEED.code, APPLICANT, "không đủ điều kiện")
    for use in (desk.cases.print_form, desk.cases.print_form.preview):
        with pytest.raises(ActForbiddenError):
            use(desk.clerk, refused.id, FormKey.RECEIPT)
    assert desk.printers.printer.jobs == []


def test_who_may_not_print_gets_no_paper(desk: Desk) -> None:
    """The check comes before the paper."""
    dossier = desk.receive()
    with pytest.raises(RoleMissingError):
        desk.cases.print_form(actor_of(Role.ADMINISTRATOR), dossier.id)
    assert desk.printers.printer.jobs == []
    assert desk.forms.rendered == []


def test_an_unknown_dossier_is_told(desk: Desk) -> None:
    """An id that is not here leads to no paper."""
    with pytest.raises(DossierNotFoundError):
        desk.cases.print_form(desk.clerk, DossierId(UUID(int=1)))
    assert desk.printers.printer.jobs == []


def test_a_clerk_of_elsewhere_has_no_name_here(desk: Desk) -> None:
    """A dossier whose clerk is not among the people of the office prints with a blank to sign over."""
    dossier = desk.cases.receive_dossier(actor_of(Role.CLERK), an_intake())
    desk.cases.print_form(desk.clerk, dossier.id)
    facts = desk.forms.rendered[-1]
    assert isinstance(facts, ReceiptFacts)
    assert facts.clerk_name == ""


def test_what_a_newer_version_wrote_can_still_be_printed(desk: Desk) -> None:
    """Read-only is no reason to leave a citizen without paper."""
    dossier = desk.receive()
    desk.change_elsewhere(dossier)
    assert desk.cases.print_form(desk.clerk, dossier.id).print_count(FormKey.RECEIPT) == 1


class ImpatientPrinter(FakePrinter):
    """Looks at what is on file at the moment when it gets its job."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.on_file: list[int] = []

    def send(self, pdf: bytes, *, title: str, size: PaperSize) -> None:
        self.on_file.append(len(self._desk.events()))
        # A writer would wait for a unit of work that is held open over the printing.
        with self._desk.store.begin():
            super().send(pdf, title=title, size=size)


def test_no_unit_of_work_is_open_while_the_printer_works(desk: Desk) -> None:
    """The dossier is on file before its paper, the print after it; in between the file is free."""
    printer = ImpatientPrinter(desk)
    desk.printers.for_forms[FormKey.RECEIPT] = printer
    desk.cases.print_form(desk.clerk, desk.receive().id)
    assert printer.on_file == [1]
    assert len(desk.events()) == 2


def test_a_print_is_recorded_after_what_others_did_meanwhile(desk: Desk) -> None:
    """An act that came between look and record is not lost: the record stands after it."""
    dossier = desk.receive()

    class Meanwhile(FakePrinter):
        def send(self, pdf: bytes, *, title: str, size: PaperSize) -> None:
            super().send(pdf, title=title, size=size)
            desk.cases.acts.hand_over(desk.processor, dossier.id)

    desk.printers.for_forms[FormKey.RECEIPT] = Meanwhile()
    printed = desk.cases.print_form(desk.clerk, dossier.id)
    assert printed.status is Status.IN_PROGRESS
    assert len(printed.heads) == 1
    assert desk.stored(dossier.id) == printed


def test_pages_are_pictures_of_the_very_bytes(desk: Desk) -> None:
    """Preview pictures come from the rendered bytes, at the resolution asked for."""
    shown = desk.cases.print_form.preview(desk.clerk, desk.receive().id)
    pages = desk.cases.show_pages(shown.pdf, dpi=96)
    assert pages == desk.raster.pages(shown.pdf, dpi=96)
    assert pages != desk.cases.show_pages(shown.pdf)


def test_each_form_follows_from_what_happened(desk: Desk) -> None:
    """The newest occasion comes first; of a form that the set lacks there is none."""
    dossier = desk.cases.acts.hand_over(desk.clerk, desk.receive().id)
    asked = desk.cases.acts.request_supplement(desk.processor, dossier.id, (), "thiếu chữ ký")
    assert desk.cases.print_form.forms_for(asked) == (
        FormKey.SUPPLEMENT,
        FormKey.CONTROL_SLIP,
        FormKey.RECEIPT,
    )
    stopped = desk.cases.acts.end_dossier.stop(desk.processor, dossier.id, "quá hạn")
    assert FormKey.STOP_NOTICE not in desk.cases.print_form.forms_for(stopped)
    with pytest.raises(FormNotInSetError):
        desk.cases.print_form(desk.clerk, dossier.id, FormKey.STOP_NOTICE)


def test_a_form_is_signed_by_whoever_did_it(desk: Desk) -> None:
    """The request by the processor who asked, at the time of the request, under the title of its set."""
    dossier = desk.cases.acts.hand_over(desk.clerk, desk.receive().id)
    desk.clock.set(at(11, 9))
    asked = desk.cases.acts.request_supplement(desk.processor, dossier.id, (), "thiếu chữ ký")
    desk.clock.set(at(11, 10))
    desk.cases.print_form(desk.clerk, asked.id, FormKey.SUPPLEMENT)
    (facts,) = desk.forms.rendered
    assert isinstance(facts, DossierFormFacts)
    assert (facts.signer, facts.printed_at, facts.reprint) == ("Phạm Văn Được", at(11, 9), 0)
    assert facts.head == FORM_SETS.head(FormKey.SUPPLEMENT, DAY)


def test_a_second_request_is_a_first_print(desk: Desk) -> None:
    """Reprints are counted from the occasion on: what is asked anew is new paper, the same request again is not."""
    dossier = desk.cases.acts.hand_over(desk.clerk, desk.receive().id)
    for _ in range(2):
        desk.cases.acts.request_supplement(desk.processor, dossier.id, (), "thiếu")
        for _ in range(2):
            desk.cases.print_form(desk.clerk, dossier.id, FormKey.SUPPLEMENT)
        desk.cases.acts.resume_clock.after_supplement(desk.clerk, dossier.id, ())
    assert [one.reprint for one in desk.stored(dossier.id).prints] == [0, 1, 0, 1]


def test_what_never_happened_is_not_printed(desk: Desk) -> None:
    """No apology, no letter."""
    with pytest.raises(ActForbiddenError):
        desk.cases.print_form(desk.clerk, desk.receive().id, FormKey.APOLOGY)


def test_a_refusal_at_intake_is_printed_without_a_code(desk: Desk) -> None:
    """Its job is named by the id."""
    refused = desk.cases.refuse_intake(desk.clerk, DEED.code, APPLICANT, "không thuộc thẩm quyền")
    printed = desk.cases.print_form(desk.clerk, refused.id)
    assert desk.printers.printer.jobs[-1].title == f"REFUSAL-{refused.id.hex[-12:]}"
    assert printed.print_count(FormKey.REFUSAL) == 1
