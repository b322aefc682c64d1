"""How far the phrase of an event noun reaches to its left, and whether it tells one event from others."""

import re
from collections.abc import Sequence

from kzfacts.extract import shapes
from kzfacts.extract.gatherings import INDEFINITE, PAIRS, Gathering
from kzfacts.extract.mention import Mention
from kzfacts.extract.nouns import noun
from kzfacts.extract.segments import Token
from kzfacts.extract.settings import Dated, is_place
from kzfacts.extract.words import CONJUNCTIONS, CONNECTORS, STOPS

# Words from the first modifier of an event to its head.
_LONGEST = 14
_LONGEST_QUOTE = 150

_ORDINAL = re.compile(r"[ivxlc]+|\d+-?(?:ші|шы|інші|ыншы|нші|ншы)?-?|\w*(?:інші|ыншы|нші|ншы)")
_ADJECTIVE = re.compile(r"\w{2,}(?:лық|лік|дық|дік|тық|тік|дағы|дегі|тағы|тегі|[^\W\d]{2}ғы|[^\W\d]{2}гі|и|лы|лі)")
_OPEN = frozenset("кеңейтілген біріккен бірлескен онлайн ғылыми-тәжірибелік жергілікті кезекті қорытынды".split())
# After a quotation that is the name: «…» атты форум.
_CALLED = frozenset("атты тақырыбындағы тақырыбында тақырыбымен".split())
# Of these bodies there are many, so that the word alone tells no event from others.
_MANY = frozenset(["сот"])
_CONNECTING = frozenset(connector[0] for connector in CONNECTORS)


def left_edge(
    tokens: tuple[Token, ...],
    head: int,
    noun_: Gathering,
    kind: str,
    named: Sequence[Mention],
    dated: Sequence[Dated],
) -> int:
    """Return the first token of the noun phrase around the event noun at `head`, which names an event of this kind."""
    first = head - 1 if head and (tokens[head - 1].lower, noun_.lemma) in PAIRS else head
    while first > 0 and head - first < _LONGEST:
        at = first - 1
        token = tokens[at]
        if any(each.first <= at < each.end for each in dated):
            break
        people = (each for each in named if each.kind == "person" and each.sure)
        person = next((each for each in people if each.first <= at < each.end), None)
        if person:
            owner = person.case == "genitive" and noun_.possessive
            if not owner and not (kind == "meeting" and person.case == "instrumental"):
                break
            first = person.begin if owner else person.first
        elif at and (
            (token.lower in _CALLED and tokens[at - 1].kind == "quote")
            or (token.lower in CONJUNCTIONS and first < head and _modifies(tokens, at - 1, noun_, kind))
        ):
            first = at - 1
        elif (token.kind == "quote" and len(token.text) <= _LONGEST_QUOTE) or _modifies(tokens, at, noun_, kind):
            first = at
        else:
            break
    return first


def _modifies(tokens: tuple[Token, ...], at: int, head: Gathering, kind: str) -> bool:
    """May the word at `at` belong to the phrase of an event?"""
    token = tokens[at]
    word = token.lower
    if token.kind != "word" or word in _CONNECTING or word in INDEFINITE:
        return False
    if word in _OPEN or (_ORDINAL.fullmatch(word) and not word.isdigit()):
        return True
    if word in STOPS or shapes.participle(word) or shapes.converb(word) or word.isdigit():
        return False
    if shapes.finite(word) and not token.text[0].isupper():
        return False
    known = noun(word)
    if known and known.kind == "post" and known.case == "nominative" and not known.plural:
        return False  # министр Үкімет отырысында
    case = known.case if known and known.case != "attributive" else shapes.case(word)
    if case == "nominative":
        return head.possessive or _adjective(word)
    if case == "genitive":
        return head.possessive
    return (case, kind) in (("dative", "visit"), ("instrumental", "meeting"))


def _adjective(word: str) -> bool:
    return word in shapes.ADJECTIVES or bool(_ADJECTIVE.fullmatch(word))


def specific(tokens: tuple[Token, ...], first: int, head: int) -> bool:
    """Does the phrase tell the event from others of its kind: by a name, a number, whose it is?"""
    for at in range(first, head):
        token = tokens[at]
        known = noun(token.lower)
        if token.kind == "quote" or _ORDINAL.fullmatch(token.lower):
            return True
        if token.text[0].isupper() and (
            at > 0 or is_place(token.text) or (known and known.kind == "organisation" and known.lemma not in _MANY)
        ):  # others a sentence begins with have a capital for that alone
            return True
    return False
