"""Runs a piece of Python in a process of its own, with the project on its path."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[2]
_PROLOGUE = """
import sys
from pathlib import Path
from cgcounter.services.ports import DataFileError
from cgcounter.storage.store import open_store
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life
KEY = bytes(range(32))
file = Path(sys.argv[1])
"""


def start(script: str, *arguments: Path | str) -> subprocess.Popen[str]:
    """Start a script; it knows ``file`` (its first argument), KEY, open_store, Life and DataFileError."""
    return subprocess.Popen(
        [sys.executable, "-c", _PROLOGUE + script, *map(str, arguments)],
        cwd=_PROJECT,
        env={**os.environ, "PYTHONPATH": str(_PROJECT), "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(script: str, *arguments: Path | str) -> str:
    """Run a script to its end and give what it printed; what it says on stderr fails the test."""
    with start(script, *arguments) as process:
        out, err = process.communicate()
    assert err == ""
    return out.strip()
