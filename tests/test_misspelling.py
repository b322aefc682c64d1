"""How near two folded words are, and what an index of near keys holds."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfacts.misspelling import TOLERANCE, beginning, deletions, distance, tolerance

FOLDED = st.text("abegikmnstu", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("one", "other", "apart", "why"),
    [
        ("mektep", "mektep", 0, "the same"),
        ("mektep", "mektap", 0.75, "one vowel for another"),
        ("mektep", "megtep", 0.75, "a voiced consonant for a voiceless one"),
        ("mektep", "mekrep", 1, "a key beside the right one"),
        ("ekonomika", "ekonolika", 1.5, "another letter, in a long word"),
        ("mektep", "metkep", 1, "two letters swapped"),
        ("ekonomika", "ekonomka", 1, "a letter left out"),
        ("ekonomika", "ekkonomika", 1, "a letter put in"),
        ("qauipsizdik", "qauipsizdi", 1, "the last letter left out"),
    ],
)
def test_a_misspelling_is_so_far_from_the_word(one: str, other: str, apart: float, why: str) -> None:
    assert distance(one, other) == distance(other, one) == apart, why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("keme", "kene", "short words have too many neighbours"),
        ("bolim", "bilim", "short words have too many neighbours"),
        ("bailik", "barlik", "another letter, and another word"),
        ("birlik", "barlik", "vowels that do not sound alike"),
        ("kazina", "katina", "another letter, and another word"),
        ("mektep", "nesep", "too many letters"),
        ("mektep", "sektep", "the first letter is seldom wrong"),
        ("mektep", "mektepter", "three letters more"),
        ("bala", "bala", "a short word is never misspelt, not even as itself"),
        ("", "", "no word"),
    ],
)
def test_another_word_is_no_misspelling(one: str, other: str, why: str) -> None:
    assert distance(one, other) is None, why


def test_longer_words_may_be_misspelt_more() -> None:
    assert all(longer > shorter for longer, shorter in pairwise(TOLERANCE))
    assert [tolerance(length) for length in (4, 5, 6, 9, 12, 30)] == [0, 0, 1, 1.5, 2, 2]


@given(FOLDED, FOLDED)
@settings(deadline=None, max_examples=300)
def test_keys_that_are_near_share_a_near_key(one: str, other: str) -> None:
    if distance(one, other) is not None:
        assert deletions(one) & deletions(other)


@given(FOLDED, st.integers(0, 13), st.sampled_from("abegikmnstu"))
@settings(deadline=None, max_examples=300)
def test_a_slip_in_a_long_word_is_found(word: str, place: int, letter: str) -> None:
    for wrong in (word[:place] + word[place + 1 :], word[:place] + letter + word[place:]):
        if min(len(word), len(wrong)) >= 6 and wrong[0] == word[0]:
            assert (distance(word, wrong) or 0) <= 1
            assert deletions(word) & deletions(wrong)


@given(FOLDED)
def test_near_keys_are_few_and_begin_with_the_beginning(word: str) -> None:
    assert beginning(word) in deletions(word)
    assert len(deletions(word)) <= 1 + 8 + 28
