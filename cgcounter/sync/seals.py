"""Ed25519: what a counter signs its chains and requests with, and how everybody checks it."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


class DeviceKey:
    """The private key of one counter."""

    def __init__(self, secret: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(secret)

    @property
    def public(self) -> bytes:
        """What others check its signatures with; 32 bytes."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, text: bytes) -> bytes:
        """The signature under a text; 64 bytes."""
        return self._key.sign(text)


def new_secret() -> bytes:
    """The secret of a new key; 32 bytes that lie in the keyring of the operating system, or in a key file."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def verify(key: bytes, text: bytes, signature: bytes) -> bool:
    """Whether a signature is that of the key under the text; False for anything that is no key or signature."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True
