"""Tells an error in the language of this machine's settings, for a terminal or for a window without an office."""

from __future__ import annotations

from cgcounter.app import places
from cgcounter.app.reference_files import read_messages
from cgcounter.app.settings import SettingsUnreadableError, read_settings
from cgcounter.domain.errors import CounterError
from cgcounter.services.settings import Settings


def tell(error: CounterError, folders: places.Folders) -> str:
    """The error as one or two sentences."""
    return read_messages(places.resources(), language_of(folders)).explain(error).sentence


def language_of(folders: places.Folders) -> str:
    """The language of the settings; the usual one while they cannot be read."""
    try:
        return read_settings(folders.settings_file).language
    except SettingsUnreadableError:
        return Settings().language
