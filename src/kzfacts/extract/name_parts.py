"""What Kazakh, Russian and other personal names are made of: the shapes by which running text shows them."""

import re
from functools import cache

from kzfacts.extract.tables import words

GIVEN_NAMES = words("given_names")
AMBIGUOUS_NAMES = words("ambiguous_names")
# Those whose shape does not show that they are names.
SURNAMES = words("surnames")

# What follows the end of a surname, by tradition; Kazakh compounds as they end given names and surnames alike.
_SURNAME = re.compile(
    r"(?:[оеё]в|[оеё]ва|ин|ина|цын|цына|ский|ская|цкий|цкая|енко|чук|ых|ян|дзе|швили|.{3}ұлы|.{4}улы|.{2}қызы|.{2}кызы|тегі|"
    r"бай|бек|ғали|гали|әлі|хан|жан|мұрат|тай|бекұлы|нов|уллин|оглы|заде|ович|евич|ёв|сон|штейн|ман|берг)$"
)
_PATRONYMIC = re.compile(r"(?:ович|евич|овна|евна|ична|.{3}ұлы|.{4}улы|.{2}қызы|.{2}кызы|оглы)$")
_GIVEN = re.compile(
    r".{2,}(?:бек|бай|хан|жан|гүл|нұр|ғали|әлі|мұрат|мұхамед|мұхамбет|тай|ұлан|болат|сұлтан|берді|бала|қали|ғазы|жар|нәр|жамал|құл|қожа|далы|мырза|тілеу|сұлу)$"
)

# Small words inside a foreign name: Мұхаммед бен Заид Әл Наһаян.
PARTICLES = frozenset("бен ибн бин әл аль әль фон ван дер де да ди ла ле эль абу".split())
# Middle parts after which one more part of the name follows: Режеп Тайып Ердоған, Әділ Абдул Махди.
MIDDLE_NAMES = frozenset(
    "тайып таййип абдул абдель ибрагим мұхаммед мухаммед хусейн ахмед мохаммед чжун ын джэ".split()
)


@cache
def given_name(word: str) -> bool:
    """Is `word` (lower case) a given name, by the table or by its parts?"""
    return word in GIVEN_NAMES or all(part in GIVEN_NAMES for part in word.split("-")) or bool(_GIVEN.match(word))


@cache
def surname(word: str) -> bool:
    """Is `word` (lower case) shaped like a surname?"""
    return (len(word) > 3 and bool(_SURNAME.search(word))) or word in SURNAMES


@cache
def patronymic(word: str) -> bool:
    """Is `word` (lower case) a patronymic: Абишевич, Әскербекұлы, Ивановна?"""
    return bool(_PATRONYMIC.search(word))
