"""How names are kept, searched and offered: NFC text, unaccented search keys, the word-prefix rule."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = frozenset({"Cc", "Cf", "Cs"})  # control, format (zero width) and lone surrogates
_WORD = re.compile(r"\w+")
_WORD_START = re.compile(r"(?:^|(?<=[\s\-'’]))\w")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Hòa and Hoà, Thủy and Thuỷ are one spelling with two habits of placing the tone.
_TONE_PLACES = {
    unicodedata.normalize("NFC", first + second + tone): unicodedata.normalize("NFC", first + tone + second)
    for first, second in ("oa", "oe", "uy")
    for tone in _TONES
}
_TONE_ON_SECOND = re.compile("|".join(_TONE_PLACES))


def nfc(text: str) -> str:
    """The form in which every text is kept: NFC, trimmed, one blank between words, no control characters."""
    if not text.isprintable():
        spaced = (" " if letter.isspace() else letter for letter in text)
        text = "".join(letter for letter in spaced if unicodedata.category(letter) not in _DROPPED)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def search_key(text: str) -> str:
    """The key under which names and addresses are found, never shown (domain facts 6.4).

    No marks, đ as d, no capitals, one blank between words.
    """
    letters = unicodedata.normalize("NFD", nfc(text))
    plain = "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M"))
    return " ".join(plain.replace("đ", "d").replace("Đ", "d").casefold().split())


def search_words(text: str) -> tuple[str, ...]:
    """The words of the search key; punctuation parts words and belongs to none."""
    return tuple(_WORD.findall(search_key(text)))


def begins_in_order(query: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether each query word begins a word, in the same order; words may be skipped."""
    rest = iter(words)
    return all(any(word.startswith(wanted) for word in rest) for wanted in query)


def matches(query: str, name: str) -> bool:
    """Whether the query finds the name, marks or not (domain facts 6.4); an empty query finds everyone."""
    wanted = search_words(query)
    if not wanted:
        return not nfc(query)
    return begins_in_order(wanted, search_words(name))


def marked_words(text: str) -> tuple[str, ...]:
    """The words with their marks, in small letters, the tone always in the older place (Hòa)."""
    small = nfc(nfc(text).casefold())
    return tuple(_WORD.findall(_TONE_ON_SECOND.sub(lambda found: _TONE_PLACES[found[0]], small)))


def exact_marks(query: str, name: str) -> bool:
    """Whether the query finds the name with the very marks typed; such hits are ranked first."""
    return matches(query, name) and begins_in_order(marked_words(query), marked_words(name))


def title_case(name: str) -> str:
    """The name as it is offered: capitals at the start of words, after a hyphen and after an apostrophe."""
    return nfc(_WORD_START.sub(lambda found: found[0].upper(), nfc(name).lower()))


def last_word_key(name: str) -> str:
    """The search key of the last word, by which people are called."""
    return search_key(name).rpartition(" ")[2]
