"""Looks at a finished PDF: its pages as pictures for preview and printing, and its text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from threading import Lock
from typing import Any, Final

from cgcounter.services.ports import PagePicture

_POINTS_PER_INCH: Final = 72
# The engine rounds sizes up: without this, 1748.00002 pixels become 1749, and every bar moves.
_NOT_A_PIXEL_MORE: Final = 1 - 1e-6
# WORKAROUND https://github.com/pypdfium2-team/pypdfium2#thread-incompatibility: PDFium knows one thread at a time.
_ONE_AT_A_TIME: Final = Lock()


class PdfRaster:
    """The Raster of the services: what is shown is what is printed."""

    def pages(self, pdf: bytes, *, dpi: int, most: int | None = None) -> tuple[PagePicture, ...]:
        """Every page, or the first ``most`` of them, as RGB rows."""
        return tuple(islice(each_picture(pdf, dpi), most))


def page_pictures(pdf: bytes, dpi: int) -> tuple[PagePicture, ...]:
    """Every page as RGB rows, at so many pixels an inch."""
    return tuple(each_picture(pdf, dpi))


def each_picture(pdf: bytes, dpi: int) -> Iterator[PagePicture]:
    """Page after page as it is asked for: a thick book is never held as pictures."""
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # its wheel carries no types

    with _ONE_AT_A_TIME:
        document = PdfDocument(pdf)
        count = len(document)
    try:
        for number in range(count):
            with _ONE_AT_A_TIME:
                picture = _picture(document[number], dpi)
            yield picture
    finally:
        with _ONE_AT_A_TIME:
            document.close()


def page_text(pdf: bytes) -> tuple[str, ...]:
    """The text of every page as a reader would copy it out, one line a line."""
    with _pages(pdf) as pages:
        return tuple(_text(page) for page in pages)


@contextmanager
def _pages(pdf: bytes) -> Iterator[Iterator[Any]]:
    from pypdfium2 import PdfDocument

    with _ONE_AT_A_TIME:
        document = PdfDocument(pdf)
        try:
            yield (document[number] for number in range(len(document)))
        finally:
            document.close()


def _picture(page: Any, dpi: int) -> PagePicture:
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH * _NOT_A_PIXEL_MORE, rev_byteorder=True)
    rows = memoryview(bitmap.buffer).cast("B")
    row_bytes = 3 * bitmap.width
    rgb = b"".join(
        rows[start : start + row_bytes] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
    picture = PagePicture(bitmap.width, bitmap.height, rgb)
    bitmap.close()
    return picture


def _text(page: Any) -> str:
    textpage = page.get_textpage()
    text: str = textpage.get_text_bounded()
    textpage.close()
    return text.replace("\r\n", "\n")
