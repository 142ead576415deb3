"""The files that come with the program, and others like them, are read whole or refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from cgcounter.app import places
from cgcounter.app.reference_files import TableUnreadableError, read_rows, seed_data


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
    ("content", "needed"),
    [(b"\xff\xfe\x00", ("code",)), (b"", ("code",)), (b"name,field\nx,y\n", ("code",))],
)
def test_a_file_that_is_no_such_table_is_refused_by_name(
    tmp_path: Path, content: bytes, needed: tuple[str, ...]
) -> None:
    """Bytes that are not UTF-8, an empty file and missing columns are one clear error."""
    file = tmp_path / "catalogue.csv"
    file.write_bytes(content)
    with pytest.raises(TableUnreadableError) as refused:
        read_rows(file, needed)
    assert refused.value.fields["file"] == "catalogue.csv"


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    """A path that leads nowhere is an error of ours, not a traceback."""
    with pytest.raises(TableUnreadableError):
        read_rows(tmp_path / "nothing.csv", ())


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    """What a spreadsheet saves as CSV is read."""
    file = tmp_path / "catalogue.csv"
    file.write_bytes("\ufeffcode,name\r\n1.004884,Đăng ký lại khai sinh\r\n".encode())
    assert read_rows(file, ("code",)) == [{"code": "1.004884", "name": "Đăng ký lại khai sinh"}]
