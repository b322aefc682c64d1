"""Questions asked of a base in Python: which answers, in which order, and why."""

import doctest
from typing import Any

import pytest
from conftest import FACTS, small

import kzfacts
from kzfacts import search
from kzfacts.answers import Article, Happening, Mixed, Passage, Person, Post, Told
from kzfacts.base import from_document, load
from kzfacts.hits import QueryError, Strictness
from kzfacts.search import Narrowing

BUNDLED = load(FACTS)
SMALL = from_document(small())


def ids(found: search.Found) -> list[str]:
    return [_id(answer) for answer in found.answers]


def _id(answer: Any) -> str:
    match answer:
        case Mixed(inner) | Passage(inner):
            return _id(inner)
        case Person(speaker=record) | Post(role=record) | Told(claim=record):
            return record.id
        case Happening(event=record) | Article(source=record):
            return record.id
    raise AssertionError(answer)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Асан Серік", ["asan-direktor", "asan-inzhener"]),  # namesakes both come
        ("Серік", ["asan-direktor", "asan-inzhener"]),
        ("Әсел Өмірқызы", ["asel"]),
        ("Ақбота", ["asel"]),  # an alias
        ("делегаттар", ["qatysushylar"]),
        ("Қатысушылардың", ["qatysushylar"]),
        ("Асан Өмірқызы", []),
        ("Нұрлан Серік", []),
        ("директор", []),
    ],
)
def test_who(name: str, expected: list[str]) -> None:
    assert ids(search.who(SMALL, name)) == expected


def test_a_certain_name_leaves_guesses_out() -> None:
    document = small()
    document["speakers"][0]["name"] = "Берік Торкунов"
    document["speakers"][1]["name"] = "Берік Торкулов"
    base = from_document(document)
    assert ids(search.who(base, "Торкунов")) == ["asan-direktor"]
    assert ids(search.who(base, "Торкулов")) == ["asan-inzhener"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("елші", ["ermek-kosherbaev", "batyr-niyazliev", "lilian-dariy"]),
        ("министрдің орынбасары", ["andrey-rudenko", "ermukhambet-qonyspaev"]),
        ("журналист", ["arkadiy-dubnov"]),
        ("zhurnalist", ["arkadiy-dubnov"]),
        ("ғарышкер", []),
    ],
)
def test_role(words: str, expected: list[str]) -> None:
    assert [id.removesuffix("-2022-09-23") for id in ids(search.role(BUNDLED, words))] == expected


def test_a_role_is_found_by_its_organisation_too() -> None:
    [post] = search.role(SMALL, "құрылысы көпір").answers
    assert isinstance(post, Post)
    assert post.match and post.match.field == "title"
    assert all(mark.end <= len(post.role.title) for mark in post.marks)


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        (Narrowing(who="Асан Серік"), ["c1", "c2", "c3", "c8"]),
        (Narrowing(who="Асан Серік", form="nominal"), ["c3", "c8"]),
        (Narrowing(act="belief"), ["c4"]),
        (Narrowing(form="anaphoric"), ["c6"]),
        (Narrowing(event="ustel"), ["c4"]),
        (Narrowing(event="ashylu"), ["c1", "c4"]),  # with its parts
        (Narrowing(event="2023-05-05"), ["c1", "c4", "c8"]),
        (Narrowing(event="жиналыс"), ["c1", "c4", "c8"]),
        (Narrowing(who="Әсел", event="keme-1"), []),
        (Narrowing(who="Қайрат"), []),
    ],
)
def test_claims_are_narrowed_by_who_where_act_and_form(narrowing: Narrowing, expected: list[str]) -> None:
    assert ids(search.claim(SMALL, "", narrowing=narrowing)) == expected


def test_words_and_narrowing_hold_both() -> None:
    assert ids(search.claim(SMALL, "беріктігі")) == ["c3", "c8"] or ids(search.claim(SMALL, "беріктігі")) == [
        "c8",
        "c3",
    ]
    assert ids(search.claim(SMALL, "беріктігі", narrowing=Narrowing(event="zhinalys"))) == ["c8"]
    assert ids(search.claim(SMALL, "беріктігі", narrowing=Narrowing(form="direct"))) == []


def test_all_words_are_asked_for_unless_nothing_has_them_all() -> None:
    both = search.claim(BUNDLED, "тұрақтылық қауіпсіздік")
    assert set(ids(both)) == {"dauren-karipov-2", "arkadiy-dubnov-1"}
    assert both.notes == ()
    some = search.claim(BUNDLED, "ақтаңдақтарды қауіпсіздік")
    assert set(ids(some)) == {"andrey-chebotarev-2", "dauren-karipov-2", "batyr-niyazliev-2", "arkadiy-dubnov-1"}
    assert some.notes == ("nothing holds all the words; shown is what holds 1 of them",)


def test_a_guess_is_labelled_and_refused_by_exact() -> None:
    guessed = search.claim(BUNDLED, "қауіпсізбік")
    assert {told.match.kind for told in guessed.answers if isinstance(told, Told) and told.match} == {"fuzzy"}
    [note] = guessed.notes
    assert note.startswith("a guess: «қауіпсізбік» is not there, shown is ")
    assert search.claim(BUNDLED, "қауіпсізбік", Strictness(exact=True)).answers == []


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("2023", ["zhinalys", "ustel"]),  # certain before approximate
        ("2023-05-05", ["zhinalys", "ustel"]),
        ("мамыр 2023", ["zhinalys", "ustel"]),
        ("2023-06..", []),
        ("2022", []),
        ("жиналыс", ["zhinalys"]),
        ("Семей", ["zhinalys", "ustel"]),
        ("ustel", ["ustel"]),
        ("nothing", []),
    ],
)
def test_event(asked: str, expected: list[str]) -> None:
    assert ids(search.event(SMALL, asked)) == expected


def test_an_event_tells_its_whole_its_parts_and_who_spoke() -> None:
    [found] = search.event(SMALL, "ashylu").answers
    assert isinstance(found, Happening)
    assert found.whole and found.whole.id == "zhinalys"
    assert [part.id for part in found.parts] == ["ustel"]
    assert [(speaker.id, role and role.id) for speaker, role in found.speakers()] == [
        ("asan-direktor", "asan-direktor-1"),
        ("asel", None),
    ]


def test_search_asks_for_all_kinds() -> None:
    found = search.search(BUNDLED, "Астана")
    assert {type(answer.answer) for answer in found.answers if isinstance(answer, Mixed)} == {Post, Happening, Told}
    assert found.total == len(found.answers)
    assert search.search(BUNDLED, "Қырымбек Көшербаев").near == ("Ермек Көшербаев",)


def test_speakers_are_listed_in_alphabetical_order() -> None:
    names = [it.speaker.name for it in search.listing(BUNDLED, "speakers").answers if isinstance(it, Person)]
    assert names[0] == "Александр Мусиенко"
    assert names.index("Дәурен Кәріпов") < names.index("Дина Малышева") < names.index("Еркін Тұқымов")
    assert names.index("Ермек Көшербаев") < names.index("Ермұхамбет Қоныспаев") < names.index("қатысушылар")


def test_claims_are_listed_in_the_order_of_the_text() -> None:
    assert ids(search.listing(SMALL, "claims")) == [f"c{number}" for number in range(1, 9)]


def test_passages_are_whole_sentences() -> None:
    [passage] = search.passages(BUNDLED, "aleksandr-musienko-2").answers
    assert isinstance(passage, Passage)
    sentence = passage.source.text[slice(*passage.sentence)]
    assert sentence.startswith("РФ СІМ ТМД") and sentence.endswith("сенім білдірді.")
    assert passage.sentence.start <= passage.span.start <= passage.span.end <= passage.sentence.end
    assert search.passages(BUNDLED, "nobody").answers == []


def test_an_article_is_named_where_there_are_several() -> None:
    assert ids(search.article(BUNDLED)) == ["qazaqstan-resey-30-zhyl"]
    assert ids(search.article(SMALL, "keme")) == ["keme"]
    with pytest.raises(QueryError, match="the base has 2 sources; name one"):
        search.article(SMALL)


@pytest.mark.parametrize("limit", [0, 1, 2, 100])
def test_a_limit_cuts_answers_and_keeps_the_total(limit: int) -> None:
    whole = search.claim(BUNDLED, "қауіпсіздік")
    cut = search.claim(BUNDLED, "қауіпсіздік", limit=limit)
    assert cut.total == whole.total == 3
    assert ids(cut) == ids(whole)[: limit or None]


def test_the_package_offers_the_questions() -> None:
    base = kzfacts.load()
    assert [
        answer.speaker.name for answer in kzfacts.who(base, "Kosherbayev").answers if isinstance(answer, Person)
    ] == ["Ермек Көшербаев"]
    assert isinstance(base, kzfacts.FactBase)
    for question in (kzfacts.who, kzfacts.role, kzfacts.claim, kzfacts.event):
        assert isinstance(question(base, "жоқсөз"), kzfacts.Found)
    with pytest.raises(kzfacts.BaseError):
        kzfacts.load("no/such.json")
    with pytest.raises(kzfacts.QueryError):
        kzfacts.event(base, "2022-13-45")
    with pytest.raises(AttributeError):
        kzfacts.nothing  # noqa: B018
    assert doctest.testmod(kzfacts).failed == 0
    assert all(getattr(kzfacts, name).__doc__ for name in kzfacts.__all__)
