"""The catalogue's two tables: sound rows are kept, malformed ones are refused by row and column."""

import pytest

from cgcounter.domain.catalogue_tables import catalogue_from_rows
from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.money import FeeKind, FeeRule
from cgcounter.domain.particulars import Channel, OnlineLevel, ResumeMode
from cgcounter.domain.procedures import Charge, OwnTerms, Time


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


def terms_row(code: str = "1.001193", **cells: str) -> dict[str, str]:
    return {
        "procedure_code": code,
        "channel": "online",
        "case": "",
        "kind": "working_days",
        "duration": "2",
        "fee_rule": "fixed",
        "fee_vnd": "4000",
    } | cells


def test_terms_are_read_cell_by_cell() -> None:
    """A row says the time, the fee or both, of a channel, a case or both."""
    rows = [
        terms_row(),
        terms_row(channel="", case="quá hạn", kind="", duration=""),
        terms_row(channel="post", case="quá hạn", fee_rule="", fee_vnd=""),
    ]
    reading = catalogue_from_rows([procedure_row()], [], rows)
    assert reading.refusals == ()
    two_days = Time(DurationKind.WORKING_DAYS, Duration(DurationKind.WORKING_DAYS, 2))
    assert reading.catalogue.procedures[0].terms == (
        OwnTerms(channel=Channel.ONLINE, time=two_days, charge=Charge(FeeRule.FIXED, 4_000)),
        OwnTerms(case="quá hạn", charge=Charge(FeeRule.FIXED, 4_000)),
        OwnTerms(channel=Channel.POST, case="quá hạn", time=two_days),
    )


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"procedure_code": ""}, "procedure_code", "missing"),
        ({"procedure_code": "9.999999"}, "procedure_code", "unknown_procedure"),
        ({"channel": ""}, "channel", "missing"),
        ({"channel": "fax"}, "channel", "unknown_value"),
        ({"kind": ""}, "kind", "missing"),
        ({"kind": "", "duration": "", "fee_rule": "", "fee_vnd": ""}, "kind", "missing"),
        ({"duration": "0"}, "duration", "bad_number"),
        ({"fee_rule": ""}, "fee_rule", "missing"),
        ({"fee_vnd": "4.000"}, "fee_vnd", "bad_number"),
        ({"channel": "counter"}, "case", "duplicate"),
    ],
)
def test_malformed_terms_are_refused(cells: dict[str, str], column: str, reason: str) -> None:
    """A row that says nothing, or of nothing, is refused by its row number and column."""
    rows = [terms_row(channel="counter"), terms_row(**cells), terms_row(channel="post")]
    reading = catalogue_from_rows([procedure_row()], [], rows)
    assert [one.channel for one in reading.catalogue.procedures[0].terms] == [Channel.COUNTER, Channel.POST]
    (refusal,) = reading.refusals
    assert (refusal.table, refusal.row_number) == ("terms", 3)
    assert (refusal.column, refusal.reason_code) == (column, reason)


def test_papers_and_terms_of_a_time_belong_to_the_versions_of_that_time() -> None:
    """20.000 and 10.000 online since 05/02/2023: the version before has neither the fee nor the new form."""
    reading = catalogue_from_rows(
        [procedure_row(valid_to="2023-02-04"), procedure_row(valid_from="2023-02-05")],
        [paper_row(), paper_row(name="Mẫu CT01", valid_from="2023-02-05")],
        [terms_row(valid_from="2023-02-05"), terms_row(valid_to="2023-02-04", fee_vnd="0")],
    )
    assert reading.refusals == ()
    before, after = reading.catalogue.procedures
    assert [paper.name for paper in before.papers] == ["Tờ khai"]
    assert [paper.name for paper in after.papers] == ["Tờ khai", "Mẫu CT01"]
    assert before.terms_for(Channel.ONLINE).fee_dong() == 0
    assert after.terms_for(Channel.ONLINE).fee_dong() == 4_000


def test_a_paper_of_a_time_without_a_version_is_refused() -> None:
    """It would be asked for by nothing."""
    reading = catalogue_from_rows(
        [procedure_row(valid_to="2023-02-04")], [paper_row(valid_from="2023-02-05")]
    )
    assert [one.reason_code for one in reading.refusals] == ["unknown_procedure"]


@pytest.mark.parametrize(
    ("cell", "reusable", "of_household"),
    [("no", False, False), ("yes", True, False), ("household", True, True)],
)
def test_whose_paper_may_serve_again(cell: str, *, reusable: bool, of_household: bool) -> None:
    """Nobody's, one's own, or that of the household."""
    reading = catalogue_from_rows([procedure_row()], [paper_row(reusable=cell)])
    paper = reading.catalogue.procedures[0].papers[0]
    assert (paper.reusable, paper.of_household) == (reusable, of_household)


def test_what_a_procedure_may_say_beside() -> None:
    """Decision, online level, resuming of the clock and receiving units are read where the table has them."""
    row = procedure_row(
        decision="QĐ 1872/QĐ-BTP",
        online_level="level_4",
        resume_mode="restart_from_zero",
        received_by="social_insurance; xa-cao-an",
        fee_kind="state_charge",
    )
    (procedure,) = catalogue_from_rows([row], []).catalogue.procedures
    assert procedure.decision == "QĐ 1872/QĐ-BTP"
    assert procedure.online_level is OnlineLevel.LEVEL_4
    assert procedure.resume is ResumeMode.RESTART_FROM_ZERO
    assert procedure.received_by == ("social_insurance", "xa-cao-an")
    assert procedure.fee_kind is FeeKind.STATE_CHARGE
    (plain,) = catalogue_from_rows([procedure_row()], []).catalogue.procedures
    assert (plain.decision, plain.online_level, plain.received_by, plain.fee_kind) == ("", None, (), None)
    assert plain.resume is ResumeMode.EXTEND_BY_ELAPSED


@pytest.mark.parametrize("column", ["online_level", "resume_mode"])
def test_an_unknown_word_there_refuses_the_procedure(column: str) -> None:
    """A mistyped word is not taken for none."""
    reading = catalogue_from_rows([procedure_row() | {column: "level_5"}], [])
    assert [(one.column, one.reason_code) for one in reading.refusals] == [(column, "unknown_value")]
