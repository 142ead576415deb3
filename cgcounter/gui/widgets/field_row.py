"""A field with its label, and one line of words under it when something is to be said about it."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget


class Remark(StrEnum):
    """What the line under a field is."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class FieldRow(QWidget):
    """The field and the line under it; the label stands in the form's own column."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(label)
        self.label.setBuddy(field)
        self.field = field
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        self._remark = QLabel(self)
        self._remark.setWordWrap(True)
        self._remark.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(field)
        layout.addWidget(self._remark)

    @property
    def remark(self) -> str:
        """What is being said about the field; empty when all is well."""
        return self._remark.text()

    def say(self, remark: Remark, words: str) -> None:
        """Say something about the field, in words, beside it."""
        self._remark.setText(words)
        self._dress(remark.value)
        self._remark.show()

    def clear(self) -> None:
        """All is well again."""
        self._remark.clear()
        self._dress("")
        self._remark.hide()

    def _dress(self, state: str) -> None:
        # Of a field made of several widgets, that which is typed into bears the colour.
        proxy: QWidget | None = self.field.focusProxy()
        typed = self.field if proxy is None else proxy
        typed.setAccessibleDescription(self._remark.text())
        typed.setProperty("state", state)
        self._remark.setProperty("textRole", state)
        for widget in (typed, self._remark):
            # A stylesheet looks at properties only when it is asked to.
            widget.style().unpolish(widget)
            widget.style().polish(widget)


class Form(QWidget):
    """Rows of fields under each other, their labels in one column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def add(self, label: str, field: QWidget) -> FieldRow:
        """Add a row; Alt and the letter after & in `label` jump to `field`."""
        row = FieldRow(label, field, self)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(row.label, self._rows, 0, top)
        self._grid.addWidget(row, self._rows, 1)
        row.label.setProperty("formLabel", True)  # noqa: FBT003  Qt's own signature
        self._rows += 1
        return row

    def add_wide(self, widget: QWidget) -> None:
        """Add something that spans both columns."""
        self._grid.addWidget(widget, self._rows, 0, 1, 2)
        self._rows += 1
