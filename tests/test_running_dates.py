"""Dates in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.kazakh.edtf import valid_edtf
from kzfacts.kazakh.running_dates import dates_in


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("Жиын 2022 жылғы 23 қыркүйекте өтті.", "2022 жылғы 23 қыркүйекте", "2022-09-23"),
        ("Жиын 23 қыркүйекте 2022 жылы өтті.", "23 қыркүйекте 2022 жылы", "2022-09-23"),
        ("Жиын 2022 жылдың қыркүйегінде өтті.", "2022 жылдың қыркүйегінде", "2022-09"),
        ("Ол 1986 жылы ақпанда келді.", "1986 жылы ақпанда", "1986-02"),
        ("2022 жылғы қазан айының соңына дейін", "2022 жылғы қазан айының соңына", "2022-10~"),
        ("Шара 2021 жылдың басында басталды.", "2021 жылдың басында", "2021~"),
        ("Бұл 2019 жылы болды.", "2019 жылы", "2019"),
        ("Көрме 2022 ж. 23–25 қыркүйекте ашық.", "2022 ж. 23–25 қыркүйекте", "2022-09-23/2022-09-25"),
        ("Астана, 23.09.2022", "23.09.2022", "2022-09-23"),
        ("1 қазан 2022\nТақырып", "1 қазан 2022", "2022-10-01"),
        ("2022 жылы Қазанда ойын өтті.", "2022 жылы", "2022"),
    ],
)
def test_dates_with_their_year(text: str, words: str, date: str) -> None:
    assert [(text[start:end], found) for start, end, found in dates_in(text)] == [(words, date)]


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("Біз 1 қыркүйектен бастаймыз.", "1 қыркүйектен", "2022-09-01"),
        ("Кездесу қазан айының ортасында болады.", "қазан айының ортасында", "2022-10~"),
        ("Осы жылдың қараша айында", "қараша айында", "2022-11"),
        ("8 шілдедегі есеп", "8 шілдедегі", "2022-07-08"),
        ("1 қазан 2000 адам келді", "1 қазан", "2022-10-01"),
    ],
)
def test_dates_of_an_assumed_year(text: str, words: str, date: str) -> None:
    assert not list(dates_in(text))
    assert [(text[start:end], found) for start, end, found in dates_in(text, year=2022)] == [(words, date)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Қазанда ет қайнап жатыр, Қазанда жиын өтті.", "a pot, and a city"),
        ("Наурызбай мен Мамырбек", "names"),
        ("маусымдық жұмыс, тамызық отын", "words made from a month's"),
        ("30 жыл, 30 жылдық, 1990 жылдардағы", "times that are no dates"),
        ("Өткен жылдың 5 қазанында", "another year"),
        ("Жыл сайын 1 маусымда", "every year"),
        ("Былтыр 3 мамырда", "another year"),
        ("31 ақпанда, 32.01.2022, 2022-13-01", "no such days"),
        ("Телефон 8.09.20221, нұсқа 1.23.09.2022", "longer numbers"),
    ],
)
def test_what_is_no_date(text: str, why: str) -> None:
    assert not list(dates_in(text, year=2022)), why


parts = [
    "2022",
    " ",
    " ",
    "жылғы",
    "жылы",
    "ж.",
    "23",
    "–",
    "қыркүйекте",
    "Қазан",
    "айының",
    "ортасында",
    ".",
    "\n",
    "09",
]


@given(st.text() | st.lists(st.sampled_from(parts)).map("".join), st.none() | st.integers(0, 9999))
def test_spans_stand_in_order_and_dates_are_sound(text: str, year: int | None) -> None:
    before = 0
    for start, end, date in dates_in(text, year):
        assert before <= start < end <= len(text)
        assert valid_edtf(date)
        before = end
