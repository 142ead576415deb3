"""The public list (niêm yết công khai): what this office receives of a field, for its wall, as in force today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from cgcounter.domain.form_sets import FormSets
from cgcounter.domain.forms import FormKey, PublicListFacts
from cgcounter.domain.offices import Office
from cgcounter.domain.procedures import Level, Procedure
from cgcounter.domain.staff import Actor, require_role
from cgcounter.domain.units import Unit, UnitKind, Units
from cgcounter.services.intake import unit_here
from cgcounter.services.ports import Forms, Printers, Reading
from cgcounter.services.print_form import Rendered
from cgcounter.services.show_daily_log import READERS
from cgcounter.services.texts import file_words
from cgcounter.services.workplace import Workplace

_FORM: Final = FormKey.PUBLIC_LIST


class PrintPublicList:
    """Gathers what is in force now, and nothing else: what has expired is on no list and no paper (9.9)."""

    def __init__(self, workplace: Workplace, forms: Forms, printers: Printers, form_sets: FormSets) -> None:
        self._workplace = workplace
        self._forms = forms
        self._printers = printers
        self._form_sets = form_sets

    def fields(self, actor: Actor) -> tuple[str, ...]:
        """The fields that have procedures in force today, in the order of the catalogue; raises RoleMissingError."""
        require_role(actor, READERS)
        with self._workplace.store.look() as reading:
            return tuple(dict.fromkeys(one.field for one in _in_force(reading, self._today())))

    def __call__(self, actor: Actor, field: str) -> PublicListFacts:
        """The list of a field as of today; raises RoleMissingError, FormNotInSetError."""
        require_role(actor, READERS)
        today = self._today()
        with self._workplace.store.look() as reading:
            shown = tuple(one for one in _in_force(reading, today) if one.field == field)
            office, units = reading.reference.office(), reading.reference.units()
        named = ((one.code, _deciders(one, office, units, today)) for one in shown)
        return PublicListFacts(
            head=self._form_sets.head(_FORM, today),
            office=office,
            field=field,
            day=today,
            procedures=shown,
            deciders=tuple((code, names) for code, names in named if names),
        )

    def render(self, facts: PublicListFacts) -> Rendered:
        """The list as a document."""
        title = f"{_FORM}-{facts.day:%Y%m%d}-{file_words(facts.field)}"
        return Rendered(self._forms.render(facts), title)

    def print(self, actor: Actor, field: str) -> Rendered:
        """Print the list as it is in force now, whatever was shown before; raises RoleMissingError, PrinterError."""
        rendered = self.render(self(actor, field))
        printer = self._printers.printer_for(_FORM)
        printer.send(rendered.pdf, title=rendered.title, size=self._printers.size_for(_FORM))
        return rendered

    def _today(self) -> date:
        return self._workplace.clock.now().date()


def _in_force(reading: Reading, day: date) -> tuple[Procedure, ...]:
    """What this counter receives, as intake offers it."""
    return reading.reference.catalogue().catalogue.received_at(unit_here(reading)).in_force(day)


def _deciders(procedure: Procedure, office: Office, units: Units, day: date) -> str:
    """The names of the units that deal with what the commune only receives; empty where they are not known."""
    if procedure.level is Level.COMMUNE:
        return ""
    near, wanted = units.valid_on(day), procedure.forwarded_to
    if procedure.level is Level.COMMUNE_POLICE:
        near, wanted = units.children(office.unit_key, day), (UnitKind.COMMUNE_POLICE,)
    return "; ".join(unit.name for word in wanted if (unit := _the_one(near, word)) is not None)


def _the_one(units: Sequence[Unit], word: str) -> Unit | None:
    """The unit of a key, or of a kind that only one of them is of."""
    found = [unit for unit in units if word in (unit.key, unit.kind)]
    return found[0] if len(found) == 1 else None
