"""The sets of forms, each valid for a time: what a form is called, and whether its layout is confirmed.

The forms of TT 01/2018/TT-VPCP are known; those of its successor are known by title only, and print the fields of
2018 under the new title. A circular that is not confirmed is never printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from cgcounter.domain.errors import NotFoundError
from cgcounter.domain.forms import FormHead, FormKey
from cgcounter.domain.tables import Cells, Confidence, RowRefusal, read_rows


class FormNotInSetError(NotFoundError):
    """The forms in force on that day have none of this key."""

    code = "form_not_in_set"


class SetForm(Struct, frozen=True):
    """One form of a set; validity is inclusive."""

    form_set: str
    form: FormKey
    head: FormHead
    valid_from: date | None = None
    valid_to: date | None = None
    confidence: Confidence | None = None
    note: str = ""

    @property
    def is_confirmed(self) -> bool:
        """Whether the form is known from the text of the circular itself."""
        return self.confidence is Confidence.LAW

    def is_valid(self, day: date) -> bool:
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


class FormSets(Struct, frozen=True, dict=True):
    """All forms of all sets. ``dict`` gives room to the cached lookup."""

    forms: tuple[SetForm, ...] = ()

    @cached_property
    def _by_key(self) -> dict[FormKey, list[SetForm]]:
        versions: dict[FormKey, list[SetForm]] = {}
        for one in self.forms:
            versions.setdefault(one.form, []).append(one)
        return versions

    def find(self, form: FormKey, day: date) -> SetForm | None:
        """The form as it is in force on the day of intake."""
        return next((one for one in self._by_key.get(form, ()) if one.is_valid(day)), None)

    def head(self, form: FormKey, day: date) -> FormHead:
        """What the form is called on that day; raises FormNotInSetError."""
        found = self.find(form, day)
        if found is None:
            raise FormNotInSetError(form=form)
        return found.head

    def unconfirmed(self) -> tuple[SetForm, ...]:
        """The forms of a circular whose layout somebody has to confirm; what the settings show."""
        return tuple(one for one in self.forms if one.head.number and not one.is_confirmed)


class FormSetsReading(Struct, frozen=True):
    """The sets that a table holds, and the rows that were not taken."""

    form_sets: FormSets
    refusals: tuple[RowRefusal, ...]


def form_sets_from_rows(rows: Iterable[Mapping[str, str]]) -> FormSetsReading:
    """Read the columns form_set, circular, form, number, title, valid_from, valid_to, confidence, note."""
    taken, refused = read_rows("form_sets", rows, _set_form)
    return FormSetsReading(FormSets(tuple(one for _, one in taken)), tuple(refused))


def _set_form(cells: Cells) -> SetForm:
    valid_from, valid_to = cells.period()
    return SetForm(
        form_set=cells.required("form_set"),
        form=cells.choice("form", FormKey),
        head=FormHead(cells.required("title"), cells.number("number") or 0, cells.text("circular")),
        valid_from=valid_from,
        valid_to=valid_to,
        confidence=cells.confidence(),
        note=cells.text("note"),
    )
