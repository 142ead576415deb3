"""The window speaks Vietnamese: every text of the code is translated, and the compiled files are of today."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QKeySequence

from cgcounter.app import places
from cgcounter.app.languages import install_language

FOLDER = places.resources() / "translations"
TOOLS = Path(sys.executable).parent
GUI = Path(places.resources()).parent / "cgcounter" / "gui"
CATALOGUES = ("cgcounter_vi", "qtbase_vi")
# Texts of these contexts stand together in one pane.
PANES = (
    {
        "ProcedurePart",
        "PersonPart",
        "PapersPart",
        "TermsPart",
        "DuePart",
        "MorePart",
        "ChannelPart",
        "LatePart",
        "OverridePart",
        "SaveBar",
        "IntakeScreen",
        "CalendarWarning",
    },
    {"SheetPage", "SaveRow", "Page"},
    {"RestorePage", "PathField", "Page"},
    {"PrintersPage", "Page"},
    {"ScannerPage", "Page"},
    {"BackupPage", "PathField", "Page"},
    {"CataloguePage", "PathField", "Page"},
    {"ChoosePage", "PathField", "Page"},
    {"PinPage", "Page"},
    {"DayPage", "Page"},
    {"DecidePage", "Page"},
    {"ChangesPage", "Page"},
    {"PreviewPart", "SaveRow"},
)
KEYS = re.compile(r"\b(?:F\d+|Alt\+\d|Esc|Enter)\b")


class Message(NamedTuple):
    """A text as it stands in the code, and in Vietnamese."""

    context: str
    source: str
    comment: str
    translation: str
    state: str | None


def _messages(file: Path) -> list[Message]:
    root = ET.parse(file).getroot()  # noqa: S314  our own file
    return [
        _message(context.findtext("name", ""), message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def _message(context: str, message: ET.Element) -> Message:
    translation = message.find("translation")
    if translation is None:
        raise ValueError(context)
    forms = [form.text or "" for form in translation] or [translation.text or ""]
    return Message(
        context,
        message.findtext("source", ""),
        message.findtext("comment", ""),
        "|".join(forms),
        translation.get("type"),
    )


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_nothing_is_unfinished(catalogue: str) -> None:
    """Each text has a Vietnamese one, in composed letters."""
    for message in _messages(FOLDER / f"{catalogue}.ts"):
        assert message.state is None, message
        assert message.translation.strip(), message
        assert unicodedata.is_normalized("NFC", message.translation), message


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_a_translation_fits_where_its_text_stood(catalogue: str) -> None:
    """It has the same {places}, names the same keys, ends in the same way, and keeps spaces at its ends."""
    for message in _messages(FOLDER / f"{catalogue}.ts"):
        source, translation = message.source, message.translation
        assert _places(translation) == _places(source), message
        assert sorted(KEYS.findall(translation)) == sorted(KEYS.findall(source)), message
        assert _end(translation) == _end(source), message
        assert (translation[:1] == " ", translation[-1:] == " ") == (source[:1] == " ", source[-1:] == " "), (
            message
        )


def _places(text: str) -> list[str]:
    named = [name for _, name, _, _ in Formatter().parse(text) if name]
    return sorted(named + re.findall(r"%[n\d]", text))


def _end(text: str) -> str:
    last = text.replace("...", "…").rstrip()[-1:]
    return last if last in tuple(".?!:…") else ""


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_a_letter_to_jump_with_is_on_every_keyboard(catalogue: str) -> None:
    """Where the text has a letter for Alt the translation has one, and it bears no mark."""
    for message in _messages(FOLDER / f"{catalogue}.ts"):
        assert len(_jumps(message.translation)) == len(_jumps(message.source)), message
        assert all(letter.isascii() and letter.isalpha() for letter in _jumps(message.translation)), message


def test_a_letter_to_jump_with_leads_to_one_field() -> None:
    """Within a pane no two texts share their letter."""
    taken: dict[str, set[str]] = defaultdict(set)
    for message in _messages(FOLDER / "cgcounter_vi.ts"):
        panes = [" ".join(sorted(pane)) for pane in PANES if message.context in pane] or [message.context]
        for pane, letter in product(panes, _jumps(message.translation.lower())):
            assert letter not in taken[pane], message
            taken[pane].add(letter)


def _jumps(text: str) -> list[str]:
    return re.findall("&(.)", text)


def test_one_text_has_one_translation() -> None:
    """What is one word in the code is one word on every screen; where it is not, its comment says so."""
    words: dict[tuple[str, str], str] = {}
    for message in _messages(FOLDER / "cgcounter_vi.ts"):
        key = message.source.replace("&", ""), message.comment
        translation = message.translation.replace("&", "").casefold()
        assert words.setdefault(key, translation) == translation, message


def test_every_text_of_the_code_is_in_the_catalogue(tmp_path: Path) -> None:
    """A text added to a screen cannot be forgotten, and one taken away does not stay behind."""
    assert _texts_in(sorted(GUI.rglob("*.py")), tmp_path) == _keys(FOLDER / "cgcounter_vi.ts")


def test_every_text_is_a_literal_that_the_tools_see() -> None:
    """They pass by a text that is put together, or that stands within an f-string, in silence."""
    kept = {message.source for message in _messages(FOLDER / "cgcounter_vi.ts")}
    for file in sorted(GUI.rglob("*.py")):
        for text in _translated(ast.parse(file.read_text(encoding="utf-8"))):
            assert isinstance(text, ast.Constant), (file.name, text.lineno)
            assert text.value in kept, (file.name, text.lineno)


def _translated(tree: ast.AST) -> Iterator[ast.expr]:
    """What the code hands to the translators."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args:
            if call.func.attr == "tr":
                yield call.args[0]
            elif call.func.attr == "translate" and len(call.args) > 1:
                yield call.args[1]


def test_texts_of_the_window_stand_in_its_room(tmp_path: Path) -> None:
    """The translators read gui alone: a text that another room gave to the window would stay English."""
    others = [file for file in sorted(GUI.parent.rglob("*.py")) if GUI not in file.parents]
    assert _texts_in(others, tmp_path) == set()


def _texts_in(files: list[Path], folder: Path) -> set[tuple[str, str, str]]:
    fresh = folder / "fresh_vi.ts"
    names = [str(file) for file in files]
    command = [str(TOOLS / "pyside6-lupdate"), "-silent", "-locations", "none", *names, "-ts", str(fresh)]
    subprocess.run(command, check=True, capture_output=True)
    return _keys(fresh)


def _keys(file: Path) -> set[tuple[str, str, str]]:
    return {(message.context, message.source, message.comment) for message in _messages(file)}


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


@contextmanager
def _speaking(app: QCoreApplication, language: str) -> Iterator[None]:
    install_language(app, language, places.resources())
    try:
        yield
    finally:
        install_language(app, "en", places.resources())


def test_the_chosen_language_is_spoken(qapp: QCoreApplication) -> None:
    """Vietnamese when chosen, for our texts and for those of Qt's dialogs; English again after it."""
    asked = (("MainWindow", "Help"), ("QFileDialog", "New Folder"))
    with _speaking(qapp, "vi"):
        assert [QCoreApplication.translate(*each) for each in asked] == ["Trợ giúp", "Thư mục mới"]
    assert [QCoreApplication.translate(*each) for each in asked] == ["Help", "New Folder"]


def test_keys_are_understood_in_vietnamese(qapp: QCoreApplication) -> None:
    """Qt also reads shortcuts by their translated names: no translated name may hide another key."""
    names = [
        message.source for message in _messages(FOLDER / "qtbase_vi.ts") if message.context == "QShortcut"
    ]
    plain = {name.replace("%1", "9") for name in names} | {"Return", "Enter", "Ctrl+Return", "Ctrl+Enter"}
    with _speaking(qapp, "vi"):
        for name in plain - {"Ctrl", "Shift", "Alt", "Meta"}:
            portable = QKeySequence.fromString(name, QKeySequence.SequenceFormat.PortableText)
            assert QKeySequence(name) == portable, name
