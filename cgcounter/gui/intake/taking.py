"""Whether the fee is taken now, and the official receipt that was written for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from cgcounter.domain.offices import FeeMoment
from cgcounter.domain.particulars import OfficialReceipt
from cgcounter.gui.widgets.prompt_box import PromptBox
from cgcounter.services.texts import MOST_TEXT


class Taking(QObject):
    """A box that is ticked or not as the office usually does, and a line for the number; their owner places them.

    Signals: ``edited``: the clerk ticked or typed.
    """

    edited = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.now, self.number = PromptBox(self.tr("Take n&ow")), QLineEdit()
        self._is_usual = False
        self.now.setAccessibleName(self.tr("Take the fee now"))
        self.number.setMaxLength(MOST_TEXT)
        self.number.setPlaceholderText(self.tr("number, if one was written"))
        self.now.setWhatsThis(
            self.tr("Ticked, the money is taken with the intake; else the return asks for it.")
        )
        self.number.setWhatsThis(
            self.tr("The number on the receipt that you wrote; the program makes up none. May be left out.")
        )
        self.now.clicked.connect(self._tell)
        self.number.textEdited.connect(self._tell)

    @property
    def takes_fee(self) -> bool:
        """Whether the fee is taken with the intake."""
        return self.now.isChecked()

    @property
    def official(self) -> OfficialReceipt | None:
        """The receipt that was written, if its number was typed."""
        number = self.number.text().strip()
        return OfficialReceipt(number) if number and self.takes_fee else None

    def take_habit(self, moment: FeeMoment) -> None:
        """Stand from now on as the office usually does."""
        self._is_usual = moment is FeeMoment.INTAKE
        self.clear()

    def clear(self) -> None:
        """As the office usually does."""
        self.restore(takes_fee=self._is_usual, official=None)

    def restore(self, *, takes_fee: bool, official: OfficialReceipt | None) -> None:
        """Stand as in a draft."""
        self.now.setChecked(takes_fee)
        self.number.setText(official.number if official else "")

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()
