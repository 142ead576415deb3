"""Where things lie: the program's own resources, and the folders of a counter's data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from cgcounter.domain.errors import EnvironmentProblemError

APP_NAME = "cgcounter"


class FolderUnusableError(EnvironmentProblemError):
    """A folder is not there and cannot be made, or is none."""

    code = "folder_unusable"


def resources() -> Path:
    """The folder of plain files that come with the program: source tree, wheel or bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        return Path(bundle) / "resources"
    return Path(__file__).resolve().parents[2] / "resources"


class Folders(NamedTuple):
    """The folders of one counter. ``marks`` is the second memory of issued codes, apart from ``data`` on purpose."""

    data: Path
    config: Path
    marks: Path
    backups: Path
    papers: Path
    logs: Path
    uses_keyring: bool = True

    @classmethod
    def under(cls, home: Path, *, uses_keyring: bool = True) -> Folders:
        """All folders below one, as `--data` asks for; the demo leaves the keyring alone."""
        home = home.expanduser().resolve()
        return cls(
            data=home / "data",
            config=home / "config",
            marks=home / "marks",
            backups=home / "backups",
            papers=home / "papers",
            logs=home / "logs",
            uses_keyring=uses_keyring,
        )

    @classmethod
    def of_this_person(cls) -> Folders:
        """The folders that the operating system keeps for the signed-in user."""
        import platformdirs

        dirs = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
        return cls(
            data=dirs.user_data_path / "data",
            config=dirs.user_config_path / "config",
            marks=dirs.user_state_path / "marks",
            backups=dirs.user_documents_path / APP_NAME / "backups",
            papers=dirs.user_documents_path / APP_NAME / "papers",
            logs=dirs.user_log_path / "logs",
        )

    def make(self) -> None:
        """Create what is missing; only the owner may look in. Raises FolderUnusableError."""
        for folder in (self.data, self.config, self.marks, self.backups, self.papers, self.logs):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise FolderUnusableError(folder=str(folder)) from error

    @property
    def data_file(self) -> Path:
        """The encrypted file of this counter."""
        return self.data / "counter.db"

    @property
    def settings_file(self) -> Path:
        """The settings of this machine."""
        return self.config / "settings.toml"
