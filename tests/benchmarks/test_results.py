"""A row says what was measured, and whether the goal was met."""

from __future__ import annotations

import json

import pytest

from cgcounter.app.benchmark.measuring import Rounds
from cgcounter.app.benchmark.results import Goal, Row, as_table_line, heading, to_json

TWICE = Rounds(ours=((20.0, 30.0), (10.0,)), baseline=((10.0,), (10.0,)))


@pytest.mark.parametrize(
    ("goal", "words", "judgement"),
    [
        (Goal(), "", None),
        (Goal(ratio=2), "ratio <= 2", True),
        (Goal(ratio=1.9), "ratio <= 1.9", False),
        (Goal(p50_ms=20, p99_ms=30), "p50 <= 20 ms, p99 <= 30 ms", True),
        (Goal(p50_ms=20, p99_ms=29), "p50 <= 20 ms, p99 <= 29 ms", False),
        (Goal(ratio=2, p99_ms=29), "ratio <= 2, p99 <= 29 ms", False),
    ],
)
def test_a_goal_is_met_when_all_it_asks_is_reached(goal: Goal, words: str, judgement: object) -> None:
    """Reaching the figure itself is enough; one missed part misses the whole."""
    assert goal.words() == words
    assert goal.is_met(TWICE) is judgement


def test_a_ratio_that_was_not_measured_is_not_reached() -> None:
    """A goal for a ratio is missed without a baseline."""
    assert Goal(ratio=2).is_met(Rounds(ours=((1.0,),))) is False


def test_json_has_the_promised_fields() -> None:
    """One object in one line, durations in milliseconds."""
    line = to_json(Row.of("intake", TWICE, Goal(ratio=2), dossiers=7))
    assert "\n" not in line
    assert json.loads(line) == {
        "name": "intake",
        "ours_ms": 20.0,
        "baseline_ms": 10.0,
        "ratio": 2.0,
        "goal": "ratio <= 2",
        "met": True,
        "rounds": 2,
        "detail": {
            "p50_ms": 20.0,
            "p99_ms": 30.0,
            "ours_range_ms": [10.0, 30.0],
            "samples": 3,
            "baseline_range_ms": [10.0, 10.0],
            "ratio_range": [1.0, 2.5],
            "dossiers": 7,
        },
    }


def test_the_table_says_it_for_people() -> None:
    """Figures stand under their headings, an unmet goal is loud, and what there is not stays empty."""
    missed = as_table_line(Row.of("receipt", TWICE, Goal(ratio=1.2), typeface="Tinos")).splitlines()
    assert missed[0].split() == ["receipt", "20.00", "10.00", "2.00", "ratio", "<=", "1.2", "CHƯA"]
    assert "ratio_range 1 – 2.5; typeface Tinos" in missed[1]
    assert missed[0].index("1.2") > heading().index("mục tiêu")
    alone = as_table_line(Row.of("calibration", Rounds(ours=((5.0,),)))).splitlines()
    assert alone[0].split() == ["calibration", "5.00"]
