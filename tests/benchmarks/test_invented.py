"""Invented people are many, and valid."""

from __future__ import annotations

from collections import Counter
from random import Random

from cgcounter.app.benchmark.invented import draw_person
from cgcounter.domain.people import normalise_phone, personal_id_warnings


def test_names_are_many_and_unevenly_frequent() -> None:
    """Among 2,000 people most bear a name of their own, and the commonest family a third of them."""
    random = Random(5)  # noqa: S311  repeatable on purpose
    names = [draw_person(random).name for _ in range(2000)]
    assert len(set(names)) > 1500
    (family, count), *_ = Counter(name.split()[0] for name in names).most_common(1)
    assert family == "Nguyễn"
    assert 600 < count < 900


def test_numbers_are_valid() -> None:
    """Personal numbers fit birth year and sex, and phones are mobiles."""
    random = Random(6)  # noqa: S311  repeatable on purpose
    for person in [draw_person(random) for _ in range(200)]:
        assert personal_id_warnings(person.personal_id, person.birth_date, person.sex) == ()
        assert normalise_phone(person.phone)[1]
