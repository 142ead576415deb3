"""Two counters of an office and a real district server: what one did, the other knows."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cgcounter.app import places
from cgcounter.app.clocks import DemoClock
from cgcounter.app.demo.office import COUNTER, DEMO_START, OFFICE, PEOPLE, actor_of
from cgcounter.app.opening import Office, open_office
from cgcounter.app.reference_files import seed_data
from cgcounter.domain.offices import Counter
from cgcounter.domain.people import Person
from cgcounter.services.intake import Intake
from cgcounter.services.ports import View
from cgcounter.services.settings import Settings

TOP = Path(__file__).resolve().parents[2]
BIRTH = "1.004884"


def run(*words: str) -> str:
    """What a command says; it must not fail."""
    done = subprocess.run(
        [sys.executable, "main.py", *words], cwd=TOP, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class District:
    """A real server process."""

    def __init__(self, home: Path) -> None:
        self.home = home
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.words = ("--data", str(home), "--port", str(self.port))
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen([sys.executable, "main.py", "serve", *self.words], cwd=TOP)
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with socket.socket() as line:
                if line.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("the district does not listen")

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def invite(self, office: str, slot: int) -> str:
        return run("serve", *self.words, "--invite", office, "--slot", str(slot)).strip()


@pytest.fixture
def district(tmp_path: Path) -> Iterator[District]:
    """A district that serves."""
    district = District(tmp_path / "district")
    district.start()
    yield district
    district.kill()


@pytest.fixture
def make_counter(tmp_path: Path) -> Iterator[Callable[[int], CounterHome]]:
    """Sets a counter of the demo office up."""
    made: list[CounterHome] = []

    def make(slot: int) -> CounterHome:
        made.append(CounterHome(tmp_path / f"counter-{slot}", slot))
        return made[-1]

    yield make
    for one in made:
        one.close()


class CounterHome:
    """A counter's folders, with its file open between the commands."""

    def __init__(self, home: Path, slot: int) -> None:
        self.home = home
        self.folders = places.Folders.under(home, uses_keyring=False)
        office = self._open()
        office.cases.set_up_office(
            OFFICE, Counter(slot, f"{COUNTER.name} {slot}"), PEOPLE, seed_data(places.resources())
        )
        office.close()

    def _open(self) -> Office:
        return open_office(self.folders, Settings, DemoClock(DEMO_START))

    def close(self) -> None:
        """Nothing is open between the commands."""

    def receive(self, name: str) -> str:
        """Take a dossier in; its code."""
        office = self._open()
        with office.store.look() as reading:
            actor = actor_of(reading.reference.staff()[0])
        dossier = office.cases.receive_dossier(
            actor, Intake(procedure_code=BIRTH, applicant=Person(name=name), fee_typed=8000)
        )
        office.close()
        return dossier.code

    def codes(self) -> set[str]:
        """The codes of all dossiers here."""
        office = self._open()
        lines = office.cases.list_dossiers(View.ALL).lines
        office.close()
        return {line.code for line in lines}

    def sync(self, *words: str) -> dict[str, int]:
        """One cycle."""
        figures: dict[str, int] = json.loads(run("sync", "--data", str(self.home), "--json", *words))
        return figures


def test_two_counters_know_what_both_did(
    district: District, make_counter: Callable[[int], CounterHome]
) -> None:
    """Received off line at the same time, exchanged, and then there is nothing more to say."""
    first, second = make_counter(1), make_counter(2)
    codes = {first.receive("Đỗ Thị Thử"), second.receive("Bùi Văn Thử")}
    assert len(codes) == 2
    assert first.sync("--join", district.invite("xa-cao-an", 1))["pushed"] == 1
    assert second.sync("--join", district.invite("xa-cao-an", 2)) == {
        "pushed": 1,
        "pulled": 1,
        "healed": 0,
        "quarantined": 0,
    }
    assert first.sync()["pulled"] == 1
    assert first.codes() == second.codes() == codes
    assert set(first.sync().values()) == {0}


def test_a_killed_district_is_no_line_and_loses_nothing(
    district: District, make_counter: Callable[[int], CounterHome]
) -> None:
    """Its counter is told in a sentence; when it is back, what was done meanwhile goes there."""
    counter = make_counter(1)
    counter.sync("--join", district.invite("xa-cao-an", 1))
    district.kill()
    counter.receive("Đỗ Thị Thử")
    done = subprocess.run(
        [sys.executable, "main.py", "sync", "--data", str(counter.home)],
        cwd=TOP,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    district.start()
    assert counter.sync()["pushed"] == 1
