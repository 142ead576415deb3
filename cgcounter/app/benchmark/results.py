"""What a measurement came to: one row, as JSON or in the table for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from cgcounter.app.benchmark.measuring import Durations, Rounds, flat, percentile

Detail = dict[str, float | str | list[float]]
"""Further figures of a row; the names end in their units."""

_DIGITS: Final = 4
_HEADINGS: Final = ("phép đo", "đo được (ms)", "mốc (ms)", "tỉ số", "mục tiêu", "đạt")
_WIDTHS: Final = (12, 13, 10, 7, 32, 5)
_MEDIAN, _WORST = 50, 99


class Goal(Struct, frozen=True, kw_only=True):
    """What a row must reach (architecture, section 7); what is None is not asked."""

    ratio: float | None = None
    p50_ms: float | None = None
    p99_ms: float | None = None

    def words(self) -> str:
        """The goal as a short text, empty when nothing is asked."""
        asked = (("ratio", self.ratio, ""), ("p50", self.p50_ms, " ms"), ("p99", self.p99_ms, " ms"))
        return ", ".join(f"{name} <= {most:g}{unit}" for name, most, unit in asked if most is not None)

    def is_met(self, rounds: Rounds) -> bool | None:
        """Whether all that is asked was reached; None when nothing is."""
        durations = flat(rounds.ours)
        asked = (
            (self.ratio, rounds.ratio),
            (self.p50_ms, percentile(durations, _MEDIAN)),
            (self.p99_ms, percentile(durations, _WORST)),
        )
        reached = [got is not None and got <= most for most, got in asked if most is not None]
        return all(reached) if reached else None


class Row(Struct, frozen=True):
    """One line of the report; durations are medians in milliseconds."""

    name: str
    ours_ms: float
    baseline_ms: float | None
    ratio: float | None
    goal: str
    met: bool | None
    rounds: int
    detail: Detail

    @classmethod
    def of(cls, name: str, rounds: Rounds, goal: Goal | None = None, **further: float | str) -> Row:
        """The row of what was taken, judged by its goal."""
        goal = goal or Goal()
        return cls(
            name=name,
            ours_ms=_rounded(rounds.ours_ms),
            baseline_ms=rounds.baseline_ms and _rounded(rounds.baseline_ms),
            ratio=rounds.ratio and _rounded(rounds.ratio),
            goal=goal.words(),
            met=goal.is_met(rounds),
            rounds=len(rounds.ours),
            detail={**_detail(rounds), **further},
        )


def _detail(rounds: Rounds) -> Detail:
    ours = flat(rounds.ours)
    detail: Detail = {
        "p50_ms": _rounded(percentile(ours, _MEDIAN)),
        "p99_ms": _rounded(percentile(ours, _WORST)),
        "ours_range_ms": _range(ours),
        "samples": len(ours),
    }
    if rounds.baseline:
        detail["baseline_range_ms"] = _range(flat(rounds.baseline))
        detail["ratio_range"] = _range(rounds.ratios)
    return detail


def _range(durations: Durations) -> list[float]:
    return [_rounded(min(durations)), _rounded(max(durations))]


def _rounded(figure: float) -> float:
    return round(figure, _DIGITS)


def to_json(row: Row) -> str:
    """The row as one JSON object in one line."""
    return msgspec.json.encode(row).decode()


def heading() -> str:
    """The head of the table."""
    return _cells(_HEADINGS)


def as_table_line(row: Row) -> str:
    """The row for people, its further figures below it."""
    met = "" if row.met is None else "có" if row.met else "CHƯA"
    words = (row.name, f"{row.ours_ms:.2f}", _figure(row.baseline_ms), _figure(row.ratio), row.goal, met)
    return f"{_cells(words)}\n    {'; '.join(_told(row.detail))}"


def _cells(words: Sequence[str]) -> str:
    return "  ".join(f"{word:<{width}}" for word, width in zip(words, _WIDTHS, strict=True)).rstrip()


def _figure(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.2f}"


def _told(detail: Detail) -> Iterator[str]:
    for name, figure in detail.items():
        if isinstance(figure, list):
            yield f"{name} {figure[0]:g} – {figure[-1]:g}"
        else:
            yield f"{name} {figure:g}" if isinstance(figure, float) else f"{name} {figure}"
