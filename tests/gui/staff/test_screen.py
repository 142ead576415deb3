"""Tests of the screen of people for those who see, hear and touch it; and that it shows no PIN."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QApplication

from cgcounter.domain.staff import Role, StaffId
from cgcounter.gui.staff.answers import NewPinAnswer, OwnPinAnswer, PersonAnswer
from cgcounter.gui.staff.people_table import PeopleTable, PersonRow
from cgcounter.gui.theme import Scheme, apply_theme
from tests.gui.accessibility import nameless, too_small
from tests.gui.staff.conftest import People
from tests.services.desk import CLERK

ROWS = (
    PersonRow(CLERK.id, "Lê Thị Ẩn", "Công chức tiếp nhận", active=True),
    PersonRow(StaffId(CLERK.id), "Vũ Thị Nghỉ", "Cán bộ giám sát", active=False),
)


class ModelTester(Protocol):
    """pytest-qt's tester, which has no types."""

    def check(self, model: QAbstractItemModel) -> None: ...


@pytest.mark.parametrize("key", ["", "F2", "F5", "F7"])
def test_everything_has_a_name_and_can_be_hit(people: People, key: str) -> None:
    """Table, fields, boxes and buttons say what they are and are large enough."""
    people.keys(*filter(None, [key]))
    assert nameless(people.screen) == []
    assert too_small(people.screen) == []


@pytest.mark.parametrize(
    "keys", [("F2", "'Lý'"), ("F5", "Return", "Space"), ("F7", "'7777'")], ids=["new", "change", "pin"]
)
def test_every_page_fits_the_small_screen_at_the_largest_zoom(
    people: People, app: QApplication, keys: tuple[str, ...]
) -> None:
    """At 160 %, with a remark and the question about what was typed, a page stands within 1366 x 728."""
    apply_theme(app, Scheme.LIGHT, 160)
    people.keys(*keys, "F9", "Esc")
    assert people.remarks
    assert people.notice
    QApplication.processEvents()
    assert (people.screen.width(), people.screen.height()) == (1366, 728)


def test_the_table_is_a_model(qtmodeltester: ModelTester) -> None:
    """Qt's own checks, empty and filled."""
    check = cast("Callable[[QAbstractItemModel], None]", qtmodeltester.check)
    model = PeopleTable()
    check(model)
    model.show_rows(ROWS)
    check(model)
    assert model.row_of(None) is None
    assert model.person_at(2) is None


def test_no_pin_is_in_the_picture_of_an_answer() -> None:
    """What a log or a crash report could hold names no PIN."""
    answers = (
        PersonAnswer("Lê Ẩn", (Role.CLERK,), "7391", "7391"),
        NewPinAnswer("7391", "7391"),
        OwnPinAnswer("7391", "7391", "7391"),
    )
    assert not [answer for answer in answers if "7391" in repr(answer)]
