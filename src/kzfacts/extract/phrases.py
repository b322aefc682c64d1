"""Noun phrases: how far one reaches to the left of its head, and how it reads in the nominative.

From the head to the left goes whatever may belong to a noun phrase; a participle, a place, an adverb, an object of the
verb may not, and there it begins.
"""

import re

from kzfacts.extract import shapes
from kzfacts.extract.nouns import COUNTRIES, NOT_A_NAME, calling, noun
from kzfacts.extract.person_names import CONNECTING, acronym, capitalised, common, name_word
from kzfacts.extract.phrase_words import (
    adjective,
    names_a_body,
    organisation,
    owned_by,
    owned_kin,
    place,
    possessed,
    taught,
)
from kzfacts.extract.segments import Token
from kzfacts.extract.words import BRIDGES, CONJUNCTIONS, PLACE_STEMS, PRONOUNS, STOPS
from kzfacts.kazakh.endings import nominatives

PLURAL = ("лар", "лер", "дар", "дер", "тар", "тер")
LONGEST_NAME_IN_QUOTES = 90  # «"Альтернатива" орталығы»: so long may a quotation be that is a name


_LONGEST_PHRASE = 40  # words; the roles of the bundled article have up to 18


def left_edge(tokens: tuple[Token, ...], head: int) -> int:
    """Return the first token of the noun phrase whose head is at `head`."""
    if _DOERS.search(tokens[head].lower):
        return _what_they_did(tokens, head)
    first = head
    while first > max(0, head - _LONGEST_PHRASE):
        at = first - 1
        token = tokens[at]
        if token.kind == "quote":
            if len(token.text) > LONGEST_NAME_IN_QUOTES:
                break
        elif token.kind == "mark":
            if token.text not in '»”"' and not _joins(tokens, at, head):  # a closing mark that nothing opened
                break
        elif token.lower in CONJUNCTIONS:
            also = token.lower == "әрі" and head_of_role(tokens[at - 1])  # негізін қалаушы әрі төраға
            if (
                at == 0
                or (first == head and not head_of_role(tokens[at - 1]))
                or not (also or _modifies(tokens, at - 1, at + 1, head))
                or _person_ends(tokens, at - 1)
            ):
                break
            first = at - 1
            continue
        elif tokens[first].lower == "атындағы" and capitalised(token):  # Л.Н. Гумилев атындағы
            first = _name_begins(tokens, at)
            continue
        elif token.lower.endswith(_OF_THEM) and _DOERS.search(token.lower):
            return _what_they_did(tokens, at)  # жиынға келгендердің бірі
        elif not _modifies(tokens, at, first, head):
            break
        first = at
    return first


def _what_they_did(tokens: tuple[Token, ...], head: int) -> int:
    """Return where «Ауыл шетіндегі зауытты күзеткендер» begins: with whatever belongs to their doing."""
    first = head
    while first > 0 and tokens[first - 1].kind != "mark":
        word = tokens[first - 1].lower
        known = noun(word)
        somebody = known and known.kind != "workplace" and known.case == "nominative" and not known.possessive
        verb = shapes.finite(word) or (shapes.clause(word) and shapes.case(word) != "dative")
        if somebody or verb or word.endswith(PLURAL) or word in CONNECTING or word in PRONOUNS or word in STOPS:
            break
        first -= 1
    return first


def _name_begins(tokens: tuple[Token, ...], last: int) -> int:
    """Return where the name that ends at `last` begins: after initials or up to two more capitals."""
    first = last
    while first > 1 and tokens[first - 1].text == "." and len(tokens[first - 2].text) == 1:
        first -= 2
    if first == last:
        while first > max(0, last - 2) and capitalised(tokens[first - 1]) and not common(tokens[first - 1].lower):
            first -= 1
    return first


def _person_ends(tokens: tuple[Token, ...], last: int) -> bool:
    """Does a name in full with its role end at `last`: «министр Асқар Серіков және әкім …»?"""
    first = _name_begins(tokens, last) if capitalised(tokens[last]) else last
    return 0 < first < last and head_of_role(tokens[first - 1])


def _joins(tokens: tuple[Token, ...], comma: int, head: int) -> bool:
    """Is this the comma of «Мәдениет, спорт және туризм министрі», «ҚР экология, геология және су министрі»?"""
    return (
        tokens[comma].text == ","
        and comma > 0
        and (capitalised(tokens[comma - 1]) or (comma > 1 and acronym(tokens[comma - 2])))
        and tokens[comma - 1].lower not in CONNECTING
        and tokens[comma + 1].text[0].islower()
        and shapes.case(tokens[comma - 1].lower) == "nominative"
        and not head_of_role(tokens[comma - 1])
        and any(token.lower in CONJUNCTIONS for token in tokens[comma:head])
    )


def _modifies(tokens: tuple[Token, ...], at: int, first: int, head: int) -> bool:
    """May the word at `at` belong to the noun phrase that so far begins at `first`?"""
    token = tokens[at]
    if token.kind == "quote":
        return len(token.text) <= LONGEST_NAME_IN_QUOTES
    word = token.lower
    if word == "бойынша" and any(organisation(body) for body in tokens[first : min(first + 3, head)]):
        return True  # қала бойынша филиалының директоры
    if token.kind != "word" or word in STOPS:
        return False
    if word in BRIDGES:
        return True
    if tokens[first].lower in _OF_ALL and shapes.case(word) != "genitive":
        return False  # әкімдік барлық тұрғынның …
    if capitalised(token) and tokens[first].lower.startswith(PLACE_STEMS) and at + 1 == first:
        return shapes.case(word) != "dative" and (not word.endswith(_OBJECTS) or word in NOT_A_NAME)  # Теректі ауданы
    if _DOERS.search(word):  # «…» дегендер
        return False
    if shapes.participle(word) and not (word == "сіңірген" and at and tokens[at - 1].lower == "еңбек"):
        return False
    if shapes.clause(word) and not shapes.doing(word):
        return False
    if shapes.converb(word) or (shapes.finite(word) and shapes.case(word) != "accusative"):
        return False
    known = noun(word)
    unknown = capitalised(token) and not acronym(token) and not common(word)
    resident = word.endswith(_OF_A_TOWN)  # Теміртаулық «Жол» клубының …
    if unknown and tokens[first].kind == "quote" and shapes.case(word) == "nominative" and not resident:
        return False  # Асқар Серік «Жол» қорының …
    if known and known.kind == "organisation" and tokens[first].lower in COUNTRIES and known.case == "nominative":
        return False  # Кремль Қазақстан президентінің …, баспасөз қызметі Қазақстан құрамасының …
    if not known and capitalised(token) and not acronym(token) and name_word(token.text).sure and not common(word):
        return _takes_a_name(tokens, at, first, head)
    plural = known.plural and not known.possessive if known else first == at + 1 and bool(_MANY.search(word))
    compound = possessed(tokens[first]) and not owned_kin(tokens[first])
    if plural and (not known or known.case == "nominative") and not compound:
        return False  # ата-аналар мектептің …, тұрғындар балаларының …, but балалар үйі
    if not known and first == at + 1 and _OF_SOMEBODY.search(word) and not possessed(tokens[first]):
        return False  # желі қолданушылары министрдің …
    if known and known.possessive and known.kind == "organisation" and known.case == "nominative":
        held = noun(tokens[head].lower)
        if held and held.kind == "post" and not held.possessive:
            return False  # сот алқасы белсенді Асқар Серіковтың …
    if known and known.possessive and known.kind != "post" and known.case == "nominative":
        owned = noun(tokens[first].lower)
        if owned and not owned.possessive:
            return False  # ауыл әкімдігі тұрғындардың …, but әкімдігі басқармасының …
    acting = tokens[first].lower == "міндетін"  # ректоры міндетін атқарушы
    owner = known and known.case == "nominative" and _names_an_owner(tokens, first, head)
    if known and known.kind == "post" and (acting or owner):  # қала әкімі Ерлан Ахметовтің хатшысы
        return True
    kin = known is not None and known.kind == "kin" and known.case == "nominative"
    if kin and word not in shapes.ADJECTIVES and not possessed(tokens[first]):
        return False  # бірнеше адам бөтелкелер …, but адам құқықтары
    if first == head and _foreign_capital(tokens, at, head):
        return False  # Риззат Тасым Президент …
    passengers = plural and possessed(tokens[first])  # жолаушылар тасымалы
    if known and known.kind == "post" and known.case == "nominative" and not owned_by(tokens[first]) and not passengers:
        if tokens[first].lower == "полиция" and tokens[head].lower.startswith(RANKS):
            return True  # жедел уәкіл полиция майоры
        apposed = noun(tokens[head].lower) if first == head and not known.plural else None  # ардагер дәрігер
        if not (apposed and apposed.kind == "post" and not apposed.plural and apposed.case == "nominative"):
            return False
    unknown_head = tokens[head].text[0].islower() and not head_of_role(tokens[head]) and not noun(tokens[head].lower)
    if known and known.possessive and known.case == "nominative" and unknown_head:
        return False  # «әкімдігі жөндеу жұмыстары»: what another noun owns is no adjective
    case = known.case if known else shapes.case(word)
    if case == "locative":
        return False
    if case in ("accusative", "dative", "ablative", "instrumental"):
        if tokens[first].lower.endswith(_AGENTS):  # директордың міндетін атқарушы, негізін қалаушы
            return word.endswith(("ін", "ын"))
        if case == "ablative" and taught(tokens[head]):  # футболдан бас бапкер
            return at == 0 or token.text[0].islower()
        nearby = tokens[first : min(first + 2, head)]
        return any(t.kind == "word" and (shapes.verbal_noun(t.lower) or t.lower in _GOVERNING) for t in nearby)
    before_capital = token.text[0].islower() and tokens[first].text[0].isupper() and not owned_by(tokens[first])
    return not (case == "nominative" and before_capital and not adjective(word) and not place(word, known))


_GOVERNING = frozenset(("қарсы", "дейінгі"))  # қарсы күрес қызметі, мектепке дейінгі білім департаменті
RANKS = tuple("майор подполковни полковни капитан лейтенант сержант".split())
_OF_ALL = frozenset("барлық бүкіл барша әр әрбір бірқатар көптеген кейбір бірнеше".split())
_OF_A_TOWN = ("лық", "лік", "дық", "дік", "тық", "тік")
_MANY = re.compile("(?<![уюУЮ])(?:лар|лер|дар|дер|тар|тер)$")  # тұрғындар; but зерттеулер орталығы
_AGENTS = ("ушы", "уші", "ушысы", "ушісі")
_OBJECTS = ("ны", "ні", "ды", "ді")  # Жиынды облыс әкімі ашты
_OF_SOMEBODY = re.compile("(?:лар|лер|дар|дер|тар|тер)[ыі]$")
_OF_THEM = ("дардың", "дердің")
_DOERS = re.compile("(?:ған|ген|қан|кен|тын|тін)(?:дар|дер)(?:дың|дің)?$")


def _names_an_owner(tokens: tuple[Token, ...], first: int, head: int) -> bool:
    """Does a whole name in the genitive stand at `first`, before what its bearer has?"""
    return (
        first + 1 < head
        and capitalised(tokens[first])
        and capitalised(tokens[first + 1])
        and not common(tokens[first].lower)
        and name_word(tokens[first + 1].text).case == "genitive"
        and name_word(tokens[first + 1].text).sure
    )


def _foreign_capital(tokens: tuple[Token, ...], at: int, head: int) -> bool:
    """Is this a capital that describes no post, as the end of another name does: «Тасым Президент»?"""
    word, post = tokens[at], noun(tokens[head].lower)
    return (
        bool(post and post.kind == "post" and not post.possessive)
        and at > 0
        and all(capitalised(each) and not common(each.lower) for each in tokens[at - 1 : at + 1])
        and not acronym(word)
        and not adjective(word.lower)
        and shapes.case(word.lower) == "nominative"
    )


def _takes_a_name(tokens: tuple[Token, ...], at: int, first: int, head: int) -> bool:
    """May a name stand before `first`: Жамбыл ауданы, Назарбаев университеті, Ерлан Ахметовтің ағасы?"""
    following = tokens[first]
    if name_word(tokens[at].text).case not in ("nominative", "genitive"):
        return False  # Шараға аудандық …
    if following.lower in BRIDGES or names_a_body(following) or following.lower.startswith(PLACE_STEMS):
        return True
    name = name_word(tokens[at].text)
    if name.case == "genitive":
        return owned_by(following) or owned_by(tokens[head])  # Ерлан Ахметовтің баспасөз хатшысы
    return name.case == "nominative" and capitalised(following) and name_word(following.text).case == "genitive"


def phrase(tokens: tuple[Token, ...], first: int, end: int) -> tuple[str, str]:
    """Return the phrase with its last word in the nominative, and the case that word stood in."""
    last = tokens[end - 1]
    known = noun(last.lower)
    case = known.case if known else shapes.case(last.lower)  # чемпионы is no accusative
    if case == "nominative":
        return text_of(tokens, first, end), case
    stems = [form.stem for form in nominatives(last.text) if form.case == case]
    if known:  # әкімдігінде: әкімдігі, not әкімдігін
        stems = [stem for stem in stems if (bare := noun(stem.lower())) and bare.case == "nominative"] or stems
    whole = text_of(tokens, first, end)
    return whole[: len(whole) - len(last.text)] + next(iter(stems), last.text), case


def text_of(tokens: tuple[Token, ...], first: int, end: int) -> str:
    """Return the words of a phrase, with one space for whatever stands between them."""
    parts = [tokens[first].text]
    for before, token in zip(tokens[first : end - 1], tokens[first + 1 : end], strict=True):
        parts.append((" " if token.start > before.end else "") + token.text)
    return "".join(parts)


def head_of_role(token: Token) -> bool:
    """Is this a post or calling in the nominative, as before a name?"""
    known = noun(token.lower) if token.kind == "word" else None
    if known:
        return known.kind in ("post", "kin") and not known.plural and known.case == "nominative"
    return token.kind == "word" and calling(_HIS.sub("", token.lower))


_HIS = re.compile("(?<=[ыі])с[ыі]$")  # жоба үйлестірушісі
