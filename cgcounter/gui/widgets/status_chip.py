"""A state as icon, word and colour together: a small rounded label, alone or in the cells of a table."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cgcounter.gui.theme import Tone, theme_in_use
from cgcounter.gui.widgets.icons import paint_icon

TONE_ROLE = Qt.ItemDataRole.UserRole + 1


class StatusChip(QWidget):
    """Shows one state."""

    def __init__(self, tone: Tone = Tone.PLAIN, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tone, self._word = tone, word
        self.show_state(tone, word)

    def show_state(self, tone: Tone, word: str) -> None:
        """Say another state."""
        self._tone, self._word = tone, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self.fontMetrics(), self._word)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_chip(painter, self.rect(), self._tone, self._word)


class ChipDelegate(QStyledItemDelegate):
    """Draws a cell as a chip: the word is the cell's text, its Tone stands under `TONE_ROLE`."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tone = index.data(TONE_ROLE)
        if tone not in Tone.__members__.values():
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        word, option.text = option.text, ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        size = chip_size(option.fontMetrics, word)
        left = option.rect.left() + theme_in_use().px(8)
        width = min(size.width(), option.rect.right() - left)
        top = option.rect.top() + (option.rect.height() - size.height()) // 2
        paint_chip(painter, QRect(left, top, width, size.height()), Tone(tone), word)


def chip_size(metrics: QFontMetrics, word: str) -> QSize:
    """How much room a chip takes."""
    px = theme_in_use().px
    return QSize(metrics.horizontalAdvance(word) + px(14) + px(22), metrics.height() + px(6))


def paint_chip(painter: QPainter, area: QRect, tone: Tone, word: str) -> None:
    """Draw a chip into `area`; a word that does not fit is shortened."""
    theme = theme_in_use()
    ink, fill = theme.tokens.ink_and_fill(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    radius = area.height() / 2
    painter.drawRoundedRect(QRectF(area), radius, radius)
    side = theme.px(12)
    top = area.top() + (area.height() - side) / 2
    paint_icon(painter, tone.value, QRectF(area.left() + theme.px(9), top, side, side), ink, fill)
    words = area.adjusted(theme.px(26), 0, -theme.px(8), 0)
    painter.setPen(QColor(ink))
    shown = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
