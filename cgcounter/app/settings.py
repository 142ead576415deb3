"""The settings file of this machine: TOML, read and written whole."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.services.settings import Settings


class SettingsNotKeptError(EnvironmentProblemError):
    """The settings file could not be written; the settings of before still count."""

    code = "settings_not_kept"


class SettingsUnreadableError(EnvironmentProblemError):
    """The settings file holds something this program does not understand."""

    code = "settings_unreadable"


def read_settings(file: Path) -> Settings:
    """The settings in the file, the defaults when there is none; raises SettingsUnreadableError."""
    try:
        text = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise SettingsUnreadableError(file=file.name) from error
    try:
        return msgspec.toml.decode(text, type=Settings)
    except (msgspec.MsgspecError, ValueError) as error:
        raise SettingsUnreadableError(file=file.name) from error


def write_settings(settings: Settings, file: Path) -> None:
    """Replace the file whole, so that a power cut leaves the old or the new one; raises SettingsNotKeptError."""
    part = file.with_suffix(".part")
    try:
        with part.open("wb") as out:
            out.write(msgspec.toml.encode(settings))
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError as error:
        raise SettingsNotKeptError(file=file.name) from error
