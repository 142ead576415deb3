"""Pages as pictures under each other, as sharp as the screen can show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from cgcounter.gui.theme import NO_ZOOM, theme_in_use
from cgcounter.services.ports import PagePicture

ZOOM_STEPS: Final = (50, 75, 100, 125, 150, 200, 300)
_LARGEST_FIT_DPI: Final = 150  # a page as wide as a large window would be harder to read, not easier
_LEAST_DPI: Final = 20
_MARGIN: Final = 16
_STEP: Final = 40
_RING: Final = 2
_ENDS = {Qt.Key.Key_Home: "minimum", Qt.Key.Key_End: "maximum"}


class PageView(QAbstractScrollArea):
    """Fits the pages to its width, then zooms from there.

    Signals: sharper_wanted: the dpi at which a pixel of the pages would be a pixel of the screen.
    page_turned: the number of the page in view, from 1.
    """

    sharper_wanted = Signal(int)
    page_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[PagePicture, ...] = ()  # the images borrow the bytes of these
        self._images: tuple[QImage, ...] = ()
        self._boxes: tuple[QRectF, ...] = ()
        self._words = ""
        self._dpi = 0
        self._zoom = NO_ZOOM
        self._page = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A bar that came and went would change the width that the pages are fitted to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Pages as they are printed"))

    @property
    def zoom(self) -> int:
        """Percent of the size that fits the width."""
        return self._zoom

    @property
    def page(self) -> int:
        """The number of the page in view, from 1; 0 without pages."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def show_pages(self, pages: Sequence[PagePicture], *, dpi: int, keep_place: bool = False) -> None:
        """Show these pages, made at `dpi`; from the top unless they are the same ones, only sharper."""
        self._pages = tuple(pages)
        self._images = tuple(_image(page) for page in self._pages)
        self._dpi = dpi
        self._words = ""
        place = self._place() if keep_place else 0.0
        self._lay_out(place)

    def show_words(self, words: str) -> None:
        """No pages, but a sentence in their place."""
        self._pages, self._images = (), ()
        self._words = words
        self.setAccessibleDescription(words)
        self._lay_out(0.0)

    def set_zoom(self, percent: int) -> None:
        """Zoom to a percentage of the fitting size; what was at the top stays there."""
        place = self._place()
        self._zoom = min(max(percent, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        self._lay_out(place)

    def zoom_by(self, steps: int) -> None:
        """Zoom in or out by steps."""
        at = ZOOM_STEPS.index(self._zoom) + steps
        self.set_zoom(ZOOM_STEPS[min(max(at, 0), len(ZOOM_STEPS) - 1)])

    def sizeHint(self) -> QSize:
        return QSize(theme_in_use().px(640), theme_in_use().px(480))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.tokens.line))
        painter.setPen(QColor(theme.tokens.text))
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.setPen(QColor(theme.tokens.border))
        for image, box in zip(self._images, self._boxes, strict=True):
            place = self._on_screen(box)
            if place.intersects(QRectF(event.rect())):
                self._paint_page(painter, image, place)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.tokens.primary), _RING))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right alone are for who holds the view; with Shift they move a page that is too wide."""
        bars = self.verticalScrollBar(), self.horizontalScrollBar()
        sideways = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}.get(Qt.Key(event.key()))
        if sideways is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                bars[1].setValue(bars[1].value() + sideways)
            else:
                event.ignore()
        elif event.key() in _ENDS:
            bars[0].setValue(getattr(bars[0], _ENDS[Qt.Key(event.key())])())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self._place())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange):
            self._lay_out(self._place())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        self._tell_page()

    def _paint_page(self, painter: QPainter, image: QImage, place: QRectF) -> None:
        if self._is_sharp():
            image.setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawImage(place.topLeft(), image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image, QRectF(QPointF(), image.size().toSizeF()))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _is_sharp(self) -> bool:
        return self._dpi == self._wanted_dpi()

    def _wanted_dpi(self) -> int:
        """The dpi at which the widest page fills the width, times the zoom, in pixels of the screen."""
        theme, ratio = theme_in_use(), self.devicePixelRatioF()
        inches = max(page.width for page in self._pages) / self._dpi
        room = self.viewport().width() - 2 * theme.px(_MARGIN)
        fitting = min(room / inches, theme.px(_LARGEST_FIT_DPI))
        return max(int(fitting * ratio * self._zoom / NO_ZOOM), _LEAST_DPI)

    def _lay_out(self, place: float) -> None:
        """Find the place of every page, `place` of the whole height at the top of the view."""
        self._boxes = self._stacked() if self._pages else ()
        margin = theme_in_use().px(_MARGIN)
        width = max((box.right() for box in self._boxes), default=0) + margin
        height = max((box.bottom() for box in self._boxes), default=0) + margin
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        view = self.viewport().size()
        down.setPageStep(max(view.height() - _STEP, _STEP))
        down.setSingleStep(_STEP)
        down.setRange(0, max(round(height - view.height()), 0))
        down.setValue(round(place * height))
        aside = across.value() / across.maximum() if across.maximum() else 0.5
        across.setPageStep(view.width())
        across.setRange(0, max(round(width - margin - view.width()), 0))
        across.setValue(round(aside * across.maximum()))
        self.viewport().update()
        self._tell_page()
        if self._pages and not self._is_sharp():
            self.sharper_wanted.emit(self._wanted_dpi())

    def _stacked(self) -> tuple[QRectF, ...]:
        scale = self._wanted_dpi() / self._dpi / self.devicePixelRatioF()
        margin = theme_in_use().px(_MARGIN)
        top = float(margin)
        boxes = []
        for page in self._pages:
            width, height = page.width * scale, page.height * scale
            left = max((self.viewport().width() - width) / 2, 0.0)
            boxes.append(QRectF(left, top, width, height))
            top += height + margin
        return tuple(boxes)

    def _on_screen(self, box: QRectF) -> QRectF:
        """Where a page is drawn: on whole pixels of the screen, whatever their ratio."""
        ratio = self.devicePixelRatioF()
        left = round((box.left() - self.horizontalScrollBar().value()) * ratio) / ratio
        top = round((box.top() - self.verticalScrollBar().value()) * ratio) / ratio
        return QRectF(left, top, box.width(), box.height())

    def _place(self) -> float:
        height = self._boxes[-1].bottom() if self._boxes else 0.0
        return self.verticalScrollBar().value() / height if height else 0.0

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        begun = sum(1 for box in self._boxes if box.top() <= middle)
        if begun != self._page:
            self._page = begun
            self.page_turned.emit(begun)


def _image(page: PagePicture) -> QImage:
    return QImage(page.rgb, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888)
