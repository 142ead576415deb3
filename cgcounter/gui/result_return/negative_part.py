"""The answer is no: its reasons."""

from __future__ import annotations

from cgcounter.gui.result_return.card_part import CardPart


class NegativePart(CardPart):
    """The reasons of a negative result, as the citizen will read them."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Negative result"), self.tr("Record the negative result"), {"reason_missing": "reasons"}
        )
        self.add_field("reasons", self.tr("Reasons"))
        self.fields["reasons"].setPlaceholderText(self.tr("why it cannot be granted"))
