"""Tells a wrong key from a damaged file: SQLCipher seals each page apart, and SQLite says the same of both.

The seal of a page is HMAC-SHA512 over its cipher text, its IV and its number, keyed by two rounds of PBKDF2 over
the file's salt (SQLCipher 4 design, "Per-page HMAC").
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path
from typing import Final

PAGE_BYTES: Final = 4096
_SEAL_BYTES: Final = 64
_SALT_BYTES: Final = 16
_SALT_MASK: Final = 0x3A
_ROUNDS: Final = 2
_KEY_BYTES: Final = 32
_PAGES_ASKED: Final = 64


def any_page_fits(file: Path, key: bytes) -> bool:
    """Whether at least one of the first pages was sealed with this key; then the key is right."""
    with file.open("rb") as pages:
        salt = pages.read(_SALT_BYTES)
        pages.seek(0)
        mask = bytes(byte ^ _SALT_MASK for byte in salt)
        seal_key = hashlib.pbkdf2_hmac("sha512", key, mask, _ROUNDS, _KEY_BYTES)
        return any(_fits(pages.read(PAGE_BYTES), number, seal_key) for number in range(1, _PAGES_ASKED + 1))


def _fits(page: bytes, number: int, seal_key: bytes) -> bool:
    if len(page) < PAGE_BYTES:
        return False
    start = _SALT_BYTES if number == 1 else 0
    seal_start = PAGE_BYTES - _SEAL_BYTES
    sealed = page[start:seal_start] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(seal_key, sealed, "sha512"), page[seal_start:])
