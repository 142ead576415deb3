"""The baseline of a start: an application with one empty window, shown and painted."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from cgcounter.app.benchmark.first_paint import FirstPaint

_WIDTH, _HEIGHT = 1366, 728


def show_bare_window() -> int:
    """Run until the first frame has been told."""
    application = QApplication(["bare"])
    window = QWidget()
    window.resize(_WIDTH, _HEIGHT)
    FirstPaint(window, lambda: QApplication.exit(0))
    window.show()
    return application.exec()
