"""Events keep their bytes for ever, refuse what no server takes, and carry what they do not know."""

from __future__ import annotations

from contextlib import suppress

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain import events
from cgcounter.domain.events import (
    Event,
    EventTooLargeError,
    UnreadableEventError,
    decode_event,
    encode_event,
)
from cgcounter.domain.facts import (
    ApologyMade,
    ApplicantTold,
    ClockResumed,
    ClockSuspended,
    DossierRated,
    DossierRefused,
    DossierReopened,
    DossierVoided,
    DossierWithdrawn,
    Fact,
    FeeCollected,
    FeeRefunded,
    FormPrinted,
    GuidanceGiven,
    HandedOver,
    HandoverAccepted,
    IntakeRefused,
    ParticularsCorrected,
    PaymentRequested,
    ProcessingStopped,
    ResultFaulted,
    ResultRecorded,
    ResultReturned,
    SupplementRequested,
    UnknownFact,
)
from cgcounter.domain.particulars import OfficialReceipt, PaperAsked, PaperGiven, ResultKind
from tests.domain.lives import CLERK, MORNING, event, event_id, received

PROCEDURE, APPLICANT = received().procedure, received().applicant
ASKED = (PaperAsked("Giấy tờ cư trú", originals=1),)
FACTS: list[Fact] = [
    received(),
    IntakeRefused(
        refused_at=MORNING, procedure=PROCEDURE, applicant=APPLICANT, reason="Không thuộc thẩm quyền"
    ),
    GuidanceGiven(guided_at=MORNING, procedure=PROCEDURE, applicant=APPLICANT, papers=ASKED, reason="Thiếu"),
    HandedOver(handed_at=MORNING, unit="phong-tu-phap", unit_name="Phòng Tư pháp", electronic=False),
    HandoverAccepted(accepted_at=MORNING, leg=event_id(2)),
    SupplementRequested(requested_at=MORNING, papers=ASKED, reason="Thiếu giấy tờ cư trú", until=MORNING),
    PaymentRequested(requested_at=MORNING, reason="Thuế", amount_dong=250_000),
    ClockSuspended(suspended_at=MORNING, reason="Xác minh"),
    ClockResumed(resumed_at=MORNING, due_at=MORNING, papers=(PaperGiven("Giấy tờ cư trú", originals=1),)),
    ApologyMade(apologised_at=MORNING, reason="Chờ xác minh", promised_at=MORNING, signer="Nguyễn Văn Thử"),
    ResultRecorded(released_at=MORNING, kind=ResultKind.NEGATIVE, note="Thiếu căn cứ"),
    ResultReturned(returned_at=MORNING, receiver_name="Đỗ Thị Thử"),
    ResultFaulted(faulted_at=MORNING, reason="Sai ngày sinh", undoes=event_id(4)),
    ApplicantTold(told_at=MORNING, note="Gọi điện"),
    DossierWithdrawn(withdrawn_at=MORNING, reason="Không còn nhu cầu"),
    DossierRefused(refused_at=MORNING, reason="Không bổ sung"),
    ProcessingStopped(stopped_at=MORNING, reason="Không bổ sung"),
    DossierVoided(voided_at=MORNING, reason="Nhập nhầm", second=CLERK),
    DossierReopened(reopened_at=MORNING, reason="Trả nhầm người", undoes=event_id(4), second=CLERK),
    DossierRated(rated_at=MORNING, score=5, comment="Nhanh"),
    FeeCollected(
        collected_at=MORNING, amount_dong=8000, official=OfficialReceipt("0001234", series="AA/22P")
    ),
    FeeRefunded(refunded_at=MORNING, amount_dong=8000, reason="Rút hồ sơ"),
    FormPrinted(printed_at=MORNING, form="RECEIPT", template_version=1, sha256=bytes(32)),
    ParticularsCorrected(corrected_at=MORNING, reason="Gõ nhầm", note="Đã sửa"),
]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_every_fact_survives_its_bytes(fact: Fact) -> None:
    """What is decoded equals what was encoded, and encodes to the same bytes again."""
    original = event(7, fact, 3, 5)
    body = encode_event(original)
    assert decode_event(body) == original
    assert encode_event(decode_event(body)) == body


def test_every_known_type_is_among_the_tested_facts() -> None:
    """A new fact cannot be forgotten by the round-trip test."""
    assert {events._NAMES[type(fact)] for fact in FACTS} == set(events.KNOWN_TYPES) - set(events._FORMER)


def test_golden_bytes_of_version_1_are_read_for_ever() -> None:
    """A hand-over as it was first written down is read as what a hand-over is now."""
    golden = bytes.fromhex(
        "9a01c41000000000000000000000000000000007b270726f63657373696e675f7374617274656401"
        "c410000000000000000000000000000000d091c41000000000000000000000000000000003"
        "b9323032322d30332d31305430383a31353a30302b30373a3030"
        "c410000000000000000000000000000000c1a978612d63616f2d616e"
        "81aa737461727465645f6174d6ff62295114"
    )
    assert decode_event(golden) == event(7, HandedOver(handed_at=MORNING), 3)


def test_an_unknown_type_is_carried_byte_for_byte() -> None:
    """A fact of a newer version passes through an older program unchanged."""
    payload = msgspec.msgpack.encode({"held_by": "phong-tu-phap"})
    body = encode_event(event(9, UnknownFact(type="handed_over", version=9, payload=payload), 7))
    read = decode_event(body)
    assert read.fact == UnknownFact(type="handed_over", version=9, payload=payload)
    assert encode_event(read) == body


def test_an_event_over_16_kib_is_refused_when_it_is_made() -> None:
    """What could not be sent is never appended."""
    fact = ResultRecorded(released_at=MORNING, note="x" * 17_000)
    with pytest.raises(EventTooLargeError):
        encode_event(event(1, fact))


def test_an_event_with_more_than_64_bases_is_refused() -> None:
    """The cap on ancestry holds when the event is made."""
    with pytest.raises(EventTooLargeError):
        encode_event(event(99, HandedOver(handed_at=MORNING), *range(65)))


@given(st.binary(max_size=400))
def test_any_other_bytes_are_unreadable_not_a_crash(body: bytes) -> None:
    """Bytes from outside either are an event or give UnreadableEventError."""
    with suppress(UnreadableEventError):
        assert isinstance(decode_event(body), Event)


@pytest.mark.parametrize(
    "wall", ["2022-03-10T08:15:00", "9999-12-31T23:59:00-05:00", "0001-01-01T00:00:00+14:00", "sáng nay", ""]
)
def test_an_event_whose_time_cannot_be_told_here_is_unreadable(wall: str) -> None:
    """``wall`` is ISO 8601 with offset (sync 3): without one it would be another moment on another machine."""
    envelope = events._ENVELOPES.decode(encode_event(event(7, received(), 3)))
    with pytest.raises(UnreadableEventError):
        decode_event(events._ENCODER.encode(msgspec.structs.replace(envelope, wall=wall)))


def test_nested_beyond_reason_is_unreadable() -> None:
    """Bytes made to exhaust the reader are no event, in the envelope or in the fact."""
    nest = b"\x91" * 20_000 + b"\x00"
    with pytest.raises(UnreadableEventError):
        decode_event(nest)
    envelope = events._ENVELOPES.decode(encode_event(event(7, received(), 3)))
    payload = msgspec.Raw(b"\x81\xa5extra" + nest)
    with pytest.raises(UnreadableEventError):
        decode_event(events._ENCODER.encode(msgspec.structs.replace(envelope, payload=payload)))


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=3))
def test_a_damaged_event_is_no_crash(place: int, patch: bytes) -> None:
    """Damaged bytes are unreadable or another event; that they were damaged is for the chain to tell."""
    original = event(7, received(), 3)
    body = encode_event(original)
    at = place % len(body)
    damaged = body[:at] + patch + body[at + len(patch) :]
    with suppress(UnreadableEventError):
        assert isinstance(decode_event(damaged), Event)
