"""A part of the card that asks for a few lines before an act is done: reasons, days, amounts, people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum, auto
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.names import matches
from cgcounter.gui.result_return.card_part import CardPart
from cgcounter.gui.typed_values import read_day, read_dong, read_due, show_day, show_dong, show_due
from cgcounter.gui.widgets.money_edit import MoneyEdit
from cgcounter.gui.widgets.parsed_edit import ParsedEdit
from cgcounter.gui.widgets.partial_date_edit import PartialDateEdit
from cgcounter.gui.widgets.pick_list import Choice, PickList
from cgcounter.gui.widgets.pin_field import PinField

END_OF_DAY: Final = time(17, 0)


class Kind(Enum):
    """What a line holds."""

    TEXT = auto()
    DAY = auto()
    DUE = auto()
    MONEY = auto()
    PIN = auto()
    CHOICE = auto()


@dataclass(frozen=True)
class Line:
    """One line to ask for; ``places`` are the codes of the errors that are about it."""

    name: str
    label: str
    hint: str = ""
    kind: Kind = Kind.TEXT
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """What a part asks: its title, the words of its button, and its lines."""

    title: str
    confirm: str
    lines: tuple[Line, ...]


class AskPart(CardPart):
    """Built from its question, with what stands ``above`` its lines; what is chosen from is handed in when it opens."""

    def __init__(self, question: Question, above: Sequence[QWidget] = ()) -> None:
        places = {code: line.name for line in question.lines for code in line.places}
        super().__init__(question.title, question.confirm, places)
        for widget in above:
            self.add_wide(widget)
        self._choices: Mapping[str, Sequence[Choice]] = {}
        for line in question.lines:
            self.add_field(line.name, line.label, self._field(line))
            self.fields[line.name].setPlaceholderText(line.hint)

    def open_with(
        self, choices: Mapping[str, Sequence[Choice]], texts: Mapping[str, str] | None = None
    ) -> None:
        """Open empty, or with texts that are proposed; ``choices`` are offered by the lines of that name."""
        self._choices = choices
        self.open(texts)

    def text_or_nothing(self, name: str) -> str:
        """What stands in a line; nothing where the question has no such line."""
        return self.text(name) if name in self.fields else ""

    def day(self, name: str) -> datetime | None:
        """The end of the day that stands in a line, if there is one."""
        field = self.fields.get(name)
        value = field.value if isinstance(field, ParsedEdit) else None
        return datetime.combine(value, END_OF_DAY, TIME_ZONE) if isinstance(value, date) else None

    def amount(self, name: str) -> int:
        """The number in a line, 0 where there is none."""
        field = self.fields.get(name)
        value = field.value if isinstance(field, ParsedEdit) else None
        return value if isinstance(value, int) else 0

    def choice(self, name: str) -> object:
        """What was picked in a line; None where nothing was."""
        field = self.fields.get(name)
        return field.choice.key if isinstance(field, PickList) and field.choice else None

    def points_at_unreadable(self) -> bool:
        """Lead to a line whose text means nothing; False: all of it can be read."""
        for name, field in self.fields.items():
            if isinstance(field, ParsedEdit) and field.is_unreadable:
                self.ask_for(
                    name, self.tr("This cannot be read: a day is typed as 24032022, an amount as 12000.")
                )
                return True
        return False

    def _field(self, line: Line) -> QLineEdit | None:
        match line.kind:
            case Kind.DAY:
                return PartialDateEdit[date](read_day, show_day)
            case Kind.DUE:
                return PartialDateEdit[date | int](read_due, show_due)
            case Kind.MONEY:
                return MoneyEdit(read_dong, show_dong)
            case Kind.PIN:
                return PinField()
            case Kind.CHOICE:
                return PickList(_Offer(self, line.name))
            case Kind.TEXT:
                return None

    def offers(self, name: str) -> Sequence[Choice]:
        """What a line offers to choose from."""
        return self._choices.get(name, ())


class _Offer:
    """Finds the choices of one line by the beginnings of their words."""

    def __init__(self, part: AskPart, name: str) -> None:
        self._part, self._name = part, name

    def __call__(self, typed: str) -> Sequence[Choice]:
        offered = self._part.offers(self._name)
        return [one for one in offered if not typed.strip() or matches(typed, one.text)]
