"""What is typed while searching."""

from __future__ import annotations

from cgcounter.app.benchmark.filling import Known
from cgcounter.app.benchmark.search import typed_texts, while_typing
from cgcounter.domain.people import Person


def test_the_list_asks_from_the_second_letter_on() -> None:
    """Every further letter asks anew."""
    assert list(while_typing("Đỗ An")) == ["Đỗ", "Đỗ ", "Đỗ A", "Đỗ An"]


def test_a_citizen_is_looked_for_in_six_ways() -> None:
    """Name with and without marks, its last word, end of the code, personal number, phone."""
    person = Person("Đỗ Thị Ước", personal_id="030190000001", phone="0912345678")
    assert list(typed_texts(Known("000.12.30.H23-220310-1007", person))) == [
        "Đỗ Thị Ước",
        "do thi uoc",
        "uoc",
        "1007",
        "030190000001",
        "0912345678",
    ]
