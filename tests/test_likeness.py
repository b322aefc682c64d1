"""How like two words of names are, of which kind, and what names are made of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfacts.kazakh.anthroponyms import family_ending, father, gender, is_honorific, nominatives
from kzfacts.kazakh.common_names import FAMILY, GIVEN, common_folds
from kzfacts.kazakh.folding import fold
from kzfacts.kazakh.likeness import CEILING, Likeness, asked, likeness, skeletons, word
from kzfacts.kazakh.sounds import distance


def alike(query: str, name: str) -> Likeness | None:
    return likeness(asked(query), word(name))


@pytest.mark.parametrize(
    ("query", "name", "kind"),
    [
        ("Көшербаев", "Көшербаев", "exact"),
        ("көшербаев", "Көшербаев", "exact"),
        ("Кошербаев", "Көшербаев", "spelling"),
        ("Kosherbayev", "Көшербаев", "spelling"),
        ("Утебаев", "Өтебаев", "spelling"),
        ("Бахытжан", "Бақытжан", "spelling"),
        ("Тасбулатов", "Тасболатов", "spelling"),
        ("Валихан", "Уәлихан", "spelling"),
        ("Пшембаев", "Пішембаев", "spelling"),
        ("Джамиля", "Жәмилә", "spelling"),
        ("Куляш", "Күләш", "spelling"),
        ("Тусупбеков", "Түсіпбеков", "spelling"),
        ("Көшербаевқа", "Көшербаев", "inflected"),
        ("Кошербаеву", "Көшербаев", "inflected"),
        ("Утебаевым", "Өтебаев", "inflected"),
        ("Момышұлына", "Момышұлы", "inflected"),
        ("Чеботрев", "Чеботарев", "fuzzy"),
        ("Рудинко", "Руденко", "fuzzy"),
        ("Тұқымоф", "Тұқымов", "fuzzy"),
        ("Торкнуов", "Торкунов", "fuzzy"),
    ],
)
def test_the_kind_of_a_likeness(query: str, name: str, kind: str) -> None:
    found = alike(query, name)
    assert found is not None
    assert found.kind == kind
    assert 80 <= found.score <= CEILING[kind]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Ілияс", "Серік"),
        ("Тіл", "Тілек"),
        ("Ерік", "Ерлан"),
        ("Мұрат", "Марат"),  # each a name that many bear
        ("Асхат", "Асқар"),
        ("Карпов", "Кәріпов"),
        ("Каримов", "Кәріпов"),
        ("Абулов", "Әбілов"),  # і is у only after a rounded vowel
        ("Мосиенко", "Мусиенко"),
        ("Панкратьев", "Панкратов"),
        ("Жарасова", "Жарасов "),
        ("Смагулов", "Смағұл"),
    ],
)
def test_other_names_are_no_more_than_near(query: str, name: str) -> None:
    found = alike(query, name)
    assert found is None or found.score < 83 or found.company or found.mens


def test_a_slip_is_more_to_be_believed_beside_a_right_name() -> None:
    found = alike("Кошебаев", "Көшербаев")
    assert found is not None
    assert found.score < found.beside < CEILING["fuzzy"]
    several = alike("Кошибоев", "Көшербаев")
    assert several is None or several.beside <= several.score


def test_one_error_costs_more_in_a_short_word_and_none_is_borne_in_a_very_short_one() -> None:
    long, short = alike("Мармнтова", "Мармонтова"), alike("Малшева", "Малышева")
    assert long is not None and short is not None
    assert long.score > short.score
    assert alike("Аби", "Абай") is None
    assert alike("Тен", "Тан") is None


@pytest.mark.parametrize(
    ("cheap", "dear"),
    [
        (("көшербаев", "кошербаев"), ("көшербаев", "тошербаев")),  # а letter of the class, another
        (("карипоф", "карипов"), ("карипот", "карипов")),
        (("торкнуов", "торкунов"), ("торкаков", "торкунов")),  # transposed, replaced
        (("тоокунов", "торкунов"), ("тошкунов", "торкунов")),  # a neighbour on the keyboard, not one
        (("таркунов", "торкунов"), ("теркунов", "торкунов")),  # unstressed vowels
        (("торкнов", "торкунов"), ("торунов", "торкунов")),  # a vowel lost, a consonant
        (("торкунор", "торкунов"), ("горкунов", "торкунов")),  # the ending, the first letter
    ],
)
def test_likely_slips_cost_less(cheap: tuple[str, str], dear: tuple[str, str]) -> None:
    costs = [distance(query, name, family_ending(name), "russian", 9) for query, name in (cheap, dear)]
    assert costs[0] < costs[1]


def test_without_a_hand_only_correspondences_count() -> None:
    assert distance("утебаев", "өтебаев", 2, "", 9) < 0.3
    assert distance("өтебаев", "утебаев", 2, "", 9) == float("inf"), "ө is heard у, у is not heard ө"
    assert distance("етебаев", "өтебаев", 2, "", 9) == float("inf")


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet="абекортұііү", max_size=10),
    st.text(alphabet="абекортұііү", max_size=10),
    st.sampled_from([0.5, 1.0, 2.0]),
)
def test_the_limit_hides_only_what_is_dearer(query: str, name: str, limit: float) -> None:
    cost = distance(query, name, 0, "russian", float("inf"))
    assert distance(query, name, 0, "russian", limit) == (cost if cost <= limit else float("inf"))
    assert cost == 0 or query != name


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_words_can_be_compared(one: str, other: str) -> None:
    found = alike(one, other)
    assert found is None or 0 <= found.score <= 100
    assert alike(one, one) == Likeness(100.0, "exact")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("кошербаев", "кошрбаев"),
        ("тоқымов", "тукумов"),
        ("уәлихан", "валихан"),
        ("өтебаев", "утебаев"),
        ("шоқан", "чокан"),
    ],
)
def test_what_may_be_the_same_name_shares_a_key(one: str, other: str) -> None:
    assert skeletons(one) & skeletons(other)


@pytest.mark.parametrize(
    ("reading", "ending", "sex"),
    [
        ("кошербаев", 2, "man"),
        ("малышева", 3, "woman"),
        ("мусин", 2, "man"),
        ("абай", 0, ""),
        ("руденко", 0, ""),
        ("ев", 0, ""),
    ],
)
def test_family_endings(reading: str, ending: int, sex: str) -> None:
    assert (family_ending(reading), gender(reading)) == (ending, sex)


@pytest.mark.parametrize(
    ("reading", "name"),
    [("момышұлы", "момыш"), ("нұрсұлтанқызы", "нұрсұлтан"), ("абишевич", "абиш"), ("иванова", ""), ("ұлы", "")],
)
def test_patronymics(reading: str, name: str) -> None:
    assert father(reading) == name


@pytest.mark.parametrize(
    "title", ["мырза", "Елші", "елшіге", "министрдің", "посла", "Mr", "г-н", "PROFESSOR", "елшісі"]
)
def test_titles(title: str) -> None:
    assert is_honorific(title)


@pytest.mark.parametrize("name", ["Мырзахан", "Елшібек", "Абай", "Дана", "Сәкен", ""])
def test_names_are_no_titles(name: str) -> None:
    assert not is_honorific(name)


@pytest.mark.parametrize(
    ("form", "nominative"),
    [
        ("Тұқымовқа", "тұқымов"),
        ("Кошербаеву", "кошербаев"),
        ("Андрею", "андрей"),
        ("Дарийге", "дарий"),
        ("Мармонтовой", "мармонтова"),
    ],
)
def test_case_forms(form: str, nominative: str) -> None:
    assert nominative in [read.reading for read in nominatives(form)]


@pytest.mark.parametrize("form", ["Ақтан", "Абай", "Сәтке", "Тұқымовке", "Әбілдин", "га"])
def test_no_ending_is_taken_off_against_harmony_or_from_nothing(form: str) -> None:
    stems = [read.reading for read in nominatives(form) if not read.russian]
    assert not {"ақ", "аб", "тұқым", "әбіл", "сә"} & set(stems)


def test_common_names_are_many_and_none_is_listed_twice() -> None:
    for listed in (GIVEN.split(), FAMILY.split()):
        assert len(listed) > 250
        assert len({fold(name) for name in listed}) == len(listed)
    assert {"murat", "marat", "karimov", "karimova"} <= common_folds()
