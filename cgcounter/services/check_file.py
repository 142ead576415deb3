"""Whether the data file is still what was written; looked at once a start, while people work."""

from __future__ import annotations

from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.services.ports import Backups, DataFileError, PageCheck


class DamageFoundError(EnvironmentProblemError):
    """Pages of the data file are damaged; ``backup_at`` says when the newest good copy was made."""

    code = "damage_found"


class DamageWithoutBackupError(EnvironmentProblemError):
    """Pages of the data file are damaged, and no good copy of it is known."""

    code = "damage_without_backup"


class CheckFile:
    """Looks at every page; takes as long as the file is large."""

    def __init__(self, pages: PageCheck, backups: Backups) -> None:
        self._pages = pages
        self._backups = backups

    def __call__(self) -> None:
        """Raises DamageFoundError, DamageWithoutBackupError; DataFileError when it could not be looked at."""
        if not self._pages.finds_damage():
            return
        try:
            made_at = self._backups.last_made_at()
        except DataFileError:  # what is damaged may be the very page that tells
            made_at = None
        if made_at is None:
            raise DamageWithoutBackupError
        raise DamageFoundError(backup_at=f"{made_at:%H:%M %d/%m/%Y}")

    def stop(self) -> None:
        """End the look: the program closes. From any thread."""
        self._pages.stop()
