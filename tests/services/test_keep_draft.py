"""What a clerk is typing survives a power cut; one draft a person."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.particulars import Channel, DueBasis, PaperGiven, ReturnChannel
from cgcounter.domain.people import PartialDate, Person, Sex
from cgcounter.services.intake import Intake
from tests.fakes.fake_clock import THURSDAY_MORNING
from tests.services.desk import Desk, an_intake

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
COUNTS = st.integers(0, 9_999)
PEOPLE = st.builds(
    Person,
    name=TEXTS,
    personal_id=TEXTS,
    birth_date=st.none() | st.builds(PartialDate, st.integers(1900, 2022), st.none() | st.integers(1, 12)),
    sex=st.none() | st.sampled_from(Sex),
    address=TEXTS,
    phone=TEXTS,
    email=TEXTS,
)
INTAKES = st.builds(
    Intake,
    procedure_code=TEXTS,
    applicant=PEOPLE,
    papers=st.lists(st.builds(PaperGiven, name=TEXTS, originals=COUNTS, copies=COUNTS), max_size=3).map(
        tuple
    ),
    cases=st.lists(TEXTS, max_size=2).map(tuple),
    submitter=st.none() | PEOPLE,
    submitter_relation=TEXTS,
    channel=st.sampled_from(Channel),
    sets=COUNTS,
    pages=COUNTS,
    copies=COUNTS,
    fee_typed=st.none() | COUNTS,
    exemption=TEXTS,
    due_basis=st.sampled_from(DueBasis),
    due_typed=st.none()
    | st.integers(0, 10**6).map(lambda count: THURSDAY_MORNING + timedelta(minutes=count)),
    return_channel=st.sampled_from(ReturnChannel),
    note=TEXTS,
)


def test_nothing_was_typed_yet(desk: Desk) -> None:
    """A person without a draft has none."""
    assert desk.cases.keep_draft.load(desk.clerk) is None


@given(INTAKES)
def test_a_draft_comes_back_as_it_was_typed(intake: Intake) -> None:
    """Law: whatever is half typed comes back equal, and nothing was received by it."""
    desk = Desk()
    desk.cases.keep_draft(desk.clerk, intake)
    assert desk.cases.keep_draft.load(desk.clerk) == intake
    assert desk.events() == ()


def test_the_last_pause_counts(desk: Desk) -> None:
    """A later draft stands over the former one."""
    desk.cases.keep_draft(desk.clerk, an_intake())
    desk.cases.keep_draft(desk.clerk, an_intake(note="thêm"))
    assert desk.cases.keep_draft.load(desk.clerk) == an_intake(note="thêm")


def test_each_person_has_a_draft_of_their_own(desk: Desk) -> None:
    """Who signs in next does not see the other's draft, and clearing one leaves the other."""
    desk.cases.keep_draft(desk.clerk, an_intake())
    assert desk.cases.keep_draft.load(desk.supervisor) is None
    desk.cases.keep_draft(desk.supervisor, an_intake(note="khác"))
    desk.cases.keep_draft.discard(desk.clerk)
    assert desk.cases.keep_draft.load(desk.clerk) is None
    assert desk.cases.keep_draft.load(desk.supervisor) == an_intake(note="khác")


@pytest.mark.parametrize("body", [b"", b"\xc1", b"\x93\x01\x02\x03", b"\x81\xa4name\xa1A"])
def test_a_draft_of_another_version_is_no_draft(desk: Desk, body: bytes) -> None:
    """What this version cannot read is not offered, and stops nobody."""
    with desk.store.begin() as unit:
        unit.drafts.save(desk.clerk.id, body)
        unit.commit()
    assert desk.cases.keep_draft.load(desk.clerk) is None


def test_discarding_nothing_is_nothing(desk: Desk) -> None:
    """Who typed nothing may say so."""
    desk.cases.keep_draft.discard(desk.clerk)
    assert desk.cases.keep_draft.load(desk.clerk) is None
