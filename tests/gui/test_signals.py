"""The ground under every screen: signals of this PySide6 on this Python."""

from PySide6.QtCore import QObject, Signal


class Source(QObject):
    """Emits."""

    happened = Signal()


def test_five_thousand_emits_are_survived(qapp: object) -> None:
    """PySide6 6.12.0 loses a reference at every emit and aborts after some 570; what is here must not."""
    source = Source()
    for _ in range(5000):
        source.happened.emit()
