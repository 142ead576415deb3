"""The three most common mistakes of an intake, put right by hand: at most ten keys beside what is typed (ux, 1)."""

from __future__ import annotations

import pytest

from cgcounter.app.demo.citizens import card_payload
from cgcounter.domain.dossier import Dossier
from cgcounter.domain.facts import ParticularsCorrected
from tests.journeys.conftest import Counter, citizen

MOST_KEYS = 10


@pytest.fixture
def received(counter: Counter) -> Dossier:
    """A dossier of this morning; counting begins when the mistake is found."""
    counter.hands.scan(card_payload(citizen()))
    counter.hands.type_text("di ch")
    counter.hands.press("Return", "F9")
    counter.hands.start_counting()
    return counter.dossiers()[0]


def correct(counter: Counter, received: Dossier, ways: tuple[str, ...], text: str = "") -> Dossier:
    """Open by a scan, F5, the way to the field, the text, F9, the reason by its digit, F9; within the budget."""
    counter.hands.scan(received.code)
    counter.hands.press("F5", *ways)
    counter.hands.type_text(text)
    counter.hands.press("F9")
    counter.hands.type_text("1")
    counter.hands.press("F9")
    assert counter.hands.keys - len(text) <= MOST_KEYS
    (corrected,) = counter.dossiers()
    fact = corrected.history[-1].fact
    assert isinstance(fact, ParticularsCorrected)
    assert fact.reason == "Gõ nhầm"
    return corrected


def test_a_letter_of_the_name(counter: Counter, received: Dossier) -> None:
    """Enter to the name, End, the letter that is missing."""
    corrected = correct(counter, received, ("Return", "Return", "End"), "m")
    assert corrected.applicant.name == f"{received.applicant.name}m"


def test_the_phone(counter: Counter, received: Dossier) -> None:
    """The first field, its text chosen already."""
    corrected = correct(counter, received, (), "0987654321")
    assert corrected.applicant.phone == "0987654321"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_paper_that_was_not_given(counter: Counter, received: Dossier, place: int) -> None:
    """Alt+G to the papers, Down to the paper, Space takes its tick away; the others stay as they were."""
    corrected = correct(counter, received, ("Alt+G", *["Down"] * place, "Space"))
    left = received.papers[:place] + received.papers[place + 1 :]
    assert corrected.papers == left


def test_the_counts_of_a_paper(counter: Counter, received: Dossier) -> None:
    """A digit on the paper is the number of its originals; where the paper came from stays."""
    corrected = correct(counter, received, ("Alt+G", "3", "Return"))
    assert corrected.papers[0].originals == 3
    assert corrected.papers[0].source == received.papers[0].source
