"""The fields of a person in the intake pane; a scanned card or a known number fills them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from cgcounter.domain.errors import CounterError
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
from cgcounter.gui.widgets.field_row import Form, Remark
from cgcounter.gui.widgets.partial_date_edit import PartialDateEdit
from cgcounter.gui.widgets.wrapping_row import FieldLine

FULL_ID = 12


class PersonPart(Form):
    """Identity number, name, birth date, sex, address and phone.

    Signals: ``number_typed`` carries a complete 12-digit number once it stands; ``edited``: anything was typed.
    """

    number_typed = Signal(str)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.phone, self.name = QLineEdit(), QLineEdit(), QLineEdit()
        self.birth: PartialDateEdit[PartialDate] = PartialDateEdit(_read_date, lambda date: date.text)
        self.sex, self.address = QComboBox(), QLineEdit()
        self._build_rows()
        for field in (self.number, self.phone, self.name, self.birth, self.address):
            field.textEdited.connect(self.edited)
        self.sex.activated.connect(self.edited)
        self.number.textEdited.connect(self._check_number)
        self.sex.activated.connect(self._check_number)
        self.number.textEdited.connect(self._tell_number)
        self.birth.editingFinished.connect(self._check_birth)
        self.phone.editingFinished.connect(self._check_phone)
        self.name.editingFinished.connect(self._settle_name)

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
        line, below = FieldLine(self._birth_row), self._birth_row.layout()
        if below is not None:
            below.removeWidget(self.birth)
            below.insertWidget(0, line)  # type: ignore[attr-defined]  # a QVBoxLayout, typed as QLayout
        line.add(self.birth)
        line.add(self.sex, self.tr("Sex"))
        line.add(self.phone, self.tr("Phone"))

    def typed(self) -> Person:
        """What the fields hold; an unreadable birth date counts as not known (its row says so)."""
        return Person(
            name=self.name.text(),
            personal_id=normalise_personal_id(self.number.text()),
            birth_date=self.birth.value,
            sex=self.sex.currentData(),
            address=self.address.text(),
            phone=normalise_phone(self.phone.text())[0],
        )

    def show_person(self, person: Person, *, check_name: bool = False) -> None:
        """Fill the fields; ``check_name`` asks the clerk to look at the name (wedge scanners lose marks)."""
        self.number.setText(person.personal_id)
        self.name.setText(person.name)
        self.birth.show_value(person.birth_date)
        self.sex.setCurrentIndex(max(self.sex.findData(person.sex), 0))
        self.address.setText(person.address)
        self.phone.setText(person.phone)
        self._check_birth()
        if check_name:
            self._name_row.say(Remark.WARNING, self.tr("Check the name against the card."))

    def fill_gaps(self, person: Person) -> None:
        """Take over from an earlier dossier what the clerk has not typed."""
        now = self.typed()
        self.show_person(
            Person(
                name=now.name or person.name,
                personal_id=now.personal_id or person.personal_id,
                birth_date=now.birth_date or person.birth_date,
                sex=now.sex or person.sex,
                address=now.address or person.address,
                phone=now.phone or person.phone,
            )
        )

    def say_known(self, words: str) -> None:
        """What is known about this number: earlier dossiers."""
        if words:
            self._number_row.say(Remark.HINT, words)

    def say_name_missing(self, words: str) -> None:
        """The one thing a dossier cannot be without."""
        self._name_row.say(Remark.ERROR, words)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_all(self) -> None:
        """Empty fields, no remarks."""
        for field in (self.number, self.phone, self.name, self.birth, self.address):
            field.clear()
        self.sex.setCurrentIndex(0)
        for row in (self._number_row, self._name_row, self._birth_row, self._address_row):
            row.clear()

    def _check_birth(self) -> None:
        if self.birth.is_unreadable:
            self._birth_row.say(Remark.ERROR, self.tr("There is no such date: 02091990, 9/1990 or 1990."))
        else:
            self._birth_row.clear()
            self._check_number()

    def _settle_name(self) -> None:
        if self.name.text().strip():
            self._name_row.clear()

    def _check_phone(self) -> None:
        digits, valid = normalise_phone(self.phone.text())
        if digits and not valid:
            self._birth_row.say(Remark.WARNING, self.tr("This does not look like a phone number."))
        else:
            self._check_birth()

    def _tell_number(self) -> None:
        number = normalise_personal_id(self.number.text())
        if len(number) == FULL_ID and number.isdecimal():
            self._infer_sex(number)
            self.number_typed.emit(number)

    def _infer_sex(self, number: str) -> None:
        if self.sex.currentData() is None:
            sex = Sex.FEMALE if int(number[3]) % 2 else Sex.MALE
            self.sex.setCurrentIndex(self.sex.findData(sex))

    def _check_number(self) -> None:
        number = normalise_personal_id(self.number.text())
        if not number:
            self._number_row.clear()
            return
        warnings = personal_id_warnings(number, self.birth.value, self.sex.currentData())
        words = " ".join(self._warning_words(warning) for warning in warnings)
        if words:
            self._number_row.say(Remark.WARNING, words)
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
