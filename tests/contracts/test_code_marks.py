"""What the second memory of issued numbers promises."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cgcounter.services.ports import CodeMarks
from cgcounter.storage.code_marks import FileCodeMarks
from tests.fakes.fake_code_marks import FakeCodeMarks

TODAY = date(2022, 3, 10)
TOMORROW = date(2022, 3, 11)


@pytest.fixture(params=["fake", "file"])
def marks(request: pytest.FixtureRequest, tmp_path: Path) -> CodeMarks:
    """An empty memory of either kind."""
    return FakeCodeMarks() if request.param == "fake" else FileCodeMarks(tmp_path / "marks.txt")


def test_nothing_is_remembered_at_first(marks: CodeMarks) -> None:
    """A slot and day in which nothing was given out has no mark."""
    assert marks.highest(1, TODAY) is None


def test_the_highest_number_is_remembered(marks: CodeMarks) -> None:
    """A mark rises and never falls, for each slot and day by itself."""
    for serial in (1001, 1003, 1002):
        marks.raise_to(1, TODAY, serial)
    marks.raise_to(2, TODAY, 2001)
    assert marks.highest(1, TODAY) == 1003
    assert marks.highest(2, TODAY) == 2001
    assert marks.highest(1, TOMORROW) is None
