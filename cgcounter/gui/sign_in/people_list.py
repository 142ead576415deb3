"""The people of the office as a list for the keyboard: a digit, the arrows or letters of a name choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cgcounter.domain.names import last_word_key, matches, search_key
from cgcounter.domain.staff import StaffId
from cgcounter.gui.theme import theme_in_use

DIGITS: Final = 9
_ROW_HEIGHT: Final = 52
_ROWS_SEEN: Final = 6
_RING: Final = 2  # of the focus, which the rows must not cover
_NUMBER_WIDTH: Final = 44
_NAME_POINTS: Final = 13
_ROLES_POINTS: Final = 10

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class Person(NamedTuple):
    """One who can sign in here, and in words the parts they play."""

    id: StaffId
    name: str
    roles: str


class PeopleModel(QAbstractListModel):
    """The people in the order of their digits; replaced whole."""

    PERSON: Final = _Role.UserRole

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone shown."""
        return self._people

    def replace(self, people: Sequence[Person]) -> None:
        """Show these people."""
        self.beginResetModel()
        self._people = tuple(people)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self._people[index.row()]
        if role == self.PERSON:
            return person
        if role == _Role.DisplayRole:
            return person.name
        if role == _Role.AccessibleTextRole:
            return f"{index.row() + 1}, {person.name}, {person.roles}"
        return None


class PeopleList(QListView):
    """Keeps the focus until somebody is chosen.

    Signals: chosen: the current person is the one. pointed: the current person is another one.
    """

    chosen = Signal()
    pointed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = PeopleModel(self)
        self._letters = ""
        self._pointed: StaffId | None = None
        self.setModel(self._people)
        self.setItemDelegate(_PersonDelegate(self))
        self.setUniformItemSizes(True)
        self.setViewportMargins(_RING, _RING, _RING, _RING)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    @property
    def person(self) -> Person | None:
        """Who is pointed at."""
        index = self.currentIndex()
        return self._people.people[index.row()] if index.isValid() else None

    def show_people(self, people: Sequence[Person], *, at: StaffId | None = None) -> None:
        """List these people; who was pointed at before stays so, else `at`, else the first."""
        kept = self._pointed or at
        self._people.replace(people)
        self._point(next((row for row, person in enumerate(people) if person.id == kept), 0))
        self.updateGeometry()

    def point_at(self, person: StaffId) -> None:
        """Point at this person, if here."""
        row = next((row for row, each in enumerate(self._people.people) if each.id == person), None)
        if row is not None:
            self._point(row)

    def step(self, rows: int) -> None:
        """Point at somebody further up or down."""
        row = self.currentIndex().row() + rows
        self._point(min(max(row, 0), self._people.rowCount() - 1))

    def sizeHint(self) -> QSize:
        rows = min(max(self._people.rowCount(), 1), _ROWS_SEEN)
        return QSize(super().sizeHint().width(), self._row_height() * rows + 2 * (self.frameWidth() + _RING))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._row_height() * 2)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        person = self.person
        # A list read anew puts its mark where it was: nobody else is meant.
        if person is not None and person.id != self._pointed:
            self._pointed = person.id
            self.pointed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() == Qt.Key.Key_Backspace:
            self._search(self._letters[:-1])
        elif text in set("123456789"):
            self._choose_digit(int(text))
        elif text.isprintable() and text:
            self._search_on(text)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._letters = ""
        super().focusOutEvent(event)

    @Slot()
    def _choose(self) -> None:
        self._letters = ""
        if self.currentIndex().isValid():
            self.chosen.emit()

    def _choose_digit(self, digit: int) -> None:
        if digit <= self._people.rowCount():
            self._point(digit - 1)
            self._choose()

    def _search_on(self, letter: str) -> None:
        """Letters that lead nowhere begin a new search: nobody has to wait or to delete."""
        self._search(self._letters + letter) or self._search(letter)

    def _search(self, letters: str) -> bool:
        row = self._row_of(letters)
        if row is None:
            return False
        self._letters = letters
        self._point(row)
        return True

    def _row_of(self, letters: str) -> int | None:
        """People are called by the last word of their names: a hit there comes first."""
        wanted = search_key(letters)
        rows = [row for row, person in enumerate(self._people.people) if matches(letters, person.name)]
        called = [row for row in rows if last_word_key(self._people.people[row].name).startswith(wanted)]
        return next(iter(called or rows), None) if wanted else None

    def _point(self, row: int) -> None:
        self.setCurrentIndex(self._people.index(row))

    def _row_height(self) -> int:
        return theme_in_use().px(_ROW_HEIGHT)


class _PersonDelegate(QStyledItemDelegate):
    """Draws digit, name, and below it the roles."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme_in_use().px(_ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        person = index.data(PeopleModel.PERSON)
        box: QRect = option.rect
        painter.save()
        self._draw(painter, box, index.row() + 1, person)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRect, number: int, person: Person) -> None:
        theme = theme_in_use()
        left = theme.px(_NUMBER_WIDTH)
        number_box = QRect(box.left(), box.top(), left, box.height())
        seam = box.height() * 11 // 20
        upper = box.adjusted(left, 0, -theme.px(8), seam - box.height())
        lower = box.adjusted(left, seam, -theme.px(8), 0)
        centre = Qt.AlignmentFlag.AlignCenter
        if number <= DIGITS:
            _write(painter, number_box, centre, str(number), (_NAME_POINTS, theme.tokens.primary))
        _write(painter, upper, Qt.AlignmentFlag.AlignBottom, person.name, (_NAME_POINTS, theme.tokens.text))
        _write(painter, lower, Qt.AlignmentFlag.AlignTop, person.roles, (_ROLES_POINTS, theme.tokens.muted))


def _write(painter: QPainter, box: QRect, where: Qt.AlignmentFlag, text: str, style: tuple[int, str]) -> None:
    points, colour = style
    font = QFont(painter.font())
    font.setPointSizeF(points * theme_in_use().zoom / 100)
    painter.setFont(font)
    painter.setPen(colour)
    clipped = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, where, clipped)
