"""The second memory outlives power cuts and stays small."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from cgcounter.services.ports import DataFileError
from cgcounter.storage.code_marks import CodeMark, FileCodeMarks

TODAY = date(2022, 3, 10)


def test_marks_are_read_back_by_another_process(tmp_path: Path) -> None:
    """What was raised is on the disk when raise_to returns."""
    file = tmp_path / "marks.txt"
    marks = FileCodeMarks(file)
    marks.raise_to(1, TODAY, 1007)
    marks.raise_to(2, TODAY, 2001)
    marks.raise_to(1, TODAY, 1005)
    assert file.read_text(encoding="ascii") == "1 2022-03-10 1007\n2 2022-03-10 2001\n"
    assert set(FileCodeMarks(file).all()) == {CodeMark(1, TODAY, 1007), CodeMark(2, TODAY, 2001)}


@pytest.mark.parametrize(
    "torn", ["1", "1 2022-03-10 1", "1 2022-03-10 1008", "1 2022-13-77 1009\n", "\0\0\0\0"]
)
def test_a_torn_line_counts_for_nothing(tmp_path: Path, torn: str) -> None:
    """What a power cut left of a line is dropped; marks written after it are read."""
    file = tmp_path / "marks.txt"
    file.write_text("1 2022-03-10 1007\n" + torn, encoding="ascii")
    marks = FileCodeMarks(file)
    assert marks.highest(1, TODAY) == 1007
    marks.raise_to(1, TODAY, 1010)
    assert FileCodeMarks(file).all() == (CodeMark(1, TODAY, 1010),)


def test_the_file_stays_small(tmp_path: Path) -> None:
    """After years the thousand marks raised last are kept, one line a slot and day."""
    file = tmp_path / "marks.txt"
    days = [TODAY + timedelta(days=number) for number in range(1100)]
    file.write_text(
        "".join(f"1 {day} {1001 + turn}\n" for day in days for turn in range(20)), encoding="ascii"
    )
    marks = FileCodeMarks(file)
    assert marks.highest(1, days[-1]) == 1020
    assert marks.highest(1, days[-1000]) == 1020
    assert marks.highest(1, days[-1001]) is None
    assert len(file.read_text(encoding="ascii").splitlines()) == 1000


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A missing folder of marks is an error of the machine, not a silent loss."""
    with pytest.raises(DataFileError):
        FileCodeMarks(tmp_path / "gone" / "marks.txt").raise_to(1, TODAY, 1001)


def test_marks_of_old_days_raised_of_late_are_kept(tmp_path: Path) -> None:
    """A rewritten file keeps what was raised last: dossiers taken over bear days of years ago."""
    file = tmp_path / "codes.txt"
    lines = [f"1 {date(2030, 1, 1) + timedelta(days=day):%Y-%m-%d} 1001\n" for day in range(6000)]
    file.write_text("".join(lines), encoding="ascii")
    marks = FileCodeMarks(file)
    marks.raise_to(1, date(2019, 3, 8), 1007)
    with file.open("a", encoding="ascii") as out:
        out.write("1 20")
    assert FileCodeMarks(file).highest(1, date(2019, 3, 8)) == 1007
    assert FileCodeMarks(file).highest(1, date(2019, 3, 8)) == 1007
