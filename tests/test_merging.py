"""Several bases asked together answer as one would, and packed together are one: what they share is there once."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import FACTS, run, small
from hypothesis import given, settings
from hypothesis import strategies as st
from made import documents, events_asked, names_asked, words_asked

from kzfacts import search
from kzfacts.base import from_document
from kzfacts.check import complaints
from kzfacts.hits import QueryError
from kzfacts.joining import Joined
from kzfacts.model import KINDS
from kzfacts.records import to_document


def written(document: dict[str, Any], file: Path) -> Path:
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def other() -> dict[str, Any]:
    """Make another base on the article `mektep`: the director says one thing more, and the engineer is another man."""
    document = small()
    document["speakers"][0]["aliases"] = ["директор"]
    document["speakers"][1]["name"] = "Асан Серіков"
    start = document["claims"][1]["span"][0] + len("оқушылар ")
    document["claims"][1] |= {"id": "c9", "text": "саны артып", "span": [start, start + len("саны артып")]}
    assert complaints(document) == []
    return document


QUESTIONS = [
    ["who", "Асан"],
    ["who", "Ақбота"],
    ["who", "Көшербаев"],
    ["who", "nobody"],
    ["role", "инженер"],
    ["claim", "көпір"],
    ["claim", "көпір ұшақ"],
    ["claim", "--act", "belief"],
    ["event", "2023-05"],
    ["event", "жиналыс"],
    ["search", "көпір"],
    ["search", "Асан", "--limit", "1"],
    ["list", "speakers"],
    ["list", "events"],
    ["list", "claims", "--limit", "3"],
    ["list", "sources"],
    ["show", "c1"],
    ["read", "keme"],
]


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_base_given_twice_answers_as_if_given_once(small_file: Path, question: list[str]) -> None:
    once, twice = (run(*question, "--json", *["--base", small_file] * times) for times in (1, 2))
    assert (twice.code, twice.json) == (once.code, once.json)


def test_a_person_in_several_bases_is_one_answer_with_all_claims(tmp_path: Path, small_file: Path) -> None:
    more = written(other(), tmp_path / "other.json")
    director, *others = run("who", "Асан Серік", "--json", "--base", small_file, "--base", more).json
    assert (director["id"], director["aliases"]) == ("asan-direktor", ["директор"])
    assert [claim["id"] for claim in director["claims"]] == ["c1", "c2", "c9"]
    assert {claim["source"]["id"] for claim in director["claims"]} == {"mektep"}
    assert len(director["roles"]) == 1
    # the same id with another name is another man
    assert [each["name"] for each in others] == ["Асан Серік", "Асан Серіков"]
    namesakes = run("who", "Асан Серіков", "--json", "--base", small_file, "--base", more).json
    assert [each["name"] for each in namesakes][:2] == ["Асан Серіков", "Асан Серік"]


@pytest.mark.parametrize(
    ("question", "found", "why"),
    [
        (
            ["who", "Серик"],
            ["Асан Серік", "Асан Серік"],
            "what is certain in one base leaves out the guesses of another",
        ),
        (
            ["claim", "достық серіктестік"],
            ["ermek-kosherbaev-1"],
            "what holds all the words leaves out what holds fewer",
        ),
        (["who", "Көшербаев"], ["Ермек Көшербаев"], "found in one base alone"),
        (["list", "events", "--limit", "2"], ["ashylu", "dinder-siezi-7"], "listed in the order of the alphabet"),
    ],
)
def test_the_best_of_all_bases_comes_first(small_file: Path, question: list[str], found: list[str], why: str) -> None:
    answers = run(*question, "--json", "--base", FACTS, "--base", small_file).json
    shown = [answer["name"] if question[0] == "who" else answer["id"] for answer in answers]
    assert len(shown) == len(set(shown)) or question == ["who", "Серик"]
    assert shown[: len(found)] == found, why


def test_what_is_left_out_by_a_limit_is_counted(small_file: Path) -> None:
    outcome = run("list", "speakers", "--limit", "2", "--base", FACTS, "--base", small_file)
    assert outcome.err == "kzfacts: 16 more; --limit 0 shows all\n"  # қатысушылар are in both


def test_bases_are_packed_as_one(tmp_path: Path, small_file: Path) -> None:
    more, store = written(other(), tmp_path / "other.json"), tmp_path / "all.db"
    run("pack", FACTS, "-o", store)
    assert run("pack", small_file, more, store, "-o", store).code == 0
    assert run("check", store).out == f"{store}: sound: 3 sources, 19 speakers, 17 roles, 12 events, 40 claims\n"
    everybody = json.loads(run("export", store).out)
    assert [each["id"] for each in everybody["speakers"] if each["name"].startswith("Асан")] == [
        "asan-direktor",
        "asan-inzhener",
        "asan-inzhener-2",
    ]


def together(*given: dict[str, Any]) -> dict[str, Any]:
    return to_document(Joined([from_document(document) for document in given]))


@settings(max_examples=60, deadline=None)
@given(documents(), documents())
def test_bases_joined_are_sound_and_lose_nothing(one: dict[str, Any], other: dict[str, Any]) -> None:
    joined = together(one, other)
    assert complaints(joined) == []
    assert together(joined, one) == joined, "what is there is not added again"
    for document in (one, other):
        for kind in KINDS:
            assert len(joined[kind]) >= len(document[kind])
        assert {claim["text"] for claim in document["claims"]} <= {claim["text"] for claim in joined["claims"]}


@settings(max_examples=60, deadline=None)
@given(documents(), names_asked, words_asked, events_asked, st.integers(0, 2))
def test_a_base_asked_twice_is_asked_once(
    document: dict[str, Any], name: str, text: str, when: str, limit: int
) -> None:
    base = from_document(document)
    for ask, query in ((search.who, name), (search.role, text), (search.claim, text), (search.event, when)):
        try:
            found = ask(base, query, limit=limit)
        except QueryError:
            continue
        again = search.merged([found, found], limit)
        assert [each.answers for each in (found, again)] == [found.answers, found.answers]
