"""What every maker of ids promises."""

from __future__ import annotations

import pytest

from cgcounter.services.ports import Ids
from cgcounter.storage.ids import Uuid7Ids
from tests.fakes.fake_ids import FakeIds


@pytest.fixture(params=["fake", "uuid7"])
def ids(request: pytest.FixtureRequest) -> Ids:
    """A maker of either kind."""
    return FakeIds() if request.param == "fake" else Uuid7Ids()


def test_ids_are_new_each_time(ids: Ids) -> None:
    """No id comes twice, and each is a UUID of version 7 (RFC 9562)."""
    made = [ids.new() for _ in range(1000)]
    assert len(set(made)) == 1000
    assert {one.version for one in made} == {7}
    assert {one.variant for one in made} == {"specified in RFC 4122"}
