"""What a word's ending alone tells: case, nominalised clause, participle, converb. No dictionary, only shapes.

Endings: «Қазақ грамматикасы» (Астана, 2002), morphology; the exceptions are words that end like an inflected one.
All functions take a word in lower case.
"""

import re

from kzfacts.extract.memo import per_word
from kzfacts.extract.tables import words

# Words that end like a case form, participle or converb and are none.
NOUNS_IN_T = words("nouns_in_t")
PLAIN = (
    words("plain")
    | words("not_names")
    | frozenset(
        people + "стан"
        for people in "қазақ өзбек түрік түркімен түрікмен тәжік қырғыз ауған пәкі башқұрт дағы татар түркі".split()
    )
)

# Adjectives without the ending of one, as they stand before a capital letter: бұрынғы, «бас Прокурор».
ADJECTIVES = frozenset(
    """
    бас тұңғыш жаңа бірінші екінші үшінші экс аға кіші жас белгілі танымал атақты әйгілі құрметті үлкен ардагер
    бұрынғы қазіргі
    """.split()
)

_CASES = {
    "genitive": re.compile(r".(?:ның|нің|дың|дің|тың|тің)$"),
    # -ты after a voiceless consonant only, to which loans add б, г, д, в: сайты, уақыты are somebody's
    "accusative": re.compile(r"(?:[пкқтсшщчцфхһбгдв]т[ыі]|ды|ді|ны|ні|(?<=[ыі])н)$"),
    "dative": re.compile(r"(?:ға|ге|қа|ке|(?<=[ыі])на|(?<=[ыі])не)$"),
    "locative": re.compile(r"(?:да|де|та|те)$"),
    "ablative": re.compile(r"(?:дан|ден|тан|тен|нан|нен)$"),
    "instrumental": re.compile(r".{3}(?:мен|бен|пен)$"),
}
_PAST_PARTICIPLE = re.compile(r".{2}(?:ған|ген|қан|кен|йтын|йтін|итын|итін|атын|етін)$")
_CONVERB = re.compile(r".{2}[ыіаеөуй]п$|^(?:деп|боп|кеп|қып)$")
_FINITE = re.compile(r".{2}(?:йды|йді|ады|еді|ыпты|іпті|пты|пті)$|.(?:[^ы]ды|[^і]ді)$")
_VERBAL_NOUN = re.compile(r".{2}(?:у|ю)$")

# A clause made a noun: -ған, -атын, екен, емес, бар, жоқ, керек, -у with person and case.
_MANY = "(?:лар|лер|дар|дер|тар|тер)?"
_PERSON = _MANY + "(?:дық|дік|тық|тік|дығ|діг|тығ|тіг|лығ|ліг|лық|лік)?" + _MANY + "(?:ымыз|іміз|ы|і|сы|сі)?"
_CASE = r"(?:ны|ні|ды|ді|ты|ті|н|на|не|ға|ге|қа|ке|нан|нен|дан|ден|мен)"
_NOMINAL = (
    r"(?:(?:ған|ген|қан|кен|атын|етін|[йия]тын|[йи]тін|(?<!\bау)(?<!\bта)мақ|мек|мағ|мег)|екен|емес|бар|жо[қғ]|кере[кг]|тиіс|мүмкін|қажет|маңызды|міндетті|дұрыс)"
    + _PERSON
)
_CLAUSE = re.compile(
    rf"(?:{_NOMINAL}{_CASE}|.{{2}}[ую](?:лар|лер)?(?:ды|ді|ын|ін|ға|ге|ына|іне|ны|ні|дан|ден|ынан|інен))$"
)
# жиналғандарға: people, not what they did
_OF_PEOPLE = re.compile(r"(?:ған|ген|қан|кен|тын|тін)(?:дар|дер)(?:ға|ге|ды|ді|дан|ден)$")
# Verbal nouns that are the names of things.
THINGS_IN_U = ("жолдау", "кездесу", "үндеу", "дау", "сайлау")
_THING = re.compile(rf"(?:{'|'.join(THINGS_IN_U)})(?:лар|лер)?(?:ымыз|іміз|ы|і|сы|сі)?{_CASE}?$")
_CLAUSE_STEM = re.compile(rf"(?:{_NOMINAL}|.{{2}}[ую](?:лар|лер)?(?:ы|і)?)$")
_DOING = re.compile(r".{2}[ую](?:лар|лер)?(?:ды|ді|ын|ін|ны|ні|ға|ге|ына|іне|ларын|лерін)$")


@per_word
def case(word: str) -> str:
    """Return the case `word` seems to stand in: "genitive" … "instrumental", or "nominative"."""
    if word in PLAIN or len(word) < 4:
        return "nominative"
    for name, pattern in _CASES.items():
        if pattern.search(word):
            return name
    return "nominative"


@per_word
def participle(word: str) -> bool:
    """Is `word` a participle in -ған or -атын, as before a noun it describes?"""
    return word not in PLAIN and bool(_PAST_PARTICIPLE.search(word)) and word[:-2] not in NOUNS_IN_T


@per_word
def converb(word: str) -> bool:
    """Is `word` a converb in -ып?"""
    return word not in PLAIN and bool(_CONVERB.search(word))


@per_word
def finite(word: str) -> bool:
    """Has `word` the shape of a finite verb in -йды, -ады, -ды?"""
    return word not in PLAIN and bool(_FINITE.search(word))


def verbal_noun(word: str) -> bool:
    """Is `word` a verbal noun in -у: қорғау, дамыту?"""
    return bool(_VERBAL_NOUN.search(word))


@per_word
def clause(word: str) -> bool:
    """Is `word` the head of a nominalised clause in a case: болғанын, екенін, өтетініне, ұстауды, болуға?"""
    return word not in PLAIN and bool(_CLAUSE.search(word)) and not _OF_PEOPLE.search(word) and not _thing(word)


def _thing(word: str) -> bool:
    """Is `word` in -у a thing by now, and no doing: жолдауын, кездесуге?"""
    return bool(_THING.match(word))


def doing(word: str) -> bool:
    """Is `word` the verbal noun -у of something to be done, in a case: бастауды, бастауға, бастауын?"""
    return bool(_DOING.search(word)) and not _thing(word)


@per_word
def clause_stem(word: str) -> bool:
    """Is `word` the head of a clause made a noun, as before a postposition: салатыны туралы, өткізу жөнінде?"""
    return bool(_CLAUSE_STEM.search(word)) and not _thing(word)
