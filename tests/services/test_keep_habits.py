"""How this office does what the law leaves open."""

from __future__ import annotations

import pytest

from cgcounter.domain.offices import FeeMoment, Habits
from cgcounter.domain.particulars import RatingScale
from cgcounter.domain.staff import RoleMissingError
from tests.services.desk import OFFICE, Desk

OTHERS = Habits(FeeMoment.INTAKE, RatingScale.THREE_FACES, prints_slip=True)


def test_an_office_begins_with_the_usual_habits(desk: Desk) -> None:
    """The fee comes with the fetching of the result (2.4), five points are asked for, no slip is printed."""
    assert desk.cases.keep_habits() == Habits(FeeMoment.RETURN, RatingScale.FIVE_POINTS, prints_slip=False)


def test_the_administrator_changes_them(desk: Desk) -> None:
    """They count at once; nothing else of the office changes."""
    assert desk.cases.keep_habits.change(desk.administrator, OTHERS) == OTHERS
    assert desk.cases.keep_habits() == OTHERS
    with desk.store.look() as reading:
        assert reading.reference.office().authority == OFFICE.authority
        assert reading.reference.counter().slot == 1


def test_nobody_else_does(desk: Desk) -> None:
    """A clerk may do otherwise with one dossier, not with all."""
    with pytest.raises(RoleMissingError):
        desk.cases.keep_habits.change(desk.clerk, OTHERS)
    assert desk.cases.keep_habits() == Habits()
