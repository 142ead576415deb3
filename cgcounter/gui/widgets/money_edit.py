"""A field for whole dong: "150000" becomes "150.000" while it is typed."""

from cgcounter.gui.widgets.parsed_edit import ParsedEdit


class MoneyEdit(ParsedEdit[int]):
    """Groups the digits in threes with dots, as money is written in Vietnam."""

    allowed = r"[\d.]*"

    def shaped(self, text: str) -> str:
        digits = text.replace(".", "").lstrip("0") or ("0" if "0" in text else "")
        head = len(digits) % 3 or 3
        groups = [digits[:head], *(digits[at : at + 3] for at in range(head, len(digits), 3))]
        return ".".join(groups)
