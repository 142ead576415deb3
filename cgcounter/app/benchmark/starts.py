"""Starts processes and takes the time until they tell a moment."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import cgcounter
from cgcounter.app.benchmark.measuring import Durations, Rounds, interleaved
from cgcounter.app.places import Folders

_NS_PER_MS: Final = 1e6
_PATIENCE_SECONDS: Final = 120
_BARE: Final = "from cgcounter.app.benchmark import bare_window; bare_window.show_bare_window()"
_PROGRAM: Final = """
import sys
from cgcounter.app.benchmark import start_probe
start_probe.{watch}()
from cgcounter.app.main import main
sys.exit(main(["--data", {home!r}]))
"""
_SURROUNDINGS: Final = {
    "QT_QPA_PLATFORM": "offscreen",
    # A measurement leaves no key in anybody's keyring.
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    "PYTHONPATH": str(Path(cgcounter.__file__).parents[1]),
}


class StartFailedError(RuntimeError):
    """A started process ended without telling its moment: a bug, with what the process said."""


def starts_beside_bare_window(watch: str, folders: Folders, *, rounds: int) -> Rounds:
    """Starts of the program on these folders, in turns with starts of a bare window; ``watch`` is a probe's."""
    code = _PROGRAM.format(watch=watch, home=str(folders.data.parent))
    return interleaved(lambda: _start(code), lambda: _start(_BARE), rounds=rounds)


def _start(code: str) -> Durations:
    begin = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | _SURROUNDINGS,
        capture_output=True,
        encoding="utf-8",
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
    if done.returncode or not done.stdout.strip():
        raise StartFailedError(done.stderr)
    return ((int(done.stdout) - begin) / _NS_PER_MS,)
