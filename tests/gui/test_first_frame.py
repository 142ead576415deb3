"""Tests of the first frame: told once it is painted, and waited for with patience only."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cgcounter.gui.first_frame import FirstFrame, wait_for_first_frame


class Painted(QWidget):
    """Counts how often it is painted."""

    times = 0

    def paintEvent(self, _event: object) -> None:  # noqa: N802  an override of Qt
        self.times += 1


def test_a_frame_is_told_once_it_is_painted(qtbot: QtBot) -> None:
    """The signal comes after the painting, and not again with later ones."""
    window, told = Painted(), []
    qtbot.addWidget(window)
    FirstFrame(window).painted.connect(lambda: told.append(window.times))
    window.show()
    qtbot.waitUntil(lambda: told != [])
    window.repaint()
    QApplication.processEvents()
    assert told == [1]
    assert window.times > 1


def test_the_wait_ends_with_the_painting(qtbot: QtBot) -> None:
    """Who waits goes on with a painted window, long before the patience is over."""
    window = Painted()
    qtbot.addWidget(window)
    window.show()
    wait_for_first_frame(window)
    assert window.times == 1


def test_a_window_that_is_never_painted_holds_nobody_up(qtbot: QtBot) -> None:
    """A window that nobody sees is filled all the same."""
    window = Painted()
    qtbot.addWidget(window)
    wait_for_first_frame(window)
    assert window.times == 0
