"""Tests of the person's fields: what is filled in by itself, what is warned of, and where the focus goes on."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from cgcounter.domain.people import PartialDate, Person, Sex
from cgcounter.gui.intake.person_part import PersonPart

Show = Callable[[QWidget], None]

WOMAN = Person(
    name="Nguyễn Thị Đỗ Quyên",
    personal_id="030190001234",
    birth_date=PartialDate(1990, 9, 2),
    sex=Sex.FEMALE,
    address="Thôn Đỗ Xá, Cao An, Cẩm Giàng, Hải Dương",
    phone="0912345678",
)
MAN = Person(
    name="Đỗ Đình Đức", personal_id="030085004321", birth_date=PartialDate(1985, 3, 12), sex=Sex.MALE
)


@pytest.fixture
def part(show: Show) -> PersonPart:
    """The fields, empty, the focus in the first of them."""
    part = PersonPart()
    part.resize(640, 320)
    show(part)
    part.number.setFocus()
    return part


def remarks(part: PersonPart) -> list[str]:
    """All that is said under the fields."""
    return [
        label.text()
        for label in part.findChildren(QLabel)
        if label.isVisible() and label.buddy() is None and label.text()
    ]


@pytest.mark.parametrize("person", [WOMAN, MAN], ids=["woman", "man"])
def test_a_person_whose_number_fits_is_not_warned_of(part: PersonPart, person: Person) -> None:
    """Birth year and sex are those of the number (6.2): nothing is said under any field."""
    part.show_person(person)

    assert remarks(part) == []
    assert part.typed() == person
    assert part.typed().sex is person.sex
