"""Starts processes and takes the time until they tell a moment."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
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
_SOURCES: Final = Path(cgcounter.__file__).parents[1]


class StartFailedError(RuntimeError):
    """A started process ended without telling its moment: a bug, with what the process said."""


def starts_beside_bare_window(watch: str, folders: Folders, *, rounds: int) -> Rounds:
    """Starts of the program on these folders, in turns with starts of a bare window; ``watch`` is a probe's."""
    home = folders.data.parent
    surroundings = _surroundings(home)
    program, bare = _PROGRAM.format(watch=watch, home=str(home)), _BARE
    return interleaved(
        lambda: _start(program, surroundings), lambda: _start(bare, surroundings), rounds=rounds
    )


def _surroundings(home: Path) -> dict[str, str]:
    """Off screen, with no keyring, and with the compiled modules that every start but the very first one finds."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(_SOURCES),
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
    }


def _start(code: str, surroundings: Mapping[str, str]) -> Durations:
    begin = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
    if done.returncode or not done.stdout.strip():
        raise StartFailedError(f"exit status {done.returncode}: {done.stderr}")
    return ((int(done.stdout) - begin) / _NS_PER_MS,)
