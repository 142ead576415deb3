"""The log: lines of our own loggers, in a file that cannot grow without end."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from cgcounter.app.log_file import NAME, LogFile

OURS = "cgcounter.thử"


@pytest.fixture(autouse=True)
def wanted(expected_loggers: set[str]) -> None:
    """These tests write into the log on purpose."""
    expected_loggers.update({OURS, "sqlalchemy"})


def test_what_our_loggers_say_is_written_down(tmp_path: Path) -> None:
    """Time, level, logger and words; nothing of other libraries, nothing after the end."""
    log = LogFile(tmp_path)
    logging.getLogger(OURS).error("trang %s hỏng", 7)
    logging.getLogger("sqlalchemy").error("không phải của ta")
    log.close()
    logging.getLogger(OURS).error("sau khi đóng")
    (line,) = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()
    assert line.endswith(f" ERROR {OURS}: trang 7 hỏng")


def test_the_log_stays_small(tmp_path: Path) -> None:
    """Some megabytes at most, however much is said; the oldest goes."""
    log = LogFile(tmp_path)
    for number in range(60):
        logging.getLogger(OURS).error("%d %s", number, "x" * 100_000)
    log.close()
    files = list(tmp_path.iterdir())
    assert len(files) == 4
    assert sum(file.stat().st_size for file in files) < 4_400_000
    assert " 59 x" in (tmp_path / NAME).read_text(encoding="utf-8").splitlines()[-1][:80]


def test_without_a_folder_there_is_no_log(tmp_path: Path) -> None:
    """The program does not fail for it."""
    log = LogFile(tmp_path / "gone")
    logging.getLogger(OURS).error("không đi đâu")
    log.close()
    assert list(tmp_path.iterdir()) == []
