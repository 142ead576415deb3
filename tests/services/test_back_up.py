"""Copies are made into the office's folder, or into another one."""

from pathlib import Path

import pytest

from cgcounter.services.ports import DataFileError
from tests.services.desk import Desk, at


def test_a_copy_goes_to_the_office_s_folder(desk: Desk) -> None:
    """Without another wish the copy lies in the backup folder and bears the time of now."""
    report = desk.cases.back_up()
    assert (report.file.parent, report.made_at) == (Path("copies"), at(10, 8, 15))


def test_a_change_of_the_folder_counts_at_once(desk: Desk) -> None:
    """Who sets another folder has the next copy there, without a new start."""
    desk.cases.back_up()
    desk.copies = Path("other disk")
    assert desk.cases.back_up().file.parent == Path("other disk")


def test_a_copy_goes_where_it_is_asked_for(desk: Desk) -> None:
    """A stick of the clerk's, for once."""
    assert desk.cases.back_up(Path("stick")).file.parent == Path("stick")


def test_the_newest_copy_is_known(desk: Desk) -> None:
    """There is none at first; then the time of the last good one is told."""
    assert desk.cases.back_up.last_made_at() is None
    desk.cases.back_up()
    desk.clock.advance(hours=1)
    desk.cases.back_up()
    assert desk.cases.back_up.last_made_at() == at(10, 9, 15)


def test_a_copy_that_fails_is_told_and_does_not_count(desk: Desk) -> None:
    """The last good copy stays the newest."""
    desk.cases.back_up()
    desk.clock.advance(hours=1)
    desk.backups.fails = True
    with pytest.raises(DataFileError):
        desk.cases.back_up()
    assert desk.cases.back_up.last_made_at() == at(10, 8, 15)
