"""Finished PDFs looked at: pictures and text."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from cgcounter.documents import raster
from cgcounter.documents.pdf_forms import PdfForms
from cgcounter.documents.raster import PdfRaster, page_pictures, page_text
from cgcounter.services.ports import Raster
from tests.documents.facts import RECEIPT


@pytest.fixture
def pdf(forms: PdfForms) -> bytes:
    """A receipt of two A5 pages."""
    return forms.render(RECEIPT)


@pytest.mark.parametrize(("dpi", "size"), [(72, (420, 596)), (300, (1748, 2480))])
def test_pictures_are_as_large_as_the_sheet(pdf: bytes, dpi: int, size: tuple[int, int]) -> None:
    """148 by 210 mm at so many dots an inch, three bytes a pixel, one picture a page."""
    pictures = page_pictures(pdf, dpi)
    assert [(one.width, one.height) for one in pictures] == [size, size]
    assert all(len(one.rgb) == 3 * one.width * one.height for one in pictures)


def test_a_picture_shows_black_on_white(pdf: bytes) -> None:
    """The edge is white paper, the bars are black."""
    picture = page_pictures(pdf, 100)[0]
    assert picture.rgb[:3] == b"\xff\xff\xff"
    assert b"\x00\x00\x00" in picture.rgb


def test_the_text_comes_page_by_page(pdf: bytes) -> None:
    """One text a page, lines parted by a line feed alone."""
    first, second = page_text(pdf)
    assert "(Liên 1: Lưu)" in first
    assert "(Liên 2: Giao khách hàng)" in second
    assert "\r" not in first


def test_the_raster_of_the_services(pdf: bytes) -> None:
    """The adapter gives the same pictures."""
    adapter: Raster = PdfRaster()
    assert adapter.pages(pdf, dpi=50) == page_pictures(pdf, 50)


def test_no_more_pages_than_asked_for(pdf: bytes) -> None:
    """The preview of a thick book takes its first pages."""
    adapter: Raster = PdfRaster()
    assert adapter.pages(pdf, dpi=50, most=1) == page_pictures(pdf, 50)[:1]
    assert adapter.pages(pdf, dpi=50, most=9) == page_pictures(pdf, 50)


def test_pictures_come_one_by_one_and_others_may_look_between_them(pdf: bytes) -> None:
    """Who prints a thick book holds one picture, and keeps nobody from looking at another form."""
    pictures = raster.each_picture(pdf, 50)
    first = next(pictures)
    assert not raster._ONE_AT_A_TIME.locked()
    assert page_pictures(pdf, 50) == (first, *pictures)
    assert not raster._ONE_AT_A_TIME.locked()


def test_one_looks_at_a_time(pdf: bytes) -> None:
    """The PDF engine knows one thread at a time: whoever has a document open keeps the others out."""
    with raster._pages(pdf):
        assert raster._ONE_AT_A_TIME.locked()
    assert not raster._ONE_AT_A_TIME.locked()


def test_two_threads_may_look_at_once(pdf: bytes) -> None:
    """The background lane has two threads; each gets whole pictures."""
    expected = page_pictures(pdf, 60)
    with ThreadPoolExecutor(2) as pool:
        seen = list(pool.map(lambda _: page_pictures(pdf, 60), range(8)))
    assert all(one == expected for one in seen)
