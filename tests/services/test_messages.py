"""Errors are told in words, by their code."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cgcounter.domain.errors import CounterError
from cgcounter.services.messages import Explanation, Messages, Wording


class KettleError(CounterError):
    """An invented error."""

    code = "kettle_dry"


class ToldByNobodyError(CounterError):
    """An error without words."""

    code = "told_by_nobody"


MESSAGES = Messages(
    {
        "unknown_error": Wording("Có lỗi", "Việc không thành.", "Thử lại."),
        "kettle_dry": Wording("Ấm {name} cạn", "Còn {left} cốc cho {roles}.", "Hỏi {who}."),
    },
    {"clerk": "công chức", "head": "thủ trưởng"},
)


def test_fields_stand_in_their_places() -> None:
    """Title, text and advice mention what the error carries; terms are told in words, lists of them too."""
    told = MESSAGES.explain(KettleError(name="tích", left=2, roles="clerk, head", who="bảo vệ"))
    assert told == Explanation(
        "kettle_dry", "Ấm tích cạn", "Còn 2 cốc cho công chức, thủ trưởng.", "Hỏi bảo vệ."
    )
    assert told.sentence == "Còn 2 cốc cho công chức, thủ trưởng. Hỏi bảo vệ."


def test_a_missing_field_shows_nothing() -> None:
    """Telling an error never raises another one."""
    assert MESSAGES.explain(KettleError()).text == "Còn  cốc cho ."


def test_an_error_without_words_gets_the_common_ones() -> None:
    """Its own code is kept, for whoever is asked on the telephone."""
    told = MESSAGES.explain(ToldByNobodyError(name="x"))
    assert told == Explanation("told_by_nobody", "Có lỗi", "Việc không thành.", "Thử lại.")


def test_no_advice_no_trailing_blank() -> None:
    """A sentence ends with its full stop."""
    plain = Messages({"unknown_error": Wording("Lỗi", "Việc không thành.")}, {})
    assert plain.explain(CounterError()).sentence == "Việc không thành."


def test_terms_are_told_in_words() -> None:
    """A term of the field by its word, anything else as it is."""
    assert MESSAGES.term("clerk") == "công chức"
    assert MESSAGES.term("2.000815") == "2.000815"


@given(st.text(), st.integers())
def test_whatever_a_field_holds_is_told(name: str, left: int) -> None:
    """Law: braces, percent signs and the like in a field are told as they are and break nothing."""
    told = MESSAGES.explain(KettleError(name=name, left=left))
    if "clerk" not in name and "head" not in name:
        assert told.title == f"Ấm {name} cạn"
    assert told.text.startswith(f"Còn {left} cốc")
