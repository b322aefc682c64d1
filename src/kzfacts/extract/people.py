"""Who is named in a sentence: people with their roles, posts without a name, groups, pronouns.

A role is a noun phrase with a post as its head, right before the name: `_left_edge` walks from the head to the left over whatever may
belong to a noun phrase, and stops at what may not (a participle, a place, an adverb, an object of the verb).
"""

from functools import lru_cache
from typing import NamedTuple

from kzfacts.extract import shapes
from kzfacts.extract.name_parts import GIVEN_NAMES, MIDDLE_NAMES, PARTICLES, given_name, patronymic, surname
from kzfacts.extract.nouns import COUNTRIES, NAMED_BODIES, NOT_A_NAME, Noun, calling, noun
from kzfacts.extract.segments import Token
from kzfacts.extract.words import BRIDGES, CONJUNCTIONS, CONNECTORS, HONORIFICS, NOT_AFTER_PRONOUN, PRONOUNS, STOPS
from kzfacts.kazakh.endings import nominatives

_DASHES = frozenset("–—-")
_LONGEST_NAME_IN_QUOTES = 90  # «"Альтернатива" орталығы»: so long may a quotation be that is a name


class Mention(NamedTuple):
    """Somebody named at tokens `first` to `end`, not included; `role` are the tokens of the role before or after a name."""

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


class Name(NamedTuple):
    """One word of a name: its nominative, its case, and whether its shape is that of a name."""

    text: str
    case: str
    sure: bool


@lru_cache(maxsize=1 << 16)
def name_word(word: str) -> Name:
    """Return `word` in the nominative, by what names are shaped like; an unknown name loses only an ending that is plain."""
    forms = nominatives(word)
    for form in forms:
        lower = form.stem.lower()
        if given_name(lower) or surname(lower) or patronymic(lower):
            return Name(form.stem, form.case, True)
    case = shapes.case(word.lower())
    if case in ("genitive", "accusative", "instrumental", "dative") and len(word) > 5:
        for form in forms:
            if form.case == case and len(form.stem) > 2:
                return Name(form.stem, case, False)
    return Name(word, "nominative", False)


def _capitalised(token: Token) -> bool:
    return token.kind == "word" and token.text[0].isupper() and not token.text[0].isdigit()


def _acronym(token: Token) -> bool:
    return token.kind == "word" and len(token.text) > 1 and token.text.split("-")[0].isupper()


@lru_cache(maxsize=1 << 16)
def _common(word: str) -> bool:
    """Is `word` (lower case) certainly no part of a name: a post, an organisation, a place, a connector?"""
    if noun(word) or word in STOPS or word in _CONNECTING:
        return True
    return any(form.stem in NOT_A_NAME for form in nominatives(word))


_CONNECTING = frozenset(connector[0] for connector in CONNECTORS)


def _may_be_name(token: Token) -> bool:
    if token.text[0].isascii():  # Kassa Nova
        return False
    return _capitalised(token) and not _acronym(token) and (token.lower in GIVEN_NAMES or not _common(token.lower))


def _initial(tokens: tuple[Token, ...], at: int) -> bool:
    return (
        at + 1 < len(tokens)
        and len(tokens[at].text) == 1
        and tokens[at].text.isupper()
        and tokens[at + 1].text == "."
        and tokens[at + 1].start == tokens[at].end
    )


def name_at(tokens: tuple[Token, ...], at: int) -> tuple[int, Name] | None:
    """Return where the name that begins at `at` ends, and the name in the nominative; None if none begins there."""
    end = at
    while end < len(tokens) and _initial(tokens, end):
        end += 2
    initials = "".join(token.text for token in tokens[at:end])
    if end >= len(tokens) or not _may_be_name(tokens[end]):
        return None
    parts = [name_word(tokens[end].text)]
    if not parts[0].sure and not initials and (_inflected(tokens[end]) or _given_follows(tokens, end + 1)):
        return None
    end += 1
    while end < len(tokens) and len(parts) < 5 and parts[-1].case == "nominative":
        token = tokens[end]
        if token.lower in PARTICLES and end + 1 < len(tokens) and _may_be_name(tokens[end + 1]):
            parts += [Name(token.text, "nominative", True), name_word(tokens[end + 1].text)]
            end += 2
            continue
        if (
            token.lower in HONORIFICS
            and end + 1 < len(tokens)
            and _may_be_name(tokens[end + 1])
            and name_word(tokens[end + 1].text).sure
        ):
            parts += [Name(token.text, "nominative", True), name_word(tokens[end + 1].text)]
            end += 2
            continue
        if not _may_be_name(token) or not _continues(parts, name_word(token.text)):
            break
        parts.append(name_word(token.text))
        end += 1
    text = " ".join(part.text for part in parts)
    if initials:
        text = f"{initials} {text}"
    return end, Name(text, parts[-1].case, any(part.sure for part in parts) or bool(initials))


def _inflected(token: Token) -> bool:
    """Does an unknown word stand in a case that the first word of a name never has: Кездесуде, Алматыдан?"""
    return shapes.case(token.lower) in ("locative", "ablative", "dative", "instrumental")


def _given_follows(tokens: tuple[Token, ...], at: int) -> bool:
    """Does a whole name begin at `at`, so that the capital before it is another word?"""
    return at + 1 < len(tokens) and tokens[at].lower in GIVEN_NAMES and _may_be_name(tokens[at + 1])


def _continues(parts: list[Name], following: Name) -> bool:
    """Is `following` one more part of the name, and not the first word of what is said?"""
    last, word = parts[-1].text.lower(), following.text.lower()
    if patronymic(word) or patronymic(last) and len(parts) < 3:
        return True
    if len(parts) == 1:
        return given_name(word) if surname(last) and not given_name(last) else True
    if last in MIDDLE_NAMES:
        return True
    if len(parts) == 2:
        return surname(word) and not surname(last) or all(len(p.text) <= 4 for p in parts) and len(word) <= 4
    return False


def mentions(tokens: tuple[Token, ...]) -> tuple[Mention, ...]:
    """Return everybody named in a sentence, in order; a longer phrase takes in the shorter ones inside it."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = _mention(tokens, at)
        if mention is None:
            at += 1
            continue
        while found and found[-1].first >= mention.begin:
            found.pop()
        found.append(mention)
        at = mention.end
    return tuple(found)


def _mention(tokens: tuple[Token, ...], at: int) -> Mention | None:
    token = tokens[at]
    if token.kind != "word":
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.lower in PRONOUNS:
        if following and following.lower in NOT_AFTER_PRONOUN:
            return None
        return Mention(at, at + 1, "pronoun", token.text, PRONOUNS[token.lower])
    if following and (token.lower, following.lower) in NAMED_BODIES:
        return Mention(at, at + 2, "group", phrase(tokens, at, at + 2)[0], "nominative")
    known = noun(token.lower)
    if known:
        return _body(tokens, at, known)
    if found := name_at(tokens, at):
        return _person(tokens, at, *found)
    if token.lower.endswith(("дегілер", "дағылар", "тегілер", "тағылар", "дегілердің", "дағылардың")):
        return Mention(at, at + 1, "group", *phrase(tokens, at, at + 1))
    if _is_calling(token.lower):
        return _calling(tokens, at)
    return _other_body(tokens, at)


PLURAL = ("лар", "лер", "дар", "дер", "тар", "тер")


def _other_body(tokens: tuple[Token, ...], at: int) -> Mention | None:
    """Return a group that no table knows: an acronym (ІІМ), a country, a plural (келушілер), a lone capital; none of them sure."""
    token = tokens[at]
    followed = (
        at + 1 < len(tokens)
        and tokens[at + 1].kind == "word"
        and (_possessed(tokens[at + 1].lower) or tokens[at + 1].lower in CONJUNCTIONS or _may_be_name(tokens[at + 1]))
    )
    if followed or not token.text[0].isalpha():
        return None
    if token.text.isupper() and 2 <= len(token.text) <= 6 or token.lower in COUNTRIES:
        return Mention(at, at + 1, "group", token.text, "nominative", None, False)
    form = next(
        (
            f
            for f in nominatives(token.text)
            if f.case in ("nominative", "genitive")
            and f.stem.lower().removesuffix("ы").removesuffix("і").endswith(PLURAL)
        ),
        None,
    )
    if form and len(form.stem) > 5:
        first = left_edge(tokens, at)
        name, case = phrase(tokens, first, at + 1)
        return Mention(first, at + 1, "group", name, form.case, None, False)
    if (
        at
        and token.text[0].isupper()
        and token.text[1:].islower()
        and not token.text[0].isascii()
        and not _common(token.lower)
    ):
        name_form = name_word(token.text)
        if name_form.case == "nominative" and shapes.case(token.lower) == "nominative":
            return Mention(at, at + 1, "person", name_form.text, "nominative", None, False)
    return None


def _is_calling(word: str) -> bool:
    return any(calling(form.stem.removesuffix("лар").removesuffix("лер")) for form in nominatives(word)[:2])


def _calling(tokens: tuple[Token, ...], at: int) -> Mention | None:
    form = next(
        form for form in nominatives(tokens[at].lower)[:2] if calling(form.stem.removesuffix("лар").removesuffix("лер"))
    )
    plural = form.stem.endswith(("лар", "лер"))
    if form.case not in ("nominative", "genitive"):
        return None
    first = left_edge(tokens, at)
    name, _ = phrase(tokens, first, at + 1)
    return Mention(first, at + 1, "group" if plural else "post", name, form.case)


def phrase(tokens: tuple[Token, ...], first: int, end: int) -> tuple[str, str]:
    """Return the phrase with its last word in the nominative, and the case that word stood in."""
    last = tokens[end - 1]
    case = shapes.case(last.lower)
    if case == "nominative":
        return _text(tokens, first, end), case
    stem = next((form.stem for form in nominatives(last.text) if form.case == case), last.text)
    return _text(tokens, first, end)[: len(_text(tokens, first, end)) - len(last.text)] + stem, case


def _text(tokens: tuple[Token, ...], first: int, end: int) -> str:
    parts = [tokens[first].text]
    for before, token in zip(tokens[first : end - 1], tokens[first + 1 : end], strict=True):
        parts.append((" " if token.start > before.end else "") + token.text)
    return "".join(parts)


def _person(tokens: tuple[Token, ...], at: int, end: int, name: Name) -> Mention | None:
    role = _role_before(tokens, at)
    several = sum(token.kind == "word" for token in tokens[at:end]) > 1
    if not role and not name.sure and not several:
        return None
    if (
        end < len(tokens)
        and (following := noun(tokens[end].lower))
        and following.kind == "organisation"
        and following.possessive
    ):
        return None  # Назарбаев университеті
    if not role and not name.sure and end < len(tokens) and _possessed(tokens[end].lower):
        return None
    return Mention(
        at, end, "person", name.text, name.case, role or _role_after(tokens, end, name), name.sure or bool(role)
    )


def _possessed(word: str) -> bool:
    return (
        len(word) > 4
        and not word.endswith(("ды", "ді", "ты", "ті"))
        and word.endswith(("ы", "і", "ын", "ін", "ына", "іне", "ында", "інде", "ынан", "інен"))
    )


def _head_of_role(token: Token) -> bool:
    known = noun(token.lower) if token.kind == "word" else None
    if known:
        return known.kind in ("post", "kin") and not known.plural and known.case == "nominative"
    return token.kind == "word" and calling(token.lower)


def _role_before(tokens: tuple[Token, ...], name: int) -> tuple[int, int] | None:
    head = name - 1
    if head > 0 and tokens[head].text in _DASHES:
        head -= 1
    if head < 0 or not _head_of_role(tokens[head]):
        return None
    first = left_edge(tokens, head)
    while first > 1 and tokens[first - 1].text in ",–—" and _head_of_role(tokens[first - 2]):
        first = left_edge(tokens, first - 2)  # саясаттанушы, журналист
    return first, head + 1


def _role_after(tokens: tuple[Token, ...], end: int, name: Name) -> tuple[int, int] | None:
    """Return the role in «Олжас Смағұлов, қала әкімінің орынбасары» up to a colon or the end of the sentence."""
    if name.case != "nominative" or end + 1 >= len(tokens) or tokens[end].text not in ",–—":
        return None
    last = end + 1
    while last + 1 < len(tokens) and tokens[last + 1].text not in ".:" and last - end < 16:
        last += 1
    if not _head_of_role(tokens[last]) or last + 1 < len(tokens) and tokens[last + 1].text not in ".:":
        return None
    return (end + 1, last + 1) if left_edge(tokens, last) <= end + 1 else None


def _body(tokens: tuple[Token, ...], at: int, known: Noun) -> Mention | None:
    if known.case not in ("nominative", "genitive"):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and following.kind == "word" and known.kind not in ("post", "kin") and known.case == "nominative":
        if _possessed(following.lower) and not following.text[0].isupper() and not noun(following.lower):
            return None  # Үкімет отырысы
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
        known.kind not in ("place", "kin") or known.plural and known.kind == "place",
    )


def left_edge(tokens: tuple[Token, ...], head: int) -> int:
    """Return the first token of the noun phrase whose head is at `head`."""
    first = head
    while first > 0:
        at = first - 1
        token = tokens[at]
        if token.kind == "quote":
            if len(token.text) > _LONGEST_NAME_IN_QUOTES:
                break
        elif token.kind == "mark":
            if token.text not in '»”"' and not _joins(tokens, at, head):  # a closing mark that nothing opened
                break
        elif token.lower in CONJUNCTIONS:
            if (
                at == 0
                or first == head
                and not _head_of_role(tokens[at - 1])
                or not _modifies(tokens, at - 1, at + 1, head)
            ):
                break
            first = at - 1
            continue
        elif not _modifies(tokens, at, first, head):
            break
        first = at
    return first


def _joins(tokens: tuple[Token, ...], comma: int, head: int) -> bool:
    """Is this the comma of «Мәдениет, спорт және туризм министрі», one capital letter at its head?"""
    return (
        tokens[comma].text == ","
        and comma > 0
        and _capitalised(tokens[comma - 1])
        and tokens[comma - 1].lower not in _CONNECTING
        and tokens[comma + 1].text[0].islower()
        and shapes.case(tokens[comma - 1].lower) == "nominative"
        and not _head_of_role(tokens[comma - 1])
        and any(token.lower in CONJUNCTIONS for token in tokens[comma:head])
    )


def _modifies(tokens: tuple[Token, ...], at: int, first: int, head: int) -> bool:
    """May the word at `at` belong to the noun phrase that so far begins at `first`?"""
    token = tokens[at]
    if token.kind == "quote":
        return len(token.text) <= _LONGEST_NAME_IN_QUOTES
    word = token.lower
    if token.kind != "word" or word in STOPS:
        return False
    if word in BRIDGES:
        return True
    if shapes.participle(word) and not (word == "сіңірген" and at and tokens[at - 1].lower == "еңбек"):
        return False
    if shapes.converb(word) or shapes.finite(word) and shapes.case(word) != "accusative":
        return False
    known = noun(word)
    if not known and _capitalised(token) and not _acronym(token) and name_word(token.text).sure and not _common(word):
        return tokens[first].lower in BRIDGES or _names_a_body(tokens[first])
    if (
        known
        and known.kind == "post"
        and known.case == "nominative"
        and not known.possessive
        and not _owned(tokens[first])
    ):
        apposed = noun(tokens[head].lower) if first == head and not known.plural else None  # ардагер дәрігер
        if not (apposed and apposed.kind == "post" and not apposed.plural and apposed.case == "nominative"):
            return False
    case = known.case if known else shapes.case(word)
    if case in ("locative", "ablative", "instrumental"):
        return False
    if case in ("accusative", "dative"):
        nearby = tokens[first : min(first + 2, head)]
        return any(t.kind == "word" and (shapes.verbal_noun(t.lower) or t.lower == "қарсы") for t in nearby)
    if case == "nominative" and token.text[0].islower() and tokens[first].text[0].isupper() and not _adjective(word):
        return False
    return True


def _owned(token: Token) -> bool:
    """Is this the second half of «Президент Әкімшілігі», «министр орынбасары»?"""
    known = noun(token.lower) if token.kind == "word" else None
    return bool(known and known.possessive) or token.lower in BRIDGES


def _names_a_body(token: Token) -> bool:
    known = noun(token.lower) if token.kind == "word" else None
    return bool(known and known.kind == "organisation" and known.possessive)


def _adjective(word: str) -> bool:
    return word in shapes.ADJECTIVES or word.endswith(
        ("лық", "лік", "дық", "дік", "тық", "тік", "ғы", "гі", "лы", "лі", "дағы", "дегі")
    )
