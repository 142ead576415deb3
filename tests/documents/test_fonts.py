"""The typeface: found in order, complete, registered once, and one clear error where there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import reportlab

from cgcounter.documents.fonts import (
    VIETNAMESE_LETTERS,
    Face,
    FontFamily,
    FontMissingError,
    Typeface,
    first_typeface,
    packaged_family,
    system_families,
)
from cgcounter.domain.errors import EnvironmentProblemError

# Typed out, not computed: the alphabet with all its tones.
SMALL_LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
CAPITALS = "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ"


def without_vietnamese() -> FontFamily:
    """A real family of four faces that lacks most Vietnamese letters; it comes with the paper engine."""
    folder = Path(reportlab.__file__).parent / "fonts"
    return FontFamily(
        "Vera", tuple(folder / f"{name}.ttf" for name in ("Vera", "VeraBd", "VeraIt", "VeraBI"))
    )


def renamed(packaged: FontFamily, folder: Path, name: str) -> FontFamily:
    """The same faces under other file names."""
    files = tuple(folder / f"{name}-{number}.ttf" for number, _ in enumerate(packaged.files))
    for source, target in zip(packaged.files, files, strict=True):
        shutil.copyfile(source, target)
    return FontFamily(name, files)


def test_the_letters_that_are_checked_are_the_alphabet() -> None:
    """Every vowel with every tone, and đ, in small letters and capitals, must be in a face."""
    assert {letter for letter in SMALL_LETTERS + CAPITALS if not letter.isascii()} <= VIETNAMESE_LETTERS
    assert len(VIETNAMESE_LETTERS) == 146


@pytest.mark.parametrize("face", list(Face))
def test_the_packaged_family_sets_every_letter(typeface: Typeface, face: Face) -> None:
    """Each face of the packaged family has a glyph of its own, never the box for missing ones, for every letter."""
    glyphs = typeface._fonts[face].face.charToGlyph
    assert [letter for letter in SMALL_LETTERS + CAPITALS if not glyphs.get(ord(letter), 0)] == []


def test_the_faces_are_real_cuts(typeface: Typeface) -> None:
    """Regular, bold and italic are different letters, not one slanted or thickened: their widths differ."""
    widths = {face: typeface.width("Độc lập - Tự do - Hạnh phúc", face, 12) for face in Face}
    assert len(set(widths.values())) == 4


def test_times_metrics(typeface: Typeface) -> None:
    """The packaged family sets as wide as Times New Roman: 0.5 em a figure, 0.722 em a bold N."""
    assert typeface.width("0", Face.REGULAR, 10) == pytest.approx(5.0)
    assert typeface.width("N", Face.BOLD, 10) == pytest.approx(7.22, abs=0.01)


def test_the_first_complete_family_is_taken(fonts_folder: Path, tmp_path: Path) -> None:
    """A family of the machine stands before the packaged one."""
    packaged = packaged_family(fonts_folder)
    own = renamed(packaged, tmp_path, "Own")
    assert first_typeface((own, packaged)).family == "Own"


def test_a_family_without_vietnamese_is_passed_over(fonts_folder: Path) -> None:
    """What counts is what the files hold, not what they are called (Debian's Liberation 1 lacks 93 letters)."""
    assert first_typeface((without_vietnamese(), packaged_family(fonts_folder))).family == "Tinos"


@pytest.mark.parametrize("length", [0, 100, 200_000])
def test_a_damaged_file_is_passed_over(fonts_folder: Path, tmp_path: Path, length: int) -> None:
    """A face that cannot be read makes its family unusable, and nothing falls over it."""
    packaged = packaged_family(fonts_folder)
    damaged = renamed(packaged, tmp_path, f"Damaged{length}")
    damaged.files[1].write_bytes(damaged.files[1].read_bytes()[:length])
    assert first_typeface((damaged, packaged)).family == "Tinos"


def test_a_family_that_lacks_a_face_is_passed_over(fonts_folder: Path, tmp_path: Path) -> None:
    """Bold is never made of regular: all four files must be there."""
    packaged = packaged_family(fonts_folder)
    partial = renamed(packaged, tmp_path, "Partial")
    partial.files[3].unlink()
    assert first_typeface((partial, packaged)).family == "Tinos"


def test_no_font_is_one_clear_error(tmp_path: Path) -> None:
    """Where no family is complete, the error says so by its code: it is the machine, not the clerk."""
    with pytest.raises(FontMissingError) as caught:
        first_typeface((packaged_family(tmp_path), without_vietnamese()))
    assert caught.value.code == "font_missing"
    assert isinstance(caught.value, EnvironmentProblemError)


def test_a_family_is_registered_once(fonts_folder: Path) -> None:
    """The second form of a process finds the typeface ready."""
    families = (packaged_family(fonts_folder),)
    assert first_typeface(families) is first_typeface(families)


def test_the_search_begins_with_times_new_roman() -> None:
    """NĐ 30/2020 names Times New Roman; fonts of its metrics come next."""
    assert [family.name for family in system_families()][:2] == ["Times New Roman", "LiberationSerif"]


def test_the_windows_files_have_their_usual_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Regular, bold, italic and bold italic lie in the Fonts folder of Windows."""
    monkeypatch.setenv("WINDIR", str(tmp_path))
    names = [file.relative_to(tmp_path).as_posix() for file in system_families()[0].files]
    assert names == ["Fonts/times.ttf", "Fonts/timesbd.ttf", "Fonts/timesi.ttf", "Fonts/timesbi.ttf"]


def test_the_packaged_fonts_carry_their_licence(fonts_folder: Path) -> None:
    """The licence of the fonts asks that its text goes with them."""
    licence = (fonts_folder / "OFL.txt").read_text("utf-8")
    assert "Tinos" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(file.is_file() for file in packaged_family(fonts_folder).files)
