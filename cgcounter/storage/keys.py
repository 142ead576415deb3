"""Where the key of the data file is kept: the keyring of the operating system, else a file for its owner only."""

from __future__ import annotations

import os
import secrets
import sys
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from msgspec import Struct

from cgcounter.storage.failures import KeyMissingError, disk_trouble

KEY_BYTES: Final = 32
_SERVICE: Final = "cgcounter"


class KeyPlace(StrEnum):
    """A key file stops nobody who can read the disk; the keyring does."""

    KEYRING = "keyring"
    FILE = "file"


class StoredKey(Struct, frozen=True):
    """A key and where it was found. Never printed."""

    key: bytes
    place: KeyPlace

    def __repr__(self) -> str:
        return f"StoredKey(place={self.place.value})"


class Keyring(Protocol):
    """What is asked of the operating system's keyring."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...


def new_key() -> bytes:
    """A raw 256-bit key."""
    return secrets.token_bytes(KEY_BYTES)


def system_keyring() -> Keyring | None:
    """The keyring of this machine; None where there is none, quickly and without a word."""
    if sys.platform not in {"win32", "darwin"} and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None  # asking would load every backend to find out the same
    import keyring
    from keyring.backends.fail import Keyring as NoKeyring

    found = keyring.get_keyring()
    return None if isinstance(found, NoKeyring) else found


class Keys:
    """Keeps and finds the key of one data file, known by ``name``."""

    def __init__(self, name: str, key_file: Path, keyring: Keyring | None) -> None:
        self._name = name
        self._file = key_file
        self._keyring = keyring

    def keep(self, key: bytes) -> KeyPlace:
        """Keep the key, in the keyring if it gives it back; raises DataFileError when no place takes it."""
        if self._offered(key):
            with disk_trouble():
                self._file.unlink(missing_ok=True)
            return KeyPlace.KEYRING
        self._write(key)
        return KeyPlace.FILE

    def get(self) -> StoredKey:
        """The key that is kept; raises KeyMissingError when there is none."""
        found = self._asked()
        if found is not None:
            return StoredKey(found, KeyPlace.KEYRING)
        with disk_trouble():
            if self._file.exists():
                return StoredKey(
                    _from_hex(self._file.read_text(encoding="ascii", errors="replace")), KeyPlace.FILE
                )
        raise KeyMissingError

    def _offered(self, key: bytes) -> bool:
        if self._keyring is None:
            return False
        from keyring.errors import KeyringError

        try:
            self._keyring.set_password(_SERVICE, self._name, key.hex())
        except KeyringError:
            return False
        return self._asked() == key

    def _asked(self) -> bytes | None:
        if self._keyring is None:
            return None
        from keyring.errors import KeyringError

        try:
            found = self._keyring.get_password(_SERVICE, self._name)
        except KeyringError:  # locked, or its service has gone: the key file may still be there
            return None
        return None if found is None else _from_hex(found)

    def _write(self, key: bytes) -> None:
        part = self._file.with_name(f"{self._file.name}.part")
        with disk_trouble():
            part.unlink(missing_ok=True)
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as out:
                out.write(key.hex())
                out.flush()
                os.fsync(out.fileno())
            part.replace(self._file)


def _from_hex(text: str) -> bytes:
    """The key of its digits; a place that holds something else holds no key."""
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        raise KeyMissingError from None
    if len(key) != KEY_BYTES:
        raise KeyMissingError
    return key
