"""Messages come back from their bytes as they were, and bytes that are none are refused."""

from __future__ import annotations

from uuid import UUID

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.chain import ChainedEvent, Origin, Position, Seal
from cgcounter.domain.feed import Cursor, FeedRow, Span
from cgcounter.sync.messages import (
    Answer,
    AskKnown,
    AskLinks,
    Batch,
    Compare,
    GiveBack,
    Heal,
    Hello,
    Introduce,
    Introduction,
    Known,
    Lacks,
    Links,
    Page,
    Pull,
    Refused,
    Request,
    Stored,
    Welcome,
    Why,
)
from cgcounter.sync.wire import (
    MOST_COMPRESSED,
    MOST_UNPACKED,
    REQUESTS,
    UnreadableMessageError,
    name_of,
    pack_answer,
    pack_request,
    unpack_answer,
    unpack_request,
)

ORIGIN, LINK = Origin(b"o" * 16), b"l" * 32
HEAD, SEAL = Position(7, LINK), Seal(ORIGIN, 7, b"s" * 64)
EVENT = ChainedEvent(ORIGIN, 7, LINK, "Nguyễn Thị Đỗ Quyên".encode())
BATCH = Batch(ORIGIN, 7, LINK, (EVENT.body,), SEAL)
CURSOR = Cursor(b"e" * 16, 3)
INTRODUCTION = Introduction(ORIGIN, b"s" * 64)

REQUESTS_OF_ALL_KINDS: tuple[Request, ...] = (
    Hello(ORIGIN, HEAD, CURSOR, INTRODUCTION, "0.1.0", "2022-03-10T07:30:00+07:00"),
    Introduce(INTRODUCTION),
    BATCH,
    Pull(CURSOR, {ORIGIN: (Span(1, 3), Span(5, 9))}, 500),
    Compare(((ORIGIN, HEAD),)),
    AskLinks(ORIGIN, 1, 100),
    Heal(BATCH),
    GiveBack((EVENT,)),
    AskKnown((UUID(int=1), UUID(int=2))),
)
ANSWERS_OF_ALL_KINDS: tuple[Answer, ...] = (
    Welcome(b"e" * 16, HEAD, 3, 9, LINK, "2022-03-10T07:30:00+07:00", "0.1"),
    Stored(HEAD, 3, (5, 6)),
    Page((FeedRow(ORIGIN, 7, EVENT), FeedRow(ORIGIN, 8)), CURSOR, LINK, has_more=True, seals=(SEAL,)),
    Lacks(((ORIGIN, HEAD),)),
    Links((LINK, LINK)),
    Known((UUID(int=1),)),
    Refused(Why.FORK, HEAD),
)


@pytest.mark.parametrize("request_", REQUESTS_OF_ALL_KINDS, ids=lambda one: type(one).__name__)
def test_a_request_comes_back(request_: Request) -> None:
    """Under the address that its name says."""
    assert unpack_request(name_of(request_), pack_request(request_)) == request_


def test_all_kinds_are_tried() -> None:
    """A new kind of request cannot be forgotten here."""
    assert {type(one) for one in REQUESTS_OF_ALL_KINDS} == set(REQUESTS.values())


@pytest.mark.parametrize("answer", ANSWERS_OF_ALL_KINDS, ids=lambda one: type(one).__name__)
def test_an_answer_comes_back(answer: Answer) -> None:
    """It says itself what it is."""
    assert unpack_answer(pack_answer(answer)) == answer


@given(body=st.binary(max_size=300), name=st.sampled_from(sorted(REQUESTS)))
def test_any_bytes_are_a_message_or_refused(body: bytes, name: str) -> None:
    """Compressed or not, nothing but UnreadableMessageError comes of them."""
    for data in (body, zstandard.compress(body)):
        for unpack in (lambda data: unpack_request(name, data), unpack_answer):
            try:
                unpack(data)
            except UnreadableMessageError:
                continue


@given(cut=st.floats(0, 0.999))
def test_a_cut_message_is_refused(cut: float) -> None:
    """Half a message is none."""
    body = pack_answer(ANSWERS_OF_ALL_KINDS[2])
    with pytest.raises(UnreadableMessageError):
        unpack_answer(body[: int(len(body) * cut)])


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """One that says how large it is, and one that does not."""
    bomb = zstandard.compress(bytes(MOST_UNPACKED + 1))
    assert len(bomb) < 10_000
    stream = zstandard.ZstdCompressor().compressobj()
    silent = stream.compress(bytes(1000)) + stream.flush()
    for body in (bomb, silent, bytes(MOST_COMPRESSED + 1)):
        with pytest.raises(UnreadableMessageError):
            unpack_request("push", body)


def test_a_deep_nest_is_refused() -> None:
    """A thousand lists in each other are no message."""
    nest = zstandard.compress(b"\x91" * 100_000 + b"\xc0")
    with pytest.raises(UnreadableMessageError):
        unpack_request("hello", nest)
    with pytest.raises(UnreadableMessageError):
        unpack_answer(nest)


def test_an_answer_of_no_kind_is_refused() -> None:
    """Its name is nobody's."""
    with pytest.raises(UnreadableMessageError):
        unpack_answer(zstandard.compress(msgspec.msgpack.encode(("blessing", {}))))
