"""Puts the chosen language into the window: our own texts and those of Qt's dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

CATALOGUES = ("cgcounter", "qtbase")

_installed: list[QTranslator] = []


def install_language(app: QCoreApplication, language: str, resources: Path) -> None:
    """Install the translations of a language; English is what stands in the code and needs none."""
    while _installed:
        old = _installed.pop()
        app.removeTranslator(old)
        old.deleteLater()
    if language == "en":
        return
    for catalogue in CATALOGUES:
        translator = QTranslator(app)
        if translator.load(f"{catalogue}_{language}", str(resources / "translations")):
            app.installTranslator(translator)
            _installed.append(translator)
