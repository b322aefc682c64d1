"""Events with the date and place that stand with them, and as many phrases that name none."""

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfacts.extract import article
from kzfacts.extract.gatherings import gathering
from kzfacts.model import Event

HEAD = "Жаңалық\n\n23.09.2022\n\n"


def events(sentence: str, head: str = HEAD) -> tuple[Event, ...]:
    return article(head + sentence).events


def only(sentence: str, head: str = HEAD) -> tuple[str | None, ...]:
    [event] = events(sentence, head)
    return event.kind, event.name, event.date, event.date_literal, event.date_basis, event.place


STATED, PUBLISHED, UNKNOWN = "stated", ("2022-09-23", "23.09.2022", "publication"), (None, None, None)


@pytest.mark.parametrize(
    ("sentence", "kind", "name", "when", "place"),
    [
        (
            "2022 жылғы 12 мамырда Семейде ауыл мұғалімдерінің республикалық форумы өтті.",
            *("forum", "ауыл мұғалімдерінің республикалық форумы"),
            *(("2022-05-12", "2022 жылғы 12 мамырда", STATED), "Семей"),
        ),
        (
            "Тараз қаласында 14–15 қазанда халықаралық жазушылар съезі болады.",
            *("congress", "халықаралық жазушылар съезі"),
            *(("2022-10-14/2022-10-15", "14–15 қазанда", STATED), "Тараз"),
        ),
        (
            "Ақтауда Каспий елдерінің VI саммиті өтті, деп хабарлады баспасөз қызметі.",
            *("summit", "Каспий елдерінің VI саммиті", PUBLISHED, "Ақтау"),
        ),
        (
            "Бүгін Астанада Үкімет отырысында министр Асқар Төлегенов бағаның тұрақтағанын айтты.",
            *("meeting", "Үкімет отырысы", ("2022-09-23", "Бүгін", "publication"), "Астана"),
        ),
        (
            "Асқар Төлегенов кеше Алматыда өткен «Цифрлық ауыл» форумында сөз сөйледі.",
            *("forum", "«Цифрлық ауыл» форумы", (None, "кеше", None), "Алматы"),
        ),
        (
            "Премьер-министр Ереванда ЕАЭО Үкіметаралық кеңесінің отырысына қатысты.",
            *("meeting", "ЕАЭО Үкіметаралық кеңесінің отырысы", PUBLISHED, "Ереван"),
        ),
        (
            "Президент Асқар Төлегеновтің Қытайға мемлекеттік сапары басталды.",
            *("visit", "Президент Асқар Төлегеновтің Қытайға мемлекеттік сапары", PUBLISHED, None),
        ),
        (
            "Мектепте «Оқу — инемен құдық қазғандай» тақырыбында семинар өтті.",
            *("seminar", "«Оқу — инемен құдық қазғандай» тақырыбында семинар", PUBLISHED, None),
        ),
        (
            "Ол қараша айының соңында Анкарада өтетін Түркі мемлекеттері ұйымының саммитіне дайындық туралы айтты.",
            *("summit", "Түркі мемлекеттері ұйымының саммиті", ("2022-11~", "қараша айының соңында", STATED), "Анкара"),
        ),
        (
            "«Жайық» қорының қорытынды жиыны 15 наурызда Атырауда өтті.",
            *("meeting", "«Жайық» қорының қорытынды жиыны", ("2022-03-15", "15 наурызда", STATED), "Атырау"),
        ),
        (
            "Бұл жобаны былтыр Еуразиялық кеңестің отырысында Асқар Төлегенов ұсынған болатын.",
            *("meeting", "Еуразиялық кеңестің отырысы", UNKNOWN, None),
        ),
        (
            "Аудандағы баспасөз мәслихатында Алматыдағы «Нұр» көрмесі туралы айтылды, Астанадағы IV көрме аяқталды.",
            *("exhibition", "Астанадағы IV көрме", PUBLISHED, "Астана"),
        ),
    ],
)
def test_event(sentence: str, kind: str, name: str, when: tuple[str | None, ...], place: str | None) -> None:
    assert only(sentence) == (kind, name, *when, place)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Отырыста екі мәселе қаралды. Жиында айтылды. Брифингте сұрақ қойылды.", "which of them?"),
        ("Форумның маңызы зор, деді министр.", "nothing takes place"),
        ("Министр әр Үкімет отырысында осыны айтады.", "every one, none certain"),
        ("Кез келген Үкімет отырысында солай дейді.", "any one"),
        ("Олар екі кездесу өткізді. Кездесу барысында пікір алмасты.", "two of them"),
        ("2021 жылы құрылған қордың отырысында есеп тыңдалды.", "the year is that of the fund"),
        ("«Астанада V форум өтті», деп жазды ол.", "it stands in a quotation"),
        ("Жаңа үстел әкелінді, кеңес берілді, мәслихат сайланды.", "nouns that name an event only in a pair"),
        ("Форумдар мен саммиттер Астанада өтеді.", "many"),
        ("Ел басшылары жаңа съезд шақыруды ұсынды.", "a proposal"),
        ("Асқар форумға тілек айтты.", "who goes there?"),
        ("Ол келген соң жиыны 15 наурызда Астанада өтті.", "whose?"),
        ("Сот отырысында айыпталушы кінәсін мойындады.", "one of many"),
        ("Мектепте ата-аналар жиналысы өтіп, директор есеп берді.", "one of many"),
        ("Министр шетелге сапары кезінде келісімге қол қойды.", "where to?"),
    ],
)
def test_no_event(sentence: str, why: str) -> None:
    assert events(sentence) == (), why


def test_date_is_never_that_of_an_article_without_one() -> None:
    assert only("Ақтауда Каспий елдерінің VI саммиті өтті.", "Жаңалық\n\n")[2:] == (None, None, None, "Ақтау")


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Астанада II форум өтті. Министр Асқар Төлегенов баға тұрақты екенін айтты.", True),
        ("Астанада II форум өтті. Алматыда III съезд өтті. Асқар Төлегенов баға тұрақты екенін айтты.", False),
        ("Астанада II форум өтеді. Министр Асқар Төлегенов баға тұрақты екенін айтты.", False),
        ("2019 жылы Астанада II форум өтті. Министр Асқар Төлегенов баға тұрақты екенін айтты.", False),
        (
            "Ауылда су бар. Ол терең. Астанада II форум өтті. Министр Асқар Төлегенов баға тұрақты екенін айтты.",
            False,
        ),
    ],
)
def test_claims_are_tied_to_the_one_occasion_of_the_article(text: str, tied: bool) -> None:
    draft = article(HEAD + text)
    assert [claim.event for claim in draft.claims] == [draft.events[0].id if tied else None]


def test_event_named_twice_is_one_and_parts_belong_to_the_occasion() -> None:
    text = (
        "«Ауыл» республикалық форумы өтті. Бірінші секцияда су туралы айтылды. "
        "Семейде өткен «Ауыл» республикалық форумында қарар қабылданды."
    )
    whole, part = events(text)
    assert (whole.name, whole.place, part.name, part.part_of) == (
        "«Ауыл» республикалық форумы",
        "Семей",
        "Бірінші секция",
        whole.id,
    )


def test_what_is_within_another_event_is_a_part_of_it() -> None:
    whole, part = events("Астана экономикалық форумы аясында «Жасыл қуат» саммиті өтті.")
    assert (whole.name, part.part_of) == ("Астана экономикалық форумы", whole.id)


def test_bundled_article_as_its_curated_events_have_it() -> None:
    draft = article((ROOT / "data" / "article.txt").read_text(encoding="utf-8"))
    assert [(event.kind, event.date, event.place) for event in draft.events] == [
        ("conference", "2022-09-23", "Мәскеу"),
        ("panel", None, None),
        ("congress", None, None),
        ("meeting", "2022-10~", "Астана"),
        ("summit", None, None),
        ("panel", None, None),
    ]
    assert {claim.event for claim in draft.claims} == {draft.events[0].id}


@pytest.mark.parametrize(
    ("word", "lemma", "bare", "case"),
    [
        ("отырысында", "отырыс", "отырысы", "locative"),
        ("съезі", "съез", "съезі", "nominative"),
        ("форумға", "форум", "форум", "dative"),
        ("сапарымен", "сапар", "сапары", "instrumental"),
        ("онлайн-брифингте", "брифинг", "онлайн-брифинг", "locative"),
        ("секцияның", "секция", "секция", "other"),
    ],
)
def test_gathering(word: str, lemma: str, bare: str, case: str) -> None:
    found = gathering(word)
    assert found is not None
    assert (found.lemma, word[: found.length], found.case) == (lemma, bare, case)


@pytest.mark.parametrize("word", ["форумдар", "жиындар", "көрмеген", "отырысуда", "сапа", "съездер", "кездесуші"])
def test_no_gathering(word: str) -> None:
    assert gathering(word) is None


WORDS = st.sampled_from(
    [
        *"Бүгін Астанада 2022 жылғы 23 қыркүйекте өткен өтті өтеді форум форумында «Нұр» Үкімет отырысы , .".split(),
        *"атты аясында VI саммит және мен Асқар Төлегеновтің барысында кеше қаласында бірінші секцияда".split(),
        "\n",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join), st.booleans())
def test_any_words_give_sound_events(text: str, dated: bool) -> None:
    draft = article(text, date="2022-09-23" if dated else None) if text.strip() else article("х")
    ids = {event.id for event in draft.events}
    assert len(ids) == len(draft.events)
    for event in draft.events:
        assert draft.source.text[slice(*event.span)] == event.name
        assert (event.date is None) == (event.date_basis is None)
        assert event.part_of is None or event.part_of in ids - {event.id}
