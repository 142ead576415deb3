"""The typefaces that the forms are proved with."""

from __future__ import annotations

from pathlib import Path

import pytest

from cgcounter.documents.fonts import (
    FontFamily,
    Typeface,
    first_typeface,
    packaged_family,
    system_families,
)
from cgcounter.documents.pdf_forms import PdfForms


@pytest.fixture
def fonts_folder(resources: Path) -> Path:
    """Where the packaged family lies."""
    return resources / "fonts"


@pytest.fixture
def typeface(fonts_folder: Path) -> Typeface:
    """The packaged family, the same on every machine."""
    return first_typeface((packaged_family(fonts_folder),))


@pytest.fixture(params=["packaged", "of the machine"])
def forms(request: pytest.FixtureRequest, fonts_folder: Path) -> PdfForms:
    """The forms in the packaged family, and in that which this machine would print with."""
    families: tuple[FontFamily, ...] = () if request.param == "packaged" else system_families()
    return PdfForms(fonts_folder, families)
