"""Loads Qt, or says in one sentence which library of the system is missing and how it is installed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cgcounter.domain.errors import EnvironmentProblemError

DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libcups.so.2": "libcups2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class LibraryMissingError(EnvironmentProblemError):
    """A library of the system that Qt needs is not installed."""

    code = "library_missing"


def require_qt() -> None:
    """Import what a window needs of Qt; raises LibraryMissingError."""
    with _missing_library_told():
        import PySide6.QtWidgets  # noqa: F401  imported to learn whether it can be

        if _needs_x11():
            _load_x11_plugin()


def require_qt_network() -> None:
    """Import what calls another window forward; raises LibraryMissingError. Not waited for by the first frame."""
    with _missing_library_told():
        import PySide6.QtNetwork  # noqa: F401  imported to learn whether it can be


@contextmanager
def _missing_library_told() -> Iterator[None]:
    """Name the library, and the Debian package that holds it."""
    try:
        yield
    except (ImportError, OSError) as error:
        found = re.match(r"(lib[\w.+-]+): cannot open shared object file", str(error))
        if found is None:
            raise
        library = found[1]
        raise LibraryMissingError(library=library, package=DEBIAN_PACKAGES.get(library, library)) from error


def _needs_x11() -> bool:
    """Whether Qt will draw by X11, whose libraries it loads only with the application object, to abort without one."""
    environment = os.environ
    if sys.platform != "linux" or environment.get("WAYLAND_DISPLAY"):
        return False
    return environment.get("QT_QPA_PLATFORM", "xcb") == "xcb" and bool(environment.get("DISPLAY"))


def _load_x11_plugin() -> None:
    import ctypes

    from PySide6.QtCore import QLibraryInfo

    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    ctypes.CDLL(str(Path(plugins) / "platforms" / "libqxcb.so"))
