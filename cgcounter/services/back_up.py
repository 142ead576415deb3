"""A verified copy of the data file is made by hand, by the hour and on closing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cgcounter.services.ports import BackupReport, Backups, Clock


class BackUp:
    """Makes copies; each is opened and compared before it counts. ``folder`` is asked at each: it may be changed."""

    def __init__(self, backups: Backups, clock: Clock, folder: Callable[[], Path]) -> None:
        self._backups = backups
        self._clock = clock
        self._folder = folder

    def __call__(self, folder: Path | None = None) -> BackupReport:
        """Copy to a folder (the office's backup folder by default); raises DataFileError."""
        return self._backups.make(folder or self._folder(), at=self._clock.now())

    def last_made_at(self) -> datetime | None:
        """When the newest good copy was made."""
        return self._backups.last_made_at()
