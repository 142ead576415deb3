"""A small field for a count from 1 on; digits only, no arrows to hit."""

from PySide6.QtWidgets import QWidget

from cgcounter.gui.widgets.parsed_edit import ParsedEdit


class CountEdit(ParsedEdit[int]):
    """Shows 1 where nothing was typed: a count is never empty."""

    allowed = r"\d{0,4}"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_read, str, parent)
        self.show_value(1)

    @property
    def count(self) -> int:
        """What is meant: at least 1."""
        return self.value or 1

    def _tidy(self) -> None:
        super()._tidy()
        if self.value is None:
            self.setText(str(self.count))


def _read(text: str) -> int | None:
    return int(text) if text.isdecimal() and int(text) > 0 else None
