"""A file of tables goes to the use case of its kind, by whom may do so, with all the columns it must have."""

from __future__ import annotations

import pytest

from cgcounter.domain.catalogue_tables import catalogue_from_rows
from cgcounter.domain.dossier_tables import read_dossier
from cgcounter.domain.facts import DossierReceived
from cgcounter.domain.staff import Role, RoleMissingError
from cgcounter.domain.tables import Cells, ColumnsMissingError
from cgcounter.domain.units import units_from_rows
from cgcounter.services.table_file import COLUMNS, ImportKind, Table, TableFile
from tests.services.desk import Desk, actor_of
from tests.services.small_catalogue import DEED

PROCEDURE = {
    "code": "1.004837",
    "name": "Đăng ký giám hộ",
    "field": "Hộ tịch",
    "level": "commune",
    "kind": "working_days",
    "duration": "3",
    "fee_rule": "none",
}
PAPER = {
    "procedure_code": "1.004837",
    "case": "",
    "name": "Tờ khai",
    "originals": "1",
    "copies": "0",
    "must_submit": "yes",
    "reusable": "no",
}
DAY = {"date": "2022-03-14", "kind": "day_off", "name": "Nghỉ"}
UNIT = {"unit_key": "xa-cao-an", "name": "xã Cao An", "kind": "commune", "valid_from": "2022-01-01"}
PAPER_DOSSIER = {
    "paper_number": "7",
    "procedure_code": DEED.code,
    "name": "Trần Thị Mẫu",
    "received_at": "08/03/2022",
}


def table(name: str, *rows: dict[str, str]) -> Table:
    """A table with the columns of its first row."""
    return Table(name, f"{name}.csv", f"{name}.csv", tuple(rows[0]) if rows else (), rows)


FILES = (
    TableFile(
        ImportKind.CATALOGUE,
        "danh mục.xlsx",
        (table("procedures", PROCEDURE), table("papers", PAPER), table("terms")),
    ),
    TableFile(ImportKind.CALENDAR, "lịch.csv", (table("calendar", DAY),)),
    TableFile(ImportKind.UNITS, "đơn vị.csv", (table("units", UNIT),)),
    TableFile(ImportKind.DOSSIERS, "sổ giấy.csv", (table("dossiers", PAPER_DOSSIER),)),
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.kind)
def test_each_kind_is_looked_at_and_taken(desk: Desk, file: TableFile) -> None:
    """The look writes nothing and tells the same change as the act."""
    before = desk.store.commits
    looked = desk.cases.tables(desk.administrator, file, dry_run=True)
    assert desk.store.commits == before
    taken = desk.cases.tables(desk.administrator, file, dry_run=False)
    assert desk.store.commits == before + 1
    assert (looked.new, looked.changed, looked.gone) == (taken.new, taken.changed, taken.gone)
    assert taken.is_any


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.kind)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_the_administrator_takes_tables_in(desk: Desk, file: TableFile, role: Role) -> None:
    """What everybody works by is one person's task, also as a mere look."""
    with pytest.raises(RoleMissingError):
        desk.cases.tables(actor_of(role), file, dry_run=True)


def test_dossiers_are_taken_over_in_the_name_of_who_acts(desk: Desk) -> None:
    """The log names the person at the window."""
    desk.cases.tables(desk.administrator, FILES[3], dry_run=False)
    (event,) = desk.events()
    assert (type(event.fact), event.actor) == (DossierReceived, desk.administrator.id)


def test_a_table_without_its_columns_goes_nowhere(desk: Desk) -> None:
    """The missing ones are told by name, the file too."""
    file = TableFile(ImportKind.CALENDAR, "lịch.csv", (table("calendar", {"date": "x", "kinds": "y"}),))
    assert (file.tables[0].missing, file.tables[0].unknown) == (("kind", "name"), ("kinds",))
    with pytest.raises(ColumnsMissingError) as refused:
        desk.cases.tables(desk.administrator, file, dry_run=True)
    assert refused.value.fields == {"file": "calendar.csv", "columns": "“kind”, “name”"}


def test_who_wants_no_more_of_it_leaves_everything_as_it_was(desk: Desk) -> None:
    """What the progress raises comes out, and no row of the file is kept."""
    rows = [PAPER_DOSSIER | {"paper_number": str(number)} for number in range(1, 5)]
    file = TableFile(ImportKind.DOSSIERS, "sổ.csv", (table("dossiers", *rows),))
    told: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> None:
        told.append((done, of))
        if done == 2:
            raise InterruptedError

    before = desk.store.commits
    with pytest.raises(InterruptedError):
        desk.cases.tables(desk.administrator, file, dry_run=False, progress=progress)
    assert told == [(0, 4), (1, 4), (2, 4)]
    assert (desk.events(), desk.store.commits) == ((), before)


class _Watched(dict[str, str]):
    """A row that remembers which of its columns were asked for."""

    def __init__(self, cells: dict[str, str]) -> None:
        super().__init__(cells)
        self.asked: set[str] = set()

    def get(self, column: str, otherwise: str | None = None) -> str | None:  # type: ignore[override]  # as Cells asks
        self.asked.add(column)
        return super().get(column, otherwise)


def test_the_columns_that_are_listed_are_those_that_are_read() -> None:
    """A column that is read is known, and one that is known is read, but for what stands there for people."""
    terms = _Watched(
        {
            "procedure_code": "1.004837",
            "channel": "online",
            "kind": "working_days",
            "duration": "2",
            "fee_rule": "fixed",
            "fee_vnd": "5000",
        }
    )
    procedure, paper, unit, dossier = map(_Watched, (PROCEDURE, PAPER, UNIT, PAPER_DOSSIER))
    assert catalogue_from_rows([procedure], [paper], [terms]).refusals == ()
    assert units_from_rows([unit]).refusals == ()
    read_dossier(Cells(dossier))
    read = {"procedures": procedure, "papers": paper, "terms": terms, "units": unit, "dossiers": dossier}
    for name, row in read.items():
        known = {*COLUMNS[name].needed, *COLUMNS[name].optional} - {"successor_codes"}
        assert row.asked == known, name
