"""What the intake pane asks while the clerk types; nothing is written by asking."""

from __future__ import annotations

import msgspec
import pytest

from cgcounter.domain.money import BadCountError
from cgcounter.domain.procedures import Catalogue
from cgcounter.services.intake import ProcedureNotInForceError, ProcedureUnknownError
from cgcounter.services.ports import NotSetUpError
from tests.services.desk import APPLICANT, Desk, an_intake, at
from tests.services.small_catalogue import CATALOGUE, COMPENSATION, COPY, DEED, MARITAL_STATUS, POOR_HOUSEHOLD


def test_the_newest_catalogue_is_searched(desk: Desk) -> None:
    """The pane gets the catalogue that intake will use."""
    assert desk.cases.prepare_intake.catalogue() == CATALOGUE
    newer = Catalogue((COPY,))
    desk.put_catalogue(newer)
    assert desk.cases.prepare_intake.catalogue() == newer


def test_before_the_set_up_there_is_no_catalogue() -> None:
    """A blank file says so."""
    with pytest.raises(NotSetUpError):
        Desk().cases.prepare_intake.catalogue()


def test_favourites_are_what_comes_most_often(desk: Desk) -> None:
    """The most frequent procedures first, and no more than asked for."""
    for code, times in ((DEED.code, 1), (COPY.code, 3), (POOR_HOUSEHOLD.code, 2)):
        for _ in range(times):
            desk.receive(procedure_code=code)
    assert desk.cases.prepare_intake.favourites(9) == (COPY, POOR_HOUSEHOLD, DEED)
    assert desk.cases.prepare_intake.favourites(2) == (COPY, POOR_HOUSEHOLD)


def test_a_new_office_has_no_favourites(desk: Desk) -> None:
    """Nothing was received, nothing is offered."""
    assert desk.cases.prepare_intake.favourites(9) == ()


def test_favourites_are_in_force(desk: Desk) -> None:
    """What went out of force or out of the catalogue is not offered, however often it came."""
    desk.clock.set(at(30, 8, month=8, year=2021))
    for _ in range(3):
        desk.receive(procedure_code="1.000506")
    desk.receive(procedure_code=COPY.code)
    desk.receive()
    desk.clock.set(at(10, 8))
    assert desk.cases.prepare_intake.favourites(9) == (DEED, COPY)
    desk.put_catalogue(Catalogue((COPY,)))
    assert desk.cases.prepare_intake.favourites(9) == (COPY,)


def test_favourites_are_of_late(desk: Desk) -> None:
    """Only the last 300 dossiers count: habits change."""
    desk.receive(procedure_code=POOR_HOUSEHOLD.code)
    for _ in range(300):
        desk.receive()
    assert desk.cases.prepare_intake.favourites(9) == (DEED,)


def test_addresses_are_those_of_late_each_once(desk: Desk) -> None:
    """The newest first; who gave none adds none, and those of long ago are forgotten."""
    for address in ("Thôn Cao Xá", "Thôn Phú An", "", "Thôn Cao Xá"):
        desk.receive(applicant=msgspec.structs.replace(APPLICANT, address=address))
    assert desk.cases.prepare_intake.addresses() == ("Thôn Cao Xá", "Thôn Phú An")
    for _ in range(299):
        desk.receive()
    assert desk.cases.prepare_intake.addresses() == (APPLICANT.address, "Thôn Cao Xá")


def test_terms_are_those_of_an_intake_now(desk: Desk) -> None:
    """Due time and fee are shown before anything is saved, and are those that are then saved."""
    terms = desk.cases.prepare_intake.terms(an_intake())
    assert terms.due is not None
    assert (terms.due.at, terms.fee_dong) == (at(14, 17), 50_000)
    assert desk.events() == ()
    dossier = desk.receive()
    assert (dossier.due_at, dossier.fee.amount_dong) == (at(14, 17), 50_000)


def test_terms_need_no_name_yet(desk: Desk) -> None:
    """The pane asks while the name is still empty."""
    nobody = msgspec.structs.replace(an_intake().applicant, name="")
    assert desk.cases.prepare_intake.terms(an_intake(applicant=nobody)).fee_dong == 50_000


def test_what_nobody_knows_is_none(desk: Desk) -> None:
    """An unknown duration and an unknown fee are told as unknown, not as nothing."""
    assert desk.cases.prepare_intake.terms(an_intake(procedure_code=COMPENSATION.code)).due is None
    assert desk.cases.prepare_intake.terms(an_intake(procedure_code=MARITAL_STATUS.code)).fee_dong is None


def test_pages_and_copies_are_computed_while_typing(desk: Desk) -> None:
    """Three copies of ten pages cost 36.000."""
    wish = an_intake(procedure_code=COPY.code, pages=10, copies=3)
    assert desk.cases.prepare_intake.terms(wish).fee_dong == 36_000


def test_terms_are_by_the_rules_alone(desk: Desk) -> None:
    """What the clerk typed over them changes the dossier, not what the rules say."""
    wish = an_intake(fee_typed=1, exemption="hộ nghèo")
    assert desk.cases.prepare_intake.terms(wish).fee_dong == 50_000


def test_what_cannot_be_received_has_no_terms(desk: Desk) -> None:
    """Unknown, out of force, absurd: said at once, not only when saving."""
    for changes, error in (
        ({"procedure_code": "2.999999"}, ProcedureUnknownError),
        ({"procedure_code": "1.000506"}, ProcedureNotInForceError),
        ({"procedure_code": COPY.code, "copies": 10_000}, BadCountError),
    ):
        with pytest.raises(error):
            desk.cases.prepare_intake.terms(an_intake(**changes))


def test_a_group_begins_with_its_first_and_counts_on(desk: Desk) -> None:
    """Dossiers of other groups, and of none, do not count."""
    group, other = (desk.cases.prepare_intake.new_group() for _ in range(2))
    places = []
    for mine in (group, other, None, group):
        places.append(desk.cases.prepare_intake.place_in_group(group))
        desk.receive(group=mine)
    assert places == [1, 2, 2, 2]
    assert desk.cases.prepare_intake.place_in_group(group) == 3
    assert desk.cases.prepare_intake.place_in_group(None) == 1
