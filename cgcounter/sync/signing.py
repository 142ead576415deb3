"""What a counter signs of each request: there is no token that could be stolen (design: sync, section 6)."""

from __future__ import annotations

import hashlib
from typing import Final

DEVICE_HEADER: Final = "x-device"
NONCE_HEADER: Final = "x-nonce"
SIGNATURE_HEADER: Final = "x-signature"


def request_text(method: str, path: str, body: bytes, nonce: str) -> bytes:
    """Method, path, digest of the body, and the nonce that the district gave; signed as one text."""
    digest = hashlib.sha256(body).hexdigest()
    return f"cg1-request\n{method}\n{path}\n{digest}\n{nonce}".encode()
