"""A workshop of tiny sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cgcounter.app.benchmark.sizes import Sizes
from cgcounter.app.benchmark.workshop import Workshop


@pytest.fixture
def said() -> list[str]:
    """What a run tells meanwhile."""
    return []


@pytest.fixture
def workshop(tmp_path: Path, said: list[str]) -> Iterator[Workshop]:
    """A workshop for 300 dossiers and two rounds."""
    workshop = Workshop(tmp_path, Sizes(dossiers=300, rounds=2), said.append)
    yield workshop
    workshop.close()
