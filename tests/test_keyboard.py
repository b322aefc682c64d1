"""What was typed with the wrong layout on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfacts.kazakh.keyboard import PLAIN, SHIFTED, neighbours, retyped


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Rjith,ftd", "Кошербаев"),  # English on, Russian meant
        ("R-ith,ftd", "Көшербаев"),  # English on, Kazakh meant
        (")jyscgftd", "Қоныспаев"),
        ("N90svjd", "Тұқымов"),
        ("@,lshjd", "Әбдыров"),
        ("Кгвутлщ", "Rudenko"),  # Russian on, Latin meant
        ("Лщыруки", "Kosherb"),
        ("Т90ымов", "Тұқымов"),  # Russian on, Kazakh meant
        (")fcsv-:jvfhn", "Қасым-Жомарт"),  # the hyphen is on the number pad
        (";fyjcjd", "жаносов"),
    ],
)
def test_the_same_keys_in_another_layout(typed: str, meant: str) -> None:
    assert meant in retyped(typed)


@pytest.mark.parametrize("text", ["", " ", "\ud800", "漢字"])
def test_what_no_key_types_stays(text: str) -> None:
    assert retyped(text) == ()


def test_the_rows_are_as_long_in_every_layout() -> None:
    for layout in (PLAIN, SHIFTED):
        assert {tuple(map(len, rows)) for rows in layout.values()} == {(13, 12, 11, 10)}


@pytest.mark.parametrize(
    ("one", "other"), [("к", "е"), ("к", "у"), ("е", "ғ"), ("q", "w"), ("q", "a"), ("а", "п"), ("й", "ә"), ("ц", "ә")]
)
def test_neighbours_touch(one: str, other: str) -> None:
    assert {(one, other), (other, one)} <= neighbours()


@pytest.mark.parametrize(
    ("one", "other"), [("к", "т"), ("к", "к"), ("й", "э"), ("у", "ә"), ("q", "s"), ("м", "н"), ("q", "к")]
)
def test_others_do_not(one: str, other: str) -> None:
    assert (one, other) not in neighbours()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_each_layout_gives_one_text_of_that_length(text: str) -> None:
    found = retyped(text)
    assert len(found) == len(set(found)) <= 10
    assert text not in found
    assert all(len(other) == len(text) for other in found)
