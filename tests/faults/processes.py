"""Processes of the program and of its helpers, each with an environment that says nothing about this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cgcounter.app import places
from cgcounter.app.opening import keys_of
from tests.storage import child

ROOT = Path(__file__).resolve().parents[2]
# A keyring or a screen of whoever runs the tests is none of their business.
_LEFT_OUT = {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
PATIENCE_SECONDS = 120


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a process is started with: no display, no keyring, the project on its path."""
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **(more or {})}


@contextmanager
def started(
    script: str,
    *words: Path | str,
    more: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    before: tuple[str, ...] = (),
) -> Iterator[subprocess.Popen[str]]:
    """A script of this project at work, killed when it is left; ``before`` wraps its command."""
    process = subprocess.Popen(
        [*before, sys.executable, str(ROOT / script), *map(str, words)],
        cwd=cwd,
        env=environment(more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def run_main(
    *words: Path | str,
    more: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    before: tuple[str, ...] = (),
) -> subprocess.CompletedProcess[str]:
    """Run ``main.py`` with these words to its end."""
    with started("main.py", *words, more=more, cwd=cwd, before=before) as process:
        out, err = process.communicate(timeout=PATIENCE_SECONDS)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@contextmanager
def held_by_another_process(folders: places.Folders) -> Iterator[None]:
    """Another process has begun to write to the data file and does not end."""
    key = keys_of(folders).get().key
    with child.start(_HOLD, folders.data_file, key.hex()) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield
        finally:
            holder.kill()


_HOLD = """
from cgcounter.storage.engine import Access, connect
connection = connect(file, bytes.fromhex(sys.argv[2]), Access.WRITE)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""
