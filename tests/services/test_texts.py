"""Every text that is written down is NFC, however it came: typed, scanned, pasted (6.3, ux section 7)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from cgcounter.domain.particulars import PaperGiven, ReceiverRole, ResultKind
from cgcounter.domain.people import Person
from cgcounter.domain.staff import Role
from cgcounter.services.correct_dossier import Correction
from cgcounter.services.return_result import Receiver
from cgcounter.services.set_up_office import NewPerson, SeedData
from cgcounter.services.texts import file_words
from tests.services.desk import COUNTER, OFFICE, STAFF, UNITS, Desk
from tests.services.small_catalogue import CALENDAR, CATALOGUE, DEED

COMPOSED = "Nguyễn Thị Đỗ Quyên"
DECOMPOSED = unicodedata.normalize("NFD", f"  {COMPOSED}\u200b \t")
PERSON = Person(
    name=DECOMPOSED, personal_id=DECOMPOSED, address=DECOMPOSED, phone=DECOMPOSED, email=DECOMPOSED
)


def texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


def written_by(desk: Desk, acts: int = 1) -> list[str]:
    """The texts of the last events of the log."""
    facts: list[Any] = [msgspec.to_builtins(event.fact) for event in desk.events()[-acts:]]
    return list(texts(facts))


def require_composed(written: list[str], *, times: int) -> None:
    """The typed text was written so many times, each time composed and trimmed, and never otherwise."""
    assert not [text for text in written if not unicodedata.is_normalized("NFC", text)]
    assert written.count(COMPOSED) == times


def test_what_is_received(desk: Desk) -> None:
    """Two people with five and four texts, relation, paper, its note, note and the reason of an exemption."""
    desk.receive(
        applicant=PERSON,
        submitter=msgspec.structs.replace(PERSON, personal_id=""),
        submitter_relation=DECOMPOSED,
        papers=(PaperGiven(DECOMPOSED, note=DECOMPOSED),),
        note=DECOMPOSED,
        exemption=DECOMPOSED,
    )
    require_composed(written_by(desk), times=14)


def test_what_is_refused(desk: Desk) -> None:
    """The person and the reason."""
    desk.cases.refuse_intake(desk.clerk, DEED.code, PERSON, DECOMPOSED)
    require_composed(written_by(desk), times=6)


@pytest.mark.parametrize("kind", ResultKind)
def test_what_is_resulted(desk: Desk, kind: ResultKind) -> None:
    """Number and note of the answer."""
    dossier = desk.receive()
    desk.cases.acts.hand_over(desk.clerk, dossier.id)
    desk.cases.acts.record_result(desk.processor, dossier.id, kind, number=DECOMPOSED, note=DECOMPOSED)
    require_composed(written_by(desk), times=2)


def test_what_is_returned(desk: Desk) -> None:
    """Name, number and relation of the receiver."""
    receiver = Receiver(
        role=ReceiverRole.AUTHORISED, name=DECOMPOSED, personal_id=DECOMPOSED, relation=DECOMPOSED
    )
    desk.cases.acts.return_result(desk.clerk, desk.bring_to_result().id, receiver)
    require_composed(written_by(desk), times=3)


def test_what_is_corrected(desk: Desk) -> None:
    """The reason, the person and the note."""
    correction = Correction(reason=DECOMPOSED, applicant=PERSON, note=DECOMPOSED)
    desk.cases.acts.correct_dossier(desk.clerk, desk.receive().id, correction)
    require_composed(written_by(desk), times=7)


def test_who_works_here() -> None:
    """Name and title of the first people."""
    people = (NewPerson(DECOMPOSED, (Role.ADMINISTRATOR,), "2468", DECOMPOSED),)
    seed = SeedData(CATALOGUE, CALENDAR, UNITS, source="test")
    (member,) = Desk().cases.set_up_office(OFFICE, COUNTER, people, seed)
    assert (member.name, member.title) == (COMPOSED, COMPOSED)


def test_who_comes_and_who_changes(desk: Desk) -> None:
    """Name and title of people whom the administrator adds or changes."""
    manage = desk.cases.manage_staff
    *_, added = manage.add(desk.administrator, NewPerson(DECOMPOSED, (Role.CLERK,), "2468", DECOMPOSED))
    assert (added.name, added.title) == (COMPOSED, COMPOSED)
    wish = msgspec.structs.replace(STAFF[0], name=DECOMPOSED, title=DECOMPOSED)
    changed, *_ = manage.change(desk.administrator, wish)
    assert (changed.name, changed.title) == (COMPOSED, COMPOSED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đăng ký, quản lý cư trú", "dang-ky-quan-ly-cu-tru"),
        ("01/2022", "01-2022"),
        ("Hộ tịch - liên thông", "ho-tich-lien-thong"),
        ("../\\:*?", ""),
        ("", ""),
    ],
)
def test_a_text_in_the_name_of_a_file(text: str, words: str) -> None:
    """Letters, digits and hyphens alone: no disk refuses it, and no folder is left by it."""
    assert file_words(text) == words
