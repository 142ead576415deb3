"""Finds dossiers by what a clerk types: a name, the end of a code, a personal number, a phone number.

Plain indices are asked first, full text only when they gave few rows. What full text gives is checked by the one
rule of names (domain facts 6.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from cgcounter.domain import codes, names
from cgcounter.domain.dossier_line import DossierLine
from cgcounter.domain.people import normalise_personal_id, normalise_phone
from cgcounter.storage.lines import AT_MOST, lines, to_line, to_lines
from cgcounter.storage.projections import code_keys, name_key
from cgcounter.storage.transaction import Row, Sql, Transaction

ENOUGH_ROWS: Final = 20
DIGITS_FOR_NUMBERS: Final = 4
_CODE_END_DIGITS: Final = 4
_CANDIDATES: Final = 100
_MOST_CHECKED: Final = 500
_ABOVE_ALL: Final = "\U0010ffff"
_NUMBER: Final = re.compile(r"\+?[0-9\s.()\-]+")


def _equal(key: str) -> Sql:
    return lines(f"WHERE {key} = :key ORDER BY number DESC", AT_MOST)


def _beginning(key: str) -> Sql:
    return lines(f"WHERE {key} > :key AND {key} < :above ORDER BY {key}", AT_MOST)


_BY_CODE: Final = lines("WHERE code_serial = :serial AND code_day = :day ORDER BY number")
_BY_CODE_END: Final = lines("WHERE code_serial = :key ORDER BY code_day DESC, number DESC", AT_MOST)
_BY_NAME: Final = (_equal("name_key"), _beginning("name_key"))
_BY_LAST_WORD: Final = (_equal("last_word_key"), _beginning("last_word_key"))
_BY_PERSONAL_ID: Final = (_equal("personal_id_key"), _beginning("personal_id_key"))
_BY_PHONE: Final = (_equal("phone_key"), _beginning("phone_key"))
_BY_WORDS: Final = lines(
    "JOIN dossier_name ON dossier_name.rowid = dossier.number",
    "WHERE dossier_name MATCH :key ORDER BY dossier_name.rowid DESC",
    AT_MOST,
)


def by_code(transaction: Transaction, text: str) -> tuple[DossierLine, ...]:
    """Rows bearing a full code or its digits alias, the one that came first before another of the same code."""
    text = text.strip()
    if codes.is_alias(text):
        serial, day = text[-_CODE_END_DIGITS:], text[:-_CODE_END_DIGITS]
    else:
        serial, day = code_keys(text)
    rows = transaction.rows(_BY_CODE, {"serial": serial, "day": day})
    return tuple(to_line(row) for row in rows if codes.is_alias(text) or row["code"] == text)


def search(transaction: Transaction, query: str, limit: int) -> tuple[DossierLine, ...]:
    """At most ``limit`` rows for a typed text: exact marks first, newest first."""
    text = names.nfc(query)
    if codes.is_code(text):
        return by_code(transaction, text)[:limit]
    if _NUMBER.fullmatch(text):
        return _by_number(transaction, text, limit)
    found = {row["number"]: row for row in _by_name(transaction, text, max(limit, _CANDIDATES))}
    marked = {number: names.exact_marks(text, row["name"]) for number, row in found.items()}
    ranked = sorted(found.values(), key=lambda row: (marked[row["number"]], *_age(row)), reverse=True)
    return to_lines(ranked[:limit])


def _age(row: Row) -> tuple[int, int]:
    return row["begun_at"], row["number"]


def _by_name(transaction: Transaction, text: str, most: int) -> Iterable[Row]:
    words = names.search_words(text)
    if not words:
        return ()
    ways = _BY_NAME if len(words) > 1 else (*_BY_NAME, *_BY_LAST_WORD)
    found = list(_ask(transaction, ways, name_key(text), most))
    if len(found) < ENOUGH_ROWS:
        query = " ".join(f'"{word}"*' for word in words)
        rows = transaction.rows(_BY_WORDS, {"key": query, "most": _MOST_CHECKED})
        found.extend(islice((row for row in rows if names.matches(text, row["name"])), most))
    return found


def _by_number(transaction: Transaction, text: str, limit: int) -> tuple[DossierLine, ...]:
    """Codes by their end come before numbers of people, which are found by their beginning."""
    digits = normalise_personal_id(text)
    found: dict[int, Row] = {}
    if len(digits) == _CODE_END_DIGITS:
        rows = transaction.rows(_BY_CODE_END, {"key": digits, "most": limit})
        found |= {row["number"]: row for row in rows}
    if len(digits) >= DIGITS_FOR_NUMBERS:
        people = [
            *_ask(transaction, _BY_PERSONAL_ID, digits, limit),
            *_ask(transaction, _BY_PHONE, normalise_phone(text)[0], limit),
        ]
        people.sort(key=_age, reverse=True)
        found = found | {row["number"]: row for row in people if row["number"] not in found}
    lines = [*by_code(transaction, digits), *(to_line(row) for row in found.values())]
    return tuple(dict.fromkeys(lines))[:limit]


def _ask(transaction: Transaction, ways: Iterable[Sql], key: str, most: int) -> Iterator[Row]:
    for way in ways:
        yield from transaction.rows(way, {"key": key, "above": key + _ABOVE_ALL, "most": most})
