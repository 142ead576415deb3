"""What doctor finds, and that it finds what is wrong."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.storage import health, tables
from cgcounter.storage.backup import SqlBackups
from cgcounter.storage.code_marks import CodeMark
from cgcounter.storage.engine import Access, connect
from cgcounter.storage.health import Finding, Level, examine, is_sound
from cgcounter.storage.keys import KeyPlace, StoredKey
from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Transaction
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life, named

_COLUMNS = ", ".join(column.name for column in tables.dossier.columns if column.name != "number")
ONE_ROW_TOO_MANY = f"INSERT INTO dossier SELECT number + 99, {_COLUMNS} FROM dossier LIMIT 1"  # noqa: S608  our own names
NOW = datetime(2022, 3, 11, 8, 0, tzinfo=TIME_ZONE)


@pytest.fixture
def closed_file(store: SqlStore, ids: FakeIds, tmp_path: Path) -> Path:
    """A closed file of a sound office: three dossiers, a backup."""
    first, second, third = Life(ids, 1001), Life(ids, 1002), Life(ids, **named("Bùi Văn Chối"))
    with store.begin() as unit:
        unit.log.append([first.received(), first.printed(), second.received(), third.refused()])
        unit.commit()
    SqlBackups(store).make(tmp_path / "backups", at=NOW - timedelta(hours=15))
    store.close()
    return store.file


def look(file: Path, key: bytes, **kwargs: object) -> dict[str, Finding]:
    """The findings by their codes."""
    stored = StoredKey(key, KeyPlace.FILE)
    findings = examine(file, stored, now=NOW, **kwargs)  # type: ignore[arg-type]  # only marks are given
    return {finding.code: finding for finding in findings}


def change(file: Path, key: bytes, *statements: str) -> None:
    """Do to the file what the program never does."""
    with closing(connect(file, key, Access.WRITE)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_file_is_told_in_figures(closed_file: Path, key: bytes) -> None:
    """Every look has its finding; of a sound file only the place of the key is a warning."""
    found = look(closed_file, key)
    assert {code: finding.level for code, finding in found.items()} == {
        "sqlite_version": Level.OK,
        "key_in_file": Level.WARNING,
        "free_disk": Level.OK,
        "revision": Level.OK,
        "pages_whole": Level.OK,
        "chain_whole": Level.OK,
        "projections_equal": Level.OK,
        "codes_unique": Level.OK,
        "marks_known": Level.OK,
        "backup_age": Level.OK,
    }
    assert found["chain_whole"].facts == {"events": 4}
    assert found["projections_equal"].facts == {"dossiers": 3}
    assert found["backup_age"].facts == {"hours": 15}
    assert is_sound(found.values())


def test_a_look_changes_nothing(closed_file: Path, key: bytes) -> None:
    """The file is byte for byte what it was."""
    before = closed_file.read_bytes()
    look(closed_file, key)
    assert closed_file.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE event SET body = zeroblob(9) WHERE seq = 2", "chain_broken"),
        ("UPDATE event SET hash = zeroblob(32) WHERE seq = 3", "chain_broken"),
        ("UPDATE event SET seq = 9 WHERE seq = 4", "chain_broken"),
        ("UPDATE event SET event_id = zeroblob(16) WHERE seq = 1", "chain_broken"),
        ("DELETE FROM event WHERE seq = 1", "chain_broken"),
        ("UPDATE origin_head SET seq = 3", "chain_broken"),
        ("UPDATE origin_head SET hash = zeroblob(32)", "chain_broken"),
        ("UPDATE dossier SET name = 'x' WHERE number = 1", "projections_differ"),
        ("UPDATE dossier SET pending_due_at = NULL", "projections_differ"),
        ("UPDATE dossier SET begun_at = begun_at + 1 WHERE number = 3", "projections_differ"),
        ("DELETE FROM dossier WHERE number = 1", "projections_differ"),
        ("DELETE FROM dossier_event WHERE event = 2", "projections_differ"),
        (ONE_ROW_TOO_MANY, "projections_differ"),
        ("INSERT INTO dossier_name(dossier_name) VALUES ('delete-all')", "full_text_differs"),
    ],
)
def test_what_is_wrong_is_found(closed_file: Path, key: bytes, statement: str, code: str) -> None:
    """Bytes, links, numbers, ids, heads, rows, links of rows and words: each change shows."""
    change(closed_file, key, statement)
    found = look(closed_file, key)
    assert found[code].level is Level.ERROR
    assert not is_sound(found.values())


def test_nobody_waits_for_a_look(closed_file: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """While doctor reads the log, an act at the counter gets through."""
    acts = []

    def act_meanwhile(look: Transaction) -> Finding:
        with closing(connect(closed_file, key, Access.WRITE, wait_ms=0)) as connection:
            acts.append(connection.execute("UPDATE meta SET value = value").rowcount)
        return Finding("chain_whole", Level.OK)

    monkeypatch.setattr(health, "_chain", act_meanwhile)
    assert is_sound(look(closed_file, key).values())
    assert acts == [3]


def test_projections_of_another_version_are_told(closed_file: Path, key: bytes) -> None:
    """They are not wrong; they are made anew at the next opening."""
    change(closed_file, key, "UPDATE meta SET value = zeroblob(1) WHERE key = 'projection_version'")
    assert look(closed_file, key)["projections_old"].level is Level.WARNING


def test_clashing_codes_are_told(store: SqlStore, ids: FakeIds, key: bytes) -> None:
    """Two dossiers of one code are a warning with their number."""
    with store.begin() as unit:
        unit.log.append([Life(ids, 1001).received(), Life(ids, 1001).received()])
        unit.commit()
    store.close()
    assert look(store.file, key)["code_clashes"] == Finding("code_clashes", Level.WARNING, {"dossiers": 1})


def test_marks_ahead_of_the_file_are_told(closed_file: Path, key: bytes) -> None:
    """A file that is older than the second memory is a copy."""
    found = look(closed_file, key, marks=[CodeMark(1, date(2022, 3, 10), 1003)])
    assert found["older_than_marks"].level is Level.WARNING


def test_backups_are_asked_for(file: Path, closed_file: Path, key: bytes, tmp_path: Path) -> None:
    """No backup, and one of three days ago, are warnings."""
    change(
        closed_file,
        key,
        "UPDATE meta SET value = CAST('2022-03-08T08:00:00+07:00' AS BLOB) WHERE key = 'last_backup'",
    )
    assert look(closed_file, key)["backup_age"] == Finding("backup_age", Level.WARNING, {"hours": 72})
    change(closed_file, key, "DELETE FROM meta WHERE key = 'last_backup'")
    assert look(closed_file, key)["backup_missing"].level is Level.WARNING


def test_a_key_in_the_keyring_is_well_kept(closed_file: Path, key: bytes) -> None:
    """Only a key file is warned of."""
    findings = examine(closed_file, StoredKey(key, KeyPlace.KEYRING), now=NOW)
    assert all(finding.level is Level.OK for finding in findings)


def test_little_room_is_told(closed_file: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the disk is full there is a warning."""
    monkeypatch.setattr(health, "LITTLE_SPACE_BYTES", 2**80)
    assert look(closed_file, key)["free_disk"].level is Level.WARNING


def test_a_missing_folder_is_told(tmp_path: Path, key: bytes) -> None:
    """Where there is no folder there is neither a file nor a disk to measure."""
    found = look(tmp_path / "gone" / "counter.db", key)
    assert found["free_disk_unknown"].level is Level.WARNING
    assert found["file_missing"].level is Level.ERROR


@pytest.mark.parametrize(
    ("trouble", "code"),
    [("key", "wrong_key"), ("gone", "file_missing"), ("cut", "damaged_file"), ("newer", "newer_file")],
)
def test_a_file_that_does_not_open_is_a_finding(
    closed_file: Path, key: bytes, trouble: str, code: str
) -> None:
    """Doctor answers about a file that cannot be used, in one finding instead of the rest."""
    if trouble == "gone":
        closed_file.unlink()
    elif trouble == "cut":
        closed_file.write_bytes(closed_file.read_bytes()[:8192])
    elif trouble == "newer":
        change(closed_file, key, "UPDATE alembic_version SET version_num = '9999'")
    found = look(closed_file, bytes(32) if trouble == "key" else key)
    assert found[code].level is Level.ERROR
    assert "chain_whole" not in found


def test_findings_tell_nothing_of_people(closed_file: Path, key: bytes) -> None:
    """No name, number or path is in a finding, also of a file with trouble."""
    change(closed_file, key, "UPDATE dossier SET name = 'x'")
    told = msgspec.json.encode(examine(closed_file, StoredKey(key, KeyPlace.FILE), now=NOW)).decode()
    for secret in ("Thử", "Chối", "030190001234", "0912345678", str(closed_file.parent), key.hex()):
        assert secret not in told
