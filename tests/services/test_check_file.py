"""The data file is looked at; what is found is told with the backup that there is, or that there is none."""

import pytest

from cgcounter.services.check_file import DamageFoundError, DamageWithoutBackupError
from cgcounter.services.ports import DataFileError
from tests.services.desk import Desk


def test_of_a_sound_file_nothing_is_told(desk: Desk) -> None:
    """One look, no words."""
    desk.cases.check_file()
    assert desk.pages.looks == 1


def test_damage_is_told_with_the_newest_backup(desk: Desk) -> None:
    """Day and hour of the copy that can be put back."""
    desk.cases.back_up()
    desk.clock.advance(hours=1)
    desk.cases.back_up()
    desk.pages.is_damaged = True
    with pytest.raises(DamageFoundError) as found:
        desk.cases.check_file()
    assert found.value.fields == {"backup_at": "09:15 10/03/2022"}


def test_damage_without_a_backup_promises_none(desk: Desk) -> None:
    """Nobody is sent to look for a copy that was never made."""
    desk.pages.is_damaged = True
    with pytest.raises(DamageWithoutBackupError):
        desk.cases.check_file()


def test_the_damaged_page_may_be_the_one_that_knows_the_backup(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read is not promised."""

    def unreadable() -> None:
        raise DataFileError

    desk.pages.is_damaged = True
    monkeypatch.setattr(desk.backups, "last_made_at", unreadable)
    with pytest.raises(DamageWithoutBackupError):
        desk.cases.check_file()


def test_a_look_that_fails_is_no_damage(desk: Desk) -> None:
    """Other trouble is told as what it is."""
    desk.pages.failure = DataFileError()
    with pytest.raises(DataFileError):
        desk.cases.check_file()


def test_a_stopped_look_finds_nothing(desk: Desk) -> None:
    """The program closes: nobody is there to be told."""
    desk.pages.is_damaged = True
    desk.cases.check_file.stop()
    desk.cases.check_file()
    assert desk.pages.looks == 0
