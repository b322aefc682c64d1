"""Who is named in a sentence: people with their roles, posts without a name, groups, pronouns.

A role is a noun phrase with a post as its head, right before the name.
"""

import re

from kzfacts.extract import shapes
from kzfacts.extract.bodies import OF_A_PLACE, body, called, calling_form, one_of, other_body, plural_form, possessed
from kzfacts.extract.memo import per_word
from kzfacts.extract.mention import Mention
from kzfacts.extract.name_parts import AMBIGUOUS_NAMES, GIVEN_NAMES, SURNAMES
from kzfacts.extract.nouns import COUNTRIES, NAMED_BODIES, noun
from kzfacts.extract.person_names import Name, family_name, may_be_name, name_at
from kzfacts.extract.phrases import phrase, text_of
from kzfacts.extract.roles_of_names import another, role_after, role_before
from kzfacts.extract.segments import Token
from kzfacts.extract.words import (
    CONJUNCTIONS,
    HONORIFICS,
    NAMED,
    NOT_AFTER_PRONOUN,
    OF_A_POST,
    PLACE_STEMS,
    POSTPOSITIONS,
    PRONOUNS,
    RELATIONAL,
)

_FIRST_OF_BODIES = frozenset(first for first, _ in NAMED_BODIES)


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
        several = mention.kind == "group" or (
            mention.kind == "post" and tokens[mention.end :][:1] and tokens[mention.end].lower == "бірі"
        )
        if mention.case == "genitive" and several and mention.end < len(tokens):
            mention = one_of(tokens, mention)
        following = tokens[mention.end].lower if mention.end < len(tokens) else ""
        to_hold = mention.kind == "post" and following.startswith(OF_A_POST)  # әкім қызметіне сайланды
        if mention.case == "nominative" and (following in POSTPOSITIONS or to_hold):
            mention = mention._replace(case="governed")  # министрлер туралы
        if not mention.sure and found and found[-1].end > mention.begin and found[-1].kind == "person":
            at = mention.end  # «Асқар Серік отыз адам …» is no «Асқар Серік отыз адам»
            continue
        owner = None
        if found and found[-1].end == mention.begin and _misnamed(found[-1], mention):
            found.pop()
        if mention.role and (post := _apposed(tokens, found, mention)):
            found = found[: found.index(post)]
            mention = mention._replace(role=(post.first, mention.role[1]))
        if mention.kind != "person":
            mention = _after_the_name(tokens, found, mention)
        while found and found[-1].first >= mention.begin:
            popped = found.pop()
            mistaken = popped.role  # «Мемлекет басшысы Денсаулық сақтау министрі …»: no Денсаулық holds the post
            if popped.kind == "person" and popped.case == "genitive":
                owner = popped  # қала әкімі Ерлан Ахметовтің хатшысы Асқар Серіков
            if popped.case == "nominative" and mistaken and mistaken[1] <= mention.begin:
                found.append(Mention(*mistaken, "post", text_of(tokens, *mistaken), "nominative"))
                break
        if found and _joint(tokens, found[-1], mention):
            first = found.pop().first
            mention = mention._replace(first=first, name=text_of(tokens, first, mention.end))
        if found and _its_post(tokens, found[-1], mention):
            first = found.pop().first  # «Жол» компаниясы директорлар кеңесінің төрағасы
            mention = mention._replace(first=first, name=text_of(tokens, first, mention.end))
        if found and found[-1].end + 1 == mention.begin and _shares_case(tokens, found[-1], mention):
            found[-1] = found[-1]._replace(case=mention.case)
        found += [owner, mention] if owner else [mention]
        at = mention.end + (mention.kind == "person" and mention.sure and _honoured(tokens, mention.end))
    return tuple(found)


def _shares_case(tokens: tuple[Token, ...], one: Mention, other: Mention) -> bool:
    """Is `one` of «Дина мен Жанарды таңдады», where the ending of the second is that of both?"""
    people = one.kind == other.kind == "person" and one.case == "nominative"
    return people and other.case not in ("nominative", "genitive") and tokens[one.end].lower in CONJUNCTIONS


def _apposed(tokens: tuple[Token, ...], found: list[Mention], person: Mention) -> Mention | None:
    """Return the first post of «тарихшы, ескі қолжазбалар жөніндегі маман Асқар Серіков»."""
    post = next((mention for mention in reversed(found) if mention.sure and mention.end <= person.begin), None)
    between = tokens[post.end : person.begin] if post else ()
    apposed = (
        post is not None
        and post.kind == "post"
        and post.case == person.case == "nominative"
        and 0 < len(between) <= _LONGEST_APPOSITION
        and between[0].text == ","
        and all(
            token.kind == "word" and not (shapes.finite(token.lower) or shapes.converb(token.lower))
            for token in between[1:]
        )
    )
    return post if apposed else None


def _misnamed(body: Mention, person: Mention) -> bool:
    """Is this «министрлігі Асқар Серіков», where министрі is meant?"""
    named = person.kind == "person" and person.sure and person.case == "nominative" and " " in person.name
    return named and body.kind == "group" and body.case == "nominative"


def _joint(tokens: tuple[Token, ...], one: Mention, other: Mention) -> bool:
    """Are these people of two kinds that speak as one: «ұстаздар мен студенттер»?"""
    nouns = (noun(tokens[one.end - 1].lower), noun(tokens[other.end - 1].lower))
    return (
        other.begin == one.end + 1
        and tokens[one.end].lower in CONJUNCTIONS
        and one.case == other.case == "nominative"
        and all(each and each.plural and each.kind in ("post", "kin") for each in nouns)
    )


def _after_the_name(tokens: tuple[Token, ...], found: list[Mention], body: Mention) -> Mention:
    """Leave the name out of «министр Асқар Серіков үкімет комиссиясының …», the role before it telling."""
    named = next((each for each in reversed(found) if each.kind == "person" and each.first >= body.first), None)
    if named is None or named.role is None or named.case != "nominative" or named.end >= body.end:
        return body
    if not tokens[named.end].text[0].islower():
        return body
    return body._replace(first=named.end, name=phrase(tokens, named.end, body.end)[0])


def _its_post(tokens: tuple[Token, ...], body: Mention, post: Mention) -> bool:
    """Is `post`, right after the body, one in it?"""
    known, held = noun(tokens[body.end - 1].lower), noun(tokens[post.end - 1].lower)
    return (
        known is not None
        and held is not None
        and held.possessive
        and known.kind in ("organisation", "workplace")
        and known.possessive
        and post.kind == "post"
        and body.sure
        and post.sure
        and body.case == post.case == "nominative"
        and body.end == post.first
        and tokens[post.first].text[0].islower()
        and post.end - post.first > 1
    )


_LONGEST_APPOSITION = 6


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
    given = (
        token.lower in GIVEN_NAMES
        and following
        and may_be_name(following)
        and (family_name(following.text) or (at > 0 and following.lower in GIVEN_NAMES))
    )
    if known and not given:  # Батыр is a hero, and Батыр Ниязлиев a name
        return body(tokens, at, known)
    if (found := name_at(tokens, at)) and (person := _person(tokens, at, *found)):
        return person
    if token.lower.endswith(OF_A_PLACE):
        return Mention(at, at + 1, "group", *phrase(tokens, at, at + 1))
    if calling_form(token.lower):
        return called(tokens, at)
    return other_body(tokens, at)


@per_word
def _nobody(word: str) -> bool:
    """Can no mention begin at `word`, which stands in small letters?"""
    return not (
        word in PRONOUNS
        or word in COUNTRIES
        or word in _FIRST_OF_BODIES
        or noun(word)
        or word.endswith(OF_A_PLACE)
        or calling_form(word)
        or plural_form(word)
    )


def _person(tokens: tuple[Token, ...], at: int, end: int, name: Name) -> Mention | None:
    following = tokens[end].lower if end < len(tokens) else ""
    if following == "атындағы":
        return None
    if name.case == "nominative" and (named := _after_named(tokens, end)):
        return Mention(at, named, "person", name.text, "nominative", role_before(tokens, at), True)
    if name.case == "nominative" and following in POSTPOSITIONS:  # Тоқаев туралы
        return Mention(at, end, "person", name.text, "governed", None, name.sure)
    if end == at + 1 and (following in RELATIONAL or following.startswith(PLACE_STEMS)):
        return None
    role = role_before(tokens, at)
    if role and name.case not in ("nominative", "genitive") and another(text_of(tokens, *role), name.text):
        role = None
    known = name.sure or tokens[at].lower in GIVEN_NAMES or (at > 0 and tokens[at - 1].kind == "word")
    if known and name.case == "nominative" and (honoured := _HONOURED.get(following)):  # Асқар ағаның
        return Mention(at, end + 1, "person", name.text, honoured, role, True)
    if known and _honoured(tokens, end):
        return Mention(at, end, "person", name.text, name.case, role, True)
    several = sum(token.kind == "word" for token in tokens[at:end]) > 1
    if not role and not several and (not name.sure or _a_word(tokens, at, name.text)):
        return None
    named_after = noun(following)
    if named_after and named_after.possessive and not several and tokens[at].lower in AMBIGUOUS_NAMES:
        return None  # Мемлекет басшысы Орал әкіміне тапсырды
    if named_after and named_after.kind in ("organisation", "workplace") and named_after.possessive:
        return None  # Назарбаев университеті
    if not role and not name.sure and end < len(tokens) and possessed(tokens[end].lower):
        return None
    sure = bool(role) or (name.sure and (several or not _may_be_a_thing(tokens, at)))
    return Mention(at, end, "person", name.text, name.case, role or role_after(tokens, end, name), sure)


# An honorific in a case, which is that of the name before it.
_HONOURED = {
    honorific + ending: case
    for honorific in HONORIFICS
    for case, endings in {
        "genitive": "ның нің дың дің тың тің",
        "dative": "ға ге қа ке",
        "accusative": "ны ні ды ді",
        "ablative": "дан ден нан нен",
    }.items()
    for ending in endings.split()
}


def _honoured(tokens: tuple[Token, ...], end: int) -> bool:
    """Does «Асқар аға», «Асқар мырза» stand before `end`, and not «Асқар аға оқытушы»?"""
    if end >= len(tokens) or tokens[end].lower not in HONORIFICS:
        return False
    held = noun(tokens[end + 1].lower) if end + 1 < len(tokens) else None
    return not (tokens[end].lower == "аға" and held and held.kind == "post")


def _after_named(tokens: tuple[Token, ...], end: int) -> int | None:
    """Return where «Асқар есімді тұрғын», «Асқар деген тұрғындардың бірі» ends."""
    if end >= len(tokens) or tokens[end].lower not in NAMED:
        return None
    for at in range(end + 1, min(end + 4, len(tokens))):
        known = noun(tokens[at].lower)
        if tokens[at].lower == "бірі" or (known and known.kind in ("post", "kin") and known.case == "nominative"):
            return at + 1
    return None


def _a_word(tokens: tuple[Token, ...], at: int, name: str) -> bool:
    """Is this capital that of a sentence, and its word one that names people only elsewhere?"""
    ambiguous = tokens[at].lower in AMBIGUOUS_NAMES or name.lower() in AMBIGUOUS_NAMES  # Мерекені
    return ambiguous and (at == 0 or tokens[at - 1].kind == "mark")


# Surnames that things end like at the head of a sentence: Вакцина, Магазин, Орман.
_LIKE_THINGS = re.compile(r"(?:ин|ина|ян|ман|сон|тай|хан|берг)$")


def _may_be_a_thing(tokens: tuple[Token, ...], at: int) -> bool:
    """Is this the capital of a sentence before a word that ends like a surname?"""
    word = tokens[at].lower
    known = word in SURNAMES or word in GIVEN_NAMES
    return not known and bool(_LIKE_THINGS.search(word)) and (at == 0 or tokens[at - 1].kind == "mark")
