"""The window speaks Vietnamese: every text of the code is translated, and the compiled files are of today."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QTranslator

from cgcounter.app import places

FOLDER = places.resources() / "translations"
TOOLS = Path(sys.executable).parent
GUI = Path(places.resources()).parent / "cgcounter" / "gui"
CATALOGUES = ("cgcounter_vi", "qtbase_vi")


def _messages(file: Path) -> list[tuple[str, str, ET.Element]]:
    root = ET.parse(file).getroot()  # noqa: S314  our own file
    return [
        (context.findtext("name", ""), message.findtext("source", ""), message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_nothing_is_unfinished(catalogue: str) -> None:
    """Each text has a Vietnamese one with the same {places} and the same kind of end."""
    for context, source, message in _messages(FOLDER / f"{catalogue}.ts"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, (context, source)
        text = translation.text or "".join(form.text or "" for form in translation)
        assert text.strip(), (context, source)
        assert _places(text) == _places(source), (context, source)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_text_of_the_code_is_in_the_catalogue(tmp_path: Path) -> None:
    """A text added to a screen cannot be forgotten."""
    fresh = tmp_path / "fresh_vi.ts"
    files = [str(file) for file in sorted(GUI.rglob("*.py"))]
    command = [str(TOOLS / "pyside6-lupdate"), "-silent", "-locations", "none", *files, "-ts", str(fresh)]
    subprocess.run(command, check=True, capture_output=True)
    kept = {(context, source) for context, source, _ in _messages(FOLDER / "cgcounter_vi.ts")}
    assert {(context, source) for context, source, _ in _messages(fresh)} == kept


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_the_compiled_file_is_of_today(catalogue: str, tmp_path: Path) -> None:
    """What the program loads was made from the text file beside it."""
    fresh = tmp_path / "fresh.qm"
    command = [str(TOOLS / "pyside6-lrelease"), "-silent", str(FOLDER / f"{catalogue}.ts"), "-qm", str(fresh)]
    subprocess.run(command, check=True, capture_output=True)
    assert fresh.read_bytes() == (FOLDER / f"{catalogue}.qm").read_bytes()


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_the_compiled_file_loads(catalogue: str) -> None:
    """Qt takes the file."""
    translator = QTranslator()
    assert translator.load(catalogue, str(FOLDER))
    assert not translator.isEmpty()
