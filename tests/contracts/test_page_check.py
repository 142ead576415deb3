"""What a look at the pages of a data file promises."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cgcounter.services.ports import PageCheck
from cgcounter.storage.page_check import SqlPageCheck
from tests.contracts.conftest import KEY
from tests.fakes.fake_page_check import FakePageCheck


@pytest.fixture(params=["fake", "sql"])
def sound(request: pytest.FixtureRequest, blank_file: Path, tmp_path: Path) -> PageCheck:
    """A look at a file of which nothing is wrong."""
    if request.param == "fake":
        return FakePageCheck()
    return SqlPageCheck(shutil.copyfile(blank_file, tmp_path / "sound.db"), KEY)


@pytest.fixture(params=["fake", "sql"])
def damaged(request: pytest.FixtureRequest, blank_file: Path, tmp_path: Path) -> PageCheck:
    """A look at a file whose last page is not what was written."""
    if request.param == "fake":
        fake = FakePageCheck()
        fake.is_damaged = True
        return fake
    content = bytearray(blank_file.read_bytes())
    content[-2000] ^= 0xFF
    (tmp_path / "damaged.db").write_bytes(content)
    return SqlPageCheck(tmp_path / "damaged.db", KEY)


def test_in_a_sound_file_nothing_is_found(sound: PageCheck) -> None:
    """As often as one looks."""
    assert [sound.finds_damage() for _ in range(2)] == [False, False]


def test_damage_is_found(damaged: PageCheck) -> None:
    """As often as one looks: nothing is mended."""
    assert [damaged.finds_damage() for _ in range(2)] == [True, True]


def test_after_a_stop_nothing_is_looked_at(damaged: PageCheck) -> None:
    """The program closes; a second stop is none too many."""
    damaged.stop()
    damaged.stop()
    assert not damaged.finds_damage()
