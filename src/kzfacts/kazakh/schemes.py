"""The romanizations of Kazakh: names, sources, and what the single letters in `letters.tsv` do not tell."""

from collections.abc import Mapping
from typing import NamedTuple


class Scheme(NamedTuple):
    """A way to write Kazakh in Latin letters.

    `reversible` if `unromanize` reads it; `dotted` if I is the capital of ı, and İ that of i; `letters` names the
    column of `letters.tsv` where it is not the id.
    """

    id: str
    name: str
    source: str
    reversible: bool
    note: str
    dotted: bool = False
    letters: str = ""


SCHEMES: Mapping[str, Scheme] = {
    scheme.id: scheme
    for scheme in (
        Scheme(
            "latin2021",
            "Kazakh Latin alphabet of 2021",
            "alphabet presented on 28 January 2021; draft decree of April 2021 (public consultation no. 8243312)",
            False,
            "never signed; ё ц ч щ ъ ь э ю я are our choice, since the sources disagree: io ts ch ş - - e iu ia",
            dotted=True,
        ),
        Scheme(
            "latin2018",
            "Kazakh Latin alphabet of 2018",
            "decree 637 of 19 February 2018",
            False,
            "ts for ц is our choice: the rules of that year say s, the state news agency prints ts",
        ),
        Scheme(
            "bgn",
            "BGN/PCGN 1979",
            "gov.uk sheet 811511",
            False,
            "geographical names in English; without the optional dots",
        ),
        Scheme(
            "bgn-dots",
            "BGN/PCGN 1979 with the optional dots",
            "gov.uk sheet 811511, note 1",
            False,
            "n·g, g·h, z·h, k·h, s·h and ts·h tell two letters from one written with two",
            letters="bgn",
        ),
        Scheme(
            "odni",
            "ODNI ICS 630-01",
            "Intelligence Community Standard 630-01, Annex Q (2015)",
            False,
            "names of persons in plain ASCII; a doubled digraph is written once",
        ),
        Scheme(
            "alalc",
            "ALA-LC",
            "Library of Congress, romanization table for Kazakh",
            False,
            "library catalogues; reversible but for щ, written like шч",
        ),
        Scheme(
            "iso9",
            "ISO 9:1995",
            "ISO 9:1995 = GOST 7.79-2000 system A",
            True,
            "one letter for one letter; text without Latin letters comes back to the letter",
        ),
        Scheme(
            "qazaqparat",
            "QazAqparat 2004",
            "alphabet of the news agency QazAqparat, as reported to the UN Group of Experts on Geographical Names",
            False,
            "the letters of Kazakh words come back, those of Russian loans do not",
            dotted=True,
        ),
    )
}
ALIASES: Mapping[str, str] = {"latin": "latin2021"}


class Context(NamedTuple):
    """Between what comes before and after it, a letter is written otherwise; a bar stands for the start of a word."""

    before: str
    letter: str
    after: str
    latin: str


IN_CONTEXT: Mapping[str, tuple[Context, ...]] = {
    # Spelling rules of 2018: щ is sh, but in these three Kazakh stems it is long.
    "latin2018": (Context("|а", "щ", "ы", "shsh"), Context("|тұ", "щ", "ы", "shsh"), Context("|ке", "щ", "е", "shsh")),
    # Note 1 of the sheet.
    "bgn-dots": (
        Context("", "г", "һ", "g·"),
        Context("", "з", "һ", "z·"),
        Context("", "к", "һ", "k·"),
        Context("", "н", "г", "n·"),
        Context("", "с", "һ", "s·"),
        Context("", "ц", "һ", "ts·"),
    ),
    # Note 1 of the annex: "transliterate double digraphs as a single digraph, i.e. шш -> sh".
    "odni": tuple(Context(letter, letter, "", "") for letter in "ғёжңхцчшщюя"),
}


class UnknownScheme(ValueError):
    """There is no romanization of this name."""

    def __init__(self, name: str):
        super().__init__(f"There is no romanization '{name}'. Choose from {', '.join([*SCHEMES, *ALIASES])}.")


def find_scheme(name: str) -> Scheme:
    """Look a scheme up by its id or alias, in capitals or not.

    Raises:
        UnknownScheme: with the names there are.
    """
    try:
        return SCHEMES[ALIASES.get(name.lower(), name.lower())]
    except KeyError:
        raise UnknownScheme(name) from None
