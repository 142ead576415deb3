"""A dossier's way through the hands of an office, and a district's one-stop whose counters belong to several units."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cgcounter.app import places
from cgcounter.app.crash import CrashReports
from cgcounter.app.demo.citizens import card_payload
from cgcounter.app.demo.office import DEMO_START, PEOPLE
from cgcounter.app.opening import open_existing
from cgcounter.domain import offices
from cgcounter.domain.catalogue_tables import catalogue_from_rows
from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.facts import HandoverAccepted
from cgcounter.domain.holding import Task, holding_of
from cgcounter.domain.staff import StaffId
from cgcounter.gui.lookup.screen import LookupScreen
from cgcounter.gui.lookup.table_model import Column
from tests.journeys.conftest import Counter, citizen

CLERK, PROCESSOR, ADMINISTRATOR = 0, 2, 5
DISTRICT = offices.Office(
    unit_key="ubnd-huyen",
    authority="ỦY BAN NHÂN DÂN HUYỆN CẨM GIÀNG",
    office_name="BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
    place="Cẩm Giàng",
    agency_code="H23.12",
)
OF_UNITS = (
    {"code": "1.002759", "name": "Cấp lại thẻ bảo hiểm y tế", "received_by": "social_insurance"},
    {"code": "1.008603", "name": "Kê khai lệ phí môn bài", "received_by": "tax_branch"},
)


def change_places(counter: Counter, place: int) -> None:
    """Another person of the office comes to the counter."""
    counter.hands.press("Ctrl+L")
    counter.sign_in(place)


def column(counter: Counter, wanted: Column) -> list[str]:
    """What the list shows in a column."""
    model = counter.window.findChildren(LookupScreen)[0].table.model()
    return [str(model.index(row, wanted).data()) for row in range(model.rowCount())]


def held_by(counter: Counter, dossier: Dossier) -> tuple[Task, str] | None:
    """The task, and the name of the one person who has it."""
    holding = holding_of(dossier)
    if holding is None or holding.person is None:
        return None
    return holding.task, names(counter)[holding.person]


def names(counter: Counter) -> dict[StaffId, str]:
    """The people of the office."""
    return counter.ask(lambda office: {one.id: one.name for one in office.cases.sign_in.names()})


def receive_with_phone(counter: Counter, phone: str) -> str:
    """Take a deed in; the card tells no phone number, so that is corrected on the dossier's card. Its code."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return", "F9")
    code = counter.dossiers()[0].code
    counter.hands.scan(code)
    counter.hands.press("F5")
    counter.hands.type_text(phone)
    counter.hands.press("F9")  # asks for the reason
    counter.hands.type_text("1")
    counter.hands.press("F9")
    return code


def test_a_dossier_goes_through_the_hands_of_the_commune(counter: Counter) -> None:
    """Received, handed over, accepted, supplemented, resulted, told and returned: by keys and scans alone."""
    clerk, processor = PEOPLE[CLERK].name, PEOPLE[PROCESSOR].name
    code = receive_with_phone(counter, "0912345678")
    assert held_by(counter, counter.dossiers()[0]) == (Task.HAND_OVER, clerk)

    counter.hands.scan(code)
    counter.hands.press("T")
    counter.hands.type_text("thi mau")
    counter.hands.press("Return", "F9")
    assert held_by(counter, counter.dossiers()[0]) == (Task.ACCEPT, processor)

    change_places(counter, PROCESSOR)
    counter.hands.press("Alt+7")
    assert (column(counter, Column.WHO), column(counter, Column.STATE)) == ([processor], ["Chờ nhận"])
    counter.hands.press("A")
    assert column(counter, Column.STATE) == ["Xử lý"]
    assert isinstance(counter.dossiers()[0].history[-1].fact, HandoverAccepted)

    counter.hands.press("Return", "F7", "Space", "Tab")
    counter.hands.type_text("Bản sao căn cước")
    counter.hands.press("F9")
    assert held_by(counter, counter.dossiers()[0]) == (Task.AWAIT_SUPPLEMENT, processor)
    assert any(paper.startswith("SUPPLEMENT-") for paper in counter.papers())

    change_places(counter, CLERK)
    counter.hands.scan(code)
    counter.hands.press("Return", "F9")
    assert held_by(counter, counter.dossiers()[0]) == (Task.PROCESS, processor)

    change_places(counter, PROCESSOR)
    counter.hands.press("Alt+7", "M", "Return", "Return")
    assert held_by(counter, counter.dossiers()[0]) == (Task.RETURN, clerk)

    change_places(counter, CLERK)
    counter.hands.press("Alt+6")
    assert column(counter, Column.WHO) == ["0912345678"]
    counter.hands.press("B")
    assert column(counter, Column.STATE) == ["Đã báo"]
    counter.hands.scan(code)
    counter.hands.press("Return")
    (dossier,) = counter.dossiers()
    assert dossier.status is Status.RETURNED
    assert dossier.told is not None


@pytest.fixture
def district_counter(
    qapp: QApplication, new_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str, int], Counter]]:
    """Opens a counter of the district's one-stop, each with a data folder and a slot of its own."""
    monkeypatch.setattr(CrashReports, "install", lambda _: None)
    opened: list[Counter] = []

    def open_it(name: str, slot: int) -> Counter:
        folders = places.Folders.under(shutil.copytree(new_home, tmp_path / name), uses_keyring=False)
        make_district(folders, slot)
        opened.append(Counter(folders))
        return opened[-1]

    yield open_it
    for counter in opened:
        counter.close()
        assert list(counter.folders.logs.glob("crash-*")) == []


def make_district(folders: places.Folders, slot: int) -> None:
    """The office is that of the district, and its catalogue says which unit receives what."""
    plain = {"field": "x", "level": "district", "kind": "working_days", "duration": "5", "fee_rule": "none"}
    catalogue = catalogue_from_rows([plain | row for row in OF_UNITS], []).catalogue
    assert len(catalogue.procedures) == len(OF_UNITS)
    with closing(open_existing(folders)) as store, store.begin() as unit:
        unit.reference.put_office(DISTRICT, offices.Counter(slot), at=DEMO_START)
        unit.reference.put_catalogue(catalogue, source="test", at=DEMO_START)
        unit.commit()


def take_unit(counter: Counter, letters: str, code: str) -> None:
    """The administrator says whose counter this is."""
    counter.sign_in(ADMINISTRATOR)
    counter.hands.press("Ctrl+K")
    counter.hands.type_text("don vi cua quay")
    counter.hands.press("Return")
    counter.hands.type_text(letters)
    counter.hands.press("Return", "Ctrl+A")
    counter.hands.type_text(code)
    counter.hands.press("Return", "Space", "F9", "Escape")
    change_places(counter, CLERK)


def receive(counter: Counter, procedure: str) -> list[Dossier]:
    """Try to take a procedure in; what the file then holds."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text(procedure)
    counter.hands.press("Return", "F9")
    return counter.dossiers()


@pytest.mark.parametrize(
    ("letters", "agency", "own", "others"),
    [("bao hiem", "g24.12", "1.002759", "1.008603"), ("chi cuc thue", "G12.30.5", "1.008603", "1.002759")],
)
def test_counters_of_two_units_share_a_one_stop(
    district_counter: Callable[[str, int], Counter], letters: str, agency: str, own: str, others: str
) -> None:
    """Each takes in what is its unit's, under its unit's code, and hands it over within that unit."""
    counter = district_counter(letters, 2)
    take_unit(counter, letters, agency)
    assert receive(counter, others) == []
    counter.hands.press("Escape", "Escape", "Escape")
    (dossier,) = receive(counter, own)
    assert dossier.code == f"{agency.upper()}-220310-2001"
    counter.hands.scan(dossier.code)
    counter.hands.press("Return")
    counter.hands.press("Alt+7")
    assert column(counter, Column.CODE) == ["…2001"]
    (handed,) = counter.dossiers()
    assert handed.leg is not None
    assert handed.leg.unit == handed.unit != ""
