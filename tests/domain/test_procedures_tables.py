"""The catalogue's two tables: sound rows are kept, malformed ones are refused by row and column."""

import pytest

from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.procedures import catalogue_from_rows


def procedure_row(code: str = "1.001193", **cells: str) -> dict[str, str]:
    return {
        "code": code,
        "name": "Đăng ký khai sinh",
        "field": "Hộ tịch",
        "level": "commune",
        "kind": "working_days",
        "duration": "3",
        "fee_rule": "none",
        "fee_vnd": "0",
        "result": "Giấy khai sinh",
        "forwarded_to": "",
        "valid_from": "",
        "valid_to": "",
        "replaced_by": "",
        "confidence": "law",
        "note": "",
    } | cells


def paper_row(code: str = "1.001193", **cells: str) -> dict[str, str]:
    return {
        "procedure_code": code,
        "case": "",
        "name": "Tờ khai",
        "originals": "1",
        "copies": "0",
        "must_submit": "yes",
        "reusable": "no",
        "confidence": "law",
    } | cells


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"code": ""}, "code", "missing"),
        ({"code": "1.00119"}, "code", "bad_code"),
        ({"code": "1.000894"}, "code", "duplicate"),
        ({"code": "1.000894.H23"}, "code", "duplicate"),
        ({"name": " "}, "name", "missing"),
        ({"field": ""}, "field", "missing"),
        ({"level": "village"}, "level", "unknown_value"),
        ({"kind": "weeks"}, "kind", "unknown_value"),
        ({"kind": ""}, "kind", "missing"),
        ({"duration": "-3"}, "duration", "bad_number"),
        ({"duration": "3.5"}, "duration", "bad_number"),
        ({"duration": "0"}, "duration", "bad_number"),
        ({"duration": "3651"}, "duration", "bad_number"),
        ({"kind": "same_day", "duration": "1"}, "duration", "bad_number"),
        ({"fee_rule": "free"}, "fee_rule", "unknown_value"),
        ({"fee_vnd": "8.000"}, "fee_vnd", "bad_number"),
        ({"valid_from": "01-09-2021"}, "valid_from", "bad_date"),
        ({"valid_to": "2021-02-29"}, "valid_to", "bad_date"),
        ({"valid_from": "2021-09-01", "valid_to": "2021-08-31"}, "valid_to", "ends_before_start"),
        ({"confidence": "certain"}, "confidence", "unknown_value"),
    ],
)
def test_malformed_procedure_is_refused(cells: dict[str, str], column: str, reason: str) -> None:
    """A malformed procedure is refused by its row number and column, the sound ones around it are kept."""
    rows = [procedure_row("1.000894"), procedure_row(**cells), procedure_row("1.000656")]
    reading = catalogue_from_rows(rows, [])
    assert [one.code for one in reading.catalogue.procedures] == ["1.000894", "1.000656"]
    (refusal,) = reading.refusals
    assert (refusal.table, refusal.row_number) == ("procedures", 3)
    assert (refusal.column, refusal.reason_code) == (column, reason)


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"procedure_code": ""}, "procedure_code", "missing"),
        ({"procedure_code": "9.999999"}, "procedure_code", "unknown_procedure"),
        ({"procedure_code": "khai sinh"}, "procedure_code", "unknown_procedure"),
        ({"name": ""}, "name", "missing"),
        ({"name": "Tờ  khai "}, "name", "duplicate"),
        ({"originals": "một"}, "originals", "bad_number"),
        ({"copies": "-1"}, "copies", "bad_number"),
        ({"must_submit": "no"}, "must_submit", "unknown_value"),
        ({"must_submit": ""}, "must_submit", "missing"),
        ({"reusable": "maybe"}, "reusable", "unknown_value"),
    ],
)
def test_malformed_paper_is_refused(cells: dict[str, str], column: str, reason: str) -> None:
    """A malformed paper, or one of an unknown procedure, is refused by its row number and column."""
    bad = paper_row(name="Giấy chứng sinh") | cells
    reading = catalogue_from_rows([procedure_row()], [paper_row(), bad, paper_row(name="Căn cước")])
    assert [paper.name for paper in reading.catalogue.procedures[0].papers] == ["Tờ khai", "Căn cước"]
    (refusal,) = reading.refusals
    assert (refusal.table, refusal.row_number) == ("papers", 3)
    assert (refusal.column, refusal.reason_code) == (column, reason)


def test_papers_of_a_refused_procedure_are_refused() -> None:
    """Papers go with their procedure."""
    reading = catalogue_from_rows([procedure_row(level="x")], [paper_row()])
    assert [(one.table, one.reason_code) for one in reading.refusals] == [
        ("procedures", "unknown_value"),
        ("papers", "unknown_procedure"),
    ]


def test_the_same_paper_in_another_case_is_kept() -> None:
    """A paper may be asked for by several cases."""
    reading = catalogue_from_rows([procedure_row()], [paper_row(), paper_row(case="cấp lại")])
    assert reading.refusals == ()
    assert len(reading.catalogue.procedures[0].papers) == 2


def test_versions_that_follow_one_another_are_kept() -> None:
    """A code may come back when its versions do not overlap; each gets the papers."""
    rows = [procedure_row(valid_to="2024-07-31"), procedure_row(valid_from="2024-08-01", name="Mới")]
    reading = catalogue_from_rows(rows, [paper_row()])
    assert reading.refusals == ()
    assert [len(one.papers) for one in reading.catalogue.procedures] == [1, 1]


@pytest.mark.parametrize("valid_from", ["2024-07-31", ""])
def test_versions_that_overlap_are_refused(valid_from: str) -> None:
    """Two versions of a code are never in force on one day."""
    rows = [procedure_row(valid_to="2024-07-31"), procedure_row(valid_from=valid_from)]
    reading = catalogue_from_rows(rows, [])
    assert [one.reason_code for one in reading.refusals] == ["duplicate"]


def test_same_day_without_amount() -> None:
    """A same-day procedure needs no amount."""
    reading = catalogue_from_rows([procedure_row(kind="same_day", duration="")], [])
    assert reading.catalogue.procedures[0].duration == Duration(DurationKind.SAME_DAY)


def test_text_is_composed_on_the_way_in() -> None:
    """Decomposed text of a table is kept composed."""
    reading = catalogue_from_rows([procedure_row(name="Đăng ky\u0301 ")], [])
    assert reading.catalogue.procedures[0].name == "Đăng ký"
