"""Who is named: people with their roles, posts, groups, pronouns; and what only looks like a name."""

import pytest

from kzfacts.extract.nouns import noun
from kzfacts.extract.people import mentions
from kzfacts.extract.person_names import name_word
from kzfacts.extract.segments import segments


def named(text: str) -> list[tuple[str, str, str, str]]:
    """Return kind, name, case and role of everybody named in the first sentence of `text`."""
    tokens = segments(text).sentences[0].tokens
    return [
        (m.kind, m.name, m.case, text[tokens[m.role[0]].start : tokens[m.role[1] - 1].end] if m.role else "")
        for m in mentions(tokens)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "name", "case", "role"),
    [
        # names in no table are seen by their shape, or by the role before them
        ("Жұмаділла Шынтасов келді", "person", "Жұмаділла Шынтасов", "nominative", ""),
        ("министр Зүлпыхар Ақтай келді", "person", "Зүлпыхар Ақтай", "nominative", "министр"),
        ("Оңдасын Шынтасов келді", "person", "Оңдасын Шынтасов", "nominative", ""),
        ("қаржы министрі Аида Шынтасова келді", "person", "Аида Шынтасова", "nominative", "қаржы министрі"),
        # cases
        ("Самат Оразбековтің үйі", "person", "Самат Оразбеков", "genitive", ""),
        ("Самат Оразбековке берді", "person", "Самат Оразбеков", "dative", ""),
        ("Самат Оразбековпен келді", "person", "Самат Оразбеков", "instrumental", ""),
        ("Гүлнар Оразбекованы көрді", "person", "Гүлнар Оразбекова", "accusative", ""),
        # patronymics, initials, double and foreign names
        ("Самат Ерланұлы Оразбеков келді", "person", "Самат Ерланұлы Оразбеков", "nominative", ""),
        ("Самат Ерланұлы келді", "person", "Самат Ерланұлы", "nominative", ""),
        ("Айсұлу Маратқызы келді", "person", "Айсұлу Маратқызы", "nominative", ""),
        ("Иван Петрович Сидоров келді", "person", "Иван Петрович Сидоров", "nominative", ""),
        ("Қ.К. Оразбеков келді", "person", "Қ.К. Оразбеков", "nominative", ""),
        ("Қ. Оразбеков келді", "person", "Қ. Оразбеков", "nominative", ""),
        ("Мұхтар Құл-Мұхаммед келді", "person", "Мұхтар Құл-Мұхаммед", "nominative", ""),
        ("Урсула фон дер Ляйен келді", "person", "Урсула фон дер Ляйен", "nominative", ""),
        ("Мұхаммед бен Салман келді", "person", "Мұхаммед бен Салман", "nominative", ""),
        ("Си Цзиньпин келді", "person", "Си Цзиньпин", "nominative", ""),
        ("куәгер Самат Ж. келді", "person", "Самат Ж.", "nominative", "куәгер"),
        # a word that is a name and a thing
        ("елші Батыр Шынтасов келді", "person", "Батыр Шынтасов", "nominative", "елші"),
        # roles
        ("Қазақстанның Ресейдегі Елшісі Самат Ахметов",
         "person", "Самат Ахметов", "nominative", "Қазақстанның Ресейдегі Елшісі"),
        ("отырысты ашқан институт ректоры Самат Ахметов", "person", "Самат Ахметов", "nominative", "институт ректоры"),
        ("кеше қала әкімі Самат Ахметов", "person", "Самат Ахметов", "nominative", "қала әкімі"),
        ("ресейлік журналист, сарапшы Самат Ахметов",
         "person", "Самат Ахметов", "nominative", "ресейлік журналист, сарапшы"),
        ("вице-премьер – қаржы министрі Самат Ахметов",
         "person", "Самат Ахметов", "nominative", "вице-премьер – қаржы министрі"),
        ("Мәдениет, спорт және туризм министрі Самат Ахметов",
         "person", "Самат Ахметов", "nominative", "Мәдениет, спорт және туризм министрі"),
        ("ҚР ІІМ өкілі Самат Ахметов", "person", "Самат Ахметов", "nominative", "ҚР ІІМ өкілі"),
        ("«Жол» қорының директоры Самат Ахметов", "person", "Самат Ахметов", "nominative", "«Жол» қорының директоры"),
        ("еңбек сіңірген әртіс Самат Ахметов", "person", "Самат Ахметов", "nominative", "еңбек сіңірген әртіс"),
        # posts and groups
        ("қала әкімі келді", "post", "қала әкімі", "nominative", ""),
        ("қала әкімінің сөзі", "post", "қала әкімі", "genitive", ""),
        ("Министрліктің баспасөз қызметі хабарлады", "group", "Министрліктің баспасөз қызметі", "nominative", ""),
        ("қала тұрғындары келді", "group", "қала тұрғындары", "nominative", ""),
        ("әкімдіктегілер келді", "group", "әкімдіктегілер", "nominative", ""),
        ("Ақ үй мәлімдеді", "group", "Ақ үй", "nominative", ""),
        ("Ол келді", "pronoun", "Ол", "nominative", ""),
        ("Олардың айтуынша", "pronoun", "Олардың", "genitive", ""),
    ],
)  # fmt: skip
def test_somebody_is_named(text: str, kind: str, name: str, case: str, role: str) -> None:
    assert (kind, name, case, role) in named(text)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Назарбаев Университеті ашылды", "Назарбаев"),
        ("Абай Құнанбаев атындағы мектеп ашылды", "Абай Құнанбаев"),
        ("Жамбыл облысы дамып келеді", "Жамбыл"),
        ("Шара соңында концерт болды", "Шара"),
        ("Астанада көпір ашылды", "Астана"),
        ("Қазақстан дамып келеді", "Қазақ"),
        ("Денсаулық сақтау министрі келді", "Денсаулық"),
        ("ол кезде көпір жоқ еді", "ол"),
        ("Қарулы күштердің штабы", "Қарулы"),
        ("Нұр-Сұлтан қаласы дамып келеді", "Нұр-Сұлтан"),
        ("Досбол ауылдық округінде жиын өтті", "Досбол"),
        ("Еркін пікір алмасу болды", "Еркін"),
        ("Әнші Наурыз мерекесінде ән салды", "Наурыз"),
        ("Петропавлдық Гүлнар Оразбекова келді", "Петропавлдық Гүлнар"),
        ("Бишімбаев ісіне қатысты сот басталды", "Бишімбаев"),
        ("Зеленский Путинді шақырды", "Зеленский Путин"),
        ("сарапшы Риззат Тасым Президент сапарын түсіндірді", "Риззат Тасым Президент"),
    ],
)
def test_what_only_looks_like_a_name_is_nobody(text: str, nobody: str) -> None:
    assert nobody not in [name for _, name, _, _ in named(text)]


@pytest.mark.parametrize(
    ("word", "nominative", "case"),
    [
        ("Тоқаевтың", "Тоқаев", "genitive"),
        ("Дариға", "Дариға", "nominative"),
        ("Қалыбекованың", "Қалыбекова", "genitive"),
        ("Маминнің", "Мамин", "genitive"),
        ("Сүлеймен", "Сүлеймен", "nominative"),
        ("Путинмен", "Путин", "instrumental"),
    ],
)
def test_a_name_loses_its_ending_and_nothing_more(word: str, nominative: str, case: str) -> None:
    assert name_word(word)[:2] == (nominative, case)


@pytest.mark.parametrize(
    ("word", "lemma", "plural", "possessive", "case"),
    [
        ("министрінің", "министр", False, True, "genitive"),
        ("тұрғындар", "тұрғын", True, False, "nominative"),
        ("журналистер", "журналист", True, False, "nominative"),
        ("әкімдігі", "әкімдік", False, True, "nominative"),
        ("королі", "король", False, True, "nominative"),
        ("вице-министрге", "вице-министр", False, False, "dative"),
    ],
)
def test_a_noun_is_known_in_its_forms(word: str, lemma: str, plural: bool, possessive: bool, case: str) -> None:
    known = noun(word)
    assert known is not None
    assert (known.lemma, known.plural, known.possessive, known.case) == (lemma, plural, possessive, case)


@pytest.mark.parametrize("word", ["көпір", "жол", "бүгін", "керек", "ашылды", "министрсіз"])
def test_other_words_are_no_noun_that_speaks(word: str) -> None:
    assert noun(word) is None
