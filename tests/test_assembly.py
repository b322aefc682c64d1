"""Articles joined: who is one speaker and who a namesake, roles as of their day, ids that stay."""

from collections.abc import Sequence
from typing import Any

import pytest
from conftest import small
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfacts.base import from_document
from kzfacts.check import complaints
from kzfacts.drafting.assembly import Assembly
from kzfacts.drafting.entries import Stored, drafted, entry_of
from kzfacts.extract.articles import Article
from kzfacts.extract.callings import compatible, spheres
from kzfacts.extract.identity import named, specific
from kzfacts.extract.ids import Ids, slug
from kzfacts.records import to_document

SAID = " баға тұрақты екенін айтты."


def draft(text: str, date: str | None = "2022-09-23", title: str = "Баға") -> Stored:
    stored = entry_of(drafted(Article("a", text, title, date)).text).draft
    assert stored is not None
    return stored


def assembled(drafts: Sequence[Stored], base: dict[str, Any] | None = None) -> tuple[dict[str, Any], list[str]]:
    """Give the document made of drafts, checked, and the doubts about names."""
    assembly = Assembly(lambda: drafts, from_document(base) if base else None)
    document = to_document(assembly)
    assert complaints(document) == []
    old = base or dict.fromkeys(assembly.added, ())
    assert {kind: len(document[kind]) - len(old[kind]) for kind in assembly.added} == assembly.added
    return document, [doubt.why for doubt in assembly.doubts]


@pytest.mark.parametrize(
    ("one", "other", "name", "why"),
    [
        ("Министр Асқар Төлегенов", "Министр Асқар Төлегенов", "Асқар Төлегенов", "the same name and role"),
        ("Министр Асқар Төлегенов", "Асқар Төлегенов", "Асқар Төлегенов", "no role that contradicts"),
        ("Министр Асқар Төлегенов", "Министр Асқар Болатұлы Төлегенов", "Асқар Төлегенов", "a patronymic in one"),
        ("Министр Асқар Төлегенов", "Министр Төлегенов Асқар", "Асқар Төлегенов", "the surname first"),
        (
            "Министр Асқар Төлегенов",
            "Мәжіліс депутаты Асқар Төлегенов",
            "Асқар Төлегенов",
            "one public office, then another",
        ),
        (
            "Министр А. Төлегенов",
            "Министр Асқар Төлегенов",
            "Асқар Төлегенов",
            "initials and the same role: named in full",
        ),
        ("Министр Асқар Төлегенов", "Министр А. Төлегенов", "Асқар Төлегенов", "the same, the other way round"),
        ("Ішкі істер министрлігі", "Ішкі істер министрлігі", "Ішкі істер министрлігі", "one body"),
    ],
)
def test_one_speaker(one: str, other: str, name: str, why: str) -> None:
    document, doubts = assembled([draft(one + SAID), draft(other + SAID + " Ол су туралы айтты.", title="Су")])
    [speaker] = document["speakers"]
    assert speaker["name"] == name, why
    assert doubts == []
    assert [claim["id"] for claim in document["claims"]] == [
        f"{speaker['id']}-{n}" for n in range(1, len(document["claims"]) + 1)
    ]


@pytest.mark.parametrize(
    ("one", "other", "doubt", "why"),
    [
        ("Министр Асқар Төлегенов", "Министр Асхат Төлегенов", "", "another given name"),
        ("Министр Асқар Болатұлы Төлегенов", "Министр Асқар Ерланұлы Төлегенов", "", "another father"),
        ("Қазақстанның Ресейдегі Елшісі Асқар Төлегенов", "Дәрігер Асқар Төлегенов", "namesake", "another calling"),
        (
            "Қазақстан Президенті Асқар Төлегенов",
            "Қырғызстан Президенті Асқар Төлегенов",
            "namesake",
            "another country",
        ),
        ("Министр Асқар Төлегенов", "Төлегенов", "one word", "a surname alone"),
        ("Министр Асқар Төлегенов", "Мәжіліс депутаты А. Төлегенов", "initials", "initials and another role"),
        ("Министр", "Министр", "", "a post names nobody"),
        ("Сарапшылар", "Сарапшылар", "", "other experts were there"),
        ("Министрліктің баспасөз қызметі", "Министрліктің баспасөз қызметі", "", "of which ministry?"),
    ],
)
def test_two_speakers(one: str, other: str, doubt: str, why: str) -> None:
    document, doubts = assembled([draft(one + SAID), draft(other + SAID, title="Су")])
    assert len(document["speakers"]) == 2, why
    assert len(doubts) == bool(doubt)
    assert doubt in "".join(doubts)


def test_speaker_in_another_sphere_is_joined_and_listed() -> None:
    one, other = "Астрахань университетінің профессоры Асқар Төлегенов", "Дәрігер Асқар Төлегенов"
    document, doubts = assembled([draft(one + SAID), draft(other + SAID, title="Су"), draft(other + SAID, title="Жол")])
    assert len(document["speakers"]) == 1
    assert doubts == ["taken for asqar-tolegenov, though «дәрігер» is not «астрахань университетінің профессоры»"]


def test_namesake_is_told_by_the_post_in_the_id() -> None:
    document, _ = assembled(
        [draft("Министр Асқар Төлегенов" + SAID), draft("Дәрігер Асқар Төлегенов" + SAID, title="Су")]
    )
    assert [speaker["id"] for speaker in document["speakers"]] == ["asqar-tolegenov", "asqar-tolegenov-dariger"]


def test_name_that_fits_two_namesakes_is_a_third_speaker() -> None:
    posts = ("Министр ", "Дәрігер ", "", "Министр ", "Мәжіліс депутаты ", "")
    drafts = [draft(f"{post}Асқар Төлегенов{SAID}", title=f"Су {number}") for number, post in enumerate(posts)]
    document, doubts = assembled(drafts)
    who = [claim["speaker"] for claim in sorted(document["claims"], key=lambda claim: claim["source"])]
    plain = "asqar-tolegenov"
    assert who == [plain, f"{plain}-dariger", f"{plain}-2", plain, plain, f"{plain}-3"]
    assert ["no role tells which" in doubt for doubt in doubts] == [False, True, True]


def test_roles_are_held_as_of_the_day_of_each_article_and_stand_in_it() -> None:
    minister = "Министр Асқар Төлегенов" + SAID
    days = ("2022-09-23", "2022-09-24", "2022-09-23", None, None)
    drafts = [draft(f"Су {n}. " * n + minister, day, f"Су {n}") for n, day in enumerate(days)]
    document, _ = assembled(drafts)
    assert [(role["id"], role["as_of"], role["source"]) for role in document["roles"]] == [
        ("asqar-tolegenov-2022-09-23", "2022-09-23", "su-0"),
        ("asqar-tolegenov-2022-09-24", "2022-09-24", "su-1"),
        ("asqar-tolegenov-2022-09-23-2", "2022-09-23", "su-2"),
        ("asqar-tolegenov-role", None, "su-3"),
        ("asqar-tolegenov-role-2", None, "su-4"),
    ]
    assert [claim["role"] for claim in document["claims"]] == [role["id"] for role in document["roles"]]


def test_titles_that_are_alike_make_ids_that_are_not() -> None:
    document, _ = assembled([draft(f"Су {n}.") for n in range(3)])
    assert [source["id"] for source in document["sources"]] == ["bagha", "bagha-2", "bagha-3"]


def test_named_and_dated_event_of_several_articles_is_one() -> None:
    text = "2022 жылғы 12 мамырда Семейде «Ауыл» форумы өтті. Министр Асқар Төлегенов" + SAID
    document, _ = assembled(
        [draft(text), draft(text + " Су.", title="Су"), draft(text.replace("12", "13"), title="Жол")]
    )
    assert [(event["date"], event["source"]) for event in document["events"]] == [
        ("2022-05-12", "bagha"),
        ("2022-05-13", "zhol"),
    ]
    later, _ = assembled([draft(text, title="Кеш")], document)
    assert later["events"] == document["events"]


def test_base_that_is_added_to_stays_as_it_is() -> None:
    base = small()
    text = "Мектеп директоры Асан Серік балалар саны артқанын айтты. Дәрігер Әсел Өмірқызы вакцина барын айтты."
    document, _ = assembled([draft(text, "2023-05-06", "Мектепте жиналыс өтті")], base)
    for kind in ("sources", "speakers", "roles", "events", "claims"):
        old = to_document(from_document(base))[kind]
        assert document[kind][: len(old)] == old
    assert document["made_by"] == base["made_by"]
    assert document["sources"][-1]["id"] == "mektepte-zhinalys-otti"
    assert [claim["speaker"] for claim in document["claims"][-2:]] == ["asan-direktor", "asel"]
    assert document["claims"][-2]["role"] == "asan-direktor-2023-05-06"


@pytest.mark.parametrize(
    ("text", "words", "initials", "father"),
    [
        ("Асқар Төлегенов", {"асқар", "төлегенов"}, (), None),
        ("Асқар Болатұлы Төлегенов", {"асқар", "төлегенов"}, (), "болатұлы"),
        ("Асқар Болатұлы", {"асқар", "болатұлы"}, (), None),  # then the father's is the family name
        ("А.Б. Төлегенов", {"төлегенов"}, ("а", "б"), None),
        ("Төлегенов", {"төлегенов"}, (), None),
        ("Мұхаммед бен Заид", {"мұхаммед", "бен", "заид"}, (), None),
    ],
)
def test_names_in_their_parts(text: str, words: set[str], initials: tuple[str, ...], father: str | None) -> None:
    assert named(text) == (words, initials, father)


@pytest.mark.parametrize("text", ["министр", "Министр", "Мәжіліс спикері", "Мемлекет басшысы", "балабақша меңгерушісі"])
def test_posts_are_no_names(text: str) -> None:
    assert named(text) is None


@pytest.mark.parametrize(
    "name", ["Sputnik", "ҚазАқпарат", "Ішкі істер министрлігі", "Үкімет", "ТМД", "«Отбасы» банкі", "Ақ үй", "Қытай"]
)
def test_bodies_that_are_the_same_everywhere(name: str) -> None:
    assert specific(name)


@pytest.mark.parametrize(
    "name",
    [
        "қатысушылар",
        "Қатысушылар",
        "министрлік",
        "Министрлік",
        "Жұртшылық",
        "қалалық әкімдік",
        "Облыс әкімдігі",
        "ауыл тұрғындары",
        "полиция",
        "",
    ],
)
def test_groups_that_are_others_elsewhere(name: str) -> None:
    assert not specific(name)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("Сыртқы істер министрі", "Мәжіліс депутаты", True),
        ("дәрігер", "Қазақстанның Ресейдегі Елшісі", False),
        ("мектеп директоры", "көпір құрылысының инженері", True),
        ("аурухана директоры", "Мәжіліс депутаты", False),
        ("журналист, саясаттанушы", "жазушы", True),
        ("боксшы", "имам", False),
        ("директор", "боксшы", True),  # a director of what?
        ("профессор", "хирург", True),
    ],
)
def test_spheres_of_roles(one: str, other: str, may: bool) -> None:
    assert compatible(spheres(one), spheres(other)) is may
    assert compatible(spheres(other), spheres(one)) is may


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ермек Көшербаев", "ermek-kosherbaev"),
        ("«Ә»", "a"),
        ("№ —", "x"),
        ("ә" * 99, "a" * 60),
        ("сөз " * 30, "soz-" * 14 + "soz"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.lists(st.sampled_from(["a", "a-2", "a-2-2", "b", "a-3"]), max_size=30))
def test_ids_are_unique(wanted: list[str]) -> None:
    ids = Ids()
    assert len({ids.unique(each) for each in wanted}) == len(wanted)


WHO = (
    "Министр Асқар Төлегенов",
    "А. Төлегенов",
    "Дәрігер Асқар Төлегенов",
    "Төлегенов",
    "Министр",
    "Қатысушылар",
    "Үкімет",
    "Ол",
)
SENTENCES = st.builds(lambda who, n: f"{who} {n} мектеп салынатынын айтты.", st.sampled_from(WHO), st.integers(1, 9))
TOLD = st.sampled_from(
    ["Астанада V форум өтті.", "2022 жылғы 12 мамырда «Ауыл» форумы өтті.", "Бірінші секцияда су талқыланды.", ""]
)
TEXTS = st.builds(lambda told, said: " ".join([told, *said, "Су."]), TOLD, st.lists(SENTENCES, max_size=4))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from([None, "2022-09-23", "2022-05-13"])), max_size=6), st.booleans())
def test_any_articles_make_a_sound_base(articles: list[tuple[str, str | None]], added: bool) -> None:
    drafts = [draft(*each) for each in articles]
    document, doubts = assembled(drafts, small() if added else None)
    assert (document, doubts) == assembled(drafts, small() if added else None)
    assert [len(each.claims) for each in drafts] == [each.said for each in drafts]
