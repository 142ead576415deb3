"""Ids in a known order, of the shape of UUIDv7."""

from __future__ import annotations

from itertools import count
from uuid import UUID

_VERSION_7 = 0x7000 << 64
_VARIANT = 0x8000 << 48


class FakeIds:
    """Counts: each id sorts after the one before."""

    def __init__(self, first: int = 1) -> None:
        self._numbers = count(first)

    def new(self) -> UUID:
        return UUID(int=next(self._numbers) << 80 | _VERSION_7 | _VARIANT)
