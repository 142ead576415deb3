"""The words of every error, by its code: title, what happened and was saved, what to do.

The texts lie in resources/messages, one file a language, and serve the window, the command line and the server.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from cgcounter.domain.errors import CounterError

UNKNOWN: Final = "unknown_error"


class Wording(Struct, frozen=True):
    """A text with ``{field}`` places for the error's fields."""

    title: str
    text: str
    advice: str = ""


class Explanation(Struct, frozen=True):
    """An error in words for a clerk."""

    code: str
    title: str
    text: str
    advice: str

    @property
    def sentence(self) -> str:
        """Text and advice as one line, for the command line and for beside a field."""
        return f"{self.text} {self.advice}".strip()


class Messages:
    """Finds the words of an error in one language."""

    def __init__(self, wordings: Mapping[str, Wording], terms: Mapping[str, str]) -> None:
        self._wordings = wordings
        self._terms = terms

    def explain(self, error: CounterError) -> Explanation:
        """The error in words; the root's words when its code has none (a test forbids that)."""
        wording = self._wordings.get(error.code) or self._wordings[UNKNOWN]
        fields = _Fields({name: self._word(value) for name, value in error.fields.items()})
        return Explanation(
            code=error.code,
            title=wording.title.format_map(fields),
            text=wording.text.format_map(fields),
            advice=wording.advice.format_map(fields),
        )

    def term(self, value: str) -> str:
        """The word of the field for a role, state, act or column; the value itself when it is no term."""
        return self._terms.get(value, value)

    def _word(self, value: str | int) -> str | int:
        if isinstance(value, int):
            return value
        return ", ".join(self.term(part) for part in value.split(", "))


class _Fields(dict[str, str | int]):
    """A place without a field shows nothing rather than failing while an error is being told."""

    def __missing__(self, key: str) -> str:
        return ""
