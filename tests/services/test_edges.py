"""What a stranger's eye found at the edges of the use cases: absurd figures, noise, lost names, closed doors."""

from __future__ import annotations

import unicodedata
from typing import Any

import msgspec
import pytest

from cgcounter.domain.errors import RuleBrokenError
from cgcounter.domain.offices import Counter
from cgcounter.domain.particulars import PaperGiven
from cgcounter.domain.procedures import Catalogue
from cgcounter.domain.staff import Role
from cgcounter.services.correct_dossier import Correction, NothingToCorrectError
from cgcounter.services.intake import NameMissingError
from cgcounter.services.set_up_office import (
    AlreadySetUpError,
    LastAdministratorError,
    NewPerson,
    PinTooShortError,
    SeedData,
)
from cgcounter.services.sign_in import PinPausedError, WrongPinError
from cgcounter.services.texts import TextTooLongError
from tests.services.desk import COUNTER, OFFICE, UNITS, Desk, an_intake, at
from tests.services.small_catalogue import CALENDAR, CATALOGUE, COPY, DEED, MARITAL_STATUS
from tests.services.test_import_catalogue import bring_in, procedure

NFD = unicodedata.normalize("NFD", "Đỗ Quyên Phượng")
SEED = SeedData(CATALOGUE, CALENDAR, UNITS, "test")
ADMINISTRATOR = NewPerson("Vũ Trưởng", (Role.ADMINISTRATOR,), "2468")


@pytest.fixture
def desk() -> Desk:
    """A counter that is set up."""
    desk = Desk()
    desk.set_up()
    return desk


def composed(*texts: str) -> bool:
    """Whether every text is NFC."""
    return all(unicodedata.is_normalized("NFC", text) for text in texts)


def test_papers_of_a_correction_are_nfc(desk: Desk) -> None:
    """A correction cleans its texts as an intake does."""
    correction = Correction(reason="nhầm", papers=(PaperGiven(NFD, note=NFD),))
    after = desk.cases.acts.correct_dossier(desk.clerk, desk.receive().id, correction)
    assert composed(after.papers[0].name, after.papers[0].note)


@pytest.mark.parametrize(
    "part",
    [
        {"papers": (PaperGiven("x" * 501),)},
        {"papers": (PaperGiven("x"),) * 61},
        {"note": "x" * 501},
        {"reason": "x" * 501},
    ],
)
def test_a_correction_is_held_to_the_lengths_of_the_intake(desk: Desk, part: dict[str, Any]) -> None:
    """What a receipt cannot carry is refused, whichever act brings it."""
    with pytest.raises(TextTooLongError):
        desk.cases.acts.correct_dossier(
            desk.clerk, desk.receive().id, Correction(**{"reason": "nhầm"} | part)
        )


def test_a_correction_that_names_nothing_writes_nothing(desk: Desk) -> None:
    """A reason alone is no correction."""
    dossier = desk.receive()
    with pytest.raises(NothingToCorrectError):
        desk.cases.acts.correct_dossier(desk.clerk, dossier.id, Correction(reason="nhầm"))


def test_office_and_counter_are_nfc() -> None:
    """The header of every form is made of these texts."""
    desk = Desk()
    texts = dict.fromkeys(("authority", "office_name", "place", "address"), NFD)
    office = msgspec.structs.replace(OFFICE, **texts)
    desk.cases.set_up_office(office, Counter(1, NFD), (ADMINISTRATOR,), SEED)
    with desk.store.look() as reading:
        kept, counter = reading.reference.office(), reading.reference.counter()
    assert composed(kept.authority, kept.office_name, kept.place, kept.address, counter.name)


def test_an_office_is_set_up_once(desk: Desk) -> None:
    """A second set-up overwrites neither office nor people."""
    with pytest.raises(AlreadySetUpError):
        desk.cases.set_up_office(OFFICE, Counter(9), (ADMINISTRATOR,), SEED)
    with desk.store.look() as reading:
        assert reading.reference.counter() == COUNTER


@pytest.mark.parametrize(
    "people", [(), (NewPerson("Lê Ẩn", (Role.CLERK,), "2468"),), (NewPerson("Lê Ẩn", (), "2468"),)]
)
def test_a_set_up_leaves_somebody_who_lets_people_in(people: tuple[NewPerson, ...]) -> None:
    """Without an administrator nobody could ever be added."""
    with pytest.raises(LastAdministratorError):
        Desk().cases.set_up_office(OFFICE, COUNTER, people, SEED)


def test_a_pin_is_of_digits_that_keys_have() -> None:
    """Digits of other scripts cannot be typed at the counter."""
    with pytest.raises(PinTooShortError):
        Desk().cases.set_up_office(
            OFFICE, COUNTER, (NewPerson("Lê Ẩn", (Role.ADMINISTRATOR,), "٢٤٦٨"),), SEED
        )


def test_a_same_day_dossier_that_stays_waits_for_its_receipt(desk: Desk) -> None:
    """After 15:00 a receipt with hour and day is obligatory (2.4), so it is counted until it is printed."""
    desk.clock.set(at(10, 15, 30))
    desk.receive(procedure_code=COPY.code)
    assert desk.cases.tell_state(desk.clerk).unprinted == 1


@pytest.mark.parametrize("noise", ["\ufeff{}", "{}\0"])
def test_scan_noise_around_a_code_is_dropped(desk: Desk, noise: str) -> None:
    """A byte order mark or a NUL beside the code changes nothing (5.1)."""
    dossier = desk.receive()
    assert [line.id for line in desk.cases.find_dossiers(noise.format(dossier.code)).lines] == [dossier.id]
    assert desk.cases.find_dossiers(noise.format("2203101001")).lines
    assert desk.cases.find_dossiers(noise.format("2.001035")).procedure == DEED


def test_a_change_of_an_earlier_version_is_a_change() -> None:
    """Versions of one code are compared all together."""
    desk = Desk()
    new = procedure("1.004837", "Mới", valid_from="2022-07-01")
    bring_in(desk, [procedure("1.004837", "Cũ", valid_to="2022-06-30"), new], [])
    change = bring_in(desk, [procedure("1.004837", "Cũ đã sửa", valid_to="2022-06-30"), new], [])
    assert change.changed == ("1.004837",)


def test_a_file_of_refused_rows_does_not_empty_the_catalogue(desk: Desk) -> None:
    """A wrong file changes nothing."""
    bring_in(desk, [procedure("không phải mã", "x")], [])
    assert desk.cases.prepare_intake.catalogue() == CATALOGUE


def test_served_at_once_says_who_took_the_result(desk: Desk) -> None:
    """The return of a same-day service names its receiver, as any return does (section 8)."""
    served = desk.cases.receive_dossier.at_once(desk.clerk, an_intake(procedure_code=COPY.code))
    assert served.returned is not None
    assert served.returned.receiver_name == served.applicant.name


def test_the_pause_never_says_more_than_is_left(desk: Desk) -> None:
    """Right after the pause began it says sixty seconds, not sixty-one."""
    for _ in range(4):
        with pytest.raises(WrongPinError):
            desk.cases.sign_in(desk.clerk.id, "0000")
    with pytest.raises(PinPausedError):
        desk.cases.sign_in(desk.clerk.id, "0000")
    with pytest.raises(PinPausedError) as paused:
        desk.cases.sign_in(desk.clerk.id, "1111")
    assert paused.value.fields == {"seconds": 60}


def test_a_favourite_is_offered_once_though_its_suffix_changed(desk: Desk) -> None:
    """A local suffix does not make another procedure (section 5)."""
    desk.receive()
    desk.put_catalogue(Catalogue((msgspec.structs.replace(DEED, code="2.001035.H23"),)))
    desk.receive()
    assert len(desk.cases.prepare_intake.favourites(9)) == 1


def test_a_refusal_is_no_favourite(desk: Desk) -> None:
    """Favourites are what the office takes in."""
    desk.cases.refuse_intake(desk.clerk, DEED.code, an_intake().applicant, "không thuộc thẩm quyền")
    assert desk.cases.prepare_intake.favourites(9) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"fee_typed": -1},
        {"fee_typed": 10**15},
        {"sets": 0},
        {"sets": -2},
        {"procedure_code": COPY.code, "pages": -3},
        {"pages": 10**9},
    ],
)
def test_absurd_figures_are_refused(desk: Desk, changes: dict[str, Any]) -> None:
    """No receipt speaks of minus three pages or of more money than there is."""
    with pytest.raises(RuleBrokenError):
        desk.receive(**changes)


def test_a_name_cannot_be_changed_away(desk: Desk) -> None:
    """Events bear names: nobody on the list is without one."""
    member = desk.cases.manage_staff.people(desk.administrator)[0]
    with pytest.raises(NameMissingError):
        desk.cases.manage_staff.change(desk.administrator, msgspec.structs.replace(member, name=" "))


def test_a_case_in_nfd_is_the_same_case(desk: Desk) -> None:
    """Letters and their marks apart are the letters."""
    case = unicodedata.normalize("NFD", "đã ly hôn")
    received = desk.receive(procedure_code=MARITAL_STATUS.code, fee_typed=0, cases=(case,))
    assert received.cases == ("đã ly hôn",)
