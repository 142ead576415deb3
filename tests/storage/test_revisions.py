"""Every released file opens; a file of the future is refused; a step that fails changes nothing."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.dossier import Status
from cgcounter.services.ports import NotSetUpError, TileCounts, View
from cgcounter.storage import revisions, tables
from cgcounter.storage.alchemy import make_engine
from cgcounter.storage.engine import Access, connect
from cgcounter.storage.failures import DamagedFileError, NewerFileError
from cgcounter.storage.store import SqlStore, open_store
from cgcounter.storage.transaction import Sql
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life

OLD_DATABASES = Path(__file__).resolve().parent.parent / "old_databases"
CURRENT = revisions.HEAD
OLD_KEY = bytes.fromhex("6f6c642064617461626173657320617265206f70656e656420666f7265766572")


def test_head_equals_the_tables(file: Path, key: bytes) -> None:
    """The steps lead to exactly the tables that the program works with."""
    engine = make_engine(file, key, Access.READ)
    options = {"include_object": lambda _, name, kind, *__: kind != "table" or name in tables.LOG.tables}
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.LOG) == []
    engine.dispose()


def test_the_known_revisions_are_the_steps() -> None:
    """What the program names without Alembic is what Alembic's steps are, in their order."""
    config = Config()
    config.set_main_option("script_location", str(revisions._SCRIPTS))
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(steps)) == revisions.KNOWN
    assert steps[0] == revisions.HEAD


def set_revision(file: Path, key: bytes, statement: str) -> None:
    """Change what the file says about itself."""
    with closing(connect(file, key, Access.WRITE)) as connection:
        connection.execute(statement)


def test_a_newer_file_is_refused_and_kept(file: Path, key: bytes) -> None:
    """A file of a newer version of the program is not touched; the error names its revision."""
    set_revision(file, key, "UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()
    with pytest.raises(NewerFileError) as caught:
        open_store(file, key)
    assert caught.value.code == "newer_file"
    assert caught.value.fields == {"revision": "9999"}
    assert file.read_bytes() == before


@pytest.mark.parametrize("statement", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_file_without_a_revision_is_none_of_ours(file: Path, key: bytes, statement: str) -> None:
    """An encrypted database that no version of the program has made is refused."""
    set_revision(file, key, statement)
    with pytest.raises(DamagedFileError):
        open_store(file, key)


STEP = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9998", "0002", None, None
def upgrade():
    op.create_table("token", sa.Column("seq", sa.Integer(), primary_key=True))
    with op.batch_alter_table("draft") as draft:
        draft.add_column(sa.Column("at", sa.String()))
"""


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as its next version might be: one more step, whose module can be written."""
    scripts = tmp_path / "migrations"
    shutil.copytree(revisions._SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(revisions, "_SCRIPTS", scripts)
    monkeypatch.setattr(revisions, "HEAD", "9998")
    monkeypatch.setattr(revisions, "KNOWN", (*revisions.KNOWN, "9998"))
    step = scripts / "versions" / "r9998_token.py"
    step.write_text(STEP, encoding="utf-8")
    return step


def test_an_older_file_is_copied_and_led_up(
    store: SqlStore, ids: FakeIds, key: bytes, next_version: Path
) -> None:
    """Opening an older file leaves a copy of it beside, adds the new tables and keeps what was in it."""
    life = Life(ids)
    with store.begin() as unit:
        unit.log.append([life.received()])
        unit.drafts.save(life.events[0].actor, b"typed")
        unit.commit()
    store.close()
    with closing(open_store(store.file, key)) as upgraded, upgraded.look() as reading:
        assert reading.log.history(life.dossier) == tuple(life.events)
        assert reading.drafts.load(life.events[0].actor) == b"typed"
    beside = store.file.with_name(f"counter-revision-{CURRENT}.db")
    assert {entry.name for entry in store.file.parent.iterdir()} == {store.file.name, beside.name}
    with closing(connect(beside, key, Access.INSPECT)) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == (CURRENT,)
        assert copy.execute("SELECT count(*) FROM event").fetchone() == (1,)
    with closing(connect(store.file, key, Access.READ)) as connection:
        assert connection.execute("SELECT count(*) FROM token").fetchone() == (0,)


def test_a_step_that_fails_changes_nothing(
    store: SqlStore, ids: FakeIds, key: bytes, next_version: Path
) -> None:
    """A failing upgrade is rolled back whole: the file is what it was, under its old revision."""
    with store.begin() as unit:
        unit.log.append([Life(ids).received()])
        unit.commit()
    store.close()
    next_version.write_text(STEP + "    raise ArithmeticError\n", encoding="utf-8")
    with pytest.raises(ArithmeticError):
        open_store(store.file, key)
    with closing(connect(store.file, key, Access.READ)) as connection:
        found = connection.execute("SELECT name FROM sqlite_schema WHERE name = 'token'").fetchall()
        assert found == []
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (CURRENT,)


@pytest.fixture
def old_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a released file."""
    return Path(shutil.copyfile(OLD_DATABASES / request.param, tmp_path / request.param))


@pytest.mark.parametrize("old_file", ["revision-0001-empty.db"], indirect=True)
def test_an_empty_file_of_revision_1_opens(old_file: Path) -> None:
    """A file in which nothing was done yet opens, asks for the set-up and can be worked on."""
    with closing(open_store(old_file, OLD_KEY)) as store:
        with store.look() as reading, pytest.raises(NotSetUpError):
            reading.reference.office()
        with store.begin() as unit:
            unit.log.append([Life(FakeIds(), 1001).received()])
            unit.commit()


@pytest.mark.parametrize("old_file", ["revision-0001-filled.db"], indirect=True)
def test_a_filled_file_of_revision_1_opens(old_file: Path) -> None:
    """A morning's work of an invented office is all there: dossiers, numbers, office, people, draft."""
    now = datetime(2022, 3, 11, 9, 0, tzinfo=TIME_ZONE)
    with closing(open_store(old_file, OLD_KEY)) as store, store.begin() as unit:
        assert unit.reference.office().office_name == "UBND XÃ CAO AN"
        assert unit.reference.counter().slot == 1
        assert [member.name for member in unit.reference.staff()] == ["Lê Thị Ẩn"]
        assert unit.reference.catalogue().catalogue.find("1.004884") is not None
        page = unit.dossiers.page(View.ALL, now=now, after=None, limit=9)
        assert [(line.code, line.name, line.status) for line in page.lines] == [
            ("", "Bùi Văn Chối", Status.REFUSED),
            ("H23.99-220310-1003", "Đỗ Đình Đức", Status.RETURNED),
            ("H23.99-220310-1002", "Trần Thị Dương", Status.IN_PROGRESS),
            ("H23.99-220310-1001", "Nguyễn Thị Đỗ Quyên", Status.ACCEPTED),
        ]
        assert unit.dossiers.counts(now) == TileCounts()
        assert [line.code for line in unit.dossiers.search("quyên", limit=9)] == ["H23.99-220310-1001"]
        assert len(unit.log.history(page.lines[1].id)) == 4
        assert unit.numbers.next_serial(1, date(2022, 3, 10)) == 1004
        assert unit.numbers.next_register_number("01/2022", 2022) == 4
        assert unit.drafts.load(unit.reference.staff()[0].id) == b"typed"


@pytest.mark.parametrize("old_file", ["revision-0001-filled.db"], indirect=True)
def test_the_projections_of_revision_1_can_be_made_anew(old_file: Path) -> None:
    """The log of an old file still makes the rows that stand beside it."""
    from tests.storage.test_projections import contents

    with closing(open_store(old_file, OLD_KEY)) as store, store.write() as act:
        before = contents(act)
        act.run(Sql("UPDATE meta SET value = zeroblob(1) WHERE key = 'projection_version'"))
        from cgcounter.storage import projections

        projections.rebuild(act)
        assert contents(act) == before
