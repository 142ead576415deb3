"""Loads Qt, or says in one sentence which library of the system is missing and how it is installed."""

from __future__ import annotations

import re

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
}


class LibraryMissingError(EnvironmentProblemError):
    """A library of the system that Qt needs is not installed."""

    code = "library_missing"


def require_qt() -> None:
    """Import Qt; raises LibraryMissingError with the library and the Debian package that holds it."""
    try:
        import PySide6.QtNetwork
        import PySide6.QtPrintSupport
        import PySide6.QtWidgets  # noqa: F401  imported to learn whether it can be
    except ImportError as error:
        found = re.match(r"(lib[\w.+-]+): cannot open shared object file", str(error))
        if found is None:
            raise
        library = found[1]
        raise LibraryMissingError(library=library, package=DEBIAN_PACKAGES.get(library, library)) from error
