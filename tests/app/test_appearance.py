"""The looks are read before the settings are judged, and the first frame waits for nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cgcounter.app.appearance import Appearance, read_appearance
from cgcounter.app.settings import write_settings
from cgcounter.services.settings import Settings

_SOURCES = Path(__file__).resolve().parents[2]
_FIRST_FRAME = """
import sys
from pathlib import Path
from cgcounter.app import main
from cgcounter.app.window import make_application, require_qt

main.build_parser().parse_args([])
require_qt()
from cgcounter.app.appearance import open_window, read_appearance
from cgcounter.app.instance import SingleInstance
application = make_application()
instance = SingleInstance(Path(sys.argv[1]))
instance.hold()
window = open_window(application, read_appearance(Path(sys.argv[1]) / "settings.toml"))
import PySide6.QtCore, PySide6.QtWidgets
print(*sys.modules, *vars(PySide6.QtCore), *vars(PySide6.QtWidgets))
window.close()
"""
_BEHIND_IT = {
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "cgcounter.app.program",
    "cgcounter.services.use_cases",
    "msgspec",
    "reportlab",
    "sqlalchemy",
    "sqlcipher3",
    # Classes that Qt makes when they are first named, with all their enums: some thousand values.
    "Qt",
    "QStyle",
}


@pytest.mark.parametrize(
    "settings", [Settings(), Settings(language="en", scheme="dark", zoom=140), Settings(zoom=90)]
)
def test_the_looks_are_those_of_the_settings(tmp_path: Path, settings: Settings) -> None:
    """What the settings say of language, colours and zoom is what the first frame wears."""
    file = tmp_path / "settings.toml"
    write_settings(settings, file)
    assert read_appearance(file) == (settings.language, settings.scheme, settings.zoom)


@pytest.mark.parametrize(
    "content",
    ["[[[", "\x00", 'language = "xx"', "language = 3", "scheme = ['dark']", 'zoom = "150"', "zoom = 1.5"],
)
def test_looks_that_make_no_sense_are_the_usual_ones(tmp_path: Path, content: str) -> None:
    """The frame comes; the file is judged behind it."""
    file = tmp_path / "settings.toml"
    file.write_text(content)
    assert read_appearance(file) == Appearance() == ("vi", "light", 100)


def test_without_a_file_the_looks_are_the_usual_ones(tmp_path: Path) -> None:
    """So it is at the very first start."""
    assert read_appearance(tmp_path / "settings.toml") == Appearance()


def test_the_first_frame_waits_for_nothing_heavy(tmp_path: Path) -> None:
    """When the window is on the screen, neither storage, papers nor use cases are imported, nor Qt's large enums."""
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_FRAME, str(tmp_path)],
        cwd=_SOURCES,
        env={"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert {"PySide6.QtWidgets", "QMainWindow"} <= loaded
    assert loaded & _BEHIND_IT == set()
