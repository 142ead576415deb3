"""Names: the form they are kept in, the key they are found by, the word-prefix rule, title case."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.names import exact_marks, last_word_key, matches, nfc, search_key, title_case

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
words = st.text(VIETNAMESE + VIETNAMESE.upper(), min_size=1, max_size=7)
names = st.lists(words, min_size=1, max_size=5).map(" ".join)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Nguyễn   Văn\tThử \r\n", "Nguyễn Văn Thử"),
        ("Đa\u0323\u0306ng", "Đặng"),
        ("Trần\x00 Thị\x07 Mẫu", "Trần Thị Mẫu"),
        ("Lê\u200bVăn\ufeff", "LêVăn"),
        ("Lê\u00a0Văn", "Lê Văn"),
        ("Lê\ud800", "Lê"),
        ("\u200b \t", ""),
    ],
)
def test_text_is_kept_composed_and_clean(typed: str, kept: str) -> None:
    """Text is NFC, trimmed, with single blanks and without control characters."""
    assert nfc(typed) == kept


@given(st.text())
def test_keeping_twice_changes_nothing(text: str) -> None:
    """What is kept stays as it is, and can always be written as UTF-8."""
    kept = nfc(text)
    assert nfc(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert kept.encode().decode() == kept


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đỗ  Đình Đức ", "do dinh duc"),
        ("NGUYỄN THỊ MINH ANH", "nguyen thi minh anh"),
        ("Hòa", "hoa"),
        ("Hoà", "hoa"),
        ("Thủy", "thuy"),
        ("Thuỷ", "thuy"),
        ("Thôn Phú An, Cẩm Giàng", "thon phu an, cam giang"),
        ("", ""),
    ],
)
def test_search_key(text: str, key: str) -> None:
    """The key has no marks, no đ, no capitals and no tone placement (6.4)."""
    assert search_key(text) == key


@given(names)
def test_key_is_the_same_for_both_unicode_forms(name: str) -> None:
    """A name typed decomposed is found under the same key."""
    assert search_key(nfd(name)) == search_key(unicodedata.normalize("NFC", name))


@given(names)
def test_key_of_a_name_is_plain_ascii(name: str) -> None:
    """The key of a Vietnamese name is small ASCII letters and blanks, and is its own key."""
    key = search_key(name)
    assert key.isascii()
    assert key == key.lower()
    assert search_key(key) == key


@given(st.text())
def test_key_never_fails(text: str) -> None:
    """Any text has a key, trimmed and with single blanks."""
    key = search_key(text)
    assert key == " ".join(key.split())


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("ng v th", "Nguyễn Văn Thử"),
        ("thử", "Nguyễn Văn Thử"),
        ("ng thử", "Nguyễn Văn Thử"),
        ("do", "Đỗ Đình Đức"),
        ("ĐỖ", "Đỗ Đình Đức"),
        ("hoà", "Trần Thị Hòa"),
        ("đo", "Doãn Văn Mẫu"),
        ("cam giang", "Thôn Phú An, Cẩm Giàng"),
        ("y-mo", "Y-Moan Êban"),
        ("hen", "H'Hen Niê"),
        ("", "Nguyễn Văn Thử"),
        ("  ", "Nguyễn Văn Thử"),
    ],
)
def test_query_finds(query: str, name: str) -> None:
    """Every word of the query begins a word of the name, in the same order; marks do not matter (6.4)."""
    assert matches(query, name)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("anh", "Nguyễn Văn Khanh"),
        ("thử văn", "Nguyễn Văn Thử"),
        ("văn văn", "Nguyễn Văn Thử"),
        ("nguyenv", "Nguyễn Văn Thử"),
        ("nguyễn văn thử x", "Nguyễn Văn Thử"),
        ("?", "Nguyễn Văn Thử"),
        ("a", ""),
    ],
)
def test_query_does_not_find(query: str, name: str) -> None:
    """The middle of a word does not match, nor do words in another order."""
    assert not matches(query, name)


@given(names, st.data())
def test_beginnings_of_words_always_find(name: str, data: st.DataObject) -> None:
    """The beginnings of some words of a name, in order, find it with and without marks."""
    parts = name.split()
    chosen = sorted(data.draw(st.sets(st.integers(0, len(parts) - 1), min_size=1)))
    query = " ".join(parts[at][: data.draw(st.integers(1, len(parts[at])))] for at in chosen)
    assert matches(query, name)
    assert matches(search_key(query), name)
    assert matches(nfd(query).upper(), name)


@pytest.mark.parametrize(
    ("query", "name", "exact"),
    [
        ("đỗ", "Đỗ Đình Đức", True),
        ("do", "Đỗ Đình Đức", False),
        ("hoà", "Trần Thị Hòa", True),
        ("hòa", "Trần Thị Hoà", True),
        ("thuỷ", "Lê Thị Thủy", True),
        ("hoa", "Trần Thị Hòa", False),
        ("hoa", "Trần Thị Hoa", True),
        ("ng th", "Nguyễn Văn Thử", True),
        ("nguye", "Nguyễn Văn Thử", False),
        ("khanh", "Nguyễn Văn Anh", False),
    ],
)
def test_exact_marks(query: str, name: str, *, exact: bool) -> None:
    """A hit is exact when the marks typed are those of the name, wherever the tone is placed."""
    assert exact_marks(query, name) is exact


@given(names)
def test_a_name_has_its_own_marks(name: str) -> None:
    """Who types the whole name, in any Unicode form and size, hits exactly."""
    assert exact_marks(nfd(name).upper(), name)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("NGUYỄN THỊ MINH ANH", "Nguyễn Thị Minh Anh"),
        ("đỗ  đình đức", "Đỗ Đình Đức"),
        ("y-moan êban", "Y-Moan Êban"),
        ("h'hen niê", "H'Hen Niê"),
        ("ẩn", "Ẩn"),
        ("", ""),
    ],
)
def test_title_case(typed: str, offered: str) -> None:
    """Title case is offered for names typed in capitals or small letters; marks stay."""
    assert title_case(typed) == offered


@given(names)
def test_title_case_keeps_the_name(name: str) -> None:
    """Title case changes no letter but its size, and is stable."""
    offered = title_case(name)
    assert offered.casefold() == nfc(name).casefold()
    assert title_case(offered) == offered


@pytest.mark.parametrize(("name", "key"), [("Đỗ Đình Đức", "duc"), ("Ẩn", "an"), ("", "")])
def test_last_word_key(name: str, key: str) -> None:
    """People are called by the last word of their name."""
    assert last_word_key(name) == key
