"""The fields of a person in the intake pane; a scanned card or a known number fills them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from cgcounter.domain.errors import CounterError
from cgcounter.domain.names import search_key
from cgcounter.domain.people import (
    IdWarning,
    PartialDate,
    Person,
    Sex,
    normalise_personal_id,
    normalise_phone,
    parse_partial_date,
    personal_id_warnings,
)
from cgcounter.gui.intake.habitual_enter import HabitualEnter
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.partial_date_edit import PartialDateEdit
from cgcounter.gui.widgets.pick_list import Choice, PickList
from cgcounter.gui.widgets.wrapping_row import FieldLine

FULL_ID = 12

FindAddresses = Callable[[str], Sequence[str]]


class PersonPart(Form):
    """Identity number, name, birth date, sex, phone and address.

    Signals: ``number_typed`` carries a complete 12-digit number once it stands; ``edited``: anything was typed.
    """

    number_typed = Signal(str)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.phone, self.name = QLineEdit(), QLineEdit(), QLineEdit()
        self.birth: PartialDateEdit[PartialDate] = PartialDateEdit(_read_date, lambda date: date.text)
        self.sex, self.address = QComboBox(), PickList(self._addresses, free_text=True)
        self._search: FindAddresses = lambda _text: ()
        self._known = ""
        self._sex_is_inferred = False
        self.habitual_enter = HabitualEnter(self)
        self._build_rows()
        self._explain()
        self._connect()

    def _build_rows(self) -> None:
        self.number.setMaxLength(20)
        self.number.setPlaceholderText(self.tr("12 digits, or scan the card"))
        self.birth.setPlaceholderText(self.tr("02091990 or 1990"))
        self.sex.addItem("", None)
        for sex in Sex:
            self.sex.addItem(sex.value, sex)
        self.phone.setMaxLength(20)
        self.name.setProperty("textRole", "name")
        self._number_row = self.add(self.tr("ID &number"), self.number)
        self._name_row = self.add(self.tr("&Full name"), self.name)
        self._birth_row = self.add(self.tr("Born"), self.birth)
        self._put_beside_birth()
        self._address_row = self.add(self.tr("Address"), self.address)

    def _put_beside_birth(self) -> None:
        """Sex and phone stand in the row of the birth date, whose remarks are told under all three."""
        self.birth.setProperty("holds", "date")
        self.phone.setProperty("holds", "phone")
        line, below = FieldLine(self._birth_row), self._birth_row.layout()
        if below is not None:
            below.removeWidget(self.birth)
            below.insertWidget(0, line)  # type: ignore[attr-defined]  # a QVBoxLayout, typed as QLayout
        line.add(self.birth)
        line.add(self.sex, self.tr("Sex"))
        line.add(self.phone, self.tr("Phone"))

    def _explain(self) -> None:
        self.number.setWhatsThis(
            self.tr(
                "The 12 digits of the identity card, the 9 of an old one, or a passport. Scanning the card fills all "
                "fields; a number that was here before fills them too."
            )
        )
        self.name.setWhatsThis(self.tr("As it stands on the card, or the name of an organisation."))
        self.birth.setWhatsThis(
            self.tr("Eight digits. The month and the year, or the year alone, where no more is known.")
        )
        self.sex.setWhatsThis(self.tr("Told by the number; the arrow keys change it."))
        self.phone.setWhatsThis(
            self.tr("Where the citizen can be reached. A number that looks wrong is kept too.")
        )
        self.address.setWhatsThis(
            self.tr(
                "A few letters of a village offer the addresses that were typed here before: Enter takes the marked "
                "one, Esc closes the list. Any other address may be typed."
            )
        )

    def _connect(self) -> None:
        for field in (self.number, self.phone, self.name, self.birth, self.address):
            field.textEdited.connect(self.edited)
        self.address.picked.connect(self.edited)
        self.sex.activated.connect(self._choose_sex)
        self.number.textEdited.connect(self._follow_number)
        self.number.editingFinished.connect(self._settle_number)
        self.name.editingFinished.connect(self._settle_name)
        self.birth.editingFinished.connect(self._check_birth)
        self.phone.editingFinished.connect(self._check_birth)

    def search_addresses_with(self, search: FindAddresses) -> None:
        """Offer addresses with this from now on; it is given what stands in the field."""
        self._search = search

    def typed(self) -> Person:
        """What the fields hold; an unreadable birth date counts as not known."""
        return Person(
            name=self.name.text(),
            personal_id=normalise_personal_id(self.number.text()),
            birth_date=self.birth.value,
            sex=self._chosen_sex,
            address=self.address.text(),
            phone=normalise_phone(self.phone.text())[0],
        )

    def point_at_unreadable(self) -> bool:
        """Lead to what was typed and means nothing; False: all of it can be read."""
        if self.birth.is_unreadable:
            self._check_birth()
            self.birth.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.birth.is_unreadable

    def is_about_another(self, person: Person) -> bool:
        """Whether the fields speak of somebody else, as far as number or name tell."""
        number = normalise_personal_id(self.number.text())
        if number:
            return not person.personal_id.startswith(number)
        return not search_key(person.name).startswith(search_key(self.name.text()))

    def show_person(self, person: Person) -> None:
        """Fill the fields."""
        self.clear_all()
        self.number.setText(person.personal_id)
        self.name.setText(person.name)
        self.birth.show_value(person.birth_date)
        self.sex.setCurrentIndex(max(self.sex.findData(person.sex), 0))
        self._show_address(person.address)
        self.phone.setText(person.phone)
        self._check_birth()

    def show_card(self, person: Person) -> None:
        """Take over a scanned card; a name with its marks, and an address, that were typed are better than its."""
        now = self.typed()
        has_marks = search_key(now.name) == search_key(person.name)
        self.show_person(
            Person(
                name=now.name if has_marks else person.name,
                personal_id=person.personal_id,
                birth_date=person.birth_date or now.birth_date,
                sex=person.sex or now.sex,
                address=now.address or person.address,
                phone=now.phone,
            )
        )
        if not self.name.text():
            self._name_row.say(Remark.WARNING, self.tr("The card did not give the name: type it."))
        elif not has_marks:
            self._name_row.say(Remark.WARNING, self.tr("Check the name against the card."))

    def fill_gaps(self, person: Person) -> bool:
        """Take over from an earlier dossier what the clerk has not typed; True: the name is no longer asked for."""
        had_name = bool(self.name.text().strip())
        for field, text in ((self.name, person.name), (self.phone, person.phone)):
            if not field.text().strip():
                field.setText(text)
        if not self.address.text().strip():
            self._show_address(person.address)
        if not self.birth.text().strip():
            self.birth.show_value(person.birth_date)
        if self._chosen_sex is None:
            self.sex.setCurrentIndex(max(self.sex.findData(person.sex), 0))
        self._settle_name()
        self._check_birth()
        return not had_name and self.name.hasFocus()

    def say_known(self, words: str) -> None:
        """What is known about this number: earlier dossiers."""
        self._known = words
        self._check_number()

    def say_name_missing(self, words: str) -> None:
        """The one thing a dossier cannot be without."""
        self._name_row.say(Remark.ERROR, words)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_empty(self) -> QWidget | None:
        """Number or name, whichever is missing."""
        return next((field for field in (self.number, self.name) if not field.text().strip()), None)

    def clear_all(self) -> None:
        """Empty fields, no remarks."""
        self._known = ""
        self._sex_is_inferred = False
        for field in (self.number, self.phone, self.name, self.birth):
            field.clear()
        self._show_address("")
        self.sex.setCurrentIndex(0)
        for row in (self._number_row, self._name_row, self._birth_row, self._address_row):
            row.clear()

    @property
    def _chosen_sex(self) -> Sex | None:
        chosen = self.sex.currentData()  # the box keeps the text of an enum, not the enum
        return Sex(chosen) if chosen else None

    def _show_address(self, text: str) -> None:
        self.address.show_choice(Choice(text, text) if text else None)
        self.address.setCursorPosition(0)  # the village tells more than the province

    def _addresses(self, text: str) -> Sequence[Choice]:
        return [Choice(address, address) for address in self._search(text)]

    @Slot()
    def _choose_sex(self) -> None:
        self._sex_is_inferred = False
        self._check_number()
        self.edited.emit()

    @Slot(str)
    def _follow_number(self, text: str) -> None:
        number = normalise_personal_id(text)
        self._known = ""
        # No word about a number that is still being typed: it would push the next fields down and up again.
        self._number_row.clear()
        is_whole = len(number) == FULL_ID and number.isdecimal()
        self._infer_sex(number if is_whole else "")
        if is_whole:
            self._check_number()
            self.number_typed.emit(number)
            self._move_on(number)

    def _infer_sex(self, number: str) -> None:
        if self._chosen_sex is not None and not self._sex_is_inferred:
            return
        self._sex_is_inferred = bool(number)
        sex = (Sex.FEMALE if int(number[3]) % 2 else Sex.MALE) if number else None
        self.sex.setCurrentIndex(self.sex.findData(sex))

    def _move_on(self, number: str) -> None:
        is_at_end = self.number.cursorPosition() == len(self.number.text())
        if self.number.hasFocus() and is_at_end and not personal_id_warnings(number):
            self.habitual_enter.lead_to(self.name)

    @Slot()
    def _settle_number(self) -> None:
        number = normalise_personal_id(self.number.text())
        if number != self.number.text():
            self.number.setText(number)  # as it is stored: what was pasted may hold blanks and a line end
        self._check_number()

    @Slot()
    def _settle_name(self) -> None:
        if self.name.text().strip():
            self._name_row.clear()

    @Slot()
    def _check_birth(self) -> None:
        digits, is_phone = normalise_phone(self.phone.text())
        if self.birth.is_unreadable:
            self._birth_row.say(Remark.ERROR, self.tr("There is no such date: 02091990, 9/1990 or 1990."))
        elif digits and not is_phone:
            self._birth_row.say(Remark.WARNING, self.tr("This does not look like a phone number."))
        else:
            self._birth_row.clear()
        self._check_number()

    @Slot()
    def _check_number(self) -> None:
        number = normalise_personal_id(self.number.text())
        warnings = personal_id_warnings(number, self.birth.value, self._chosen_sex) if number else ()
        if warnings:
            words = " ".join(self._warning_words(warning) for warning in warnings)
            self._number_row.say(Remark.WARNING, words)
        elif self._known:
            self._number_row.say(Remark.HINT, self._known)
        else:
            self._number_row.clear()

    def _warning_words(self, warning: IdWarning) -> str:
        return {
            IdWarning.NOT_DIGITS: self.tr("Not only digits: fine for a passport."),
            IdWarning.LENGTH: self.tr("An identity number has 12 digits, an old one 9."),
            IdWarning.UNKNOWN_PROVINCE: self.tr("The first three digits are no known province."),
            IdWarning.BIRTH_YEAR_MISMATCH: self.tr("The birth year does not fit the number."),
            IdWarning.SEX_MISMATCH: self.tr("The sex does not fit the number."),
        }[warning]


def _read_date(text: str) -> PartialDate | None:
    try:
        return parse_partial_date(text)
    except CounterError:
        return None
