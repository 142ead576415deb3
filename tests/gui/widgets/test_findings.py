"""What was found is said line by line, each with the icon of its tone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cgcounter.gui.theme import Scheme, Tone, apply_theme
from cgcounter.gui.widgets.findings import Finding, Findings

FOUND = (Finding(Tone.FINE, "Mã đến nguyên vẹn."), Finding(Tone.ALARM, "Sau mã không có gì."))


def lines(findings: Findings) -> list[str]:
    """The words that can be read."""
    return [label.text() for label in findings.findChildren(QLabel) if label.isVisible() and label.text()]


def test_findings_are_said_and_replaced(show: Callable[[QWidget], None], app: QApplication) -> None:
    """The next trial takes the place of the last; nothing found takes no room."""
    findings = Findings()
    findings.show_findings(FOUND)
    show(findings)
    assert lines(findings) == [one.words for one in FOUND]
    findings.show_findings(FOUND[:1])
    assert lines(findings) == ["Mã đến nguyên vẹn."]
    findings.show_findings(())
    assert findings.isHidden()


def test_findings_can_be_heard(app: QApplication) -> None:
    """A screen reader is told all of it."""
    findings = Findings()
    findings.show_findings(FOUND)
    assert findings.accessibleName() == "Mã đến nguyên vẹn. Sau mã không có gì."


def test_icons_follow_the_scheme(app: QApplication, show: Callable[[QWidget], None]) -> None:
    """In the dark the icons are drawn in the colours of the dark."""
    findings = Findings()
    findings.show_findings(FOUND)
    show(findings)
    image = findings.findChildren(QLabel)[0]
    light = image.pixmap().toImage()
    apply_theme(app, Scheme.DARK)
    assert image.pixmap().toImage() != light
