"""Who gave a paper once is not asked for it again, and only for what was really given (facts, 9.3)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Dossier, Status
from cgcounter.domain.dossier_line import line_of
from cgcounter.domain.facts import ResultRecorded
from cgcounter.domain.papers_at_hand import PaperAtHand, is_same_household, papers_at_hand
from cgcounter.domain.particulars import (
    DossierId,
    PaperGiven,
    PaperSource,
    ProcedurePin,
    ResultKind,
    Submission,
)
from cgcounter.domain.people import Person
from cgcounter.domain.procedures import Paper

MORNING = datetime(2022, 3, 10, 8, 0, tzinfo=TIME_ZONE)
BIRTH = "Giấy khai sinh"
ASKED = Paper(BIRTH, reusable=True)


def a_dossier(
    *papers: PaperGiven, days: int = 0, code: str = "H23.99-220310-1001", **changes: Any
) -> Dossier:
    """A returned dossier with these papers."""
    plain = Dossier(
        id=DossierId(UUID(int=1)),
        status=Status.RETURNED,
        procedure=ProcedurePin("1.000894", "Đăng ký kết hôn", "Hộ tịch", 1),
        applicant=Person("Đỗ Thị Thử", address="Thôn Đỗ Xá", phone="0912345678"),
        code=code,
        received_at=MORNING + timedelta(days=days),
        papers=papers,
    )
    return msgspec.structs.replace(plain, **changes)


def test_a_paper_given_before_is_at_hand() -> None:
    """With the code and the day of the dossier that it came with."""
    before = a_dossier(PaperGiven(BIRTH, originals=1))
    assert papers_at_hand([ASKED], [before]) == (PaperAtHand(BIRTH, before.code, MORNING.date()),)


def test_what_is_not_reusable_is_asked_for_again() -> None:
    """A declaration is about this matter alone."""
    before = a_dossier(PaperGiven("Tờ khai", originals=1))
    assert papers_at_hand([Paper("Tờ khai")], [before]) == ()


@pytest.mark.parametrize(
    "paper",
    [
        PaperGiven(BIRTH, originals=1, submission=Submission.SHOW_ONLY),
        PaperGiven(BIRTH, source=PaperSource.LOOKED_UP),
        PaperGiven("Trích lục khai tử", originals=1),
    ],
)
def test_what_was_not_given_is_not_at_hand(paper: PaperGiven) -> None:
    """A paper that was shown and taken home, one that came from a data base, and another one."""
    assert papers_at_hand([ASKED], [a_dossier(paper)]) == ()


GONE = (Status.WITHDRAWN, Status.VOIDED, Status.REFUSED, Status.STOPPED, Status.GUIDED)


@pytest.mark.parametrize("status", GONE)
def test_what_was_given_back_is_not_at_hand(status: Status) -> None:
    """A dossier that ended without a result went home with its papers."""
    assert papers_at_hand([ASKED], [a_dossier(PaperGiven(BIRTH, originals=1), status=status)]) == ()


def test_the_newest_counts() -> None:
    """Of several dossiers the last one that had the paper."""
    old = a_dossier(PaperGiven(BIRTH, originals=1), code="H23.99-220310-1001")
    new = a_dossier(PaperGiven(BIRTH, originals=1), code="H23.99-220314-1001", days=4)
    assert [paper.from_code for paper in papers_at_hand([ASKED], [new, old])] == [new.code]


AGAIN = a_dossier(
    PaperGiven(BIRTH, originals=1, source=PaperSource.REUSED, from_code="H23.99-220310-1001"),
    days=9,
    code="H23.99-220319-1001",
)


def test_a_paper_taken_over_twice_names_the_dossier_it_lies_in() -> None:
    """With the day on which it was handed in there, however often it was taken over since."""
    first = a_dossier(PaperGiven(BIRTH, originals=1))
    assert papers_at_hand([ASKED], [AGAIN, first]) == (PaperAtHand(BIRTH, first.code, MORNING.date()),)


def test_what_was_taken_over_goes_with_the_dossier_it_lies_in() -> None:
    """A paper that was given back, or never was there, is not at hand by having been taken over."""
    first = a_dossier(PaperGiven(BIRTH, originals=1), status=Status.VOIDED)
    assert papers_at_hand([ASKED], [AGAIN, first]) == ()


def test_a_result_of_the_office_is_at_hand() -> None:
    """Each of several results by its name; a negative answer is none."""
    pin = ProcedurePin(
        "1.001193", "Đăng ký khai sinh", "Hộ tịch", 1, result="Giấy khai sinh; thẻ bảo hiểm y tế"
    )
    answered = a_dossier(procedure=pin, result=ResultRecorded(MORNING + timedelta(days=2)))
    assert [paper.day.day for paper in papers_at_hand([ASKED], [answered])] == [12]
    refused = a_dossier(procedure=pin, result=ResultRecorded(MORNING, kind=ResultKind.NEGATIVE))
    assert papers_at_hand([ASKED], [refused]) == ()


@pytest.mark.parametrize(
    ("result", "asked", "expected"),
    [
        ("Giấy chứng nhận kết hôn", "Bản sao Giấy chứng nhận kết hôn cấp trước đây", True),
        ("Trích lục khai tử", "Bản án, quyết định ly hôn hoặc trích lục khai tử của vợ, chồng", True),
        ("Giấy xác nhận", "Giấy xác nhận tình trạng hôn nhân", False),
        ("Quyết định", "Quyết định ly hôn", False),
    ],
)
def test_a_result_serves_a_paper_that_speaks_of_it(result: str, asked: str, *, expected: bool) -> None:
    """In four words or more; "Quyết định" alone is any."""
    pin = ProcedurePin("1.000894", "Đăng ký kết hôn", "Hộ tịch", 1, result=result)
    answered = a_dossier(procedure=pin, result=ResultRecorded(MORNING))
    assert bool(papers_at_hand([Paper(asked, reusable=True)], [answered])) is expected


def test_brackets_and_capitals_make_no_other_paper() -> None:
    """What a catalogue adds in brackets is advice."""
    before = a_dossier(PaperGiven("giấy khai sinh (bản sao)", copies=1))
    assert papers_at_hand([ASKED], [before])[0].name == BIRTH


def test_a_household_counts_where_the_catalogue_says_so() -> None:
    """The paper of another member serves, but only such a paper."""
    other = a_dossier(PaperGiven("Sổ hộ khẩu", originals=1), PaperGiven(BIRTH, originals=1))
    asked = [Paper("Sổ hộ khẩu", of_household=True), ASKED]
    assert [paper.name for paper in papers_at_hand(asked, [], [other])] == ["Sổ hộ khẩu"]


@pytest.mark.parametrize(
    ("address", "phone", "expected"),
    [
        ("Thôn Đỗ Xá", "0912345678", True),
        ("thôn  đỗ xá", "091 234 5678", True),
        ("Thôn Đỗ Xá", "0900000000", False),
        ("Thôn Đông", "0912345678", False),
        ("Thôn Đỗ Xá", "", False),
        ("", "0912345678", False),
    ],
)
def test_a_household_is_one_address_and_one_phone(address: str, phone: str, *, expected: bool) -> None:
    """A village alone is no household, for it is the address of many."""
    other = Person("Đỗ Văn Thử", address=address, phone=phone)
    assert is_same_household(line_of(a_dossier()), other) is expected


NAMES = ("Giấy khai sinh", "Trích lục khai tử", "Sổ hộ khẩu")
PAPERS = st.builds(
    PaperGiven,
    st.sampled_from(NAMES),
    submission=st.sampled_from(Submission),
    source=st.sampled_from(PaperSource),
)
DOSSIERS = st.builds(
    lambda papers, days, status: a_dossier(
        *papers, days=days, code=f"H23.99-220310-{1000 + days}", status=status
    ),
    st.lists(PAPERS, max_size=3),
    st.integers(0, 30),
    st.sampled_from(Status),
)


@given(st.lists(DOSSIERS, max_size=6), st.randoms(use_true_random=False))
def test_order_does_not_matter(dossiers: list[Dossier], chance: Any) -> None:
    """Whatever the order in which dossiers are read, the same papers are offered."""
    asked = [Paper(name, reusable=True) for name in NAMES]
    shuffled = list(dossiers)
    chance.shuffle(shuffled)
    assert papers_at_hand(asked, shuffled) == papers_at_hand(asked, dossiers)


@given(st.lists(DOSSIERS, max_size=6, unique_by=lambda one: one.code))
def test_what_is_offered_is_the_newest_that_was_handed_in_and_kept(dossiers: list[Dossier]) -> None:
    """Nothing only shown, looked up, taken over, or of a dossier that went home or was a mistake; all the rest."""
    kept = [one for one in dossiers if one.status not in GONE]
    for name in NAMES:
        days = {
            dossier.received_at.date(): dossier.code
            for dossier in kept
            for paper in dossier.papers
            if dossier.received_at is not None
            and (paper.name, paper.submission, paper.source) == (name, Submission.YES, PaperSource.NEW)
        }
        expected = (PaperAtHand(name, days[max(days)], max(days)),) if days else ()
        assert papers_at_hand([Paper(name, reusable=True)], dossiers) == expected
