"""What the first frame needs of the settings: language, colours, zoom; and the window that wears them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtWidgets import QApplication

from cgcounter.app import places
from cgcounter.app.languages import install_language
from cgcounter.gui.first_frame import wait_for_first_frame
from cgcounter.gui.main_window import MainWindow
from cgcounter.gui.theme import NO_ZOOM, Scheme, apply_theme, use_resources

_LANGUAGES: Final = ("vi", "en")
_SCHEMES: Final = tuple(Scheme)


class Appearance(NamedTuple):
    """How the window looks; ``zoom`` is per cent."""

    language: str = _LANGUAGES[0]
    scheme: str = _SCHEMES[0]
    zoom: int = NO_ZOOM


def read_appearance(file: Path) -> Appearance:
    """What the settings file says of the looks; as usual where it says nothing or makes no sense.

    The whole file is read and judged behind the first frame, for which the reader of settings comes too late.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return Appearance()
    import tomllib

    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return Appearance()
    zoom = said.get("zoom")
    return Appearance(
        _one_of(_LANGUAGES, said, "language"),
        _one_of(_SCHEMES, said, "scheme"),
        zoom if isinstance(zoom, int) else NO_ZOOM,
    )


def _one_of(choices: tuple[str, ...], said: Mapping[str, Any], name: str) -> str:
    return said[name] if said.get(name) in choices else choices[0]


def wear(application: QApplication, appearance: Appearance) -> None:
    """Dress all windows."""
    use_resources(places.resources())
    apply_theme(application, Scheme(appearance.scheme), appearance.zoom)


def open_window(application: QApplication, appearance: Appearance) -> MainWindow:
    """The window with nothing in it yet; it has been painted."""
    install_language(application, appearance.language, places.resources())
    wear(application, appearance)
    window = MainWindow()
    window.start_at_zoom(appearance.zoom)
    window.show()
    wait_for_first_frame(window)
    return window
