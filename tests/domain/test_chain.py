"""The hash chain covers every byte and every position."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.chain import Origin, first_link, links, next_link

ORIGIN = Origin(bytes(range(16)))


def test_links_follow_the_written_formula() -> None:
    """hash_0 = SHA-256("cg1" || origin); hash_n = SHA-256(hash_n-1 || body)."""
    zero = hashlib.sha256(b"cg1" + bytes(range(16))).digest()
    one = hashlib.sha256(zero + b"first").digest()
    assert first_link(ORIGIN) == zero
    assert next_link(zero, b"first") == one
    assert links(zero, [b"first", b"second"]) == [one, hashlib.sha256(one + b"second").digest()]


@given(st.lists(st.binary(min_size=1), min_size=1, max_size=6), st.integers(min_value=0), st.binary())
def test_a_changed_body_changes_every_later_link(bodies: list[bytes], place: int, other: bytes) -> None:
    """No event can be altered without the head showing it."""
    at = place % len(bodies)
    if bodies[at] == other:
        return
    changed = [*bodies[:at], other, *bodies[at + 1 :]]
    before, after = links(first_link(ORIGIN), bodies), links(first_link(ORIGIN), changed)
    assert before[:at] == after[:at]
    assert all(one != two for one, two in zip(before[at:], after[at:], strict=True))
