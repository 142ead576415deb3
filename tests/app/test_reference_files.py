"""The files that come with the program, and others like them, are read whole or refused by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cgcounter.app import places
from cgcounter.app.reference_files import seed_data
from cgcounter.app.table_files import TableUnreadableError, read_rows
from cgcounter.domain.tables import ColumnsMissingError


def test_the_program_comes_with_the_2022_catalogue_whole() -> None:
    """Every row of the shipped files is taken: catalogue, calendar and units."""
    seed = seed_data(places.resources())
    assert len(seed.catalogue.procedures) == _rows("catalogue/procedures.csv")
    assert sum(len(one.papers) for one in seed.catalogue.procedures) == _rows("catalogue/papers.csv")
    assert len(seed.calendar.days) == _rows("calendar/calendar.csv")
    assert len(seed.units.units) == _rows("units/units.csv")


def _rows(name: str) -> int:
    return len(read_rows(places.resources() / name, ()))


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"\xff\xfe\x00", "not_utf8"), (b"code,name\n1," + b"x" * 200_000 + b"\n", "not_csv")],
)
def test_a_file_that_is_no_table_is_refused_by_name(tmp_path: Path, content: bytes, reason: str) -> None:
    """Bytes that are not UTF-8, and text that no reader of CSV takes, are told apart."""
    file = tmp_path / "catalogue.csv"
    file.write_bytes(content)
    with pytest.raises(TableUnreadableError) as refused:
        read_rows(file, ("code",))
    assert refused.value.fields == {"file": "catalogue.csv", "reason": reason}


@pytest.mark.parametrize(("content", "columns"), [(b"", "“code”, “name”"), (b"name,field\nx,y\n", "“code”")])
def test_a_table_without_its_columns_is_refused(tmp_path: Path, content: bytes, columns: str) -> None:
    """An empty file lacks them all; the others are named."""
    file = tmp_path / "catalogue.csv"
    file.write_bytes(content)
    with pytest.raises(ColumnsMissingError) as refused:
        read_rows(file, ("code", "name"))
    assert refused.value.fields == {"file": "catalogue.csv", "columns": columns}


def test_a_path_that_leads_to_no_file_is_refused_by_name(tmp_path: Path) -> None:
    """A missing file and a folder are errors of ours, each with its reason."""
    for path, reason in ((tmp_path / "nothing.csv", "no_such_file"), (tmp_path, "not_readable")):
        with pytest.raises(TableUnreadableError) as refused:
            read_rows(path, ())
        assert refused.value.fields == {"file": path.name, "reason": reason}


def test_cells_beyond_the_last_column_are_not_dropped(tmp_path: Path) -> None:
    """A comma too many moves the columns, and whoever reads the row must see it; blanks at its end are nothing."""
    file = tmp_path / "catalogue.csv"
    file.write_bytes("code,name\n1,Xã,Cao An\n2,Xã,,\n".encode())
    moved, plain = read_rows(file, ("code",))
    beyond: Any = None
    assert dict(moved) == {"code": "1", "name": "Xã", beyond: ["Cao An"]}
    assert plain == {"code": "2", "name": "Xã"}


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    """What a spreadsheet saves as CSV is read."""
    file = tmp_path / "catalogue.csv"
    file.write_bytes("\ufeffcode,name\r\n1.004884,Đăng ký lại khai sinh\r\n".encode())
    assert read_rows(file, ("code",)) == [{"code": "1.004884", "name": "Đăng ký lại khai sinh"}]
