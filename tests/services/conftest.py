"""The counter that every test of a use case starts with."""

import pytest

from tests.services.desk import Desk


@pytest.fixture
def desk() -> Desk:
    """A counter that is set up and has received nothing yet."""
    desk = Desk()
    desk.set_up()
    return desk
