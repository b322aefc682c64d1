"""Paragraphs, quotations, sentences and tokens, all spans of the text to the letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfacts.extract.quotations import quotations
from kzfacts.extract.segments import LONGEST_SENTENCE, lettered, segments, unwrapped


def sentences(text: str) -> list[str]:
    return [text[slice(*sentence.span)] for sentence in segments(text).sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["Көпір ашылды.", "Жол дайын."],
        ["Көпір ашылды!", "Жол дайын ба?", "Дайын."],
        ["Көпірге 1,2 млн. теңге бөлінді.", "Жол дайын."],
        ["Қ.К. Оразбеков көпірді ашты.", "Жол дайын."],
        ["С. Оразбеков көпірді ашты.", "Жол дайын."],
        ["2022 ж. 23 қыркүйекте көпір ашылды.", "Жол дайын."],
        ["Бұл т.б. мәселелерге қатысты.", "Жол дайын."],
        ["Көпір 23.09.2022 күні ашылды.", "Жол дайын."],
        ["«Көпір ашылды. Жол дайын», – деді ол.", "Тағы сұрақ бар."],
        ["Ол: «Көпір ашылды. Жол дайын!» – деді.", "Тағы сұрақ бар."],
        ["Бұл жаңалықты zakon.kz таратты.", "Жол дайын."],
    ],
)
def test_where_sentences_end(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_line_end_ends_a_sentence_though_a_full_stop_is_missing() -> None:
    assert sentences("Көпір ашылды\nЖол дайын\r\n\r\nТағы") == ["Көпір ашылды", "Жол дайын", "Тағы"]
    assert [s.paragraph for s in segments("Көпір ашылды\n\nЖол дайын. Тағы").sentences] == [0, 1, 1]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("«Көпір ашылды», – деді ол.", ["Көпір ашылды"]),
        ('"Көпір ашылды", - деді ол.', ["Көпір ашылды"]),
        ("“Көпір ашылды.” – деді ол.", ["Көпір ашылды"]),
        ("„Көпір“ қоры", ["Көпір"]),
        ("«Ол «Көпір» қорында», – деді.", ["Ол «Көпір» қорында"]),
        ('"Ол "Көпір" қорында", – деді.', ['Ол "Көпір" қорында']),
        ("«Көпір ашылды.\n\nЖол дайын», – деді ол.", ["Көпір ашылды.\n\nЖол дайын"]),
        ("«Көпір» және «Жол»", ["Көпір", "Жол"]),
        ("«Көпір ашылды, – деді ол.", ["Көпір ашылды"]),  # the closing mark is missing
        ("Көпір ашылды», – деді ол.", []),
        ('5" құбыр', []),
        ("«", []),
        ("»", []),
    ],
)
def test_quotations(text: str, inner: list[str]) -> None:
    assert [text[slice(*quotation.inner)] for quotation in quotations(text)] == inner


def test_a_quotation_that_nothing_closes_does_not_swallow_the_article() -> None:
    text = "«Көпір туралы айтты.\n" + "Жол дайын болды.\n" * 30 + "Қала әкімі «Көпір» қорын ашты."
    assert [text[slice(*q.inner)] for q in quotations(text)] == ["Көпір"]


def test_a_sentence_without_end_is_cut() -> None:
    cut = segments("көпір " * (2 * LONGEST_SENTENCE + 1)).sentences
    assert [len(sentence.tokens) for sentence in cut] == [LONGEST_SENTENCE, LONGEST_SENTENCE, 1]


TEXTS = st.text(st.sampled_from('аәбжАӘҚ «»"“”„–—-.,!?:;\n\r\t\xa0\ufeff0123İß'), max_size=80)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_piece_is_a_span_of_the_text_and_they_stand_in_order(text: str) -> None:
    cut = segments(text)
    end = 0
    for sentence in cut.sentences:
        assert end <= sentence.span.start < sentence.span.end <= len(text)
        at = sentence.span.start
        for token in sentence.tokens:
            assert at <= token.start < token.end <= sentence.span.end
            assert token.text == lettered(text)[token.start : token.end]
            assert len(token.lower) == len(token.text)
            at = token.end
        end = sentence.span.end
    read = {i for sentence in cut.sentences for token in sentence.tokens for i in range(token.start, token.end)}
    assert [c for i, c in enumerate(text) if i not in read and not c.isspace() and c != "\ufeff"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("əкiм мəлiмдедi", "әкім мәлімдеді"),
        ("аӊ, ҡала", "аң, қала"),
        ("Əдiлет", "Әділет"),
        ("Facebook-те", "Facebook-те"),
        ("IT маман", "IT маман"),
        ("Instagram парақшасы", "Instagram парақшасы"),
        ("COVID-19 дерті", "COVID-19 дерті"),
    ],
)
def test_letters_that_look_like_kazakh_ones_are_read_as_such(text: str, expected: str) -> None:
    assert lettered(text) == expected


WRAPPED = """Кеше қалада жаңа көпірдің ашылуына арналған үлкен жиын өтті, оған Самат
Оразбеков пен ауыл тұрғындары қатысты. Жиында қала әкімі көпірдің ертең
ашылатынын айтты. Тұрғындар жолды да жөндеуді сұрады, бірақ әкім ақша жоқ
екенін жеткізді.

Көпір жаңа."""


def test_a_text_broken_at_a_width_has_its_sentences_whole() -> None:
    spans = [WRAPPED[slice(*sentence.span)] for sentence in segments(WRAPPED).sentences]
    assert spans[0] == WRAPPED[: WRAPPED.index(" Жиында")]
    assert [sentence.paragraph for sentence in segments(WRAPPED).sentences] == [0, 0, 0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Көпір ашылды\nЖол да дайын\nМектеп салынды\nСу берілді\nАуыл қуанды",  # a sentence a line
        "– Көпір қайда?\n– Жол бойында.\n– Мектеп ше?\n– Ол да сонда.\n– Рақмет!",
        "Көпір ашылды.",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert unwrapped(text) == text
