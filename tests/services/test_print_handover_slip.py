"""Hand-over slips: what goes to a unit on paper stands on one sheet, once."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import FormPrinted
from cgcounter.domain.forms import FormHead, FormKey, HandoverSlipFacts, NothingToPrintError, PaperSize
from cgcounter.domain.handover_slips import has_slip
from cgcounter.domain.particulars import DossierId, ResultKind
from cgcounter.domain.staff import Actor, Role, RoleMissingError
from cgcounter.domain.units import Unit, UnitKind, Units
from cgcounter.services.hand_over import Handover
from cgcounter.services.ports import PrinterError
from tests.fakes.fake_printer import FakePrinter, Job
from tests.services.desk import OFFICE, UNITS, Desk, actor_of, at

THURSDAY = date(2022, 3, 10)
JUSTICE = Unit("phong-tu-phap", "Phòng Tư pháp", UnitKind.JUSTICE_DEPARTMENT, date(2022, 1, 1))
INSURANCE = Unit("bhxh-huyen", "Bảo hiểm xã hội huyện", UnitKind.SOCIAL_INSURANCE, date(2022, 1, 1))


@pytest.fixture(autouse=True)
def district(desk: Desk) -> None:
    """The office knows two units of the district."""
    with desk.store.begin() as unit:
        units = Units((*UNITS.units, JUSTICE, INSURANCE))
        unit.reference.put_units(units, source="test", at=desk.clock.now())
        unit.commit()


def send(desk: Desk, unit: str = "phong-tu-phap", *, electronic: bool = False) -> Dossier:
    """Take in a deed and hand it to a unit, on paper unless said otherwise; a minute later the next can come."""
    to = Handover(unit=unit, electronic=electronic)
    sent = desk.cases.acts.hand_over(desk.clerk, desk.receive().id, to)
    desk.clock.advance(minutes=1)
    return sent


def listed(desk: Desk, day: date | None = None) -> list[tuple[str, list[str], int]]:
    """Each slip of a day: to whom, the ends of its codes, and how often it was printed."""
    slips = desk.cases.books.handover_slip(desk.clerk, day)
    return [(slip.unit_name, [one.code[-4:] for one in slip.dossiers], slip.times_printed) for slip in slips]


def drawn(desk: Desk) -> HandoverSlipFacts:
    """What was rendered last."""
    facts = desk.forms.rendered[-1]
    assert isinstance(facts, HandoverSlipFacts)
    return facts


def print_slip(desk: Desk, dossier: Dossier) -> None:
    """Print the slip that a dossier stands on."""
    desk.cases.books.handover_slip.print(desk.clerk, DossierId(dossier.id))


def test_each_unit_has_one_new_slip(desk: Desk) -> None:
    """What went out on paper today and is on no slip; what went by screen, or nowhere, is on none."""
    send(desk)
    send(desk, "bhxh-huyen")
    send(desk)
    send(desk, electronic=True)
    desk.cases.acts.hand_over(desk.clerk, desk.receive().id, Handover(electronic=False))
    desk.receive()
    assert listed(desk) == [
        ("Phòng Tư pháp", ["1001", "1003"], 0),
        ("Bảo hiểm xã hội huyện", ["1002"], 0),
    ]


def test_a_slip_says_who_gives_what_to_whom(desk: Desk) -> None:
    """Office, unit, the time of the last hand-over, who handed over; the dossiers in the order of the day."""
    first, last = send(desk), send(desk)
    rendered = desk.cases.books.handover_slip.render(desk.clerk, DossierId(last.id))
    assert drawn(desk) == HandoverSlipFacts(
        head=FormHead("Phiếu bàn giao hồ sơ"),
        office=OFFICE,
        unit_name="Phòng Tư pháp",
        handed_at=at(10, 8, 16),
        handed_by="Lê Thị Ẩn",
        electronic=False,
        dossiers=(desk.stored(first.id), desk.stored(last.id)),
    )
    assert rendered.title == "HANDOVER_SLIP-20220310-phong-tu-phap"


def test_where_several_people_handed_over_none_signs_for_the_others(desk: Desk) -> None:
    """The name below the signature is left to the pen."""
    sent = send(desk)
    to = Handover(unit="phong-tu-phap", electronic=False)
    desk.cases.acts.hand_over(desk.processor, desk.receive().id, to)
    desk.cases.books.handover_slip.render(desk.clerk, DossierId(sent.id))
    assert drawn(desk).handed_by == ""


def test_a_print_is_on_record_with_each_of_its_dossiers(desk: Desk) -> None:
    """One FormPrinted a dossier, of the very bytes that came out of the slip's own printer."""
    first, last = send(desk), send(desk)
    printer = desk.printers.for_forms[FormKey.HANDOVER_SLIP] = FakePrinter("Kyocera văn phòng")
    printed = desk.cases.books.handover_slip.print(desk.clerk, DossierId(first.id))
    (job,) = printer.jobs
    assert job == Job(printed.document.pdf, "HANDOVER_SLIP-20220310-phong-tu-phap", PaperSize.A4)
    for dossier in (first, last):
        assert desk.stored(dossier.id).prints == (
            FormPrinted(
                printed_at=at(10, 8, 17),
                form="HANDOVER_SLIP",
                template_version=1,
                sha256=hashlib.sha256(job.pdf).digest(),
                reprint=0,
                printer="Kyocera văn phòng",
            ),
        )


def test_printing_again_is_a_marked_reprint_of_the_same_sheet(desk: Desk) -> None:
    """What goes out later stands on a slip of its own; what the unit has accepted stays on the slip it came with."""
    first, second = send(desk), send(desk)
    print_slip(desk, first)
    later = send(desk)
    desk.cases.acts.accept_handover(desk.processor, DossierId(first.id))
    assert listed(desk) == [
        ("Phòng Tư pháp", ["1003"], 0),
        ("Phòng Tư pháp", ["1001", "1002"], 1),
    ]
    print_slip(desk, second)
    assert drawn(desk).reprint == 1
    assert [one.code[-4:] for one in drawn(desk).dossiers] == ["1001", "1002"]
    print_slip(desk, first)
    assert drawn(desk).reprint == 2
    print_slip(desk, later)
    assert drawn(desk).reprint == 0
    assert [one.reprint for one in desk.stored(second.id).prints] == [0, 1, 2]


def test_what_a_unit_has_accepted_needs_no_slip(desk: Desk) -> None:
    """It was taken without one: it is neither listed nor printed."""
    taken = send(desk)
    desk.cases.acts.accept_handover(desk.processor, DossierId(taken.id))
    assert listed(desk) == []
    with pytest.raises(NothingToPrintError):
        print_slip(desk, taken)


def test_what_went_on_or_ended_is_on_no_new_slip(desk: Desk) -> None:
    """A dossier that was answered, went elsewhere or was withdrawn is not on its way any more."""
    answered, moved, withdrawn = send(desk), send(desk), send(desk)
    desk.cases.acts.record_result(desk.processor, DossierId(answered.id), ResultKind.POSITIVE)
    desk.cases.acts.hand_over(desk.processor, DossierId(moved.id), Handover(unit="bhxh-huyen"))
    desk.cases.acts.end_dossier.withdraw(desk.clerk, DossierId(withdrawn.id), reason="")
    assert listed(desk) == []
    assert not any(has_slip(desk.stored(one.id)) for one in (answered, moved, withdrawn))


def test_another_day_has_its_own_slips(desk: Desk) -> None:
    """Today by default; a slip of a past day is printed as of that day."""
    sent = send(desk)
    desk.clock.set(at(11, 8))
    assert listed(desk) == []
    assert listed(desk, THURSDAY) == [("Phòng Tư pháp", ["1001"], 0)]
    print_slip(desk, sent)
    assert desk.printers.printer.jobs[-1].title == "HANDOVER_SLIP-20220310-phong-tu-phap"


def test_a_second_hand_over_has_a_slip_of_its_own(desk: Desk) -> None:
    """A dossier that came back and goes out again is no reprint."""
    sent = send(desk)
    print_slip(desk, sent)
    desk.cases.acts.hand_over(desk.processor, DossierId(sent.id))
    assert not has_slip(desk.stored(sent.id))
    to = Handover(unit="phong-tu-phap", electronic=False)
    desk.cases.acts.hand_over(desk.processor, DossierId(sent.id), to)
    assert listed(desk) == [("Phòng Tư pháp", ["1001"], 0)]


def test_a_card_offers_the_slip_while_the_dossier_is_where_it_went(desk: Desk) -> None:
    """On its way, and after that as long as there is a slip to repeat; never of a hand-over by screen."""
    sent, by_screen = send(desk), send(desk, electronic=True)
    assert has_slip(desk.stored(sent.id))
    assert not has_slip(desk.stored(by_screen.id))
    print_slip(desk, sent)
    desk.cases.acts.accept_handover(desk.processor, DossierId(sent.id))
    assert has_slip(desk.stored(sent.id))


def test_only_who_gave_prints_the_slip(desk: Desk) -> None:
    """The unit that got the dossier signs below; the slip is not its own to print."""
    sent = send(desk)
    there = Actor(desk.clerk.id, "Người nhận", (Role.CLERK,), OFFICE.unit_key, unit="phong-tu-phap")
    assert desk.cases.books.handover_slip(there) == ()
    with pytest.raises(NothingToPrintError):
        desk.cases.books.handover_slip.print(there, DossierId(sent.id))


def test_a_printer_that_fails_leaves_the_slip_new(desk: Desk) -> None:
    """Nothing came out, nothing is on record."""
    sent = send(desk)
    desk.printers.printer.fails_with = "hết giấy"
    with pytest.raises(PrinterError):
        print_slip(desk, sent)
    assert listed(desk) == [("Phòng Tư pháp", ["1001"], 0)]


def test_an_administrator_prints_no_slip(desk: Desk) -> None:
    """Roles as for every form about a dossier."""
    sent, stranger = send(desk), actor_of(Role.ADMINISTRATOR)
    slips = desk.cases.books.handover_slip
    with pytest.raises(RoleMissingError):
        slips(stranger)
    with pytest.raises(RoleMissingError):
        slips.print(stranger, DossierId(sent.id))
    assert desk.printers.printer.jobs == []
