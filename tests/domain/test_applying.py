"""What each fact writes into the dossier (facts 2.4, 3.2, 8)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import get_type_hints
from uuid import UUID

import msgspec
import pytest

from cgcounter.domain import particulars
from cgcounter.domain.dossier import Dossier, Leg, Pause, PauseKind
from cgcounter.domain.events import Event
from cgcounter.domain.facts import (
    ApologyMade,
    ApplicantTold,
    ClockResumed,
    ClockSuspended,
    DossierRated,
    Fact,
    FormPrinted,
    HandedOver,
    HandoverAccepted,
    ParticularsCorrected,
    PaymentRequested,
    ResultRecorded,
    SupplementRequested,
)
from cgcounter.domain.fold import fold
from cgcounter.domain.particulars import (
    Channel,
    DueBasis,
    Fee,
    LateEntry,
    LateEntryKind,
    OnlineLevel,
    Override,
    PaperAsked,
    PaperGiven,
    ReturnChannel,
    Value,
)
from cgcounter.domain.people import Person
from cgcounter.domain.staff import StaffId
from tests.domain.lives import (
    ASKED,
    CLERK,
    DOSSIER,
    ENDINGS,
    GUIDED,
    HANDED,
    LATER,
    MORNING,
    REFUSED_AT_INTAKE,
    RESULT,
    RETURNED,
    SUSPENDED,
    applied,
    event,
    event_id,
    faulted,
    line,
    received,
    reopened,
)

OFFICER = StaffId(UUID(int=0xC2))
SOON, LAST_DAY = MORNING + timedelta(hours=1), MORNING + timedelta(days=30)


def by(officer: StaffId, event: Event) -> Event:
    """The same event by somebody else."""
    return msgspec.structs.replace(event, actor=officer)


def lived(*facts: Fact) -> Dossier:
    """An intake and what followed it."""
    return fold(line(*facts))


def test_an_intake_writes_all_it_says_and_by_whom() -> None:
    """Every field of the fact is a field of the dossier; id, office and clerk come from the event."""
    full = msgspec.structs.replace(
        received(),
        cases=("Có yếu tố nước ngoài",),
        submitter=Person(name="Lê Văn Thử"),
        submitter_relation="Con",
        channel=Channel.ONLINE,
        sets=2,
        due_basis=DueBasis.TYPED,
        due_explanation="nhập tay",
        return_channel=ReturnChannel.POST,
        note="Gọi trước",
        online_level=OnlineLevel.LEVEL_4,
        assisted=True,
        group=UUID(int=5),
        late_entry=LateEntry(LateEntryKind.HAND_WRITTEN, LATER, "Mất điện", "12"),
        override=Override("Thủ tục mới", OFFICER),
        unit="bhxh-huyen",
    )
    dossier = fold([event(1, full)])
    assert {name: getattr(dossier, name) for name in full.__struct_fields__} == msgspec.structs.asdict(full)
    assert (dossier.id, dossier.office, dossier.received_by) == (DOSSIER, "xa-cao-an", CLERK)
    defaults = {field.name for field in msgspec.structs.fields(type(full)) if not field.required}
    assert all(
        getattr(full, name) != getattr(received(), name) for name in defaults - {"duration", "due_at", "fee"}
    )


def test_guidance_and_a_refusal_at_intake_have_procedure_and_applicant_only() -> None:
    """2.4: no code, no clock, no receipt."""
    guided, refused = fold([event(1, GUIDED)]), fold([event(1, REFUSED_AT_INTAKE)])
    for dossier in (guided, refused):
        assert (dossier.procedure, dossier.applicant) == (received().procedure, received().applicant)
        assert (dossier.code, dossier.received_at, dossier.due_at, dossier.register) == ("", None, None, None)
        assert not dossier.is_open
    assert (guided.guided, guided.refused) == (GUIDED, None)
    assert (refused.guided, refused.refused) == (None, REFUSED_AT_INTAKE)


def test_a_hand_over_is_a_leg_that_ends_where_the_next_begins() -> None:
    """Mẫu 05: one row for each hand-over, with who gave, who took, and until when."""
    first = HandedOver(handed_at=MORNING, to=OFFICER, note="Xin xem")
    second = HandedOver(
        handed_at=LATER, unit="phong-tu-phap", unit_name="Phòng Tư pháp", electronic=False, due_at=LAST_DAY
    )
    life = [*line(first), by(OFFICER, event(3, HandoverAccepted(accepted_at=SOON, leg=event_id(2)), 2))]
    dossier = fold([*life, by(OFFICER, event(4, second, 3))])
    assert dossier.legs == (
        Leg(
            id=event_id(2),
            unit="",
            unit_name="",
            electronic=True,
            handed_at=MORNING,
            handed_by=CLERK,
            to=OFFICER,
            note="Xin xem",
            accepted_at=SOON,
            accepted_by=OFFICER,
            ended_at=LATER,
        ),
        Leg(
            id=event_id(4),
            unit="phong-tu-phap",
            unit_name="Phòng Tư pháp",
            electronic=False,
            handed_at=LATER,
            handed_by=OFFICER,
            due_at=LAST_DAY,
        ),
    )
    assert dossier.leg == dossier.legs[1]


def test_a_leg_is_accepted_once_and_by_its_name() -> None:
    """The first who takes a leg holds it; an acceptance of no leg says nothing."""
    taken = HandoverAccepted(accepted_at=SOON, leg=event_id(2))
    life = [*line(HANDED, taken), by(OFFICER, event(4, taken, 2))]
    life.append(event(5, HandoverAccepted(accepted_at=SOON, leg=event_id(1)), 3, 4))
    dossier = fold(life)
    assert dossier.leg is not None
    assert (dossier.leg.accepted_at, dossier.leg.accepted_by) == (SOON, CLERK)
    assert applied(dossier) == {1, 2, 3}


def test_a_leg_that_was_left_can_still_be_accepted() -> None:
    """The paper came late to the unit that had it before: its row is filled, the present leg stays as it is."""
    life = [*line(HANDED, HANDED), event(4, HandoverAccepted(accepted_at=SOON, leg=event_id(2)), 2)]
    assert [leg.accepted_at for leg in fold(life).legs] == [SOON, None]


def test_a_result_ends_the_leg_and_a_fault_opens_it_again() -> None:
    """Mẫu 05: the work of a leg ends with the result; đính chính goes on in the same hands."""
    assert [leg.ended_at for leg in lived(HANDED, RESULT).legs] == [LATER]
    assert [leg.ended_at for leg in lived(HANDED, RESULT, faulted(3)).legs] == [None]
    assert lived(RESULT, faulted(2)).legs == ()


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (
            SupplementRequested(
                requested_at=SOON,
                papers=(PaperAsked("Ảnh", copies=2),),
                reason="Thiếu",
                until=LATER,
                number=7,
            ),
            Pause(
                kind=PauseKind.SUPPLEMENT,
                since=SOON,
                until=LATER,
                reason="Thiếu",
                papers=(PaperAsked("Ảnh", copies=2),),
            ),
        ),
        (
            PaymentRequested(requested_at=SOON, reason="Thuế", amount_dong=250_000, until=LATER),
            Pause(kind=PauseKind.PAYMENT, since=SOON, until=LATER, reason="Thuế", amount_dong=250_000),
        ),
        (
            ClockSuspended(suspended_at=SOON, reason="Xác minh", until=LATER),
            Pause(kind=PauseKind.VERIFICATION, since=SOON, until=LATER, reason="Xác minh"),
        ),
    ],
    ids=["supplement", "payment", "verification"],
)
def test_what_stops_the_clock_is_a_pause_until_it_goes_on(fact: Fact, expected: Pause) -> None:
    """3.2, stop_on: supplement, financial duty, verification; the due time stays until the clock goes on."""
    stopped = lived(HANDED, fact)
    assert (stopped.pause, stopped.pauses, stopped.due_at) == (expected, (expected,), received().due_at)
    running = lived(HANDED, fact, ClockResumed(resumed_at=LATER, due_at=LAST_DAY, due_explanation="đã cộng"))
    assert running.pause is None
    assert running.pauses == (msgspec.structs.replace(expected, ended_at=LATER),)
    assert (running.due_at, running.due_explanation) == (LAST_DAY, "đã cộng")


def test_the_papers_of_a_supplement_join_those_of_the_intake() -> None:
    """2.4: nothing that was handed in first is lost by what came later."""
    brought = (PaperGiven("Giấy tờ cư trú", originals=1),)
    dossier = lived(HANDED, ASKED, ClockResumed(resumed_at=LATER, papers=brought))
    assert dossier.papers == received().papers + brought


@pytest.mark.parametrize("stop", [ASKED, SUSPENDED], ids=["supplement", "verification"])
def test_an_answer_ends_the_waiting(stop: Fact) -> None:
    """2.4: an answer, negative where nothing came, leaves no clock standing still."""
    dossier = lived(HANDED, stop, RESULT)
    assert dossier.pause is None
    assert [pause.ended_at for pause in dossier.pauses] == [LATER]


def test_a_pause_never_ends_before_it_began() -> None:
    """The clocks of two counters differ: what went on before it stopped stood still for no time at all."""
    early = MORNING - timedelta(minutes=10)
    dossier = lived(HANDED, SUSPENDED, ClockResumed(resumed_at=early))
    assert [pause.ended_at for pause in dossier.pauses] == [MORNING]


def test_a_second_stop_ends_the_first() -> None:
    """One clock stands still for one reason at a time; no two pauses overlap (C9)."""
    request = SupplementRequested(requested_at=LATER)
    dossier = lived(HANDED, SUSPENDED, request)
    assert [(pause.kind, pause.ended_at) for pause in dossier.pauses] == [
        ("verification", LATER),
        ("supplement", None),
    ]


def test_an_apology_gives_a_new_date_and_leaves_the_due_time() -> None:
    """3.5: a re-appointment tells the citizen a new date; it never turns late into on time."""
    assert lived(HANDED).promised_at == received().due_at
    apology = ApologyMade(
        apologised_at=LATER, reason="Chờ xác minh", promised_at=LAST_DAY, signer="Nguyễn Văn Thử"
    )
    dossier = lived(HANDED, apology)
    assert (dossier.apologies, dossier.promised_at, dossier.due_at) == (
        (apology,),
        LAST_DAY,
        received().due_at,
    )


def test_only_the_first_rating_counts() -> None:
    """A citizen rates once; what comes after is recorded, not applied."""
    first, second = DossierRated(rated_at=LATER, score=5), DossierRated(rated_at=LATER, score=1)
    dossier = lived(HANDED, RESULT, RETURNED, first, second)
    assert (dossier.rating, applied(dossier)) == (first, {1, 2, 3, 4, 5})


def test_the_applicant_is_told_once_of_a_result() -> None:
    """2.4, notify applicant: the first notice of a result counts, and after đính chính it is told anew."""
    told, again = ApplicantTold(told_at=LATER, note="Gọi điện"), ApplicantTold(told_at=LAST_DAY)
    assert lived(HANDED, RESULT, told, again).told == told
    assert lived(HANDED, RESULT, told, faulted(3)).told is None
    assert lived(HANDED, RESULT, told, faulted(3), RESULT, again).told == again


@pytest.mark.parametrize("numbers", [(4, 5), (5, 4)])
def test_nobody_is_told_of_a_result_that_is_taken_back(numbers: tuple[int, int]) -> None:
    """Told by one counter while another found the result wrong: no result waits, whichever comes first."""
    told = event(numbers[0], ApplicantTold(told_at=LATER), 3)
    fault = event(numbers[1], faulted(3), 3)
    assert fold([*line(HANDED, RESULT), told, fault]).told is None


def test_the_ways_to_end_write_down_why() -> None:
    """2.4: the act that ended a dossier is there while the dossier is ended, and gone once it is reopened."""
    for name, life in ENDINGS.items():
        last = life[-1]
        dossier = fold(life)
        kept = dossier.returned if name == "returned" else dossier.ending
        assert kept == last.fact
        opened = fold([*life, event(9, reopened(last.id.int), last.id.int)])
        assert (opened.returned, opened.ending) == (None, None)


def test_a_correction_writes_what_it_names() -> None:
    """Applicant, papers, note, way of return, submitter, fee: each alone, and nothing else."""
    named: dict[str, object] = {
        "applicant": Person(name="Đỗ Thị Thử Lại"),
        "papers": (PaperGiven("Tờ khai", originals=1),),
        "note": "Gọi trước",
        "return_channel": ReturnChannel.POST,
        "submitter": Person(name="Lê Văn Thử"),
        "fee": Fee(amount_dong=1),
    }
    before = msgspec.structs.asdict(lived())
    for name, value in named.items():
        fact = ParticularsCorrected(corrected_at=LATER, reason="Gõ nhầm")
        after = msgspec.structs.asdict(lived(msgspec.structs.replace(fact, **{name: value})))
        changed = {key for key in after if after[key] != before[key]} - {"heads", "history"}
        assert changed == {name}
        assert after[name] == value
    assert {*named, "corrected_at", "reason"} == set(ParticularsCorrected.__struct_fields__)


def test_prints_are_kept_in_their_order() -> None:
    """Each sheet is counted, also of the same form."""
    sheets = [
        FormPrinted(printed_at=LATER, form=form, template_version=1, sha256=bytes(32), reprint=n)
        for n, form in enumerate(("RECEIPT", "RECEIPT", "CONTROL_SLIP"))
    ]
    assert lived(*sheets).prints == tuple(sheets)


def test_all_times_are_told_in_the_offices_zone() -> None:
    """Bytes carry instants: whatever zone they are read in, a dossier speaks +07:00, down to its smallest parts."""

    def elsewhere(moment: datetime) -> datetime:
        return moment.astimezone(UTC)

    late = LateEntry(LateEntryKind.TAKEN_OVER, elsewhere(LATER), "Hồ sơ cũ")
    intake = msgspec.structs.replace(
        received(), received_at=elsewhere(MORNING), due_at=elsewhere(LATER), late_entry=late
    )
    facts: list[Fact] = [
        intake,
        HandedOver(handed_at=elsewhere(MORNING), due_at=elsewhere(LATER)),
        SupplementRequested(requested_at=elsewhere(MORNING), until=elsewhere(LATER)),
        ResultRecorded(released_at=elsewhere(LATER)),
    ]
    dossier = fold(event(n, fact, n - 1) for n, fact in enumerate(facts, 1))
    assert dossier.late_entry is not None
    told = [
        dossier.received_at,
        dossier.due_at,
        dossier.late_entry.entered_at,
        *(moment for leg in dossier.legs for moment in (leg.handed_at, leg.due_at, leg.ended_at)),
        *(moment for pause in dossier.pauses for moment in (pause.since, pause.until, pause.ended_at)),
        dossier.result and dossier.result.released_at,
        *(one.at for one in dossier.history),
    ]
    assert {f"{moment:%H:%M %z}" for moment in told if moment} == {"08:15 +0700"}
    assert None not in told


def test_late_entries_are_the_only_parts_with_a_time() -> None:
    """Another part of a fact that gets a time has to be told in the office's zone as well."""
    parts = [one for one in vars(particulars).values() if isinstance(one, type) and issubclass(one, Value)]
    timed = {one for one in parts if any("datetime" in str(kind) for kind in get_type_hints(one).values())}
    assert timed == {LateEntry}
