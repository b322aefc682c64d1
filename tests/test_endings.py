"""What a word may be a form of: tables of what must be read so, and of what must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qazaq_inflector import QazaqNameInflector

from kzfacts.kazakh import endings, grammars, lexicon
from kzfacts.kazakh.alphabet import LETTERS
from kzfacts.kazakh.ending_tables import CASES
from kzfacts.kazakh.endings import folded_stems, harmonious, is_ending, nominatives, plain_stems, stems
from kzfacts.kazakh.folding import fold

KAZAKH_WORD = st.text(alphabet=LETTERS, min_size=1, max_size=20)

NAMES = [
    ("Көшербаевтың", "Көшербаев", "genitive"),
    ("КӨШЕРБАЕВТЫҢ", "КӨШЕРБАЕВ", "genitive"),
    ("Тоқаевқа", "Тоқаев", "dative"),
    ("Медведевке", "Медведев", "dative"),  # -ев after a soft stem
    ("Қалыбекованың", "Қалыбекова", "genitive"),
    ("Пәшинянның", "Пәшинян", "genitive"),
    ("Әшімнің", "Әшім", "genitive"),
    ("Дарийге", "Дарий", "dative"),
    ("Назарбаевпен", "Назарбаев", "instrumental"),
    ("Путинмен", "Путин", "instrumental"),
    ("Путиннен", "Путин", "ablative"),
    ("Модиді", "Моди", "accusative"),
    ("Казаньда", "Казань", "locative"),  # the soft sign is silent
    ("диалогке", "диалог", "dative"),  # a loanword in г takes the soft shape too
    ("министрінің", "министрі", "genitive"),
    ("министріне", "министрі", "dative"),
    ("министрін", "министрі", "accusative"),
    ("министрінде", "министрі", "locative"),
    ("министрінен", "министрі", "ablative"),
    ("ТМД-ның", "ТМД", "genitive"),
    ("АҚШ-тан", "АҚШ", "ablative"),
    ("2030-ға", "2030", "dative"),
]

NOT_NAMES = [
    ("Президенті", "Президен"),  # ті would be an accusative only after a voiceless consonant
    ("Арманге", "Арман"),  # harmony
    ("Тоқаевға", "Тоқаев"),  # assimilation
    ("Ерланден", "Ерлан"),
    ("Мәскеутен", "Мәскеу"),
    ("Астанане", "Астана"),  # не only after a possessive
    ("Нда", ""),
    ("СІМ", "С"),
]


@pytest.mark.parametrize(("word", "stem", "case"), NAMES)
def test_a_case_form_is_read(word: str, stem: str, case: str) -> None:
    assert (stem, word[len(stem) :], case) in nominatives(word)


@pytest.mark.parametrize(("word", "stem"), NOT_NAMES)
def test_what_harmony_or_assimilation_forbids_is_not_read(word: str, stem: str) -> None:
    assert stem not in [form.stem for form in nominatives(word)]


@given(st.text(max_size=30))
def test_the_first_reading_is_the_word_itself_and_stems_get_shorter(word: str) -> None:
    forms = nominatives(word)
    assert forms[0] == (word, "", "nominative")
    lengths = [len(form.stem) for form in forms]
    assert lengths == sorted(lengths, reverse=True)
    assert all(len(form.stem) >= 2 and form.stem + form.ending == word for form in forms[1:])


@pytest.mark.parametrize(("case", "shapes", "after", "examples"), CASES)
def test_the_examples_in_the_table_are_right(case: str, shapes: str, after: frozenset[str], examples: str) -> None:
    for example in examples.split(", "):
        readings = [form for form in nominatives(example) if form.case == case and form.ending in shapes.split()]
        assert any(form.stem[-1] in after or form.stem[-1] == "ь" for form in readings), example


FORMS = [
    # plural, possessive, case, and all of them
    ("елдер", "ел"),
    ("қатынастардың", "қатынас"),
    ("көшбасшыларының", "көшбасшы"),
    ("халықтарымыз", "халық"),
    ("орынбасары", "орынбасар"),
    ("теориясын", "теория"),
    ("үлесімізді", "үлес"),
    ("пікірім", "пікір"),
    ("қаламызда", "қала"),
    ("еліңізге", "ел"),
    ("айтуынша", "айту"),
    ("пікіріме", "пікір"),
    ("дауын", "дау"),
    ("интервьюінде", "интервью"),
    ("кәсіпорнының", "кәсіпорын"),
    ("тасқында", "тасқын"),
    ("иесіне", "ие"),
    # -дағы, and round again
    ("Ресейдегі", "Ресей"),
    ("арасындағы", "ара"),
    ("жылдардағы", "жыл"),
    ("кеңістіктегінің", "кеңістік"),
    # the last consonant read back, the lost vowel, the lost consonant
    ("одағы", "одақ"),
    ("серіктестігінің", "серіктестік"),
    ("мектебінің", "мектеп"),
    ("педагогы", "педагог"),
    ("клубы", "клуб"),
    ("халқымызды", "халық"),
    ("орнына", "орын"),
    ("съезінде", "съезд"),
    # soft endings after a loanword
    ("диалогке", "диалог"),
    ("паркінің", "парк"),
    # locative of a noun in -ын, not of a possessive
    ("орында", "орын"),
    ("дінде", "дін"),
]

DERIVED = [
    ("қазақстандықтар", "қазақстан"),
    ("ресейлік", "ресей"),
    ("одақтастық", "одақ"),
    ("одақтасы", "одақ"),
    ("жылдығы", "жыл"),
    ("достық", "дос"),
    ("ұлттық", "ұлт"),
    ("маңызды", "маңыз"),
    ("сәтті", "сәт"),
]

NOT_FORMS = [
    ("теңге", "тең"),  # currency
    ("қалам", "қала"),  # pen
    ("адам", "ада"),
    ("басқа", "бас"),
    ("қысқа", "қыс"),
    ("отын", "от"),  # fuel
    ("алтын", "алты"),  # gold, six
    ("ойын", "ой"),  # game
    ("майдан", "май"),  # front
    ("сауда", "сау"),  # trade
    ("егемен", "еге"),
    ("билік", "би"),
    ("ешкім", "ешкі"),  # nobody, goat
    ("отырысы", "от"),
    ("ақын", "ақ"),  # қ would be voiced before ы
    ("жақын", "жақ"),
    ("айтты", "айт"),
    ("жазды", "жаз"),
    ("өзара", "өз"),
    ("әр", "ара"),
    ("елші", "ел"),
    ("тарихшылар", "тарих"),
    ("саясаттанушы", "саясат"),
    ("дипломатиялық", "дипломат"),
    ("халықаралық", "халық"),
    ("ғылыми", "ғылым"),
    ("даусы", "дау"),  # voice, dispute
    ("ойыны", "ой"),  # game, thought
    ("буынға", "бу"),
    ("кешені", "кеше"),
    ("етті", "ет"),
    ("туды", "ту"),
    ("үйлесімді", "үй"),
    ("жылдам", "жылда"),
    ("күш", "күн"),
    ("жақсы", "жақ"),
    ("түрлі", "түр"),
    ("қалды", "қала"),
    ("арманға", "жаңа"),
    ("институтында", "институтын"),
]


@pytest.mark.parametrize(("word", "stem"), FORMS)
def test_a_form_gives_its_stem(word: str, stem: str) -> None:
    assert (stem.lower(), False) in stems(word.lower())


@pytest.mark.parametrize(("word", "stem"), DERIVED)
def test_a_word_made_from_another_is_marked(word: str, stem: str) -> None:
    assert (stem, True) in stems(word)


@pytest.mark.parametrize(("word", "stem"), NOT_FORMS)
def test_what_only_looks_like_a_form_does_not(word: str, stem: str) -> None:
    assert stem not in [found.text for found in stems(word)]


def test_the_lists_hold_only_words_that_the_rules_would_get_wrong() -> None:
    unlisted = grammars.cyrillic()._replace(whole=frozenset())
    needless = sorted(word for word in lexicon.WHOLE if len(endings._stripped(word, unlisted)) == 1)
    assert not needless
    assert all(any(stem.derived for stem in endings._stripped(word, unlisted)) for word in lexicon.ADJECTIVES)
    assert all(len(noun) == 2 for noun in lexicon.TWO_LETTER_NOUNS)


@given(st.text(max_size=30))
def test_any_text_has_itself_as_its_first_stem(text: str) -> None:
    assert stems(text)[0] == (text, False)
    assert folded_stems(text)[0] == (text, False)


@given(KAZAKH_WORD)
def test_stems_are_found_once_and_have_a_vowel(word: str) -> None:
    found = [stem for stem, _ in stems(word)]
    assert len(found) == len(set(found))
    assert all(set(stem) & set("аәеоөұүыіэёюяиу") for stem in found[1:])


@pytest.mark.parametrize(("word", "stem"), [*FORMS, ("адамға", "адам"), ("елін", "ел")])
def test_a_form_in_russian_letters_gives_its_stem_in_them(word: str, stem: str) -> None:
    russian = str.maketrans("әғқңөұүһі", "агкноуухи")
    assert (stem.lower().translate(russian), False) in plain_stems(word.lower().translate(russian))


@pytest.mark.parametrize(("word", "stem"), [("айна", "ай"), ("тенге", "тен"), ("калам", "кала"), ("ене", "ен")])
def test_what_only_looks_like_a_form_in_russian_letters_does_not(word: str, stem: str) -> None:
    assert stem not in [found.text for found in plain_stems(word)]


@pytest.mark.parametrize(("word", "stem"), [*FORMS, ("адамға", "адам"), ("елін", "ел")])
def test_the_fold_of_a_form_gives_the_fold_of_its_stem(word: str, stem: str) -> None:
    assert (fold(stem), False) in folded_stems(fold(word))


NOUNS = """
    адам алаң аймақ бала газет дерек ел жер заң кітап көше қала қоғам мектеп министр министрлік одақ отырыс өкіл пікір
    Ресей саясат серіктестік сөз тарих ұлт халқы шекара ынтымақтастық экономика қауіпсіздік құжат мұғалім жол тау қыз
""".split()
CASE_NAMES = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental")
# What the inflector writes and nobody else does: it takes ль for no sonorant, so моделдер is модельлер there; its
# forms of names in -ий and of acronyms are wrong too.
WRONG = ("модель", "Дарий", "ТМД")


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("case", CASE_NAMES)
def test_every_form_that_an_inflector_makes_is_read(noun: str, case: str) -> None:
    inflector = QazaqNameInflector(strict=True)
    plural = inflector.pluralize(noun)
    assert (noun, case) in [(form.stem, form.case) for form in nominatives(inflector.inflect(noun, case))]
    made = [inflector.inflect(noun, case), inflector.inflect(plural, case)]
    if noun != "халқы":
        made += [inflector.possessive(noun, person, case) for person in ("3", "1pl", "2sg_formal")]
        made.append(inflector.possessive(noun, "3", case, plural=True))
    for form in made:
        assert (noun.lower(), False) in stems(form.lower()), form


@pytest.mark.parametrize("noun", WRONG)
def test_the_inflector_is_still_wrong_where_it_is_not_asked(noun: str) -> None:
    plural = QazaqNameInflector().pluralize(noun)
    assert plural in ("модельлер", "Дарийлар", "ТМДТАР")


@pytest.mark.parametrize("ending", ["ның", "лардың", "дағы", "ға", "лар"])
def test_endings_after_a_hyphen(ending: str) -> None:
    assert is_ending(ending)


@pytest.mark.parametrize("word", ["технологиялар", "Ресей", "қатынас", "", "құ"])
def test_a_word_after_a_hyphen_is_no_ending(word: str) -> None:
    assert not is_ending(word)


@pytest.mark.parametrize(
    ("stem", "ending", "allowed"),
    [
        ("қала", "ның", True),
        ("қала", "нің", False),
        ("мәселе", "ні", True),
        ("мәселе", "ны", False),
        ("назарбаев", "тың", True),
        ("медведев", "тің", True),
        ("путин", "нің", True),
        ("қала", "мен", True),
        ("мәскеу", "ден", True),
    ],
)
def test_harmony(stem: str, ending: str, allowed: bool) -> None:
    assert harmonious(stem, ending) is allowed
