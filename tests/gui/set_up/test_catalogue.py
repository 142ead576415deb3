"""The page of the catalogue: the packaged one, or a file that is looked into first."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.set_up.first_run import TO_CATALOGUE, FirstRun

Show = Callable[[QWidget], None]
Rows = list[dict[str, str]]

HEAD = "code,name,field,level,kind,duration,fee_rule,fee_vnd\n"
GUARDIAN = "1.004837,Đăng ký giám hộ,Hộ tịch,commune,working_days,3,none,0\n"
PAPERS = "procedure_code,case,name,originals,copies,must_submit,reusable\n"


class CatalogueStep(FirstRun):
    """The first run at its catalogue."""

    def answer(self, file: Path | str) -> None:
        """Name a file in the place of what stands there, and Enter."""
        self.keys("Ctrl+A", "Backspace", f"'{file}'", "Return")

    @property
    def found(self) -> list[str]:
        """What the page found."""
        return [one.words for one in self.screen.catalogue._findings.shown]

    @property
    def rows(self) -> list[str]:
        """What would change, row by row."""
        rows = self.screen.catalogue._list
        return [rows.item(place).text() for place in range(rows.count())]

    def catalogue_names(self) -> list[str]:
        """The procedures that were written down."""
        with self.store.look() as reading:
            return [one.name for one in reading.reference.catalogue().catalogue.procedures]


@pytest.fixture
def step(qapp: object, resources: Path, qtbot: QtBot, show: Show) -> Iterator[CatalogueStep]:
    """Everything else is answered."""
    step = CatalogueStep(resources, qtbot)
    step.presenter.open()
    show(step.screen)
    step.screen.page.take_focus()
    step.keys(*TO_CATALOGUE)
    yield step
    step.machine.runner.close()


def write(folder: Path, procedures: str, papers: str = PAPERS) -> Path:
    """Both files of a catalogue."""
    file = folder / "danh muc.csv"
    file.write_text(procedures, encoding="utf-8-sig")
    (folder / "papers.csv").write_text(papers, encoding="utf-8")
    return file


def test_an_empty_line_keeps_the_packaged_catalogue(step: CatalogueStep) -> None:
    """Enter alone: the office begins with what comes with the program."""
    step.keys("Return")
    assert step.shows(step.screen.sheet)
    assert step.catalogue_names() == [one.name for one in step.seed.catalogue.procedures]


def test_a_file_is_looked_into_first_and_taken_by_a_second_enter(step: CatalogueStep, tmp_path: Path) -> None:
    """The first Enter shows what would change, the second takes it; only the file's procedures are written."""
    step.answer(write(tmp_path, HEAD + GUARDIAN.replace("1.004837", "9.999999")))
    assert step.store.commits == 0
    gone = len({one.code for one in step.seed.catalogue.procedures})
    assert step.found == [f"1 new, 0 changed, {gone} left out. Press Enter again to take this catalogue."]
    assert step.rows[:2] == [
        "new: 9.999999 Đăng ký giám hộ",
        f"left out: {step.seed.catalogue.procedures[0].code} {step.seed.catalogue.procedures[0].name}",
    ]
    step.keys("Return")
    assert step.shows(step.screen.sheet)
    assert step.catalogue_names() == ["Đăng ký giám hộ"]


def test_rows_that_cannot_be_read_are_named_by_number(step: CatalogueStep, tmp_path: Path) -> None:
    """They stand first, with table, row, column and reason; the others can be taken."""
    bad = "sai,Tên,Hộ tịch,commune,working_days,3,none,0\n" + GUARDIAN.replace(",3,", ",ba,")
    papers = PAPERS + "1.004837,,Tờ khai,1,0,perhaps,no\n"
    step.answer(write(tmp_path, HEAD + bad + GUARDIAN, papers))
    assert "3 row(s) cannot be read and are left out." in step.found[0]
    assert step.rows[:3] == [
        "procedures.csv, row 2: code – mã sai dạng",
        "procedures.csv, row 3: duration – không phải số",
        "papers.csv, row 2: must_submit – giá trị không có",
    ]
    step.keys("Return")
    assert step.catalogue_names() == ["Đăng ký giám hộ"]


def test_the_packaged_file_changes_nothing(step: CatalogueStep, resources: Path) -> None:
    """Who names the very file that comes with the program is told so."""
    step.answer(resources / "catalogue" / "procedures.csv")
    assert step.found == ["This is the catalogue that comes with the program. Press Enter again to go on."]
    assert step.rows == []


def test_a_changed_procedure_is_named(step: CatalogueStep, resources: Path, tmp_path: Path) -> None:
    """Changed is what bears the same code and says something else."""
    with (resources / "catalogue" / "procedures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0]["name"] = "Tên khác"
    file_of_office = tmp_path / "procedures.csv"
    with file_of_office.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    papers = (resources / "catalogue" / "papers.csv").read_bytes()
    (tmp_path / "papers.csv").write_bytes(papers)
    step.answer(file_of_office)
    assert step.rows == [f"changed: {rows[0]['code']} Tên khác"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "không có tệp này"),
        ("tên,giá\nx,1\n".encode(), "thiếu cột"),
        (b"\xff\xfe\x00", "không phải UTF-8"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused(
    step: CatalogueStep, tmp_path: Path, content: bytes | None, words: str
) -> None:
    """Why is said beside the field, and nothing is taken by another Enter."""
    file = tmp_path / "danh muc.csv"
    if content is not None:
        file.write_bytes(content)
    step.answer(file)
    assert words in step.words
    step.keys("Return")
    assert step.shows(step.screen.catalogue)
    assert step.store.commits == 0


def test_missing_papers_are_told(step: CatalogueStep, tmp_path: Path) -> None:
    """The second file has to lie beside the first."""
    write(tmp_path, HEAD + GUARDIAN)
    (tmp_path / "papers.csv").unlink()
    step.answer(tmp_path / "danh muc.csv")
    assert "papers.csv" in step.words
    assert step.store.commits == 0


def test_a_file_without_a_readable_row_cannot_be_taken(step: CatalogueStep, tmp_path: Path) -> None:
    """It is the wrong file: its rows are named, and Enter does not take it; another file can be."""
    step.answer(write(tmp_path, HEAD + "sai,Tên,Hộ tịch,commune,working_days,3,none,0\n"))
    for _ in range(2):
        assert "No row of this file can be read" in step.words
        assert step.rows == ["procedures.csv, row 2: code – mã sai dạng"]
        step.keys("Return")
    assert step.store.commits == 0
    step.answer(write(tmp_path, HEAD + GUARDIAN))
    step.keys("Return")
    assert step.catalogue_names() == ["Đăng ký giám hộ"]


def test_a_file_that_was_mended_is_looked_into_anew(step: CatalogueStep, tmp_path: Path) -> None:
    """Between the two Enters somebody has changed the file: what it would change now is shown before it is taken."""
    step.answer(
        write(tmp_path, HEAD + GUARDIAN.replace(",3,", ",ba,") + GUARDIAN.replace("1.004837", "9.999999"))
    )
    assert "1 row(s) cannot be read" in step.found[0]
    write(tmp_path, HEAD + GUARDIAN)
    step.keys("Return")
    assert step.store.commits == 0
    assert "0 new" in step.found[0]
    step.keys("Return")
    assert step.catalogue_names() == ["Đăng ký giám hộ"]


def test_a_file_that_was_looked_into_can_still_be_skipped(step: CatalogueStep, tmp_path: Path) -> None:
    """Skip keeps the packaged catalogue, whatever stands on the page."""
    step.answer(write(tmp_path, HEAD + GUARDIAN))
    step.keys("Alt+S")
    assert len(step.catalogue_names()) == len(step.seed.catalogue.procedures)


def test_a_file_changed_on_the_line_is_looked_into_anew(step: CatalogueStep, tmp_path: Path) -> None:
    """What was shown belongs to the file that was named then."""
    step.answer(write(tmp_path, HEAD + GUARDIAN))
    step.answer(tmp_path / "none.csv")
    assert "không có tệp này" in step.words
    assert step.found == []
    assert step.store.commits == 0
