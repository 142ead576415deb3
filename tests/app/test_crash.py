"""A bug is written down without what a citizen said or is called."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from cgcounter.app.crash import CrashReports, describe


def _fail(name: str) -> None:
    raise ValueError(f"no room for {name}")


def test_a_report_tells_places_and_no_texts(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The file names error type and lines; the error's text, which may hold a name, is left out."""
    reports = CrashReports(tmp_path)
    told: list[Path] = []
    reports.tell(told.append)
    try:
        _fail("Nguyễn Văn Thử")
    except ValueError as error:
        with caplog.at_level(logging.CRITICAL):
            reports.report(error)
    text = told[0].read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "_fail" in text
    assert "Thử" not in text


def test_causes_are_told_too() -> None:
    """An error raised from another shows both types."""
    text = ""
    try:
        try:
            _fail("x")
        except ValueError as error:
            raise KeyError("y") from error
    except KeyError as error:
        text = describe(error)
    assert text.index("KeyError") < text.index("ValueError")
