"""The second memory of issued running numbers, outside the data folder (design: sync, section 7).

A text file that only grows, one line a number: ``slot day serial``. A line cut short by a power cut counts for
nothing. Nothing in it tells anything about a person.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from cgcounter.storage.failures import disk_trouble

_LINE: Final = re.compile(rb"([1-9]) ([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{4})\n")
_MOST_BYTES: Final = 100_000
_PLACES_KEPT: Final = 1000


class CodeMark(Struct, frozen=True):
    """The highest running number that was given out in a slot on a day."""

    slot: int
    day: date
    serial: int


class FileCodeMarks:
    """Marks in one small file; each is on the disk before ``raise_to`` returns."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._serials: dict[tuple[int, date], int] | None = None

    def raise_to(self, slot: int, day: date, serial: int) -> None:
        """Remember a number that was given out; a lower one than before changes nothing."""
        serials = self._known()
        if serial <= serials.get((slot, day), 0):
            return
        with disk_trouble():
            self._append(f"{slot} {day.isoformat()} {serial:04d}\n".encode("ascii"))
        serials.pop((slot, day), None)
        serials[slot, day] = serial

    def highest(self, slot: int, day: date) -> int | None:
        """The highest number of a slot and day; None when none is remembered."""
        return self._known().get((slot, day))

    def all(self) -> tuple[CodeMark, ...]:
        """Every mark that is remembered, for the opening of the data file."""
        return tuple(CodeMark(slot, day, serial) for (slot, day), serial in self._known().items())

    def _known(self) -> dict[tuple[int, date], int]:
        if self._serials is None:
            with disk_trouble():
                self._serials = self._read()
        return self._serials

    def _read(self) -> dict[tuple[int, date], int]:
        if not self._file.exists():
            return {}
        content = self._file.read_bytes()
        serials: dict[tuple[int, date], int] = {}
        for line in content.splitlines(keepends=True):
            mark = _mark(line)
            if mark is not None:
                place = mark.slot, mark.day
                serials[place] = max(mark.serial, serials.pop(place, 0))
        if len(content) > _MOST_BYTES or not content.endswith(b"\n"):
            serials = self._rewrite(serials)
        return serials

    def _rewrite(self, serials: dict[tuple[int, date], int]) -> dict[tuple[int, date], int]:
        """Write the file anew with the marks raised last, one line each: late entries raise those of old days too."""
        kept = dict(list(serials.items())[-_PLACES_KEPT:])
        part = self._file.with_name(f"{self._file.name}.part")
        with part.open("wb") as out:
            for (slot, day), serial in kept.items():
                out.write(f"{slot} {day.isoformat()} {serial:04d}\n".encode("ascii"))
            out.flush()
            os.fsync(out.fileno())
        part.replace(self._file)
        return kept

    def _append(self, line: bytes) -> None:
        with self._file.open("ab") as out:
            out.write(line)
            out.flush()
            os.fsync(out.fileno())


def _mark(line: bytes) -> CodeMark | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found[2].decode("ascii"))
    except ValueError:
        return None
    return CodeMark(int(found[1]), day, int(found[3]))
