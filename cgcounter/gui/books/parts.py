"""The fields by which each book is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from cgcounter.domain.handover_slips import HandoverSlip
from cgcounter.domain.names import matches
from cgcounter.gui.typed_values import read_day, show_day
from cgcounter.gui.widgets.enter_moves_on import EnterMovesOn
from cgcounter.gui.widgets.field_row import FieldRow, Remark
from cgcounter.gui.widgets.partial_date_edit import PartialDateEdit
from cgcounter.gui.widgets.pick_list import Choice, PickList
from cgcounter.services.ports import RegisterShare

_ALL: Final = ""


class BookPart(QWidget):
    """Fields side by side, with the words under each that say what is wrong with it.

    Signals: draw_wanted: all is answered.
    """

    draw_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._enter = EnterMovesOn(self)

    def add(self, place: tuple[int, int], label: str, field: QWidget, help_words: str) -> FieldRow:
        """A labelled field at a line and a place in it."""
        row = FieldRow(label, field, self)
        field.setWhatsThis(help_words)
        line, column = place
        self._grid.addWidget(row.label, line, 2 * column)
        self._grid.addWidget(row, line, 2 * column + 1)
        self._grid.setColumnStretch(2 * column + 1, 1)
        return row

    def add_button(self, line: int, button: QPushButton) -> None:
        """A button at the end of a line."""
        self._grid.addWidget(button, line, self._grid.columnCount())

    def day_in(self, row: FieldRow) -> date | None:
        """The day that stands in a field; where there is none the field says so."""
        field = row.field
        value = field.value if isinstance(field, PartialDateEdit) else None
        if isinstance(value, date):
            row.clear()
            return value
        row.say(Remark.ERROR, self.tr("Type a day, such as 24032022."))
        field.setFocus()
        return None


class RegisterPart(BookPart):
    """A period, and a field and volume or all of them.

    Signals: period_changed: the two days can be read and are others than before.
    """

    period_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._last = (PartialDateEdit[date](read_day, show_day) for _ in range(2))
        self._field, self._volume = PickList(self._fields), PickList(self._volumes)
        self._shares: Sequence[RegisterShare] = ()
        day = self.tr("The register holds what was received from the first to the last day; both count.")
        self._from_row = self.add((0, 0), self.tr("From"), self._first, day)
        self._to_row = self.add((0, 1), self.tr("Up to"), self._last, day)
        self.add(
            (1, 0),
            self.tr("Field"),
            self._field,
            self.tr("Only one field, found by some letters; left empty, the book is of all fields."),
        )
        self.add(
            (1, 1),
            self.tr("Volume"),
            self._volume,
            self.tr("Only one volume, such as 01/2022; left empty, the book is of all volumes."),
        )
        self._draw = QPushButton(self.tr("Draw the register"))
        self._draw.clicked.connect(self.draw_wanted)
        self.add_button(1, self._draw)
        for field in (self._field, self._volume):
            field.setPlaceholderText(self.tr("all"))
        for day_field in (self._first, self._last):
            day_field.value_changed.connect(self._tell)
        self.setFocusProxy(self._first)

    @property
    def period(self) -> tuple[date, date] | None:
        """The two days, where both can be read."""
        first, last = self._first.value, self._last.value
        return (first, last) if first is not None and last is not None else None

    @property
    def field(self) -> str:
        """The field that was picked; empty for all."""
        return _picked(self._field)

    @property
    def volume(self) -> str:
        """The volume that was picked; empty for all."""
        return _picked(self._volume)

    def ask_period(self) -> tuple[date, date] | None:
        """The two days; a day that cannot be read is asked for."""
        first = self.day_in(self._from_row)
        last = self.day_in(self._to_row) if first is not None else None
        return (first, last) if first is not None and last is not None else None

    def show_period(self, first: date, last: date) -> None:
        """Propose a period."""
        self._first.show_value(first)
        self._last.show_value(last)

    def show_shares(self, shares: Sequence[RegisterShare]) -> None:
        """Offer what the period has."""
        self._shares = shares
        self._to_row.clear()

    def say_problem(self, words: str) -> None:
        """Say beside the days why there is no register of them."""
        self._to_row.say(Remark.ERROR, words)
        self._last.setFocus()

    @Slot()
    def _tell(self) -> None:
        if self.period is not None:
            self.period_changed.emit()

    def _fields(self, typed: str) -> Sequence[Choice]:
        return self._counted(typed, [(share.field, share.dossiers) for share in self._shares])

    def _volumes(self, typed: str) -> Sequence[Choice]:
        return self._counted(typed, [(share.volume, share.dossiers) for share in self._shares])

    def _counted(self, typed: str, shares: Sequence[tuple[str, int]]) -> Sequence[Choice]:
        counts: dict[str, int] = {}
        for name, dossiers in shares:
            counts[name] = counts.get(name, 0) + dossiers
        thick = self.tr("dossiers: {count}")
        choices = [Choice(name, name, thick.format(count=count)) for name, count in counts.items()]
        return [one for one in choices if _answers(typed, one.text)]


class SlipPart(BookPart):
    """A day, and one of the slips that were handed over on it.

    Signals: day_changed: the day can be read and is another than before.
    """

    day_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = PartialDateEdit[date](read_day, show_day)
        self._slip = PickList(self._offered)
        self._slips: Sequence[HandoverSlip] = ()
        self._day_row = self.add(
            (0, 0),
            self.tr("Day"),
            self._day,
            self.tr("The day on which the dossiers were handed over on paper."),
        )
        self._slip_row = self.add(
            (0, 1),
            self.tr("Slip"),
            self._slip,
            self.tr(
                "To which unit: what is on no slip yet makes a new one; a slip that was printed can be printed again."
            ),
        )
        self._day.value_changed.connect(self._tell)
        self._slip.picked.connect(self._wish)
        self.setFocusProxy(self._slip)

    @property
    def day(self) -> date | None:
        """The day that is typed."""
        return self._day.value

    @property
    def slip(self) -> HandoverSlip | None:
        """The slip that is picked."""
        key = self._slip.choice.key if self._slip.choice else None
        return key if isinstance(key, HandoverSlip) else None

    def show_day(self, day: date) -> None:
        """Propose a day."""
        self._day.show_value(day)

    def show_slips(self, slips: Sequence[HandoverSlip], shown: HandoverSlip | None) -> None:
        """Offer the slips of the day, one of them picked."""
        self._slips = slips
        self._slip.show_choice(self._choice(shown) if shown else None)
        if slips:
            self._slip_row.clear()
        else:
            words = self.tr("Nothing was handed to another unit on paper on this day.")
            self._slip_row.say(Remark.HINT, words)

    def ask(self) -> HandoverSlip | None:
        """The slip that is picked; where none is, the field says so."""
        if self.day_in(self._day_row) is None:
            return None
        if self.slip is None and self._slips:
            self._slip_row.say(Remark.ERROR, self.tr("Pick a slip: the arrow down shows all of them."))
            self._slip.setFocus()
        return self.slip

    @Slot()
    def _tell(self) -> None:
        if self._day.value is not None:
            self._day_row.clear()
            self.day_changed.emit()

    @Slot(object)
    def _wish(self, choice: Choice | None) -> None:
        if choice is not None:
            self._slip_row.clear()
            self.draw_wanted.emit()

    def _offered(self, typed: str) -> Sequence[Choice]:
        return [choice for slip in self._slips if _answers(typed, (choice := self._choice(slip)).text)]

    def _choice(self, slip: HandoverSlip) -> Choice:
        words = self.tr("{unit}, dossiers: {count}").format(unit=slip.unit_name, count=len(slip.dossiers))
        if not slip.times_printed:
            return Choice(slip, words, self.tr("not printed yet"))
        # Two slips to one unit are told apart by their hours.
        told = self.tr("{unit}, {time}, dossiers: {count}")
        words = told.format(unit=slip.unit_name, time=f"{slip.handed_at:%H:%M}", count=len(slip.dossiers))
        return Choice(slip, words, self.tr("printed {count} ×").format(count=slip.times_printed))


class ListPart(BookPart):
    """The field whose procedures are to hang on the wall."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = PickList(self._offered)
        self._fields: Sequence[str] = ()
        self._row = self.add(
            (0, 0),
            self.tr("Field"),
            self._field,
            self.tr("The field whose procedures are shown: those in force today, and no others."),
        )
        self._field.picked.connect(self._wish)
        self.setFocusProxy(self._field)

    @property
    def field(self) -> str:
        """The field that is picked."""
        return _picked(self._field)

    def show_fields(self, fields: Sequence[str]) -> None:
        """Offer these."""
        self._fields = fields

    def ask(self) -> str:
        """The field that is picked; where none is, the field says so."""
        if not self.field:
            self._row.say(Remark.ERROR, self.tr("Pick a field: the arrow down shows all of them."))
            self._field.setFocus()
        return self.field

    @Slot(object)
    def _wish(self, choice: Choice | None) -> None:
        if choice is not None:
            self._row.clear()
            self.draw_wanted.emit()

    def _offered(self, typed: str) -> Sequence[Choice]:
        return [Choice(field, field) for field in self._fields if _answers(typed, field)]


def _picked(line: PickList) -> str:
    return str(line.choice.key) if line.choice is not None else _ALL


def _answers(typed: str, text: str) -> bool:
    return not typed.strip() or matches(typed, text) or text.startswith(typed.strip())
