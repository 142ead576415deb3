"""What a trial found, one sentence a line, each with the icon of its tone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from cgcounter.gui.theme import Tone, theme_in_use
from cgcounter.gui.widgets.icons import picture

_SIDE = 16
_ROLES = {Tone.ALARM: "error", Tone.CAUTION: "warning", Tone.FINE: "fine", Tone.PLAIN: "muted"}


class Finding(NamedTuple):
    """One thing that was found."""

    tone: Tone
    words: str


class Findings(QWidget):
    """Shows what was found; the next trial takes the place of the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Finding, ...] = ()
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    @property
    def shown(self) -> tuple[Finding, ...]:
        """What is being said."""
        return self._shown

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say these; nothing at all takes no room."""
        self._shown = tuple(findings)
        while len(self._lines) < len(self._shown):
            self._add_line()
        for place, (image, words) in enumerate(self._lines):
            is_used = place < len(self._shown)
            words.setText(self._shown[place].words if is_used else "")
            image.setVisible(is_used)
            words.setVisible(is_used)
        self._dress()
        self.setVisible(bool(self._shown))
        self.setAccessibleName(" ".join(one.words for one in self._shown))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()

    def _add_line(self) -> None:
        image, words = QLabel(), QLabel()
        words.setWordWrap(True)
        row = len(self._lines)
        self._grid.addWidget(image, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, row, 1)
        self._lines.append((image, words))

    def _dress(self) -> None:
        theme = theme_in_use()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(4))
        for (image, words), finding in zip(self._lines, self._shown, strict=False):
            ink, fill = theme.tokens.ink_and_fill(finding.tone)
            image.setPixmap(picture(finding.tone.value, ink, theme.px(_SIDE), fill))
            words.setProperty("textRole", _ROLES[finding.tone])
            words.style().unpolish(words)
            words.style().polish(words)
