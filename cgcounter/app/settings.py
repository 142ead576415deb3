"""The settings of this machine: language, appearance, printers, folders; TOML read and written with msgspec."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.forms import FormKey, PaperSize

LOWEST_ZOOM: Final = 90
HIGHEST_ZOOM: Final = 160


class SettingsUnreadableError(EnvironmentProblemError):
    """The settings file holds something this program does not understand."""

    code = "settings_unreadable"


class PaperContext(Struct, frozen=True, omit_defaults=True):
    """Where a form goes: a queue of the system by its name, or, with no name, a PDF in the papers folder."""

    printer: str = ""
    size: PaperSize = PaperSize.A4


class Settings(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What differs from machine to machine. ``zoom`` is per cent; empty folders mean the usual ones."""

    language: Literal["vi", "en"] = "vi"
    scheme: Literal["light", "dark"] = "light"
    zoom: int = 100
    receipt: PaperContext = PaperContext(size=PaperSize.A5)
    daily_log: PaperContext = PaperContext(size=PaperSize.A4)
    backup_folder: str = ""
    papers_folder: str = ""
    scanner_prefix: str = ""

    def context(self, form: FormKey) -> PaperContext:
        """Where a form goes."""
        return self.receipt if form is FormKey.RECEIPT else self.daily_log


def read_settings(file: Path) -> Settings:
    """The settings in the file, the defaults when there is none; raises SettingsUnreadableError."""
    try:
        text = file.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsUnreadableError(file=file.name) from error
    try:
        return msgspec.toml.decode(text, type=Settings)
    except (msgspec.MsgspecError, ValueError) as error:
        raise SettingsUnreadableError(file=file.name) from error


def write_settings(settings: Settings, file: Path) -> None:
    """Replace the file whole, so that a power cut leaves the old or the new one."""
    part = file.with_suffix(".part")
    with part.open("wb") as out:
        out.write(msgspec.toml.encode(settings))
        out.flush()
        os.fsync(out.fileno())
    part.replace(file)
