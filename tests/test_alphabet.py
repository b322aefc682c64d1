"""Letters, case and alphabetical order."""

import sqlite3
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.kazakh.alphabet import BACK_VOWELS, FRONT_VOWELS, LATIN_LETTERS, LETTERS, collation_key, lower, upper

# The alphabet with its capitals, as the tables of decree 637 of 19 February 2018 print it.
SMALL_AND_CAPITAL = """
    аА әӘ бБ вВ гГ ғҒ дД еЕ ёЁ жЖ зЗ иИ йЙ кК қҚ лЛ мМ нН ңҢ
    оО өӨ пП рР сС тТ уУ ұҰ үҮ фФ хХ һҺ цЦ чЧ шШ щЩ ъЪ ыЫ іІ ьЬ эЭ юЮ яЯ
"""
ALPHABET = SMALL_AND_CAPITAL.split()
# The alphabets of that decree and of 2021 (presented on 28 January; ñ as in April), without digraphs.
LATIN_2018 = list("aábdefgǵhıjklmnńoópqrstuúvyýz")
LATIN_2021 = list("aäbdefgğhıijklmnñoöpqrsştuūüvyz")


def test_the_alphabet_has_its_42_letters_in_order() -> None:
    assert "".join(pair[0] for pair in ALPHABET) == LETTERS
    assert sorted(LETTERS, key=collation_key) == list(LETTERS)
    assert set(LETTERS) >= BACK_VOWELS | FRONT_VOWELS
    assert not BACK_VOWELS & FRONT_VOWELS


@pytest.mark.parametrize("pair", ALPHABET)
def test_each_letter_has_its_capital(pair: str) -> None:
    small, capital = pair
    assert (upper(small), lower(capital)) == (capital, small)


@pytest.mark.parametrize(
    ("small", "capital", "dotted"),
    [
        ("ırbıt", "IRBIT", True),
        ("italia", "İTALİA", True),
        ("iran", "IRAN", False),
    ],
)
def test_case_of_the_two_latin_i(small: str, capital: str, dotted: bool) -> None:
    assert upper(small, dotted) == capital
    assert lower(capital, dotted) == small


def test_lower_leaves_no_loose_dot() -> None:
    assert lower("İ") == lower("İ", dotted=True) == "i"


@given(st.text())
def test_lower_keeps_the_length(text: str) -> None:
    assert len(lower(text)) == len(lower(text, dotted=True)) == len(text)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("абай Абай әли Әли бек", "case decides only between equal words"),
        ("Гани Ғани Дана", "ғ after г, not after я as in code point order"),
        ("Ермек|Ермек Алпысов|Ермекбай", "a word before the longer words that it begins"),
        ("30 жыл|4 жыл|Абай|яғни|Abai|zat|عرب", "digits, Cyrillic, Latin, other scripts"),
        ("ақпан|«Ақтау»|ақын", "quotation marks count for nothing"),
        ("Қазақстан|Қазақстан-Өзбекстан|Қазақстан – Ресей|Қазақстандық", "dashes and hyphens count as a space"),
        ("ин и́на инв", "a stress accent is no letter"),
        ("иран йод кен", "й is a letter of its own"),
        ("азат ўзбек abai", "Cyrillic of other languages after Kazakh, before Latin"),
        ("satu satyp säule sb", "ä after a"),
        ("Qaz qun Qyz r s sh şyn t", "Latin by letter, ş after s"),
        ("az azyn a̋l bel u uz u̇l vek", "ISO 9 a̋ and u̇ are letters"),
    ],
)
def test_order(words: str, why: str) -> None:
    expected = words.split("|") if "|" in words else words.split()
    backwards = expected[::-1]
    assert sorted(backwards, key=collation_key) == expected, why


@pytest.mark.parametrize("alphabet", [LATIN_2018, LATIN_2021])
def test_order_agrees_with_the_latin_alphabets(alphabet: list[str]) -> None:
    assert set(alphabet) <= set(LATIN_LETTERS)
    assert sorted(alphabet, key=lambda letter: collation_key(letter, dotted=True)) == alphabet


def test_the_two_latin_i_are_two_letters_only_in_dotted_text() -> None:
    assert sorted(["İlias", "Izen", "Iz"], key=lambda s: collation_key(s, dotted=True)) == ["Iz", "Izen", "İlias"]
    # elsewhere ı, i, I and İ may all be one letter
    assert sorted(["Iz", "İlias", "ıma", "ika"], key=collation_key) == ["ika", "İlias", "ıma", "Iz"]


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_has_a_key_and_its_canonical_forms_the_same(text: str) -> None:
    assert collation_key(unicodedata.normalize("NFD", text)) == collation_key(unicodedata.normalize("NFC", text))


@given(st.lists(st.text(LETTERS + LETTERS.upper() + " ", max_size=6), max_size=8))
def test_letters_decide_first_and_case_second(words: list[str]) -> None:
    for one, other in pairwise(sorted(words, key=collation_key)):
        first, second = ([LETTERS.find(letter) for letter in " ".join(word.lower().split())] for word in (one, other))
        assert first <= second


@given(st.lists(st.text(LETTERS + "aäsş «»-", max_size=6), max_size=8))
def test_sqlite_sorts_as_python_does(words: list[str]) -> None:
    with sqlite3.connect(":memory:") as base:
        base.execute("create table word (key blob)")
        base.executemany("insert into word values (?)", [(collation_key(word),) for word in words])
        stored = [key for (key,) in base.execute("select key from word order by key")]
    base.close()
    assert stored == sorted(map(collation_key, words))
