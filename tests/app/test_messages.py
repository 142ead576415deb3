"""Every error of the program has its words in both languages, and they fit its fields."""

from __future__ import annotations

import importlib
import pkgutil
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import cgcounter
from cgcounter.app import places
from cgcounter.app.reference_files import read_messages
from cgcounter.domain.errors import CounterError
from cgcounter.domain.staff import RoleMissingError
from cgcounter.services.messages import UNKNOWN

LANGUAGES = ("vi", "en")
PLAIN = {"terms", "answers", "findings"}


def _all_errors() -> set[type[CounterError]]:
    for module in pkgutil.walk_packages(cgcounter.__path__, "cgcounter."):
        if ".migrations" not in module.name:
            importlib.import_module(module.name)
    return set(_below(CounterError))


def _below(kind: type[CounterError]) -> Iterator[type[CounterError]]:
    yield kind
    for child in kind.__subclasses__():
        if child.__module__.startswith("cgcounter."):
            yield from _below(child)


def _table(language: str) -> dict[str, dict[str, str]]:
    with (places.resources() / "messages" / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_words(language: str) -> None:
    """No code is without title and text, and no words are without a code."""
    codes = {error.code for error in _all_errors()} | {UNKNOWN}
    table = _table(language)
    assert set(table) - PLAIN == codes
    assert all(table[code]["title"] and table[code]["text"] for code in codes)


def test_every_class_has_its_own_code() -> None:
    """Two errors never share a code."""
    codes = [error.code for error in _all_errors()]
    assert len(codes) == len(set(codes))


def test_both_languages_mention_the_same_fields() -> None:
    """What one language tells, the other tells too; the terms are the same set."""
    vietnamese, english = (_table(language) for language in LANGUAGES)
    for table in PLAIN:
        assert set(vietnamese[table]) == set(english[table])
    for code in set(vietnamese) - {"terms"}:
        assert _places(vietnamese[code]) == _places(english[code]), code


def _places(words: dict[str, str]) -> set[str]:
    text = " ".join(words.values())
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_roles_are_told_by_their_words() -> None:
    """An error that carries terms of the field says them in the reader's language."""
    messages = read_messages(places.resources(), "vi")
    sentence = messages.explain(RoleMissingError(roles="clerk, supervisor")).sentence
    assert "công chức tiếp nhận, cán bộ giám sát" in sentence


def test_the_text_of_an_error_holds_no_value() -> None:
    """str() of an error, which may reach a log, tells code and field names only."""
    assert str(CounterError(name="Nguyễn Văn Thử")) == "counter_error(name)"


def test_messages_are_plain_sentences() -> None:
    """Texts end with a full stop and hold no line breaks."""
    for language in LANGUAGES:
        for code, words in _table(language).items():
            if code not in PLAIN:
                assert words["text"].endswith("."), (language, code)
                assert "\n" not in "".join(words.values())


def test_message_files_are_named_by_language() -> None:
    """The folder holds one file a language and nothing else."""
    files = sorted(Path(places.resources() / "messages").iterdir())
    assert [file.name for file in files] == ["en.toml", "vi.toml"]
