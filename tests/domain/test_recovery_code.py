"""The recovery code brings the key back, however it was written down, and tells when it was mistyped."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.recovery_code import (
    RecoveryCodeMalformedError,
    RecoveryCodeMistypedError,
    key_from_recovery_code,
    recovery_code,
)

KEYS = st.binary(min_size=32, max_size=32)
ZERO_CODE = "0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-000F-AZ34"


@given(KEYS)
def test_the_code_brings_the_key_back(key: bytes) -> None:
    """Every key comes back from its code."""
    assert key_from_recovery_code(recovery_code(key)) == key


@given(KEYS)
def test_the_code_is_fit_for_paper(key: bytes) -> None:
    """14 groups of 4, without the letters that are taken for others."""
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){13}", recovery_code(key))


@given(KEYS, st.data())
def test_the_code_is_read_as_people_write_it(key: bytes, data: st.DataObject) -> None:
    """Case, blanks and hyphens do not matter; O is read as 0, I and L as 1."""
    letters = recovery_code(key).replace("-", "")
    meant = {"0": "0Oo", "1": "1IiLl"}
    written = "".join(
        data.draw(st.sampled_from(meant.get(letter, letter + letter.lower())))
        + data.draw(st.sampled_from(["", "", " ", "-", "\t", "\n"]))
        for letter in letters
    )
    assert key_from_recovery_code(written) == key


@given(KEYS, st.integers(0, 55), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_letter_is_told(key: bytes, place: int, wrong: str) -> None:
    """A single letter mistaken for another does not give a wrong key."""
    letters = recovery_code(key).replace("-", "")
    typed = letters[:place] + wrong + letters[place + 1 :]
    if typed == letters:
        assert key_from_recovery_code(typed) == key
    else:
        with pytest.raises(RecoveryCodeMistypedError):
            key_from_recovery_code(typed)


@given(KEYS, st.integers(0, 54))
def test_two_letters_out_of_place_are_told(key: bytes, place: int) -> None:
    """Two neighbours swapped do not give a wrong key."""
    letters = recovery_code(key).replace("-", "")
    typed = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    if typed != letters:
        with pytest.raises(RecoveryCodeMistypedError):
            key_from_recovery_code(typed)


@pytest.mark.parametrize("text", ["", "ABCD", ZERO_CODE[:-1], ZERO_CODE + "0", "U" * 56, "Đ" * 56, "€" * 56])
def test_another_text_is_told(text: str) -> None:
    """Too short, too long or with letters that no code has: told apart from a mistyped one."""
    with pytest.raises(RecoveryCodeMalformedError):
        key_from_recovery_code(text)


def test_the_code_of_a_known_key() -> None:
    """The code printed today opens the file for ever: 256 zero bits and f57c64, the start of their SHA-256."""
    assert recovery_code(bytes(32)) == ZERO_CODE
