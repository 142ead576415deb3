"""The key is kept in the keyring where there is one, else in a file for its owner only."""

from __future__ import annotations

import os
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from cgcounter.storage.failures import KeyMissingError
from cgcounter.storage.keys import KeyPlace, Keys, StoredKey, new_key, system_keyring

KEY = bytes(range(32))


class FakeKeyring:
    """A keyring in memory; it can forget what it takes, or be locked."""

    def __init__(self, *, forgets: bool = False, is_locked: bool = False) -> None:
        self.secrets: dict[tuple[str, str], str] = {}
        self._forgets = forgets
        self._is_locked = is_locked

    def get_password(self, service: str, username: str) -> str | None:
        if self._is_locked:
            raise KeyringLocked
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self._is_locked:
            raise KeyringLocked
        if not self._forgets:
            self.secrets[service, username] = password


def test_a_keyring_keeps_the_key(tmp_path: Path) -> None:
    """With a keyring no file is written, and each data file has its own entry."""
    of_system = FakeKeyring()
    keys = Keys("/data/counter.db", tmp_path / "key", of_system)
    assert keys.keep(KEY) is KeyPlace.KEYRING
    assert keys.get() == StoredKey(KEY, KeyPlace.KEYRING)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(KeyMissingError):
        Keys("/other/counter.db", tmp_path / "key", of_system).get()


@pytest.mark.parametrize(
    "of_system",
    [None, FakeKeyring(forgets=True), FakeKeyring(is_locked=True)],
    ids=["none", "forgets", "locked"],
)
def test_a_file_keeps_the_key_where_no_keyring_does(tmp_path: Path, of_system: FakeKeyring | None) -> None:
    """No keyring, one that forgets and one that is locked all lead to a file that only its owner may read."""
    file = tmp_path / "key"
    keys = Keys("/data/counter.db", file, of_system)
    assert keys.keep(KEY) is KeyPlace.FILE
    assert keys.get() == StoredKey(KEY, KeyPlace.FILE)
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["key"]


def test_moving_into_the_keyring_removes_the_file(tmp_path: Path) -> None:
    """Once the keyring holds the key, no copy of it stays on the disk."""
    Keys("/data/counter.db", tmp_path / "key", None).keep(KEY)
    assert Keys("/data/counter.db", tmp_path / "key", FakeKeyring()).keep(KEY) is KeyPlace.KEYRING
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", ["", "zz", KEY.hex()[:-2], "đ" * 64], ids=["empty", "letters", "short", "marks"]
)
def test_what_is_no_key_is_a_missing_key(tmp_path: Path, content: str) -> None:
    """A damaged key file is told as a missing key: the recovery sheet helps in both cases."""
    (tmp_path / "key").write_text(content, encoding="utf-8")
    with pytest.raises(KeyMissingError):
        Keys("/data/counter.db", tmp_path / "key", None).get()


def test_a_missing_key_is_told(tmp_path: Path) -> None:
    """Neither keyring nor file: the code says so."""
    with pytest.raises(KeyMissingError) as caught:
        Keys("/data/counter.db", tmp_path / "key", FakeKeyring()).get()
    assert caught.value.code == "key_missing"


def test_a_machine_without_a_session_has_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a server without a desktop session nothing is asked, and nothing is said."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert system_keyring() is None


def test_the_keyring_of_the_session_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a desktop session the system's keyring is taken, unless it is the one that stands for none."""
    there = FakeKeyring()
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr(keyring, "get_keyring", lambda: there)
    assert system_keyring() is there
    monkeypatch.setattr(keyring, "get_keyring", NoKeyring)
    assert system_keyring() is None


def test_keys_are_random_and_never_shown() -> None:
    """A new key has 256 bits, no two are equal, and its text form is not in what a log would write."""
    one, other = new_key(), new_key()
    assert len(one) == 32
    assert one != other
    shown = repr(StoredKey(one, KeyPlace.FILE))
    assert one.hex() not in shown
    assert repr(one) not in shown
