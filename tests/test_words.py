"""Words in texts: in any form, spelling and layout; what must be found, what must not, and in which order."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qazaq_inflector import QazaqNameInflector

from kzfacts.kazakh.alphabet import LETTERS
from kzfacts.kazakh.romanization import SCHEMES, romanize
from kzfacts.memory import FactBase
from kzfacts.model import Claim
from kzfacts.words import asked, keys, match, near_keys, query, rank, resolve

HERE = Path(__file__).parent
ARTICLE = (HERE.parent / "data" / "article.txt").read_text(encoding="utf-8")
SENTENCES = [each for each in re.split(r"\n+|(?<=[.!?])\s+(?=[А-ЯӘІҢҒҮҰҚӨҺ\"])", ARTICLE) if each]
VOCABULARY = keys(ARTICLE)
NEAR = {key: near_keys(key) for key in VOCABULARY}
RUSSIAN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")


def found(asked_for: str, text: str, guess: bool = True) -> tuple[float, str, str] | None:
    """Give score, kind and marked words of the only text there is, if it holds all that is asked for."""
    ranking = rank(query(asked_for), [text], guess)
    if ranking.missing or not ranking.hits:
        return None
    [(_, hit)] = ranking.hits
    return hit.score, hit.kind, " ".join(text[start:end] for start, end in hit.spans)


@pytest.mark.parametrize(
    ("asked_for", "text", "score", "kind", "marked"),
    [
        # as written, in another form, and made from it
        ("мұнай", "мұнай бағасы өсті", 100, "exact", "мұнай"),
        ("Мұнай", "мұнай бағасы өсті", 100, "exact", "мұнай"),
        ("баға", "мұнай бағасы өсті", 90, "inflected", "бағасы"),
        ("бағаның", "мұнай бағасы өсті", 90, "inflected", "бағасы"),
        ("салық", "салығымыз азайды", 90, "inflected", "салығымыз"),
        ("мектеп", "мектебінде жиын өтті", 90, "inflected", "мектебінде"),
        ("халық", "халқымыздың саны", 90, "inflected", "халқымыздың"),
        ("кәсіпорын", "кәсіпорындары мен кәсіпорында", 90, "inflected", "кәсіпорындары кәсіпорында"),
        ("кәсіпорын", "кәсіпорнымыздың табысы", 90, "inflected", "кәсіпорнымыздың"),
        ("өңір", "өңірлердегі жағдай", 90, "inflected", "өңірлердегі"),
        ("тасқын", "тасқында қалған үйлер", 90, "inflected", "тасқында"),
        ("пікір", "менің пікіріме сүйенді", 90, "inflected", "пікіріме"),
        ("облыс", "облыстық жиын", 70, "inflected", "облыстық"),
        ("сәт", "сәтті өтті", 70, "inflected", "сәтті"),
        ("сенімді", "сенімін ақтады", 90, "inflected", "сенімін"),
        ("көрші", "көршілік пен достық", 70, "inflected", "көршілік"),
        # hyphens, acronyms, figures, names in quotation marks
        ("БҰҰ", "БҰҰ-ның басқосуы", 100, "exact", "БҰҰ-ның"),
        ("БҰҰ-ға", "БҰҰ-ның басқосуы", 100, "exact", "БҰҰ-ның"),
        ("2030", "2030-ға дейін", 100, "exact", "2030-ға"),
        ("көзқарас", "көзқарас-пікірлер", 100, "exact", "көзқарас"),
        ("ауа райы", "ауа-райы суытады", 100, "exact", "ауа райы"),
        ("Түрксіб", "«Түрксіб»тің 90 жылдығы", 100, "exact", "Түрксіб»тің"),
        ("XXI ғасыр", "XXI ғасырда", 95, "inflected", "XXI ғасырда"),
        # other letters
        ("денсаулык", "денсаулық сақтау", 95, "spelling", "денсаулық"),
        ("кауіпсіздік", "қауіпсіздік", 95, "spelling", "қауіпсіздік"),
        ("қауыпсыздық", "қауіпсіздік", 95, "spelling", "қауіпсіздік"),
        ("қауипсиздик", "қауіпсіздік", 95, "spelling", "қауіпсіздік"),
        ("мектебинин", "мектеп", 90, "inflected", "мектеп"),
        ("халкы", "халық", 90, "inflected", "халық"),
        ("денгей", "деңгейі төмен", 90, "inflected", "деңгейі"),
        ("тенге", "теңге нығайды", 95, "spelling", "теңге"),
        ("densaulyq", "денсаулықты нығайту", 90, "inflected", "денсаулықты"),
        ("densaulıqtı", "денсаулық сақтау", 90, "inflected", "денсаулық"),
        ("Oñtüstik", "оңтүстік өңірлер", 95, "spelling", "оңтүстік"),
        # another keyboard layout
        ("vtrntg", "мектепте", 65, "layout", "мектепте"),
        (",fkf", "бала", 65, "layout", "бала"),
        ("м9най", "мұнай өндіру", 65, "layout", "мұнай"),
        # typing errors in longer words
        ("универстет", "университеттер", 40, "fuzzy", "университеттер"),
        ("экономка", "экономика", 40, "fuzzy", "экономика"),
        ("шаруашлық", "шаруашылығы", 40, "fuzzy", "шаруашылығы"),
        # words that ask for nothing
        ("салық туралы", "салық кодексі", 100, "exact", "салық"),
        ("мұнай мен газ", "мұнай және газ", 100, "exact", "мұнай газ"),
        ("туралы", "салық туралы заң", 100, "exact", "туралы"),
    ],
)
def test_a_text_holds_it(asked_for: str, text: str, score: float, kind: str, marked: str) -> None:
    assert found(asked_for, text) == (score, kind, marked)


@pytest.mark.parametrize(
    ("asked_for", "text", "why"),
    [
        ("ел", "елу адам", "fifty"),
        ("ел", "елші келді", "an ambassador"),
        ("сөз", "бұл сөзсіз", "without doubt"),
        ("жыл", "жылқы малы", "a horse"),
        ("бас", "басшы келді", "a leader"),
        ("бас", "басқа ел", "another"),
        ("қар", "қарым қатынас", "a relation"),
        ("дау", "даусы шықты", "his voice: of дау it is дауы"),
        ("ой", "ойыны басталды", "his game: of ой the accusative of ойы is ойын"),
        ("ту", "мәселе туды", "arose"),
        ("ет", "қызмет етті", "did"),
        ("үй", "үйлесімді даму", "harmonious"),
        ("жара", "жарамды құжат", "valid"),
        ("үн", "үнді киносы", "Indian"),
        ("бойдақ", "бойында", "in his stature"),
        ("нан", "нанымы берік", "his belief"),
        ("кеше", "сауда кешені", "a complex; yesterday has no accusative"),
        ("құн", "күн сайын", "a day: what is typed with ұ is not meant for ү"),
        ("түр", "тұр", "stands"),
        ("өт", "от жақты", "fire"),
        ("айна", "айының басы", "of its month: -на follows no й"),
        ("ене", "ең жақсы", "most"),
        ("жылдам", "жылда", "in a year"),
        ("байлық", "барлық адам", "all"),
        ("бөлім", "білім", "knowledge"),
        ("қатар", "қатер", "a danger"),
        ("теңге", "тең құқық", "equal"),
        ("tenge", "тең құқық", "equal, however it is written"),
        ("тенге", "тең құқық", "equal, however it is written"),
        ("конф", "конференция", "a beginning is no word"),
        ("экономика", "экономист", "another word"),
        ("кеме", "кене", "short words have too many neighbours to be misspelt"),
        ("ауа", "ауыл", "short words have too many neighbours to be misspelt"),
        ("банк", "бант", "short words have too many neighbours to be misspelt"),
        ("мектеп", "месеп", "two letters in six are too many"),
        ("hello", "мектеп", "an English word"),
        ("АҚШ", "ақша", "money"),
        ("ныңдан", "мектептің", "endings alone"),
        ("...", "мектеп", "no word"),
        ("", "мектеп", "nothing"),
        ("мектеп", "", "nothing"),
    ],
)
def test_a_text_does_not_hold_it(asked_for: str, text: str, why: str) -> None:
    assert found(asked_for, text) is None, why


@pytest.mark.parametrize("asked_for", ["vtrntg", "м9най", "универстет"])
def test_no_guess_is_made_where_none_is_wanted(asked_for: str) -> None:
    texts = ["мектепте мұнай", "университеттер"]
    assert rank(query(asked_for), texts).hits
    assert not rank(query(asked_for), texts, guess=False).hits


@pytest.mark.parametrize(
    ("asked_for", "texts", "order", "missing", "why"),
    [
        ("мектеп", ["мектептік", "мектебі", "мектеп", "жиын"], [2, 1, 0], False, "better matches first"),
        ("жаңа мектеп", ["мектеп", "мектеп жаңа", "жаңа"], [1], False, "all words are required"),
        ("жаңа көпір мектеп", ["мектеп жаңа", "көпір", "жаңа көпірлер"], [0, 2], True, "unless nothing has them all"),
        ("мектеп", ["а мектеп", "б мектеп"], [0, 1], False, "as good: in the order of the texts"),
        ("мектеп", ["мектебі", "мәктеп"], [0], False, "as written keeps other spellings out"),
        ("mektep", ["мәктеп", "мектебі"], [1], False, "so does a spelling guesses"),
        ("сын-қатер", ["сын айтып, қатер төнді", "сын-қатерлер"], [1], False, "parts stand side by side"),
        ("сын-қатер", ["сынға қатер", "сын"], [0], False, "or else anywhere"),
        ("кең-байтақ", ["кең байтақ дала", "кең-байтақ дала"], [0, 1], False, "also spelled apart"),
        ("екі жақты", ["екі адам", "екіжақты келісім"], [1], False, "two words for one"),
        ("екі жақты", ["екі жақты келісім", "екіжақты келісім"], [0], False, "as written keeps other spellings out"),
        ("eki jaqtyny", ["екі адам", "екіжақты келісім"], [1], False, "in any letters and form"),
        ("сын қатер", ["сын айтып, қатер төнді", "сын-қатерлер"], [0, 1], False, "a space joins nothing"),
        (",fkf vtrntg", ["бала", "мектептегі бала"], [1], False, "several words in another layout"),
        ("30 ;sk", ["30 адам", "30 жыл"], [1], False, "a figure is no slip of the keyboard"),
    ],
)
def test_order(asked_for: str, texts: list[str], order: list[int], missing: bool, why: str) -> None:
    ranking = rank(query(asked_for), texts)
    assert ([place for place, _ in ranking.hits], ranking.missing) == (order, missing), why


def gold() -> list[tuple[str, set[str], set[str]]]:
    with (HERE / "data" / "words.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [(row["lemma"], set(row["forms"].split()), set(row["derived"].split())) for row in rows]


@pytest.mark.parametrize(
    ("lemma", "forms", "derived"), gold(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_noun_finds_its_forms_in_the_article_and_its_forms_find_them_too(
    lemma: str, forms: set[str], derived: set[str]
) -> None:
    tokens = [set(re.findall(r"[^\W_]+", sentence.lower())) for sentence in SENTENCES]
    right = {place for place, some in enumerate(tokens) if some & forms}
    allowed = {place for place, some in enumerate(tokens) if some & derived}
    plain = lemma.translate(RUSSIAN)
    for asked_for in [lemma, *sorted(forms), plain, *(romanize(lemma, scheme) for scheme in SCHEMES)]:
        resolved = resolve(query(asked_for), VOCABULARY, guess=False)
        got = {place for place, sentence in enumerate(SENTENCES) if match(resolved, sentence)}
        assert right <= got <= right | allowed, asked_for


@pytest.mark.parametrize(
    "noun", "шаруашылық денсаулық сайлау білім мұнай баға салық аудан мұғалім көлік құрылыс".split()
)
def test_other_nouns_are_found_in_every_form_that_an_inflector_makes(noun: str) -> None:
    inflector = QazaqNameInflector(strict=True)
    plural = inflector.pluralize(noun)
    cases = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental")
    forms = [inflector.inflect(form, case) for form in (noun, plural) for case in cases]
    forms += [inflector.possessive(noun, person, case) for person in ("3", "1pl", "2sg_formal") for case in cases]
    for form in forms:
        assert found(noun, f"жаңа {form} туралы") == (90.0, "inflected", form), form
        assert found(form, noun) == (90.0, "inflected", noun), form


WORD = st.text(LETTERS, min_size=1, max_size=14)


@given(st.lists(WORD, min_size=1, max_size=8), st.data())
@settings(deadline=None, max_examples=50)
def test_what_a_text_holds_shares_a_key_with_it(tokens: list[str], data: st.DataObject) -> None:
    text = " ".join(tokens)
    wanted = query(data.draw(st.sampled_from(tokens)))
    resolved = resolve(wanted, keys(text))
    assert match(resolved, text)
    assert any({*term.keys, *(key for key, _ in term.near)} & keys(text) for term in resolved.terms)


@given(st.text(), st.text())
@settings(deadline=None, max_examples=100)
def test_any_query_can_be_asked_of_any_text(asked_for: str, text: str) -> None:
    for _, hit in rank(query(asked_for), [text]).hits:
        assert 0 < hit.score <= 100
        assert hit.kind in {"exact", "spelling", "inflected", "layout", "fuzzy"}
        assert all(0 <= start < end <= len(text) for start, end in hit.spans)
        assert list(hit.spans) == sorted(hit.spans)


@given(
    st.sampled_from(sorted(set(re.findall(r"[^\W\d_]{5,}", ARTICLE)))),
    st.integers(0, 20),
    st.sampled_from("абекқнрстуш"),
    st.sampled_from(["", *SCHEMES]),
)
@settings(deadline=None, max_examples=100)
def test_an_index_of_near_keys_knows_all_that_is_read(token: str, place: int, letter: str, scheme: str) -> None:
    typed = token[: place % len(token)] + letter + token[place % len(token) + 1 :]
    wanted = query(romanize(typed, scheme) if scheme else typed)
    near = asked(wanted)
    indexed = {key for key in VOCABULARY if not near.isdisjoint(NEAR[key])}
    assert resolve(wanted, indexed) == resolve(wanted, VOCABULARY)


@pytest.mark.parametrize("typed", ["vtvktrtn", ",fqkfysc", "0атынас", "rfebgcbplbr", "тұрақтлық", "көп жақты"])
def test_an_index_knows_words_in_another_layout(typed: str) -> None:
    wanted = query(typed)
    near = asked(wanted)
    indexed = {key for key in VOCABULARY if not near.isdisjoint(NEAR[key])}
    assert resolve(wanted, indexed) == resolve(wanted, VOCABULARY)
    assert any(term.near for term in resolve(wanted, indexed).terms)


def test_keys_are_few() -> None:
    tokens = re.findall(r"[^\W_]+", ARTICLE)
    assert sum(len(keys(token)) for token in tokens) < 2.5 * len(tokens)


def test_a_base_without_words_is_empty() -> None:
    assert FactBase().worded(Claim, [{"мектеп"}], every=True) == []
