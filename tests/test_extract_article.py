"""The extractor as a whole: the bundled article against its curated facts, and texts that nobody would write."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfacts.base import load
from kzfacts.extract import Draft, article

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("extraction", ROOT / "benchmarks" / "extraction.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_bundled_article_reads_as_its_curated_facts(benchmark: ModuleType) -> None:
    (text,) = benchmark.curated(load(ROOT / "data" / "facts.json"))
    tally = benchmark.tally()
    benchmark.score(text, article(text.text), tally)
    counts = tally.counts
    assert 2 * counts["overall"] / (counts["gold"] + counts["found"]) >= 0.95
    assert counts["role"] == counts["roles"] > 20


def test_the_bundled_article_gives_the_curated_acts_bodies_and_countries() -> None:
    base = load(ROOT / "data" / "facts.json")
    draft = article(base.sources[0].text)
    curated = {(claim.cue.span, claim.span): claim.act for claim in base.claims}
    found = {(claim.cue.span, claim.span): claim.act for claim in draft.claims}
    same = [key for key in curated if found.get(key) == curated[key]]
    assert len(same) >= 0.95 * len(curated)
    roles = {role.title: (role.organisation, role.country) for role in base.roles}
    read = {role.title: (role.organisation, role.country) for role in draft.roles}
    assert len([title for title in roles if read.get(title) == roles[title]]) >= 10


def check(draft: Draft) -> None:
    """Check that every span of a draft is a span of its text, to the letter, and every reference resolves."""
    text = draft.source.text
    speakers = {speaker.id for speaker in draft.speakers}
    roles = {role.id for role in draft.roles}
    assert len(speakers) == len(draft.speakers)
    assert len({claim.id for claim in draft.claims}) == len(draft.claims)
    for role in draft.roles:
        assert role.speaker in speakers
        assert role.title == text[slice(*role.span)] != ""
    for claim in draft.claims:
        assert claim.speaker in speakers
        assert claim.role is None or claim.role in roles
        assert (claim.text is None) == (claim.span is None)
        if claim.span:
            assert claim.text == text[slice(*claim.span)] != ""
        for words in (claim.cue, claim.attribution):
            assert words.text == text[slice(*words.span)] != ""
    for found in draft.unsure:
        assert text[slice(*found.cue)] and found.why


WORDS = (
    "министр министрдің тұрғындар Самат Оразбеков Оразбековтің С. А.Б. ҚР ІІМ ол Ол оның Олардың айтты айтып деді "
    "дейді деп айтуынша мәліметіне сәйкес бұл туралы мұны салуды ашылғанын ашылатынына сенім білдірді тапсырды "
    'хабарлайды zakon.kz және мен пен жөніндегі атындағы облысы қаласының фон дер бен 1 23.09.2022 млн. « » " “ ” „ '
    "– — - , . ! ? : ; ( ) \n \r\n \xa0 \ufeff \t сондай-ақ, өзі келе отырып оған сәйкес, көпір жол"
).split(" ")


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["", " "]))
@settings(max_examples=500, deadline=None)
def test_any_text_gives_a_sound_draft(words: list[str], space: str) -> None:
    text = space.join(words)
    draft = article(text, title="Тақырып")
    check(draft)
    assert article(text, title="Тақырып") == draft


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_character_is_too_odd(text: str) -> None:
    check(article(text, title="Тақырып"))


SENTENCE = "Қала әкімі Самат Оразбеков жолдың салынатынын айтты. «Көпір ашылды», – деді ол."


@pytest.mark.parametrize(
    ("written", "read"),
    [(" ", "\xa0"), (". ", ".\r\n"), (". ", ".\n\n"), ("Қала", "\ufeffҚала"), ("«Көпір ашылды»", '"Көпір ашылды"'),
     ("«Көпір ашылды»", "“Көпір ашылды”"), ("–", "-"), ("–", "—"), (" – ", "- "), (", –", ",–")],
)  # fmt: skip
def test_marks_and_spaces_of_all_kinds_read_alike(written: str, read: str) -> None:
    assert written in SENTENCE
    text = SENTENCE.replace(written, read)
    draft = article(text, title="Тақырып")
    check(draft)
    assert [" ".join((claim.text or "").split()) for claim in draft.claims] == ["жолдың салынатынын", "Көпір ашылды"]


@pytest.mark.parametrize(
    "odd",
    ["«", '"', "» ", "«а» ", ".", ". ", ", ", "– ", "А. ", "А.А.", "Самат ", "Самат Оразбеков мен ", "министрінің ",
     "деді ", "айтып, ", "министр айтты ", "«а», – деді министр ", "«а, – деді министр ", "«\n", "– А\n",
     "Оның айтуынша, ",
     "көпір ", "көпір", "1", "Министр:\n", "бұл туралы "],
)  # fmt: skip
def test_as_much_of_anything_is_read_to_its_end(odd: str) -> None:
    # with a rule that looks back over all that came before, any of these would take minutes
    check(article(odd * (60_000 // len(odd)), title="Тақырып"))
