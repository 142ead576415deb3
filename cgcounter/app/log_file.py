"""The log of the program: what happened to it, never to whom."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

NAME: Final = "cgcounter.log"
_BYTES: Final = 1_000_000
_FORMER: Final = 3
_LINE: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_OURS = logging.getLogger("cgcounter")


class LogFile:
    """Takes what the loggers of the program say into a file of the folder, from its making to `close`."""

    def __init__(self, folder: Path) -> None:
        self._handler: logging.Handler | None = None
        try:
            self._handler = RotatingFileHandler(
                folder / NAME, maxBytes=_BYTES, backupCount=_FORMER, encoding="utf-8"
            )
        except OSError:
            _OURS.info("there is no log: its folder takes no file")
        else:
            self._handler.setFormatter(logging.Formatter(_LINE))
            _OURS.addHandler(self._handler)

    def close(self) -> None:
        """Write nothing more."""
        if self._handler is not None:
            _OURS.removeHandler(self._handler)
            self._handler.close()
