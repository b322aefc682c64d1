"""Spellings of a word meet in one key; other words keep theirs."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfacts.kazakh.alphabet import LETTERS
from kzfacts.kazakh.folding import CLASSES, coarse, fold, folds, normal, readings
from kzfacts.kazakh.romanization import SCHEMES, romanize

SAME = [
    ("Көшербаев", "Кошербаев"),
    ("қауіпсіздік", "кауипсиздик"),
    ("қауіпсіздік", "qauipsizdik"),
    ("Құсайынов", "Кусаинов"),
    ("Сейітсұлтан", "Сеитсултан"),
    ("Жақып", "Джакып"),
    ("Дінмұхаммед", "Динмұхаммед"),
    ("Оңғар", "Онгар"),
    ("Сәтбаев", "Сатпаев"),
    ("Тоқаев", "Tokayev"),
    ("Тоқаев", "Tokaev"),
    ("Чеботарёв", "Чеботарев"),
    ("Ғани", "Ğani"),
    ("Ғани", "G'ani"),
    ("Cерік", "Серік"),  # a Latin C
    ("Әлия", "Aliya"),
]
ALSO = [
    ("Ахметов", "Achmetow"),  # German, Polish
    ("Шарипов", "Szaripow"),
    ("Жұмабаев", "Schumabajew"),
    ("Назарбаев", "Nasarbajew"),
    ("Путинцева", "Putinzewa"),
    ("Тұқымов", "Toukymov"),  # French
    ("Путин", "Poutine"),
    ("Қажыгелдин", "Qajygueldine"),
    ("Жамбыл", "Cambıl"),  # Turkish
    ("Өксікбаев", "Oxikbayev"),
    ("Асхат", "Ashat"),
]
DIFFERENT = [
    ("Тұқымов", "Тоқымов"),
    ("Кәріпов", "Карпов"),
    ("Кәріпов", "Кәрімов"),
    ("Дарий", "Дариға"),
    ("Дарий", "Дари"),
    ("Мусин", "Музин"),
    ("Мусин", "Muzin"),
    ("Ержан", "Ершан"),
    ("Жанна", "Шанна"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_share_a_fold(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), ALSO)
def test_spellings_share_one_of_their_folds(one: str, other: str) -> None:
    assert fold(one) in folds(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_words_share_none(one: str, other: str) -> None:
    assert set(folds(one)).isdisjoint(folds(other))


@pytest.mark.parametrize("word", ["Rosa", "Musin", "Asan", "Isabekov"])
def test_s_is_not_read_as_german_where_nothing_else_is(word: str) -> None:
    assert all("з" not in reading for reading in readings(word))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("КӨШЕРБАЕВ", "көшербаев"),
        ("İstanbul", "istanbul"),
        ("Epмек", "ермек"),
        ("Kөшербаев", "көшербаев"),
        ("и\u0306", "й"),
        ("Көшер\u00adбаев", "көшербаев"),
        ("Ҳасан ӊ Қ", "һасан ң қ"),
    ],
)
def test_normal(text: str, plain: str) -> None:
    assert normal(text) == plain


def test_every_letter_is_in_one_class() -> None:
    letters = "".join(CLASSES.values())
    assert len(letters) == len(set(letters))
    assert set(LETTERS) - set(letters) == set("ёцщъьюя"), "these are read as others"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_text_has_a_fold_that_stays(text: str) -> None:
    key = fold(text)
    assert key in folds(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert coarse(key) == key


SYLLABLES = st.tuples(st.sampled_from("бвгғдзклмрстшқ"), st.sampled_from("аәеоөұүы")).map("".join)


@settings(max_examples=100, deadline=None)
@given(st.lists(SYLLABLES, min_size=1, max_size=5).map("".join), st.sampled_from(sorted(SCHEMES)))
def test_a_romanized_word_shares_a_fold(word: str, scheme: str) -> None:
    assert not set(folds(word)).isdisjoint(folds(romanize(word, scheme)))
