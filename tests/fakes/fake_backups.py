"""Copies of the data file that are only spoken of."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from cgcounter.services.ports import BackupReport, DataFileError


class FakeBackups:
    """Remembers what was copied where, and can be told to fail."""

    def __init__(self) -> None:
        self.reports: list[BackupReport] = []
        self.fails = False

    def make(self, folder: Path, *, at: datetime) -> BackupReport:
        if self.fails:
            raise DataFileError
        report = BackupReport(
            file=folder / f"{at:%Y%m%d-%H%M%S}.copy",
            made_at=at,
            events=0,
            dossiers=0,
            last_event_at=None,
            office="",
        )
        self.reports.append(report)
        return report

    def last_made_at(self) -> datetime | None:
        return self.reports[-1].made_at if self.reports else None
