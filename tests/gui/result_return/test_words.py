"""Tests of how a dossier and its history are told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from cgcounter.domain.facts import (
    Fact,
    FormPrinted,
    HandedOver,
    ParticularsCorrected,
    ResultRecorded,
    ResultReturned,
)
from cgcounter.domain.lifecycle import Act
from cgcounter.domain.particulars import DossierId, Fee, PaperGiven, PaperSource, ReceiverRole, ResultKind
from cgcounter.domain.people import Person
from cgcounter.gui.result_return.card_words import CardFacts, CardWords, Row
from cgcounter.gui.result_return.reading import Reading
from tests.gui.counter_office import CERTIFIED_COPY, CLERK, MORNING, CounterOffice

Tell = Callable[..., CardFacts]
NAMES = {CLERK.id: "Lê Thị Ẩn"}
LATER = MORNING + timedelta(hours=2)


@pytest.fixture
def tell(office: CounterOffice) -> Tell:
    """Receives a dossier, lets things happen to it and tells its card."""
    words = CardWords(office.stage.messages, office.changes)

    def tell_it(
        *facts: Fact, acts: tuple[Act, ...] = (), names: Any = NAMES, **received: object
    ) -> CardFacts:
        dossier = office.receive(2001, **received)  # type: ignore[arg-type]  # whatever the test says
        office.happen(dossier, *facts, at=LATER)
        return words.tell(Reading(office.dossier(dossier), names), MORNING, acts)

    return tell_it


def whats(facts: CardFacts) -> list[str]:
    """What happened, the intake left out."""
    return [told.what for told in facts.history[1:]]


def test_the_history_says_when_who_and_what(tell: Tell) -> None:
    """One line an event, in the order in which they count."""
    facts = tell(HandedOver(MORNING))

    assert [(f"{told.at:%H:%M}", told.who, told.what) for told in facts.history] == [
        ("08:15", "Lê Thị Ẩn", "Received"),
        ("10:15", "Lê Thị Ẩn", "Handed over for processing"),
    ]


def test_who_left_the_office_is_a_former_member_of_staff(tell: Tell) -> None:
    """A name that is no longer known is not left blank."""
    assert tell(names={}).history[0].who == "a former member of staff"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ([FormPrinted(MORNING, "RECEIPT", 1, b"")], ["Printed: receipt"]),
        ([FormPrinted(MORNING, "RECEIPT", 1, b"", reprint=2)], ["Printed again: receipt"]),
        (
            [
                HandedOver(MORNING),
                ResultRecorded(MORNING, kind=ResultKind.NEGATIVE, note="Thiếu giấy"),
            ],
            ["Handed over for processing", "Negative result: Thiếu giấy"],
        ),
        (
            [
                HandedOver(MORNING),
                ResultRecorded(MORNING),
                ResultReturned(MORNING, ReceiverRole.AUTHORISED, "Trần Văn Ắt", "030190001234", "con"),
            ],
            [
                "Handed over for processing",
                "Result ready",
                "Result returned to Trần Văn Ắt, authorised (con)",
            ],
        ),
    ],
)
def test_acts_are_told_in_words(tell: Tell, facts: list[Fact], words: list[str]) -> None:
    """Each act has its sentence, with the reason or the person where there is one."""
    assert whats(tell(*facts)) == words


def test_the_card_says_where_papers_are_from(tell: Tell) -> None:
    """Who works on the dossier finds a paper that was not handed in again."""
    papers = (
        PaperGiven("Tờ khai", originals=1),
        PaperGiven("Sổ hộ khẩu", copies=1, source=PaperSource.REUSED, from_code="H23.99-220105-1003"),
        PaperGiven("Giấy khai sinh", source=PaperSource.LOOKED_UP),
    )
    assert tell(papers=papers).rows[Row.PAPERS] == (
        "Tờ khai (1 original(s)); Sổ hộ khẩu (1 copy(ies), reused from H23.99-220105-1003); "
        "Giấy khai sinh (looked up)"
    )


def test_a_correction_names_what_changed(tell: Tell) -> None:
    """Each correction is told against what stood before it, not against the intake."""
    person = Person("Đỗ Đình Đức", personal_id="030090002001", phone="0912000001", address="Cao An")
    facts = tell(
        ParticularsCorrected(MORNING, "Gõ nhầm", applicant=person),
        ParticularsCorrected(MORNING, "Đổi số", applicant=Person("Đỗ Đình Đức", "030090002001"), note="gọi"),
        ParticularsCorrected(MORNING, "Không rõ"),
    )

    assert whats(facts) == [
        "Corrected: address. Reason: Gõ nhầm",
        "Corrected: phone, address, note. Reason: Đổi số",
        "Corrected: particulars. Reason: Không rõ",
    ]


def test_an_act_that_another_one_overtook_did_not_count(tell: Tell, office: CounterOffice) -> None:
    """What came too late stays in the history and says so."""
    facts = tell(HandedOver(MORNING), ResultReturned(LATER))

    assert whats(facts)[1] == "Result returned to the applicant – did not count"


@pytest.mark.parametrize(
    ("received", "row", "words"),
    [
        ({"fee": Fee(exemption="Hộ nghèo")}, Row.FEE, "Exempt: Hộ nghèo"),
        ({"fee": Fee()}, Row.FEE, "Free of charge"),
        ({"fee": Fee(24_000)}, Row.FEE, "24.000 đồng · not paid yet"),
        ({"due_at": None}, Row.DUE, "No time was promised"),
        (
            {"submitter": Person("Trần Văn Ắt"), "submitter_relation": "chồng"},
            Row.SUBMITTER,
            "Trần Văn Ắt · chồng",
        ),
        ({}, Row.SUBMITTER, ""),
        (
            {"procedure": CERTIFIED_COPY},
            Row.STATE,
            "Đã tiếp nhận – to be served at once by: Lê Thị Ẩn, until 08:15 15/03/2022",
        ),
    ],
)
def test_the_rows_of_a_received_dossier(tell: Tell, received: dict[str, Any], row: Row, words: str) -> None:
    """What is not there is left out or said in words, never shown as a nought."""
    assert tell(**received).rows[row] == words


def test_a_result_says_what_is_handed_over_and_who_took_it(tell: Tell) -> None:
    """The paper, since when, its number; then when and by whom it was taken, the number masked."""
    facts = tell(
        HandedOver(MORNING),
        ResultRecorded(MORNING, number="15/TP-KS"),
        ResultReturned(LATER, ReceiverRole.AUTHORISED, "Trần Văn Ắt", "030190001234", "con"),
    )

    assert facts.rows[Row.RESULT] == (
        "Giấy khai sinh · ready 08:15 10/03/2022 · No. 15/TP-KS\n"
        "Returned 10:15 10/03/2022 to Trần Văn Ắt · con · 030*****1234"
    )


def test_prints_are_counted(tell: Tell) -> None:
    """How often, and when last; before that who may print is told the key."""
    printed = FormPrinted(MORNING, "RECEIPT", 1, b"")
    facts = tell(printed, FormPrinted(MORNING, "CONTROL_SLIP", 1, b""), printed)

    assert facts.rows[Row.PRINTS] == "Printed 2 time(s), last 10:15 10/03/2022"
    assert facts.is_printed


def test_only_who_may_print_is_told_the_key(tell: Tell) -> None:
    """For anybody else the receipt is just not printed yet."""
    assert tell().rows[Row.PRINTS] == "Not printed yet"


def test_a_person_without_a_number_is_checked_by_photo(office: CounterOffice) -> None:
    """Where no number is on record, the line says what to look at instead."""
    words = CardWords(office.stage.messages, office.changes)
    dossier = office.receive(2001)
    nameless = ParticularsCorrected(MORNING, "Không có giấy tờ", applicant=Person("Bùi Văn Ếch"))
    office.happen(DossierId(UUID(int=2001)), nameless)

    facts = words.tell(Reading(office.dossier(dossier), NAMES), MORNING, ())

    assert facts.identity == "No ID number on record: check the photo and the name on the card"
