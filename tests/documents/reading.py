"""Eyes of the tests: what a reader, a ruler and a scanner find on finished paper."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import zxingcpp
from PIL import Image, ImageFilter
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # its wheel carries no types

from cgcounter.documents.raster import page_pictures, page_text

MM = 72 / 25.4


class TextBox(NamedTuple):
    """Where letters stand, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class ReadPage(NamedTuple):
    """A page as the ruler finds it."""

    width: float
    height: float
    texts: tuple[TextBox, ...]


def lines_of(pdf: bytes, page: int = 0) -> list[str]:
    """The lines of a page as a reader would copy them out."""
    return page_text(pdf)[page].splitlines()


def measured(pdf: bytes) -> tuple[ReadPage, ...]:
    """Every page with the boxes of its texts."""
    document = PdfDocument(pdf)
    pages = []
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        words = page.get_textpage()
        boxes = [words.get_rect(place) for place in range(words.count_rects())]
        texts = tuple(
            TextBox(left, height - top, right, height - bottom) for left, bottom, right, top in boxes
        )
        pages.append(ReadPage(width, height, texts))
        words.close()
    document.close()
    return tuple(pages)


def overlaps(page: ReadPage) -> list[tuple[TextBox, TextBox]]:
    """Pairs of texts that stand on one another."""
    return [
        (one, other)
        for one, other in combinations(page.texts, 2)
        if min(one.right, other.right) - max(one.left, other.left) > 0.1
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.1
    ]


def assert_clear_and_within_margins(page: ReadPage, size_mm: tuple[int, int]) -> None:
    """Text is clear of other text, 30 mm from the left edge, 15 from the right, 10 from top and bottom."""
    assert (round(page.width / MM), round(page.height / MM)) == size_mm
    assert overlaps(page) == []
    assert min(text.left for text in page.texts) >= 30 * MM - 1
    assert max(text.right for text in page.texts) <= page.width - 15 * MM + 1
    assert min(text.top for text in page.texts) >= 10 * MM
    assert max(text.bottom for text in page.texts) <= page.height - 10 * MM


def pictures(pdf: bytes, dpi: int) -> list[Image.Image]:
    """The pages as a printer puts them on paper."""
    return [
        Image.frombytes("RGB", (one.width, one.height), one.rgb).convert("L")
        for one in page_pictures(pdf, dpi)
    ]


def blurred(picture: Image.Image) -> Image.Image:
    """As a cheap camera sees it."""
    return picture.filter(ImageFilter.GaussianBlur(0.8))


def askew(picture: Image.Image) -> Image.Image:
    """Turned by three degrees, as it lies on a desk."""
    return picture.rotate(3, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)


def scanned(picture: Image.Image) -> list[tuple[str, str]]:
    """Kind and content of every symbol that a scanner finds."""
    formats = zxingcpp.BarcodeFormats((zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128))
    found = zxingcpp.read_barcodes(picture, formats=formats)
    return sorted((str(one.format), str(one.text)) for one in found)


def metadata(pdf: bytes) -> dict[str, str]:
    """The particulars of the file."""
    document = PdfDocument(pdf)
    found: dict[str, str] = document.get_metadata_dict(skip_empty=True)
    document.close()
    return found
