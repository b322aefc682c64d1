"""Keys in which Kazakh Cyrillic, its Russian spelling and its many Latin spellings meet.

A Latin letter means different things in different schemes, so a word is never decoded into one Cyrillic string. It is
read once under each convention below. A reading is in *neutral letters*: those of the Kazakh alphabet, less what
spellings do not keep apart. A fold is a reading with every letter replaced by its class.
"""

import re
import unicodedata
from functools import cache, lru_cache

# A class, named by an ASCII letter: the neutral letters that spellings exchange freely.
# Counts of kk → ru in 329 aligned name tokens: қ к 68, ұ у 58, ә а 40, і и 39, ғ г 28, ү у 13, ы и 9, ө о 4, ң н 3.
CLASSES = {
    "a": "аә",
    "b": "б",
    "c": "ч",
    "d": "д",
    "e": "еэ",
    "f": "ф",
    "g": "гғ",
    "h": "хһ",
    "i": "ыіий",
    "j": "ж",
    "k": "кқ",
    "l": "л",
    "m": "м",
    "n": "нң",
    "o": "оө",
    "p": "п",
    "r": "р",
    "s": "с",
    "t": "т",
    "u": "уұү",
    "v": "в",
    "x": "ш",
    "z": "з",
}

# Cyrillic letters that are no neutral letters. Russian ё is printed as е more often than not.
CYRILLIC = {
    "я": "йа",
    "ю": "йу",
    "ё": "е",
    "щ": "ш",
    "ц": "тс",
    "ь": "",
    "ъ": "",
    "ї": "и",
    "є": "е",
    "ґ": "г",
    "ў": "у",
}

# A neutral letter: the Latin spellings of it that most schemes agree on: BGN/PCGN and English press, the Kazakh
# alphabets of 2017 (with apostrophes), 2018 and 2021, QazAqparat, ALA-LC and ISO 9.
LATIN = {
    "а": "a",
    "ә": "ä á ă a̋ ə a'",
    "б": "b",
    "в": "v",
    "г": "g",
    "ғ": "gh ğ ǵ ġ g'",
    "д": "d",
    "е": "e ye ë è ê",
    "ж": "j zh dzh dj ž ż",
    "з": "z",
    "и": "i ı ï ī í ì i'",
    "й": "ĭ",
    "ы": "y",
    "к": "k c ck",
    "қ": "q ķ",
    "л": "l ł",
    "м": "m",
    "н": "n",
    "ң": "ng ngh ñ ń ņ ŋ n͡g n'",
    "о": "o",
    "ө": "ö ó ȯ ô o'",
    "п": "p",
    "р": "r",
    "с": "s ß",
    "т": "t",
    "у": "u ū w ý y'",
    "ү": "ü ú u̇ ù u'",
    "ф": "f ph",
    "х": "h x kh ḥ ḣ",
    "ш": "sh ş š ŝ shch s'",
    "ч": "ch ç č c'",
    "тс": "ts t͡s",
    "йа": "ya â i͡a",
    "йу": "yu û i͡u",
    "йо": "yo",
}

GERMAN = {"й": "j", "йа": "ja", "йу": "ju", "е": "je jo", "в": "w", "ж": "sch", "х": "ch", "тс": "z tz"}

# Where conventions part. The first is what `fold` uses; the others add readings only to words that have such letters.
CONVENTIONS: dict[str, dict[str, str]] = {
    "kazakh": {},
    # Oxikbayev, Walikhanov, Marcinko; an apostrophe is a soft sign
    "english": {"кс": "x", "в": "w", "с": "s'", "се": "ce", "си": "ci", "и": "i' ee", "у": "oo", "г": "g'", "н": "n'"}
    # Russian ё, read as it is mostly printed: Chebotaryov, Solovyova
    | {"е": "yo"},
    # Alphabets without h for a second letter: Ashat for Асхат, Bekhojin for Бекхожин
    "letter by letter": {"сх": "sh", "кх": "kh"},
    # MediaWiki's converter for Kazakh: Nurtaýulı, Nığmatwlïn
    "mediawiki": {"й": "ý"},
    # ISO 9, German and Polish: Nazarbajeva, Achmetow, Schachanow, Szaripow
    "continental": {"й": "j", "йа": "ja", "йу": "ju", "е": "je jo ie", "в": "w", "кс": "x", "с": "s'"}
    | {"х": "ch", "тс": "c", "ш": "sch sz", "ч": "tsch cz", "ж": "dsch dż"},
    # Schumabajew, Putinzewa, Tschingis
    "german": GERMAN | {"ч": "tsch"},
    # Nasarbajew, where s is з, and Achmetschan, where tsch is two letters
    "german voiced": GERMAN | {"з": "s", "с": "ss"},
    # Toukoumov, Chakhanov, Kajégueldine
    "french": {"у": "ou", "ш": "ch", "ч": "tch", "г": "gu", "к": "qu", "й": "ï", "ин": "ine", "кс": "x", "в": "w"},
    # Cambıl, Kazımbet
    "turkish": {"ж": "c", "в": "w", "кс": "x"},
}

# What a word must have for a convention that would read too much into any other.
SIGNS = {"german": ("sch", "z"), "german voiced": ("w", "sch")}

# Read alike by everybody, whatever was written: нг and ң; дж 5; йы 4, йі 2 (below); нб, нп spoken мб, мп; б after a
# voiceless consonant spoken п (Сәтбаев, Сатпаев).
SAME = dict(
    pair.split() for pair in "дж ж,нг ң,нғ ң,ңг ң,ңғ ң,нб мб,нп мп,ұу у,үу у,кб кп,қб қп,сб сп,тб тп,шб шп".split(",")
)

# Latin letters that look like Cyrillic ones. Upper case is listed apart: H is Н, but h is һ.
_LATIN_LOOKS = "AaBCcEeHIİiKkMOoPpTXxYyhƏəɵ"
_CYRILLIC_LOOKS = "АаВСсЕеНІІіКкМОоРрТХхУуһӘәө"
TO_CYRILLIC = str.maketrans(_LATIN_LOOKS, _CYRILLIC_LOOKS)
TO_LATIN = str.maketrans(_CYRILLIC_LOOKS, _LATIN_LOOKS)

# One case, one letter: Python alone makes two characters of İ, and fonts offer cousins of Kazakh letters. What has no
# width goes: soft hyphens and joiners come along when text is copied.
_PLAIN = str.maketrans("İӊҥӄҡӷҳӉҤӃҠӶҲ’ʼ‘`´ʹʻ", "iңңққғһҢҢҚҚҒҺ'''''''", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
# not at the end of a word: Дарий is not Дари
_I_RUN = re.compile("[ыіий]{2,}(?=[^ыіий])")
_GLIDE = re.compile("(?<=[аәеэоөуұү])[ыіий](?=е)")
_MARKS = re.compile("[\u0300-\u036f]")


def normal(text: str) -> str:
    """Return `text` composed (NFC), in lower case, each word in the letters of one script.

    Latin letters inside a Cyrillic word and the other way about are replaced where they look alike; İ and I become i.
    """
    text = unicodedata.normalize("NFC", text)
    if not text.isascii():
        text = _WORD.sub(_one_script, text).translate(_PLAIN)
    return text.lower()


def readings(word: str) -> tuple[str, ...]:
    """Return `word` in neutral letters, once for each way to read it, the likeliest first."""
    return tuple(dict.fromkeys(simplified(letters) for letters in spelled(word)))


def spelled(word: str) -> tuple[str, ...]:
    """Return the readings of `word` letter by letter, before `simplified`: for taking endings off."""
    return _spelled(normal(word))


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """Return the coarse ASCII key of `word`: қауіпсіздік, кауипсиздик and qauipsizdik have the same."""
    return coarse(readings(word)[0])


def folds(word: str) -> tuple[str, ...]:
    """Return every key of `word`, the likeliest first: more than one if a Latin letter in it has several readings."""
    return tuple(dict.fromkeys(coarse(reading) for reading in readings(word)))


def coarse(reading: str) -> str:
    """Return a reading with each neutral letter replaced by its class."""
    return reading.translate(_classes())


def simplified(letters: str) -> str:
    """Return a reading with what spellings do not keep apart made one: йы and и, нг and ң, the й of -аев and -ayev."""
    for written, spoken in SAME.items():
        letters = letters.replace(written, spoken)
    return _GLIDE.sub("", _I_RUN.sub("и", letters))


@lru_cache(maxsize=4096)
def _spelled(word: str) -> tuple[str, ...]:
    if _CYRILLIC_LETTER.search(word):
        both = (word, word.replace("ё", "йо")) if "ё" in word else (word,)
        return tuple(dict.fromkeys(_read(form, "kazakh") for form in both))
    return tuple(dict.fromkeys(_read(word, convention) for convention in CONVENTIONS if _applies(convention, word)))


def _applies(convention: str, word: str) -> bool:
    return convention not in SIGNS or any(sign in word for sign in SIGNS[convention])


def _read(word: str, convention: str) -> str:
    table = _table(convention)
    lengths = _lengths(convention)
    neutral = []
    at = 0
    while at < len(word):
        for length in lengths.get(word[at], ()):
            sound = table.get(word[at : at + length])
            if sound is not None:
                neutral.append(sound)
                at += min(length, len(word) - at)
                break
        else:
            neutral.append(_unlisted(word[at]))
            at += 1
    return "".join(neutral)


def _unlisted(letter: str) -> str:
    """Read a letter that no table has: without its accent, or as itself if it is of another script."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", letter))
    return _table("kazakh").get(plain) or (letter if letter.isalnum() else "")


@cache
def _table(convention: str) -> dict[str, str]:
    neutral = {letter: letter for letters in CLASSES.values() for letter in letters}
    latin = {
        spelling: sound
        for table in (LATIN, CONVENTIONS[convention])
        for sound in table
        for spelling in table[sound].split()
    }
    return neutral | CYRILLIC | latin


@cache
def _lengths(convention: str) -> dict[str, list[int]]:
    """Give, for each letter, how long the spellings are that begin with it, longest first."""
    lengths: dict[str, set[int]] = {}
    for spelling in _table(convention):
        lengths.setdefault(spelling[0], set()).add(len(spelling))
    return {letter: sorted(each, reverse=True) for letter, each in lengths.items()}


@cache
def _classes() -> dict[int, str]:
    return str.maketrans({letter: key for key, letters in CLASSES.items() for letter in letters})


def _one_script(match: re.Match[str]) -> str:
    word = match.group()
    cyrillic = len(_CYRILLIC_LETTER.findall(word))
    if cyrillic in (0, len(word)):
        return word
    return word.translate(TO_CYRILLIC if cyrillic * 2 >= len(word) else TO_LATIN)
