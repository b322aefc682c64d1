"""Reporting verbs and the forms in which they report.

The verbs are in `tables/verbs.tsv`, one expression a line, the expressions without a verb in `tables/particles.tsv`.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from kzfacts.extract.memo import per_word
from kzfacts.extract.tables import rows


class Verb(NamedTuple):
    """A reporting expression: its words, the last one a stem."""

    words: str
    act: str
    takes: str
    example: str

    @property
    def before(self) -> list[str]:
        """The words before the stem."""
        return self.words.split()[:-1]

    @property
    def rule(self) -> str:
        """What `Claim.origin` calls this verb: its words joined by hyphens."""
        return self.words.replace(" ", "-")


VERBS = tuple(Verb(*row) for row in rows("verbs"))

# What a stem carries when it reports, by the shape it makes. Passives (айтылды), negatives
# (айтпады) and participles in a case (айтқанда) are not here, so they report nothing.
ENDINGS = {
    "finite": "ды ді ты ті йды йді ады еді ыпты іпті пты пті уда уде",
    "participle": "ған ген қан кен",
    "converb": "ып іп п",
    "bridge": "а е й",
    "conditional": "са се",  # of two that are set against each other: X …-ғанын айтса, Y …-ғанын атап өтті
}
SHAPES = {ending: shape for shape, endings in ENDINGS.items() for ending in endings.split()}

# After айта, атап өте: only with these does it report.
BRIDGED = {
    "келе": "converb",
    "келіп": "converb",
    "отырып": "converb",
    "кетті": "finite",
    "кетіп": "converb",
    "түсті": "finite",
}

# After a converb: айтып берді, шақырып отыр. After a participle: айтқан болатын.
AUXILIARIES = frozenset("отыр тұр жатыр жүр бер өт кет сал қал қой шық жат кел ал көр таста".split())
AUXILIARY_WORDS = frozenset("отыр тұр жатыр жүр келеді еді екен".split())
PAST_AUXILIARIES = frozenset("еді болатын екен".split())
# After a participle these deny it: айтқан жоқ.
DENYING = frozenset("жоқ емес".split())


# Nouns in a table row may carry «his, her» and the accusative: сенім → сенімін, қызығушылық → қызығушылығын.
INFLECTED = frozenset(
    "сенім алаңдаушылық наразылық өкініш қарсылық үміт ұсыныс пікір көзқарас ұстаным өтініш ниет дайындық мүдделілік "
    "қызығушылық қолдау тілек ризашылық алғыс қуаныш ой мәлімдеме болжам күмән жауап назар дерек түсінік уәде "
    "шағым ескерту жорамал қорытынды сауал кепілдік тілектестік ынта ықылас бұйрық нұсқау".split()
)
_VOICING = {"к": "г", "қ": "ғ", "п": "б"}
_UNVOICED = {voiced: unvoiced for unvoiced, voiced in _VOICING.items()}

# Reporting without a verb, after a source in the genitive, with its act: «министрдің айтуынша».
PARTICLES = {words: act for words, act, *_ in rows("particles")}

# «Бұл – министрдің пікірі»
OPINIONS = {
    "пікірі": "belief",
    "ойы": "belief",
    "болжамы": "belief",
    "ұстанымы": "belief",
    "сөзі": "statement",
    "сөздері": "statement",
    "уәжі": "statement",
    "жауабы": "answer",
    "ұсынысы": "proposal",
}

# A stance without a verb, after «деген» (деген пікірде) or a clause in the dative (болатынына сенімді).
STANCES = {
    "пікірде": "belief",
    "ойда": "belief",
    "сенімде": "belief",
    "ұстанымда": "belief",
    "көзқараста": "belief",
    "үмітте": "hope",
    "сенімді": "belief",
    "үмітті": "hope",
    "алаңдаулы": "concern",
    "наразы": "concern",
    "қуанышты": "statement",
}
# Of these, what is not said after «деген» but after «деп» or in a case.
FELT = {"сенімді": "dative", "үмітті": "ablative", "алаңдаулы": "dative", "наразы": "dative", "қуанышты": "dative"}

# A noun before the verb with which nothing is reported: көңіл айтты, өлең айтады, мерейтойын атап өтті.
NOTHING_SAID = frozenset(
    """
    сөзін көңіл үлес үлесін ән өлең жыр алғыс алғысын алғыстарын ризашылық ризашылығын ризашылықтарын
    рахмет рақмет сәлем сәлемін батасын бата құттықтау құттықтауын тост ертегі тақпақ
    дұға сауалға сұраққа сұрақтарға сауалдарға сұрағына сұрақтарына сауалына сауалдарына мерейтойын мерекесін мереке
    күнін туғанкүнін жылдығын тойын той мерекені мерейтойды жылдығы жанайқайын мұңын мұң-мұқтажын мән-жайды
    толығырақ құрбандарын құрбандарды марқұмды рухын
    """.split()
)


@cache
def by_stem() -> dict[str, tuple[Verb, ...]]:
    """The verbs by their stem, the longest expression first."""
    verbs: dict[str, list[Verb]] = {}
    for verb in sorted(VERBS, key=lambda verb: -len(verb.words.split())):
        verbs.setdefault(verb.words.split()[-1], []).append(verb)
    return {stem: tuple(found) for stem, found in verbs.items()}


@lru_cache(maxsize=1 << 14)
def following(word: str, stem: str) -> tuple[Verb, ...]:
    """Return the verbs with this stem that may stand right after `word` (lower case), the longest expression first."""
    return tuple(verb for verb in by_stem()[stem] if not verb.before or word in forms_before(verb.before[-1]))


@per_word
def conjugated(word: str) -> tuple[str, str] | None:
    """Return the stem and shape of `word` (lower case) if it is a form of a reporting verb, else None."""
    if word.endswith(("иды", "иді")):  # налы: налиды
        word = f"{word[:-3]}{word[-1]}й{word[-2:]}"
    for length in range(4, 0, -1):
        shape = SHAPES.get(word[-length:])
        if shape is None:
            continue
        stem = word[:-length]
        if stem in by_stem():
            return stem, shape
        if stem[-1:] in _UNVOICED and word[-length] in "аеыіу":  # дабыл қақ: дабыл қағады
            stem = stem[:-1] + _UNVOICED[stem[-1]]
            if stem in by_stem():
                return stem, shape
    return None


@cache
def forms_before(word: str) -> frozenset[str]:
    """Return the forms in which `word` stands before its verb: сенім, сенімін."""
    if word not in INFLECTED:
        return frozenset((word,))
    stems = [word, word[:-1] + _VOICING.get(word[-1], word[-1])]
    return frozenset(stem + plural + ending for stem in stems for plural in _PLURALS for ending in _ENDINGS_BEFORE)


_PLURALS = ("", "лар", "лер", "дар", "дер", "тар", "тер")
_ENDINGS_BEFORE = ("", *"ын ін сын сін ы і ды ді ты ті н".split())
