"""The pane with the pages of a document: turning, zooming, and how far one is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from cgcounter.gui.preview.page_view import PageView
from cgcounter.gui.theme import NO_ZOOM, theme_in_use
from cgcounter.gui.widgets.pane_keys import PaneKeys
from cgcounter.services.ports import PagePicture
from cgcounter.services.print_form import Rendered


class PreviewPane(QWidget):
    """Shows a rendered document.

    Signals: pages_wanted: the dpi at which the pages of the document should be made.
    """

    pages_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Rendered | None = None
        self._goes_on = False
        self._view = PageView()
        self._where, self._zoom = QLabel(), QLabel()
        keys = PaneKeys(self)
        self._zoom_in = keys.add(self.tr("Enlarge the page"), self._enlarge, "+", "=")
        self._zoom_out = keys.add(self.tr("Reduce the page"), self._reduce, "-")
        self._fit = keys.add(self.tr("Fit the page to the width"), self._fit_width, "0")
        self._build()
        self._view.sharper_wanted.connect(self.pages_wanted)
        self._view.page_turned.connect(self._tell)
        self.setFocusProxy(self._view)
        self._tell()

    @property
    def document(self) -> Rendered | None:
        """What is shown."""
        return self._document

    def show_document(
        self, document: Rendered, pages: Sequence[PagePicture], *, dpi: int, goes_on: bool = False
    ) -> None:
        """Show pages made at `dpi`, the first ones where the document goes on; the same one keeps its place."""
        same = self._document is document
        self._goes_on = goes_on
        self._document = document
        self._view.show_pages(pages, dpi=dpi, keep_place=same)
        self._tell()

    def show_words(self, words: str) -> None:
        """No document, but a sentence in its place."""
        self._document = None
        self._view.show_words(words)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_bar()

    def _build(self) -> None:
        self._bar = QHBoxLayout()
        self._bar.addWidget(self._where)
        self._bar.addStretch(1)
        self._bar.addWidget(self._zoom)
        for action, sign in ((self._zoom_out, "−"), (self._fit, "↔"), (self._zoom_in, "+")):
            action.setIconText(sign)
            button = QToolButton()
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text())
            self._bar.addWidget(button)
        for label in (self._where, self._zoom):
            label.setProperty("textRole", "muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(self._bar)
        rows.addWidget(self._view, 1)
        self._fit_bar()

    def _fit_bar(self) -> None:
        self._bar.setSpacing(theme_in_use().px(6))

    @Slot()
    def _enlarge(self) -> None:
        self._view.zoom_by(1)
        self._tell()

    @Slot()
    def _reduce(self) -> None:
        self._view.zoom_by(-1)
        self._tell()

    @Slot()
    def _fit_width(self) -> None:
        self._view.set_zoom(NO_ZOOM)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        page, count = self._view.page, self._view.page_count
        where = self.tr("Page {page} of {count}")
        if self._goes_on:
            where = self.tr("Page {page}; the first {count} are shown, print and file hold all of them")
        self._where.setText(where.format(page=page, count=count) if count else "")
        self._zoom.setText(f"{self._view.zoom} %")
