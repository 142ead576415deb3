"""PINs as argon2id hashes; slow on purpose, so never on the GUI thread or in a transaction."""

from __future__ import annotations


class Argon2Pins:
    """Hashes and checks with the library's present defaults; the library is imported at the first use."""

    def hash(self, pin: str) -> str:
        """The hash to keep; every call gives another one."""
        from argon2 import PasswordHasher

        return PasswordHasher().hash(pin)

    def matches(self, pin: str, pin_hash: str) -> bool:
        """Whether the hash was made of this PIN; a hash that cannot be read matches nothing."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return PasswordHasher().verify(pin_hash, pin)
        except (VerificationError, InvalidHashError):
            return False
