"""Killed at any moment and started again, the program has lost nothing that was acknowledged."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from cgcounter.app import places
from cgcounter.app.clocks import SystemClock
from cgcounter.app.demo.office import DEMO_START
from cgcounter.app.opening import build_office, keys_of, marks_of, open_existing
from cgcounter.documents.raster import page_text
from cgcounter.domain.codes import parse_code
from cgcounter.domain.dossier import Status
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.services.ports import View
from cgcounter.services.settings import Settings
from cgcounter.storage.health import examine, is_sound
from tests.faults import processes

KILLS = int(os.environ.get("CGCOUNTER_KILLS", "8"))
SEED = 310
MOST_STEPS, LONGEST_START = 12, 1.5
TURNS_A_DAY = 10
FIRST_SERIAL = 1001


class Acknowledged(NamedTuple):
    """What citizens hold in their hands, and what the window has told the clerk."""

    receipts: set[str]
    steps: Counter[str]
    returned: set[str]


@pytest.mark.timeout(60 + 20 * KILLS)
def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    """Killed at seeded moments, at its start and at work, it finds every dossier whose receipt was written."""
    moments = Random(SEED)  # noqa: S311  a repeatable draw, no secret
    home, said = tmp_path / "counter", list[str]()
    for turn in range(KILLS):
        said += _work_until_killed(home, turn, moments)
        if (home / "data" / "counter.db").exists():
            # A copy is read, so that the next start finds the file as the kill has left it.
            copy = tmp_path / "copy"
            shutil.copytree(home, copy)
            _require_whole(copy, _acknowledged(home, said))
            shutil.rmtree(copy)
    known = _acknowledged(home, said)
    assert not [line for line in said if line.startswith("failed")]
    assert len(known.receipts) >= KILLS // 2
    print(f"{KILLS} kills, {len(known.receipts)} receipts, {known.steps.total()} steps: nothing lost")  # noqa: T201  the figure that the long run is made for


def _work_until_killed(home: Path, turn: int, moments: Random) -> list[str]:
    """Let the clerk begin, or begin and work a while; what the window acknowledged before the kill."""
    day = DEMO_START + timedelta(days=7 * (turn // TURNS_A_DAY), minutes=10 * (turn % TURNS_A_DAY))
    words = (home, day.isoformat(), str(turn))
    with processes.started(
        "tests/faults/counter_at_work.py", *words, more={"QT_QPA_PLATFORM": "offscreen"}
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said: list[str] = []
        if turn % 2:
            # The first line says that the desk is open.
            said = [process.stdout.readline() for _ in range(1 + moments.randrange(MOST_STEPS))]
            assert all(said), process.stderr.read()
            time.sleep(moments.uniform(0, 0.2))
        else:
            time.sleep(moments.uniform(0, LONGEST_START))
        process.send_signal(signal.SIGKILL)
        rest, complaints = process.communicate()
    assert process.returncode == -signal.SIGKILL, complaints
    assert "Traceback" not in complaints
    whole = [*said, *(line for line in rest.splitlines(keepends=True) if line.endswith("\n"))]
    return [line.strip() for line in whole if line != "open\n"]


def _acknowledged(home: Path, said: Sequence[str]) -> Acknowledged:
    """Receipts by their codes, each file whole and of the dossier that its name says; steps by their kind."""
    receipts: set[str] = set()
    for file in (home / "papers").glob("*.pdf"):
        form, _, rest = file.stem.partition("-")
        code = rest.partition(" ")[0]
        assert form == "RECEIPT"
        assert code in "\n".join(page_text(file.read_bytes())), f"{file.name} is not whole"
        receipts.add(code)
    done = [line.removeprefix("ok ") for line in said if line.startswith("ok ")]
    steps = Counter(" ".join(step.split()[:-1]) for step in done)
    returned = {step.split()[-1] for step in done if step.startswith(("return", "process"))}
    return Acknowledged(receipts, steps, returned)


def _require_whole(home: Path, known: Acknowledged) -> None:
    """By the program's own reading: all that was acknowledged is there, once, and the file is sound."""
    folders = places.Folders.under(home, uses_keyring=False)
    lines = _dossiers(folders)
    codes = [line.code for line in lines]
    assert known.receipts <= set(codes)
    assert len(codes) == len(set(codes))
    assert known.returned <= {line.code for line in lines if line.status is Status.RETURNED}
    today = [line for line in lines if line.received_at and line.received_at >= DEMO_START]
    assert len(today) >= known.steps["receive"] + known.steps["at once"]
    _require_no_gap(today)
    findings = examine(
        folders.data_file, keys_of(folders).get(), now=SystemClock().now(), marks=marks_of(folders).all()
    )
    assert is_sound(findings), findings
    assert {"codes_unique", "marks_known"} <= {one.code for one in findings}


def _dossiers(folders: places.Folders) -> tuple[DossierLine, ...]:
    store = open_existing(folders)
    try:
        office = build_office(store, folders, Settings, SystemClock())
        return office.cases.list_dossiers(View.ALL, limit=100_000).lines
    finally:
        store.close()


def _require_no_gap(lines: Sequence[DossierLine]) -> None:
    """The running numbers of a day go on where they stood at the kill."""
    serials: dict[date, list[int]] = defaultdict(list)
    for line in lines:
        parsed = parse_code(line.code)
        serials[parsed.day].append(parsed.serial)
    for numbers in serials.values():
        assert sorted(numbers) == list(range(FIRST_SERIAL, FIRST_SERIAL + len(numbers)))
