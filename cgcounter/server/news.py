"""Who waits for news of a feed is woken when it went on, whichever process of the district stored it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool

LOOK_SECONDS: Final = 0.3
KEEP_OPEN_SECONDS: Final = 20.0


class News:
    """One look for all: ``feed_ends`` tells how far every feed has come."""

    def __init__(self, feed_ends: Callable[[], Mapping[str, int]]) -> None:
        self._feed_ends = feed_ends
        self._known: dict[str, int] = {}
        self._waiting: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._wake = asyncio.Event()

    @asynccontextmanager
    async def lifespan(self, _application: Starlette) -> AsyncIterator[None]:
        """Look while the application runs."""
        looking = asyncio.create_task(self._look())
        yield
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking

    def look_now(self) -> None:
        """Something may have been stored."""
        self._wake.set()

    async def of(self, scope: str) -> AsyncIterator[int | None]:
        """How far a feed has come, at first and each time it went on; None from time to time between."""
        event, told = asyncio.Event(), -1
        self._waiting[scope].add(event)
        try:
            while True:
                if self._known.get(scope, 0) > told:
                    told = self._known.get(scope, 0)
                    yield told
                event.clear()
                try:
                    await asyncio.wait_for(event.wait(), KEEP_OPEN_SECONDS)
                except TimeoutError:
                    yield None
        finally:
            self._waiting[scope].discard(event)

    async def _look(self) -> None:
        while True:
            ends = await run_in_threadpool(self._feed_ends)
            for scope, end in ends.items():
                if end > self._known.get(scope, 0):
                    self._known[scope] = end
                    for event in self._waiting[scope]:
                        event.set()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), LOOK_SECONDS)
            self._wake.clear()
