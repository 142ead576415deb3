"""A wrong key and a damaged file are told apart by the seals of the pages."""

from __future__ import annotations

from pathlib import Path

from cgcounter.storage.page_seals import any_page_fits


def test_the_right_key_fits(file: Path, key: bytes) -> None:
    """A whole file is sealed with its key and with no other."""
    assert any_page_fits(file, key)
    assert not any_page_fits(file, bytes(32))


def test_the_right_key_fits_a_file_with_a_damaged_first_page(file: Path, key: bytes) -> None:
    """The other pages still tell that the key is right."""
    content = bytearray(file.read_bytes())
    content[100] ^= 1
    file.write_bytes(content)
    assert any_page_fits(file, key)


def test_nothing_fits_an_empty_file(file: Path, key: bytes) -> None:
    """Without a whole page there is no seal."""
    file.write_bytes(b"")
    assert not any_page_fits(file, key)
    file.write_bytes(b"\0" * 5000)
    assert not any_page_fits(file, key)
