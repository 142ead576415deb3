"""The key of the data file as people write it down: 14 groups of 4 letters and digits, with a checksum.

Crockford's base32 has no I, L, O and U; what people write instead of 1 and 0 is read as meant.
"""

from __future__ import annotations

import hashlib
from typing import Final

from cgcounter.domain.errors import RuleBrokenError

KEY_BYTES: Final = 32
_CHECK_BYTES: Final = 3  # 32 + 3 bytes are exactly 56 characters of 5 bits
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS: Final = 5
_GROUP: Final = 4
_LENGTH: Final = (KEY_BYTES + _CHECK_BYTES) * 8 // _BITS
_MEANT: Final = str.maketrans({"I": "1", "L": "1", "O": "0"})


class RecoveryCodeMalformedError(RuleBrokenError):
    """The text is not 56 letters and digits of a recovery code; ``expected`` and ``found`` count them."""

    code = "recovery_code_malformed"


class RecoveryCodeMistypedError(RuleBrokenError):
    """The checksum says that a letter or digit of the recovery code is wrong or out of place."""

    code = "recovery_code_mistyped"


def recovery_code(key: bytes) -> str:
    """The code of a 32-byte key, in groups of 4 with hyphens between them."""
    number = int.from_bytes(key + _checksum(key))
    letters = [_ALPHABET[number >> shift & 31] for shift in range((_LENGTH - 1) * _BITS, -1, -_BITS)]
    return "-".join("".join(letters[start : start + _GROUP]) for start in range(0, _LENGTH, _GROUP))


def key_from_recovery_code(text: str) -> bytes:
    """The key that a code stands for; case, blanks and hyphens do not matter, O is 0, I and L are 1.

    Raises RecoveryCodeMalformedError for another text, RecoveryCodeMistypedError when the checksum does not fit.
    """
    letters = "".join(text.split()).replace("-", "").upper().translate(_MEANT)
    if len(letters) != _LENGTH or not set(letters) <= set(_ALPHABET):
        raise RecoveryCodeMalformedError(expected=_LENGTH, found=len(letters))
    number = 0
    for letter in letters:
        number = number << _BITS | _ALPHABET.index(letter)
    whole = number.to_bytes(KEY_BYTES + _CHECK_BYTES)
    key = whole[:KEY_BYTES]
    if whole[KEY_BYTES:] != _checksum(key):
        raise RecoveryCodeMistypedError
    return key


def _checksum(key: bytes) -> bytes:
    return hashlib.sha256(b"cg1-recovery" + key).digest()[:_CHECK_BYTES]
