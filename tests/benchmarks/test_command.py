"""The command as it is called."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest

from cgcounter.app.benchmark.command import MEASUREMENTS
from cgcounter.app.main import main

FIELDS = {"name", "ours_ms", "baseline_ms", "ratio", "goal", "met", "rounds", "detail"}


@pytest.fixture(autouse=True)
def tiny(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Tiny sizes, and a folder for temporary things of the run."""
    monkeypatch.setenv("CGCOUNTER_BENCH_DOSSIERS", "60")
    monkeypatch.setenv("CGCOUNTER_BENCH_ROUNDS", "1")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_everything_is_measured_when_nothing_is_named(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One JSON object a line, calibration first; the status is 0, and nothing stays on the disk."""
    assert main(["benchmark", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["name"] for row in rows] == ["calibration", *MEASUREMENTS]
    assert all(set(row) == FIELDS and row["ours_ms"] > 0 and row["rounds"] == 1 for row in rows)
    assert all(row["ratio"] for row in rows[1:])
    assert {row["name"]: row["goal"] for row in rows} == {
        "calibration": "",
        "first-frame": "ratio <= 1.3",
        "ready": "ratio <= 2.5",
        "intake": "ratio <= 2",
        "receipt": "ratio <= 1.2",
        "scan": "ratio <= 1.3, p99 <= 16 ms",
        "search": "p50 <= 5 ms, p99 <= 50 ms",
        "daily-log": "p50 <= 1000 ms",
    }
    assert list(tiny.iterdir()) == []


def test_people_get_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """Named measurements alone run, below a heading; progress goes to the other stream."""
    assert main(["benchmark", "scan"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[0].startswith("phép đo")
    assert [line.split()[0] for line in told.out.splitlines()[1::2]] == ["calibration", "scan"]
    assert "Đang tạo 60 hồ sơ: 100 %" in told.err


def test_an_unknown_name_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is measured, not even what is known; the sentence lists the names."""
    assert main(["benchmark", "scan", "speed"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "Không có phép đo nào tên speed. "
        "Chọn trong số: first-frame, ready, intake, receipt, scan, search, daily-log.\n"
    )


def test_a_bad_size_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence names the variable."""
    monkeypatch.setenv("CGCOUNTER_BENCH_DOSSIERS", "lots")
    assert main(["benchmark"]) == 2
    assert capsys.readouterr().err.startswith(
        "Biến môi trường CGCOUNTER_BENCH_DOSSIERS phải là số nguyên từ 1."
    )
