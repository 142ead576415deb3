"""The typeface of the papers: Times metrics with every Vietnamese letter, from the machine or from resources."""

from __future__ import annotations

import os
import struct
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

from msgspec import Struct

from cgcounter.domain.errors import EnvironmentProblemError


class FontMissingError(EnvironmentProblemError):
    """No font family with every Vietnamese letter in all its faces was found; nothing can be printed."""

    code = "font_missing"


class Face(StrEnum):
    """A face of a family; all four are real cuts, never slanted or thickened by the program."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold_italic"


class FontFamily(Struct, frozen=True):
    """A family by name and the files of its faces in the order of Face; they may or may not be there."""

    name: str
    files: tuple[Path, ...]


_TONES: Final = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE_LETTERS: Final = frozenset(
    unicodedata.normalize("NFC", letter + tone)
    for vowel in "aăâeêioôơuưy"
    for letter in (vowel, vowel.upper())
    for tone in _TONES
) | frozenset("đĐ")
_SIGNS: Final = frozenset("–…•“”")  # the signs beyond ASCII that the forms themselves print

_TIMES_NEW_ROMAN: Final = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
# Where Debian 12, Debian 13 with Ubuntu, and Fedora put version 2. Debian 12 has version 1 in the second folder,
# which lacks 93 Vietnamese letters: what counts is what the files hold.
_LIBERATION_FOLDERS: Final = (
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/liberation-serif-fonts",
)


def system_families() -> tuple[FontFamily, ...]:
    """The families with Times metrics that a machine may have, the wanted one first."""
    windows = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
    times = FontFamily("Times New Roman", _files(windows, _TIMES_NEW_ROMAN))
    return (times, *(_with_usual_names("LiberationSerif", Path(folder)) for folder in _LIBERATION_FOLDERS))


def packaged_family(fonts_folder: Path) -> FontFamily:
    """The family that comes with the program: paper is right on a machine without any font."""
    return _with_usual_names("Tinos", fonts_folder)


def _with_usual_names(name: str, folder: Path) -> FontFamily:
    cuts = ("Regular", "Bold", "Italic", "BoldItalic")
    return FontFamily(name, _files(folder, tuple(f"{name}-{cut}.ttf" for cut in cuts)))


def _files(folder: Path, names: tuple[str, ...]) -> tuple[Path, ...]:
    return tuple(folder / name for name in names)


_WIDTHS_KEPT: Final = 4096


class Typeface:
    """A family ready to print: tells widths, and the names under which the paper engine knows its faces."""

    def __init__(self, family: str, fonts: Mapping[Face, Any]) -> None:
        self.family = family
        self._fonts = fonts
        # Forms repeat their words from copy to copy and from size to size; widths grow with the size alone.
        self._unit_width = lru_cache(_WIDTHS_KEPT)(self._measure)

    def width(self, text: str, face: Face, size: float) -> float:
        """The width in points of a text set in one line."""
        return self._unit_width(text, face) * size

    def _measure(self, text: str, face: Face) -> float:
        width: float = self._fonts[face].stringWidth(text, 1)
        return width

    def engine_name(self, face: Face) -> str:
        """The name that the paper engine asks for."""
        name: str = self._fonts[face].fontName
        return name


_REGISTERED: dict[FontFamily, Typeface] = {}
_REGISTERING = Lock()


def first_typeface(families: Iterable[FontFamily]) -> Typeface:
    """The first family that is complete; registered once a process. Raises FontMissingError."""
    with _REGISTERING:
        for family in families:
            typeface = _registered(family)
            if typeface is not None:
                return typeface
    raise FontMissingError


def _registered(family: FontFamily) -> Typeface | None:
    if family in _REGISTERED:
        return _REGISTERED[family]
    if not all(file.is_file() for file in family.files):
        return None
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    place = len(_REGISTERED)
    try:
        fonts = {
            face: TTFont(f"{family.name} {face} {place}", str(file), asciiReadable=0)
            for face, file in zip(Face, family.files, strict=True)
        }
    except (TTFError, OSError, struct.error, LookupError):  # all that a damaged file provokes in the reader
        return None
    if not all(_is_complete(font) for font in fonts.values()):
        return None
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    return _REGISTERED.setdefault(family, Typeface(family.name, fonts))


def _is_complete(font: Any) -> bool:
    # Glyph 0 is the box that stands for a letter the font does not have.
    return all(font.face.charToGlyph.get(ord(letter), 0) for letter in VIETNAMESE_LETTERS | _SIGNS)
