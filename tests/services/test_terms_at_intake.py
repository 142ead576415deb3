"""Intake by channel and case, and counters of other units (domain facts 7.1, 7.2)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from cgcounter.domain.deadlines import Duration, DurationKind
from cgcounter.domain.lifecycle import ActForbiddenError
from cgcounter.domain.money import FeeRule
from cgcounter.domain.offices import Counter
from cgcounter.domain.particulars import Channel, OnlineLevel, ResumeMode
from cgcounter.domain.procedures import Catalogue, Charge, OwnTerms, Time, UnknownCaseError
from cgcounter.domain.units import Unit, UnitKind, Units
from cgcounter.services.intake import FeeMissingError, ProcedureElsewhereError
from tests.services.desk import UNITS, Desk, an_intake, at
from tests.services.small_catalogue import COPY, DEED

SAME_DAY = Time(DurationKind.SAME_DAY, Duration(DurationKind.SAME_DAY))
FIVE_DAYS = Time(DurationKind.WORKING_DAYS, Duration(DurationKind.WORKING_DAYS, 5))
VARIED = replace(
    DEED,
    online_level=OnlineLevel.LEVEL_4,
    resume=ResumeMode.RESTART_FROM_ZERO,
    forwarded_to=("land_registration_branch",),
    terms=(
        OwnTerms(channel=Channel.ONLINE, charge=Charge(FeeRule.FIXED, 25_000)),
        OwnTerms(case="bổ sung", time=SAME_DAY),
        OwnTerms(case="nhiều bên", time=FIVE_DAYS, charge=Charge(FeeRule.FIXED, 70_000)),
        OwnTerms(case="bản sao", charge=Charge(FeeRule.PER_COPY, 2_000)),
        OwnTerms(case="theo nghị quyết", charge=Charge(FeeRule.SET_BY_PROVINCE)),
    ),
)
INSURANCE = Unit("bhxh-huyen", "Bảo hiểm xã hội huyện", UnitKind.SOCIAL_INSURANCE, date(2022, 1, 1))
CARD = replace(COPY, code="1.002759", name="Cấp lại thẻ BHYT", received_by=("social_insurance",))


@pytest.fixture
def varied(desk: Desk) -> Desk:
    """A desk whose catalogue knows terms by channel and case."""
    desk.put_catalogue(Catalogue((VARIED, CARD)))
    return desk


@pytest.mark.parametrize(
    ("changes", "due_at", "fee"),
    [
        ({}, at(14, 17), 50_000),
        ({"channel": Channel.ONLINE}, at(14, 17), 25_000),
        ({"cases": ("bổ sung",)}, at(10, 17), 50_000),
        ({"cases": ("bổ sung", "nhiều bên")}, at(17, 17), 70_000),
        ({"cases": ("nhiều bên", "bản sao"), "copies": 3}, at(17, 17), 76_000),
    ],
)
def test_due_time_and_fee_follow_channel_and_cases(
    varied: Desk, changes: dict[str, Any], due_at: object, fee: int
) -> None:
    """What the pane shows beforehand is what is written down."""
    shown = varied.cases.prepare_intake.terms(an_intake(**changes))
    dossier = varied.receive(**changes)
    assert (dossier.due_at, dossier.fee.amount_dong) == (due_at, fee)
    assert shown.due is not None
    assert (shown.due.at, shown.fee_dong) == (due_at, fee)
    assert shown.time.duration == dossier.duration


def test_a_case_with_an_unknown_fee_asks_the_clerk(varied: Desk) -> None:
    """The other case's amount is not the sum."""
    with pytest.raises(FeeMissingError):
        varied.receive(cases=("nhiều bên", "theo nghị quyết"))
    with pytest.raises(UnknownCaseError):
        varied.cases.prepare_intake.terms(an_intake(cases=("lạ",)))


def test_a_case_of_the_same_day_may_be_served_at_once(varied: Desk) -> None:
    """Same day is what the chosen case is, not what the procedure is otherwise."""
    serve = varied.cases.receive_dossier.at_once
    assert serve(varied.clerk, an_intake(cases=("bổ sung",))).procedure.same_day
    with pytest.raises(ActForbiddenError):
        serve(varied.clerk, an_intake())


def test_the_dossier_pins_what_follows_later(varied: Desk) -> None:
    """Who it goes on to, and how its clock resumes, stay those of its intake; online it tells its level."""
    dossier = varied.receive(channel=Channel.ONLINE)
    assert dossier.procedure.forwarded_to == ("land_registration_branch",)
    assert dossier.procedure.resume is ResumeMode.RESTART_FROM_ZERO
    assert dossier.online_level is OnlineLevel.LEVEL_4
    assert varied.receive().online_level is None


def sit_at(desk: Desk, counter: Counter) -> None:
    with desk.store.begin() as unit:
        unit.reference.put_office(unit.reference.office(), counter, at=desk.clock.now())
        unit.reference.put_units(Units((*UNITS.units, INSURANCE)), source="test", at=desk.clock.now())
        unit.commit()


def test_a_counter_receives_what_is_its_unit_s(varied: Desk) -> None:
    """At the district one-stop the counter of the insurance offers and takes its procedures, others do not."""
    sit_at(varied, Counter(1, "Quầy 1"))
    prepare = varied.cases.prepare_intake
    assert prepare.catalogue().procedures == (VARIED,)
    with pytest.raises(ProcedureElsewhereError) as refused:
        varied.receive(procedure_code=CARD.code)
    assert refused.value.fields == {"procedure": "1.002759", "units": "Bảo hiểm xã hội huyện"}
    sit_at(varied, Counter(2, "Quầy bảo hiểm", unit_key="bhxh-huyen"))
    assert prepare.catalogue().procedures == (VARIED, CARD)
    assert varied.receive(procedure_code=CARD.code).procedure.code == "1.002759"
    assert prepare.favourites(9) == (CARD,)
    sit_at(varied, Counter(1, "Quầy 1"))
    assert prepare.favourites(9) == ()


def test_a_counter_with_an_agency_code_of_its_own_gives_out_codes_of_it(desk: Desk) -> None:
    """Codes name the agency that received the dossier."""
    sit_at(desk, Counter(3, "Quầy bảo hiểm", unit_key="bhxh-huyen", agency_code="G24.12"))
    assert desk.receive().code == "G24.12-220310-3001"
