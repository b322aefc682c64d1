"""`--script`: facts, headings and labels in Latin letters on every command, in the order of that alphabet; marks."""

import re
from pathlib import Path

import pytest
from conftest import FACTS, run

from kzfacts.kazakh.alphabet import collation_key
from kzfacts.kazakh.romanization import SCHEMES, romanize

COMMANDS = [
    ["who", "Торкунов"],
    ["who", "Torkunov"],
    ["role", "министр"],
    ["claim", "қауіпсіздік"],
    ["claim", "--who", "Дубнов"],
    ["event", "2022-09-23"],
    ["event", "қазан", "2022"],
    ["search", "Астана"],
    ["list", "speakers"],
    ["list", "roles"],
    ["list", "events"],
    ["list", "claims"],
    ["list", "sources"],
    ["show", "arkadiy-dubnov-1"],
    ["read"],
]
CYRILLIC = re.compile("[\u0400-\u052f]")


@pytest.mark.parametrize("width", ["50", "140"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_table_has_no_cyrillic_letter_left(arguments: list[str], width: str) -> None:
    plain = run(*arguments, terminal=True, env={"COLUMNS": width, "NO_COLOR": "1"})
    latin = run(*arguments, "--script", "latin2021", terminal=True, env={"COLUMNS": width, "NO_COLOR": "1"})
    assert (plain.code, latin.code) == (0, 0)
    assert CYRILLIC.search(plain.out)
    assert not CYRILLIC.search(latin.out)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_scheme_writes_headings_labels_and_facts(scheme: str) -> None:
    out = run("claim", "әлеует", "--script", scheme, terminal=True, env={"COLUMNS": "140", "NO_COLOR": "1"}).out
    for word in ("Айтқаны", "Дереккөз", "азатжол", "пікір, сенім", "қатысушылар", "әлеуеті", "2022 ж. 23 қыркүйек"):
        assert romanize(word, scheme) in out


@pytest.mark.parametrize(
    ("kind", "column"), [("speakers", "name"), ("roles", "title"), ("events", "name"), ("sources", "title")]
)
@pytest.mark.parametrize("scheme", ["", *SCHEMES])
def test_a_list_is_in_the_order_of_the_alphabet_it_is_shown_in(kind: str, column: str, scheme: str) -> None:
    shown = [row[column] for row in run("list", kind, *(["--script", scheme] if scheme else [])).tsv]
    dotted = bool(scheme) and SCHEMES[scheme].dotted
    assert shown == sorted(shown, key=lambda text: collation_key(text, dotted))


def test_the_two_alphabets_order_the_same_names_otherwise() -> None:
    cyrillic = [row["id"] for row in run("list", "speakers").tsv]
    latin = [row["id"] for row in run("list", "speakers", "--script", "latin2021").tsv]
    # Р before Ч, and Ch before R
    assert cyrillic.index("andrey-rudenko") < cyrillic.index("andrey-chebotarev")
    assert latin.index("andrey-rudenko") > latin.index("andrey-chebotarev")
    assert sorted(cyrillic) == sorted(latin)


def test_a_list_of_several_bases_is_in_one_order(small_file: Path) -> None:
    names = [row["name"] for row in run("list", "speakers", "--base", FACTS, "--base", small_file).tsv]
    assert names == sorted(names, key=collation_key)
    first = run("list", "speakers", "--base", FACTS, "--base", small_file, "--limit", "3")
    assert [row["name"] for row in first.tsv] == names[:3]
    assert first.err == f"kzfacts: {len(names) - 3} more; --limit 0 shows all\n"


def test_a_query_stays_as_it_was_typed_and_suggested_names_are_in_the_script() -> None:
    head = run("who", "Кошербаев", "--script", "bgn", terminal=True, env={"NO_COLOR": "1"}).out.splitlines()[0]
    assert head.startswith("Ermek Kösherbaev  «Кошербаев» → Kösherbaev (basqasha zhazylghan, 98)")
    assert run("who", "Қырымбек Көшербаев", "--script", "bgn").err.endswith("near: Ermek Kösherbaev\n")


MARKED = re.compile("\x1b\\[1;33m(.*?)\x1b\\[0m", re.DOTALL)


@pytest.mark.parametrize(
    ("arguments", "marked"),
    [
        (["claim", "медицина"], ["медицина"]),
        (["claim", "медицина", "--script", "bgn"], ["medītsīna"]),
        (["claim", "қауіпсіздікке", "--who", "Ниязлиев"], ["қауіпсіздікті"]),
        (["claim", "vtlbwbyf"], ["медицина"]),
        (["claim", "ТМД-ға"], ["ТМД"]),
        (["role", "меңгеруші"], ["меңгерушісі"]),
        (["event", "съезд"], ["съезі"]),
        (["event", "Байқоңырдағы"], []),  # it stands in the place, not in the name
        (["event", "2022-09-23"], []),
        (["search", "спорт"], ["спорт"]),
        (["show", "lilian-dariy-2"], ["екі ел халқының мүддесі үшін одан әрі ілгері дамуын"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_the_words_that_matched_are_marked(arguments: list[str], marked: list[str]) -> None:
    out = run(*arguments, "--color", "always", env={"COLUMNS": "140"}).out
    assert [re.sub(r"\s+", " ", words) for words in MARKED.findall(out)] == marked


def test_certain_dates_come_before_approximate_ones() -> None:
    dates = [row["event_date"] for row in run("event", "2022").tsv]
    assert dates == ["2022-09-23", "2022-10~", "2022-10~"]


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("2022-02-30", "There is no day 30 in 2022-02."),
        ("31 қыркүйек 2022", "There is no day 31 in 2022-09."),
        ("2022-10-31..2022-09-01", "The range 2022-10-31/2022-09-01 ends before it begins."),
        ("2022-13", "There is no month 13."),
    ],
)
def test_an_impossible_date_is_refused_with_the_reason(asked: str, reason: str) -> None:
    assert run("event", asked) == (2, "", f"kzfacts: {reason}\n")
    assert run("claim", "--event", asked) == (2, "", f"kzfacts: {reason}\n")


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        (["search", "әлеует"], {"inflected"}),
        (["search", "медицина"], {"exact"}),
        (["search", "meditsina"], {"spelling"}),
        (["search", "vtlbwbyf"], {"layout"}),
        (["search", "медецина"], {"fuzzy"}),
    ],
)
def test_a_guess_is_told_and_refused_when_none_is_wanted(arguments: list[str], kinds: set[str]) -> None:
    found = run(*arguments, "--json")
    assert {row["match"]["kind"] for row in found.json} == kinds
    certain = not kinds & {"layout", "fuzzy"}
    assert ("a guess" in found.err) is not certain
    assert run(*arguments, "--exact").code == (0 if certain else 1)
