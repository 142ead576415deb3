"""What happens with a bug: it is written down without personal data, and the person at the counter is told."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

LOG = logging.getLogger("cgcounter.crash")


class CrashReports:
    """Collects bugs into a folder, one file each; values of variables and texts of errors are left out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told: list[Callable[[Path], None]] = []
        self._fault_file: TextIO | None = None

    def install(self) -> None:
        """Take over the hooks of the interpreter and of hard crashes."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self.report(args.exc_value or RuntimeError("thread"))
        try:
            self._fault_file = (self._folder / "fault.log").open("a", encoding="utf-8")
        except OSError:
            LOG.info("hard crashes are not written down: the folder of logs takes no file")
        else:
            faulthandler.enable(self._fault_file)

    def tell(self, listener: Callable[[Path], None]) -> None:
        """Call this with the report's file whenever a bug was met."""
        self._told.append(listener)

    def report(self, error: BaseException) -> None:
        """Write a bug down and tell the listeners."""
        stamp = datetime.now().astimezone()
        file = self._folder / f"crash-{stamp:%Y%m%d-%H%M%S-%f}.txt"
        try:
            file.write_text(describe(error), encoding="utf-8")
            LOG.error("a bug was written to %s", file.name)
        except OSError:
            LOG.error("a bug was not written down: %s", type(error).__qualname__)  # noqa: TRY400  a traceback is what the file would have held
        for listener in self._told:
            listener(file)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error)


def describe(error: BaseException) -> str:
    """Type and places of an error and of what caused it; never its text, which may hold a citizen's name."""
    parts = []
    seen: BaseException | None = error
    while seen is not None:
        places = traceback.extract_tb(seen.__traceback__)
        parts.append(type(seen).__qualname__)
        parts.extend(f"  {Path(place.filename).name}:{place.lineno} {place.name}" for place in places)
        seen = seen.__cause__ or seen.__context__
    return "\n".join(parts) + "\n"
