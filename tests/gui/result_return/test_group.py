"""From the card of a dossier to the others that one submitter handed in with it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from cgcounter.gui.result_return.wish import Wish
from tests.gui.counter_office import CounterOffice
from tests.gui.result_return.conftest import Desk
from tests.typing_keys import press

OpenDesk = Callable[..., Desk]
GROUP = UUID(int=0xA6)


def test_one_key_leads_round_the_group(office: CounterOffice, open_desk: OpenDesk) -> None:
    """To the next one each time, in the order of their coming in, and from the last to the first."""
    first, *_ = (office.receive(serial, group=GROUP) for serial in (2001, 2002, 2003))
    office.receive(2004)
    desk = open_desk()
    desk.open(first)
    seen = []
    for _ in range(4):
        seen.append(desk.card.heading[0][-4:])
        press(desk, "O")
        desk.settle()
    assert seen == ["2001", "2002", "2003", "2001"]


def test_a_dossier_that_came_alone_leads_nowhere(office: CounterOffice, open_desk: OpenDesk) -> None:
    """The key is not offered, and does nothing."""
    dossier = office.receive(2001)
    office.receive(2002, group=GROUP)
    desk = open_desk()
    desk.open(dossier)
    assert Wish.NEXT_OF_GROUP not in desk.card.acts.offered
    press(desk, "O")
    desk.settle()
    assert desk.card.heading[0].endswith("2001")


def test_what_is_typed_on_the_card_is_finished_first(office: CounterOffice, open_desk: OpenDesk) -> None:
    """A letter in a field is a letter."""
    first = office.receive_ready(2001, group=GROUP)
    office.receive(2002, group=GROUP)
    desk = open_desk()
    desk.open(first)
    press(desk, "U")
    press(desk, "O")
    desk.settle()
    assert desk.card.authorised.collector.name == "o"
    assert desk.card.heading[0].endswith("2001")
