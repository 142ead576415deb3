"""A line of text that means a value: typed in digits, shown in its usual form."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

Value = TypeVar("Value")


class ParsedEdit(QLineEdit, Generic[Value]):
    """Reads what is typed with `parse` (None: it cannot be read) and shows it with `show`.

    Signals: value_changed: the value, None while there is none or it cannot be read.
    """

    value_changed = Signal(object)

    allowed = r"[\d/.\- ]*"

    def __init__(
        self,
        parse: Callable[[str], Value | None],
        show: Callable[[Value], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse, self._show = parse, show
        self._told: Value | None = None
        self.setValidator(QRegularExpressionValidator(QRegularExpression(self.allowed), self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.textEdited.connect(self._follow)

    @property
    def value(self) -> Value | None:
        """What is meant; None when nothing is typed or it cannot be read."""
        return self._parse(self.text()) if self.text().strip() else None

    @property
    def is_unreadable(self) -> bool:
        """Whether something is typed that means nothing."""
        return bool(self.text().strip()) and self.value is None

    def show_value(self, value: Value | None) -> None:
        """Show a value that comes from elsewhere; nobody is told."""
        self._told = value
        self.setText("" if value is None else self._show(value))

    def shaped(self, text: str) -> str:
        """What to make of the text while it is being typed; the digits must stay as they are."""
        return text

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._tidy()
        super().focusOutEvent(event)

    @Slot(str)
    def _follow(self, text: str) -> None:
        shaped = self.shaped(text)
        if shaped != text:
            digits = sum(letter.isdigit() for letter in text[: self.cursorPosition()])
            self.setText(shaped)
            self.setCursorPosition(_after_digits(shaped, digits))
        self._tell()

    def _tidy(self) -> None:
        """What can be read gets its usual form as soon as the field is left."""
        value = self.value
        if value is not None and self._show(value) != self.text():
            self.setText(self._show(value))

    def _tell(self) -> None:
        value = self.value
        if value != self._told:
            self._told = value
            self.value_changed.emit(value)


def _after_digits(text: str, digits: int) -> int:
    """The place in `text` right after its first so many digits."""
    for place, letter in enumerate(text):
        if digits == 0:
            return place
        digits -= letter.isdigit()
    return len(text)
