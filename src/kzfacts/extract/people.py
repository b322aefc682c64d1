"""Who is named in a sentence: people with their roles, posts without a name, groups, pronouns.

A role is a noun phrase with a post as its head, right before the name.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from kzfacts.extract import shapes
from kzfacts.extract.name_parts import AMBIGUOUS_NAMES, GIVEN_NAMES, SURNAMES
from kzfacts.extract.nouns import COUNTRIES, MAY_BE_CALLING, NAMED_BODIES, OFFICES, Noun, calling, nationality, noun
from kzfacts.extract.person_names import Name, capitalised, common, family_name, may_be_name, name_at, name_word
from kzfacts.extract.phrases import PLURAL, head_of_role, left_edge, phrase, text_of
from kzfacts.extract.segments import Token
from kzfacts.extract.words import (
    CONJUNCTIONS,
    HONORIFICS,
    NAMED,
    NOT_AFTER_PRONOUN,
    PLACE_STEMS,
    POSTPOSITIONS,
    PRONOUNS,
    RELATIONAL,
    STOPS,
)
from kzfacts.kazakh.endings import Form, nominatives

_DASHES = frozenset("–—-")


class Mention(NamedTuple):
    """Somebody named at tokens `first` to `end`, not included; `role` are the tokens of the role beside a name."""

    first: int
    end: int
    kind: str  # person | post | group | pronoun
    name: str  # in the nominative
    case: str
    role: tuple[int, int] | None = None
    sure: bool = True

    @property
    def begin(self) -> int:
        """Where the phrase begins, role included."""
        return min(self.first, self.role[0]) if self.role else self.first


def mentions(tokens: tuple[Token, ...]) -> tuple[Mention, ...]:
    """Return everybody named in a sentence, in order; a longer phrase takes in the shorter ones inside it."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        nobody = token.kind != "word" or (token.text == token.lower and _nobody(token.lower))
        mention = None if nobody else _mention(tokens, at)
        if mention is None:
            at += 1
            continue
        if mention.case == "genitive" and mention.end < len(tokens) and tokens[mention.end].lower == "өзі":
            mention = mention._replace(case="nominative")  # Президенттің өзі
        if mention.case == "genitive" and mention.kind == "group" and mention.end < len(tokens):
            mention = _one_of(tokens, mention)
        if not mention.sure and found and found[-1].end > mention.begin and found[-1].kind == "person":
            at = mention.end  # «Асқар Серік отыз адам …» is no «Асқар Серік отыз адам»
            continue
        owner = None
        if found and found[-1].end == mention.begin and _misnamed(found[-1], mention):
            found.pop()
        if found and mention.role and _apposed(tokens, found[-1], mention):
            mention = mention._replace(role=(found.pop().first, mention.role[1]))
        while found and found[-1].first >= mention.begin:
            popped = found.pop()
            mistaken = popped.role  # «Мемлекет басшысы Денсаулық сақтау министрі …»: no Денсаулық holds the post
            if popped.kind == "person" and popped.case == "genitive":
                owner = popped  # қала әкімі Ерлан Ахметовтің хатшысы Асқар Серіков
            if popped.case == "nominative" and mistaken and mistaken[1] <= mention.begin:
                found.append(Mention(*mistaken, "post", text_of(tokens, *mistaken), "nominative"))
                break
        found += [owner, mention] if owner else [mention]
        at = mention.end
    return tuple(found)


def _apposed(tokens: tuple[Token, ...], post: Mention, person: Mention) -> bool:
    """Is this «саясаттанушы, халықаралық қатынастар бойынша сарапшы Асқар Серіков», two posts of one person?"""
    between = tokens[post.end : person.begin]
    return (
        post.kind == "post"
        and post.case == person.case == "nominative"
        and 0 < len(between) <= _LONGEST_APPOSITION
        and between[0].text == ","
        and all(
            token.kind == "word" and not (shapes.finite(token.lower) or shapes.converb(token.lower))
            for token in between[1:]
        )
    )


def _misnamed(body: Mention, person: Mention) -> bool:
    """Is this «министрлігі Асқар Серіков», where министрі is meant?"""
    named = person.kind == "person" and person.sure and person.case == "nominative" and " " in person.name
    return named and body.kind == "group" and body.case == "nominative"


_LONGEST_APPOSITION = 6

# «тұрғындардың бірі, көпшілігі»
_SOME = {"бірі": "post", "біреуі": "post", "кейбірі": "group", "көбі": "group", "көпшілігі": "group", "басым": "group"}


def _one_of(tokens: tuple[Token, ...], mention: Mention) -> Mention:
    """Return «тұрғындардың бірі», one of those who are mentioned, else `mention` as it is."""
    kind = _SOME.get(tokens[mention.end].lower)
    if kind is None or (tokens[mention.end].lower == "басым" and tokens[mention.end + 1 :][:1] == ()):
        return mention
    end = mention.end + (2 if tokens[mention.end].lower == "басым" else 1)
    return Mention(mention.first, end, kind, text_of(tokens, mention.first, end), "nominative", None, mention.sure)


def _mention(tokens: tuple[Token, ...], at: int) -> Mention | None:
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.lower in PRONOUNS:
        if following and following.lower in NOT_AFTER_PRONOUN:
            return None
        return Mention(at, at + 1, "pronoun", token.text, PRONOUNS[token.lower])
    if following and (token.lower, following.lower) in NAMED_BODIES:
        return Mention(at, at + 2, "group", phrase(tokens, at, at + 2)[0], "nominative")
    known = noun(token.lower)
    given = token.lower in GIVEN_NAMES and following and may_be_name(following) and family_name(following.text)
    if known and not given:  # Батыр is a hero, and Батыр Ниязлиев a name
        return _body(tokens, at, known)
    if (found := name_at(tokens, at)) and (person := _person(tokens, at, *found)):
        return person
    if token.lower.endswith(OF_A_PLACE):
        return Mention(at, at + 1, "group", *phrase(tokens, at, at + 1))
    if _calling_form(token.lower):
        return _calling(tokens, at)
    return _other_body(tokens, at)


# «әкімдіктегілер», those of the akimat
OF_A_PLACE = ("дегілер", "дағылар", "тегілер", "тағылар", "дегілердің", "дағылардың", "тегілердің", "тағылардың")


@lru_cache(maxsize=1 << 16)
def _nobody(word: str) -> bool:
    """Can no mention begin at `word`, which stands in small letters?"""
    return not (
        word in PRONOUNS
        or word in COUNTRIES
        or any(word == first for first, _ in NAMED_BODIES)
        or noun(word)
        or word.endswith(OF_A_PLACE)
        or _calling_form(word)
        or _plural_form(word)
    )


@lru_cache(maxsize=1 << 16)
def _calling_form(word: str) -> Form | None:
    """Return what calling `word` is a form of: бағдарламашының, жобалаушылар."""
    if not MAY_BE_CALLING.search(word):
        return None
    forms = nominatives(word)[:2]
    return next((form for form in forms if calling(_CALLED_MANY.sub("", form.stem))), None)


_CALLED_MANY = re.compile("(?:лар|лер)[ыі]?$")  # жобалаушылар, желі қолданушылары


@lru_cache(maxsize=1 << 16)
def _plural_form(word: str) -> Form | None:
    """Return the plural that `word` is, in the nominative or genitive: келушілердің."""
    if not any(ending in word for ending in PLURAL):
        return None
    for form in nominatives(word):
        plural = form.stem.lower().removesuffix("ы").removesuffix("і").endswith(PLURAL)
        if plural and form.case in ("nominative", "genitive") and len(form.stem) > 5:
            return form
    return None


_GENITIVE_OF_HIS = ("ының", "інің", "сының", "сінің")

# What follows a body that another belongs to.
_OF_IT = frozenset("жанындағы атындағы арасындағы жөніндегі".split())

# Some, whoever they are.
_ANYBODY = frozenset("біреулер кейбіреулер басқалар өзгелер екіншілер екіншілері біріншілері".split())


def _other_body(tokens: tuple[Token, ...], at: int) -> Mention | None:
    """Return whom no table knows: an acronym (ІІМ), a country, a plural (келушілер), a lone capital; none is sure."""
    token = tokens[at]
    followed = (
        at + 1 < len(tokens)
        and tokens[at + 1].kind == "word"
        and (possessed(tokens[at + 1].lower) or tokens[at + 1].lower in CONJUNCTIONS or may_be_name(tokens[at + 1]))
    )
    if followed or not token.text[0].isalpha() or token.lower in _ANYBODY:
        return None
    if (token.text.isupper() and 2 <= len(token.text) <= 6) or token.lower in COUNTRIES:
        return Mention(at, at + 1, "group", token.text, "nominative", None, False)
    if (form := _plural_form(token.text)) and not form.stem.lower().endswith(("ы", "і")):  # концерт билеттері: things
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


def _calling(tokens: tuple[Token, ...], at: int) -> Mention | None:
    form = _calling_form(tokens[at].lower)
    if form is None or form.case not in ("nominative", "genitive"):
        return None
    plural = bool(_CALLED_MANY.search(form.stem))
    first = left_edge(tokens, at)
    name, _ = phrase(tokens, first, at + 1)
    return Mention(first, at + 1, "group" if plural else "post", name, form.case)


def _person(tokens: tuple[Token, ...], at: int, end: int, name: Name) -> Mention | None:
    following = tokens[end].lower if end < len(tokens) else ""
    if following == "атындағы":
        return None
    if name.case == "nominative" and (named := _after_named(tokens, end)):
        return Mention(at, named, "person", name.text, "nominative", _role_before(tokens, at), True)
    if name.case == "nominative" and following in POSTPOSITIONS:  # Тоқаев туралы
        return Mention(at, end, "person", name.text, "governed", None, name.sure)
    if end == at + 1 and (following in RELATIONAL or following.startswith(PLACE_STEMS)):
        return None
    role = _role_before(tokens, at)
    if role and name.case not in ("nominative", "genitive") and _another(text_of(tokens, *role), name.text):
        role = None
    if following in HONORIFICS and shapes.case(following) == "nominative":
        name = name._replace(sure=True)
    several = sum(token.kind == "word" for token in tokens[at:end]) > 1
    if not role and not several and (not name.sure or _a_word(tokens, at)):
        return None
    body = noun(following)
    if body and body.kind in ("organisation", "workplace") and body.possessive:
        return None  # Назарбаев университеті
    if not role and not name.sure and end < len(tokens) and possessed(tokens[end].lower):
        return None
    sure = bool(role) or (name.sure and (several or not _may_be_a_thing(tokens, at)))
    return Mention(at, end, "person", name.text, name.case, role or _role_after(tokens, end, name), sure)


def _after_named(tokens: tuple[Token, ...], end: int) -> int | None:
    """Return where «Асқар есімді тұрғын», «Асқар деген тұрғындардың бірі» ends."""
    if end >= len(tokens) or tokens[end].lower not in NAMED:
        return None
    for at in range(end + 1, min(end + 4, len(tokens))):
        known = noun(tokens[at].lower)
        if tokens[at].lower == "бірі" or (known and known.kind in ("post", "kin") and known.case == "nominative"):
            return at + 1
    return None


def _a_word(tokens: tuple[Token, ...], at: int) -> bool:
    """Is this capital that of a sentence, and its word one that names people only elsewhere?"""
    return tokens[at].lower in AMBIGUOUS_NAMES and (at == 0 or tokens[at - 1].kind == "mark")


# Surnames that things end like at the head of a sentence: Вакцина, Магазин, Орман.
_LIKE_THINGS = re.compile(r"(?:ин|ина|ян|ман|сон|тай|хан|берг)$")


def _may_be_a_thing(tokens: tuple[Token, ...], at: int) -> bool:
    """Is this the capital of a sentence before a word that ends like a surname?"""
    word = tokens[at].lower
    known = word in SURNAMES or word in GIVEN_NAMES
    return not known and bool(_LIKE_THINGS.search(word)) and (at == 0 or tokens[at - 1].kind == "mark")


def _another(role: str, name: str) -> bool:
    """Is `role` an office that somebody else holds: «Мемлекет басшысы Досаевқа тапсырды»?"""
    holders = OFFICES.get(role.lower(), ())
    return bool(holders) and not any(set(name.split()) & set(holder.split()) for holder in holders)


# «бүгінгі, жердегі» say when and where, «өкілдігі, спутнигі» are somebody's.
_POSSESSED = re.compile(
    r".{3}(?:(?<![дтғг])[ыі]|[лдт][ыі][ғг][ыі]|ниг[ыі]|[ыі]н|[ыі]на|[ыі]не|[ыі]нда(?:ғы)?|[ыі]нде(?:гі)?|[ыі]нан|[ыі]нен|[ыі]мен|.{2}[ыі]н[ыі]ң)$"
)
# Of whom one speaks, not what they have: әкімдік бәріне …
_EVERYBODY = tuple("бәрі барлығы бірі өз арнайы жалпы түрлі әртүрлі белгілі кейбір көбі екеуі ешкім".split())


@lru_cache(maxsize=1 << 16)
def possessed(word: str) -> bool:
    """Does `word` end as something that somebody has: сұрағы, сауалына, отырысының?"""
    return bool(_POSSESSED.search(word)) and word not in STOPS and not word.startswith(_EVERYBODY)


def _role_before(tokens: tuple[Token, ...], name: int) -> tuple[int, int] | None:
    head = name - 1
    if head > 0 and tokens[head].text in _DASHES:
        head -= 1
    end = head + 1
    if head > 0 and nationality(tokens[head].lower):  # әлем чемпионы қазақстандық Асқар
        head -= 1
    if head < 0 or not head_of_role(tokens[head]):
        return None
    first = left_edge(tokens, head)
    while first > 1 and tokens[first - 1].text in ",–—" and head_of_role(tokens[first - 2]):
        first = left_edge(tokens, first - 2)  # саясаттанушы, журналист
    return first, end


def _role_after(tokens: tuple[Token, ...], end: int, name: Name) -> tuple[int, int] | None:
    """Return the role in «Олжас Смағұлов, қала әкімінің орынбасары» up to a colon or the end of the sentence."""
    if name.case != "nominative" or end + 1 >= len(tokens) or tokens[end].text not in ",–—":
        return None
    last = end + 1
    while last + 1 < len(tokens) and tokens[last + 1].text not in ".:" and last - end < 16:
        last += 1
    if not head_of_role(tokens[last]) or (last + 1 < len(tokens) and tokens[last + 1].text not in ".:"):
        return None
    return (end + 1, last + 1) if left_edge(tokens, last) <= end + 1 else None


def _body(tokens: tuple[Token, ...], at: int, known: Noun) -> Mention | None:
    if known.case not in ("nominative", "genitive") or (known.lemma == "орталық" and not known.possessive):
        return None  # орталық is central, too
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and following.lower in _OF_IT:
        return None  # Президенті жанындағы комиссия
    if following and following.lower in RELATIONAL and known.case == "nominative" and not known.possessive:
        return None  # Сот барысында
    his = following is not None and capitalised(following) and following.lower.endswith(_GENITIVE_OF_HIS)
    if his and known.kind == "post" and not known.possessive:
        return None  # Елбасы Жолдауының бағыттары
    # ауыл жұрты шағымын айтты, жұрт көшелерінің … айтты; but халық саны
    people = known.kind == "collective" and (
        known.possessive or bool(following and shapes.case(following.lower) == "genitive")
    )
    body = known.kind not in ("post", "kin") and known.case == "nominative" and not people
    object_of_his = known.kind == "collective" and following is not None and following.lower.endswith(("ын", "ін"))
    if (
        body
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
