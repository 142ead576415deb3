"""The public list: what is in force on the day, and never anything else."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.documents.public_list import in_force
from cgcounter.domain.forms import FormKey, PaperSize, PublicListFacts
from cgcounter.domain.procedures import Catalogue, Level, Procedure
from cgcounter.domain.staff import Role, RoleMissingError
from cgcounter.domain.units import Unit, UnitKind, Units
from tests.fakes.fake_printer import FakePrinter, Job
from tests.services.desk import OFFICE, UNITS, Desk, actor_of, at
from tests.services.small_catalogue import DEED, EXTRACT, FORMER_POOR_HOUSEHOLD, MARITAL_STATUS

TODAY = date(2022, 3, 10)


def shown(desk: Desk, field: str) -> list[str]:
    """The codes on the list of a field."""
    return [one.code for one in desk.cases.books.public_list(desk.clerk, field).procedures]


def of_level(level: Level, **changes: object) -> Procedure:
    """A procedure that somebody else may decide."""
    return msgspec.structs.replace(DEED, level=level, **changes)


def test_a_field_lists_what_is_in_force(desk: Desk) -> None:
    """In the order of the catalogue, with office and day; the procedure that ended in 2021 is not there (9.9)."""
    facts = desk.cases.books.public_list(desk.clerk, "Hộ tịch")
    assert facts.procedures == (MARITAL_STATUS, EXTRACT)
    assert (facts.office, facts.field, facts.day) == (OFFICE, "Hộ tịch", TODAY)
    assert shown(desk, "Giảm nghèo") == ["1.011607"]
    assert shown(desk, "Ngoài vũ trụ") == []


def test_the_fields_are_those_of_today(desk: Desk) -> None:
    """A field whose last procedure has expired is not offered."""
    assert desk.cases.books.public_list.fields(desk.clerk) == (
        "Chứng thực",
        "Hộ tịch",
        "Bồi thường nhà nước",
        "Giảm nghèo",
    )
    desk.put_catalogue(Catalogue((DEED, FORMER_POOR_HOUSEHOLD)))
    assert desk.cases.books.public_list.fields(desk.clerk) == ("Chứng thực",)


_DAYS = st.none() | st.dates(date(2021, 1, 1), date(2023, 12, 31))


@st.composite
def versions(draw: st.DrawFn) -> Procedure:
    """A version of any validity, also one that ends before it begins."""
    return msgspec.structs.replace(
        DEED,
        code=f"1.{draw(st.integers(0, 999_999)):06d}",
        valid_from=draw(_DAYS),
        valid_to=draw(_DAYS),
    )


@given(procedures=st.lists(versions(), max_size=12), day=st.dates(date(2021, 1, 1), date(2023, 12, 31)))
def test_nothing_out_of_force_is_ever_listed(procedures: list[Procedure], day: date) -> None:
    """9.9 for any catalogue and any day of print: all that is in force is shown, and nothing that is not."""
    desk = Desk()
    desk.set_up()
    desk.clock.set(at(day.day, 9, month=day.month, year=day.year))
    desk.put_catalogue(Catalogue(tuple(procedures)))
    desk.cases.books.public_list.print(desk.clerk, DEED.field)
    facts = desk.forms.rendered[-1]
    assert isinstance(facts, PublicListFacts)
    expected = [
        one
        for one in procedures
        if (one.valid_from is None or one.valid_from <= day) and (one.valid_to is None or day <= one.valid_to)
    ]
    assert list(facts.procedures) == expected
    assert list(in_force(facts)) == expected


def test_what_expired_over_night_is_not_printed_in_the_morning(desk: Desk) -> None:
    """The list is made anew at every print, whatever was shown before."""
    desk.put_catalogue(Catalogue((msgspec.structs.replace(DEED, valid_to=TODAY), EXTRACT)))
    before = desk.cases.books.public_list(desk.clerk, "Chứng thực")
    assert len(before.procedures) == 1
    desk.clock.advance(hours=24)
    desk.cases.books.public_list.print(desk.clerk, "Chứng thực")
    facts = desk.forms.rendered[-1]
    assert isinstance(facts, PublicListFacts)
    assert (facts.day, facts.procedures) == (TODAY + timedelta(days=1), ())


def test_only_what_this_office_receives_is_listed(desk: Desk) -> None:
    """Like at intake: what counters of other units receive hangs on their walls."""
    elsewhere = msgspec.structs.replace(DEED, code="1.999999", received_by=("tax_branch",))
    desk.put_catalogue(Catalogue((DEED, elsewhere)))
    assert shown(desk, "Chứng thực") == ["2.001035"]


POLICE = Unit(
    "ca-xa-cao-an", "Công an xã Cao An", UnitKind.COMMUNE_POLICE, date(2022, 1, 1), parent_key="xa-cao-an"
)
OTHER_POLICE = Unit("ca-xa-khac", "Công an xã khác", UnitKind.COMMUNE_POLICE, date(2022, 1, 1))
LABOUR = Unit("phong-ldtbxh", "Phòng LĐTBXH", UnitKind.LABOUR_DEPARTMENT, date(2022, 1, 1), date(2025, 2, 28))
TWO_TAX = tuple(
    Unit(f"thue-{number}", f"Thuế {number}", UnitKind.TAX_BRANCH, date(2022, 1, 1)) for number in (1, 2)
)


@pytest.mark.parametrize(
    ("procedure", "deciders"),
    [
        pytest.param(DEED, (), id="commune"),
        pytest.param(
            msgspec.structs.replace(DEED, forwarded_to=("labour_department",)), (), id="commune, sent on"
        ),
        pytest.param(
            of_level(Level.COMMUNE_POLICE), (("2.001035", "Công an xã Cao An"),), id="its own police"
        ),
        pytest.param(
            of_level(Level.DISTRICT, forwarded_to=("labour_department",)),
            (("2.001035", "Phòng LĐTBXH"),),
            id="a department",
        ),
        pytest.param(
            of_level(Level.DISTRICT, forwarded_to=("labour_department", "thue-1")),
            (("2.001035", "Phòng LĐTBXH; Thuế 1"),),
            id="by key too",
        ),
        pytest.param(
            of_level(Level.DISTRICT, forwarded_to=("tax_branch",)), (), id="a kind of which there are two"
        ),
        pytest.param(of_level(Level.PROVINCE), (), id="nobody knows"),
    ],
)
def test_who_deals_with_it_is_named_where_it_is_known(
    desk: Desk, procedure: Procedure, deciders: tuple[tuple[str, str], ...]
) -> None:
    """7.2: received here, decided there; a name that is not sure is not made up."""
    with desk.store.begin() as unit:
        units = Units((*UNITS.units, POLICE, OTHER_POLICE, LABOUR, *TWO_TAX))
        unit.reference.put_units(units, source="test", at=desk.clock.now())
        unit.commit()
    desk.put_catalogue(Catalogue((procedure,)))
    assert desk.cases.books.public_list(desk.clerk, "Chứng thực").deciders == deciders


def test_the_list_goes_to_its_own_printer(desk: Desk) -> None:
    """Printed are the bytes that are shown, on A4; a list is no event of a dossier."""
    printer = desk.printers.for_forms[FormKey.PUBLIC_LIST] = FakePrinter("Kyocera văn phòng")
    public_list = desk.cases.books.public_list
    rendered = public_list.render(public_list(desk.clerk, "Hộ tịch"))
    assert public_list.print(desk.clerk, "Hộ tịch") == rendered
    assert printer.jobs == [Job(rendered.pdf, "PUBLIC_LIST-20220310-ho-tich", PaperSize.A4)]
    assert desk.events() == ()


@pytest.mark.parametrize("role", [Role.PROCESSOR, Role.ADMINISTRATOR])
def test_who_may_print_it(desk: Desk, role: Role) -> None:
    """Roles as for the daily log."""
    with pytest.raises(RoleMissingError):
        desk.cases.books.public_list.fields(actor_of(role))
    with pytest.raises(RoleMissingError):
        desk.cases.books.public_list.print(actor_of(role), "Hộ tịch")
