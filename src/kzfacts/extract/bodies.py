"""Who is named without a name: posts, callings, groups, bodies, by the nouns that mean them."""

import re

from kzfacts.extract import shapes
from kzfacts.extract.memo import per_word
from kzfacts.extract.mention import Mention
from kzfacts.extract.nouns import COUNTRIES, MAY_BE_CALLING, Noun, calling, noun
from kzfacts.extract.person_names import capitalised, common, may_be_name, name_word
from kzfacts.extract.phrases import PLURAL, left_edge, phrase, text_of
from kzfacts.extract.segments import Token
from kzfacts.extract.words import CONJUNCTIONS, RELATIONAL, SOME, STOPS
from kzfacts.kazakh.endings import Form, nominatives

# «әкімдіктегілер», those of the akimat
OF_A_PLACE = ("дегілер", "дағылар", "тегілер", "тағылар", "дегілердің", "дағылардың", "тегілердің", "тағылардың")

_OF_HIS = ("ының", "інің", "ын", "ін", "ына", "іне", "ында", "інде", "ынан", "інен", "ымен", "імен")

# Bodies that are adjectives, too: central, administrative.
_ADJECTIVES = frozenset(("орталық", "әкімшілік"))

# What follows a post to which somebody is named.
_HELD = ("қызметі", "лауазымы", "міндеті")

# What follows a body that another belongs to.
_OF_IT = frozenset("жанындағы атындағы арасындағы жөніндегі".split())

# «тұрғындардың бірі, көпшілігі»
_SOME = {"бірі": "post", "біреуі": "post", "кейбірі": "group", "көбі": "group", "көпшілігі": "group", "басым": "group"}


def calling_form(word: str) -> Form | None:
    """Return what calling `word` is a form of: бағдарламашының, жобалаушылар."""
    if not MAY_BE_CALLING.search(word):
        return None
    forms = nominatives(word)[:2]
    return next((form for form in forms if calling(_CALLED_MANY.sub("", form.stem))), None)


_MAY_BE_PLURAL = re.compile("|".join(PLURAL))
_CALLED_MANY = re.compile("(?:лар|лер)[ыі]?$")  # жобалаушылар, желі қолданушылары


def plural_form(word: str) -> Form | None:
    """Return the plural that `word` is, in the nominative or genitive: келушілердің."""
    if not _MAY_BE_PLURAL.search(word):
        return None
    for form in nominatives(word):
        plural = form.stem.lower().removesuffix("ы").removesuffix("і").endswith(PLURAL)
        if plural and form.case in ("nominative", "genitive") and len(form.stem) > 5:
            return form
    return None


def body(tokens: tuple[Token, ...], at: int, known: Noun) -> Mention | None:
    """Return the phrase whose head is the noun at `at`, which the table knows; None if it only describes another."""
    if known.case not in ("nominative", "genitive") or (known.lemma in _ADJECTIVES and not known.possessive):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and known.kind == "post" and following.lower.startswith(_HELD):
        return None  # басшысы қызметіне ұсынды
    if following and following.lower in _OF_IT:
        return None  # Президенті жанындағы комиссия
    if following and following.lower in RELATIONAL and known.case == "nominative" and not known.possessive:
        return None  # Сот барысында
    one = not known.plural and not known.possessive
    if following and known.lemma == "тұрғын" and one and following.lower.startswith("үй"):
        return None  # тұрғын үй: a house
    his = (
        following is not None
        and capitalised(following)
        and following.lower.endswith(_OF_HIS)
        and not name_word(following.text).sure
    )
    if his and known.kind == "post" and not known.possessive:
        return None  # Елбасы Жолдауының бағыттары
    # ауыл жұрты шағымын айтты, жұрт көшелерінің … айтты; but халық саны
    people = known.kind == "collective" and (
        known.possessive or bool(following and shapes.case(following.lower) == "genitive")
    )
    single = known.kind not in ("post", "kin") and known.case == "nominative" and not people
    object_of_his = known.kind == "collective" and following is not None and following.lower.endswith(("ын", "ін"))
    if (
        single
        and not object_of_his  # жұрт жанайқайын жеткізді
        and following
        and not following.text[0].isupper()
        and possessed(following.lower)
        and not ((owned := noun(following.lower)) and owned.case in ("nominative", "genitive"))
    ):
        return None  # Үкімет отырысы, полиция департаментінен
    first = left_edge(tokens, at)
    name, _ = phrase(tokens, first, at + 1)
    kind = "group" if known.plural or known.kind not in ("post", "kin") else "post"
    return Mention(
        first,
        at + 1,
        kind,
        name,
        known.case,
        None,
        known.kind not in ("workplace", "kin") or (known.plural and (known.kind == "workplace" or first == 0)),
    )


def called(tokens: tuple[Token, ...], at: int) -> Mention | None:
    """Return whom a calling at `at` names, which no table knows: жобалаушылар."""
    form = calling_form(tokens[at].lower)
    if form is None or form.case not in ("nominative", "genitive"):
        return None
    plural = bool(_CALLED_MANY.search(form.stem))
    first = left_edge(tokens, at)
    name, _ = phrase(tokens, first, at + 1)
    return Mention(first, at + 1, "group" if plural else "post", name, form.case)


_REGIONAL = ("лық", "лік", "дық", "дік", "тық", "тік", "облысы", "қаласы", "ауданы")  # Алматы облыстық ТЖД


def other_body(tokens: tuple[Token, ...], at: int) -> Mention | None:
    """Return whom no table knows: an acronym (ІІМ), a country, a plural (келушілер), a lone capital; none is sure."""
    token = tokens[at]
    followed = (
        at + 1 < len(tokens)
        and tokens[at + 1].kind == "word"
        and (
            possessed(tokens[at + 1].lower)
            or shapes.verbal_noun(tokens[at + 1].lower)
            or tokens[at + 1].lower in CONJUNCTIONS
            or may_be_name(tokens[at + 1])
        )
    )
    if followed or not token.text[0].isalpha() or token.lower in SOME or token.lower in STOPS:
        return None
    if (token.text.isupper() and 2 <= len(token.text) <= 6) or token.lower in COUNTRIES:
        first = left_edge(tokens, at) if at and tokens[at - 1].lower.endswith(_REGIONAL) else at
        return Mention(first, at + 1, "group", text_of(tokens, first, at + 1), "nominative", None, False)
    if (form := plural_form(token.text)) and not form.stem.lower().endswith(("ы", "і")):  # концерт билеттері: things
        first = left_edge(tokens, at)
        name, _ = phrase(tokens, first, at + 1)
        return Mention(first, at + 1, "group", name, form.case, None, False)
    if (
        at
        and token.text[0].isupper()
        and token.text[1:].islower()
        and not token.text[0].isascii()
        and not common(token.lower)
    ):
        name_form = name_word(token.text)
        if name_form.case == "nominative" and shapes.case(token.lower) == "nominative":
            return Mention(at, at + 1, "person", name_form.text, "nominative", None, False)
    return None


def one_of(tokens: tuple[Token, ...], mention: Mention) -> Mention:
    """Return «тұрғындардың бірі», «тұрғынның бірі», one of those who are mentioned, else `mention` as it is."""
    kind = _SOME.get(tokens[mention.end].lower)
    if kind is None or (tokens[mention.end].lower == "басым" and tokens[mention.end + 1 :][:1] == ()):
        return mention
    end = mention.end + (2 if tokens[mention.end].lower == "басым" else 1)
    return Mention(mention.first, end, kind, text_of(tokens, mention.first, end), "nominative", None, mention.sure)


# «бүгінгі, жердегі» say when and where, «өкілдігі, спутнигі» are somebody's.
_POSSESSED = re.compile(
    r".{3}(?:(?<![дтғгқ])(?<![аеәөоүұыіую]н)[ыі]|[лдт][ыі][ғг][ыі]|ниг[ыі]|[ыі]н|[ыі]на|[ыі]не|[ыі]нда(?:ғы)?|[ыі]нде(?:гі)?|[ыі]нан|[ыі]нен|[ыі]мен|.{2}[ыі]н[ыі]ң)$"
)
# ережені is what somebody does something to, but саны what somebody has
_OWNED_IN_N = frozenset("саны орны күні жаны мәні құны планы ұраны заңы жиыны ойыны шығыны қоры".split())
# Of whom one speaks, not what they have: әкімдік бәріне …
_EVERYBODY = tuple(
    "бәрі барлығы бірі келесі ішкі сыртқы өз арнайы жалпы түрлі әртүрлі белгілі кейбір көбі екеуі ешкім қаржы".split()
)


@per_word
def possessed(word: str) -> bool:
    """Does `word` end as something that somebody has: сұрағы, сауалына, отырысының?"""
    owned = word in _OWNED_IN_N or bool(_POSSESSED.search(word))
    return owned and word not in STOPS and not word.startswith(_EVERYBODY)
