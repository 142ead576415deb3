"""PINs are hashed with argon2id, slow on purpose: a stolen file gives none away."""

from __future__ import annotations


class Argon2Pins:
    """Hashes PINs with the parameters that argon2-cffi recommends (RFC 9106, low memory)."""

    def hash(self, pin: str) -> str:
        """The hash of a PIN with its salt and parameters in it."""
        from argon2 import PasswordHasher

        return PasswordHasher().hash(pin)

    def matches(self, pin: str, pin_hash: str) -> bool:
        """Whether this is the PIN; false also for a text that is no hash."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return PasswordHasher().verify(pin_hash, pin)
        except (InvalidHashError, VerificationError):
            return False
