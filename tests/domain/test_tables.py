"""Reading rows of a table: cells, their kinds, and refusals."""

import csv
from datetime import date, time
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.calendar import calendar_from_rows
from cgcounter.domain.catalogue_tables import catalogue_from_rows
from cgcounter.domain.tables import CellRefusedError, Cells, RefusalReason, read_rows
from cgcounter.domain.units import units_from_rows


def test_rows_are_numbered_as_in_a_sheet() -> None:
    """The header is row 1, so that the first row of data is row 2."""
    taken, refused = read_rows(
        "x", [{"a": "one"}, {"a": "", "b": "x"}, {"a": "two"}], lambda cells: cells.required("a")
    )
    assert taken == [(2, "one"), (4, "two")]
    assert [(one.row_number, one.column, one.reason_code) for one in refused] == [(3, "a", "missing")]


def test_row_with_too_many_cells_is_refused() -> None:
    """A comma that moved the columns shows as a cell too many, and the row is not taken."""
    lines = StringIO("date,kind,name\n2022-09-02,day_off,Quốc khánh,x\n2022-09-01,day_off,Quốc khánh\n")
    reading = calendar_from_rows(csv.DictReader(lines))
    assert [day.date for day in reading.days] == [date(2022, 9, 1)]
    assert [(one.row_number, one.reason_code) for one in reading.refusals] == [(2, "too_many_cells")]


def test_short_row_lacks_its_last_cells() -> None:
    """The cells that a short row lacks are empty."""
    lines = StringIO("date,kind,name\n2022-09-02,day_off\n")
    reading = calendar_from_rows(csv.DictReader(lines))
    assert [(one.column, one.reason_code) for one in reading.refusals] == [("name", "missing")]


def test_missing_column_is_empty() -> None:
    """A column that the table lacks is empty in every row."""
    assert Cells({}).text("note") == ""
    assert Cells({}).number("fee_vnd") is None


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), (" 12 ", 12), ("007", 7), ("", None), ("9" * 12, 999999999999)]
)
def test_number(text: str, number: int | None) -> None:
    """A number is whole and not negative; an empty cell has none."""
    assert Cells({"a": text}).number("a") == number


@pytest.mark.parametrize("text", ["-1", "1.0", "1e3", "một", "１", "9" * 13, "9" * 5000])
def test_no_number(text: str) -> None:
    """Anything else is no number, however long."""
    with pytest.raises(CellRefusedError) as raised:
        Cells({"a": text}).number("a")
    assert raised.value.reason is RefusalReason.BAD_NUMBER


def test_a_blank_row_counts_and_says_nothing() -> None:
    """Rows below it keep their numbers."""
    taken, refused = read_rows("x", [{"a": ""}, {"a": "one"}], lambda cells: cells.required("a"))
    assert (taken, refused) == ([(3, "one")], [])


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("10/03/2022", (date(2022, 3, 10), None)),
        ("10/03/2022 08:15", (date(2022, 3, 10), time(8, 15))),
        ("2022-03-10T08:15:00", (date(2022, 3, 10), time(8, 15))),
        ("44630", (date(2022, 3, 10), None)),
        ("44630.34375", (date(2022, 3, 10), time(8, 15))),
    ],
)
def test_moment(text: str, moment: tuple[date, time | None]) -> None:
    """A date with or without its clock, also as the number that a spreadsheet keeps of it."""
    assert Cells({"a": text}).moment("a") == moment


@pytest.mark.parametrize("text", ["30/02/2022", "10/03/2022 25:00", "hôm qua", "12345", "2022"])
def test_no_moment(text: str) -> None:
    """Anything else is refused."""
    with pytest.raises(CellRefusedError) as raised:
        Cells({"a": text}).moment("a")
    assert raised.value.reason is RefusalReason.BAD_DATE


@pytest.mark.parametrize("text", ["2022-09-02", "02/09/2022", " 2022-09-02 ", "44806", "2022-09-02T00:00:00"])
def test_date(text: str) -> None:
    """A date is written year first with hyphens or day first with slashes."""
    assert Cells({"a": text}).day("a") == date(2022, 9, 2)


def test_several_parts() -> None:
    """Parts are joined with semicolons; empty ones do not count."""
    assert Cells({"a": "x; y ;;z"}).several("a") == ("x", "y", "z")


cells = st.sampled_from(
    ["", "1.001193", "same_day", "commune", "none", "2022-09-02", "yes", "xa", "1"]
) | st.text(max_size=8)


def tables(*columns: str) -> st.SearchStrategy[list[dict[str, str]]]:
    return st.lists(st.fixed_dictionaries(dict.fromkeys(columns, cells)).filter(any_cell), max_size=4)


def any_cell(row: dict[str, str]) -> bool:
    return any(row.values())


@given(
    tables(
        "code", "name", "field", "level", "kind", "duration", "fee_rule", "fee_vnd", "valid_from", "valid_to"
    ),
    tables("procedure_code", "case", "name", "originals", "copies", "must_submit", "reusable"),
)
def test_any_catalogue_is_read(procedures: list[dict[str, str]], papers: list[dict[str, str]]) -> None:
    """Every row of any table is taken or refused, once."""
    reading = catalogue_from_rows(procedures, papers)
    kept = len(reading.catalogue.procedures)
    of_procedures = [one for one in reading.refusals if one.table == "procedures"]
    assert kept + len(of_procedures) == len(procedures)
    assert len({(one.table, one.row_number) for one in reading.refusals}) == len(reading.refusals)


@given(tables("date", "kind", "name"), tables("unit_key", "name", "kind", "valid_from", "parent_key"))
def test_any_calendar_and_units_are_read(days: list[dict[str, str]], units: list[dict[str, str]]) -> None:
    """Every row of any table is taken or refused, once."""
    calendar, known = calendar_from_rows(days), units_from_rows(units)
    assert len(calendar.days) + len(calendar.refusals) == len(days)
    assert len(known.units.units) + len(known.refusals) == len(units)
