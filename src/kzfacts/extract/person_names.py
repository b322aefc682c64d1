"""Names of people in running text: where one begins and ends, and what it is in the nominative."""

import re
from typing import NamedTuple

from kzfacts.extract import shapes
from kzfacts.extract.memo import per_word
from kzfacts.extract.name_parts import GIVEN_NAMES, MIDDLE_NAMES, PARTICLES, SURNAMES, given_name, patronymic, surname
from kzfacts.extract.nouns import COUNTRIES, NOT_A_NAME, noun
from kzfacts.extract.segments import Token, lowered
from kzfacts.extract.words import CONNECTORS, HONORIFICS, STOPS
from kzfacts.kazakh.endings import nominatives


class Name(NamedTuple):
    """One word of a name: its nominative, its case, and whether its shape is that of a name."""

    text: str
    case: str
    sure: bool


@per_word
def name_word(word: str) -> Name:
    """Return `word` in the nominative, by the shapes of names; an unknown name loses only an ending that is plain."""
    forms = nominatives(word)
    for form in forms:
        lower = form.stem.lower()
        if given_name(lower) or surname(lower) or patronymic(lower):
            return Name(form.stem, form.case, True)
    case = shapes.case(word.lower())
    if case in ("genitive", "accusative", "instrumental", "dative", "ablative") and len(word) > 4:
        for form in forms:
            if form.case == case and len(form.stem) > 2:
                return Name(form.stem, case, False)
    return Name(word, "nominative", False)


def capitalised(token: Token) -> bool:
    """Does this word begin with a capital letter?"""
    return token.kind == "word" and token.text[0].isupper() and not token.text[0].isdigit()


_LONGEST_ACRONYM = 5


def acronym(token: Token) -> bool:
    """Is this an acronym, perhaps with an ending after its hyphen: ТМД-ның?"""
    if token.kind != "word" or len(token.text) < 2 or not token.text.split("-")[0].isupper():
        return False
    return len(token.text) <= _LONGEST_ACRONYM or not family_name(token.text)  # Асқар СЕРІКОВ


@per_word
def common(word: str) -> bool:
    """Is `word` (lower case) certainly no part of a name: a post, an organisation, a place, a connector?"""
    if noun(word) or word in STOPS or word in CONNECTING:
        return True
    return any(form.stem in NOT_A_NAME for form in nominatives(word))


CONNECTING = frozenset(connector[0] for connector in CONNECTORS)


def may_be_name(token: Token) -> bool:
    """May this word be part of a person's name: a capital, Cyrillic, no place, post or organisation?"""
    return token.kind == "word" and _looks_like_name(token.text)


@per_word
def _looks_like_name(text: str) -> bool:
    token = Token(0, 0, text, lowered(text), "word")
    if text[0].isascii():  # Kassa Nova
        return False
    if not capitalised(token) or acronym(token) or _WHERE.search(token.lower):
        return False
    return token.lower in GIVEN_NAMES or not common(token.lower)


_WHERE = re.compile(r".{3}[дт](?:егі|ағы)$")  # Ташкенттегі


def _initial(tokens: tuple[Token, ...], at: int) -> bool:
    return (
        at + 1 < len(tokens)
        and len(tokens[at].text) == 1
        and tokens[at].text.isupper()
        and tokens[at + 1].text == "."
        and tokens[at + 1].start == tokens[at].end
    )


_MOST_INITIALS = 3
_OF_A_PLACE = ("лық", "лік", "дық", "дік", "тық", "тік")


def name_at(tokens: tuple[Token, ...], at: int) -> tuple[int, Name] | None:
    """Return where the name that begins at `at` ends, and the name in the nominative; None if none begins there."""
    end = at
    while end < at + 2 * _MOST_INITIALS and _initial(tokens, end):
        end += 2
    initials = "".join(token.text for token in tokens[at:end])
    if end >= len(tokens) or not may_be_name(tokens[end]) or len(tokens[end].text) == 1:
        return None
    if tokens[end].lower.endswith(_OF_A_PLACE) and tokens[end].lower not in GIVEN_NAMES:
        follows = tokens[end + 1].lower if end + 1 < len(tokens) else ""
        if not (surname(follows) and not given_name(follows)) or tokens[end].lower[:-3] in NOT_A_NAME:
            return None  # Петропавлдық Марина, but Амандық Баталов
    if tokens[end].text.isupper() and not initials:  # a line in capitals
        return None
    parts = [_first_part(tokens, end)]
    if not parts[0].sure and not initials and (_inflected(tokens[end]) or _given_follows(tokens, end + 1)):
        return None
    end += 1
    while end < len(tokens) and len(parts) < 5 and parts[-1].case == "nominative":
        token = tokens[end]
        if particles := _particles(tokens, end):
            parts += [Name(particle.text, "nominative", True) for particle in tokens[end:particles]]
            parts.append(name_word(tokens[particles].text))
            end = particles + 1
            continue
        if (
            token.lower in HONORIFICS
            and end + 1 < len(tokens)
            and may_be_name(tokens[end + 1])
            and name_word(tokens[end + 1].text).sure
        ):
            parts += [Name(token.text, "nominative", True), name_word(tokens[end + 1].text)]
            end += 2
            continue
        place = token.lower in NOT_A_NAME and token.lower not in COUNTRIES
        after_a_name = capitalised(token) and parts[0].sure and place and surname(token.lower)
        if _initial(tokens, end) or not (may_be_name(token) or after_a_name):  # Мұрат Әуезов, but Әуезов ауданы
            break
        if not _continues(parts, name_word(token.text)) or (initials and _meets(parts, name_word(token.text))):
            break
        if _FAMILY.search(token.lower):
            break  # Асқар мен Әсел Серіковтер
        honoured = end + 1 < len(tokens) and tokens[end + 1].lower.startswith(_HONOURED)
        if len(parts) > 1 and honoured and not surname(token.lower):
            break  # Асқар Ерланұлы Зейнолла атаға сәлем берді
        parts.append(name_word(token.text))
        end += 1
    text = " ".join(part.text for part in parts)
    if (
        parts[-1].case == "nominative"
        and _initial(tokens, end)
        and not (end + 2 < len(tokens) and capitalised(tokens[end + 2]))
    ):
        text = f"{text} {tokens[end].text}."  # Айдын Ж.
        end += 2
    if initials:
        text = f"{initials} {text}"
    return end, Name(text, parts[-1].case, any(part.sure for part in parts) or bool(initials))


def _first_part(tokens: tuple[Token, ...], at: int) -> Name:
    """Return the first word of a name; before a surname it stands as it is: Оңдасын Оразалин is no Оңдасы."""
    name = name_word(tokens[at].text)
    if (
        (name.case == "nominative" and name.sure)
        or at + 1 >= len(tokens)
        or (name.sure and name.text.lower() in GIVEN_NAMES)
    ):
        return name
    if _particles(tokens, at + 1):
        return Name(tokens[at].text, "nominative", True)
    unmarked = not name.sure and (at > 0 or not _inflected(tokens[at]))
    if unmarked and may_be_name(tokens[at + 1]) and family_name(tokens[at + 1].text):
        return Name(tokens[at].text, "nominative", True)
    return name


def family_name(word: str) -> bool:
    """Is `word`, in any case, shaped like a surname?"""
    name = name_word(word)
    return name.sure and surname(name.text.lower())


def _particles(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return where the word after «фон дер», «бен» is, if such stand at `at` and a name after them."""
    end = at
    while end < len(tokens) and tokens[end].lower in PARTICLES:
        end += 1
    return end if end > at and end < len(tokens) and may_be_name(tokens[end]) else None


def _inflected(token: Token) -> bool:
    """Does an unknown word stand in a case that the first word of a name never has: Кездесуде, Алматыдан?"""
    return shapes.case(token.lower) in ("locative", "ablative", "dative", "instrumental")


def _given_follows(tokens: tuple[Token, ...], at: int) -> bool:
    """Does a whole name begin at `at`, so that the capital before it is another word?"""
    return at + 1 < len(tokens) and tokens[at].lower in GIVEN_NAMES and may_be_name(tokens[at + 1])


_FAMILY = re.compile(r"(?:[ое]в|ин)(?:тар|тер|дар|дер)$")
_HONOURED = ("ата", "апа", "аға", "әже", "мырза", "ханым", "ақсақал", "қажы", "молда")
_SYLLABLE = 4  # the longest word of such names as Ким Чен Ын


_RUSSIAN = re.compile(r".{2}(?:[ое]ва?|ск(?:ий|ая)|цк(?:ий|ая))$")


def _meets(parts: list[Name], following: Name) -> bool:
    """Is `following` somebody else, as in «Б.Оттар Серіковке қонақ болды», with an initial before the first?"""
    last, word = parts[-1].text.lower(), following.text.lower()
    return len(parts) == 1 and following.case != "nominative" and surname(word) and not given_name(last)


def _continues(parts: list[Name], following: Name) -> bool:
    """Is `following` one more part of the name, and not the first word of what is said?"""
    last, word = parts[-1].text.lower(), following.text.lower()
    if patronymic(word) or (patronymic(last) and len(parts) < 3):
        return True
    families = (last in SURNAMES and word in SURNAMES) or (_RUSSIAN.search(last) and _RUSSIAN.search(word))
    if families and not given_name(last):
        return False  # Зеленский Путинді шақырды, Захарова Лавровтың айтқанын растады
    if len(parts) == 1:
        short = len(last) <= _SYLLABLE and len(word) <= _SYLLABLE  # Чжан Мин
        return given_name(word) or surname(word) or not surname(last) or given_name(last) or short
    if last in MIDDLE_NAMES:
        return True
    if len(parts) == 2:
        return (surname(word) and not surname(last)) or (
            all(len(p.text) <= _SYLLABLE for p in parts) and len(word) <= _SYLLABLE
        )
    return False
