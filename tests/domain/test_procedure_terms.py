"""Time and fee of a procedure by channel and by case (domain facts 7.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.money import FeeRule
from cgcounter.domain.particulars import Channel
from cgcounter.domain.procedures import (
    Charge,
    Level,
    OwnTerms,
    Procedure,
    ProcedureTerms,
    Time,
    UnknownCaseError,
)


def working_days(count: int) -> Time:
    return Time(DurationKind.WORKING_DAYS, Duration(DurationKind.WORKING_DAYS, count))


SAME_DAY = Time(DurationKind.SAME_DAY, Duration(DurationKind.SAME_DAY))
CHANGES = Procedure(
    "1.004859",
    "Thay đổi, cải chính, bổ sung thông tin hộ tịch",
    "Hộ tịch",
    Level.COMMUNE,
    DurationKind.WORKING_DAYS,
    Duration(DurationKind.WORKING_DAYS, 3),
    FeeRule.FIXED,
    15_000,
    terms=(
        OwnTerms(case="bổ sung", time=SAME_DAY),
        OwnTerms(case="xác minh", time=working_days(6)),
        OwnTerms(case="xác định lại dân tộc", charge=Charge(FeeRule.FIXED, 20_000)),
        OwnTerms(case="cấp bản sao", charge=Charge(FeeRule.PER_COPY, 8_000)),
        OwnTerms(channel=Channel.ONLINE, charge=Charge(FeeRule.FIXED, 7_500)),
        OwnTerms(channel=Channel.ONLINE, case="xác minh", time=working_days(5)),
        OwnTerms(case="ủy quyền", charge=Charge(FeeRule.SET_BY_PROVINCE)),
        OwnTerms(case="nước ngoài", time=Time(DurationKind.WORKING_DAYS)),
    ),
)


def terms(*cases: str, channel: Channel = Channel.COUNTER) -> ProcedureTerms:
    return CHANGES.terms_for(channel, cases)


def test_without_channel_and_case_the_procedures_own_terms_stand() -> None:
    """At the counter and with no case the columns of the procedure say all."""
    assert terms() == ProcedureTerms(working_days(3), (Charge(FeeRule.FIXED, 15_000),))
    assert Procedure(
        "1.000894", "x", "y", Level.COMMUNE, DurationKind.SAME_DAY
    ).terms_for() == ProcedureTerms(Time(DurationKind.SAME_DAY), (Charge(FeeRule.NONE),))


def test_a_channel_has_its_own_fee() -> None:
    """Direct and online cost differently (7.1: 20.000 and 10.000); what the channel does not say stays."""
    online = terms(channel=Channel.ONLINE)
    assert (online.time, online.fee_dong()) == (working_days(3), 7_500)
    assert terms(channel=Channel.POST).fee_dong() == 15_000


def test_a_case_goes_before_a_channel_and_both_before_either() -> None:
    """The closest word counts, for the time and for the fee apart."""
    assert terms("xác định lại dân tộc", channel=Channel.ONLINE).fee_dong() == 20_000
    assert terms("xác minh").time == working_days(6)
    assert terms("xác minh", channel=Channel.ONLINE) == ProcedureTerms(
        working_days(5), (Charge(FeeRule.FIXED, 7_500),)
    )


def test_a_case_that_says_nothing_changes_nothing() -> None:
    """Time and fee of the other case stand, or those of the procedure."""
    assert terms("xác định lại dân tộc").time == working_days(3)
    assert terms("bổ sung", "xác định lại dân tộc") == ProcedureTerms(
        SAME_DAY, (Charge(FeeRule.FIXED, 20_000),)
    )


def test_of_several_cases_the_longest_time_counts() -> None:
    """One dossier has one result; the order in which cases are ticked means nothing."""
    assert terms("bổ sung", "xác minh").time == working_days(6)
    assert terms("xác minh", "bổ sung", "xác minh").time == working_days(6)
    assert terms("bổ sung").is_same_day
    assert not terms("bổ sung", "xác minh").is_same_day


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        (working_days(15), Time(DurationKind.CALENDAR_DAYS, Duration(DurationKind.CALENDAR_DAYS, 20))),
        (Time(DurationKind.CALENDAR_DAYS, Duration(DurationKind.CALENDAR_DAYS, 22)), working_days(15)),
        (Time(DurationKind.WORKING_HOURS, Duration(DurationKind.WORKING_HOURS, 8)), working_days(1)),
        (working_days(1), SAME_DAY),
        (Time(DurationKind.CALENDAR_DAYS), working_days(90)),
    ],
)
def test_times_of_different_kinds_are_compared(longer: Time, shorter: Time) -> None:
    """15 working days are three weeks and longer than 20 days; what is not known is longest: the clerk has to say."""
    procedure = replace(CHANGES, terms=(OwnTerms(case="a", time=shorter), OwnTerms(case="b", time=longer)))
    assert procedure.terms_for(cases=["a", "b"]).time == longer
    assert procedure.terms_for(cases=["b", "a"]).time == longer


def test_fees_of_several_cases_are_added() -> None:
    """A fee is that of a case (section 8): 20.000 for one, 8.000 a copy for the other."""
    both = terms("xác định lại dân tộc", "cấp bản sao")
    assert both.fee_dong(copies=3) == 20_000 + 3 * 8_000


def test_a_sum_with_an_unknown_part_is_not_known() -> None:
    """The clerk types an amount that the province sets and the table does not know."""
    assert terms("xác định lại dân tộc", "ủy quyền").fee_dong() is None
    assert terms("nước ngoài").time == Time(DurationKind.WORKING_DAYS)


def test_a_case_of_the_terms_is_a_case() -> None:
    """It can be ticked also where it asks for no papers of its own; another one is refused."""
    assert CHANGES.cases[:2] == ("bổ sung", "xác minh")
    assert CHANGES.papers_for(["bổ sung"]) == ()
    with pytest.raises(UnknownCaseError):
        CHANGES.terms_for(cases=["tách hộ"])


@given(st.permutations(CHANGES.terms), st.lists(st.sampled_from(CHANGES.cases)), st.sampled_from(Channel))
def test_the_order_of_the_rows_means_nothing(
    rows: list[OwnTerms], cases: list[str], channel: Channel
) -> None:
    """Law: terms of a table in another order, and cases ticked in another order, are the same terms."""
    found = replace(CHANGES, terms=tuple(rows)).terms_for(channel, reversed(cases))
    expected = CHANGES.terms_for(channel, cases)
    assert found.time == expected.time
    assert sorted(map(repr, found.charges)) == sorted(map(repr, expected.charges))
