"""Nonces that need no memory: every process of one district knows its own kind by a shared secret."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from typing import Final

LIFETIME_SECONDS: Final = 24 * 3600
_TIME_DIGITS: Final = 12


class Nonces:
    """``now`` gives seconds since 1970; only this district's own clock counts."""

    def __init__(self, secret: bytes, now: Callable[[], float]) -> None:
        self._secret = secret
        self._now = now

    def new(self) -> str:
        """A nonce of now."""
        time = f"{int(self._now()):0{_TIME_DIGITS}x}"
        return time + self._proof(time)

    def is_good(self, nonce: str) -> bool:
        """Whether it is one of ours and young enough."""
        time, proof = nonce[:_TIME_DIGITS], nonce[_TIME_DIGITS:]
        if not hmac.compare_digest(proof.encode(), self._proof(time).encode()):
            return False
        return 0 <= self._now() - int(time, 16) <= LIFETIME_SECONDS

    def _proof(self, time: str) -> str:
        return hmac.new(self._secret, time.encode(), hashlib.sha256).hexdigest()[:32]
