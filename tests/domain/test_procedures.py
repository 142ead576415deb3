"""The catalogue: versions in force, papers by case, search while typing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.money import FeeRule
from cgcounter.domain.particulars import Submission
from cgcounter.domain.procedures import (
    Catalogue,
    Level,
    Paper,
    Procedure,
    UnknownCaseError,
)
from cgcounter.domain.tables import Confidence
from cgcounter.domain.units import Unit, UnitKind

MARCH_2022 = date(2022, 3, 10)
OFFICE_OF_TAXES = Unit("chi-cuc-thue", "Chi cục Thuế", UnitKind.TAX_BRANCH, date(2022, 1, 1))


def a_procedure(
    code: str, name: str, *, valid_from: date | None = None, valid_to: date | None = None
) -> Procedure:
    return Procedure(
        code,
        name,
        "Hộ tịch",
        Level.COMMUNE,
        DurationKind.WORKING_DAYS,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def test_catalogue_is_read_whole(catalogue: Catalogue) -> None:
    """All 103 procedures and 169 papers of the tables are taken."""
    assert len(catalogue.procedures) == 103
    assert sum(len(procedure.papers) for procedure in catalogue.procedures) == 169


def test_procedure_with_all_its_cells(catalogue: Catalogue) -> None:
    """A row becomes a procedure cell by cell."""
    procedure = catalogue.find("2.000986")
    assert procedure is not None
    assert procedure.field == "Hộ tịch - liên thông"
    assert procedure.level is Level.COMMUNE
    assert procedure.duration == Duration(DurationKind.WORKING_DAYS, 20)
    assert procedure.fee_rule is FeeRule.NONE
    assert procedure.fee_dong == 0
    assert procedure.forwarded_to == ("social_insurance", "commune_police")
    assert procedure.confidence is Confidence.NATIONAL_DB
    assert procedure.note.startswith("tối đa 20 ngày làm việc")


def test_paper_with_all_its_cells(catalogue: Catalogue) -> None:
    """A row becomes a paper cell by cell."""
    procedure = catalogue.find("1.004884")
    assert procedure is not None
    assert procedure.papers[1] == Paper(
        "Bản sao giấy tờ cá nhân có thông tin về khai sinh",
        case="",
        originals=0,
        copies=1,
        must_submit=Submission.YES,
        reusable=True,
        confidence=Confidence.NATIONAL_DB,
    )


@pytest.mark.parametrize(
    ("code", "rule", "fee"),
    [
        ("1.001193", FeeRule.SET_BY_PROVINCE, None),
        ("2.000635", FeeRule.PER_COPY, 8_000),
        ("2.000815", FeeRule.PER_PAGE_TIER, 2_000),
        ("2.001263", FeeRule.FIXED, 400_000),
    ],
)
def test_fees(catalogue: Catalogue, code: str, rule: FeeRule, fee: int | None) -> None:
    """A fee that the province sets is not known, the others come from the catalogue."""
    procedure = catalogue.find(code)
    assert procedure is not None
    assert (procedure.fee_rule, procedure.fee_dong) == (rule, fee)


def test_unknown_duration(catalogue: Catalogue) -> None:
    """An empty duration means that the time is not known; what it is counted in may be known."""
    procedure = catalogue.find("2.002165")
    assert procedure is not None
    assert procedure.duration is None
    assert procedure.duration_kind is DurationKind.WORKING_DAYS
    assert not procedure.is_same_day


def test_same_day_procedures(catalogue: Catalogue) -> None:
    """Eleven procedures are done on the same day, certified copies among them."""
    same_day = [one for one in catalogue.procedures if one.is_same_day]
    assert len(same_day) == 11
    assert {one.duration for one in same_day} == {Duration(DurationKind.SAME_DAY)}
    assert "2.000815" in {one.code for one in same_day}


def test_procedures_in_force(catalogue: Catalogue) -> None:
    """A procedure outside its validity is not received: two had ended, seven were still to come in 03/2022."""
    in_force = catalogue.in_force(MARCH_2022)
    assert len(in_force) == 103 - 2 - 7
    assert "1.000506" not in {one.code for one in in_force}


@pytest.mark.parametrize(
    ("code", "day", "in_force"),
    [
        ("1.000506", date(2021, 8, 31), True),
        ("1.000506", date(2021, 9, 1), False),
        ("1.011607", date(2021, 8, 31), False),
        ("1.011607", date(2021, 9, 1), True),
        ("1.001193", date(1999, 1, 1), True),
    ],
)
def test_validity_is_inclusive(catalogue: Catalogue, code: str, day: date, *, in_force: bool) -> None:
    """The first and the last day of validity belong to it; an open end has no limit."""
    procedure = catalogue.find(code)
    assert procedure is not None
    assert procedure.in_force(day) is in_force


def test_expired_procedure_names_its_successor(catalogue: Catalogue) -> None:
    """An expired procedure tells by which it was replaced."""
    expired = catalogue.find("1.000506")
    assert expired is not None
    assert expired.replaced_by == ("1.011607",)


@pytest.mark.parametrize("code", ["1.001193", "1.001193.H23", "1.001193.000.00.00.H23", " 1.001193\n"])
def test_local_suffix_is_left_out(catalogue: Catalogue, code: str) -> None:
    """A procedure is found by the first eight characters of its code."""
    procedure = catalogue.find(code)
    assert procedure is not None
    assert procedure.name == "Đăng ký khai sinh"


@pytest.mark.parametrize("code", ["", "1.00119", "9.999999", "khai sinh", "1.001193-x"])
def test_unknown_code(catalogue: Catalogue, code: str) -> None:
    """What is no code of the catalogue finds nothing."""
    assert catalogue.find(code) is None


def test_local_code_is_found_by_the_national_one() -> None:
    """A catalogue with local suffixes answers to the national code."""
    local = a_procedure("1.001193.000.00.00.H23", "Đăng ký khai sinh")
    assert Catalogue((local,)).find("1.001193") is local


def test_version_of_a_day() -> None:
    """Of several versions the one in force on the day is found, without a day the latest."""
    old = a_procedure("1.003554", "Hòa giải (cũ)", valid_to=date(2024, 7, 31))
    new = a_procedure("1.003554", "Hòa giải (mới)", valid_from=date(2024, 8, 1))
    catalogue = Catalogue((new, old))
    assert catalogue.find("1.003554", date(2024, 7, 31)) is old
    assert catalogue.find("1.003554", date(2024, 8, 1)) is new
    assert catalogue.find("1.003554") is new


def test_version_not_in_force_is_still_found() -> None:
    """A code that is not in force on the day is found all the same, so that the clerk can be told."""
    old = a_procedure("1.000506", "Công nhận hộ nghèo", valid_to=date(2021, 8, 31))
    assert Catalogue((old,)).find("1.000506", MARCH_2022) is old


BIRTH = Procedure(
    "1.001193",
    "Đăng ký khai sinh",
    "Hộ tịch",
    Level.COMMUNE,
    DurationKind.SAME_DAY,
    papers=(
        Paper("Tờ khai"),
        Paper("Cam đoan", case="không có chứng sinh"),
        Paper("Biên bản", case="bị bỏ rơi"),
        Paper("Giấy ủy quyền", case="ủy quyền", must_submit=Submission.SHOW_ONLY, reusable=True),
        Paper("Cam đoan", case="bị bỏ rơi", originals=2, copies=1),
        Paper("Căn cước"),
    ),
)


def test_cases_in_order_of_the_catalogue() -> None:
    """Each case is named once, in the order of the catalogue."""
    assert BIRTH.cases == ("không có chứng sinh", "bị bỏ rơi", "ủy quyền")


@pytest.mark.parametrize(
    ("cases", "papers"),
    [
        ([], ["Tờ khai", "Căn cước"]),
        (["ủy quyền"], ["Tờ khai", "Giấy ủy quyền", "Căn cước"]),
        (["ủy quyền", "không có chứng sinh"], ["Tờ khai", "Cam đoan", "Giấy ủy quyền", "Căn cước"]),
        (["bị bỏ rơi", "không có chứng sinh"], ["Tờ khai", "Cam đoan", "Biên bản", "Căn cước"]),
        (["", "ủy quyền", "ủy quyền"], ["Tờ khai", "Giấy ủy quyền", "Căn cước"]),
    ],
)
def test_papers_for_cases(cases: list[str], papers: list[str]) -> None:
    """Several cases at once ask for each paper once, in the order of the catalogue."""
    assert [paper.name for paper in BIRTH.papers_for(cases)] == papers


def test_paper_of_two_cases_is_the_stricter() -> None:
    """A paper asked for by two cases stands once, with the larger counts."""
    paper = BIRTH.papers_for(["bị bỏ rơi", "không có chứng sinh"])[1]
    assert (paper.originals, paper.copies, paper.must_submit) == (2, 1, Submission.YES)
    assert BIRTH.papers_for(["không có chứng sinh"])[1].originals == 1


@pytest.mark.parametrize("first", list(Submission))
def test_handing_in_is_stricter_than_showing(first: Submission) -> None:
    """A paper to be handed in for one case and shown for another is handed in, and is not reusable."""
    second = Submission.SHOW_ONLY if first is Submission.YES else Submission.YES
    procedure = Procedure(
        "1.001193",
        "x",
        "y",
        Level.COMMUNE,
        DurationKind.SAME_DAY,
        papers=(
            Paper("Giấy", case="a", must_submit=first, reusable=True),
            Paper("Giấy", case="b", must_submit=second, reusable=False),
        ),
    )
    (paper,) = procedure.papers_for(["a", "b"])
    assert paper.must_submit is Submission.YES
    assert not paper.reusable


@pytest.mark.parametrize(
    ("received_by", "unit", "received"),
    [
        ((), None, True),
        ((), OFFICE_OF_TAXES, True),
        (("tax_branch",), OFFICE_OF_TAXES, True),
        (("social_insurance", "chi-cuc-thue"), OFFICE_OF_TAXES, True),
        (("social_insurance",), OFFICE_OF_TAXES, False),
        (("tax_branch",), None, False),
    ],
)
def test_counters_of_a_unit_receive_what_names_it(
    received_by: tuple[str, ...], unit: Unit | None, *, received: bool
) -> None:
    """A procedure is received by every counter, or by those of the units it names by kind or key."""
    assert replace(BIRTH, received_by=received_by).is_received_at(unit) is received


def test_a_counter_sees_what_it_receives_of_the_catalogue() -> None:
    """A procedure of other units' counters is left out; where nothing is, it is the very same catalogue."""
    of_taxes = replace(BIRTH, code="9.000001", received_by=("tax_branch",))
    whole = Catalogue((BIRTH, of_taxes))
    assert whole.received_at(OFFICE_OF_TAXES) is whole
    assert whole.received_at(None).procedures == (BIRTH,)


def test_unknown_case_is_refused() -> None:
    """A case that the procedure does not know would silently lose papers, so it is refused."""
    with pytest.raises(UnknownCaseError) as raised:
        BIRTH.papers_for(["bỏ rơi"])
    assert raised.value.code == "unknown_case"


SMALL = Catalogue(
    (
        a_procedure("1.001193", "Đăng ký khai sinh"),
        a_procedure("2.000635", "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"),
        a_procedure("1.000656", "Đăng ký khai tử"),
        a_procedure("1.010092", "Sinh hoạt khai mạc"),
        a_procedure("1.002211", "Công nhận hòa giải viên (cấp xã)"),
        a_procedure("1.000001", "Hoa và giai thoại"),
        a_procedure("1.000506", "Khai sinh cũ", valid_to=date(2021, 8, 31)),
    )
)


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("khai sinh", ["1.001193", "2.000635", "1.010092"]),
        ("kh s", ["1.001193", "2.000635", "1.010092"]),
        ("KHAI  TỬ", ["1.000656"]),
        ("dk kh", []),
        ("d k kh", ["1.001193", "1.000656"]),
        ("sinh", ["1.001193", "2.000635", "1.010092"]),
        ("nh", ["1.002211"]),
        ("1.0", ["1.001193", "1.000656", "1.010092", "1.002211", "1.000001"]),
        ("1.001193", ["1.001193"]),
        ("2000", ["2.000635"]),
        ("(cấp", ["2.000635", "1.002211"]),
        ("hoa giai", ["1.000001", "1.002211"]),
        ("hòa giải", ["1.002211", "1.000001"]),
        ("hoà giải", ["1.002211", "1.000001"]),
        ("không có", []),
        ("?", []),
    ],
)
def test_search(query: str, codes: list[str]) -> None:
    """Code first, then words in order (exact marks first), then words in any order; only what is in force."""
    assert [one.code for one in SMALL.search(query, MARCH_2022)] == codes


@pytest.mark.parametrize("query", ["", "  "])
def test_empty_query_lists_what_is_in_force(query: str) -> None:
    """Before anything is typed all procedures in force are listed in the order of the catalogue."""
    assert SMALL.search(query, MARCH_2022) == SMALL.in_force(MARCH_2022)


@given(st.data())
def test_beginnings_of_the_words_of_a_name_find_it(data: st.DataObject) -> None:
    """Whoever types the beginnings of words of a procedure's name finds it."""
    procedure = data.draw(st.sampled_from(SMALL.in_force(MARCH_2022)))
    words = data.draw(st.lists(st.sampled_from(procedure.name.replace("(", "").split()), min_size=1))
    query = " ".join(word[: data.draw(st.integers(1, 3))] for word in words)
    assert procedure in SMALL.search(query, MARCH_2022)


@given(st.text(max_size=20))
def test_any_query_is_answered(query: str) -> None:
    """Any typing is answered with procedures in force, each once."""
    found = SMALL.search(query, MARCH_2022)
    assert len({one.code for one in found}) == len(found)
    assert all(one.in_force(MARCH_2022) for one in found)
